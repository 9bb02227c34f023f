import { expect, test } from 'vitest'
import { figureOf, type GivenFigure } from '../../test/publications.ts'
import { factsFor } from '../../test/report-facts.ts'
import { languages } from '../i18n/translated.ts'
import { sheetOf } from './figure-rules.ts'
import { cellOf, changeCell } from './lines.ts'
import { reportOf } from './report.ts'
import type { Facts, Report, ReportTable } from './report-shape.ts'
import { kinds } from './rules.ts'
import { reportCsv, reportJson } from './table-files.ts'

const tableText = (report: Report, table: ReportTable) =>
  [
    `## ${table.title}`,
    [table.head, ...table.columns.map(({ label }) => label)].join(' | '),
    ...table.rows.map((row) =>
      [
        ...[row.label, ...row.values.map((value) => cellOf(report.language, value))],
        changeCell(report.language, table, row),
      ].join(' | '),
    ),
  ].join('\n')

/** All that a reader reads, as a golden file shows it. */
const textOf = (report: Report) =>
  `${[
    `# ${report.title}`,
    ...[report.lead, ...report.paragraphs],
    ...[report.key, ...report.tables].map((table) => tableText(report, table)),
    ...(report.hidden ? [report.hidden] : []),
    ...report.definitions.map(({ name, unit, meaning }) => `${name} (${unit}): ${meaning}`),
    ...report.source,
  ].join('\n\n')}\n`

const cases = kinds.flatMap((kind) => languages.map((language) => [kind, language] as const))

test.each(cases)('the %s report in %s says what it said', async (kind, language) => {
  const report = reportOf(language, factsFor(kind))
  await expect(textOf(report)).toMatchFileSnapshot(`golden/${kind}.${language}.txt`)
})

test.each(kinds)('the data of the %s report is what it was', async (kind) => {
  const report = reportOf('en', factsFor(kind))
  await expect(JSON.stringify(reportJson(report), null, 1)).toMatchFileSnapshot(`golden/${kind}.data.txt`)
  await expect(reportCsv(report)).toMatchFileSnapshot(`golden/${kind}.csv`)
})

test.each(cases)('the %s report in %s has no sentence over 15 words', (kind, language) => {
  const sentences = reportOf(language, factsFor(kind)).paragraphs.flatMap((text) => text.split(/(?<=\.) /))
  const words = (text: string) => text.split(' ').filter((word) => /\p{L}|\d/u.test(word)).length
  expect(sentences.filter((text) => words(text) > 15)).toEqual([])
})

const withFigures = (facts: Facts, figures: GivenFigure[]): Facts => ({
  ...facts,
  current: {
    ...facts.current,
    sheet: sheetOf(
      { period: facts.current.publication.period, level: facts.place.level },
      figures.map((one) => ({
        ...figureOf(one),
        period: facts.current.publication.period,
      })),
    ),
  },
})
const textWith = (figures: GivenFigure[], language: 'fi' | 'sv' | 'en' = 'fi') =>
  reportOf(language, withFigures(factsFor('board'), figures)).paragraphs.join(' ')

test('a hidden number is in no sentence, and neither is one that would tell it', () => {
  const text = textWith([
    { measure: 'tickets', count: 40 },
    { measure: 'tickets', division: 'audience', part: 'children', count: null },
    { measure: 'tickets', division: 'audience', part: 'adults', count: 33 },
    { measure: 'tickets', division: 'category', part: 'sports', count: 30 },
    { measure: 'tickets', division: 'category', part: 'culture', count: null },
    { measure: 'registered', count: null },
    { measure: 'taken-into-use', count: 6 },
  ])
  expect(text).toContain('hankittiin 40 lippua')
  for (const told of ['lapsille', 'Suurin ala', 'rekisteröitiin', 'käyttöön', '33', '30', ' 7 ', '10'])
    expect(text, told).not.toContain(told)
  expect(text).toContain('Alle 5 kortin lukuja ei näytetä.')
})

test('a chart names its largest part only where every part is shown', () => {
  const table = (parts: (number | null)[]) =>
    reportOf(
      'fi',
      withFigures(
        factsFor('board'),
        parts.map((count, index) => ({
          ...{ measure: 'tickets', division: 'category', count },
          part: ['culture', 'sports', 'science'][index]!,
        })),
      ),
    ).tables[0]?.title
  expect(table([5, 9, 0])).toBe('Liput ja kurssipaikat, eniten: liikunta (9)')
  for (const parts of [
    [5, 9, null],
    [9, 9, 0],
  ])
    expect(table(parts)).toBe('Liput ja kurssipaikat: ala')
  expect(table([0, 0, 0])).toBeUndefined()
})

test('a table of which nothing is shown is named, and in the files', () => {
  const parts = ['adults', 'children'].map(
    (part): GivenFigure => ({
      ...({ measure: 'tickets', division: 'audience', part, count: null } as const),
    }),
  )
  const report = reportOf('fi', withFigures(factsFor('board'), parts))
  expect(report.tables).toEqual([])
  expect(report.hidden).toContain(
    'Kokonaan tai lähes kokonaan piilossa: Liput ja kurssipaikat: aikuiset ja lapset.',
  )
  expect(reportJson(report).figures).toContainEqual(expect.objectContaining({ part: 'adults', value: null }))
})

test.each([
  // What is shown of the classes, null where it is hidden: whether that is a table.
  [[9, null], false],
  [[9, 7, null, null, null, null], true],
  [[9, 7, null, null, null, null, null], false],
  [[9, 0], true],
] as const)('of %j a table is made: %s', (counts, isTable) => {
  const figures = counts.map(
    (count, index): GivenFigure => ({ measure: 'tickets', division: 'month', part: `2026-${index}`, count }),
  )
  expect(reportOf('fi', withFigures(factsFor('board'), figures)).tables.length > 0).toBe(isTable)
})

test('hidden tickets are said to be hidden, none are said to be none, and what was not published is not spoken of', () => {
  expect(textWith([{ measure: 'tickets', count: null }])).toContain('määrää ei näytetä')
  expect(textWith([{ measure: 'tickets', count: 0 }])).toContain('ei hankittu lippuja')
  const inYear = withFigures(factsFor('wellbeing'), [
    { measure: 'tickets', division: 'weekday', part: '1', count: 9 },
  ])
  expect(reportOf('fi', inYear).tables.map(({ id }) => id)).not.toContain('tickets-weekday')
})

test('one is a word in every language', () => {
  const ones: GivenFigure[] = [
    { measure: 'tickets', count: 1 },
    { measure: 'registered', count: 1 },
  ]
  expect(textWith(ones)).toContain('yksi lippu tai kurssipaikka')
  expect(textWith(ones, 'sv')).toContain('en biljett eller kursplats')
  expect(textWith(ones, 'en')).toContain('one new card was registered')
})
