import { parseArgs } from 'node:util'
import { connectPostgres } from '../src/db/postgres.ts'
import { withFilledProgram } from './lib/filled-program.ts'
import { watchMemory } from './lib/memory.ts'
import { newOpenLoad, type Outcome, type Stream } from './lib/open-load.ts'
import { quantile } from './lib/quantile.ts'
import type { Register } from './lib/register.ts'
import { newRequests } from './lib/requests.ts'
import { printTable } from './lib/table.ts'
import { type Counts, countAll, countLost, isWhole } from './lib/whole-uses.ts'

const { values } = parseArgs({
  options: {
    rate: { type: 'string', default: '200' },
    reads: { type: 'string', default: '50' },
    seconds: { type: 'string', default: '120' },
    overload: { type: 'string', default: '4' },
    burst: { type: 'string', default: '30' },
    after: { type: 'string', default: '20' },
  },
})
const [rate, reads, seconds] = [Number(values.rate), Number(values.reads), Number(values.seconds)]
const [overload, burst, after] = [Number(values.overload), Number(values.burst), Number(values.after)]
/** Kept open all the while; more are opened when all of them wait for answers. */
const connections = 256
const goal = { p99: 250, back: 5, megabytes: 512 }

const isGood = ({ status }: Outcome) => [200, 201, 304].includes(status)
/** What an overloaded server may say: not now, and when. */
const isRefusal = ({ status, retryAfter }: Outcome) => (status === 429 || status === 503) && retryAfter

const streamsOf = (register: Register, told: Set<string>) => {
  const requests = newRequests(register)
  const use = () => ({
    kind: 'use',
    text: requests.use(),
    heard: (status: number, body: string) => {
      if (status === 201) told.add((JSON.parse(body) as { id: string }).id)
    },
  })
  // What a ticket shop asks while it sells: mostly whether a card is good.
  const mix = [requests.check, requests.me, requests.check, () => requests.list(50), requests.sites]
  let turn = 0
  const read = () => ({ kind: 'read', text: mix[turn++ % mix.length]!() })
  return (times: number): Stream[] => [
    { perSecond: rate * times, next: use },
    { perSecond: reads * times, next: read },
  ]
}

type Phase = { name: string; from: number; until: number }
const within = (all: readonly Outcome[], from: number, until: number) =>
  all.filter(({ due }) => due >= from && due < until)

const rowOf = ({ name, from, until }: Phase, all: readonly Outcome[], memory: Memory) => {
  const sent = within(all, from, until)
  const good = sent.filter(isGood)
  const times = good.map(({ took }) => took)
  const counts = new Map<number, number>()
  for (const { status } of sent) counts.set(status, (counts.get(status) ?? 0) + 1)
  const held = memory
    .filter(({ at }) => at >= from - 1_000 && at <= until + 1_000)
    .map(({ megabytes }) => megabytes)
  return {
    phase: name,
    seconds: ((until - from) / 1000).toFixed(0),
    sent: sent.length,
    answers: [...counts]
      .sort()
      .map(([status, count]) => `${status}:${count}`)
      .join(' '),
    'p50 ms': quantile(times, 0.5).toFixed(1),
    'p95 ms': quantile(times, 0.95).toFixed(1),
    'p99 ms': quantile(times, 0.99).toFixed(1),
    'max ms': quantile(times, 1).toFixed(0),
    'late ms': quantile(
      sent.map(({ late }) => late),
      0.99,
    ).toFixed(1),
    refused: sent.filter(isRefusal).length,
    errors: sent.filter((outcome) => !isGood(outcome) && !isRefusal(outcome)).length,
    'MB start': held.at(0)?.toFixed(0) ?? '',
    'MB most': Math.max(...held).toFixed(0),
    'MB end': held.at(-1)?.toFixed(0) ?? '',
  }
}
type Memory = { at: number; megabytes: number }[]

/** Seconds after the flood until all that is sent within a second is answered well and in time, from then on. */
const secondsUntilBack = ({ from, until }: Phase, all: readonly Outcome[]): number => {
  const isBack = (at: number) => {
    const sent = within(all, at, at + 1_000)
    return (
      sent.every(isGood) &&
      quantile(
        sent.map(({ took }) => took),
        0.99,
      ) <= goal.p99
    )
  }
  let back = from
  for (let at = from; at + 1_000 <= until; at += 100) if (!isBack(at)) back = at + 100
  return (back - from) / 1000
}

const report = (
  phases: Phase[],
  all: readonly Outcome[],
  memory: Memory,
  counts: Counts,
  lost: number,
  told: number,
) => {
  const rows = phases.map((phase) => rowOf(phase, all, memory))
  printTable(rows)
  const back = secondsUntilBack(phases[2]!, all)
  const most = Math.max(...memory.map(({ megabytes }) => megabytes))
  console.log(
    `\nback to p99 ≤ ${goal.p99} ms ${back.toFixed(1)} s after the flood (goal ${goal.back} s or less)`,
  )
  console.log(`the server held ${most.toFixed(0)} MB at most (goal ${goal.megabytes} or less)`)
  const unanswered = all.filter(({ kind, status }) => kind === 'use' && status === 0).length
  printTable([{ 'answered 201': told, ...counts, lost, unanswered }])
  const isCalm = (row: (typeof rows)[number]) => row.refused === 0 && Number(row['p99 ms']) <= goal.p99
  const holds = [
    rows.every(({ errors }) => errors === 0),
    isCalm(rows[0]!),
    back <= goal.back,
    most <= goal.megabytes,
    lost === 0 && isWhole(counts),
    // A request without an answer may have been recorded; nothing else may be there that nobody was told of.
    counts.uses >= told && counts.uses <= told + unanswered,
  ]
  if (holds.includes(false)) process.exitCode = 1
}

await withFilledProgram({ cards: 20_000, sites: 450, units: 100 }, async ({ url, register, server }) => {
  const told = new Set<string>()
  const load = newOpenLoad(server.port)
  const streams = streamsOf(register, told)
  await load.connect(connections)
  await load.run(streams(0.25), 5) // warm up: code compiled, statements prepared
  const memory = watchMemory(server.process.pid!, load.now)
  const phases = [
    { name: 'usual', ...(await load.run(streams(1), seconds)) },
    { name: `${overload} times`, ...(await load.run(streams(overload), burst)) },
    { name: 'after', ...(await load.run(streams(1), after)) },
  ]
  await load.settle()
  memory.stop()
  await server.stop()

  const connection = await connectPostgres(url, 2)
  const [counts, lost] = [await countAll(connection), await countLost(connection, told)]
  await connection.close()
  report(phases, load.outcomes, memory.seen, counts, lost, told.size)
})
