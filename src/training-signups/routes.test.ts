import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { htmlProblems } from '../../test/html.ts'
import { makeMunicipality, makeSite, makeUnit } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { startSession } from '../accounts/queries.ts'
import { fillPages } from '../pages/fill.ts'
import { hashToken, newToken } from '../web/session-cookie.ts'
import { tellOfTrainings } from './letters.ts'
import { forgetSignUps } from './queries.ts'

let world: World
type Someone = Awaited<ReturnType<World['as']>>
type Person = Pick<Someone, 'accountRoleId' | 'get' | 'post'>
let [centre, issuer, venue, far] = [] as unknown as [Person, Person, Person, Person]

beforeAll(async () => {
  world = await newWorld()
  const kuhmo = await makeMunicipality(world.db, { name: 'Kuhmo' })
  await world.db.transaction().execute((db) => fillPages(db, world.now()))
  centre = await world.as({ role: 'centre' })
  issuer = await world.as({ role: 'issuer', unit: await makeUnit(world.db, { municipality: kuhmo }) })
  venue = await world.as({ role: 'venue', site: await makeSite(world.db, { municipality: kuhmo }) }, 'sv')
  const elsewhere = await makeMunicipality(world.db, { area: 'Päijät-Häme' })
  far = await world.as({ role: 'coordinator', areaId: elsewhere.areaId })
})
afterAll(() => world.end())

const keep = '/fi/koulutukset-yllapito'
const facts = {
  ...{ titleFi: 'Kortin antaminen', descriptionFi: 'Opit antamaan kortin.', 'audience-issuers': 'yes' },
  ...{ 'language-fi': 'yes', area: '', remote: 'yes', day: '13.5.2026', start: '13.00', end: '14.30' },
}
const read = async (path: string, who: Pick<Person, 'get'>) => (await who.get(path)).text()
const add = async (fields: Record<string, string>) => {
  const reply = await centre.post(`${keep}/uusi`, { ...facts, ...fields })
  return /(\d+)\?done=added$/.exec(reply.headers.get('location')!)![1]!
}
const letters = async () => {
  const { rows } = await sql<{ kind: string; recipient: string; subject: string }>`
    select kind, recipient, subject from mail where kind like 'training-%' order by made_at`.execute(world.db)
  return rows.map(({ kind, subject }) => `${kind}: ${subject}`)
}
/** Moves the clock by days, which ends every session: all sign in again. */
const wait = async (days: number) => {
  world.later(days * 24 * 60)
  const again = async ({ accountRoleId }: Person): Promise<Person> => {
    const token = newToken()
    await world.db
      .transaction()
      .execute((db) => startSession(db, accountRoleId, hashToken(token), world.now(), { proof: 'passkey' }))
    const headers = { cookie: `kaiku=${token}`, 'sec-fetch-site': 'same-origin' }
    return {
      accountRoleId,
      get: async (path) => world.app.request(path, { headers }),
      post: async (path, fields) =>
        world.app.request(path, { method: 'POST', body: new URLSearchParams(fields), headers }),
    }
  }
  ;[centre, issuer, venue, far] = [
    await again(centre),
    await again(issuer),
    await again(venue),
    await again(far),
  ]
}
const tell = () => tellOfTrainings(world.db, world.now(), 'https://kaiku.example')

test('one seat: the first has it, the second waits, gets it when it comes free, and is told what comes', async () => {
  for (const wrong of [
    { signUp: 'https://a.example/' },
    { day: '', start: '', end: '', recording: 'https://a.example/' },
  ])
    expect((await centre.post(`${keep}/uusi`, { ...facts, ownSignUp: 'yes', ...wrong })).status).toBe(422)
  const id = await add({ ownSignUp: 'yes', seats: '1' })
  const page = `/fi/omat-koulutukset/${id}`
  expect(await read('/fi/koulutukset', world.anyone)).toContain(`href="${page}"`)
  expect((await world.anyone.get(page)).status).toBe(303)
  expect(await read(page, issuer)).toContain('1 paikka vapaana')

  const first = await issuer.post(page, {})
  expect(await read(first.headers.get('location')!, issuer)).toContain('Sinulla on paikka')
  await issuer.post(page, {})
  expect(await read('/fi/omat-koulutukset', venue)).toContain('Täynnä: pääset jonoon')
  await venue.post(page, {})
  expect(await read(page, venue)).toContain('Olet jonossa, sijalla 1')
  expect(await read('/fi/omat-koulutukset', issuer)).toMatch(/Ilmoittautumisesi[\s\S]*Sinulla on paikka/)
  expect(await tell()).toBe(0)

  await issuer.post(`${page}/peru`, {})
  expect(await read(`${page}?done=cancelled`, issuer)).toContain('Ilmoittautumisesi on peruttu.')
  expect(await read(page, venue)).toContain('Sinulla on paikka')
  expect([await tell(), await tell()]).toEqual([1, 0])
  expect(await letters()).toEqual(['training-seat: Du fick en plats: Kortin antaminen'])
  // Whoever comes back stands last.
  await issuer.post(page, {})
  expect(await read(page, issuer)).toContain('Olet jonossa, sijalla 1')

  // Tuesday 12 May: the day before, to who has a seat.
  await wait(8)
  expect([await tell(), await tell()]).toEqual([1, 0])
  expect((await letters()).at(-1)).toBe('training-tomorrow: I morgon: Kortin antaminen')

  const people = `${keep}/${id}/osallistujat`
  const shown = await read(people, centre)
  for (const html of [shown, await read(page, venue), await read('/fi/omat-koulutukset', venue)])
    expect(await htmlProblems(html)).toEqual([])
  expect(shown.match(/<th scope="row"/g)).toHaveLength(3)
  expect(shown).not.toContain('Ei tullut')
  for (const who of [far, issuer]) expect([403, 404]).toContain((await who.get(people)).status)

  await wait(2)
  expect((await venue.post(page, {})).status).toBe(422)
  const { rows } = await sql<{ id: string }>`
    select s.id::text from training_sign_up s where s.cancelled_at is null order by s.id limit 1`.execute(
    world.db,
  )
  await centre.post(people, { signUp: rows[0]!.id, came: 'yes' })
  expect(await read(people, centre)).toMatch(/Oli paikalla[\s\S]*Poista merkintä/)
  expect((await centre.post(people, { signUp: '999999', came: 'yes' })).status).toBe(422)
  expect(await read('/fi/omat-koulutukset', venue)).toContain('Olit paikalla')

  // Its recording appears.
  await centre.post(`${keep}/${id}/muuta`, {
    ...{ ...facts, ownSignUp: 'yes', seats: '1', recording: 'https://video.example/a', subtitles: 'yes' },
  })
  expect([await tell(), await tell()]).toEqual([2, 0])
  expect((await letters()).at(-1)).toMatch(/^training-recording: (Tallenne|Inspelning): Kortin antaminen$/)

  await forgetSignUps(world.db, '2027-05-12', 12)
  const left = () => sql`select from training_sign_up`.execute(world.db)
  expect((await left()).rows).toHaveLength(3)
  await forgetSignUps(world.db, '2027-05-13', 12)
  expect((await left()).rows).toHaveLength(0)
})

test('a cancelled session is told to those in the queue, and takes nobody more', async () => {
  const id = await add({ ownSignUp: 'yes', titleFi: 'Peruttava', day: '30.5.2026' })
  const page = `/fi/omat-koulutukset/${id}`
  await issuer.post(page, {})
  // Taken off the page only, nobody who signed up would hear of it.
  const unheard = await centre.post(`${keep}/${id}/tila`, { state: 'removed' })
  expect(unheard.status).toBe(422)
  expect(await unheard.text()).toContain('Peru se ensin')
  await centre.post(`${keep}/${id}/peru`, { whyFi: 'Kouluttaja on estynyt.' })
  expect([await tell(), await tell()]).toEqual([1, 0])
  // The clock has not moved since the letter before: which of the two comes last is nobody's choice.
  expect(await letters()).toContain('training-cancelled: Peruttu: Peruttava')
  const shown = await read(page, issuer)
  expect(shown).toContain('Syy: Kouluttaja on estynyt.')
  expect((await venue.post(page, {})).status).toBe(422)
  await centre.post(`${keep}/${id}/tila`, { state: 'removed' })
  expect((await issuer.get(page)).status).toBe(404)
})
