import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { htmlProblems } from '../../test/html.ts'
import { type MadeSite, type MadeUnit, makeMunicipality, makeSite, makeUnit } from '../../test/makers.ts'
import { hasPoppler, textOf } from '../../test/pdf.ts'
import { newWorld, type World } from '../../test/world.ts'
import { lessonDays } from './lesson-rules.ts'
import { forgetInductions } from './queries.ts'
import { remindOfInductions } from './remind.ts'

let world: World
let unit: MadeUnit
let other: MadeUnit
let site: MadeSite
type Someone = Awaited<ReturnType<World['as']>>

beforeAll(async () => {
  world = await newWorld()
  const kuhmo = await makeMunicipality(world.db, { name: 'Kuhmo' })
  unit = await makeUnit(world.db, { municipality: kuhmo, name: 'Sosiaalitoimisto Lentua' })
  other = await makeUnit(world.db, { municipality: kuhmo, name: 'Toinen toimisto' })
  site = await makeSite(world.db, { municipality: kuhmo, name: 'Teatteri Tuohus' })
})
afterAll(() => world.end())
beforeEach(() => sql`delete from induction; `.execute(world.db))

const mainOf = async (someone: Someone, path: string) => {
  const html = await (await someone.get(path)).text()
  return html.slice(html.indexOf('<main'), html.indexOf('</main>'))
}
const accountOf = async ({ accountRoleId }: Someone) =>
  (
    await world.db
      .selectFrom('account_role')
      .select('account_id')
      .where('id', '=', accountRoleId)
      .executeTakeFirstOrThrow()
  ).account_id!

const goThrough = async (someone: Someone, role: 'issuer' | 'venue') => {
  for (const lesson of Object.keys(lessonDays[role]))
    await someone.post(`/fi/perehdytys/oppitunti/${lesson}`, {})
  return someone.post('/fi/perehdytys/harjoittelu', {})
}

describe('one’s own induction', () => {
  test('goes lesson by lesson, may be left and gone on with, and ends with a certificate', async () => {
    const issuer = await world.as({ role: 'issuer', unit })
    expect(await mainOf(issuer, '/fi/perehdytys')).toContain('Perehdytyksesi on vielä tekemättä')
    expect(await mainOf(issuer, '/fi/oma')).toContain('Perehdytyksesi on vielä tekemättä')
    expect(await mainOf(issuer, '/fi/oma-paikka')).toContain('Perehdytyksesi on vielä tekemättä')
    expect(await mainOf(issuer, '/fi/tehtavat')).toContain('Perehdytyksesi on vielä tekemättä')
    expect(await mainOf(issuer, '/fi/anna-kortti')).toContain('Perehdytyksesi on vielä tekemättä')
    expect((await issuer.get('/fi/perehdytys/todistus.pdf')).status).toBe(404)

    const lesson = await mainOf(issuer, '/fi/perehdytys/oppitunti/unit')
    expect(lesson).toContain('Oppitunti 1/6')
    expect(lesson.match(/<details( class="right")?>/g)).toHaveLength(6)
    expect(lesson).toContain('Seuraava: Kuka voi saada kortin')
    const next = await issuer.post('/fi/perehdytys/oppitunti/unit', {})
    expect(next.headers.get('location')).toBe('/fi/perehdytys/oppitunti/who')
    await issuer.post('/fi/perehdytys/oppitunti/unit', {})
    const overview = await mainOf(issuer, '/fi/perehdytys')
    expect(overview).toMatch(
      /href="\/fi\/perehdytys\/oppitunti\/who"[^>]*>Jatka perehdytystä[\s\S]*Käyty 1\/6/,
    )

    const early = await issuer.post('/fi/perehdytys/harjoittelu', {})
    expect([early.status, (await early.text()).includes('Käy ensin loput läpi.')]).toEqual([422, true])
    expect((await issuer.get('/fi/perehdytys/oppitunti/site')).status).toBe(404)
    expect((await issuer.post('/fi/perehdytys/oppitunti/toString', {})).status).toBe(404)

    const done = await goThrough(issuer, 'issuer')
    const thanks = await mainOf(issuer, done.headers.get('location')!)
    expect(thanks).toContain('Perehdytyksesi on voimassa 3.5.2027 asti')
    for (const path of ['/fi/oma', '/fi/anna-kortti'])
      expect(await mainOf(issuer, path)).not.toContain('tekemättä')
    const paper = await issuer.get('/sv/introduktion/intyg.pdf')
    expect(paper.headers.get('content-type')).toBe('application/pdf')
    const text = hasPoppler ? textOf(new Uint8Array(await paper.arrayBuffer())) : null
    for (const part of [
      'Intyg över introduktion',
      'Sosiaalitoimisto Lentua',
      '4.5.2026',
      'Vem kan få kortet',
    ])
      if (text !== null) expect(text).toContain(part)

    for (const path of ['', '/oppitunti/who', '/harjoittelu', '/tyokaverit'])
      expect(await htmlProblems(await (await issuer.get(`/fi/perehdytys${path}`)).text())).toEqual([])

    // Progress is used up: the next year begins with the first lesson.
    expect(await mainOf(issuer, '/fi/perehdytys')).toContain('Kertaa oppitunnit')
    const audited = await sql<{ subject: unknown }>`
      select subject from audit where permission = 'inductions.do' and subject ? 'induction'`.execute(
      world.db,
    )
    expect(audited.rows).toEqual([{ subject: { induction: 'issuer' } }])
  })

  test('tells which lessons have changed since', async () => {
    const venue = await world.as({ role: 'venue', site })
    await sql`insert into induction (account_id, role, place, edition_on, done_on)
      values (${await accountOf(venue)}, 'venue', 'Teatteri', '2026-01-01', '2026-03-01')`.execute(world.db)
    expect(await mainOf(venue, '/fi/perehdytys')).toContain(
      '6 oppituntia on muuttunut perehdytyksesi jälkeen',
    )
    await venue.post('/fi/perehdytys/oppitunti/site', {})
    expect(await mainOf(venue, '/en/induction')).toContain('5 lessons have changed since your induction')
  })
})

describe('who has done it', () => {
  test('colleagues by name at one’s own place, counts by place for those who keep it', async () => {
    const ilona = await world.as({ role: 'issuer', unit })
    const far = await world.as({ role: 'issuer', unit: other })
    await goThrough(ilona, 'issuer')
    const nameOf = async (someone: Someone) =>
      (
        await world.db
          .selectFrom('account')
          .select('name')
          .where('id', '=', await accountOf(someone))
          .executeTakeFirstOrThrow()
      ).name
    await sql`update account set name = 'Kaukainen Esimerkki' where id = ${await accountOf(far)}`.execute(
      world.db,
    )
    const seen = await mainOf(ilona, '/fi/perehdytys/tyokaverit')
    expect(seen).toContain(await nameOf(ilona))
    expect(seen).toMatch(/3\.5\.2027 asti/)
    expect(seen).not.toContain('Kaukainen')

    const centre = await world.as({ role: 'centre' })
    const coordinator = await world.as({ role: 'coordinator', areaId: unit.municipality.areaId })
    const elsewhere = await makeMunicipality(world.db, { area: 'Päijät-Häme' })
    const stranger = await world.as({ role: 'coordinator', areaId: elsewhere.areaId })
    for (const who of [centre, coordinator]) {
      const counts = await mainOf(who, '/fi/perehdytykset?kind=unit')
      expect(counts.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')).toMatch(
        /Sosiaalitoimisto Lentua Kuhmo 1 0 1 Toinen toimisto Kuhmo 0 0 1/,
      )
      expect(counts).not.toContain('Kaukainen')
      expect(counts).not.toContain('Teatteri Tuohus')
    }
    expect(await mainOf(stranger, '/fi/perehdytykset')).not.toContain('Lentua')
    expect((await ilona.get('/fi/perehdytykset')).status).toBe(403)
    expect((await coordinator.get('/fi/perehdytys')).status).toBe(403)
    // The database says the same, whatever a page asks for.
    const rows = await world.read((db) => db.selectFrom('induction').select('id').execute(), null)
    expect(rows).toEqual([])
  })

  test('reminders go to the contact persons once a month, in their language, with no name', async () => {
    const { db } = world
    await sql`delete from mail`.execute(db)
    await sql`insert into contact_person (unit_id, name, email, made_at) values
      (${unit.id}, 'Aino Esimerkki', 'aino@esimerkki.example', ${world.now()}),
      (${other.id}, 'Eero Mallinen', null, ${world.now()})`.execute(db)
    const remind = () => remindOfInductions(db, world.now(), 'https://kaiku.example')
    const letters = () => db.selectFrom('mail').select(['recipient', 'text_body']).execute()
    expect(await remind()).toBe(0) // all have just come
    world.later(20 * 24 * 60)
    expect(await remind()).toBe(1)
    expect(await remind()).toBe(0)
    const [letter] = await letters()
    expect(letter!.recipient).toBe('aino@esimerkki.example')
    expect(letter!.text_body).toContain('Sosiaalitoimisto Lentua: 2 työntekijän perehdytys puuttuu')
    expect(letter!.text_body).toContain('https://kaiku.example/fi/perehdytys/tyokaverit')
    world.later(8 * 24 * 60)
    expect(await remind()).toBe(1) // June
    expect(await letters()).toHaveLength(2)
  })

  test('is forgotten after two years', async () => {
    const venue = await world.as({ role: 'venue', site })
    await goThrough(venue, 'venue')
    const left = async (today: string) => {
      await forgetInductions(world.db, today, 24)
      return (await world.db.selectFrom('induction').select('id').execute()).length
    }
    expect(await left('2028-05-31')).toBe(1)
    expect(await left('2028-06-01')).toBe(0)
  })
})
