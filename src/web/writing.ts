/** One deed, one transaction, one row in the audit log. */
import type { Permission } from '../access.ts'
import { actBy, type Pool, type Write } from '../db/db.ts'
import { actorOf, type Subject, writeAudit } from './audit.ts'
import type { Visit } from './visit.ts'

/** Two transactions that waited for each other: one is told to try again, and nothing of it was kept. */
const isRetryable = (error: unknown) => ['40001', '40P01'].includes((error as { code?: string }).code ?? '')

/** Carries a refusal out of the transaction that it undoes. */
class Refused<O> extends Error {
  readonly outcome: O
  constructor(outcome: O) {
    super('refused')
    this.outcome = outcome
  }
}

/** What was done, or why it was not; `keep` where the attempt itself is to stay. */
type Deed = { subject?: Subject } | { problems: Record<string, string>; keep?: true }

const writeDeed = (
  db: Pool,
  visit: Visit<never>,
  permission: Permission,
  outcome: 'done' | 'refused',
  subject: Subject,
) =>
  writeAudit(db, {
    at: visit.now,
    actor: actorOf(visit.user),
    role: visit.user?.role ?? null,
    permission,
    outcome,
    subject,
  })

/** Which rule refused, and which row it was about: the names in the address, of those that are no secret. */
const aboutProblems = (visit: Visit<never>, problems: Record<string, string>): Subject => ({
  problems: Object.values(problems).join(' '),
  ...idsOf(visit.params),
})

/** Rows are named by numbers and UUIDs; a token in an address is none of these and is never written down. */
export const idsOf = (params: Record<string, string>): Subject =>
  Object.fromEntries(
    Object.entries(params).filter(([, text]) =>
      /^\d{1,15}$|^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text),
    ),
  )

const writeOutcome = (db: Pool, visit: Visit<never>, permission: Permission, outcome: Deed) =>
  'problems' in outcome
    ? writeDeed(db, visit, permission, 'refused', aboutProblems(visit, outcome.problems))
    : writeDeed(db, visit, permission, 'done', outcome.subject ?? {})

/**
 * Runs a deed in one transaction with its audit row, up to three times where two waited for each other. What is refused
 * is undone, and the refusal written; `keep` keeps both.
 */
export const writing = async <O extends Deed>(
  pool: Pool,
  visit: Visit<never>,
  permission: Permission,
  run: (db: Write) => Promise<O>,
): Promise<O> => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await pool.transaction().execute(async (db) => {
        await actBy(db, visit.proof)
        const outcome = await run(db)
        if ('problems' in outcome && !outcome.keep) throw new Refused(outcome)
        await writeOutcome(db, visit, permission, outcome)
        return outcome
      })
    } catch (error) {
      if (error instanceof Refused) {
        const outcome = error.outcome as O
        await writeOutcome(pool, visit, permission, outcome)
        return outcome
      }
      if (!isRetryable(error) || attempt === 3) throw error
    }
  }
}

/** What is read under watch: whose card was opened, which list was taken out. */
export const auditReading = (pool: Pool, visit: Visit<never>, permission: Permission, subject: Subject) =>
  writeDeed(pool, visit, permission, 'done', { ...subject, read: true })
