import type { Language } from '../i18n/translated.ts'
import type { Division, Measure, Publication, Told } from '../publications/rules.ts'
import type { Definition } from '../publications/words.ts'
import type { ChartData } from '../web/components/chart.tsx'
import type { Sheet, Value } from './figure-rules.ts'
import type { Kind, PlaceKey } from './rules.ts'

/**
 * The figures of the place in one publication. Where it is a year, `end` is the publication of its last quarter, which
 * tells for both what was on their last day.
 */
export type Published = { publication: Publication; end: Publication | null; sheet: Sheet }

/** All that a report is made of: the same of it is the same report, on every day. */
export type Facts = {
  kind: Kind
  place: PlaceKey & { name: string }
  current: Published
  /** The quarter before, and the same period of the year before, where they were published by then. */
  quarterBefore: Published | null
  yearBefore: Published | null
}

export type Column = { label: string; publication: Publication; end: Publication | null }
export type Row = { measure: Measure; division: Division; part: string; label: string; values: Value[] }
export type ReportTable = {
  id: string
  measure: Measure | null
  division: Division
  /** The finding where there is one to tell, else what the table holds. */
  title: string
  caption: string
  head: string
  columns: Column[]
  /** Which column holds the year before; null where that was not published by then. */
  yearBefore: number | null
  rows: Row[]
  /** Null where its names are too long to stand under bars. */
  chart: ChartData | null
}

export type Report = {
  language: Language
  kind: Kind
  place: Facts['place']
  publication: Publication
  title: string
  lead: string
  /** Ready to paste; each is a paragraph. */
  paragraphs: string[]
  key: ReportTable
  /** Those with something to show in the period. */
  tables: ReportTable[]
  /** Those that show nothing or next to nothing of the period, because it is hidden: files have them, readers their names. */
  blank: ReportTable[]
  definitions: (Definition & { measure: Measure; unit: string })[]
  /** Why some figures are “–”; null where all are shown. */
  hidden: string | null
  /** Number, day and digest of what the figures come from. */
  source: string[]
  /** What later publications tell of the period: no part of what is frozen. */
  corrections: readonly Told[]
}
