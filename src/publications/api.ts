import { z } from 'zod'
import type { Read } from '../db/db.ts'
import { asJson, Id } from '../web/answers.ts'
import { type Endpoint, openData } from '../web/endpoint.ts'
import { problem } from '../web/problem.ts'
import { listCorrections } from './correction-queries.ts'
import { listFigures, listPublications } from './queries.ts'
import { divisions, levels, measures, type Publication } from './rules.ts'

const PublicationAnswer = z.object({
  number: z.number().int().describe('By this it is cited and asked for.'),
  period: z.string().describe('A quarter or a year: 2026-Q1, 2026.'),
  asOf: z.iso.datetime().describe('What was recorded by then is in it.'),
  publishedAt: z.iso.datetime().describe('When it was published.'),
  digest: z
    .string()
    .describe('SHA-256 of its period, instant and public figures as lines of text, in hexadecimal.'),
  correctionsDigest: z
    .string()
    .nullable()
    .describe('The same of the corrections that it tells; null where it tells none.'),
})

const FigureAnswer = z.object({
  measure: z.enum(measures).describe('What is counted.'),
  division: z.enum(divisions).describe('By what it is divided; all where it is not.'),
  part: z.string().describe('The class of the division; all where it is not divided.'),
  count: z.number().int().nullable().describe('The figure; null where it is hidden.'),
  suppressed: z.boolean().describe('True where it is hidden, so that nobody can be told from it.'),
})

const CorrectionAnswer = z.object({
  period: z.string().describe('The quarter that it corrects, which itself stays as it was published.'),
  measure: z.enum(measures).describe('What is counted.'),
  division: z.enum(divisions).describe('By what it is divided; all where it is not.'),
  part: z.string().describe('The class of the division; all where it is not divided.'),
  level: z.enum(['country', 'county', 'area']).describe('What kind of place.'),
  placeId: z.number().int().nullable().describe('Which place; null for the country.'),
  added: z
    .number()
    .int()
    .nullable()
    .describe('What came since the closing before; null where it is not told: nothing, or too little.'),
  removed: z
    .number()
    .int()
    .nullable()
    .describe('What was undone since the closing before; null where it is not told: nothing, or too little.'),
})

const publicLevels = levels.filter((level) => level !== 'unit' && level !== 'site') as [
  'country',
  'county',
  'area',
  'municipality',
]

const told = ({ asOf, publishedAt, correctionsDigest, ...publication }: Publication) => ({
  ...publication,
  correctionsDigest: correctionsDigest ?? null,
  asOf: asOf.toISOString(),
  publishedAt: publishedAt.toISOString(),
})

const named = async (db: Read, wanted: number): Promise<Publication> => {
  const publication = (await listPublications(db)).find(({ number }) => number === wanted)
  if (!publication) throw problem('not-found')
  return publication
}

/** Closed periods: numbered, never changed, the same for everyone who asks. */
export const endpoints: Endpoint[] = [
  openData({
    path: '/api/v1/statistics/publications',
    permission: 'statistics.read',
    summary: 'Closed periods, the newest first: what was published of each never changes.',
    answers: {
      200: {
        what: 'The publications.',
        schema: z.object({ publications: z.array(PublicationAnswer).describe('The newest first.') }),
      },
    },
    run: async ({ db }) => asJson({ publications: (await listPublications(db)).map(told) }),
  }),
  openData({
    path: '/api/v1/statistics/publications/:number/figures',
    permission: 'statistics.read',
    summary: 'The figures of one place in a publication. A figure that is not there is 0.',
    params: z.object({ number: Id.describe('The number of the publication.') }),
    query: z.object({
      level: z.enum(publicLevels).describe('What kind of place.').default('country'),
      placeId: Id.optional().describe('Which place; left out for the country.'),
    }),
    answers: {
      200: {
        what: 'The figures.',
        schema: z.object({
          publication: PublicationAnswer.describe('Where they are from.'),
          figures: z.array(FigureAnswer).describe('In one order.'),
        }),
      },
    },
    run: async ({ db, params, query }) => {
      const publication = await named(db, params.number)
      const place = { level: query.level, placeId: query.level === 'country' ? null : (query.placeId ?? 0) }
      const figures = (await listFigures(db, publication.number, place)).map(
        ({ measure, division, part, count }) => ({
          measure,
          division,
          part,
          count,
          suppressed: count === null,
        }),
      )
      return asJson({ publication: told(publication), figures })
    },
  }),
  openData({
    path: '/api/v1/statistics/publications/:number/corrections',
    permission: 'statistics.read',
    summary:
      'What a publication tells of the quarters closed before it: exact for the country, else to the nearest five. A place that has no row is not told.',
    params: z.object({ number: Id.describe('The number of the publication that tells them.') }),
    answers: {
      200: {
        what: 'The corrections.',
        schema: z.object({
          publication: PublicationAnswer.describe('Which tells them.'),
          corrections: z.array(CorrectionAnswer).describe('In one order.'),
        }),
      },
    },
    run: async ({ db, params }) => {
      const publication = await named(db, params.number)
      const corrections = await listCorrections(db, publication.number)
      return asJson({ publication: told(publication), corrections })
    },
  }),
]
