import { type RawBuilder, sql } from 'kysely'
import type { Write } from '../db/db.ts'
import type { Language } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import type { LetterKind } from './rules.ts'

const toldColumns = {
  seat: 'seat_told_at',
  tomorrow: 'reminded_at',
  cancelled: 'cancelling_told_at',
  recording: 'recording_told_at',
} as const satisfies Record<LetterKind, string>

type When = { now: Date; tomorrow: Day }

/** To whom each letter goes: `s` is the sign-up, `t` its training, `q.own` where it stands in the queue. */
const isDue = (kind: LetterKind, { now, tomorrow }: When): RawBuilder<boolean> => {
  const hasSeat = sql`(t.seats is null or q.own <= t.seats)`
  const isComing = sql`t.cancelled_at is null and t.starts_at > ${now}`
  if (kind === 'seat') return sql`${isComing} and ${hasSeat}`
  if (kind === 'tomorrow')
    return sql`${isComing} and ${hasSeat} and (t.starts_at at time zone 'Europe/Helsinki')::date = ${tomorrow}::date`
  if (kind === 'cancelled') return sql`t.cancelled_at is not null and t.starts_at > ${now}`
  return sql`t.cancelled_at is null and t.recording_url is not null and t.ends_at < ${now}`
}

type Told = { trainingId: number; email: string; language: Language }

/**
 * Takes in hand those to whom a letter is due, and writes down that it goes out: so no two hands send it twice. What was
 * read of a row is asked again when another hand has changed it.
 */
export const takeDue = async (db: Write, kind: LetterKind, when: When): Promise<Told[]> => {
  const told = sql.ref(toldColumns[kind])
  const { rows } = await sql<Told>`
    update training_sign_up u set ${told} = ${when.now} from account a where u.id in (
      select s.id from training_sign_up s join training t on t.id = s.training_id and t.removed_at is null
      join lateral (select count(*) as own from training_sign_up b
        where b.training_id = s.training_id and b.cancelled_at is null and b.id <= s.id) q on true
      where s.cancelled_at is null and s.${told} is null and ${isDue(kind, when)})
    and u.${told} is null and u.cancelled_at is null and a.id = u.account_id and a.ended_at is null
    returning u.training_id as "trainingId", a.email, a.language`.execute(db)
  return rows
}
