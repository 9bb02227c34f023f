import { type Draft, emptyDraft } from '../src/brochures/content-rules.ts'
import { prepare } from '../src/brochures/making.ts'
import { addEdition } from '../src/brochures/queries.ts'
import type { Edition, EditionName } from '../src/brochures/rules.ts'
import type { Pool } from '../src/db/db.ts'
import { makeMunicipality, makeSite, makeUnit } from './makers.ts'
import type { World } from './world.ts'

export const contactLine = 'Tuuli Esimerkki, 08 000 2001'

/** A published edition of what the register has of the area on the day. */
export const makeEdition = async (
  db: Pool,
  areaId: number,
  { year, number }: EditionName,
  given: Partial<Draft> & { today?: string } = {},
): Promise<Edition> => {
  const today = given.today ?? `${year}-03-02`
  const area = await db
    .selectFrom('area')
    .select(['id', 'name', 'name_sv as nameSv'])
    .where('id', '=', areaId)
    .executeTakeFirstOrThrow()
  const { contentWith } = await prepare(db, area, { today, origin: 'https://kaiku.example' })
  const content = contentWith({ ...emptyDraft, contacts: contactLine, ...given })
  const edition = { year, number, publishedOn: today, content }
  const by = { actor: 'test', now: new Date(`${today}T09:00:00Z`) }
  await db.transaction().execute((write) => addEdition(write, area, edition, by))
  return edition
}

/** An area with two sites and a unit that is public, and another area beside it. */
export const makeBrochureArea = async (world: World) => {
  const { db } = world
  const kajaani = await makeMunicipality(db, { name: 'Kajaani', nameSv: 'Kajana' })
  const sotkamo = await makeMunicipality(db, { name: 'Sotkamo' })
  const oulu = await makeMunicipality(db, { name: 'Oulu', area: 'Pohjois-Pohjanmaa' })
  const museum = await makeSite(db, { name: 'Taidemuseo', municipality: kajaani })
  const hall = await makeSite(db, { name: 'Aallon halli', municipality: sotkamo, category: 'sports' })
  const unit = await makeUnit(db, { name: 'Nuorten työpaja', municipality: kajaani })
  const hidden = await makeUnit(db, { name: 'Salainen yksikkö', municipality: kajaani })
  await makeSite(db, { name: 'Oulun museo', municipality: oulu })
  await db.updateTable('issuing_unit').set({ is_public: true }).where('id', '=', unit.id).execute()
  const coordinator = await world.as({ role: 'coordinator', areaId: kajaani.areaId })
  return { ...{ area: kajaani.areaId, otherArea: oulu.areaId, museum, hall, unit, hidden }, coordinator }
}
