import { createHash, createHmac, type Hash, type Hmac } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type MadeCard, makeCard, makeUnit } from '../../test/makers.ts'
import { countAnswers, linkBy, phoneOf } from '../../test/wellbeing.ts'
import { newWorld, type World } from '../../test/world.ts'
import { forgetPast } from '../sweep.ts'

let world: World
let card: MadeCard
let issuer: Awaited<ReturnType<World['as']>>
let link: string
let phone: ReturnType<typeof phoneOf>

beforeEach(async () => {
  world = await newWorld()
  const unit = await makeUnit(world.db)
  card = await makeCard(world.db, world.keys, { unit })
  issuer = await world.as({ role: 'issuer', unit })
  link = await linkBy(issuer, card)
  phone = phoneOf(world)
})
afterEach(() => world.end())

const text = async (reply: Promise<Response>) => (await reply).text()
const round = () => world.db.selectFrom('wellbeing_round').selectAll().executeTakeFirstOrThrow()
const answers = () =>
  world.db.selectFrom('wellbeing_answer').select(['item', 'points']).orderBy('item').execute()

describe('the way through', () => {
  test('ten questions, one a page, one skipped, one changed, and handed in', async () => {
    expect((await phone.post(link)).headers.get('location')).toBe(`${link}/k/1`)
    for (let item = 1; item <= 10; item++) {
      const html = await text(phone.get(`${link}/k/${item}`))
      expect(html).toContain(`${item}/10`)
      expect(html.match(/name="points"/g)).toHaveLength(6)
      const reply = await phone.post(`${link}/k/${item}`, { points: item === 3 ? 'skip' : '4' })
      expect(reply.headers.get('location')).toBe(item < 10 ? `${link}/k/${item + 1}` : `${link}/loppu`)
    }
    expect(await text(phone.get(`${link}/k/4`))).toContain('Usein<span class="vh">. Vastasit näin')
    expect(await text(phone.get(`${link}/k/3`))).toContain('Ohitit tämän')
    await phone.post(`${link}/k/4`, { points: '1' })
    expect(await text(phone.get(`${link}/loppu`))).toContain('9/10')
    await phone.post(`${link}/loppu`, { keep: 'yes' })
    expect(await text(phone.get(link))).toContain('Vastauksesi on tallennettu')
    const points = (await answers()).map((one) => one.points)
    expect(points).toEqual([4, 4, null, 1, 4, 4, 4, 4, 4, 4])
  })

  test('stopping early hands in what there is, or deletes it', async () => {
    await phone.post(link)
    await phone.post(`${link}/k/1`, { points: '5' })
    await phone.post(`${link}/loppu`, { keep: 'no' })
    expect(await answers()).toEqual([])
    expect(await round()).toMatchObject({ finished_at: null, ended_at: world.now() })
    expect(await text(phone.get(link))).toContain('Linkki ei ole enää voimassa')
  })

  test.each([[{}], [{ points: '' }], [{ points: 'x' }]])('no answer is asked again: %o', async (fields) => {
    await phone.post(link)
    const reply = await phone.post(`${link}/k/1`, fields as Record<string, string>)
    expect(reply.status).toBe(422)
    expect(await reply.text()).toContain('Valitse vastaus tai ohita kysymys.')
  })

  test.each([
    ['points that no answer has', 'k/1', '9'],
    ['a question that there is not', 'k/11', '3'],
  ])('%s are not kept', async (_, path, points) => {
    await phone.post(link)
    await phone.post(`${link}/${path}`, { points })
    expect(await answers()).toEqual([])
    expect((await phone.get(`${link}/k/11`)).status).toBe(404)
  })

  test('no page of it is kept by a browser or told to others', async () => {
    const reply = await phone.get(link)
    expect(reply.headers.get('cache-control')).toBe('no-store')
    expect(reply.headers.get('referrer-policy')).toBe('same-origin')
  })
})

describe('whose the link is', () => {
  test('before it is opened anyone who has it may begin; then only the browser that did', async () => {
    await phone.post(link)
    await phone.post(`${link}/k/1`, { points: '2' })
    const second = phoneOf(world)
    for (const path of [link, `${link}/k/1`, `${link}/loppu`]) {
      const html = await text(second.get(path))
      expect(html).toContain('Linkki on avattu toisessa laitteessa')
      expect(html).not.toContain('Harvoin')
    }
    await second.post(link)
    expect(second.cookie()).toBe('')
    await second.post(`${link}/k/1`, { points: '5' })
    await second.post(`${link}/loppu`, { keep: 'yes' })
    expect(await answers()).toEqual([{ item: 1, points: 2 }])
    expect((await round()).finished_at).toBeNull()
    expect(await text(phone.get(`${link}/k/1`))).toContain('Vastasit näin')
  })

  test('a made-up bond opens nothing', async () => {
    await phone.post(link)
    const cookie = `kaiku-bond=${'x'.repeat(43)}`
    expect(await text(world.anyone.get(`${link}/k/1`, { cookie }))).toContain('toisessa laitteessa')
  })

  test('once finished it says thanks and opens no more', async () => {
    await phone.post(link)
    await phone.post(`${link}/k/1`, { points: '2' })
    await phone.post(`${link}/loppu`, { keep: 'yes' })
    for (const path of [link, `${link}/k/1`, `${link}/loppu`]) {
      const html = await text(phone.get(path))
      expect(html).toContain('Kiitos')
      expect(html).not.toContain('Harvoin')
    }
    await phone.post(`${link}/k/1`, { points: '5' })
    await phone.post(`${link}/loppu`, { keep: 'no' })
    expect(await answers()).toEqual([{ item: 1, points: 2 }])
  })

  test('it works for a day, and what was not handed in then goes', async () => {
    await phone.post(link)
    await phone.post(`${link}/k/1`, { points: '2' })
    world.later(24 * 60 - 1)
    expect(await text(phone.get(`${link}/k/2`))).toContain('2/10')
    await forgetPast(world.db, world.now())
    expect(await countAnswers(world.db)).toBe(1)
    world.later(1)
    expect(await text(phone.get(`${link}/k/2`))).toContain('Linkki ei ole enää voimassa')
    await phone.post(`${link}/k/2`, { points: '2' })
    await forgetPast(world.db, world.now())
    expect(await answers()).toEqual([])
    expect((await round()).ended_at).not.toBeNull()
  })

  test('the issuer ends it, and a new one takes the place of the old', async () => {
    await phone.post(link)
    await phone.post(`${link}/k/1`, { points: '2' })
    await issuer.post(`/fi/kortti/${card.id}/kysymykset/lopeta`, {})
    expect(await answers()).toEqual([])
    expect(await text(phone.get(`${link}/k/1`))).toContain('Linkki ei ole enää voimassa')
    const next = await linkBy(issuer, card)
    expect(next).not.toBe(link)
    expect((await phone.post(next)).headers.get('location')).toBe(`${next}/k/1`)
  })

  test('it ends with the card', async () => {
    await phone.post(link)
    await world.db
      .updateTable('card')
      .set({ state: 'lost', closed_on: '2026-05-04' })
      .where('id', '=', card.id)
      .execute()
    expect(await text(phone.get(`${link}/k/1`))).toContain('Linkki ei ole enää voimassa')
    await phone.post(`${link}/k/1`, { points: '2' })
    expect(await answers()).toEqual([])
  })
})

describe('what could leak', () => {
  test('guesses find nothing and stay at the limit; a link that exists still opens', async () => {
    const guess = (number: number) => world.anyone.get(`/v/${String(number).padStart(43, 'x')}`)
    const statuses: number[] = []
    for (let number = 0; number < 200; number++) statuses.push((await guess(number)).status)
    expect(statuses.filter((status) => status === 404)).toHaveLength(20)
    expect(statuses.filter((status) => status === 429)).toHaveLength(180)
    expect((await world.anyone.post(`/v/${'y'.repeat(43)}`, {})).status).toBe(429)
    expect((await phone.get(link)).status).toBe(200)
    expect((await phone.post(link)).headers.get('location')).toBe(`${link}/k/1`)
    world.later(60)
    expect((await guess(1)).status).toBe(404)
  })

  const from = (address: string) => ({ incoming: { socket: { remoteAddress: address } } })
  const buckets = () => world.db.selectFrom('rate_limit').selectAll().execute()

  test('a link that exists leaves no row of where and when it was followed', async () => {
    const before = await buckets()
    for (let time = 0; time < 30; time++)
      expect((await world.app.request(link, {}, from('192.0.2.77'))).status).toBe(200)
    const headers = { 'sec-fetch-site': 'same-origin' }
    const start = { method: 'POST', body: new URLSearchParams(), headers }
    expect((await world.app.request(link, start, from('192.0.2.77'))).status).toBe(303)
    expect(await buckets()).toEqual(before)
  })

  test('the name of a limit needs the key, and holds no network', async () => {
    await world.app.request(`/v/${'x'.repeat(43)}`, {}, from('192.0.2.77'))
    const [bucket, ...others] = (await buckets())
      .map((row) => row.bucket)
      .filter((name) => /^wellb/.test(name))
    expect(others).toEqual([])
    const name = (hash: Hash | Hmac) => `wellbeing network ${hash.digest('base64url')}`
    expect(bucket).not.toBe(name(createHash('sha256').update('192.0.2')))
    const keyed = createHmac('sha256', world.keys.cardCode).update(`kk-wellbeing-v1\0network\0${'192.0.2'}`)
    expect(bucket).toBe(name(keyed))
  })

  test('the database keeps neither the token nor the bond', async () => {
    await phone.post(link)
    const kept = JSON.stringify(await round(), (_, value) =>
      value?.type === 'Buffer' ? Buffer.from(value.data).toString('base64url') : value,
    )
    expect(kept).not.toContain(link.split('/').at(-1)!)
    expect(kept).not.toContain(phone.cookie().split('=')[1]!)
  })

  test('the log tells that a round was begun, finished and deleted, and nothing of what was answered', async () => {
    await phone.post(link)
    await phone.post(`${link}/k/1`, { points: '2' })
    await phone.post(`${link}/k/2`, { points: 'skip' })
    await phone.post(`${link}/loppu`, { keep: 'yes' })
    await issuer.post(`/fi/kortti/${card.id}/suostumukset/peru-kysymykset`, {})
    const rows = await world.db.selectFrom('audit').select(['permission', 'subject']).orderBy('id').execute()
    const subjects = rows.map(({ subject }) => JSON.stringify(subject))
    expect(subjects.some((subject) => subject.includes('"begun":true'))).toBe(true)
    expect(subjects.some((subject) => subject.includes('"finished":true'))).toBe(true)
    expect(subjects.some((subject) => subject.includes('"rounds":1'))).toBe(true)
    // Of the two answers the log has the round alone: neither which question, nor what, nor whether it was skipped.
    const { id } = { id: subjects.map((subject) => JSON.parse(subject).round).find(Boolean) }
    const said = rows
      .filter(({ permission }) => permission === 'wellbeing.answer')
      .map(({ subject }) => subject)
    expect(said).toEqual([{ round: id }, { round: id }, { round: id }, { round: id, finished: true }])
    expect(world.logged).toEqual([])
    expect(subjects.join()).not.toContain(link.split('/').at(-1)!)
  })
})
