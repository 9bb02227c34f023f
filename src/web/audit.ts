import type { User } from '../access.ts'
import type { Pool } from '../db/db.ts'

/** The rows a deed touched, by their ids: never a code, a name or anything typed. */
export type Subject = Record<string, string | number | boolean | null>

/** How the log names who did it: a person in a role, a device, a key of the public API, the command line, or nobody known. */
export const actorOf = (user: User | null) =>
  user ? `${user.role === 'device' ? 'device' : 'account'}:${user.accountId}` : 'anonymous'

/** Writes who did what to which row. Called in the deed's own transaction, so that neither is kept without the other. */
export const writeAudit = (
  db: Pool,
  entry: {
    at: Date
    actor: string
    role: string | null
    permission: string
    outcome: 'done' | 'refused'
    subject: Subject
  },
) =>
  db
    .insertInto('audit')
    .values({
      done_at: entry.at,
      actor: entry.actor,
      role: entry.role,
      permission: entry.permission,
      outcome: entry.outcome,
      subject: entry.subject,
    })
    .execute()
