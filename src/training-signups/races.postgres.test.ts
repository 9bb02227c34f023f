import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeSite } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { tellOfTrainings } from './letters.ts'

let world: World
beforeAll(async () => {
  world = await newWorld()
})
afterAll(() => world.end())

const rounds = 8
const people = 4

const newTraining = async () => {
  const { rows } = await sql<{ id: number }>`
    insert into training (title_fi, description_fi, finnish_changed_at, sv_checked_at, en_checked_at, audiences, languages,
      starts_at, ends_at, is_remote, has_subtitles, made_at, changed_at, seats, takes_sign_up)
    select 'Perehdytys', 'Kortin antaminen.', n, n, n, '{venues}', '{fi}', n + interval '2 days', n + interval '50 hours',
      true, false, n, n, 1, true from (select ${world.now()}::timestamptz as n) t returning id`.execute(
    world.db,
  )
  return rows[0]!.id
}

test('the last seat is given once, and everybody is told the truth', async () => {
  const site = await makeSite(world.db)
  const venues: Awaited<ReturnType<World['as']>>[] = []
  for (let nth = 0; nth < people; nth++) venues.push(await world.as({ role: 'venue', site }))
  for (let round = 0; round < rounds; round++) {
    const page = `/fi/omat-koulutukset/${await newTraining()}`
    const said = await Promise.all(
      venues.map(async (venue) => {
        expect((await venue.post(page, {})).status).toBe(303)
        return (await (await venue.get(page)).text()).includes('Sinulla on paikka')
      }),
    )
    expect(said.filter(Boolean)).toHaveLength(1)
    // Whoever was told on the page that there is a seat is the one who has it: no letter says it again, or to another.
    const { rows } = await sql<{ told: boolean }>`
      select s.seat_told_at is not null as told from training_sign_up s order by s.id desc limit ${people}`.execute(
      world.db,
    )
    expect(rows.map(({ told }) => told)).toEqual([...Array(people - 1).fill(false), true])
  }
  // Somebody who presses ten times stands in the queue once.
  const page = `/fi/omat-koulutukset/${await newTraining()}`
  await Promise.all(Array.from({ length: 10 }, () => venues[0]!.post(page, {})))
  const { rows } =
    await sql`select from training_sign_up where training_id = ${page.split('/').at(-1)}`.execute(world.db)
  expect(rows).toHaveLength(1)

  // Several hands that tell at once write one letter.
  await sql`update training_sign_up set seat_told_at = null`.execute(world.db)
  const sent = await Promise.all(
    Array.from({ length: 4 }, () => tellOfTrainings(world.db, world.now(), 'https://kaiku.example')),
  )
  expect(sent.reduce((sum, one) => sum + one, 0)).toBe(rounds + 1)
})
