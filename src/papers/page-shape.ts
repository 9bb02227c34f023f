import type { HolderLanguage } from '../i18n/holder-languages.ts'
import type { Language } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import type { PublicMember } from '../network/queries.ts'
import type { Publication } from '../publications/rules.ts'
import type { Texts } from './making.ts'
import type { Choice } from './queries.ts'
import type { Subject } from './rules.ts'

/** What the page of a place shows. */
export type Shown = {
  language: Language
  today: Day
  subject: Subject
  paperLanguage: HolderLanguage
  /** Texts and pictures are in three languages: the chosen one, or else the reader’s. */
  textLanguage: Language
  members: readonly PublicMember[]
  /** Units and sites to choose too, for who keeps them. */
  places: readonly Choice[]
  publications: readonly Publication[]
  texts: Texts
  /** For who works with the card; null on the page for anyone. */
  own: { mayPrintCards: boolean } | null
}
