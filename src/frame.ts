import { may, type Permission, type Role } from './access.ts'
import { paths as accounts, roleNames } from './accounts/words.ts'
import { frameWords } from './frame-words.ts'
import type { Language } from './i18n/translated.ts'
import type { Frame } from './web/frame.ts'
import type { LocalPath } from './web/paths.ts'

type Entry = { path: LocalPath; label: Record<Language, string>; permission: Permission }

/** The menu, in the order of a working day. Everyone sees what they may open, and nothing else. */
export const menuEntries: Entry[] = []

/** The page where each role's work begins. */
export const homeOf = (role: Role, language: Language): string =>
  menuEntries.find(({ permission }) => permission !== 'public.read' && may({ role } as never, permission))
    ?.path[language] ?? accounts.home[language]

export const frame =
  (demo: boolean): Frame =>
  ({ user, language, path }) => ({
    menu: menuEntries
      .filter(({ permission }) => may(user, permission))
      .map(({ path: to, label }) => ({
        label: label[language],
        href: to[language],
        current: to[language] === path,
      })),
    home: user ? homeOf(user.role, language) : `/${language}`,
    ...(user
      ? {
          who: [user.name, roleNames[language][user.role], user.place].filter(Boolean).join(' · '),
          signOut: { action: accounts.signOut[language] },
        }
      : { signIn: { href: accounts.signIn[language] } }),
    ...(demo
      ? { demo: { action: '/demo/sign-in', users: frameWords[language].demoUsers, ...(user ? {} : {}) } }
      : {}),
    footer: [],
  })
