import { type RawBuilder, sql } from 'kysely'
import type { AreaScope } from '../access.ts'
import type { Read, Write } from '../db/db.ts'
import type { Said } from '../materials/rules.ts'
import type { Checks, Training, TrainingFacts } from './rules.ts'

const said = (name: string) => sql`json_build_object('fi', t.${sql.ref(`${name}_fi`)},
  'sv', t.${sql.ref(`${name}_sv`)}, 'en', t.${sql.ref(`${name}_en`)})`

const select = async (db: Read, where: RawBuilder<unknown>): Promise<Training[]> => {
  const { rows } = await sql<Training>`
    select t.id, t.area_id as "areaId", a.name as area, ${said('title')} as title,
      ${said('description')} as description, t.audiences, t.languages, t.starts_at as "startsAt",
      t.ends_at as "endsAt", t.is_remote as "isRemote", t.place, t.seats, t.sign_up_url as "signUpUrl",
      t.takes_sign_up as "takesSignUp",      t.recording_url as "recordingUrl", t.recording_length as "recordingLength",
      t.has_subtitles as "hasSubtitles", t.text_url as "textUrl", t.cancelled_at as "cancelledAt",
      case when t.cancelled_fi is not null then ${said('cancelled')} end as "cancelledWhy",
      t.finnish_changed_at as "finnishChangedAt", t.sv_checked_at as "svCheckedAt",
      t.en_checked_at as "enCheckedAt", t.changed_at as "changedAt", t.removed_at as "removedAt"
    from training t left join area a on a.id = t.area_id
    where ${where} order by t.starts_at desc nulls first, t.id desc limit 500`.execute(db)
  return rows
}

const isKept = ({ areaId }: AreaScope) => sql`(${areaId}::int is null or t.area_id = ${areaId})`
const isOpen = (since: Date) =>
  sql`t.removed_at is null and (t.ends_at >= ${since} or t.recording_url is not null)`

/** What everyone may read of: what ended before `since` only where it can be watched. */
export const listOpenTrainings = (db: Read, since: Date): Promise<Training[]> => select(db, isOpen(since))

/** One that was not taken off the page. */
export const findOpenTraining = async (db: Read, id: number): Promise<Training | undefined> =>
  (await select(db, sql`t.id = ${id} and t.removed_at is null`))[0]

/** Whatever its state: for what the program tells by itself. @throws when there is none */
export const findAnyTraining = async (db: Write, id: number): Promise<Training> => {
  const [training] = await select(db, sql`t.id = ${id}`)
  if (!training) throw new Error(`No training ${id}`)
  return training
}

/** Everything that one keeps, with what was taken off the page. */
export const listKeptTrainings = (db: Read, scope: AreaScope): Promise<Training[]> =>
  select(db, isKept(scope))

export const findKeptTraining = async (
  db: Read,
  scope: AreaScope,
  id: number,
): Promise<Training | undefined> => (await select(db, sql`t.id = ${id} and ${isKept(scope)}`))[0]

const valuesOf = (facts: TrainingFacts) => ({
  area_id: facts.areaId,
  ...{ title_fi: facts.title.fi, title_sv: facts.title.sv, title_en: facts.title.en },
  description_fi: facts.description.fi,
  description_sv: facts.description.sv,
  description_en: facts.description.en,
  audiences: facts.audiences,
  languages: facts.languages,
  starts_at: facts.startsAt,
  ends_at: facts.endsAt,
  is_remote: facts.isRemote,
  place: facts.place,
  seats: facts.seats,
  sign_up_url: facts.signUpUrl,
  takes_sign_up: facts.takesSignUp,
  recording_url: facts.recordingUrl,
  recording_length: facts.recordingLength,
  has_subtitles: facts.hasSubtitles,
  text_url: facts.textUrl,
})
const marksOf = (checks: Checks) => ({
  finnish_changed_at: checks.finnishChangedAt,
  sv_checked_at: checks.svCheckedAt,
  en_checked_at: checks.enCheckedAt,
})

/** @returns its id; everyone sees it at once */
export const addTraining = async (db: Write, facts: TrainingFacts, now: Date): Promise<number> => {
  const checks = { finnishChangedAt: now, svCheckedAt: now, enCheckedAt: now }
  const { id } = await db
    .insertInto('training')
    .values({ ...valuesOf(facts), ...marksOf(checks), made_at: now, changed_at: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export const changeTraining = async (
  db: Write,
  id: number,
  facts: TrainingFacts & Checks,
  now: Date,
): Promise<void> => {
  await db
    .updateTable('training')
    .set({ ...valuesOf(facts), ...marksOf(facts), changed_at: now })
    .where('id', '=', id)
    .execute()
}

/** @param why null takes the cancelling back */
export const setCancelled = async (db: Write, id: number, why: Said | null, now: Date): Promise<void> => {
  await db
    .updateTable('training')
    .set({
      cancelled_at: why && now,
      ...{ cancelled_fi: why?.fi ?? null, cancelled_sv: why?.sv ?? null, cancelled_en: why?.en ?? null },
      changed_at: now,
    })
    .where('id', '=', id)
    .execute()
}

/** Takes it off the page, or puts it back. */
export const setRemoved = async (db: Write, id: number, isRemoved: boolean, now: Date): Promise<void> => {
  await db
    .updateTable('training')
    .set({ removed_at: isRemoved ? now : null, changed_at: now })
    .where('id', '=', id)
    .execute()
}
