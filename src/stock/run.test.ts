import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { htmlProblems } from '../../test/html.ts'
import { makeCard, makeUnit } from '../../test/makers.ts'
import { factsOf, hasPoppler, textOf } from '../../test/pdf.ts'
import { newWorld, type World } from '../../test/world.ts'
import type { Given } from '../cli/command.ts'
import { printRunCommand } from '../cli/print-run.ts'
import { codeHash, formatCode, readCode } from '../codes/rules.ts'
import { forgetPast } from '../sweep.ts'
import { codesFrom } from './run-code-rules.ts'
import { makePrintRun, openSeed } from './run-make.ts'
import { daysToPrint } from './run-rules.ts'

let world: World
let centre: Awaited<ReturnType<World['as']>>
beforeEach(async () => {
  world = await newWorld()
  centre = await world.as({ role: 'centre' })
})
afterEach(() => world.end())

const wanted = { cardType: 'personal', cards: '12', name: 'Syksy 2026' }
const make = async (more: Record<string, string> = {}) => {
  const answer = await centre.post('/fi/painokset/uusi', { ...wanted, ...more })
  expect(answer.status).toBe(303)
  return answer.headers.get('location')!.split('?')[0]!
}
const listOf = async (run: string) => {
  const answer = await centre.get(`${run}/tunnukset.csv`)
  expect(answer.status).toBe(200)
  const [head, ...lines] = (await answer.text()).replace('\ufeff', '').trim().split('\r\n')
  expect(head).toBe('serial;code;link')
  return lines.map((line) => line.split(';') as [serial: string, code: string, link: string])
}
const kept = () =>
  world.db
    .selectFrom('card')
    .select(['serial', 'code_hash as hash', 'state', 'type'])
    .orderBy('serial')
    .execute()

describe('making a run', () => {
  test('the register knows each card of the list by its number, and holds no code', async () => {
    const rows = await listOf(await make())
    const cards = await kept()
    expect(rows).toHaveLength(12)
    for (const [index, [serial, code, link]] of rows.entries()) {
      const read = readCode(link)
      expect(read.fresh && formatCode(read.fresh)).toBe(code)
      expect(cards[index]).toMatchObject({ serial: Number(serial), state: 'stock', type: 'personal' })
      expect(cards[index]!.hash.equals(codeHash(world.keys.cardCode, read.fresh!))).toBe(true)
    }
    const [range] = await world.db.selectFrom('stock_range').selectAll().execute()
    expect(range).toMatchObject({ first_serial: Number(rows[0]![0]), place: 'centre', card_type: 'personal' })
    const everything = JSON.stringify([
      await world.db.selectFrom('print_run').selectAll().execute(),
      await world.db.selectFrom('audit').selectAll().execute(),
      await world.db.selectFrom('stock_movement').selectAll().execute(),
      world.logged,
    ])
    for (const [, code] of rows) {
      expect(everything).not.toContain(code)
      expect(everything).not.toContain(code.replace('-', ''))
    }
  })

  test('community cards begin with Y', async () => {
    const rows = await listOf(await make({ cardType: 'community' }))
    expect(rows.every(([, code]) => code.startsWith('Y'))).toBe(true)
  })

  test('codes that are cards already are drawn again', async () => {
    const unit = await makeUnit(world.db)
    const seeds = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)]
    const taken = codesFrom(seeds[0]!, 'personal')
    taken.next()
    await makeCard(world.db, world.keys, { unit, stock: true, code: taken.next().value as string })
    const next = [...seeds]
    const by = { actor: 'test', now: world.now() }
    const run = await world.db
      .transaction()
      .execute((db) =>
        makePrintRun(
          db,
          world.keys,
          { name: 'x', cardType: 'personal', cards: 3 },
          by,
          undefined,
          () => next.shift()!,
        ),
      )
    expect((await openSeed(world.db, world.keys, run))?.equals(seeds[1]!)).toBe(true)
    expect(await kept()).toHaveLength(4)
  })

  test.each([
    [{ cards: '0' }, 'Kirjoita korttien määrä numeroina'],
    [{ cards: '5 001' }, 'enintään 5'],
    [{ cards: '' }, 'Kirjoita, montako korttia'],
    [{ name: ' ' }, 'Anna painokselle nimi.'],
    [{ name: 'a'.repeat(81) }, 'Lyhennä nimi'],
    [{ name: '131052-308T' }, 'henkilötunnukselta'],
    [{ cardType: 'gold' }, 'Valitse, minkälaisia'],
  ])('%j comes back with what was typed and a sentence', async (wrong, sentence) => {
    const answer = await centre.post('/fi/painokset/uusi', { ...wanted, ...wrong })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain(sentence)
    expect(await kept()).toEqual([])
  })

  test('is for the centre alone', async () => {
    const unit = await makeUnit(world.db)
    const run = await make()
    for (const other of [
      await world.as({ role: 'coordinator', areaId: unit.municipality.areaId }),
      await world.as({ role: 'issuer', unit }),
    ]) {
      expect((await other.post('/fi/painokset/uusi', wanted)).status).toBe(403)
      expect((await other.get(`${run}/tunnukset.csv`)).status).toBe(403)
    }
  })
})

describe('the files', () => {
  test.runIf(hasPoppler)('sheets have ten cards each, with their codes and numbers', async () => {
    const run = await make()
    const rows = await listOf(run)
    const answer = await centre.get(`${run}/kortit.pdf`)
    expect(answer.headers.get('cache-control')).toContain('no-store')
    const pdf = new Uint8Array(await answer.arrayBuffer())
    expect(factsOf(pdf)).toMatchObject({ Pages: '2', Tagged: 'yes' })
    const text = textOf(pdf)
    for (const [serial, code] of rows) {
      expect(text).toContain(code)
      expect(text).toContain(`Nro ${serial}`)
    }
  })

  test('are the same until the run is printed, and nowhere after that', async () => {
    const run = await make()
    expect(await listOf(run)).toEqual(await listOf(run))
    expect(await (await centre.get(`${run}/painettu`)).text()).toContain('12 korttia')
    expect((await centre.post(`${run}/painettu`, {})).status).toBe(303)
    for (const name of ['tunnukset.csv', 'kortit.pdf'])
      expect((await centre.get(`${run}/${name}`)).status).toBe(404)
    const { seed } = await world.db
      .selectFrom('print_run')
      .select('sealed_seed as seed')
      .executeTakeFirstOrThrow()
    expect(seed).toBeNull()
    expect((await centre.post(`${run}/painettu`, {})).status).toBe(422)
    expect(await (await centre.get(run)).text()).toContain('Tunnuksia ei enää ole missään')
  })

  test('go after thirty days though nobody has said that they are printed', async () => {
    const run = await make()
    world.later(daysToPrint * 24 * 60)
    await forgetPast(world.db, world.now())
    const fresh = await world.as({ role: 'centre' })
    expect((await fresh.get(`${run}/tunnukset.csv`)).status).toBe(200)
    world.later(1)
    await forgetPast(world.db, world.now())
    expect((await fresh.get(`${run}/tunnukset.csv`)).status).toBe(404)
    expect(await (await fresh.get(run)).text()).toContain('Tunnukset poistettu')
  })

  test('a seed opens for its own run alone, and what is beyond the last sheet is not there', async () => {
    const [one, two] = [await make(), await make()]
    expect((await centre.get(`${one}/kortit.pdf?part=2`)).status).toBe(404)
    await world.db
      .updateTable('print_run')
      .set((eb) => ({
        sealed_seed: eb
          .selectFrom('print_run as o')
          .select('o.sealed_seed')
          .where('o.id', '=', Number(one.split('/').at(-1))),
      }))
      .where('id', '=', Number(two.split('/').at(-1)))
      .execute()
    expect((await centre.get(`${two}/tunnukset.csv`)).status).toBe(500)
  })
})

test('each page is sound HTML in every language', async () => {
  const id = (await make()).split('/').at(-1)!
  const pages = [
    ...['/fi/painokset', '/fi/painokset/uusi', `/fi/painokset/${id}`, `/fi/painokset/${id}/painettu`],
    ...['/sv/upplagor', '/sv/upplagor/ny', `/sv/upplagor/${id}`, `/sv/upplagor/${id}/tryckt`],
    ...['/en/print-runs', '/en/print-runs/new', `/en/print-runs/${id}`, `/en/print-runs/${id}/printed`],
  ]
  for (const path of pages) {
    const answer = await centre.get(path)
    expect(answer.status, path).toBe(200)
    const problems = await htmlProblems(await answer.text())
    // A stacked table repeats its roles on purpose (web/components/table.tsx).
    expect(
      problems.filter((problem) => !problem.startsWith('no-redundant-role')),
      path,
    ).toEqual([])
  }
})

describe('from the command line', () => {
  const run = (options: Given['options']) => {
    if (!printRunCommand.needsDatabase) throw new Error('it needs the database')
    const { db: pool, requests: app, read, engine, keys } = world
    const connection = { pool, app, read, engine, close: async () => {} }
    const printed: string[] = []
    const say = (line: string) => printed.push(line)
    return printRunCommand
      .run({
        ...{ words: [], options, now: world.now(), origin: 'https://kaiku.example', print: say, note: say },
        ...{ connection, keys, applied: [], deletedAgain: 0 },
      })
      .then(() => printed)
  }

  test('a larger run is made, and its files are on its page', async () => {
    const [line] = await run({ type: 'personal', cards: '5200', name: 'Iso', json: true })
    const made = JSON.parse(line!) as { run: number; first: number; last: number }
    expect(made.last - made.first).toBe(5199)
    expect(await listOf(`/fi/painokset/${made.run}`)).toHaveLength(5200)
  })

  test.each([
    [{ cards: '10', name: 'x' }, '--type personal|community'],
    [{ type: 'personal', cards: '0', name: 'x' }, '--cards <number>'],
    [{ type: 'personal', cards: '100001', name: 'x' }, '--cards <number>'],
    [{ type: 'personal', cards: '10' }, '--name <name>'],
  ])('%j is refused in a sentence', async (options, sentence) => {
    await expect(run(options)).rejects.toThrow(sentence)
    expect(await kept()).toEqual([])
  })
})
