import { sql } from 'kysely'
import type { AreaScope } from '../access.ts'
import type { Kind, State } from '../commitments/rules.ts'
import type { Read, Write } from '../db/db.ts'
import type { Language } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'

export type Kept = {
  id: number
  kind: Kind
  state: State
  title: Record<Language, string>
  parties: { name: string; isSigned: boolean }[]
  answerUntil: Day
  /** How many times it has been sent. */
  round: number
  changedAt: Date
  /** Null for a draft that has never been sent. */
  sentAt: Date | null
  /** When somebody was last reminded in this round; null when nobody was. */
  remindedAt: Date | null
}

const kept = ({ areaId }: AreaScope, states: readonly State[]) => sql`
  from commitment c where c.state = any(${[...states]}::text[]) and (${areaId}::int is null or c.area_id = ${areaId})`

const list = async (
  db: Read,
  scope: AreaScope,
  states: readonly State[],
  { order, size, offset }: { order: 'latest' | 'soonest'; size: number; offset: number },
): Promise<Kept[]> => {
  const by = order === 'latest' ? sql`c.changed_at desc, c.id desc` : sql`c.answer_until, c.id`
  const { rows } = await sql<Kept>`
    select c.id, c.kind, c.state, c.content -> 'title' as title, c.answer_until::text as "answerUntil", c.round,
      c.changed_at as "changedAt", c.sent_at as "sentAt",
      (select json_agg(json_build_object('name', p.name, 'isSigned', p.signed_at is not null) order by p.position)
        from commitment_party p where p.commitment_id = c.id) as parties,
      (select max(r.made_at) from commitment_reminder r where r.commitment_id = c.id and r.round = c.round)
        as "remindedAt"
    ${kept(scope, states)} order by ${by} limit ${size} offset ${offset}`.execute(db as Write)
  return rows
}

const mostDrafts = 200

/** Drafts and those that came back unsigned, what was changed last first. */
export const listDrafts = (db: Read, scope: AreaScope): Promise<Kept[]> =>
  list(db, scope, ['draft', 'declined', 'expired'], { order: 'latest', size: mostDrafts, offset: 0 })

/** Those that wait for signatures, whose time is over first first. @param page from 1 on */
export const listWaiting = (
  db: Read,
  scope: AreaScope,
  { page, size }: { page: number; size: number },
): Promise<Kept[]> => list(db, scope, ['waiting'], { order: 'soonest', size, offset: (page - 1) * size })

export const countWaiting = async (db: Read, scope: AreaScope): Promise<number> => {
  const { rows } = await sql<{
    count: number
  }>`select count(*)::int as count ${kept(scope, ['waiting'])}`.execute(db as Write)
  return rows[0]!.count
}
