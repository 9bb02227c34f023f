import { z } from 'zod'
import { listPublicMembers } from '../network/queries.ts'
import { AsOf, asJson, Named } from '../web/answers.ts'
import { type Endpoint, openData } from '../web/endpoint.ts'

const MunicipalitiesAnswer = z.object({
  asOf: AsOf,
  rows: z
    .array(
      Named.extend({
        code: z.string().nullable().describe('The official number of the municipality.'),
        country: z.enum(['FI', 'SE']).describe('Finland or Sweden.'),
        area: Named.describe('The area that it belongs to.'),
        phase: z
          .enum(['preparing', 'pilot', 'permanent'])
          .describe('Whether the card is coming, tried or there to stay.'),
        until: z.iso.date().nullable().describe('The last day of the phase, where it has one.'),
        crossUse: z.boolean().describe('False where the card works in its own area only, both ways.'),
        preliminary: z.boolean().describe('True where the plan may still change.'),
      }),
    )
    .describe('The municipalities.'),
})

/** The municipalities of the network, as open data. */
export const endpoints: Endpoint[] = [
  openData({
    path: '/api/v1/municipalities',
    permission: 'api.read',
    summary: 'The municipalities where the card is in use, or on its way.',
    answers: { 200: { what: 'Every municipality, by its Finnish name.', schema: MunicipalitiesAnswer } },
    run: async ({ db, today }) => asJson({ asOf: today, rows: await listPublicMembers(db, today) }),
  }),
]
