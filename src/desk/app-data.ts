import type { AppWords } from '../desk-app/words.ts'

/** What the page hands to the application that takes it over. */
export type PageData = {
  words: AppWords
  paths: { desk: string; today: string; worker: string; manifest: string; icon: string; leave: string }
  /** Other ways to use the desk, such as at a gate. */
  modes: { href: string; label: string }[]
  /** What the server remembers of today; null in the shell, which is the same for everyone. */
  at: { siteId: number; event: string | null } | null
  isShell: boolean
}
