import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { contactLine, makeBrochureArea, makeEdition } from '../../test/brochures.ts'
import { htmlProblems } from '../../test/html.ts'
import { hasPoppler, textOf } from '../../test/pdf.ts'
import { newWorld, type World } from '../../test/world.ts'
import { actBy, proofOfSession, type Write } from '../db/db.ts'
import { holderLanguages } from '../i18n/holder-languages.ts'
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

const makeArea = () => makeBrochureArea(world)
type Made = Awaited<ReturnType<typeof makeArea>>

const textAt = async (path: string, who: Pick<World['anyone'], 'get'> = world.anyone) => {
  const answer = await who.get(path)
  expect(answer.status, path).toBe(200)
  return answer.text()
}
const choices = ({ museum, hall, unit }: Made, given: Record<string, string> = {}) => ({
  ...{ sites: `${museum.id},${hall.id}`, units: String(unit.id), contacts: contactLine },
  ...{ [`site-${museum.id}`]: 'yes', [`site-${hall.id}`]: 'yes', [`unit-${unit.id}`]: 'yes' },
  ...given,
})
const at = (path: string, made: Made) => fill(path as '/:area', { area: made.area })
const publish = (made: Made) => made.coordinator.post(at(paths.publish.fi, made), {})
const fileOf = (area: number, edition: string, paper: string) => fill(editionFile, { area, edition, paper })

describe('a coordinator', () => {
  it('chooses, looks, publishes, and finds the edition public in nine languages', async () => {
    const made = await makeArea()
    const draft = at(paths.draft.fi, made)
    const page = await textAt(draft, made.coordinator)
    expect(await htmlProblems(page)).toEqual([])
    expect(page).toContain('Vuoden 2026 asiakasesite puuttuu')
    expect(page).toContain('Nuorten työpaja')
    expect(page).not.toMatch(/Salainen yksikkö|Oulun museo/)
    expect(await textAt(at(paths.publish.fi, made), made.coordinator)).toContain('puuttuvat yhteystiedot')

    const typed = choices(made, { [`site-${made.hall.id}`]: 'no', 'foreword-ar': 'أهلًا بكم' })
    const saved = await made.coordinator.post(draft, typed)
    expect(saved.headers.get('location')).toBe(`${draft}?done=saved`)
    const again = await textAt(`${draft}?done=saved`, made.coordinator)
    expect(again).toContain('valinnat on tallennettu')
    expect(again).toMatch(new RegExp(`name="site-${made.museum.id}" value="yes" checked`))
    expect(again).toMatch(new RegExp(`name="site-${made.hall.id}" value="yes"/?>`))

    expect((await publish(made)).headers.get('location')).toBe(`${draft}?done=published`)
    for (const language of holderLanguages) {
      const shown = await textAt(at(publicPaths.brochure[language], made))
      expect(await htmlProblems(shown), language).toEqual([])
      expect(shown).toContain('Taidemuseo')
      expect(shown).toContain('Tuuli Esimerkki')
      expect(shown).not.toMatch(/Aallon halli|Salainen yksikkö|Oulun museo/)
      expect(shown.includes('أهلًا بكم')).toBe(language === 'ar')
    }
    const arabic = await world.anyone.get(at(publicPaths.brochure.ar, made))
    expect(arabic.headers.get('set-cookie')).toBeNull()
    expect(await arabic.text()).toMatch(/<html lang="ar" dir="rtl"/)
    const text = await world.anyone.get(fileOf(made.area, '2026-1', 'fi.txt'))
    expect(text.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(await text.text()).toContain('* Taidemuseo – Kulttuuri')
  })

  it('cannot publish the same again, without a site, or for another area', async () => {
    const made = await makeArea()
    const draft = at(paths.draft.fi, made)
    await made.coordinator.post(draft, choices(made))
    expect((await publish(made)).status).toBe(303)
    const twice = await publish(made)
    expect(twice.status).toBe(422)
    expect(await twice.text()).toContain('Uusin painos sanoo jo saman')
    await made.coordinator.post(draft, { sites: `${made.museum.id},${made.hall.id}`, contacts: 'x' })
    expect((await publish(made)).status).toBe(422)
    expect(await world.db.selectFrom('brochure_edition').select('number').execute()).toHaveLength(1)
    for (const path of [paths.draft.fi, paths.preview.fi, paths.publish.fi]) {
      const foreign = fill(path as '/:area', { area: made.otherArea })
      expect((await made.coordinator.get(foreign)).status).toBe(404)
    }
  })

  it('gets back what was typed when a text names a person', async () => {
    const made = await makeArea()
    const typed = choices(made, { 'goodToKnow-sv': 'Ring 131052-308T.', 'foreword-fi': 'Tervetuloa' })
    const answer = await made.coordinator.post(at(paths.draft.fi, made), typed)
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('henkilötunnus')
    expect(page).toContain('Tervetuloa')
    expect(page).not.toContain('131052-308T')
    expect(await world.db.selectFrom('brochure_draft').select('area_id').execute()).toEqual([])
  })

  it('has the brochure of the year on the list until it is published, from the first of January', async () => {
    const made = await makeArea()
    const list = () => textAt('/fi/alueet-yllapito', made.coordinator)
    await makeEdition(world.db, made.area, { year: 2025, number: 1 })
    expect(await list()).toContain('Vuoden 2026 asiakasesite puuttuu')
    expect(await list()).toContain(`href="${at(paths.draft.fi, made)}"`)
    await makeEdition(world.db, made.area, { year: 2026, number: 1 })
    expect(await list()).not.toContain('asiakasesite puuttuu')
  })

  it.skipIf(!hasPoppler)('sees what is saved in the preview, and nothing of it is public', async () => {
    const made = await makeArea()
    await made.coordinator.post(at(paths.draft.fi, made), choices(made, { 'foreword-fi': 'Alkusanamme' }))
    const answer = await made.coordinator.get(`${at(paths.preview.fi, made)}?language=fi&layout=large`)
    expect(textOf(new Uint8Array(await answer.arrayBuffer()))).toMatch(/Alkusanamme.*Taidemuseo.*1\/2026/)
    expect(await textAt(at(publicPaths.brochure.fi, made))).toContain(
      'Alueen esitettä ei ole vielä julkaistu',
    )
    for (const query of ['language=xx', 'layout=poster', 'language=toString'])
      expect((await made.coordinator.get(`${at(paths.preview.fi, made)}?${query}`)).status).toBe(404)
  })
})

describe('an edition', () => {
  it('stays as it was when the register changes, and the next one tells what has changed', async () => {
    const made = await makeArea()
    await makeEdition(world.db, made.area, { year: 2026, number: 1 })
    const file = fileOf(made.area, '2026-1', 'fi-folded.pdf')
    const bytes = async () => Buffer.from(await (await world.anyone.get(file)).arrayBuffer())
    const text = () => textAt(fileOf(made.area, '2026-1', 'fi.txt'))
    const [pdf, plain] = [await bytes(), await text()]

    await world.db.updateTable('site').set({ name: 'Uimala' }).where('id', '=', made.hall.id).execute()
    await world.db
      .updateTable('site')
      .set({ closed_on: '2026-04-01' })
      .where('id', '=', made.museum.id)
      .execute()
    expect((await bytes()).equals(pdf)).toBe(true)
    expect(await text()).toBe(plain)

    await makeEdition(world.db, made.area, { year: 2026, number: 2 }, { today: '2026-05-04' })
    const page = await textAt(at(publicPaths.brochure.sv, made))
    expect(page).toMatch(/Jämfört med upplaga <bdi>1\/2026<\/bdi>.*Borta.*Taidemuseo/)
    expect(page).toMatch(/Uimala<\/bdi>: namn \(tidigare <bdi lang="fi">Aallon halli/)
    const old = fill(paths.edition.sv, { area: made.area, edition: '2026-1' })
    expect(await textAt(old)).toContain('Den här upplagan är gammal.')
    expect(await text()).toBe(plain)
  })

  it('cannot be changed or removed, by nobody', async () => {
    const made = await makeArea()
    await makeEdition(world.db, made.area, { year: 2026, number: 1 })
    for (const statement of [
      world.db.updateTable('brochure_edition').set({ number: 7 }),
      world.db.deleteFrom('brochure_edition'),
    ])
      await expect(statement.execute()).rejects.toThrow('never changed')
  })

  it('is the area’s coordinators’ alone to publish, whatever a query forgets', async () => {
    const made = await makeArea()
    const edition = (area: number) => ({
      ...{ area_id: area, year: 2026, number: 9, content: '{}', published_on: '2026-05-04' },
      ...{ published_at: world.now(), published_by: 'test' },
    })
    const draft = (area: number) => ({
      ...{ area_id: area, choices: '{}', changed_at: world.now(), changed_by: 'test' },
    })
    const as = (token: string | null, run: (db: Write) => Promise<unknown>) =>
      world.requests.transaction().execute(async (db) => {
        await actBy(db, token ? proofOfSession(proofOfToken(token)) : null)
        return run(db)
      })
    const { token } = made.coordinator
    const issuer = await world.as({ role: 'issuer', unit: made.unit })
    for (const [who, area] of [[token, made.otherArea] as const, [issuer.token, made.area] as const]) {
      await expect(
        as(who, (db) => db.insertInto('brochure_edition').values(edition(area)).execute()),
      ).rejects.toThrow('row-level security')
      await expect(
        as(who, (db) => db.insertInto('brochure_draft').values(draft(area)).execute()),
      ).rejects.toThrow('row-level security')
    }
    await as(token, (db) => db.insertInto('brochure_draft').values(draft(made.area)).execute())
    const seen = (who: string | null) =>
      as(who, (db) => db.selectFrom('brochure_draft').select('area_id').execute())
    expect(await seen(token)).toHaveLength(1)
    for (const who of [issuer.token, null]) expect(await seen(who)).toEqual([])
  })

  it('is not there at any other address', async () => {
    const made = await makeArea()
    await makeEdition(world.db, made.area, { year: 2026, number: 1 })
    for (const path of [
      ...['2026-2/fi.txt', '2025-1/fi.txt', '2026-1/xx.txt', '2026-1/fi-simple.pdf', '2026-1/fi-poster.pdf'],
      ...['2026-1/fi-simple-large.pdf', '2026-1/toString.txt', '2026-1/..%2ffi.txt', 'x/fi.txt'],
    ])
      expect((await world.anyone.get(`/esite/${made.area}/${path}`)).status, path).toBe(404)
    const pages = [
      publicPaths.brochure.fi.replace(':area', '999999'),
      publicPaths.brochure.fi.replace(':area', 'x'),
    ]
    for (const path of [...pages, `${at(publicPaths.brochure.fi, made)}/2026-9`])
      expect((await world.anyone.get(path)).status, path).toBe(404)
  })

  it('is handed to issuers and shown on the page of its area: always the latest', async () => {
    const made = await makeArea()
    const issuer = await world.as({ role: 'issuer', unit: made.unit })
    expect(await textAt(ownPlace.ownPlace.fi, issuer)).not.toContain('Avaa asiakasesite')
    await makeEdition(world.db, made.area, { year: 2025, number: 1 })
    await makeEdition(world.db, made.area, { year: 2026, number: 2 })
    expect(await textAt(ownPlace.ownPlace.fi, issuer)).toContain('Avaa asiakasesite (painos 2/2026)')
    const [, slug] = /href="\/fi\/alueet\/([a-z-]+)"/.exec(await textAt(publicPaths.areas.fi))!
    const pageOf = (area: string | number) => fill(publicPaths.localPage.fi, { area })
    expect(await textAt(pageOf(slug!))).toContain(`href="${at(publicPaths.brochure.fi, made)}"`)
    expect(await textAt(fill(publicPaths.brochure.fi, { area: slug! }))).toContain('2/2026')
  })
})
