import { readFileSync } from 'node:fs'
import type { Pool } from '../db/db.ts'
import { idOfNamed, insertSite } from './makers.ts'

// TEMPORARY until src/network/import.ts stands.
export const importRealNetwork = async (db: Pool) => {
  const read = (name: string) =>
    readFileSync(`/work/shared/domain/${name}`, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(','))
  const towns = new Map<string, { id: number; areaId: number | null }>()
  for (const [area, name, sv, country, status] of read('municipalities_by_area.csv')) {
    const areaId = await idOfNamed(db, 'area', area!)
    const { id } = await db
      .insertInto('municipality')
      .values({ name_fi: name!, name_sv: sv || null, country: country as 'FI' })
      .returning('id')
      .executeTakeFirstOrThrow()
    await db
      .insertInto('area_membership')
      .values({
        area_id: areaId,
        municipality_id: id,
        phase: status === 'in_use_or_pilot' ? 'permanent' : 'preparing',
        phase_from: null,
        phase_until: null,
      })
      .execute()
    towns.set(name!, { id, areaId })
  }
  const { id } = await db
    .insertInto('municipality')
    .values({ name_fi: 'Helsinki', name_sv: 'Helsingfors' })
    .returning('id')
    .executeTakeFirstOrThrow()
  towns.set('Helsinki', { id, areaId: null })
  for (const [name, town, category] of read('example_sites.csv'))
    await insertSite(db, {
      name: name!,
      organisation: name!,
      category: category as 'culture',
      municipalityId: towns.get(town!)!.id,
      areaId: towns.get(town!)!.areaId,
    })
}
