import type { User } from '../access.ts'
import type { HolderLanguage } from '../i18n/holder-languages.ts'
import type { Language } from '../i18n/translated.ts'
import type { LayoutProps } from './layout.tsx'

/** What stands around a page, decided where the slices are put together. */
export type Frame = (about: {
  user: User | null
  language: Language
  /** The language of a page for holders. */
  reader?: HolderLanguage
  path: string
  /** How many messages to them the signed-in user has not opened. */
  unread?: number
}) => Pick<
  LayoutProps,
  'menu' | 'more' | 'home' | 'who' | 'leave' | 'signOut' | 'signIn' | 'demo' | 'footer'
> & {
  /** Where anyone tells what did not work. */
  feedback?: string
  /** Where a signed-in person sets up the second factor. */
  setUp?: string
  /** Where a signed-in person proves again who they are. */
  proveAgain?: string
  /** Where a device goes that has ended. */
  pair?: string
}
