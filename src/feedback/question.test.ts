import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeMunicipality } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { hashOf } from './secret-rules.ts'

type Client = Pick<World['anyone'], 'get' | 'post'>
let world: World
let ours: Client
let theirs: Client
let centre: Client
const token = 'x'.repeat(43)
let page = ''
beforeAll(async () => {
  world = await newWorld()
  const town = await makeMunicipality(world.db, { name: 'Kuhmo', area: 'Kainuu' })
  const other = await makeMunicipality(world.db, { name: 'Oulu', area: 'Pohjois-Pohjanmaa' })
  ours = await world.as({ role: 'coordinator', areaId: town.areaId })
  theirs = await world.as({ role: 'coordinator', areaId: other.areaId })
  centre = await world.as({ role: 'centre' }, 'sv')
  const { rows } = await sql<{ id: number }>`
    with f as (insert into feedback (seed, secret_hash, about, language, way, area_id, sent_at, due_on, changed_at)
      values (sha256('a'), ${hashOf(token)}, 'other', 'fi', 'link', ${town.areaId}, ${world.now()}, '2026-06-01', ${world.now()})
      returning id)
    insert into feedback_message (feedback_id, author, body, written_at)
      select id, 'writer', 'Saako koiran ottaa mukaan?', ${world.now()} from f returning feedback_id as id`.execute(
    world.db,
  )
  page = `/fi/palautteet/${rows[0]!.id}`
})
afterAll(() => world.end())

const text = async (who: Client, path: string) => (await who.get(path)).text()
const letters = async () =>
  (
    await world.db.selectFrom('mail').select(['kind', 'language', 'text_body']).orderBy('made_at').execute()
  ).map(({ kind, language }) => `${kind} ${language}`)

test('an area asks the centre about feedback, hears the answer, and the writer sees none of it', async () => {
  const ask = (who: Client, question = 'Onko koirista valtakunnallinen ohje?') =>
    who.post(page, { deed: 'ask', question })
  expect((await ask(ours, '')).status).toBe(422)
  expect((await ask(ours, 'Soita 040 123 4567')).status).toBe(422)
  expect((await ask(theirs)).status).toBe(404)
  expect((await ask(centre)).status).toBe(422)
  expect((await ours.post(page, { deed: 'reply', reply: 'x' })).status).toBe(422)
  const asked = await Promise.all([ask(ours), ask(ours)])
  expect(asked.map(({ status }) => status).sort()).toEqual([303, 422])
  expect(await text(ours, page)).toContain('Kysymyksesi odottaa Kaikukeskuksen vastausta.')
  const list = await text(centre, '/fi/palautteet')
  expect(list).toContain('1 alueen kysymys odottaa vastaustasi')
  expect(list).toContain('Kainuu: Onko koirista valtakunnallinen ohje?')
  expect(await text(ours, '/fi/palautteet')).not.toContain('odottaa vastaustasi')

  world.later(1)
  expect((await centre.post(page, { deed: 'reply', reply: 'Kohde päättää itse.' })).status).toBe(303)
  expect((await centre.post(page, { deed: 'reply', reply: 'Toinen' })).status).toBe(422)
  expect(await text(ours, page)).toMatch(/Kaikukeskuksen vastaus, [\d.]+<\/h3>[\s\S]*Kohde päättää itse\./)
  expect(await text(centre, '/fi/palautteet')).not.toContain('odottaa vastaustasi')
  expect(await letters()).toEqual(['feedback-asked sv', 'feedback-replied fi'])

  expect((await ask(ours, 'Entä opaskoirat?')).status).toBe(303)
  expect((await ours.post(page, { deed: 'answer', answer: 'Kysy kohteesta.' })).status).toBe(303)
  const { rows } = await sql<{ asked_at: Date | null }>`select asked_at from feedback`.execute(world.db)
  expect(rows).toEqual([{ asked_at: null }])
  const seen = await text(world.anyone, `/fi/palaute/${token}`)
  expect(seen).toContain('Kysy kohteesta.')
  for (const inside of ['Onko koirista', 'Kohde päättää itse.', 'Entä opaskoirat?'])
    expect(seen).not.toContain(inside)
})
