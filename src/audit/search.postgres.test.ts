import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newWorld, type World } from '../../test/world.ts'
import { auditStatement, listPermissions } from './search-queries.ts'
import type { AuditSearch } from './search-rules.ts'

/** A log of some months, in which the desks write most and the one person looked for little. */
const rows = 200_000
let world: World
beforeAll(async () => {
  world = await newWorld()
  await sql`insert into audit (done_at, actor, role, permission, outcome, subject)
    select '2026-01-01T00:00:00Z'::timestamptz + n * interval '1 minute',
      case when n % 5000 = 7 then 'account:rare' else 'account:' || n % 300 end,
      case when n % 9000 = 0 then 'auditor' when n % 3 = 0 then 'issuer' else 'venue' end,
      case when n % 8000 = 0 then 'areas.open' when n % 3 = 0 then 'cards.issue' else 'uses.create' end,
      case when n % 2000 = 0 then 'refused' else 'done' end,
      jsonb_build_object('card', n / 4, 'site', n % 450) from generate_series(1, ${sql.lit(rows)}) n`.execute(
    world.db,
  )
  await sql`vacuum analyze audit`.execute(world.db)
}, 120_000)
afterAll(() => world.end())

type Plan = {
  'Node Type': string
  'Relation Name'?: string
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  'Rows Removed by Index Recheck'?: number
  Plans?: Plan[]
}
const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)]
const nothing: AuditSearch = {
  ...{ person: null, role: null, permission: null, outcome: null },
  ...{ from: null, until: null, subject: null, before: null },
}

/** As requests ask: in the role that row-level security binds, with a policy as the auditor's would be. */
const explain = async (search: Partial<AuditSearch>, actors: string[] | null) =>
  world.requests.transaction().execute(async (db) => {
    const statement = auditStatement({ ...nothing, ...search }, actors, 51)
    const { rows: plans } = await sql<{ 'QUERY PLAN': { Plan: Plan }[] }>`
      explain (analyze, format json) ${statement}`.execute(db)
    return nodesOf(plans[0]!['QUERY PLAN'][0]!.Plan).filter((node) => node['Relation Name'] === 'audit')
  })

test.each<[string, Partial<AuditSearch>, string[] | null]>([
  ['nothing: the newest', {}, null],
  ['older rows', { before: 90_000 }, null],
  ['a person who did little', {}, ['account:rare']],
  ['a busy person', {}, ['account:7']],
  ['several people', {}, ['account:rare', 'account:7', 'account:8']],
  ['nobody', {}, ['account:nobody']],
  ['a rare permission', { permission: 'areas.open' }, null],
  ['a usual permission', { permission: 'uses.create' }, null],
  ['a rare role', { role: 'auditor' }, null],
  ['a usual role', { role: 'venue' }, null],
  ['refusals', { outcome: 'refused' }, null],
  ['a card', { subject: { key: 'card', value: '100' } }, null],
  ['a card that is nowhere', { subject: { key: 'card', value: '99999999' } }, null],
  ['a site and a person', { subject: { key: 'site', value: '7' } }, ['account:7']],
  ['a day long ago', { from: '2026-01-10', until: '2026-01-10' }, null],
  ['a day long ago and a person', { from: '2026-01-10', until: '2026-01-10' }, ['account:rare']],
])('a search for %s reads no more of the log than it must', async (_, search, actors) => {
  await sql`alter table audit enable row level security`.execute(world.db)
  await sql`drop policy if exists trial on audit`.execute(world.db)
  await sql`create policy trial on audit to kaiku_app using (coalesce(current_setting('kaiku.proof', true), '') is not null)`.execute(
    world.db,
  )
  const nodes = await explain(search, actors)
  expect(nodes.map((node) => node['Node Type'])).not.toContain('Seq Scan')
  const touched = nodes.reduce(
    (sum, node) =>
      sum +
      node['Actual Loops'] *
        (node['Actual Rows'] +
          (node['Rows Removed by Filter'] ?? 0) +
          (node['Rows Removed by Index Recheck'] ?? 0)),
    0,
  )
  expect(touched).toBeLessThan(rows / 10)
})

test('rows about something are found in their own index', async () => {
  const { rows: plan } = await sql<{ 'QUERY PLAN': string }>`
    explain select id from audit where subject @> '{"card": 100}'`.execute(world.db)
  expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toContain('Bitmap Index Scan on audit_subject')
})

test('the permissions that the log names are listed without reading it', async () => {
  const start = performance.now()
  expect(await listPermissions(world.db)).toEqual(['areas.open', 'cards.issue', 'uses.create'])
  expect(performance.now() - start).toBeLessThan(500)
})
