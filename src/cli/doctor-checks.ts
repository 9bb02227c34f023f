import { constants, existsSync } from 'node:fs'
import { access, stat, statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { sql } from 'kysely'
import { readHeads } from '../audit/heads.ts'
import { findHead } from '../audit/queries.ts'
import type { Finding } from '../audit/rules.ts'
import { verifyAudit } from '../audit/verify.ts'
import type { Config } from '../config.ts'
import type { Connection } from '../db/db.ts'
import { findInstallation, readOldKeys, refuseOtherKeys } from '../db/keys.ts'
import { compareMigrations } from '../db/migrate.ts'
import { countWaitingMails } from '../mail/queries.ts'
import { findCommitmentFaults } from '../signed-files/check-queries.ts'
import { faultText } from '../signed-files/check-rules.ts'
import { chooseSample, findDifferences } from '../statistics/rollup-queries.ts'
import { findStockFaults } from '../stock/check-queries.ts'
import { differenceText } from './statistics-rebuild.ts'

/** `unknown` is not wrong: it is what Kaiku cannot see, and somebody else should look at. */
export type Check = { name: string; state: 'ok' | 'unknown' | 'wrong'; sentence: string }
type Answer = Omit<Check, 'name'>
export type Patient = { config: Config; connection: Connection; now: Date }

const ok = (sentence: string): Answer => ({ state: 'ok', sentence })
const wrong = (sentence: string): Answer => ({ state: 'wrong', sentence })
const unknown = (sentence: string): Answer => ({ state: 'unknown', sentence })

const database = async ({ connection: { pool, engine }, config }: Patient): Promise<Answer> => {
  const { rows } = await sql<{
    version: string
  }>`select current_setting('server_version') as version`.execute(pool)
  const version = `PostgreSQL ${rows[0]!.version.split(' ')[0]}`
  if (engine === 'postgres') return ok(`${version} answers.`)
  return ok(
    `The embedded database (${version}) in ${config.dataDirectory} opens. A power cut can lose its latest entries.`,
  )
}

const migrations = async ({ connection: { pool } }: Patient): Promise<Answer> => {
  const { applied, waiting, changed, unknown: newer } = await compareMigrations(pool)
  if (newer.length > 0) return wrong(`A newer Kaiku has changed this database: ${newer.join(', ')}.`)
  if (changed.length > 0) return wrong(`Changed since they were applied: ${changed.join(', ')}.`)
  if (waiting.length > 0) return wrong(`Not applied yet: ${waiting.join(', ')}. Run kaiku migrate.`)
  return ok(`All ${applied} are applied.`)
}

const keyFile = async ({ config: { keyFile: file }, connection: { pool } }: Patient): Promise<Answer> => {
  const keys = readOldKeys(file)
  const made = await findInstallation(pool)
  if (!made) return wrong('No Kaiku has started on this database yet.')
  refuseOtherKeys(made, keys)
  const mode = (await stat(file)).mode & 0o777
  if (mode !== 0o600) return wrong(`Others can read ${file} (mode ${mode.toString(8)}). Run chmod 600 on it.`)
  return ok('It belongs to this database, and only its owner can read it.')
}

/** A finding in words: where it is, and what that means. */
const sentenceOf = ({ kind, position, auditId, until }: Finding): string => {
  const place = `row ${auditId} at position ${position}`
  const links = position === until ? `link ${position} is` : `links ${position} to ${until} are`
  const sentences: Record<Finding['kind'], string> = {
    forged: `${place} is not what was sealed`,
    deleted: `${place} is gone`,
    reordered: `${place} stands in another’s place`,
    missing: `${links} gone`,
    cut: `${links} gone from the end`,
    'other-head': `${place} is in another chain than the one whose head was kept`,
    'forgotten-early': `the rows up to link ${position} are gone, and no kept head says that their time was over`,
    unsealed: `row ${auditId} is older than an hour and not sealed`,
  }
  return sentences[kind]
}
const mostSaid = 5

const auditChain = async ({ config, connection: { pool }, now }: Patient): Promise<Answer> => {
  const { links, findings, more } = await verifyAudit(pool, readHeads(config.auditHeadsFile), now)
  if (findings.length === 0) return ok(`All ${links} links hold.`)
  const unsaid = findings.length + more - mostSaid
  const said = findings.slice(0, mostSaid).map(sentenceOf).join('; ')
  return wrong(`${said}${unsaid > 0 ? `; and ${unsaid} more` : ''}.`)
}

const auditHeads = async ({ config: { auditHeadsFile }, connection: { pool } }: Patient): Promise<Answer> => {
  const last = readHeads(auditHeadsFile).at(-1)
  if (last) return ok(`The last one in ${auditHeadsFile} is of ${last.day}, link ${last.position}.`)
  if (!(await findHead(pool))) return ok('Nothing is sealed yet.')
  return wrong(
    `${auditHeadsFile} is missing or empty, so a cut end could not be told. Restore it from its copy.`,
  )
}

const stock = async ({ connection: { pool } }: Patient): Promise<Answer> => {
  const { cards, nowhere, nobody } = await findStockFaults(pool)
  const faults = [
    nowhere.length > 0 && `cards that lie nowhere: number ${nowhere.join(', ')}`,
    nobody.length > 0 && `numbers in stock that are no card there: ${nobody.join(', ')}`,
  ].filter(Boolean)
  return faults.length > 0
    ? wrong(`${faults.join('; ')}.`)
    : ok(`Each of ${cards} cards in stock lies in one place.`)
}

const commitments = async ({ connection: { pool } }: Patient): Promise<Answer> => {
  const { waiting } = await compareMigrations(pool)
  if (waiting.length > 0) return unknown('They are looked at once all migrations are applied.')
  const { commitments: count, files, faults } = await findCommitmentFaults(pool)
  if (faults.length === 0)
    return ok(`The chains of all ${count} commitments and the hashes of ${files} signed files hold.`)
  const unsaid = faults.length - mostSaid
  return wrong(
    `${faults.slice(0, mostSaid).map(faultText).join('; ')}${unsaid > 0 ? `; and ${unsaid} more` : ''}.`,
  )
}

/** More uses than this take more than a few seconds to count. */
const mostCounted = 1_000_000
const sampled = { sites: 10, cards: 1_000 }

const rollups = async ({ connection: { pool } }: Patient): Promise<Answer> => {
  // An older database has neither these tables nor these counts: its one fault is told once, by `migrations`.
  const { waiting } = await compareMigrations(pool)
  if (waiting.length > 0) return unknown('They are looked at once all migrations are applied.')
  const { uses, ...chosen } = await chooseSample(pool, sampled)
  const sample = uses > mostCounted ? chosen : null
  const [first, ...more] = await findDifferences(pool, sample)
  if (first)
    return wrong(
      `${differenceText(first)} ${more.length > 0 ? `And ${more.length} more. ` : ''}Run kaiku statistics rebuild.`,
    )
  return ok(
    sample
      ? `Those of ${sample.sites.length} places and up to ${sample.cards.length} cards are what their uses give. Run kaiku statistics rebuild --verify for all.`
      : 'Every count is what cards and uses give.',
  )
}

const anHour = 3_600_000
const mail = async ({ config, connection: { pool }, now }: Patient): Promise<Answer> => {
  const { waiting, blocked, dueAt } = await countWaitingMails(pool, now)
  if (config.smtpUrl === null)
    return ok(`No mail server is set. ${waiting} in the outbox, to be handed on by hand.`)
  if (blocked > 0) return wrong(`The mail server did not take ${blocked} of ${waiting}. The outbox says why.`)
  if (dueAt && now.getTime() - dueAt.getTime() > anHour)
    return wrong(`${waiting} wait, the first for over an hour. Is Kaiku running?`)
  return ok(`${waiting} wait for their turn.`)
}

const clock = async ({ connection: { pool }, now }: Patient): Promise<Answer> => {
  const { rows } = await sql<{ at: Date }>`select clock_timestamp() as at`.execute(pool)
  const seconds = Math.round(Math.abs(rows[0]!.at.getTime() - now.getTime()) / 1_000)
  if (seconds > 30) return wrong(`This machine and the database differ by ${seconds} seconds.`)
  return ok('This machine and the database tell the same time.')
}

const leastFree = 500 * 1_000_000
const disk = async ({ config: { dataDirectory, auditHeadsFile } }: Patient): Promise<Answer> => {
  const folder = existsSync(dataDirectory) ? dataDirectory : dirname(auditHeadsFile)
  await access(folder, constants.W_OK | constants.X_OK)
  const { bavail, bsize } = await statfs(folder)
  const free = bavail * bsize
  const said = `${folder} can be written to and has ${(free / 1e9).toFixed(1)} GB free.`
  return free < leastFree ? wrong(said) : ok(said)
}

const checks: [string, (patient: Patient) => Promise<Answer>][] = [
  ['database', database],
  ['migrations', migrations],
  ['key file', keyFile],
  ['audit chain', auditChain],
  ['audit heads', auditHeads],
  ['stock', stock],
  ['commitments', commitments],
  ['mail', mail],
  ['clock', clock],
  ['disk', disk],
  ['backup', async () => unknown('Kaiku does not know when the last one was made. Ask whoever makes them.')],
  ['rollups', rollups],
]

/** Asks everything, one after another; what throws is wrong, and the others are still asked. */
export const examine = async (patient: Patient): Promise<Check[]> => {
  const found: Check[] = []
  for (const [name, check] of checks) {
    const answer = await check(patient).catch((error: unknown) => wrong((error as Error).message))
    found.push({ name, ...answer })
  }
  return found
}
