import { createHash } from 'node:crypto'
import { listParties } from '../src/commitments/queries.ts'
import { putSent, someParty } from './commitments.ts'
import type { MadeSite } from './makers.ts'
import type { World } from './world.ts'

/** The code that a page shows, once: as digits. @throws when it shows none */
export const words6 = (page: string): string => {
  const [, first, last] = /translate="no">\s*(\d{3})\s+(\d{3})\s*</.exec(page) ?? []
  if (first === undefined) throw new Error('The page shows no code')
  return first + last
}

/** The token of the link that was sent last. */
export const tokenIn = async ({ db }: World): Promise<string> => {
  const { text } = await db
    .selectFrom('mail')
    .select('text_body as text')
    .where('kind', '=', 'commitment-link')
    .orderBy('made_at', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return /\/(?:allekirjoitus|underskrift|signature)\/([\w-]{43})/.exec(text!)![1]!
}

/** The token of the link to signed files that was sent last to somebody. */
export const copyTokenIn = async ({ db }: World, to: string): Promise<string> => {
  const { text } = await db
    .selectFrom('mail')
    .select('text_body as text')
    .where('kind', '=', 'commitment-copy')
    .where('recipient', '=', to)
    .orderBy('made_at', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return /\/(?:kopio|kopia|copy)\/([\w-]{43})/.exec(text!)![1]!
}

/** The same at the pages of a link to signed files. */
export const copyClient = (world: World, token: string, kept?: { bond?: string }) =>
  signingClient(world, token, kept, '/fi/kopio')

/** A browser of somebody without an account, at the pages of one link: it keeps the bond that it is given. */
export const signingClient = (
  world: World,
  token: string,
  kept: { bond?: string } = {},
  room = '/fi/allekirjoitus',
) => {
  const headers = () => ({
    'sec-fetch-site': 'same-origin',
    ...(kept.bond ? { cookie: kept.bond } : {}),
  })
  const base = `${room}/${token}`
  return {
    look: (method: string) => Promise.resolve(world.app.request(base, { method })),
    get: (path: string) => Promise.resolve(world.app.request(base + path, { headers: headers() })),
    post: async (path: string, fields: Record<string, string>) => {
      const reply = await world.app.request(base + path, {
        ...{ method: 'POST', body: new URLSearchParams(fields), headers: headers() },
      })
      const cookie = reply.headers.getSetCookie().find((one) => one.startsWith('kaiku-bond='))
      const [pair] = cookie?.split(';') ?? []
      // An emptied bond is kept on purpose: what a browser would not forget must be worth nothing.
      if (pair && pair !== 'kaiku-bond=') kept.bond = pair
      return reply
    },
    /** The same browser at another's link. */
    at: (other: string) => signingClient(world, other, kept, room),
    kept,
  }
}

/**
 * Two commitments that wait: of the area's municipality, an issuer and a venue; and of the centre and the area. To each
 * visitor the party that is theirs to sign for.
 */
export const putCommitments = async (
  world: World,
  put: (name: string, id: number) => void,
  { site, unitId, organisationId }: { site: MadeSite; unitId: number; organisationId: number },
): Promise<void> => {
  const siteOrganisation = await world.db
    .selectFrom('site')
    .select('organisation_id as id')
    .where('id', '=', site.id)
    .executeTakeFirstOrThrow()
  const local = await putSent(world, site, {
    parties: [
      someParty({ side: 'municipality', name: 'Kunta' }),
      someParty({ side: 'issuer', name: 'Jakaja', organisationId, unitId }),
      someParty({ side: 'venue', name: site.name, organisationId: siteOrganisation.id, siteId: site.id }),
    ],
  })
  const area = await putSent(world, site, {
    kind: 'area',
    parties: [someParty({ side: 'centre', name: 'Kaikukeskus' }), someParty({ side: 'area', name: 'Alue' })],
  })
  put('commitment', local.id)
  put('commitment centre', area.id)
  const parties = await listParties(world.db, local.id)
  const ofArea = await listParties(world.db, area.id)
  put('party', parties[0]!.id)
  for (const [index, visitor] of ['coordinator', 'issuer', 'venue'].entries())
    put(`party ${visitor}`, parties[index]!.id)
  put('party centre', ofArea[0]!.id)
  const bytes = Buffer.from('paperi')
  await world.db
    .insertInto('commitment_scan')
    .values(
      [...parties.map(({ id }) => [local.id, id]), ...ofArea.map(({ id }) => [area.id, id])].map(
        ([commitment, party]) => ({
          ...{ commitment_id: commitment!, party_id: party!, round: 1, kind: 'png' as const, bytes },
          ...{
            hash: createHash('sha256').update(bytes).digest(),
            taken_in_by: 'test',
            taken_in_at: world.now(),
          },
        }),
      ),
    )
    .execute()
}

/** The smallest picture that a paper may be scanned into. */
export const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)
