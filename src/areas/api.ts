import { z } from 'zod'
import { listPublicMembers, type PublicMember } from '../network/queries.ts'
import { AsOf, asJson, Named } from '../web/answers.ts'
import { type Endpoint, openData } from '../web/endpoint.ts'

const AreasAnswer = z.object({
  asOf: AsOf,
  rows: z
    .array(Named.extend({ municipalities: z.array(z.number().int()).describe('Their ids.') }))
    .describe('The areas.'),
})

/** Areas by name, each with the ids of its municipalities. */
const areasOf = (members: readonly PublicMember[]) => {
  const areas = new Map<number, PublicMember['area'] & { municipalities: number[] }>()
  for (const { id, area } of members) {
    const known = areas.get(area.id) ?? { ...area, municipalities: [] }
    known.municipalities.push(id)
    areas.set(area.id, known)
  }
  return [...areas.values()].sort((a, b) => a.nameFi.localeCompare(b.nameFi, 'fi'))
}

/** The areas of the network, as open data. */
export const endpoints: Endpoint[] = [
  openData({
    path: '/api/v1/areas',
    permission: 'api.read',
    summary: 'The areas where the card is in use, or on its way.',
    answers: { 200: { what: 'Every area, by its Finnish name.', schema: AreasAnswer } },
    run: async ({ db, today }) => asJson({ asOf: today, rows: areasOf(await listPublicMembers(db, today)) }),
  }),
]
