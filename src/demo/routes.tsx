import { z } from 'zod'
import { endSession, findAccount, sessionOf, startSession } from '../accounts/queries.ts'
import { firstPages, roleNames } from '../accounts/words.ts'
import { isLanguage, type Language } from '../i18n/translated.ts'
import { ButtonRow, PostButton } from '../web/components/button.tsx'
import { Notice } from '../web/components/notice.tsx'
import { NotFound } from '../web/errors.tsx'
import type { Page } from '../web/page.ts'
import { action, file, type Route } from '../web/route.tsx'
import { hashToken, newToken } from '../web/session-cookie.ts'
import { type DemoUser, demoEmail, demoUsers } from './people.ts'
import { readFacts } from './queries.ts'
import { words } from './words.ts'

/** Mounted in demo mode alone, where every account, card and use is invented. */
const path = '/demo/sign-in'

const isDemoUser = (text: string): text is DemoUser => demoUsers.some(({ user }) => user === text)

const DemoForm = z.object({
  user: z.string({ error: 'unknown' }).refine(isDemoUser, { error: 'unknown' }),
  language: z.string().optional(),
})

const RolePage = (language: Language): Page => ({
  title: words[language].title,
  kind: 'staff',
  main: (
    <>
      <h1>{words[language].title}</h1>
      <Notice kind="info">
        <p>{words[language].unknown}</p>
      </Notice>
      <ButtonRow>
        {demoUsers.map(({ user, role, name }) => (
          <PostButton secondary action={path} fields={{ user, language }}>
            {`${roleNames[language][role]}: ${name}`}
          </PostButton>
        ))}
      </ButtonRow>
    </>
  ),
})

export const routes: Route[] = [
  action(
    path,
    'demo.enter',
    DemoForm,
    async ({ language }) => RolePage(language),
    async ({ db, user: before, browser, query, now }, { user, ...typed }) => {
      const account = await findAccount(db, demoEmail(user))
      if (!account) return { problems: { user: 'unknown' } }
      const asked = typed.language ?? query.get('language') ?? undefined
      const language = isLanguage(asked) ? asked : account.language
      const token = newToken()
      if (before) await endSession(db, sessionOf(before).tokenHash)
      await startSession(db, account.accountRoleId, hashToken(token), now, { proof: 'demo', browser })
      return {
        redirect: firstPages[account.role][language],
        session: token,
        subject: { account: account.id },
      }
    },
  ),

  file('/demo/facts.json', 'demo.enter', async ({ db }) => {
    const facts = await readFacts(db)
    if (!facts) throw new NotFound()
    return { type: 'application/json', name: 'facts.json', body: JSON.stringify(facts, null, 2) }
  }),
]
