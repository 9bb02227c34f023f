import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { htmlProblems } from '../../test/html.ts'
import { makeMunicipality, makeSite, makeUnit } from '../../test/makers.ts'
import { factsOf, hasPoppler, textOf } from '../../test/pdf.ts'
import { newWorld, type World } from '../../test/world.ts'
import { guidePath, paths } from './words.ts'

let world: World
beforeEach(async () => {
  world = await newWorld()
})
afterEach(() => world.end())

const open = async (path: string, who: Pick<World['anyone'], 'get'> = world.anyone) => {
  const answer = await who.get(path)
  expect(answer.status, path).toBe(200)
  expect(answer.headers.get('content-type')).toBe('application/pdf')
  // The viewer of a browser is an object, which the policy of our pages would leave blank.
  expect(answer.headers.get('content-security-policy')).toContain("object-src 'self'")
  expect(answer.headers.get('content-disposition')).toMatch(/^inline; filename="kaikukortti-[\w-]+\.pdf"$/)
  return new Uint8Array(await answer.arrayBuffer())
}

describe('the page of guides', () => {
  it('offers nine languages and every municipality in use, to anyone', async () => {
    await makeMunicipality(world.db, { name: 'Kajaani', nameSv: 'Kajana' })
    await makeMunicipality(world.db, { name: 'Hanko', phase: 'preparing' })
    const page = await (await world.anyone.get(paths.guides.sv)).text()
    expect(await htmlProblems(page)).toEqual([])
    expect(page.match(/<option /g)).toHaveLength(9 + 2)
    expect(page).toContain('Davvisámegiella')
    expect(page).toContain('>Kajana<')
    expect(page).not.toContain('Hanko')
    expect(page).toContain(`action="/ohje.pdf"`)
    expect(page).toContain(`href="${paths.handOver.sv}"`)
  })

  it('has the municipality of an issuer’s own unit chosen already', async () => {
    await makeMunicipality(world.db)
    const unit = await makeUnit(world.db)
    const issuer = await world.as({ role: 'issuer', unit })
    const page = await (await issuer.get(`${paths.guides.fi}?language=ar`)).text()
    const { municipalityId } = await world.db
      .selectFrom('issuing_unit')
      .select('municipality_id as municipalityId')
      .where('id', '=', unit.id)
      .executeTakeFirstOrThrow()
    expect(page).toMatch(new RegExp(`<option value="${municipalityId}" selected`))
    expect(page).toMatch(/<option value="ar" lang="ar" selected/)
  })
})

describe('a guide', () => {
  it('is the same for all who ask, and not sent again while it is', async () => {
    const { id } = await makeMunicipality(world.db, { name: 'Kajaani' })
    const all = await Promise.all(Array.from({ length: 100 }, () => open(guidePath('so', id))))
    expect(new Set(all.map((pdf) => Buffer.from(pdf).toString('latin1'))).size).toBe(1)
    const etag = (await world.anyone.get(guidePath('so', id))).headers.get('etag')!
    expect((await world.anyone.get(guidePath('so', id), { 'if-none-match': etag })).status).toBe(304)
  })

  it.each([
    '/ohje.pdf?language=xx',
    '/ohje.pdf?language=toString',
    '/ohje.pdf?language=fi&municipality=999999',
    '/ohje.pdf?language=fi&municipality=x',
    `/ohje.pdf?municipality=${'9'.repeat(30)}`,
  ])('is not there at %s', async (path) => expect((await world.anyone.get(path)).status).toBe(404))

  it.skipIf(!hasPoppler)('names the open sites of home, then of its area, and no others', async () => {
    const { db } = world
    const kajaani = await makeMunicipality(db, { name: 'Kajaani' })
    const sotkamo = await makeMunicipality(db, { name: 'Sotkamo' })
    const oulu = await makeMunicipality(db, { name: 'Oulu', area: 'Pohjois-Pohjanmaa' })
    await makeSite(db, { name: 'Aallon halli', municipality: sotkamo, category: 'sports' })
    await makeSite(db, { name: 'Taidemuseo', municipality: kajaani })
    await makeSite(db, { name: 'Oulun museo', municipality: oulu })
    const closed = await makeSite(db, { name: 'Suljettu', municipality: kajaani })
    await db.updateTable('site').set({ closed_on: '2026-05-01' }).where('id', '=', closed.id).execute()
    const text = textOf(await open(guidePath('fi', kajaani.id)))
    expect(text).toMatch(
      /Kohteita lähelläsi: Kajaani • Taidemuseo – Kulttuuri – Kajaani • Aallon halli – Liikunta – Sotkamo/,
    )
    expect(text).not.toMatch(/Oulun museo|Suljettu|Muita kohteita/)
    expect(text).toContain('localhost:3000/fi/kohteet')
  })

  it.skipIf(!hasPoppler)('without a municipality is general, in the language of the reader', async () => {
    const answer = await world.anyone.get('/ohje.pdf', { 'accept-language': 'sv' })
    expect(factsOf(new Uint8Array(await answer.arrayBuffer())).Title).toBe('Så använder du Kaikukortet')
  })

  it.skipIf(!hasPoppler)('says the children’s age of the policy in force', async () => {
    await world.db
      .updateTable('policy')
      .set({ child_age: 17, validity_months: 24 })
      .where('valid_from', '<=', '2026-05-04')
      .execute()
    const text = textOf(await open(guidePath('fi', null)))
    expect(text).toContain('alle 17-vuotiaille')
    expect(text).toContain('24 kuukautta')
  })
})

describe('the paper form', () => {
  it('opens for anyone, in three languages', async () => {
    for (const path of Object.values(paths.handOver)) await open(path)
  })

  it.skipIf(!hasPoppler)('has the unit of an issuer written in, and of nobody else', async () => {
    const unit = await makeUnit(world.db, { name: 'Nuorten työpaja' })
    const issuer = await world.as({ role: 'issuer', unit })
    expect(textOf(await open(paths.handOver.fi, issuer))).toContain('Nuorten työpaja')
    expect(textOf(await open(paths.handOver.fi))).not.toContain('Nuorten työpaja')
  })
})
