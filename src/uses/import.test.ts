import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { digestOf, importFile, placesOf } from '../../test/imports.ts'
import { makeCard, makeMunicipality, makeSite } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'

let world: World
beforeEach(async () => {
  world = await newWorld('2026-05-04T09:00:00Z')
  const { db, keys } = world
  const kuhmo = await makeMunicipality(db, { name: 'Kuhmo' })
  const kajaani = await makeMunicipality(db, { name: 'Kajaani', nameSv: 'Kajana' })
  await makeSite(db, { name: 'Teatteri', municipality: kuhmo })
  await makeSite(db, { name: 'Uimahalli', municipality: kuhmo, category: 'sports' })
  await makeSite(db, { name: 'Uimahalli', municipality: kajaani, category: 'sports' })
  await makeCard(db, keys, { code: 'KAI1', registeredOn: '2025-03-15', children: 2 })
})
afterEach(() => world.end())

const header = 'id,card_code,site,used_on,adults,children,companions,category,kind,event,recorded_on'
const fileOf = (...lines: (string | Buffer)[]) =>
  Buffer.concat([header, ...lines].flatMap((line) => [Buffer.from(line as string), Buffer.from('\n')]))
const id = '0198c0de-0000-7000-8000-000000000001'

const good = fileOf(
  `${id},KAI1,Teatteri,2025-06-01,1,2,1,,course-place,Perhe,2025-06-03`,
  ',kai-1,Uimahalli | Kajana,2025-06-02,1,0,,,,,',
  ',kai 1,Uimahalli | Kuhmo,2025-06-02,1,0,0,culture,ticket,,',
  ',KAI 1,Uimahalli | Kajaani,2025-06-02,1,0,0,sports,ticket,,2025-06-02', // the second row again: two equal visits
)

test('a good file becomes uses, two equal visits two, and the same file again changes nothing', async () => {
  const report = await importFile(world, 'uses', good)
  expect(report).toMatchObject({ rows: 4, added: 4, unchanged: 0, exceptions: {}, problems: [] })
  const uses = await world.db.selectFrom('use').selectAll().orderBy('used_on').orderBy('category').execute()
  expect(uses[0]).toMatchObject({
    ...{ id, used_on: '2025-06-01', adults: 1, children: 2, companions: 1, category: 'culture' },
    ...{ kind: 'course-place', event: 'Perhe', source: 'import', recorded_by: 'import' },
    ...{ used_at: new Date('2025-06-01T09:00:00Z'), received_at: new Date('2025-06-03T09:00:00Z') },
  })
  // The category is the site's own unless the row says another.
  expect(uses.map(({ category }) => category)).toEqual(['culture', 'culture', 'sports', 'sports'])
  expect(uses.slice(1).every((use) => /^.{14}8.{4}[89ab]/.test(use.id))).toBe(true)
  expect(new Set(uses.map((use) => use.id)).size).toBe(4)
  const tickets =
    await sql`select sum(adults)::int as adults, sum(children)::int as children from statistics_use_year`
  expect((await tickets.execute(world.db)).rows).toEqual([{ adults: 4, children: 2 }])

  const before = await digestOf(world)
  expect(await importFile(world, 'uses', good)).toMatchObject({ added: 0, unchanged: 4, problems: [] })
  expect(await digestOf(world)).toEqual(before)
})

test('a longer list of the same days adds only what is new in it', async () => {
  await importFile(world, 'uses', good)
  const more = Buffer.concat([good, Buffer.from(',KAI1,Uimahalli | Kajaani,2025-06-02,1,0,0,,,,\n')])
  expect(await importFile(world, 'uses', more)).toMatchObject({ added: 1, unchanged: 4 })
})

test('a trial counts what would be added and writes nothing', async () => {
  const before = await digestOf(world)
  expect(await importFile(world, 'uses', good, { dryRun: true })).toMatchObject({ added: 4, dryRun: true })
  expect(await digestOf(world)).toEqual(before)
})

test('the column of ids may be left out', async () => {
  const text =
    'card_code;site;used_on;adults;children;companions;category;kind;event;recorded_on\nKAI1;Teatteri;2025-06-01;1;0;0;;;;'
  expect(await importFile(world, 'uses', text)).toMatchObject({ added: 1, problems: [] })
})

test('what breaks only a rule of its day is taken and counted', async () => {
  const { db, keys } = world
  await makeCard(db, keys, { code: 'STOCK1', stock: true })
  await makeCard(db, keys, {
    code: 'LOST1',
    state: 'lost',
    registeredOn: '2025-03-15',
    closedOn: '2025-05-01',
  })
  await makeCard(db, keys, { code: 'YHT1', type: 'community', registeredOn: '2025-03-15' })
  const report = await importFile(
    world,
    'uses',
    fileOf(
      ',KAI1,Teatteri,2025-03-14,1,0,0,,,,',
      ',KAI1,Teatteri,2026-03-15,1,0,0,,,,',
      ',KAI1,Teatteri,2025-06-01,0,3,0,,,,',
      ',STOCK1,Teatteri,2025-06-01,1,0,0,,,,',
      ',LOST1,Teatteri,2025-06-01,1,0,0,,,,',
      ',YHT1,Teatteri,2025-06-01,1,12,0,,,,', // no register counts the unit's clients
      ',KAI1,Teatteri,2026-05-05,1,0,0,,,,', // tomorrow, and after the card's last day
    ),
  )
  expect(report).toMatchObject({ added: 7, problems: [] })
  expect(report.exceptions).toEqual({
    'before-registration': 1,
    'card-closed': 1,
    'card-expired': 2,
    'card-not-registered': 1,
    'children-exceed-card': 1,
    'no-adults': 1,
    'in-the-future': 1,
  })
})

const hetu = '131052-308T'
const latin1 = Buffer.from(',KAI1,Teatteri,2025-06-01,1,0,0,,,K\xe4yt\xf6s,', 'latin1')

test('a refused file tells every bad line by line and column, and writes nothing', async () => {
  const known = '0198c0de-0000-7000-8000-00000000000f'
  await importFile(world, 'uses', fileOf(`${known},KAI1,Teatteri,2025-06-01,1,0,0,,,,`))
  const file = fileOf(
    `${id},KAI1,Teatteri,2025-06-01,1,0,0,,,,`, // 2, good
    'x,KAI1,Teatteri,2025-06-01,1,0,0,,,,',
    `${id.toUpperCase()},KAI1,Teatteri,2025-06-01,1,0,0,,,,`,
    `${known},KAI1,Teatteri,2025-06-01,2,0,0,,,,`, // 5
    ',,Teatteri,2025-06-01,1,0,0,,,,',
    ',KAI2,Teatteri,2025-06-01,1,0,0,,,,',
    `,${hetu},Teatteri,2025-06-01,1,0,0,,,,`,
    `,${'K'.repeat(41)},Teatteri,2025-06-01,1,0,0,,,,`,
    ',KAI1,,2025-06-01,1,0,0,,,,', // 10
    ',KAI1,Ooppera,2025-06-01,1,0,0,,,,',
    ',KAI1,Uimahalli,2025-06-01,1,0,0,,,,',
    ',KAI1,Teatteri,,1,0,0,,,,',
    ',KAI1,Teatteri,2025-02-29,1,0,0,,,,',
    ',KAI1,Teatteri,1.6.2025,1,0,0,,,,', // 15
    ',KAI1,Teatteri,2014-12-31,1,0,0,,,,',
    ',KAI1,Teatteri,2027-01-01,1,0,0,,,,',
    ',KAI1,Teatteri,2025-06-01,,0,0,,,,',
    ',KAI1,Teatteri,2025-06-01,-1,0,0,,,,',
    ',KAI1,Teatteri,2025-06-01,1,two,0,,,,', // 20
    ',KAI1,Teatteri,2025-06-01,1,0,1e3,,,,',
    ',KAI1,Teatteri,2025-06-01,1000,0,0,,,,',
    ',KAI1,Teatteri,2025-06-01,1,0,0,music,,,',
    ',KAI1,Teatteri,2025-06-01,1,0,0,,gift,,',
    `,KAI1,Teatteri,2025-06-01,1,0,0,,,${'e'.repeat(121)},`, // 25
    `,KAI1,Teatteri,2025-06-01,1,0,0,,,Asiakas ${hetu},`,
    latin1,
    ',KAI1,Teatteri,2025-06-01,1,0,0,,,,soon',
    ',KAI1,Teatteri,2025-06-01,1,0,0,,,',
    ',KAI1,Teatteri,2025-06-01,1,0,0,,,,,', // 30
    ',KAI1,Teatteri,2025-06-01,1,0,0,,,Ilta "x",',
    ',KAI1,Teatteri,2025-06-01,1,0,0,,,\x07,',
    ',KAI9,Teatteri,2025-06-01,x,0,0,music,,,', // 33: three at once
    ',"KAI1,Teatteri,2025-06-01,1,0,0,,,,',
    ',KAI1,Ooppera,2025-06-01,1,0,0,,,,', // 35, not hidden by the open quote
  )
  const before = await digestOf(world)
  const report = await importFile(world, 'uses', file)
  expect(placesOf(report)).toEqual([
    ...[
      [3, 'id'],
      [4, 'id'],
      [5, 'id'],
      [6, 'card_code'],
      [7, 'card_code'],
      [8, 'card_code'],
      [9, 'card_code'],
    ],
    ...[
      [10, 'site'],
      [11, 'site'],
      [12, 'site'],
      [13, 'used_on'],
      [14, 'used_on'],
      [15, 'used_on'],
    ],
    ...[
      [16, 'used_on'],
      [17, 'used_on'],
      [18, 'adults'],
      [19, 'adults'],
      [20, 'children'],
    ],
    ...[
      [21, 'companions'],
      [22, 'adults'],
      [23, 'category'],
      [24, 'kind'],
      [25, 'event'],
      [26, 'event'],
    ],
    ...[
      [27, 'event'],
      [28, 'recorded_on'],
      [29, null],
      [30, null],
      [31, 'event'],
      [32, 'event'],
    ],
    ...[
      [33, 'card_code'],
      [33, 'adults'],
      [33, 'category'],
      [34, 'card_code'],
      [35, 'site'],
    ],
  ])
  const reasonOf = (line: number) => report.problems.find((problem) => problem.line === line)?.reason
  expect(reasonOf(4)).toBe('is the id of line 2')
  expect(reasonOf(5)).toBe('is in the register with other data: adults')
  expect(reasonOf(12)).toBe('is the name of several sites; write it as name | organisation | municipality')
  expect(report).toMatchObject({ rows: 34, added: 0, unchanged: 0 })
  expect(JSON.stringify(report.problems)).not.toMatch(/131052|KAI|KKK/)
  expect(await digestOf(world)).toEqual(before)
  expect((await importFile(world, 'uses', file, { dryRun: true })).problems).toEqual(report.problems)
})

test('an event that names or reaches a person is refused by line, column and kind, and not repeated', async () => {
  const report = await importFile(
    world,
    'uses',
    fileOf(
      ',KAI1,Teatteri,2025-06-01,1,0,0,,,Syyskonsertti 14.3.2026,',
      ',KAI1,Teatteri,2025-06-01,1,0,0,,,Aino 040 123 4567,',
      ',KAI1,Teatteri,2025-06-01,1,0,0,,,aino@esimerkki.example,',
      ',KAI1,Teatteri,2025-06-01,1,0,0,,,Rantakatu 12 A,',
    ),
  )
  expect(report.problems).toEqual([
    { line: 3, column: 'event', reason: 'looks like a phone number, which is never kept' },
    { line: 4, column: 'event', reason: 'looks like an e-mail address, which is never kept' },
    { line: 5, column: 'event', reason: 'looks like a street address, which is never kept' },
  ])
  expect(report.added).toBe(0)
})
