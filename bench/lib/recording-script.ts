import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  sql,
} from 'kysely'
import type { Pool, Proof } from '../../src/db/db.ts'
import type { Database } from '../../src/db/schema.ts'
import { type NewUse, type Recording, recordUse } from '../../src/uses/record-queries.ts'

/** In their places pgbench draws its own. */
const drawn = {
  id: 'drawn id',
  key: 'drawn key',
  owner: 'drawn owner',
  proof: 'key:drawn' as Proof,
  card: -1,
  site: -2,
}
const expressions = new Map<unknown, string>([
  [drawn.id, 'gen_random_uuid()'],
  [drawn.key, 'gen_random_uuid()::text'],
  [drawn.proof, "('key:' || lpad(to_hex(:site::integer), 64, '0'))"],
  [drawn.owner, "('key:' || lpad(to_hex(:site::integer), 32, '0')::uuid)"],
  [drawn.card, ':card::bigint'],
  [drawn.site, ':site::integer'],
])

/** Of each site a program whose id and key tell the site's number: pgbench can draw them. */
const drawnPrograms = [
  `insert into api_client (id, name, made_at, made_by)
    select lpad(to_hex(id), 32, '0')::uuid, 'pgbench', now(), 'bench' from site`,
  `insert into api_client_site (client_id, site_id, approved_at, approved_by)
    select lpad(to_hex(id), 32, '0')::uuid, id, now(), 'bench' from site`,
  `insert into api_key (name, shown_start, secret_hash, scopes, created_at, expires_at, client_id)
    select 'pgbench', 'pgbench-' || id, sha256(decode(lpad(to_hex(id), 64, '0'), 'hex')), array['uses.create'], now(),
      now() + interval '1 day', lpad(to_hex(id), 32, '0')::uuid from site`,
]
export const addDrawnPrograms = async (db: Pool): Promise<void> => {
  for (const statement of drawnPrograms) await sql.raw(statement).execute(db)
}

const asText = (value: unknown): string => {
  const expression = expressions.get(value)
  if (expression) return expression
  if (value === null) return 'null'
  if (value instanceof Date) return 'now()'
  if (value instanceof Buffer) return `'\\x${value.toString('hex')}'::bytea`
  // A colon before a letter or digit would be one of pgbench's variables.
  return typeof value === 'string' ? `'${value.replaceAll(':', ': ')}'` : String(value)
}

/** What a statement is made of, when nothing is there to run it. */
const compiled = async (
  run: (db: Pool) => Promise<unknown>,
): Promise<{ text: string; values: readonly unknown[] }> => {
  let found = { text: '', values: [] as readonly unknown[] }
  const db = new Kysely<Database>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (any) => new PostgresIntrospector(any),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
    log: ({ query }) => {
      found = { text: query.sql, values: query.parameters }
    },
  })
  await run(db)
  return found
}

const use: NewUse = {
  ...{
    id: drawn.id,
    card: { id: drawn.card, revision: 0 },
    siteId: drawn.site,
    category: 'culture',
    event: null,
  },
  ...{ limit: null, eventOn: null, source: 'api', usedAt: new Date(), adults: 1, children: 0, companions: 0 },
  ...{ kind: 'ticket', overrideReason: null, confirmDuplicate: false },
}
/** As long as a real answer. */
const answer = {
  id: '0'.repeat(36),
  siteId: 100,
  usedOn: '2026-01-01',
  usedAt: 'now',
  receivedAt: 'now',
  ...{
    ...{ adults: 1, children: 0, companions: 0, category: 'culture', kind: 'ticket', event: null },
  },
}
const recording: Recording = {
  ...{ owner: drawn.owner, key: drawn.key, bodyHash: Buffer.alloc(32), status: 201, answer, now: new Date() },
  ...{ actor: 'pgbench', role: null, audited: true, proof: drawn.proof },
}

/** The program's own statement that records a use, as a script for `pgbench`. */
export const recordingScript = async (
  cards: { first: number; last: number },
  sites: number,
): Promise<string> => {
  const { text, values } = await compiled((db) => recordUse(db, use, recording))
  const statement = text.replace(/\$(\d+)/g, (_, place) => asText(values[Number(place) - 1]))
  return `\\set card random(${cards.first}, ${cards.last})\n\\set site random(1, ${sites})\n${statement};\n`
}
