import { randomUUID } from 'node:crypto'
import type { Draft } from '../src/commitments/queries.ts'
import { listParties, makeDraft, sendDraft } from '../src/commitments/queries.ts'
import type { NewParty } from '../src/commitments/rules.ts'
import { sign } from '../src/commitments/sign-queries.ts'
import type { Write } from '../src/db/db.ts'
import { someContent, someParty, write } from './commitments.ts'
import type { MadeSite, MadeUnit } from './makers.ts'
import type { World } from './world.ts'

type Given = Partial<Draft> & Pick<Draft, 'areaId' | 'parties'>

/** Makes, sends and has every party sign with an account of its own, in one transaction. @returns its id */
export const signedBy = async (db: Write, given: Given, at: Date, today: string): Promise<number> => {
  const id = await makeDraft(
    db,
    {
      ...{ kind: 'venue', modelNumber: 1, bindingLanguage: 'fi', content: someContent() },
      ...{ from: today, until: null, answerUntil: today, earlierId: null },
      ...given,
    },
    at,
  )
  const by = { actor: 'account:test', now: at, today }
  const sent = await sendDraft(db, id, by)
  if (typeof sent === 'string') throw new Error(sent)
  for (const party of await listParties(db, id)) {
    const signed = await sign(
      db,
      id,
      party.id,
      {
        ...{ version: sent.version, name: `Allekirjoittaja: ${party.name}`, title: null },
        ...{ right: { basis: 'position', reference: null }, statement: 'right-1', language: 'fi' },
        ...{ way: 'account', account: randomUUID(), provider: null },
      },
      by,
    )
    if (typeof signed === 'string') throw new Error(signed)
  }
  return id
}

/** An area and the organisation of a site, which is named too. */
export const areaAndSite = async ({ db }: World, site: MadeSite): Promise<NewParty[]> => {
  const { id, name } = await db
    .selectFrom('organisation as o')
    .innerJoin('site as s', 's.organisation_id', 'o.id')
    .select(['o.id', 'o.name'])
    .where('s.id', '=', site.id)
    .executeTakeFirstOrThrow()
  return [
    someParty({ side: 'area', name: 'Esimerkkialue' }),
    someParty({ side: 'venue', name, organisationId: id, siteId: site.id }),
  ]
}

/** A commitment of a site with its area, in force from today on unless told otherwise. @returns its id */
export const putLiving = async (
  world: World,
  site: MadeSite,
  given: Partial<Draft> = {},
): Promise<number> => {
  const parties = await areaAndSite(world, site)
  const today = world.now().toISOString().slice(0, 10)
  return write(world, (db) =>
    signedBy(db, { areaId: site.municipality.areaId, parties, ...given }, world.now(), today),
  )
}

/** A commitment of a unit and a site with their area, which they may each read and end. @returns its id */
export const putLivingFor = async (world: World, unit: MadeUnit, site: MadeSite): Promise<number> => {
  const [area, venue] = await areaAndSite(world, site)
  const issuing = await world.db
    .selectFrom('issuing_unit')
    .select('organisation_id as organisationId')
    .where('id', '=', unit.id)
    .executeTakeFirstOrThrow()
  const issuer = someParty({ side: 'issuer', name: 'Jakava yksikkö', ...issuing, unitId: unit.id })
  const parties = [area!, venue!, issuer]
  return putLiving(world, site, { kind: 'partnership', until: '2026-12-31', parties })
}
