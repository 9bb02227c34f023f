import { z } from 'zod'
import { asJson, Id } from '../web/answers.ts'
import { type Endpoint, openData } from '../web/endpoint.ts'
import { problem } from '../web/problem.ts'
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
})

const FigureAnswer = z.object({
  measure: z.enum(measures).describe('What is counted.'),
  division: z.enum(divisions).describe('By what it is divided; all where it is not.'),
  part: z.string().describe('The class of the division; all where it is not divided.'),
  count: z.number().int().nullable().describe('The figure; null where it is hidden.'),
  suppressed: z.boolean().describe('True where it is hidden, so that nobody can be told from it.'),
})

const publicLevels = levels.filter((level) => level !== 'unit' && level !== 'site') as [
  'country',
  'county',
  'area',
  'municipality',
]

const told = ({ asOf, publishedAt, ...publication }: Publication) => ({
  ...publication,
  asOf: asOf.toISOString(),
  publishedAt: publishedAt.toISOString(),
})

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
      const publication = (await listPublications(db)).find(({ number }) => number === params.number)
      if (!publication) throw problem('not-found')
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
]
