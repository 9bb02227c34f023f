import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeMunicipality } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'

type Client = Pick<World['anyone'], 'get' | 'post'>
let world: World
let ours: Client
let theirs: Client
let centre: Client
let town: Awaited<ReturnType<typeof makeMunicipality>>
beforeAll(async () => {
  world = await newWorld('2026-05-04T09:00:00Z')
  town = await makeMunicipality(world.db, { name: 'Kuhmo', area: 'Kainuu' })
  const other = await makeMunicipality(world.db, { name: 'Oulu', area: 'Pohjois-Pohjanmaa' })
  ours = await world.as({ role: 'coordinator', areaId: town.areaId })
  theirs = await world.as({ role: 'coordinator', areaId: other.areaId }, 'sv')
  centre = await world.as({ role: 'centre' })
})
afterAll(() => world.end())

const text = async (reply: Response | Promise<Response>) =>
  (await (await reply).text()).replaceAll(/\s+/g, ' ')
const hiddenIn = (html: string, name: string) =>
  new RegExp(`<input(?=[^>]* name="${name}")[^>]* value="([^"]*)"`).exec(html)?.[1]

test('a long list is read page by page, each thread once; what comes meanwhile moves nothing', async () => {
  const put = (from: number, count: number, areaId: number | null, state = 'new') =>
    sql`
    insert into feedback (seed, secret_hash, about, language, way, area_id, state, close_reason, sent_at, due_on, ended_at, changed_at)
    select sha256(n::text::bytea), sha256(('x' || n)::bytea), case when n % 3 = 0 then 'card' else 'other' end, 'fi', 'link',
      ${areaId}::int, ${state}, case when ${state} = 'closed' then 'handled' end, ${world.now()}::timestamptz,
      date '2027-01-01' + n % 7, case when ${state} <> 'new' then ${world.now()}::timestamptz + n % 7 * interval '1 hour' end,
      ${world.now()}::timestamptz
    from generate_series(${from}::int, ${from + count - 1}::int) n`.execute(world.db)
  await put(1, 70, town.areaId)
  await put(101, 60, null)
  await put(201, 55, null, 'closed')
  const read = async (address: string, disturb = false) => {
    const [ids, counts]: [string[], Set<string>] = [[], new Set()]
    for (let next: string | undefined = address; next !== undefined; ) {
      const html: string = await text(centre.get(next))
      ids.push(...[...html.matchAll(/href="\/fi\/palautteet\/(\d+)"/g)].map(([, id]) => id!))
      counts.add(/\((\d+) palautetta\)/.exec(html)![1]!)
      next = /href="([^"]*)" rel="next"/.exec(html)?.[1]?.replaceAll('&amp;', '&')
      // One that is due before all others.
      if (disturb && ids.length === 50)
        await sql`update feedback set due_on = '2026-01-01' where id = ${Number(ids[0])}`.execute(world.db)
    }
    return { ids, counts: [...counts] }
  }
  const open = await read('/fi/palautteet', true)
  expect([open.ids.length, new Set(open.ids).size, open.counts]).toEqual([130, 130, ['130']])
  const due = await world.db
    .selectFrom('feedback')
    .select('id')
    .where('state', '=', 'new')
    .orderBy('due_on')
    .orderBy('about')
    .orderBy('id')
    .execute()
  expect(due.map(({ id }) => String(id))).toEqual(open.ids)
  expect((await read('/fi/palautteet?keeper=centre')).counts).toEqual(['60'])
  expect((await read(`/fi/palautteet?keeper=${town.areaId}`)).ids).toHaveLength(70)
  const closed = await read('/fi/palautteet?show=closed')
  expect([new Set(closed.ids).size, closed.counts]).toEqual([55, ['55']])
  // Another area sees none of them, whatever it asks for.
  expect(await text(theirs.get(`/sv/responserna?keeper=${town.areaId}`))).toContain(
    'Ingen respons väntar på svar',
  )
  for (const after of ['x', Buffer.from('["0000-01-01","other",1]').toString('base64url')])
    expect((await centre.get(`/fi/palautteet?after=${after}`)).status).toBe(200)
})

test('many are cleared at once and opened again, by those whose they are', async () => {
  const ids = async (areaId: number | null) =>
    (
      await world.db
        .selectFrom('feedback')
        .select('id')
        .where(sql<boolean>`area_id is not distinct from ${areaId}::int and state = 'new'`)
        .orderBy('id')
        .limit(3)
        .execute()
    ).map(({ id }) => id)
  const [own, nobodys] = [await ids(town.areaId), await ids(null)]
  const all = [...own, ...nobodys]
  const states = async () =>
    (
      await world.db.selectFrom('feedback').select('state').where('id', 'in', all).orderBy('id').execute()
    ).map(({ state }) => state)
  const chosen = all.map((id) => `thread=${id}`).join('&')
  expect(await text(ours.get('/fi/palautteet?pick=all'))).toMatch(/name="thread" value="\d+" checked/)
  const confirm = await text(ours.get(`/fi/palautteet/roskaviestit?${chosen}`))
  expect(confirm).toContain('Suljetaanko 3 palautetta roskaviesteinä?')
  expect(hiddenIn(confirm, 'threads')).toBe(own.join(','))
  expect(await text(ours.get('/fi/palautteet/roskaviestit'))).toContain('Valitse ensin palautteita')

  const act = (who: Client, deed: string) =>
    who.post('/fi/palautteet/roskaviestit', { deed, threads: all.join(',') })
  const [waits, gone] = [Array(3).fill('new'), Array(3).fill('closed')]
  const done = (await act(ours, 'clear')).headers.get('location')!
  expect(done).toContain('count=3')
  expect(await states()).toEqual([...gone, ...waits])
  expect(await text(ours.get(done))).toContain('3 palautetta suljettiin roskaviesteinä')
  await act(centre, 'clear')
  expect(await states()).toEqual([...gone, ...gone])
  // What others closed is theirs to open.
  await act(ours, 'restore')
  expect(await states()).toEqual([...waits, ...gone])
  await act(theirs, 'restore')
  await act(centre, 'restore')
  expect(await states()).toEqual([...waits, ...waits])
})
