import { afterEach, beforeEach, expect, test } from 'vitest'
import { type DeskWorld, newDesk } from '../../test/desk.ts'
import { htmlProblems } from '../../test/html.ts'
import { makeSite, makeUse } from '../../test/makers.ts'

let desk: DeskWorld
beforeEach(async () => {
  desk = await newDesk()
})
afterEach(() => desk.world.end())

const list = '/fi/kassa/varaukset'
const arrivals = () => desk.world.db.selectFrom('arrival').selectAll().execute()
const undone = () => desk.world.db.selectFrom('use_cancellation').select('use_id').execute()
const days = (count: number) => desk.world.later(count * 24 * 60)
const limit = (given: { kind?: 'ticket' | 'course-place'; volume: number; period: 'week' | 'term' }) =>
  desk.world.db
    .insertInto('site_limit')
    .values({ kind: 'ticket', site_id: desk.site.id, ...given })
    .execute()
/** Somebody at the desk on that day: sessions do not last for days. */
const venue = () => desk.world.as({ role: 'venue', site: desk.site })

const book = async (code: string, more: Record<string, string> = {}) => {
  const { path } = await desk.open(code)
  return desk.post(path, { children: '1', 'event-on': '2026-05-09', 'other-event': 'Kevätjuhla', ...more })
}

test('a ticket for another day is counted today, listed, and found by the card or the event', async () => {
  const { code, id } = await desk.card({ children: 2 })
  const asked = await desk.open(code)
  expect(asked.text).toContain('Lippu toiselle päivälle')
  expect(asked.text).toContain('Kortti on voimassa 14.3.2027 asti. Lippu kelpaa')
  const booked = await book(code)
  const [use] = await desk.uses()
  expect(use).toMatchObject({
    card_id: id,
    used_on: '2026-05-04',
    event_on: '2026-05-09',
    event: 'Kevätjuhla',
  })
  expect(await desk.counted()).toEqual({ adults: 1, children: 1 })
  expect((await desk.get(booked.to)).text).toContain('Päivälle 9.5.2026')

  const shown = await desk.get(list)
  for (const said of ['Kevätjuhla', '9.5.2026', code.slice(-4), 'Peru varaus'])
    expect(shown.text).toContain(said)
  expect(shown.text).not.toContain('Merkitse saapuneeksi')
  for (const q of [code, code.slice(-4).toLowerCase(), 'kevät']) {
    const found = await desk.post(list, { q })
    expect([found.status, found.to, found.text.includes('1 varaus löytyi')]).toEqual([200, '', true])
  }
  expect((await desk.post(list, { q: 'syksy' })).text).toContain('Haulla ei löytynyt varausta')
  expect((await desk.post(list, { q: '131052-308T' })).text).not.toContain('131052')
  // Nobody else's desk has it.
  const stranger = await desk.world.as({ role: 'venue', site: await makeSite(desk.world.db) })
  expect((await desk.get(list, stranger)).text).not.toContain('Kevätjuhla')
  for (const deed of ['peru', 'saapui', 'saapui/kumoa'])
    expect((await desk.post(`${list}/${use!.id}/${deed}`, {}, stranger)).status).toBe(404)
})

test('arriving is no second use, though the card has ended since; another ticket still can be given', async () => {
  const { code, id } = await desk.card({ children: 2 })
  await book(code)
  const [use] = await desk.uses()
  expect((await desk.post(`${list}/${use!.id}/saapui`)).text).toContain('Varaus ei ole tälle päivälle')
  days(5)
  await desk.world.db.updateTable('card').set({ valid_until: '2026-05-06' }).where('id', '=', id).execute()
  const who = await venue()
  const asked = await desk.open(code, who)
  expect(asked.text).toContain('Tällä kortilla on varattu: 1 aikuinen + 1 lapsi')
  expect(await htmlProblems(asked.html)).toEqual([])
  expect((await desk.get(`${asked.path}?new=yes`, who)).text).toContain('Kortin voimassaolo päättyi')
  const come = await desk.post(`${list}/${use!.id}/saapui`, {}, who)
  expect((await desk.get(come.to, who)).text).toContain('Merkitty saapuneeksi.')
  await desk.post(`${list}/${use!.id}/saapui`, {}, who)
  expect(await arrivals()).toHaveLength(1)
  expect(await desk.uses()).toHaveLength(1)
  expect((await desk.open(code, who)).text).not.toContain('on varattu')

  // Marked by mistake: the mark is taken back, on the day alone; the booking stands.
  const strip = await desk.get(`/fi/kassa?use=${use!.id}`, who)
  expect(strip.text).toContain('Kumoa saapuminen')
  expect(strip.html).not.toContain(`/fi/kassa/kaytot/${use!.id}/kumoa`)
  expect((await desk.get(list, who)).html).toContain(`${list}/${use!.id}/saapui/kumoa`)
  const back = await desk.post(`${list}/${use!.id}/saapui/kumoa`, {}, who)
  expect((await desk.get(back.to, who)).text).toContain('Saapuminen on kumottu. Varaus on voimassa.')
  expect([await arrivals(), await undone()]).toEqual([[], []])
  expect((await desk.audits('bookings.arrive')).at(-1)).toMatchObject({
    outcome: 'done',
    subject: { use: use!.id, takenBack: true },
  })
  await desk.post(`${list}/${use!.id}/saapui`, {}, who)
  days(1)
  const late = await desk.post(`${list}/${use!.id}/saapui/kumoa`, {}, await venue())
  expect([late.status, late.text.includes('vain tapahtumapäivänä')]).toEqual([422, true])
  expect(await arrivals()).toHaveLength(1)
})

test('a booking is cancelled until its day ends, and the day after the site sees a number', async () => {
  const { code } = await desk.card({ children: 2 })
  await book(code)
  const [use] = await desk.uses()
  const second = { card: await desk.card(), site: desk.site, usedAt: desk.world.now(), eventOn: '2026-05-09' }
  const late = await makeUse(desk.world.db, second)
  days(5)
  let who = await venue()
  const asked = await desk.get(`${list}/${use!.id}/peru`, who)
  expect(asked.text).toContain('Perutaanko varaus?')
  expect(await htmlProblems(asked.html)).toEqual([])
  expect(await undone()).toEqual([])
  expect((await desk.post(`${list}/${use!.id}/peru`, {}, who)).to).toBe(`${list}?cancelled`)
  expect(await undone()).toEqual([{ use_id: use!.id }])
  expect(await desk.counted()).toEqual({ adults: 1, children: 0 })
  days(1)
  who = await venue()
  expect((await desk.get(list, who)).text).toContain('9.5.2026: 1 varaus, joista 1 jäi merkitsemättä')
  const refused = await desk.post(`${list}/${late.id}/peru`, {}, who)
  expect([refused.status, refused.text.includes('eikä sitä voi enää perua')]).toEqual([422, true])
})

test('a day that is past, too far or no day comes back with all that was typed', async () => {
  const { code } = await desk.card({ children: 2 })
  for (const [day, said] of [
    ['2026-05-03', 'Päivä on jo mennyt.'],
    ['2028-05-03', 'Päivä on yli vuoden päässä.'],
    ['huomenna', 'Kirjoita päivä'],
  ] as const) {
    const refused = await book(code, { 'event-on': day })
    expect([refused.status, refused.text.includes(said)]).toEqual([422, true])
    expect(refused.html).toContain('value="Kevätjuhla"')
    expect(await htmlProblems(refused.html)).toEqual([])
  }
  expect((await book(code, { 'event-on': '2026-05-04' })).status).toBe(303)
  expect(await desk.uses()).toMatchObject([{ event_on: null, event: 'Kevätjuhla' }])
})

test('what the site gives can be chosen, and children get no course places', async () => {
  const { code } = await desk.card({ children: 2 })
  expect((await desk.open(code)).text).not.toContain('Mitä asiakas saa?')
  const early = await desk.open(code)
  const notGiven = await desk.post(early.path, { kind: 'season-pass' })
  expect(notGiven.status).toBe(422)
  expect(notGiven.text).toContain('Kohde ei anna tällaista lippua tai paikkaa kortilla.')
  await desk.world.db
    .updateTable('site')
    .set({ kinds: ['ticket', 'course-place'] })
    .execute()
  await limit({ kind: 'course-place', volume: 1, period: 'term' })
  const asked = await desk.open(code)
  expect(asked.text).toContain('Mitä asiakas saa?')
  const refused = await desk.post(asked.path, { kind: 'course-place', children: '1' })
  expect(refused.status).toBe(422)
  expect(refused.text).toContain('Kurssipaikan saa vain kortinhaltija. Valitse lasten määräksi 0.')
  expect((await desk.post(asked.path, { kind: 'course-place' })).status).toBe(303)
  const again = await desk.open(code)
  const second = await desk.post(again.path, { kind: 'course-place', again: 'yes' })
  expect(second.status).toBe(422)
  expect(second.text).toContain('Tässä kohteessa saa 1 kurssipaikan lukukaudessa.')
  expect((await desk.post(again.path, { kind: 'ticket', again: 'yes' })).status).toBe(303)
  expect((await desk.uses()).map(({ kind }) => kind)).toEqual(['course-place', 'ticket'])
})

test('a limit that is reached is told before any question, and set aside only with a reason that marks the row', async () => {
  const { code } = await desk.card({ children: 2 })
  await limit({ volume: 1, period: 'week' })
  const first = await desk.open(code)
  expect(first.text).toContain('Enintään 1 lippu viikossa. Jäljellä 1.')
  await desk.post(first.path, {})
  desk.world.later(10)
  const asked = await desk.open(code)
  for (const said of [
    'Tässä kohteessa saa 1 lipun viikossa.',
    'Seuraavan saa maanantaina 11.5.2026.',
    'Kirjaa silti',
  ])
    expect(asked.text).toContain(said)
  expect(await htmlProblems(asked.html)).toEqual([])
  const without = await desk.post(asked.path, { override: 'yes', again: 'yes' })
  expect([without.status, without.text.includes('Valitse syy')]).toEqual([422, true])
  expect(await htmlProblems(without.html)).toEqual([])
  expect((await desk.post(asked.path, { override: 'yes', again: 'yes', reason: 'agreed' })).status).toBe(303)
  expect((await desk.uses()).map((use) => use.override_reason)).toEqual([null, 'agreed'])
  expect((await desk.get('/fi/kassa/tanaan')).text).toContain('Yli kohteen rajan')
  await desk.world.db.updateTable('site').set({ allows_override: false }).execute()
  const closed = await desk.open(code)
  expect(closed.text).toContain('Seuraavan saa maanantaina 11.5.2026.')
  expect(closed.html).not.toContain('Kirjaa silti')
})
