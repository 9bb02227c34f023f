import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { makeBrochureArea, makeEdition } from '../../test/brochures.ts'
import { htmlProblems } from '../../test/html.ts'
import { newWorld, type World } from '../../test/world.ts'
import { actBy, proofOfSession, type Write } from '../db/db.ts'
import { paths as ownPlace } from '../own-place/words.ts'
import { publicPaths } from '../public-paths.ts'
import { fill } from '../web/paths.ts'
import { proofOfToken } from '../web/session-cookie.ts'
import { editionFile, paths } from './words.ts'

// The thread that sets type starts with fonts to unpack, beside other tests.
vi.setConfig({ testTimeout: 30_000 })

let world: World
beforeEach(async () => {
  world = await newWorld()
})
afterEach(() => world.end())

type Asker = Pick<World['anyone'], 'get'>
const textAt = async (path: string, who: Asker = world.anyone) => {
  const answer = await who.get(path)
  expect(answer.status, path).toBe(200)
  return answer.text()
}
const fileOf = (area: number, edition: string, paper: string) => fill(editionFile, { area, edition, paper })
/** Every kind of address at which an edition is read. */
const addressesOf = (area: number, edition: string) => [
  fill(paths.edition.fi, { area, edition }),
  fill(paths.edition.ar, { area, edition }),
  ...['ar.txt', 'fi-simple-simple.pdf'].map((paper) => fileOf(area, edition, paper)),
]
const withdrawalOf = (area: number, edition: string) => fill(paths.withdraw.fi, { area, edition })
const reason = { reason: 'place' }

/** An area whose one edition names a hall that should not be there. */
const makePublished = async () => {
  const made = await makeBrochureArea(world)
  await makeEdition(world.db, made.area, { year: 2026, number: 1 })
  return made
}

describe('a coordinator withdraws an edition', () => {
  it('with a reason, once, and only of the own area', async () => {
    const { area, otherArea, coordinator } = await makePublished()
    await makeEdition(world.db, otherArea, { year: 2026, number: 1 })
    const at = withdrawalOf(area, '2026-1')
    expect(await textAt(fill(paths.draft.fi, { area }), coordinator)).toContain(`href="${at}"`)
    const page = await textAt(at, coordinator)
    expect(await htmlProblems(page)).toEqual([])
    const unsaid = await coordinator.post(at, {})
    expect(unsaid.status).toBe(422)
    expect(await unsaid.text()).toContain('Valitse syy')

    const draft = fill(paths.draft.fi, { area })
    expect((await coordinator.post(at, reason)).headers.get('location')).toBe(`${draft}?done=withdrawn`)
    expect((await coordinator.post(at, { reason: 'other' })).status).toBe(422)
    expect((await coordinator.post(withdrawalOf(otherArea, '2026-1'), reason)).status).toBe(404)
    for (const none of ['2026-2', '2026-01', 'x'])
      expect((await coordinator.post(withdrawalOf(area, none), reason)).status).toBe(404)
    expect(await world.db.selectFrom('brochure_withdrawal').selectAll().execute()).toMatchObject([
      { area_id: area, year: 2026, number: 1, reason: 'place', withdrawn_at: world.now() },
    ])
    const logged = await world.db
      .selectFrom('audit as a')
      .innerJoin('brochure_withdrawal as w', 'w.withdrawn_by', 'a.actor')
      .select('a.subject')
      .where('a.outcome', '=', 'done')
      .execute()
    expect(logged).toMatchObject([{ subject: { area, edition: '2026-1', reason: 'place' } }])
  })
})

describe('a withdrawn edition', () => {
  it('is read nowhere by anybody but the centre, whatever they kept of it', async () => {
    const { area, unit, coordinator } = await makePublished()
    const issuer = await world.as({ role: 'issuer', unit })
    const centre = await world.as({ role: 'centre' })
    const before = await Promise.all(addressesOf(area, '2026-1').map((path) => world.anyone.get(path)))
    for (const { status, headers } of before) {
      expect(status).toBe(200)
      expect(headers.get('cache-control')).toBe('public, no-cache')
    }
    await coordinator.post(withdrawalOf(area, '2026-1'), reason)

    for (const [nth, path] of addressesOf(area, '2026-1').entries()) {
      const kept = { 'if-none-match': before[nth]!.headers.get('etag')! }
      for (const who of [world.anyone, issuer, coordinator]) {
        const answer = await who.get(path, kept)
        expect(answer.status, path).toBe(410)
        expect(answer.headers.get('cache-control')).toBe('no-store')
        const page = await answer.text()
        expect(page).not.toMatch(/Aallon halli|Taidemuseo|Tuuli Esimerkki/)
        const reader = path.includes('ar') ? 'ar' : path.includes('simple') ? 'fi-simple' : 'fi'
        expect(page).toContain(`href="${fill(publicPaths.brochure[reader], { area })}"`)
        expect(page.includes('<html lang="ar" dir="rtl"')).toBe(reader === 'ar')
        if (who === world.anyone) expect(await htmlProblems(page), path).toEqual([])
      }
      const answer = await centre.get(path)
      expect(answer.status, path).toBe(200)
      expect(answer.headers.get('cache-control')).toBe('no-store')
    }
    expect(await textAt(addressesOf(area, '2026-1')[0]!, centre)).toContain('Vain Kaikukeskus näkee')
  })

  it('leaves the area without one, until the next, which does not tell what is gone', async () => {
    const { area, hall, unit, coordinator } = await makePublished()
    const issuer = await world.as({ role: 'issuer', unit })
    const draft = fill(paths.draft.fi, { area })
    await coordinator.post(withdrawalOf(area, '2026-1'), reason)

    expect(await textAt('/fi/alueet-yllapito', coordinator)).toContain('Vuoden 2026 asiakasesite puuttuu')
    const page = await textAt(`${draft}?done=withdrawn`, coordinator)
    expect(page).toMatch(/Vedetty pois .*Esitteessä on paikka, jota ei saa näyttää/)
    expect(page).not.toContain(withdrawalOf(area, '2026-1'))
    expect(await textAt(ownPlace.ownPlace.fi, issuer)).not.toContain('Avaa asiakasesite')
    const current = fill(publicPaths.brochure.fi, { area })
    expect(await textAt(current)).toContain('Alueen esitettä ei ole vielä julkaistu')
    const [, slug] = /href="\/fi\/alueet\/([a-z-]+)"/.exec(await textAt(publicPaths.areas.fi))!
    expect(await textAt(fill(publicPaths.localPage.fi, { area: slug! }))).not.toContain(current)

    const typed = { sites: String(hall.id), contacts: 'Tuuli Esimerkki, 08 000 2001' }
    const publish = fill(paths.publish.fi, { area })
    await coordinator.post(draft, { ...typed, [`site-${hall.id}`]: 'yes' })
    expect(await textAt(publish, coordinator)).toContain('sama kuin pois vedetty painos 1/2026')
    await coordinator.post(draft, typed)
    const look = await textAt(publish, coordinator)
    expect(look).not.toMatch(/pois vedetty|Aallon halli/)
    expect((await coordinator.post(publish, {})).status).toBe(303)
    const next = await textAt(current)
    expect(next).toContain('2/2026')
    expect(next).toContain('1/2026</bdi>, 2.3.2026 (vedetty pois)')
    expect(next).not.toMatch(/Aallon halli|Mikä on muuttunut/)
  })

  it('is hidden by the database too, and stays withdrawn', async () => {
    const { area, otherArea, unit, coordinator } = await makePublished()
    await makeEdition(world.db, otherArea, { year: 2026, number: 1 })
    const issuer = await world.as({ role: 'issuer', unit })
    const centre = await world.as({ role: 'centre' })
    const as = <Result>(token: string | null, run: (db: Write) => Promise<Result>) =>
      world.requests.transaction().execute(async (db) => {
        await actBy(db, token ? proofOfSession(proofOfToken(token)) : null)
        return run(db)
      })
    const withdraw = (areaId: number) => (db: Write) =>
      db
        .insertInto('brochure_withdrawal')
        .values({
          ...{ area_id: areaId, year: 2026, number: 1, reason: 'place' },
          ...{ withdrawn_on: '2026-05-04', withdrawn_at: world.now(), withdrawn_by: 'test' },
        })
        .execute()
    for (const [token, of] of [
      [coordinator.token, otherArea] as const,
      [issuer.token, area] as const,
      [null, area] as const,
    ])
      await expect(as(token, withdraw(of))).rejects.toThrow('row-level security')
    await as(coordinator.token, withdraw(area))

    const read = (token: string | null) =>
      as(token, (db) => db.selectFrom('brochure_edition').select('area_id').execute())
    for (const token of [coordinator.token, issuer.token, null])
      expect(await read(token)).toEqual([{ area_id: otherArea }])
    expect(await read(centre.token)).toHaveLength(2)
    const told = (token: string | null) =>
      as(token, (db) => db.selectFrom('brochure_withdrawal').select('reason').execute())
    expect(await told(coordinator.token)).toEqual([reason])
    for (const token of [issuer.token, null]) expect(await told(token)).toEqual([])
    for (const statement of [
      world.db.updateTable('brochure_withdrawal').set({ reason: 'other' }),
      world.db.deleteFrom('brochure_withdrawal'),
    ])
      await expect(statement.execute()).rejects.toThrow('stays withdrawn')
  })
})

describe('an edition that was made before a language came', () => {
  it('opens in the nearest that it has, and says so', async () => {
    const { area, museum } = await makePublished()
    const { content } = await world.db
      .selectFrom('brochure_edition')
      .select('content')
      .executeTakeFirstOrThrow()
    const { words, ...rest } = content as { words: Record<string, unknown> }
    const { so: _so, se: _se, ar: _ar, ...old } = words
    await world.db
      .insertInto('brochure_edition')
      .values({
        ...{ area_id: area, year: 2026, number: 2, content: JSON.stringify({ ...rest, words: old }) },
        ...{ published_on: '2026-05-04', published_at: world.now(), published_by: 'test' },
      })
      .execute()
    for (const [reader, nearest, tag] of [
      ['so', 'en', '<div lang="en">'],
      ['se', 'fi', '<div lang="fi">'],
      ['ar', 'en', '<div lang="en" dir="ltr">'],
    ] as const) {
      const page = await textAt(fill(publicPaths.brochure[reader], { area }))
      expect(await htmlProblems(page), reader).toEqual([])
      expect(page).toContain(tag)
      expect(page).toContain('Taidemuseo')
      expect(page).toContain(`href="${fileOf(area, '2026-2', `${nearest}.txt`)}"`)
      expect(page).toContain(fill(publicPaths.site[nearest], { site: museum.id }))
      expect((await world.anyone.get(fileOf(area, '2026-2', `${reader}.txt`))).status).toBe(404)
      expect(await textAt(fill(paths.edition[reader], { area, edition: '2026-1' }))).not.toContain(tag)
    }
    expect(await textAt(fill(publicPaths.brochure.so, { area }))).toContain('kuma jirto luqaddaada')
    expect(await textAt(fileOf(area, '2026-2', 'en.txt'))).toContain('Taidemuseo')
  })
})
