/**
 * Recording a use over HTTP, with every rule, the audit row and the answer to its key, beside `pgbench` doing the
 * same writes in one statement: the most that this database can do on this machine.
 * Goal: at least 0.4 of its rate, and a p95 of at most 3 times its p95.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { findPostgres } from '../scripts/lib/postgres.ts'
import { withFilledProgram } from './lib/filled-program.ts'
import { load } from './lib/http-load.ts'
import { median, printTable } from './lib/table.ts'

const rounds = 3
const seconds = 8
const clients = 16
const cards = 20_000
const sites = 450

/** The writes of `recordUse` (src/uses/queries.ts), with the values made by pgbench instead of handed in. */
const sameWrites = (firstCard: number) => `
\\set card random(${firstCard}, ${firstCard + cards - 1})
\\set site random(1, ${sites})
with made as (select gen_random_uuid() as id), kept as (
  insert into idempotency as i (owner, key, body_hash, status, answer, answered_at)
  select 'pgbench', made.id::text, sha256(made.id::text::bytea), 201, jsonb_build_object('id', made.id, 'siteId', :site::integer,
    'usedOn', current_date, 'usedAt', now(), 'receivedAt', now(), 'adults', 1, 'children', 0, 'companions', 0,
    'category', 'culture', 'kind', 'ticket', 'event', null), now()
  from made, card where card.id = :card::bigint and card.revision = 0
  on conflict (owner, key) do update set tries = i.tries + 1
  returning i.xmax = 0 as fresh, i.key::uuid as id
), recorded as (
  insert into use (id, used_on, card_id, site_id, event, used_at, received_at, adults, children, companions,
    category, kind, source, recorded_by, override_reason)
  select id, current_date, :card::bigint, :site::integer, null, now(), now(), 1, 0, 0, 'culture', 'ticket', 'api', 'pgbench', null
  from kept where fresh returning id
), audited as (
  insert into audit (done_at, actor, role, permission, outcome, subject)
  select now(), 'pgbench', null, 'uses.create', 'done', jsonb_build_object('use', id, 'card', :card::bigint) from recorded
)
select fresh from kept;
`

const runPgbench = (url: string, script: string): { rate: number; p95: number } => {
  const folder = mkdtempSync(join(tmpdir(), 'kaiku-pgbench-'))
  try {
    writeFileSync(join(folder, 'record.sql'), script)
    const options = ['-n', '-M', 'prepared', '-c', String(clients), '-j', '2', '-T', String(seconds)]
    const output = execFileSync(
      join(findPostgres()!, 'pgbench'),
      [...options, '-f', 'record.sql', '-l', '--sampling-rate=0.2', url],
      { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
    )
    const times = readdirSync(folder)
      .filter((name) => name.startsWith('pgbench_log'))
      .flatMap((name) => readFileSync(join(folder, name), 'utf8').trim().split('\n'))
      .map((line) => Number(line.split(' ')[2]) / 1000)
      .sort((a, b) => a - b)
    return {
      rate: Number(/tps = ([\d.]+)/.exec(output)![1]),
      p95: times[Math.floor(times.length * 0.95)]!,
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

await withFilledProgram({ cards, sites }, async ({ url, register, server }) => {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {}) // when the cluster goes first, the reason is told elsewhere
  await client.connect()

  let sent = 0
  const stamp = Date.now().toString(36)
  const request = () => {
    sent += 1
    const { siteId, key } = register.keys[sent % register.keys.length]!
    const code = register.codes[(sent * 7919) % register.codes.length]!
    const body = JSON.stringify({ code, siteId, adults: 1, children: 0 })
    return `POST /api/v1/uses HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: Bearer ${key}\r\ncontent-type: application/json\r\nidempotency-key: ${stamp}-${sent}\r\ncontent-length: ${body.length}\r\n\r\n${body}`
  }

  await load(server.port, clients, 3, request) // warm up: code compiled, statements prepared
  const rows: { ours: number; theirs: number; oursP95: number; theirsP95: number; answers: string }[] = []
  for (let round = 0; round < rounds; round++) {
    await client.query('vacuum analyze')
    await client.query('checkpoint')
    const ours = await load(server.port, clients, seconds, request)
    const theirs = runPgbench(url, sameWrites(register.firstCard))
    const answers = JSON.stringify(ours.answers)
    rows.push({ ours: ours.rate, theirs: theirs.rate, oursP95: ours.p95, theirsP95: theirs.p95, answers })
  }
  await server.stop()
  await client.end()

  printTable(
    rows.map((row, index) => ({
      round: index + 1,
      'uses/s over HTTP': row.ours.toFixed(0),
      'pgbench/s': row.theirs.toFixed(0),
      ratio: (row.ours / row.theirs).toFixed(2),
      'p95 ms': row.oursP95.toFixed(1),
      'pgbench p95 ms': row.theirsP95.toFixed(1),
      'p95 ratio': (row.oursP95 / row.theirsP95).toFixed(2),
      answers: row.answers,
    })),
  )
  const rate = median(rows.map((row) => row.ours / row.theirs))
  const p95 = median(rows.map((row) => row.oursP95 / row.theirsP95))
  console.log(
    `\nrate ${rate.toFixed(2)} of pgbench (goal 0.40 or more), p95 ${p95.toFixed(2)} times its p95 (goal 3 or less)`,
  )
  if (rate < 0.4 || p95 > 3) process.exitCode = 1
})
