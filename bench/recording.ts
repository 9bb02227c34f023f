/**
 * What the rollups cost whoever records a use: the same with their triggers and without, in turn, from one client and from
 * eight. Over HTTP, as a till waits for it, and the program's own statement alone, by `pgbench`.
 * Goal: over HTTP at most 1.3 times as long as without them. The statement alone is told beside it.
 */
import { sql } from 'kysely'
import type { Connection } from '../src/db/db.ts'
import { connectPostgres } from '../src/db/postgres.ts'
import { withFilledProgram } from './lib/filled-program.ts'
import { load } from './lib/http-load.ts'
import { pgbench } from './lib/pgbench.ts'
import { addDrawnPrograms, recordingScript } from './lib/recording-script.ts'
import { newRequests } from './lib/requests.ts'
import { median, printTable } from './lib/table.ts'

/** Many short rounds: on a shared machine, what disturbs one should not disturb the others. */
const rounds = 31
const seconds = 1
const roundsBetweenRests = 5
const cards = 20_000
const sites = 450
/** As many as there are: first uses of cards of one unit and year wait for each other. */
const units = 300
const goal = 1.3

const switchRollups = async ({ pool }: Connection, to: 'enable' | 'disable') => {
  await sql.raw(`alter table use ${to} trigger statistics_on_use`).execute(pool)
  await sql.raw(`alter table use_cancellation ${to} trigger statistics_on_cancellation`).execute(pool)
}

const rest = async ({ pool }: Connection) => {
  await sql`vacuum analyze`.execute(pool)
  await sql`checkpoint`.execute(pool)
}

/** @returns the mean time of a use in milliseconds */
type Way = (clients: number) => Promise<number>
type Pair = { without: number; kept: number }

const measurePair = async (
  connection: Connection,
  way: Way,
  clients: number,
  round: number,
): Promise<Pair> => {
  const taken = { enable: 0, disable: 0 }
  // Whoever comes first in one round comes last in the next.
  const order = round % 2 === 0 ? (['disable', 'enable'] as const) : (['enable', 'disable'] as const)
  for (const state of order) {
    await switchRollups(connection, state)
    taken[state] = await way(clients)
  }
  return { without: taken.disable, kept: taken.enable }
}

const ratioOf = (pairs: Pair[]) => median(pairs.map(({ without, kept }) => kept / without))

/** Between which ratios the middle half of the rounds lies. */
const quartilesOf = (pairs: Pair[]): string => {
  const ratios = pairs.map((pair) => ratioOf([pair])).sort((a, b) => a - b)
  return [0.25, 0.75].map((share) => ratios[Math.floor(ratios.length * share)]!.toFixed(2)).join(' to ')
}

await withFilledProgram({ cards, sites, units }, async ({ url, register, server }) => {
  const connection = await connectPostgres(url, 2)
  await addDrawnPrograms(connection.pool)
  const { first, last } = { first: register.firstCard, last: register.firstCard + cards - 1 }
  const script = await recordingScript({ first, last }, sites)
  const requests = newRequests(register)
  const ways: Record<string, Way> = {
    'over HTTP': async (clients) => {
      const { rate, answers } = await load(server.port, clients, seconds, requests.use)
      const refused = Object.keys(answers).filter((status) => status !== '201')
      if (refused.length > 0) throw new Error(`Answered ${JSON.stringify(answers)}.`)
      return (clients * 1000) / rate
    },
    'the statement alone': async (clients) => pgbench(url, script, { clients, seconds }),
  }
  for (const way of Object.values(ways)) await way(8) // code compiled, statements prepared
  const measured = Object.entries(ways).flatMap(([name, way]) =>
    [1, 8].map((clients) => ({ name, way, clients, pairs: [] as Pair[] })),
  )
  for (let round = 0; round < rounds; round++) {
    if (round % roundsBetweenRests === 0) await rest(connection)
    for (const { way, clients, pairs } of measured)
      pairs.push(await measurePair(connection, way, clients, round))
  }
  await server.stop()
  await connection.close()

  printTable(
    measured.map(({ name, clients, pairs }) => ({
      ...{ recording: name, clients },
      'without rollups, ms': median(pairs.map(({ without }) => without)).toFixed(2),
      'with rollups, ms': median(pairs.map(({ kept }) => kept)).toFixed(2),
      ratio: ratioOf(pairs).toFixed(2),
      ...{ 'half of the rounds': quartilesOf(pairs) },
    })),
  )
  const slow = measured.filter(({ name, pairs }) => name === 'over HTTP' && ratioOf(pairs) > goal)
  if (slow.length > 0) process.exitCode = 1
})
