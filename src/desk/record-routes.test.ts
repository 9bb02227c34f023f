import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type DeskWorld, newDesk } from '../../test/desk.ts'
import { type MadeCard, makeSite, makeUse } from '../../test/makers.ts'

let desk: DeskWorld
beforeEach(async () => {
  desk = await newDesk()
})
afterEach(() => desk.world.end())

describe('once is once', () => {
  test('two taps on the button record one use, and both get the good news', async () => {
    const { code } = await desk.card({ children: 2 })
    const { path } = await desk.open(code)
    const tap = () => desk.post(path, { children: '2', event: '' })
    const answers = await Promise.all([tap(), tap(), tap()])
    expect(new Set(answers.map(({ status, to }) => `${status} ${to}`)).size).toBe(1)
    expect(answers[0]!.to).toContain('/fi/kassa?use=')
    expect(await desk.uses()).toHaveLength(1)
    expect(await desk.counted()).toEqual({ adults: 1, children: 2 })
  })

  test('the same request an hour later, when the card has expired, still gets its answer', async () => {
    const { code, id } = await desk.card()
    const { path } = await desk.open(code)
    const first = await desk.post(path, {})
    await desk.pass(60)
    await desk.world.db.updateTable('card').set({ valid_until: '2026-05-03' }).where('id', '=', id).execute()
    expect(await desk.post(path, {})).toMatchObject({ status: 303, to: first.to })
    expect(await desk.uses()).toHaveLength(1)
  })

  test('back and another number: nothing more is recorded, and the page says what was', async () => {
    const { code } = await desk.card({ children: 2 })
    const { path } = await desk.open(code)
    await desk.post(path, { children: '0' })
    const again = await desk.post(path, { children: '2' })
    expect(again).toMatchObject({ status: 303, to: path })
    const { text } = await desk.get(path)
    expect(text).toContain('Kortti on jo kirjattu.')
    expect(text).toContain('1 aikuinen ·')
    expect(text).toContain('Jos määrä on väärä, kumoa kirjaus ja lue kortti uudelleen.')
    expect(await desk.uses()).toHaveLength(1)
  })

  test('a check sent twice is two checks and no use', async () => {
    const { code } = await desk.card()
    await desk.check(code)
    await desk.check(code)
    expect(await desk.checks()).toHaveLength(2)
    expect(await desk.uses()).toHaveLength(0)
  })

  test('a card that is corrected while it is recorded is asked about again', async () => {
    const { code, id } = await desk.card({ children: 3 })
    const { path } = await desk.open(code)
    await desk.world.db.updateTable('card').set({ children: 1, revision: 1 }).where('id', '=', id).execute()
    const refused = await desk.post(path, { children: '3' })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Kortin tiedoissa on 1 lapsi. Kortinjakaja voi korjata määrän.')
    // The chip is gone, the number is not: else the next tap would record no children at all.
    expect(refused.html).toMatch(/name="children" value="other" checked/)
    expect(refused.html).toMatch(/name="children-more"[^>]* value="3"/)
    expect((await desk.post(path, { children: '1' })).status).toBe(303)
    expect(await desk.uses()).toMatchObject([{ children: 1 }])
  })
})

describe('more children than the register says', () => {
  const over = { children: 'other', 'children-more': '5' }

  test('is refused with who can correct it; with a reason the site may let them in, and the row says so', async () => {
    const { code } = await desk.card({ children: 3 })
    const { path } = await desk.open(code)
    const refused = await desk.post(path, over)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Kortin tiedoissa on 3 lasta. Kortinjakaja voi korjata määrän.')
    expect(refused.text).toContain('Kirjaa silti')
    expect(refused.html).toMatch(/name="children-more"[^>]* value="5"/)

    const unsaid = await desk.post(path, { ...over, override: 'yes' })
    expect(unsaid.status).toBe(422)
    expect(unsaid.text).toContain('Valitse syy.')
    expect(await desk.uses()).toHaveLength(0)

    expect((await desk.post(path, { ...over, override: 'yes', reason: 'paper-card' })).status).toBe(303)
    expect(await desk.uses()).toMatchObject([{ children: 5, override_reason: 'paper-card' }])
    expect((await desk.audits('uses.create')).at(-1)!.subject).toMatchObject({ override: 'paper-card' })
    expect((await desk.get('/fi/kassa/tanaan')).text).toContain('Lapsia enemmän kuin tiedoissa')
  })

  test('a number corrected down needs no reason, and the row is as any other', async () => {
    const { code } = await desk.card({ children: 3 })
    const { path } = await desk.open(code)
    await desk.post(path, over)
    expect((await desk.post(path, { children: '3', override: 'yes', reason: 'other' })).status).toBe(303)
    expect(await desk.uses()).toMatchObject([{ children: 3, override_reason: null }])
  })

  test('a site that does not allow it has no such way', async () => {
    const strict = await makeSite(desk.world.db, { allowsOverride: false })
    const other = await desk.world.as({ role: 'venue', site: strict })
    const { code } = await desk.card({ children: 1 })
    const { path } = await desk.open(code, other)
    for (const more of [{}, { override: 'yes', reason: 'paper-card' }]) {
      const refused = await desk.post(path, { ...over, ...more }, other)
      expect(refused.status).toBe(422)
      expect(refused.text).toContain('Kortin tiedoissa on 1 lapsi. Kortinjakaja voi korjata määrän.')
      expect(refused.text).not.toContain('Kirjaa silti')
    }
    expect(await desk.uses()).toHaveLength(0)
  })

  test('a reason is one of ours: nothing about a person can be told', async () => {
    const { code } = await desk.card()
    const { path } = await desk.open(code)
    const refused = await desk.post(path, { ...over, override: 'yes', reason: 'Aino 131052-308T' })
    expect(refused.status).toBe(422)
    expect(refused.html).not.toContain('308T')
    expect(await desk.uses()).toHaveLength(0)
  })
})

describe('the same card again', () => {
  let again: MadeCard
  beforeEach(async () => {
    again = await desk.card({ children: 3 })
    await desk.post('/fi/kassa/tapahtuma', { event: 'Lumikuningatar' })
    await makeUse(desk.world.db, {
      ...{ card: again, site: desk.site, event: 'Lumikuningatar', children: 2 },
      usedAt: new Date(desk.world.now().getTime() - 20 * 60_000),
    })
  })

  test('is a question with the earlier entry; more tickets may be for children alone', async () => {
    const asked = await desk.open(again.code)
    expect(asked.text).toContain('Onko tämä sama kirjaus?')
    expect(asked.text).toContain(
      'Tälle kortille on jo kirjattu 1 aikuinen + 2 lasta tähän tapahtumaan (kirjattu klo 11.40).',
    )
    expect(asked.text).toContain('Sama kirjaus, älä tee mitään')
    expect(asked.text).toContain('Kirjaa lisäliput')
    const more = { adults: '0', children: '1', event: 'Lumikuningatar', again: 'yes' }
    expect((await desk.post(asked.path, more)).status).toBe(303)
    expect((await desk.uses()).at(-1)).toMatchObject({ adults: 0, children: 1, event: 'Lumikuningatar' })
  })

  test('that another desk recorded meanwhile is asked about before anything is written', async () => {
    const fresh = await desk.card()
    const { path } = await desk.open(fresh.code)
    await makeUse(desk.world.db, {
      card: fresh,
      site: desk.site,
      event: 'Lumikuningatar',
      usedAt: desk.world.now(),
    })
    const refused = await desk.post(path, { event: 'Lumikuningatar' })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Onko tämä sama kirjaus?')
    expect(await desk.uses()).toHaveLength(2)
    expect((await desk.post(path, { event: 'Lumikuningatar', again: 'yes' })).status).toBe(303)
    expect(await desk.uses()).toHaveLength(3)
  })

  test('is no question for another event, after three hours, or when the first was undone', async () => {
    const isAsked = async () => (await desk.open(again.code)).text.includes('Onko tämä sama kirjaus?')
    expect(await isAsked()).toBe(true)
    await desk.post('/fi/kassa/tapahtuma', { event: 'Tanssin päivä' })
    expect(await isAsked()).toBe(false)
    await desk.post('/fi/kassa/tapahtuma', { event: 'Lumikuningatar' })
    const [use] = await desk.uses()
    await desk.post(`/fi/kassa/kaytot/${use!.id}/kumoa`)
    expect(await isAsked()).toBe(false)
    await makeUse(desk.world.db, {
      card: again,
      site: desk.site,
      event: 'Lumikuningatar',
      usedAt: desk.world.now(),
    })
    expect(await isAsked()).toBe(true)
    await desk.pass(3 * 60 + 1)
    expect(await isAsked()).toBe(false)
  })

  test('more than nothing is wanted', async () => {
    const { path } = await desk.open(again.code)
    const refused = await desk.post(path, {
      adults: '0',
      children: '0',
      event: 'Lumikuningatar',
      again: 'yes',
    })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Valitse ainakin yksi lippu.')
  })
})

describe('a community card', () => {
  test('asks for workers and clients under 16, without a limit from the register, and shows its unit', async () => {
    const { code } = await desk.card({ type: 'community' })
    const asked = await desk.open(code)
    expect(asked.text).toContain('Yhteisön kortti on voimassa')
    expect(asked.text).toContain(desk.unit.name)
    expect(asked.text).toContain('Työntekijöitä')
    expect(asked.text).toContain('Alle 16-v. asiakkaita')
    expect(asked.text).toContain('Muilla asiakkailla on omat kortit.')
    const done = await desk.post(asked.path, { adults: '2', children: 'other', 'children-more': '9' })
    expect((await desk.get(done.to)).text).toContain('2 aikuista + 9 lasta')
    expect(await desk.uses()).toMatchObject([{ adults: 2, children: 9 }])
  })

  test('a personal card brings one adult only', async () => {
    const { code } = await desk.card()
    const { path } = await desk.open(code)
    const refused = await desk.post(path, { adults: '4' })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Henkilökohtaisella kortilla saa yhden aikuisen lipun.')
    expect(await desk.uses()).toHaveLength(0)
  })
})

describe('numbers that cannot be', () => {
  test.each([
    [{ children: 'other', 'children-more': '' }, 'Kirjoita määrä numerona, esimerkiksi 5.'],
    [{ children: 'other', 'children-more': '131052-308T' }, 'Kirjoita määrä numerona, esimerkiksi 5.'],
    [{ children: '0', 'children-more': '2' }, 'Valitse määrä uudelleen.'],
    [{ children: 'other', 'children-more': '999' }, 'Kerralla voi kirjata enintään 100 lippua.'],
    [{ children: '\u0000' }, 'Kirjoita määrä numerona, esimerkiksi 5.'],
    [{ event: `Aino 131052-308T` }, 'Tekstissä näyttää olevan henkilötunnus.'],
  ])('%j', async (fields, words) => {
    const { code } = await desk.card({ children: 3 })
    const { path } = await desk.open(code)
    const refused = await desk.post(path, fields as Record<string, string>)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain(words)
    expect(refused.html).not.toContain('308T')
    expect(await desk.uses()).toHaveLength(0)
    expect(desk.world.logged).toEqual([])
  })
})
