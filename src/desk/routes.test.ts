import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Browser, type DeskWorld, mistyped, newDesk, strangeCode } from '../../test/desk.ts'
import { htmlProblems } from '../../test/html.ts'
import { type MadeSite, makeSite, makeUse } from '../../test/makers.ts'

let desk: DeskWorld
beforeEach(async () => {
  desk = await newDesk()
})
afterEach(() => desk.world.end())

describe('what the tickets are for', () => {
  test('is remembered until the day changes, and recorded with the use', async () => {
    expect((await desk.get('/fi/kassa')).text).toContain('Tänään täällä')
    const chosen = await desk.post('/fi/kassa/tapahtuma', { event: '  Lumi\u0000kuningatar  klo 18 ' })
    expect(chosen).toMatchObject({ status: 303, to: '/fi/kassa' })
    expect((await desk.get('/fi/kassa')).text).toContain('Lumi kuningatar klo 18 tänään · Esimerkkiteatteri')
    const { code } = await desk.card()
    const { path, html } = await desk.open(code)
    expect(html).toContain('name="event" value="Lumi kuningatar klo 18"')
    await desk.post(path, { event: 'Lumi kuningatar klo 18' })
    expect(await desk.uses()).toMatchObject([{ event: 'Lumi kuningatar klo 18' }])

    const next = await desk.world.as({ role: 'venue', site: desk.site })
    expect((await desk.get('/fi/kassa', next)).text).toContain('Tänään täällä')
    await desk.post('/fi/kassa/tapahtuma', { here: 'yes' })
    expect((await desk.get('/fi/kassa')).text).toContain('Tänään täällä')
  })

  test('yesterday’s choice is forgotten, but the event is offered for thirty days', async () => {
    await desk.post('/fi/kassa/tapahtuma', { event: 'Lumikuningatar' })
    await desk.world.db.updateTable('desk_choice').set({ chosen_on: '2026-05-03' }).execute()
    expect((await desk.get('/fi/kassa')).text).toContain('Tänään täällä')
    const one = await desk.card()
    const used = (event: string, day: string) =>
      makeUse(desk.world.db, { card: one, site: desk.site, event, usedAt: new Date(`${day}T09:00:00Z`) })
    await used('Tanssin päivä', '2026-04-29')
    await used('Runon ja suven päivä', '2026-04-04')
    await used('Minna Canthin päivä', '2026-03-19')
    const { text } = await desk.get('/fi/kassa/tapahtuma')
    expect(text).toContain('Tanssin päivä')
    expect(text).toContain('Runon ja suven päivä')
    expect(text).not.toContain('Minna Canthin päivä')
  })

  test('changed while a card waits leads back to the card', async () => {
    const { code } = await desk.card()
    const { path, html } = await desk.open(code)
    const id = path.split('/').at(-1)!
    expect(html).toContain(`/fi/kassa/tapahtuma?check=${id}`)
    expect((await desk.get(`/fi/kassa/tapahtuma?check=${id}`)).html).toContain(`name="check" value="${id}"`)
    expect((await desk.post('/fi/kassa/tapahtuma', { event: 'Tanssin päivä', check: id })).to).toBe(path)
    expect((await desk.get(path)).text).toContain('Tanssin päivä')
    const astray = { here: 'yes', check: '//elsewhere.example' }
    expect((await desk.post('/fi/kassa/tapahtuma', astray)).to).toBe('/fi/kassa')
  })

  test.each([
    ['nothing', '', 'Valitse tapahtuma, johon lippu annetaan.'],
    ['121 characters', 'x'.repeat(121), 'Nimi on liian pitkä. Lyhennä se 120 merkkiin.'],
    ['10,000 characters', 'x'.repeat(10_000), 'Nimi on liian pitkä. Lyhennä se 120 merkkiin.'],
    ['an identity code', 'Aino 131052-308T', 'Tekstissä näyttää olevan henkilötunnus.'],
    ['a phone number', 'Aino 040 123 4567', 'Tekstissä näyttää olevan puhelinnumero.'],
    ['a birth date', 'Aino s. 1.2.80', 'Tekstissä näyttää olevan syntymäaika.'],
    ['a NUL byte', '\u0000', 'Valitse tapahtuma, johon lippu annetaan.'],
  ])('is not %s', async (_, event, words) => {
    const refused = await desk.post('/fi/kassa/tapahtuma', { event })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain(words)
    expect(refused.html).not.toMatch(/308T|123 4567|1\.2\.80|x{200}/)
    expect(await desk.world.db.selectFrom('desk_choice').selectAll().execute()).toEqual([])
    expect(desk.world.logged).toEqual([])
  })
})

describe('a ticket intermediary', () => {
  let seller: Browser
  let museum: MadeSite
  beforeEach(async () => {
    const given = { intermediary: 'Lippupalvelu Oy', municipality: desk.unit.municipality }
    museum = await makeSite(desk.world.db, { name: 'Taidemuseo', ...given })
    await makeSite(desk.world.db, { name: 'Uimahalli', category: 'sports', ...given })
    const { id } = await desk.world.db
      .selectFrom('organisation')
      .select('id')
      .where('name', '=', 'Lippupalvelu Oy')
      .executeTakeFirstOrThrow()
    seller = await desk.world.as({ role: 'intermediary', organisationId: id })
  })

  test('chooses its site first, and it is remembered for the day', async () => {
    const { code } = await desk.card()
    for (const path of ['/fi/kassa', '/fi/kassa/tanaan', '/fi/kassa/tapahtuma']) {
      const { status, text } = await desk.get(path, seller)
      expect(status).toBe(200)
      expect(text).toContain('Missä kohteessa lippu annetaan?')
      expect(text).toContain('Taidemuseo')
      expect(text).not.toContain('Esimerkkiteatteri')
    }
    const early = await desk.check(code, seller)
    expect(early.status).toBe(422)
    expect(early.text).toContain('Valitse ensin kohde.')

    expect(
      (await desk.post('/fi/kassa/tapahtuma', { site: String(museum.id), here: 'yes' }, seller)).status,
    ).toBe(303)
    expect((await desk.get('/fi/kassa', seller)).text).toContain('Taidemuseo')
    const { path } = await desk.open(code, seller)
    await desk.post(path, {}, seller)
    expect(await desk.uses()).toMatchObject([{ site_id: museum.id }])
    expect((await desk.get('/fi/kassa/tanaan', seller)).text).toContain(`•••${code.slice(-4)}`)
    expect((await desk.get('/fi/kassa/tanaan')).text).not.toContain(`•••${code.slice(-4)}`)
  })

  test('records for the site of the page, though another was chosen meanwhile', async () => {
    const { code } = await desk.card()
    await desk.post('/fi/kassa/tapahtuma', { site: String(museum.id), event: 'Avajaiset' }, seller)
    const asked = await desk.post('/fi/kassa', { code, site: String(museum.id) }, seller)
    const pool = (await desk.world.db
      .selectFrom('site')
      .select('id')
      .where('name', '=', 'Uimahalli')
      .executeTakeFirst())!
    await desk.post('/fi/kassa/tapahtuma', { site: String(pool.id), here: 'yes' }, seller)
    expect((await desk.get(asked.to, seller)).text).toContain('Taidemuseo')
    await desk.post(asked.to, { event: 'Avajaiset' }, seller)
    expect(await desk.uses()).toMatchObject([{ site_id: museum.id, event: 'Avajaiset', category: 'culture' }])
  })

  test('has no other site than those that chose it', async () => {
    const { code } = await desk.card()
    for (const wrong of [String(desk.site.id), '0', '-1', 'x', '99999999999']) {
      expect((await desk.post('/fi/kassa/tapahtuma', { site: wrong, here: 'yes' }, seller)).status).toBe(422)
      expect((await desk.post('/fi/kassa', { site: wrong, code }, seller)).status).toBe(422)
    }
    expect(await desk.checks()).toEqual([])
    expect(desk.world.logged).toEqual([])
  })

  test('loses the checks of a site that chose another one', async () => {
    const { code } = await desk.card()
    await desk.post('/fi/kassa/tapahtuma', { site: String(museum.id), here: 'yes' }, seller)
    const { path } = await desk.open(code, seller)
    await desk.world.db.deleteFrom('site_intermediary').where('site_id', '=', museum.id).execute()
    expect((await desk.post(path, {}, seller)).status).toBe(404)
    expect(await desk.uses()).toHaveLength(0)
  })

  test('without any site hears where they come from', async () => {
    await desk.world.db.deleteFrom('site_intermediary').execute()
    expect((await desk.get('/fi/kassa', seller)).text).toContain('Sinulla ei ole vielä kohteita')
    expect((await desk.check(strangeCode(), seller)).status).toBe(422)
  })
})

describe('the day’s list', () => {
  test('begins empty, and says that this is fine', async () =>
    expect((await desk.get('/fi/kassa/tanaan')).text).toContain('Tänään ei ole vielä kirjattu mitään'))

  test('has the tickets of this site and day, the undone ones apart', async () => {
    const mine = await desk.card({ children: 3 })
    const other = await makeSite(desk.world.db, {})
    const use = (more: object) =>
      makeUse(desk.world.db, { card: mine, site: desk.site, usedAt: desk.world.now(), ...more })
    await use({ children: 2, event: 'Lumikuningatar' })
    await use({ adults: 2, companions: 1 })
    const { id } = await use({ children: 3 })
    await use({ usedAt: new Date('2026-05-03T20:59:00Z'), adults: 9 })
    await use({ site: other, adults: 8 })
    await desk.post(`/fi/kassa/kaytot/${id}/kumoa`)
    const { text } = await desk.get('/fi/kassa/tanaan')
    expect(text).toContain('Kirjauksia 2 Aikuisten lippuja 3 Lasten lippuja 2')
    expect(text).toContain('12.00 1 aikuinen + 2 lasta Lumikuningatar')
    expect(text).toContain('2 aikuista + 1 avustaja tai tulkki')
    expect(text).not.toMatch(/[89] aikuista/)
    expect((await desk.get('/fi/kassa')).text).toContain('Tänään kirjatut (2)')
  })
})

describe('in Swedish and English', () => {
  test('the whole way in Swedish', async () => {
    const { code } = await desk.card({ children: 3 })
    const asked = await desk.open(code, desk.venue, '/sv/kassa')
    expect(asked.path).toMatch(/^\/sv\/kassa\/kontroll\//)
    for (const words of ['Kortet gäller', 'Gäller till 14.3.2027', 'Hur många barn kommer med?'])
      expect(asked.text).toContain(words)
    const over = await desk.post(asked.path, { children: 'other', 'children-more': '4' })
    expect(over.text).toContain('I kortets uppgifter finns 3 barn. Kortutdelaren kan rätta antalet.')
    const done = await desk.post(asked.path, { children: '2' })
    const ready = await desk.get(done.to)
    expect(done.to).toMatch(/^\/sv\/kassa\?use=/)
    expect(ready.text).toContain('Registrerat. Ge kunden biljetten. 1 vuxen + 2 barn')
    const undone = await desk.post(`/sv/kassa/anvandningar/${done.to.split('=')[1]}/angra`)
    expect((await desk.get(undone.to)).text).toContain('Registreringen har ångrats.')
    expect((await desk.get('/sv/kassa/i-dag')).text).toContain('Registrerat i dag')
    expect((await desk.check('', desk.venue, '/sv/kassa')).text).toContain('Skriv kortets kod.')
  })

  test('and in English', async () => {
    const { code } = await desk.card({ registeredOn: '2025-03-15' })
    const asked = await desk.open(code, desk.venue, '/en/desk')
    expect(asked.path).toMatch(/^\/en\/desk\/checks\//)
    expect(asked.text).toContain('The card expired on 14 March 2026. It can be renewed where it was issued.')
  })
})

test('every page of the desk is sound HTML', async () => {
  const [many, expired] = [await desk.card({ children: 5 }), await desk.card({ registeredOn: '2025-01-01' })]
  const pages = [
    await desk.get('/fi/kassa'),
    await desk.check('131052-308T'),
    await desk.check(mistyped(many.code)),
    await desk.post('/fi/kassa/tapahtuma', { event: '' }),
    await desk.open(expired.code),
    await desk.open((await desk.card({ type: 'community' })).code),
    await desk.get('/fi/kassa/tanaan'),
  ]
  const asked = await desk.open(many.code)
  pages.push(asked, await desk.post(asked.path, { children: 'other', 'children-more': '6' }))
  const done = await desk.post(asked.path, { children: '5' })
  pages.push(await desk.get(done.to), await desk.get(asked.path), await desk.open(many.code))
  await desk.post(`/fi/kassa/kaytot/${done.to.split('=')[1]}/kumoa`)
  pages.push(
    await desk.get(done.to),
    await desk.get('/fi/kassa/tanaan'),
    await desk.get('/fi/kassa/tapahtuma'),
  )
  for (const { html } of pages) {
    expect(html).toContain('</html>')
    // A stacked table repeats the roles that browsers drop with its layout.
    const problems = (await htmlProblems(html)).filter((problem) => !problem.startsWith('no-redundant-role'))
    expect(problems).toEqual([])
  }
})
