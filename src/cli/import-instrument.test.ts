import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { digestOf } from '../../test/imports.ts'
import { makeCard, makeUnit } from '../../test/makers.ts'
import { linkBy, makeRound, phoneOf } from '../../test/wellbeing.ts'
import { newWorld, type World } from '../../test/world.ts'
import { findInstrumentOn } from '../wellbeing/instrument-queries.ts'
import { importInstrumentCommand } from './import-instrument.ts'

const shipped = 'data/instruments/swb-10-placeholder.json'
type File = ReturnType<typeof read>
const read = () =>
  JSON.parse(readFileSync(shipped, 'utf8')) as {
    version: string
    validFrom: string
    isPlaceholder: unknown
    scoring: { reversed: number[]; total: { atLeast: number } | null }
    scale: { points: number; labels: Record<string, string> }[]
    lead: Record<string, string>
    items: Record<string, string>[]
  }

let world: World
let folder: string
beforeEach(async () => {
  world = await newWorld()
  folder = mkdtempSync(join(tmpdir(), 'kaiku-instrument-test-'))
})
afterEach(async () => {
  rmSync(folder, { recursive: true })
  await world.end()
})

const run = async (file: string, options: Record<string, boolean> = {}) => {
  const [printed, noted]: string[][] = [[], []]
  const connection = { ...{ pool: world.db, app: world.requests, read: world.read, engine: world.engine } }
  const code = await importInstrumentCommand.run({
    ...{ words: [file], options, now: world.now(), origin: 'https://kaiku.example' },
    ...{
      connection: { ...connection, close: async () => {} },
      keys: world.keys,
      applied: [],
      deletedAgain: 0,
    },
    print: (line) => printed!.push(line),
    note: (line) => noted!.push(line),
  })
  return { code, printed: printed!.join('\n'), noted: noted! }
}
const write = (content: unknown) => {
  const file = join(folder, 'set.json')
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  return file
}
/** The set we ship, under another version from a day to come. */
const another = (change: (file: File) => unknown = () => {}) => {
  const file = { ...read(), version: '2', validFrom: '2026-06-01' }
  change(file)
  return write(file)
}

test('the file that we ship is the set that is there from the start: importing it changes nothing', async () => {
  const before = await digestOf(world)
  expect(await run(shipped)).toEqual({
    code: 0,
    printed: 'swb-10-placeholder.json: 10 items, unchanged.',
    noted: [],
  })
  expect(await digestOf(world)).toEqual(before)
})

test('another set takes its place from its day, and the same file twice changes nothing', async () => {
  const file = another()
  expect((await run(file, { 'dry-run': true })).printed).toContain('10 items, to add. This was a trial')
  expect((await findInstrumentOn(world.db, '2026-06-01')).version).toBe('placeholder-1')
  expect((await run(file)).printed).toBe('set.json: 10 items, added.')
  expect((await findInstrumentOn(world.db, '2026-05-31')).version).toBe('placeholder-1')
  expect((await findInstrumentOn(world.db, '2026-06-01')).version).toBe('2')
  const before = await digestOf(world)
  expect((await run(file)).printed).toBe('set.json: 10 items, unchanged.')
  expect(await digestOf(world)).toEqual(before)
  const audit = await world.db.selectFrom('audit').select(['actor', 'permission']).execute()
  expect(audit).toEqual([{ actor: 'command-line', permission: 'import instrument' }])
})

test('answers stay with the set they were given to, and whoever began before its day goes on in the old one', async () => {
  const unit = await makeUnit(world.db)
  const issuer = await world.as({ role: 'issuer', unit })
  const card = await makeCard(world.db, world.keys, { unit })
  const old = await makeRound(world.db, { cardId: card.id, wave: 0, points: [3], at: world.now() })
  const other = await makeCard(world.db, world.keys, { unit })
  const link = await linkBy(issuer, other)
  await run(
    another((file) => {
      file.validFrom = '2026-05-04'
      file.items = file.items.slice(0, 3)
      file.scoring.reversed = []
    }),
  )
  const phone = phoneOf(world)
  await phone.post(link)
  expect(await (await phone.get(`${link}/k/1`)).text()).toContain('1/10')
  const next = await linkBy(issuer, await makeCard(world.db, world.keys, { unit }))
  await phone.post(next)
  expect(await (await phone.get(`${next}/k/1`)).text()).toContain('1/3')
  const kept = await world.db
    .selectFrom('wellbeing_round')
    .select('instrument_id')
    .where('id', '=', old)
    .executeTakeFirstOrThrow()
  expect(kept.instrument_id).toBe(1)
})

const refusals: [string, (file: File) => unknown, string][] = [
  ['a missing language', (file) => void delete file.items[2]!.sv, 'items[2].sv: is missing'],
  [
    'half a language',
    (file) => void delete file.items[2]!.ar,
    'items[2].ar: is missing, though other texts have this language',
  ],
  [
    'the same points twice',
    (file) => Object.assign(file.scale[1]!, { points: 1 }),
    'scale[1].points: is there twice',
  ],
  [
    'an item that is not there',
    (file) => Object.assign(file.scoring, { reversed: [11] }),
    'scoring.reversed[0]: names an item that is not there',
  ],
  [
    'a total of more than there is',
    (file) => Object.assign(file.scoring, { total: { atLeast: 11 } }),
    'scoring.total.atLeast: is more than there are items',
  ],
  [
    'no day',
    (file) => Object.assign(file, { validFrom: '2026-02-30' }),
    'validFrom: is no day of the form YYYY-MM-DD',
  ],
  [
    'a day that is past',
    (file) => Object.assign(file, { validFrom: '2026-05-03' }),
    'validFrom: is past; 2026-05-04 is the earliest',
  ],
  [
    'the day of another set',
    (file) => Object.assign(file, { validFrom: '2025-01-01' }),
    'validFrom: is the day on which another set begins',
  ],
  [
    'a known version with other words',
    (file) => {
      file.version = 'placeholder-1'
      file.items[0]!.fi = 'Muuta?'
    },
    'version: is known with other contents; give the changed set a version of its own',
  ],
]
test.each(refusals)('%s is refused by its place, and nothing is written', async (_, change, said) => {
  const before = await digestOf(world)
  const { code, noted } = await run(another(change))
  expect(code).toBe(1)
  expect(noted[0]).toBe(`set.json, ${said}`)
  expect(noted.at(-1)).toBe('set.json is refused, and nothing was written: 1 problems.')
  expect(await digestOf(world)).toEqual(before)
})

test('what zod finds is told by its place too, and what is no JSON as a whole', async () => {
  const bad = another((file) => {
    file.isPlaceholder = 'yes'
    file.scale = []
  })
  const { noted } = await run(bad)
  expect(noted[0]).toMatch(/^set\.json, isPlaceholder: /)
  expect(noted[1]).toMatch(/^set\.json, scale: /)
  expect((await run(write('{"name":'))).noted[0]).toBe('set.json: is no JSON')
  await expect(run('/nowhere/set.json')).rejects.toThrow('There is no file /nowhere/set.json.')
})
