import { formatNumber, type Language } from '../i18n/translated.ts'
import { isSum } from '../publications/lattice-rules.ts'
import type { Division, Measure, Publication } from '../publications/rules.ts'
import { unitOf } from '../publications/unit-rules.ts'
import { publicationWords } from '../publications/words.ts'
import { changeOf, tellingPeriod, type Value } from './figure-rules.ts'
import type { Column, Report, ReportTable, Row } from './report-shape.ts'
import { reportWords } from './report-words.ts'

/** One figure as the files have it: what was published, in which publication. */
export type Line = {
  measure: Measure
  division: Division
  part: string
  /** What the figure, the division and the part are called. */
  names: { measure: string; division: string; part: string }
  unit: string
  publication: Publication
  value: number | null
}

/** What a figure is from: the publication of its column, or of the year's last quarter. */
const tellerOf = (
  { place }: Report,
  { publication, end }: Column,
  { measure, division }: Row,
): Publication => {
  const told = tellingPeriod({ period: publication.period, level: place.level }, measure, division)
  return end !== null && told === end.period ? end : publication
}

/** Every figure of a report, one a line, in the order of its tables. What was not published is no line. */
export const linesOf = (report: Report): Line[] =>
  [report.key, ...report.tables, ...report.blank].flatMap(({ columns, rows }) =>
    rows.flatMap((row) =>
      columns.flatMap((column, index) => {
        const { measure, division, part, label, values } = row
        const value = values[index]
        const { measures, divisions, units } = publicationWords[report.language]
        const names = {
          ...{
            measure: measures[measure].name,
            division: division === 'all' ? '' : divisions[division].name,
          },
          part: division === 'all' ? '' : label,
        }
        const [unit, publication] = [units[unitOf(measure)], tellerOf(report, column, row)]
        return value === undefined ? [] : [{ measure, division, part, names, unit, publication, value }]
      }),
    ),
  )

/** The cell of a figure: its number, “–” where it is hidden, blank where nothing was published. */
export const cellOf = (language: Language, value: Value): string =>
  value === undefined ? '' : value === null ? '–' : formatNumber(language, value)

const isRounded = (measure: Measure) => !isSum(measure)

/** The name of a measure in a report: one that is told to the nearest five says so. */
export const measureName = (language: Language, measure: Measure): string => {
  const { name } = publicationWords[language].measures[measure]
  return isRounded(measure) ? reportWords[language].aboutName(name) : name
}

/** A number that stands alone, such as `noin 185`; “–” where it is hidden. */
export const countOf = (language: Language, measure: Measure, value: Value): string => {
  const cell = cellOf(language, value)
  return typeof value === 'number' && isRounded(measure) ? reportWords[language].about(cell) : cell
}

/** Whether any row can be compared with the year before. */
export const hasChanges = (table: ReportTable): boolean =>
  table.rows.some((row) => changeCell('fi', table, row) !== '')

/** The change since the year before in a cell; blank where the two cannot be compared. */
export const changeCell = (
  language: Language,
  { yearBefore }: ReportTable,
  { measure, values }: Row,
): string => {
  const told = isSum(measure) ? 'exact' : 'rounded'
  const change = yearBefore === null ? null : changeOf(values[0], values[yearBefore], told)
  if (!change) return ''
  const sign = { more: '+', fewer: '−', same: '' }[change.kind]
  return reportWords[language].percent(sign, change.percent)
}
