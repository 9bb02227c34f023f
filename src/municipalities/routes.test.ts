import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { beforeEach, describe, expect, test } from 'vitest'
import { type DeskWorld, newDesk } from '../../test/desk.ts'
import { htmlProblems } from '../../test/html.ts'
import { digestOf, importFile, placesOf } from '../../test/imports.ts'
import { makeMunicipality, makeSite, makeUse } from '../../test/makers.ts'
import { applyDueChanges } from '../places/period-queries.ts'

type Someone = Awaited<ReturnType<DeskWorld['world']['as']>>
let desk: DeskWorld
let centre: Someone
beforeEach(async () => {
  desk = await newDesk()
  centre = await desk.world.as({ role: 'centre' })
})

const rowsOf = async (query: string) =>
  (await sql.raw<Record<string, unknown>>(query).execute(desk.world.db)).rows
const official = readFileSync(new URL('../../data/network/municipalities.csv', import.meta.url), 'utf8')

describe('the import of municipalities', () => {
  test('makes every one known with its code and county, and again changes nothing', async () => {
    const { world } = desk
    await world.db.insertInto('municipality').values({ name_fi: 'Kuhmo' }).execute()
    expect(await importFile(world, 'municipalities', official)).toMatchObject({
      rows: 310,
      added: 310,
      problems: [],
    })
    expect(
      await rowsOf(`select m.code, m.name_sv, m.country, c.code as county, c.name_sv as county_sv
        from municipality m left join county c on c.id = m.county_id
        where m.name_fi in ('Kuhmo', 'Helsinki', 'Haaparanta') order by m.code`),
    ).toEqual([
      { code: '091', name_sv: 'Helsingfors', country: 'FI', county: null, county_sv: null },
      { code: '2583', name_sv: 'Haparanda', country: 'SE', county: null, county_sv: null },
      {
        code: '290',
        name_sv: null,
        country: 'FI',
        county: expect.any(String),
        county_sv: expect.any(String),
      },
    ])
    expect(await rowsOf('select count(*) from county')).toEqual([{ count: 21 }])
    const before = await digestOf(world)
    expect(await importFile(world, 'municipalities', official)).toMatchObject({ added: 0, unchanged: 310 })
    expect(await digestOf(world)).toEqual(before)
    const areas = (await desk.get('/fi/alueet')).text
    expect(areas).toContain('Kaikukortti on käytössä tai kokeilussa 1 kunnassa.')
  })

  test('refuses a code or name twice, and what is known otherwise; then nothing is written', async () => {
    await importFile(desk.world, 'municipalities', official)
    const before = await digestOf(desk.world)
    const header = official.split('\n')[0]!
    const lines = [
      '998,Kuhmo,,FI,,,',
      '290,Kuhmo,,FI,,,',
      '290,Kuhmoinen,,FI,,,',
      'x,Uusi,,FI,,,',
      '999,Uusi,,NO,,,',
    ]
    const report = await importFile(desk.world, 'municipalities', [header, ...lines].join('\n'))
    expect(placesOf(report)).toEqual([
      [2, 'code'],
      [3, 'municipality_fi'],
      [4, 'code'],
      [4, 'municipality_fi'],
      [5, 'code'],
      [6, 'country'],
    ])
    expect(await digestOf(desk.world)).toEqual(before)
  })
})

describe('the list', () => {
  test('is searched, paged, and tells the area', async () => {
    await importFile(desk.world, 'municipalities', official)
    const all = await desk.get('/fi/kunnat', centre)
    expect(all.text).toContain('311 kuntaa')
    expect(await htmlProblems(all.html)).toEqual([])
    const found = await desk.get('/sv/kommuner?q=helsingf', centre)
    expect(found.text).toContain('1 kommun')
    expect(found.text).toContain('Helsingfors 091')
    expect((await desk.get('/fi/kunnat?q=zzz', centre)).text).toContain('Kuntia ei löytynyt')
    expect((await desk.get(`/fi/kunnat?q=${desk.unit.municipality.name}`, centre)).text).toContain('Kainuu')
  })

  test('is the centre’s alone', async () => {
    const coordinator = await desk.world.as({ role: 'coordinator', areaId: desk.unit.municipality.areaId })
    for (const who of [coordinator, desk.venue]) {
      expect((await desk.get('/fi/kunnat', who)).status).toBe(403)
      expect((await desk.post(`/fi/kunnat/${desk.unit.municipality.id}/liita`, {}, who)).status).toBe(403)
    }
  })
})

describe('a merger', () => {
  const newMerger = async () => {
    const into = await makeMunicipality(desk.world.db, { name: 'Suurkunta' })
    const path = `/fi/kunnat/${desk.unit.municipality.id}/liita`
    return { into, path, fields: { into: String(into.id), year: '2027' } }
  }
  const byYear = () =>
    rowsOf(`select s.year, m.name_fi as name, sum(s.adults)::int as adults from statistics_use_year s
      join municipality m on m.id = s.municipality_id where s.adults > 0 group by 1, 2 order by 1, 2`)

  test('says what moves; on New Year’s Day the places lie in the other one, and old days keep their counts', async () => {
    const { db } = desk.world
    const { into, path, fields } = await newMerger()
    const old = desk.unit.municipality
    const card = await desk.card({ registeredOn: '2026-03-15', validUntil: '2027-03-14' })
    await makeUse(db, { card, site: desk.site, usedAt: new Date('2026-04-01T10:00:00Z') })
    const asked = await desk.get(`${path}?${new URLSearchParams({ ...fields, asked: 'yes' })}`, centre)
    expect(asked.text).toContain(
      `${old.name} on osa kuntaa Suurkunta 1.1.2027 alkaen. 1 jakava yksikkö siirtyy, 1 kohde siirtyy.`,
    )
    expect(await htmlProblems(asked.html)).toEqual([])
    expect(await desk.post(path, fields, centre)).toMatchObject({ status: 303 })

    await applyDueChanges(db, '2026-12-31')
    const placeOf = async () =>
      (await rowsOf(`select municipality_id as id from site where id = ${desk.site.id}`))[0]
    expect(await placeOf()).toEqual({ id: old.id })
    await applyDueChanges(db, '2027-01-01')
    expect(await placeOf()).toEqual({ id: into.id })
    expect(await rowsOf('select municipality_id as id from issuing_unit')).toEqual([{ id: into.id }])

    // On 3 January: a use of today, and one of New Year's Eve that comes late.
    await makeUse(db, { card, site: desk.site, usedAt: new Date('2027-01-03T10:00:00Z'), adults: 2 })
    await makeUse(db, { card, site: desk.site, usedAt: new Date('2026-12-31T10:00:00Z'), adults: 4 })
    expect(await byYear()).toEqual([
      { year: 2026, name: old.name, adults: 5 },
      { year: 2027, name: 'Suurkunta', adults: 2 },
    ])
    expect(await rowsOf(`select phase_until from area_membership where municipality_id = ${old.id}`)).toEqual(
      [{ phase_until: '2026-12-31' }],
    )
    expect((await desk.get(`/fi/kunnat?q=${old.name}`, centre)).text).toContain(
      'Liittyy kuntaan Suurkunta 1.1.2027',
    )
  })

  test('changes no count of a day before it, whenever it is asked', async () => {
    const { path, fields } = await newMerger()
    const card = await desk.card({ registeredOn: '2026-03-15' })
    const use = await makeUse(desk.world.db, {
      card,
      site: desk.site,
      usedAt: new Date('2026-05-04T07:00:00Z'),
    })
    const before = await byYear()
    await desk.post(path, fields, centre)
    await applyDueChanges(desk.world.db, '2027-01-01')
    expect(await byYear()).toEqual(before)
    // What is taken back is taken from where it was counted.
    const undone = {
      use_id: use.id,
      used_on: '2026-05-04',
      cancelled_at: new Date('2027-01-02T10:00:00Z'),
      cancelled_by: 'test',
    }
    await desk.world.db.insertInto('use_cancellation').values(undone).execute()
    expect(await byYear()).toEqual([])
  })

  test('takes its area along when the other one is in none, and lets a pop-up site be', async () => {
    const { db } = desk.world
    const into = await db
      .insertInto('municipality')
      .values({ name_fi: 'Uusikunta' })
      .returning('id')
      .executeTakeFirstOrThrow()
    const old = desk.unit.municipality
    const popUp = await makeSite(db, { popUp: true, municipality: old })
    await desk.post(`/fi/kunnat/${old.id}/liita`, { into: String(into.id), year: '2027' }, centre)
    expect(
      await rowsOf(
        `select area_id, phase, phase_from, phase_until from area_membership where municipality_id = ${into.id}`,
      ),
    ).toEqual([{ area_id: old.areaId, phase: 'permanent', phase_from: '2027-01-01', phase_until: null }])
    expect(
      await rowsOf(
        `select site_id, municipality_id, area_id from site_period where period_from = '2027-01-01' order by 1`,
      ),
    ).toEqual([
      { site_id: desk.site.id, municipality_id: into.id, area_id: old.areaId },
      { site_id: popUp.id, municipality_id: into.id, area_id: null },
    ])
  })

  test('is refused with what was chosen when a place would stand twice, or when it was made before', async () => {
    const { db } = desk.world
    const { into, path, fields } = await newMerger()
    const { organisation_id } = await db
      .selectFrom('site')
      .select('organisation_id')
      .where('id', '=', desk.site.id)
      .executeTakeFirstOrThrow()
    const twin = {
      organisation_id,
      municipality_id: into.id,
      area_id: into.areaId,
      name: desk.site.name,
      category: 'culture' as const,
    }
    const { id } = await db.insertInto('site').values(twin).returning('id').executeTakeFirstOrThrow()
    const refused = await desk.post(path, fields, centre)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Muuta ensin toisen nimi.')
    expect(refused.html).toContain(`value="${into.id}" selected`)
    await db.updateTable('site_period').set({ name: 'Toinen' }).where('site_id', '=', id).execute()
    expect((await desk.post(path, fields, centre)).status).toBe(303)
    expect((await desk.post(path, fields, centre)).text).toContain('Tämän kunnan liitos on jo kirjattu.')
    expect((await desk.get(`${path}?asked=yes&into=&year=2027`, centre)).status).toBe(200)
    expect((await desk.get('/fi/kunnat/999999/liita', centre)).status).toBe(404)
  })
})
