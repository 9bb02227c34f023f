import type { Language } from '../i18n/translated.ts'
import { correctionWords } from '../publications/correction-words.ts'
import type { Publication } from '../publications/rules.ts'
import { periodName, tableName } from '../publications/words.ts'
import { fill } from '../web/paths.ts'
import { correctionFields, type Field, figureFields, publicationFields } from './csv-rules.ts'
import { publicTables, tableKey } from './rules.ts'
import { licence, openDataWords, paths, yearlyPath } from './words.ts'

type Resource = {
  name: string
  path: string
  title: string
  description?: string
  format: 'csv' | 'json'
  mediatype: 'text/csv' | 'application/json'
  encoding: 'utf-8'
  schema?: { fields: Field[]; missingValues: string[]; primaryKey?: string[] }
}

/** A Data Package, version 2 of its standard (https://datapackage.org). */
export type DataPackage = {
  $schema: 'https://datapackage.org/profiles/2.0/datapackage.json'
  name: string
  id: string
  title: string
  description: string
  homepage: string
  version: string
  created: string
  licenses: { name: string; title: string; path: string }[]
  sources: { title: string; path: string }[]
  keywords: string[]
  resources: Resource[]
}

const csv = { format: 'csv', mediatype: 'text/csv', encoding: 'utf-8' } as const
const missingValues = ['']
const words = openDataWords.en
const keywords = ['Kaikukortti', 'culture', 'wellbeing', 'statistics', 'Finland']

const figuresOf = (origin: string, { number, period }: Publication): Resource => ({
  name: `figures-${period.toLowerCase()}`,
  path: origin + fill(paths.figures, { publication: number }),
  title: words.figuresOf(periodName('en', period)),
  ...csv,
  schema: {
    fields: [...figureFields],
    missingValues,
    primaryKey: ['period', 'measure', 'division', 'part', 'level', 'place_id'],
  },
})

/** What a publication tells of earlier quarters; none where it tells nothing. */
const correctionsOf = (origin: string, { number, period, correctionsDigest }: Publication): Resource[] =>
  correctionsDigest
    ? [
        {
          name: `corrections-${period.toLowerCase()}`,
          path: origin + fill(paths.corrections, { publication: number }),
          title: correctionWords.en.fileName(String(number)),
          description: `SHA-256 ${correctionsDigest}`,
          ...csv,
          schema: {
            fields: [...correctionFields],
            missingValues,
            primaryKey: ['period', 'measure', 'division', 'part', 'level', 'place_id'],
          },
        },
      ]
    : []

/** Where a table is, with labels in a language. */
export const tableHref = (language: Language, number: number, key: string): string =>
  fill(paths.table[language], { publication: number, table: `${key}.json` })

const tablesOf = (origin: string, { number, period }: Publication): Resource[] =>
  publicTables(period).map((table) => ({
    name: tableKey(table),
    path: origin + tableHref('en', number, tableKey(table)),
    title: `${tableName('en', table.measure, table.division)}, ${periodName('en', period)}`,
    description: 'JSON-stat 2.0',
    ...({ format: 'json', mediatype: 'application/json', encoding: 'utf-8' } as const),
  }))

const head = (origin: string, path: string, { number, publishedAt }: Publication) => ({
  $schema: 'https://datapackage.org/profiles/2.0/datapackage.json' as const,
  id: origin + path,
  homepage: origin + paths.page.en,
  version: String(number),
  created: publishedAt.toISOString(),
  licenses: [{ name: licence.name, title: licence.title, path: licence.url }],
  sources: [{ title: words.source, path: `${origin}/en` }],
  keywords,
})

/** What one publication holds: it never changes. */
export const packageOf = (origin: string, publication: Publication): DataPackage => {
  const { number, period, asOf, digest } = publication
  const name = words.publication(number, periodName('en', period))
  return {
    ...head(origin, fill(paths.ownPackage, { publication: number }), publication),
    name: `kaikukortti-${period.toLowerCase()}`,
    title: `Kaikukortti statistics. ${name}`,
    description: `As of ${asOf.toISOString()}. SHA-256 ${digest}. ${words.zero} ${words.overlapping} ${words.digestText}`,
    resources: [
      figuresOf(origin, publication),
      ...correctionsOf(origin, publication),
      ...tablesOf(origin, publication),
    ],
  }
}

/** Everything there is; its version is the number of the newest publication. Undefined while there is none. */
export const packageOfAll = (origin: string, publications: readonly Publication[]): DataPackage | undefined =>
  publications[0] && {
    ...head(origin, paths.package, publications[0]),
    name: 'kaikukortti',
    title: 'Kaikukortti statistics',
    description: `${words.description} ${words.zero} ${words.overlapping}`,
    resources: [
      {
        name: 'publications',
        path: origin + paths.changes,
        title: words.changes,
        ...csv,
        schema: { fields: [...publicationFields], missingValues, primaryKey: ['number'] },
      },
      {
        name: 'yearly',
        path: origin + yearlyPath,
        title: words.yearly,
        description: words.yearlyText,
        ...csv,
      },
      ...publications.map((publication) => figuresOf(origin, publication)),
      ...publications.flatMap((publication) => correctionsOf(origin, publication)),
    ],
  }

/** The page's data block of schema.org, for search engines of data. */
export const datasetOf = (
  language: Language,
  origin: string,
  publications: readonly Publication[],
): Record<string, unknown> => {
  const t = openDataWords[language]
  const download = (name: string, path: string, encodingFormat: string) => ({
    ...{ '@type': 'DataDownload', name, contentUrl: origin + path, encodingFormat },
  })
  const newest = publications[0]
  const years = publications.map(({ period }) => period.slice(0, 4)).sort()
  return {
    ...{ '@context': 'https://schema.org', '@type': 'Dataset', name: `Kaikukortti: ${t.title}` },
    ...{
      description: `${t.description} ${t.lead}`,
      url: origin + paths.page[language],
      inLanguage: language,
    },
    ...{ license: licence.url, isAccessibleForFree: true, keywords, spatialCoverage: 'Finland' },
    creator: { '@type': 'Organization', name: t.source },
    ...(newest
      ? {
          ...{ version: String(newest.number), dateModified: newest.publishedAt.toISOString() },
          temporalCoverage: `${years[0]}/${years.at(-1)}`,
        }
      : {}),
    distribution: [
      download(t.yearly, yearlyPath, 'text/csv'),
      ...(newest ? [download(t.package, paths.package, 'application/json')] : []),
      ...publications.map(({ number, period }) =>
        download(
          t.figuresOf(periodName(language, period)),
          fill(paths.figures, { publication: number }),
          'text/csv',
        ),
      ),
    ],
  }
}
