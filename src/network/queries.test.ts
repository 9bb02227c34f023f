import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeMunicipality, makeSite } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { countNetwork, listAreas, listSites } from './queries.ts'

let world: World
beforeEach(async () => {
  world = await newWorld()
})
afterEach(() => world.end())

const day = '2026-05-04'
const phases = async () =>
  Object.fromEntries((await listAreas(world.db, day)).map(({ nameFi, phase }) => [nameFi, phase]))

describe('where a municipality stands', () => {
  it('is the phase that holds on the day', async () => {
    const { db } = world
    await makeMunicipality(db, { name: 'Pysyvä' })
    await makeMunicipality(db, { name: 'Kokeileva', phase: 'pilot', from: '2026-01-01', until: '2026-05-04' })
    await makeMunicipality(db, { name: 'Ohi', phase: 'pilot', from: '2026-01-01', until: '2026-05-03' })
    await makeMunicipality(db, { name: 'Edessä', phase: 'pilot', from: '2026-05-05', until: '2026-12-31' })
    await makeMunicipality(db, { name: 'Tulossa', phase: 'preparing' })
    await makeMunicipality(db, { name: 'Poissa', phase: 'ended', from: '2025-01-01' })
    expect(await phases()).toEqual({
      Pysyvä: 'permanent',
      Kokeileva: 'pilot',
      Ohi: 'ended',
      Edessä: 'preparing',
      Tulossa: 'preparing',
      Poissa: 'ended',
    })
    expect(await countNetwork(db, day)).toEqual({ sites: 0, municipalities: 2 })
  })

  it('is one answer also when one phase has followed another', async () => {
    const { db } = world
    const { id, areaId } = await makeMunicipality(db, {
      name: 'Espoo',
      phase: 'pilot',
      from: '2015-01-01',
      until: '2015-12-31',
    })
    const later = { area_id: areaId, municipality_id: id, cross_use: true }
    await db
      .insertInto('area_membership')
      .values([
        { ...later, phase: 'permanent', phase_from: '2016-01-01', phase_until: '2026-12-31' },
        { ...later, phase: 'ended', phase_from: '2027-01-01' },
      ])
      .execute()
    expect(await listAreas(db, day)).toEqual([
      {
        area: 'Kainuu',
        nameFi: 'Espoo',
        nameSv: null,
        phase: 'permanent',
        until: '2026-12-31',
        crossUse: true,
        preliminary: false,
      },
    ])
    expect((await listAreas(db, '2015-06-01'))[0]).toMatchObject({ phase: 'pilot', until: '2015-12-31' })
    expect((await listAreas(db, '2014-06-01'))[0]).toMatchObject({ phase: 'preparing' })
    expect((await listAreas(db, '2027-06-01'))[0]).toMatchObject({ phase: 'ended' })
  })
})

describe('sites', () => {
  it('are listed with their municipality and how it stands', async () => {
    const { db } = world
    const kuhmo = await makeMunicipality(db, { name: 'Kuhmo' })
    const hanko = await makeMunicipality(db, { name: 'Hanko', nameSv: 'Hangö', phase: 'preparing' })
    const gone = await makeMunicipality(db, { name: 'Poissa', phase: 'ended' })
    await makeSite(db, { name: 'Talo', municipality: kuhmo, category: 'science' })
    await makeSite(db, { name: 'Majakka', municipality: hanko })
    await makeSite(db, { name: 'Suljettu', municipality: gone })
    await makeSite(db, { name: 'Vieras', municipality: gone, popUp: true })
    const found = await listSites(db, day)
    expect(
      found.map(({ id, isPaused, ...site }) => site).sort((a, b) => a.name.localeCompare(b.name)),
    ).toEqual([
      {
        name: 'Majakka',
        category: 'culture',
        nameFi: 'Hanko',
        nameSv: 'Hangö',
        municipalityId: hanko.id,
        areaId: hanko.areaId,
        isPopUp: false,
        phase: 'preparing',
      },
      {
        name: 'Talo',
        category: 'science',
        nameFi: 'Kuhmo',
        nameSv: null,
        municipalityId: kuhmo.id,
        areaId: kuhmo.areaId,
        isPopUp: false,
        phase: 'permanent',
      },
      {
        name: 'Vieras',
        category: 'culture',
        nameFi: 'Poissa',
        nameSv: null,
        municipalityId: gone.id,
        areaId: null,
        isPopUp: true,
        phase: 'ended',
      },
    ])
    expect(await countNetwork(db, day)).toEqual({ sites: 3, municipalities: 1 })
  })
})
