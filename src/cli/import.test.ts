import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { digestOf, importFile } from '../../test/imports.ts'
import { makeSite, makeUnit } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'

let world: World
beforeEach(async () => {
  world = await newWorld('2026-05-04T09:00:00Z')
  await makeUnit(world.db, { name: 'Klubitalo' })
  await makeSite(world.db, { name: 'Teatteri' })
})
afterEach(() => world.end())

const cards = 'code,type,unit,registered_on,valid_until,birth_year,postal_code,children,life_situation,gender'
const problemsOf = async (content: string | Uint8Array, kind = 'cards') =>
  (await importFile(world, kind, content)).problems

test('an empty file says so, and so does a file of another kind', async () => {
  const empty = [{ line: 1, column: null, reason: 'the file is empty' }]
  expect(await problemsOf('')).toEqual(empty)
  expect(await problemsOf('\ufeff\r\n\n')).toEqual(empty)
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(cards, 'utf16le')])
  expect(await problemsOf(utf16)).toEqual([
    { line: 1, column: null, reason: 'the file is UTF-16; save it as CSV UTF-8' },
  ])
  expect(await problemsOf(Buffer.from('PK\x03\x04'))).toEqual([
    { line: 1, column: null, reason: 'the file is a spreadsheet; save it as CSV UTF-8' },
  ])
})

test('a header tells its unknown, missing and doubled columns by name; rows are read where they can be', async () => {
  expect(
    await problemsOf(`${cards},phone\nA-1,gift,Klubitalo,2026-03-15,,1980,87100,0,,,0401234567`),
  ).toEqual([
    { line: 1, column: 'phone', reason: 'is no column of this file' },
    { line: 2, column: 'type', reason: 'is not one of personal, community' },
  ])
  expect(
    (await problemsOf(cards.replace('birth_year', 'type'))).map(({ column, reason }) => [column, reason]),
  ).toEqual([
    ['birth_year', 'is missing from the header'],
    ['type', 'is there twice'],
  ])
})

test('a header that ran together with a row repeats nothing of the row', async () => {
  const joined = `${cards},131052-308T,131052-308T,A-1,x\nA-1,personal,Klubitalo,2026-03-15,,1980,87100,0,,,131052-308T,,,`
  const problems = JSON.stringify(await problemsOf(joined))
  expect(problems).not.toMatch(/131052|a-1/i)
  expect(problems).toContain('"column":"column 13","reason":"is no column of this file"')
})

test('without a header nothing of the first row is repeated: it may be a card code', async () => {
  const problems = await problemsOf('KAI-0001,personal,Klubitalo,2026-03-15,,1980,87100,0,,')
  expect(problems).toHaveLength(1)
  expect(JSON.stringify(problems)).not.toContain('KAI')
  expect(problems[0]).toMatchObject({ line: 1, column: null })
})

test('a file that cannot be read is told in one sentence', async () => {
  const { runImport } = await import('./import.ts')
  const progress = { show: () => {}, end: () => {} }
  const asked = { kind: 'cards', dryRun: false, now: world.now(), progress }
  const run = (file: string) => runImport({ pool: world.db }, world.keys, { ...asked, file })
  await expect(run('/nowhere/cards.csv')).rejects.toThrow('There is no file /nowhere/cards.csv.')
  await expect(run('/tmp')).rejects.toThrow('/tmp is no file.')
})

/** Files that come near to being right: sound headers, cells that are right, nearly right, or anything. */
const kinds = {
  cards: cards.split(','),
  uses: 'id,card_code,site,used_on,adults,children,companions,category,kind,event,recorded_on'.split(','),
  units: 'unit,organisation,kind,third_sector,municipality,area'.split(','),
  sites: 'site,organisation,municipality,area,category,intermediary'.split(','),
  network: 'area,county,municipality_fi,municipality_sv,country,phase,phase_from,phase_until,cross_use'.split(
    ',',
  ),
}
const cell = fc.oneof(
  fc.constantFrom(
    '',
    '1',
    '-1',
    '0',
    '2026-03-15',
    '2026-02-30',
    'Klubitalo',
    'Teatteri',
    'personal',
    'culture',
    'FI',
  ),
  fc.constantFrom(
    'permanent',
    'yes',
    '87100',
    '1980',
    '99999999999999999999',
    '\0',
    '"',
    '131052-308T',
    '€ä',
    '|',
    ' | ',
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
)
const file = fc.constantFrom(...(Object.keys(kinds) as (keyof typeof kinds)[])).chain((kind) =>
  fc.record({
    kind: fc.constant(kind),
    header: fc.boolean(),
    rows: fc.array(fc.array(cell, { minLength: kinds[kind].length - 1, maxLength: kinds[kind].length }), {
      maxLength: 4,
    }),
    noise: fc.array(fc.tuple(fc.nat(400), fc.integer({ min: 0, max: 255 })), { maxLength: 3 }),
    dryRun: fc.boolean(),
  }),
)

test('whatever a file holds, it is taken or refused with reasons, and a refusal writes nothing', async () => {
  let refused = 0
  await fc.assert(
    fc.asyncProperty(file, async ({ kind, header, rows, noise, dryRun }) => {
      const lines = [...(header ? [kinds[kind]] : []), ...rows].map((cells) => cells.join(','))
      const bytes = Buffer.from(lines.join('\n'))
      for (const [at, byte] of noise) if (at < bytes.length) bytes[at] = byte
      const before = await digestOf(world)
      const report = await importFile(world, kind, bytes, { dryRun })
      if (report.problems.length > 0) refused += 1
      if (report.problems.length > 0 || dryRun) expect(await digestOf(world)).toEqual(before)
      expect(JSON.stringify(report)).not.toContain('131052')
    }),
    { numRuns: 80 },
  )
  expect(refused).toBeGreaterThan(20)
}, 60_000)
