import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { htmlProblems } from '../../test/html.ts'
import { type MadeUnit, makeCard, makeMunicipality, makeUnit } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'

type Someone = Awaited<ReturnType<World['as']>>
let world: World
let centre: Someone
let unit: MadeUnit
beforeEach(async () => {
  // The database asks its own clock whether a policy has begun, so these days lie after those of any machine.
  world = await newWorld('2126-05-06T09:00:00Z')
  centre = await world.as({ role: 'centre' })
  unit = await makeUnit(world.db, {
    municipality: await makeMunicipality(world.db, { name: 'Kuhmo', area: 'Kainuu' }),
  })
})
afterEach(() => world.end())

const list = '/fi/saannot'
const numbers = {
  ...{ from: '1.1.2127', validityMonths: '12', minimumAge: '16', childAge: '18', maximumChildren: '20' },
  ...{ communityChildAge: '16', communityValidityMonths: '12', source: 'Kaikukeskuksen päätös 1.4.2126' },
}
const policies = () => world.db.selectFrom('policy').selectAll().orderBy('valid_from').execute()
const audits = () =>
  world.db
    .selectFrom('audit')
    .select(['outcome', 'subject'])
    .where('permission', '=', 'policies.change')
    .orderBy('id')
    .execute()
const send = async (path: string, fields: Record<string, string>, who = centre) => {
  const reply = await who.post(path, fields)
  const html = await reply.text()
  return { status: reply.status, to: reply.headers.get('location') ?? '', html, text: wordsOf(html) }
}
const wordsOf = (html: string) =>
  (/<main[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1] ?? '').replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const open = async (path: string, who = centre) => {
  const reply = await who.get(path)
  return { status: reply.status, text: wordsOf(await reply.text()) }
}

describe('the page of rules', () => {
  test('says what holds, what held, and what each rests on', async () => {
    const { text } = await open(list)
    expect(text).toContain('Voimassa nyt 26.2.2025 alkaen')
    expect(text).toContain('Käyttöehdot 26.2.2025')
    expect(text).toContain('1.1.2015–25.2.2025')
    expect(text).toContain('Muutoksia ei ole odottamassa.')
    expect(await htmlProblems(await (await centre.get(list)).text())).toEqual([])
  })

  test('a coordinator reads it and changes nothing', async () => {
    const coordinator = await world.as({ role: 'coordinator', areaId: unit.municipality.areaId })
    const { status, text } = await open(list, coordinator)
    expect(status).toBe(200)
    expect(text).not.toContain('Lisää uudet luvut')
    for (const path of ['uusi', 'tallenna', 'peru'])
      expect((await coordinator.post(`${list}/${path}`, numbers)).status).toBe(403)
  })

  test.each([
    ['/fi/saannot?on=15.3.2024', 'alle 16-vuotias'],
    ['/fi/saannot?on=2026-03-15', 'Lapsi on alle 18-vuotias'],
    ['/sv/regler?on=15.3.2024', 'under 16 år'],
    ['/en/policies?on=15.3.2024', 'A child is under 16'],
    ['/fi/saannot?on=eilen', 'Kirjoita päivä näin: 15.3.2024.'],
    ['/fi/saannot?on=1.1.2000', 'Ensimmäinen sääntö alkoi 1.1.2015.'],
  ])('explains the rule of a day: %s', async (path, words) =>
    expect((await open(path)).text).toContain(words),
  )
})

describe('adding numbers', () => {
  test('is shown first and saved then; the audit log names the numbers', async () => {
    const changed = { ...numbers, validityMonths: '24', phoneCard: 'yes' }
    const shown = await send(`${list}/uusi`, changed)
    expect(shown.status).toBe(200)
    expect(shown.text).toContain('Tarkista ennen tallentamista')
    expect(await htmlProblems(shown.html)).toEqual([])
    expect(await policies()).toHaveLength(2)
    const saved = await send(`${list}/tallenna`, changed)
    expect(saved).toMatchObject({ status: 303, to: `${list}?done=added` })
    expect((await policies()).at(-1)).toEqual({
      ...{ valid_from: '2127-01-01', validity_months: 24, minimum_age: 16, child_age: 18 },
      ...{ maximum_children: 20, community_child_age: 16, community_validity_months: 12 },
      ...{ phone_card: true, source: 'Kaikukeskuksen päätös 1.4.2126' },
    })
    const [looked, added] = await audits()
    expect(looked!.subject).toMatchObject({ policy: '2127-01-01', looked: true, validityMonths: 24 })
    expect(added!.subject).toMatchObject({ policy: '2127-01-01', validityMonths: 24, phoneCard: true })
    expect(JSON.stringify([looked, added])).not.toContain('Kaikukeskuksen')
    expect((await open(saved.to)).text).toMatch(/Uudet luvut on tallennettu\..*Tulossa 1\.1\.2127 alkaen/)
  })

  test.each([
    ['today', { from: '6.5.2126', minimumAge: '15' }, 'Valitse huominen tai myöhempi päivä.'],
    ['the same numbers', {}, 'Luvut ovat samat kuin ennen.'],
    ['no source', { minimumAge: '15', source: ' ' }, 'Kirjoita, mihin muutos perustuu.'],
    ['too long a time', { validityMonths: '99' }, 'Kirjoita kokonaisluku väliltä 1–60.'],
    [
      'a phone in the source',
      { minimumAge: '15', source: 'Aino 040 123 4567' },
      'näyttää olevan puhelinnumero',
    ],
  ])('%s is refused before and at saving, and the rest stays typed', async (_, wrong, words) => {
    for (const path of ['uusi', 'tallenna']) {
      const refused = await send(`${list}/${path}`, { ...numbers, ...wrong })
      expect(refused.status).toBe(422)
      expect(refused.text).toContain(words)
      expect(refused.html).not.toContain('040 123')
      expect(refused.html).toContain('value="20"')
    }
    expect(await policies()).toHaveLength(2)
    expect(JSON.stringify([await audits(), world.logged])).not.toContain('040 123')
  })

  test('a day that is taken is refused, also when two save at the same moment', async () => {
    const changed = { ...numbers, validityMonths: '24' }
    const both = await Promise.all([send(`${list}/tallenna`, changed), send(`${list}/tallenna`, changed)])
    expect(both.map(({ status }) => status).sort()).toEqual([303, 422])
    expect((await send(`${list}/uusi`, changed)).text).toContain('Samana päivänä alkavat jo toiset luvut.')
    expect(await policies()).toHaveLength(3)
  })
})

describe('what a change would have done to last year', () => {
  const cards = async (count: number, given: Parameters<typeof makeCard>[2]) => {
    for (let made = 0; made < count; made += 1) await makeCard(world.db, world.keys, { unit, ...given })
  }
  const preview = async (changed: Record<string, string>) =>
    (await send(`${list}/uusi`, { ...numbers, ...changed })).text

  test('is counted from the personal cards of the twelve months before today', async () => {
    await cards(5, { registeredOn: '2125-05-06', birthYear: 2109 })
    await cards(1, { registeredOn: '2126-05-05', birthYear: 2109, children: 7 })
    await cards(6, { registeredOn: '2126-01-31', birthYear: 1980 })
    // None of these: the day before, today, in stock, of a community.
    await cards(1, { registeredOn: '2125-05-05', birthYear: 2109 })
    await cards(1, { registeredOn: '2126-05-06', birthYear: 2110 })
    await cards(1, { stock: true })
    await cards(1, { registeredOn: '2126-01-31', type: 'community' })
    const text = await preview({ minimumAge: '18', validityMonths: '11', maximumChildren: '6' })
    expect(text).toContain('6.5.2125–5.5.2126')
    expect(text).toContain('Kortteja rekisteröitiin noin 10 korttia')
    expect(text).toContain('saaja liian nuori noin 5 korttia')
    expect(text).toContain('liian monta lasta alle 5')
    expect(text).toContain('aikaisempi noin 10 korttia')
    expect(text).toContain('myöhempi ei yhtään')
    expect(text).toContain('siirtynyt 30–31 päivää')
  })

  test('tells what comes within the rule, of cards that an import brought', async () => {
    await cards(5, { registeredOn: '2126-02-01', birthYear: 2111 })
    await cards(5, { registeredOn: '2126-02-01', children: 25 })
    const text = await preview({ minimumAge: '15', maximumChildren: '30', childAge: '17' })
    expect(text).toContain('saajan ikä noin 5 korttia')
    expect(text).toContain('lasten määrä noin 5 korttia')
    expect(text).toContain('Lasten ikiä ei tallenneta')
    expect(text).toContain('Kortteja, joilla on lapsia: noin 5 korttia')
  })

  test('a card that its pilot ends anyway has the same last day', async () => {
    await world.db
      .updateTable('area_membership')
      .set({ phase: 'pilot', phase_from: '2126-01-01', phase_until: '2126-08-31' })
      .where('municipality_id', '=', unit.municipality.id)
      .execute()
    await cards(6, { registeredOn: '2126-02-01', validUntil: '2126-08-31' })
    const text = await preview({ validityMonths: '24' })
    expect(text).toContain('Kortteja rekisteröitiin noin 5 korttia')
    expect(text).toContain('myöhempi alle 5')
    expect(text).toContain('aikaisempi ei yhtään')
  })

  test('fewer than five are told to nobody, nor by how many days they moved', async () => {
    await cards(4, { registeredOn: '2126-02-01' })
    const text = await preview({ validityMonths: '24' })
    expect(text).toContain('Kortteja rekisteröitiin alle 5')
    expect(text).toContain('myöhempi alle 5')
    expect(text).not.toContain('siirtynyt')
  })

  test('two previews do not differ by one card, and none is told only where there can be none', async () => {
    await cards(6, { registeredOn: '2126-02-01', birthYear: 1980, children: 5 })
    await cards(1, { registeredOn: '2126-02-01', birthYear: 1980, children: 4 })
    for (const most of ['3', '4'])
      expect(await preview({ maximumChildren: most })).toContain('liian monta lasta noin 5 korttia')
    expect(await preview({ maximumChildren: '6' })).toContain('liian monta lasta alle 5')
    const milder = await preview({ maximumChildren: '21', minimumAge: '17' })
    expect(milder).toContain('liian monta lasta ei yhtään')
    expect(milder).toContain('nuori alle 5')
  })

  test('without any card the page still stands', async () =>
    expect(await preview({ validityMonths: '24' })).toContain('Kortteja rekisteröitiin ei yhtään'))
})

describe('taking back', () => {
  beforeEach(() => send(`${list}/tallenna`, { ...numbers, validityMonths: '24' }))

  test('is asked first, and done then', async () => {
    const asked = await open(`${list}/peru?from=2127-01-01`)
    expect(asked.text).toContain('Luvut, joiden piti tulla voimaan 1.1.2127, poistetaan.')
    const done = await send(`${list}/peru`, { from: '2127-01-01' })
    expect(done).toMatchObject({ status: 303, to: `${list}?done=back` })
    expect(await policies()).toHaveLength(2)
    expect((await audits()).at(-1)!.subject).toMatchObject({ policy: '2127-01-01', takenBack: true })
    const again = await send(`${list}/peru`, { from: '2127-01-01' })
    expect(again.status).toBe(422)
    expect(again.text).toContain('Peruttavaa ei ole')
  })

  test('what has begun stays for good', async () => {
    for (const from of ['2015-01-01', '2025-02-26'])
      expect((await send(`${list}/peru`, { from })).status).toBe(422)
    world.later(60 * 24 * 300)
    const then = await world.as({ role: 'centre' })
    expect((await open(list, then)).text).toContain('Voimassa nyt 1.1.2127 alkaen')
    expect((await send(`${list}/peru`, { from: '2127-01-01' }, then)).status).toBe(422)
    expect(await policies()).toHaveLength(3)
  })
})
