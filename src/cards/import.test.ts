import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { digestOf, importFile, placesOf } from '../../test/imports.ts'
import { makeCard, makeMunicipality, makeUnit } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { canonicalNew, codeHash, newCode } from '../codes/rules.ts'

let world: World
beforeEach(async () => {
  world = await newWorld('2026-05-04T09:00:00Z')
  const kuhmo = await makeMunicipality(world.db, { name: 'Kuhmo' })
  const pilot = { name: 'Kerava', phase: 'pilot', from: '2025-01-01', until: '2026-06-30' } as const
  await makeUnit(world.db, { name: 'Klubitalo', municipality: kuhmo })
  await makeUnit(world.db, { name: 'Diakonia', municipality: kuhmo })
  await makeUnit(world.db, { name: 'Diakonia', municipality: await makeMunicipality(world.db, pilot) })
})
afterEach(() => world.end())

const header =
  'code,type,unit,registered_on,valid_until,birth_year,postal_code,children,life_situation,gender,closed_on,closed_reason,renewed_from,consent_on,consent_version'
const fileOf = (...lines: (string | Buffer)[]) =>
  Buffer.concat([header, ...lines].flatMap((line) => [Buffer.from(line as string), Buffer.from('\n')]))

const cardOf = async (code: string) => {
  const hash = codeHash(world.keys.cardCode, code)
  return world.db.selectFrom('card').selectAll().where('code_hash', '=', hash).executeTakeFirst()
}

const fresh = newCode()
const good = fileOf(
  'kai–0001,personal,Klubitalo,2024-03-15,,1980,87100,2,työtön,nainen,,,,,',
  `${fresh},personal,Diakonia | Kerava,2026-03-15,,1999,FI-04200,0,,,,,,2026-03-15,2025-02`,
  'KAI-0002,personal,Klubitalo,2025-03-15,2025-12-31,1980,953 31,2,,,2025-06-01,kadonnut,KAI0001,,',
  'YHT-1,community,Klubitalo,2025-01-01,,,,,,,,,,,',
  'KAI-0003,personal,Klubitalo,,,,,,,,,,,,',
)

test('a good file becomes cards with their history, and the same file again changes nothing', async () => {
  const report = await importFile(world, 'cards', good)
  expect(report).toMatchObject({
    rows: 5,
    added: 5,
    unchanged: 0,
    exceptions: {},
    problems: [],
    dryRun: false,
  })
  expect(await cardOf('KAI0001')).toMatchObject({
    ...{ code_tail: '0001', code_style: 'legacy', type: 'personal', state: 'registered', children: 2 },
    ...{ registered_on: '2024-03-15', valid_until: '2025-03-14', birth_year: 1980, postal_code: '87100' },
    ...{ life_situation: 'unemployed', gender: 'woman', registered_at: new Date('2024-03-15T10:00:00Z') },
  })
  // In a pilot municipality a card ends with the pilot.
  expect(await cardOf(canonicalNew(fresh))).toMatchObject({ code_style: 'new', valid_until: '2026-06-30' })
  expect(await cardOf('KAI0002')).toMatchObject({
    state: 'lost',
    closed_on: '2025-06-01',
    postal_code: '95331',
  })
  expect(await cardOf('YHT1')).toMatchObject({
    type: 'community',
    valid_until: '2025-12-31',
    birth_year: null,
  })
  expect(await cardOf('KAI0003')).toMatchObject({ state: 'stock', registered_on: null, valid_until: null })

  const lives = await sql`select c.code_tail as tail, e.event, e.happened_at::date::text as day
    from card_event e join card c on c.id = e.card_id`.execute(world.db)
  // The new code's tail is another each time, so neither side's order is known beforehand.
  const inOrder = (rows: unknown[]) => rows.map((row) => JSON.stringify(row)).sort()
  expect(inOrder(lives.rows)).toEqual(
    inOrder([
      { tail: '0001', event: 'registered', day: '2024-03-15' },
      { tail: '0002', event: 'registered', day: '2025-03-15' },
      { tail: '0002', event: 'lost', day: '2025-06-01' },
      { tail: fresh.slice(-4), event: 'registered', day: '2026-03-15' },
      { tail: 'YHT1', event: 'registered', day: '2025-01-01' },
    ]),
  )
  const renewals = await world.db.selectFrom('card_renewal').selectAll().execute()
  expect(renewals).toEqual([
    { new_card_id: (await cardOf('KAI0002'))!.id, old_card_id: (await cardOf('KAI0001'))!.id },
  ])
  const consents = await world.db.selectFrom('consent').select(['kind', 'text_version', 'given_on']).execute()
  expect(consents).toEqual([{ kind: 'register', text_version: '2025-02', given_on: '2026-03-15' }])
  const years =
    await sql`select year, registered from statistics_card_year where card_type = 'personal' order by 1`
  expect((await years.execute(world.db)).rows).toEqual([
    { year: 2024, registered: 1 },
    { year: 2025, registered: 1 },
    { year: 2026, registered: 1 },
  ])
  const audit = await world.db.selectFrom('audit').select(['permission', 'outcome', 'subject']).execute()
  expect(audit).toEqual([
    {
      permission: 'import cards',
      outcome: 'done',
      subject: { rows: 5, added: 5, unchanged: 0, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    },
  ])

  const before = await digestOf(world)
  expect(await importFile(world, 'cards', good)).toMatchObject({ added: 0, unchanged: 5, problems: [] })
  expect(await digestOf(world)).toEqual(before)
})

test('a trial counts what would be added and writes nothing', async () => {
  const before = await digestOf(world)
  expect(await importFile(world, 'cards', good, { dryRun: true })).toMatchObject({
    added: 5,
    problems: [],
    dryRun: true,
  })
  expect(await digestOf(world)).toEqual(before)
})

test('a pilot ends only the cards of its own days; before and after it a card has its full time', async () => {
  const line = (code: string, on: string) => `${code},personal,Diakonia | Kerava,${on},,1980,87100,0,,,,,,,`
  const days = [line('P-1', '2024-12-31'), line('P-2', '2025-01-01'), line('P-3', '2026-04-30')]
  await sql`update area_membership set phase_until = '2026-04-29' where phase = 'pilot'`.execute(world.db)
  expect(await importFile(world, 'cards', fileOf(...days))).toMatchObject({ added: 3, exceptions: {} })
  expect((await cardOf('P1'))!.valid_until).toBe('2025-12-30')
  expect((await cardOf('P2'))!.valid_until).toBe('2025-12-31')
  expect((await cardOf('P3'))!.valid_until).toBe('2027-04-29')
})

test('columns may stand in any order, with semicolons, a byte order mark and Windows line ends', async () => {
  const [names, ...rows] = good.toString().trimEnd().split('\n')
  const turned = [names!, ...rows].map((line) => line.split(',').reverse().join(';'))
  expect(await importFile(world, 'cards', `\ufeff${turned.join('\r\n')}\r\n`)).toMatchObject({
    added: 5,
    problems: [],
  })
  expect(await cardOf('KAI0002')).toMatchObject({ state: 'lost', birth_year: 1980 })
})

test('what breaks only a rule of its day is taken and counted', async () => {
  const report = await importFile(
    world,
    'cards',
    fileOf(
      'A-1,personal,Klubitalo,2024-03-15,2025-03-15,1980,87100,0,,,,,,,', // a day too long
      'A-2,personal,Klubitalo,2024-03-15,,2009,87100,0,,,,,,,', // 15 that year
      'A-3,personal,Klubitalo,2024-03-15,,,,,,,,,,,',
      'A-4,personal,Klubitalo,2024-03-15,,1980,87100,21,,,,,,,',
      'A-5,community,Klubitalo,2024-03-15,,1980,87100,2,muu,mies,,,,,',
      'A-6,personal,Klubitalo,2026-05-05,,1980,87100,0,,,,,,,', // tomorrow
    ),
  )
  expect(report).toMatchObject({ added: 6, problems: [] })
  expect(report.exceptions).toEqual({
    'background-missing': 1,
    'community-card-with-person': 1,
    'in-the-future': 1,
    'too-many-children': 1,
    'too-young': 1,
    'valid-too-long': 1,
  })
  expect(await cardOf('A5')).toMatchObject({ birth_year: null, postal_code: null, children: 0, gender: null })
})

const hetu = '131052-308T'
const latin1 = Buffer.from('B-40,personal,Kl\xfcbitalo,2024-03-15,,1980,87100,0,,,,,,,', 'latin1')

test('a refused file tells every bad line by line and column, and writes nothing', async () => {
  await makeCard(world.db, world.keys, { code: 'KNOWN1', registeredOn: '2024-03-15', birthYear: 1970 })
  const file = fileOf(
    'KAI-1,personal,Klubitalo,2024-03-15,,1980,87100,0,,,,,,,', // 2, good
    ',personal,Klubitalo,2024-03-15,,1980,87100,0,,,,,,,',
    `${hetu},personal,Klubitalo,2024-03-15,,1980,87100,0,,,,,,,`,
    `${'K'.repeat(50)},personal,Klubitalo,2024-03-15,,1980,87100,0,,,,,,,`, // 5
    'B-6,gift,Klubitalo,2024-03-15,,1980,87100,0,,,,,,,',
    'B-7,,Klubitalo,2024-03-15,,1980,87100,0,,,,,,,',
    'B-8,personal,Nowhere,2024-03-15,,1980,87100,0,,,,,,,',
    'B-9,personal,Diakonia,2024-03-15,,1980,87100,0,,,,,,,',
    'B-10,personal,Klubitalo,2026-02-30,,1980,87100,0,,,,,,,', // 10
    'B-11,personal,Klubitalo,2014-12-31,,1980,87100,0,,,,,,,',
    'B-12,personal,Klubitalo,2027-01-01,,1980,87100,0,,,,,,,',
    'B-13,personal,Klubitalo,2024-03-15,2024-03-14,1980,87100,0,,,,,,,',
    'B-14,personal,Klubitalo,2024-03-15,soon,1980,87100,0,,,,,,,',
    'B-15,personal,Klubitalo,2024-03-15,,80,87100,0,,,,,,,', // 15
    'B-16,personal,Klubitalo,2024-03-15,,1850,87100,0,,,,,,,',
    'B-17,personal,Klubitalo,2024-03-15,,2025,87100,0,,,,,,,',
    'B-18,personal,Klubitalo,2024-03-15,,1980,8710,0,,,,,,,',
    'B-19,personal,Klubitalo,2024-03-15,,1980,87100,-1,,,,,,,',
    'B-20,personal,Klubitalo,2024-03-15,,1980,87100,1.5,,,,,,,', // 20
    'B-21,personal,Klubitalo,2024-03-15,,1980,87100,1000,,,,,,,',
    'B-22,personal,Klubitalo,2024-03-15,,1980,87100,0,asuu Kuhmossa,,,,,,',
    'B-23,personal,Klubitalo,2024-03-15,,1980,87100,0,,x,,,,,',
    'B-24,personal,Klubitalo,2024-03-15,,1980,87100,0,,,2024-06-01,,,,',
    'B-25,personal,Klubitalo,2024-03-15,,1980,87100,0,,,,lost,,,', // 25
    'B-26,personal,Klubitalo,2024-03-15,,1980,87100,0,,,2024-06-01,eaten,,,',
    'B-27,personal,Klubitalo,2024-03-15,,1980,87100,0,,,2024-03-14,lost,,,',
    'B-28,personal,Klubitalo,2024-03-15,,1980,87100,0,,,,,NONE-1,,',
    'B-29,personal,Klubitalo,2024-03-15,,1980,87100,0,,,,,b29,,',
    'B-30,personal,Klubitalo,2024-03-15,,1980,87100,0,,,,,KAI-1,,', // 30, good
    'B-31,personal,Klubitalo,2024-03-15,,1980,87100,0,,,,,kai1,,',
    'B-32,personal,Klubitalo,2024-03-15,,1980,87100,0,,,,,,2024-03-15,',
    'KAI-1,personal,Klubitalo,2024-03-15,,1980,87100,0,,,,,,,',
    'kai 1,personal,Klubitalo,2024-03-15,,1980,87100,0,,,,,,,',
    'B-35,personal,Klubitalo,,,1980,,,,,,,,,', // 35
    'KNOWN1,personal,Klubitalo,2024-03-15,,1980,87100,0,,,,,,,',
    'B-37,personal,Klubitalo,2024-03-15,,1980',
    'B-38,personal,Klubitalo,2024-03-15,,1980,87100,0,,,,,,,,',
    'B-39,personal,Klu"bitalo,2024-03-15,,1980,87100,0,,,,,,,',
    latin1, // 40
    `B-41,personal,Klubitalo,2024-03-15,,1980,87100,0,,,2024-06-01,${hetu},,,`,
    'B-42,personal,Klubitalo,2024-03-15,,1980,87100,0,,\0,,,,,',
    'B-43,x,Klubitalo,2024-03-15,,1980,87100,-5,,,,,,,',
    '"B-44,personal,Klubitalo,2024-03-15,,1980,87100,0,,,,,,,',
    'B-45,personal,Klubitalo,2024-03-15,,1980,87100,0,,,,,,2024-02-30,2025-02', // 45
    '1.23457E+11,personal,Klubitalo,2024-03-15,,1980,87100,0,,,,,,,',
  )
  const before = await digestOf(world)
  const report = await importFile(world, 'cards', file)
  expect(placesOf(report)).toEqual([
    ...[
      [3, 'code'],
      [4, 'code'],
      [5, 'code'],
      [6, 'type'],
      [7, 'type'],
      [8, 'unit'],
      [9, 'unit'],
    ],
    ...[
      [10, 'registered_on'],
      [11, 'registered_on'],
      [12, 'registered_on'],
      [13, 'valid_until'],
    ],
    ...[
      [14, 'valid_until'],
      [15, 'birth_year'],
      [16, 'birth_year'],
      [17, 'birth_year'],
      [18, 'postal_code'],
    ],
    ...[
      [19, 'children'],
      [20, 'children'],
      [21, 'children'],
      [22, 'life_situation'],
      [23, 'gender'],
    ],
    ...[
      [24, 'closed_reason'],
      [25, 'closed_on'],
      [26, 'closed_reason'],
      [27, 'closed_on'],
    ],
    ...[
      [28, 'renewed_from'],
      [29, 'renewed_from'],
      [31, 'renewed_from'],
      [32, 'consent_version'],
    ],
    ...[
      [33, 'code'],
      [34, 'code'],
      [35, 'birth_year'],
      [36, 'code'],
      [37, null],
      [38, null],
      [39, 'unit'],
    ],
    ...[
      [40, 'unit'],
      [41, 'closed_reason'],
      [42, 'gender'],
      [43, 'type'],
      [43, 'children'],
      [44, 'code'],
    ],
    [45, 'consent_on'],
    [46, 'code'],
  ])
  const reasonOf = (line: number) => report.problems.find((problem) => problem.line === line)?.reason
  expect(reasonOf(33)).toBe('is the code of line 2')
  expect(reasonOf(34)).toBe('is the code of line 2, written in another way')
  expect(reasonOf(36)).toBe('is in the register with other data: unit, birth_year')
  expect(report).toMatchObject({ rows: 45, added: 0, unchanged: 0 })
  // Neither a code nor a personal identity code is ever repeated.
  expect(JSON.stringify(report.problems)).not.toMatch(/131052|KAI|KNOWN|kai|B-\d|KKK/)
  expect(await digestOf(world)).toEqual(before)
  // A trial says the same.
  expect((await importFile(world, 'cards', file, { dryRun: true })).problems).toEqual(report.problems)
})

test('a card of the register that was renewed by another is not renewed again', async () => {
  await importFile(world, 'cards', good)
  const again = 'KAI-0009,personal,Klubitalo,2026-03-15,,1980,87100,2,,,,,KAI-0001,,'
  const report = await importFile(world, 'cards', fileOf(again))
  expect(placesOf(report)).toEqual([[2, 'renewed_from']])
})

test('a legacy code that reads like another card’s new-style code is that card itself only as it stands', async () => {
  // Both are sound new-style codes once O is read as 0; the register holds the first exactly as printed.
  const code = Array.from({ length: 5000 }, () => newCode()).find((made) => made.includes('0'))!
  const printed = code.replaceAll('0', 'O')
  const hash = codeHash(world.keys.cardCode, printed)
  const { id } = await makeCard(world.db, world.keys, {
    code,
    registeredOn: '2024-03-15',
    postalCode: '87100',
  })
  await world.db.updateTable('card').set({ code_hash: hash }).where('id', '=', id).execute()
  const rowFor = (typed: string) => `${typed},personal,Klubitalo,2024-03-15,,1985,87100,0,,,,,,,`
  // Typed with O: the known card, with other data. Typed with 0: a card of its own.
  expect(placesOf(await importFile(world, 'cards', fileOf(rowFor(printed), rowFor(code))))).toEqual([
    [2, 'code'],
  ])
  expect(await importFile(world, 'cards', fileOf(rowFor(code)))).toMatchObject({ added: 1 })
})
