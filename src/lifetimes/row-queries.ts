import { type RawBuilder, sql } from 'kysely'
import type { Pool } from '../db/db.ts'
import { cardEnd } from './queries.ts'
import { type keptFor, type LifetimeName, lifetimes } from './rules.ts'

/** From when a rule counts for a row `t` of a table: a day or an instant, null while the rule does not bear on it. */
type Mark = { rule: LifetimeName; begins: RawBuilder<unknown> }
type Life = Mark[] | keyof typeof keptFor

const asItsCard = (column: string): Mark => ({
  rule: 'cards',
  begins: sql`(select ${cardEnd} from card c where c.id = t.${sql.ref(column)} and c.registered_on is not null)`,
})
const at = (rule: LifetimeName, column: string): Mark => ({ rule, begins: sql`t.${sql.ref(column)}` })
const all = (life: keyof typeof keptFor, ...tables: string[]): Record<string, Life> =>
  Object.fromEntries(tables.map((table) => [table, life]))

/** Of every table: by which rules its rows go, or why they stay. A table that is missing here fails a test. */
export const lives: Record<string, Life> = {
  card: [
    {
      rule: 'cards',
      begins: sql`(select ${cardEnd} from card c where c.id = t.id and c.registered_on is not null)`,
    },
    { rule: 'closing-texts', begins: sql`case when t.closed_reason is not null then t.closed_on end` },
  ],
  card_event: [
    asItsCard('card_id'),
    { rule: 'card-texts', begins: sql`case when t.reason is not null then t.happened_at end` },
  ],
  card_renewal: [asItsCard('old_card_id')],
  card_usage: [asItsCard('card_id')],
  consent: [asItsCard('card_id')],
  use: [
    asItsCard('card_id'),
    {
      rule: 'use-texts',
      begins: sql`case when t.event is not null or t.override_reason is not null or t.event_on is not null then t.used_on end`,
    },
  ],
  use_cancellation: [
    {
      rule: 'cards',
      begins: sql`(select ${cardEnd} from use u join card c on c.id = u.card_id where u.id = t.use_id)`,
    },
    { rule: 'undo-texts', begins: sql`case when t.reason is not null then t.cancelled_at end` },
  ],
  arrival: [
    {
      rule: 'cards',
      begins: sql`(select ${cardEnd} from use u join card c on c.id = u.card_id where u.id = t.use_id)`,
    },
  ],
  card_check: [at('checks', 'checked_at'), asItsCard('card_id')],
  use_repeat: [
    at('repeats', 'found_at'),
    {
      rule: 'cards',
      begins: sql`(select ${cardEnd} from use u join card c on c.id = u.card_id where u.id = t.use_id)`,
    },
  ],
  renewal_check: [at('renewals', 'checked_at'), asItsCard('card_id')],
  unrecognised_use: [
    {
      rule: 'waiting-tickets',
      begins: sql`case when t.state = 'waiting' then t.received_at end`,
    },
    at('decided-tickets', 'decided_at'),
    asItsCard('card_id'),
  ],
  wellbeing_round: [asItsCard('card_id')],
  wellbeing_answer: [
    {
      rule: 'cards',
      begins: sql`(select ${cardEnd} from wellbeing_round r join card c on c.id = r.card_id where r.id = t.round_id)`,
    },
    {
      rule: 'unfinished-answers',
      begins: sql`(select r.expires_at from wellbeing_round r where r.id = t.round_id and r.finished_at is null)`,
    },
  ],
  print_run: [{ rule: 'seeds', begins: sql`case when t.sealed_seed is not null then t.made_at end` }],
  wellbeing_mean_pair: [
    {
      rule: 'cards',
      begins: sql`(select ${cardEnd} from wellbeing_round r join card c on c.id = r.card_id where r.id = t.after_round)`,
    },
  ],
  upload: [at('uploads', 'made_at')],
  door_list: [at('door-lists', 'recorded_at')],
  reconciliation: [at('reconciliations', 'made_at')],
  settled_line: [
    {
      rule: 'reconciliations',
      begins: sql`(select r.made_at from reconciliation r where r.id = t.reconciliation_id)`,
    },
  ],
  idempotency: [at('answers', 'answered_at')],
  sandbox_use: [at('sandbox-uses', 'received_at')],
  session: [at('sessions', 'expires_at')],
  rate_limit: [at('tries', 'refilled_at')],
  invitation: [at('invitations', 'expires_at')],
  account_link: [at('links', 'expires_at')],
  sign_in_step: [at('sign-ins', 'expires_at')],
  identity_request: [at('sign-ins', 'expires_at')],
  passkey_challenge: [at('sign-ins', 'expires_at')],
  totp: [at('unfinished-factors', 'next_at')],
  recovery_code: [
    {
      rule: 'unfinished-factors',
      begins: sql`case when t.code_sealed is not null then t.made_at end`,
    },
  ],
  group_visit: [at('group-visits', 'visit_on')],
  area_interest: [
    {
      rule: 'interest-senders',
      begins: sql`case when t.state in ('opened', 'declined') and t.sender_name is not null
        then (t.changed_at at time zone 'Europe/Helsinki')::date end`,
    },
  ],
  place_request: [
    {
      rule: 'place-request-senders',
      begins: sql`case when t.state <> 'asked' and t.sender_name is not null
        then (t.answered_at at time zone 'Europe/Helsinki')::date end`,
    },
  ],
  feedback: [
    {
      rule: 'quiet-feedback',
      begins: sql`case when t.ended_at is null then greatest(t.changed_at,
        (select max(m.written_at) from feedback_message m where m.feedback_id = t.id)) end`,
    },
    at('feedback', 'ended_at'),
    { rule: 'feedback-addresses', begins: sql`case when t.email is not null then t.ended_at end` },
  ],
  feedback_message: [
    {
      rule: 'feedback',
      begins: sql`(select f.ended_at from feedback f where f.id = t.feedback_id)`,
    },
  ],
  event: [
    {
      rule: 'events',
      begins: sql`(coalesce(t.ends_at, t.starts_at) at time zone 'Europe/Helsinki')::date`,
    },
  ],
  message: [
    { rule: 'messages', begins: sql`case when t.left_at is not null then t.shown_until end` },
    { rule: 'message-drafts', begins: sql`case when t.leaves_at is null then t.changed_at end` },
  ],
  message_read: [
    at('message-reads', 'read_on'),
    { rule: 'messages', begins: sql`(select m.shown_until from message m where m.id = t.message_id)` },
  ],
  message_mail: [
    { rule: 'messages', begins: sql`(select m.shown_until from message m where m.id = t.message_id)` },
  ],
  event_import: [at('uploads', 'made_at')],
  induction: [at('inductions', 'done_on')],
  induction_lesson: [{ rule: 'inductions', begins: sql`(t.done_at at time zone 'Europe/Helsinki')::date` }],
  training_sign_up: [
    {
      rule: 'training-sign-ups',
      begins: sql`(select (coalesce(r.ends_at, t.signed_at) at time zone 'Europe/Helsinki')::date
        from training r where r.id = t.training_id)`,
    },
  ],
  device_pairing: [at('pairings', 'expires_at')],
  webhook_delivery: [at('deliveries', 'made_at')],
  mail: [
    at('mails', 'made_at'),
    { rule: 'mail-texts', begins: sql`case when t.text_body is not null then t.expires_at end` },
  ],
  signal: [at('signals', 'ended_at')],
  signal_mute: [at('signals', 'mute_until')],
  signal_round: [at('signals', 'noticed_on')],
  audit: [{ rule: 'log', begins: sql`t.done_at` }],
  audit_link: [{ rule: 'log', begins: sql`t.sealed_at` }],
  material_file: [at('removed-files', 'removed_at')],
  ...all('network', 'material', 'material_former'),
  ...all('counts', 'material_download'),
  ...all('network', 'municipality', 'county', 'area', 'area_membership', 'area_text', 'organisation'),
  ...all(
    'network',
    'issuing_unit',
    'issuer_request',
    'unit_period',
    'site',
    'site_period',
    'site_intermediary',
  ),
  ...all(
    'network',
    'site_text',
    'site_link',
    'pause',
    'confirmation',
    'confirmation_reminder',
    'exception_period',
  ),
  ...all('network', 'stock_range', 'stock_movement', 'card_order', 'card_order_step'),
  ...all('network', 'area_home_exception', 'postal_code'),
  ...all('network', 'area_page', 'area_contact', 'area_slug'),
  ...all('network', 'unit_contact'),
  ...all('network', 'consent_text', 'instrument', 'instrument_item'),
  ...all('network', 'policy', 'device', 'desk_choice', 'api_key'),
  ...all('network', 'api_client', 'api_client_site', 'webhook'),
  ...all('network', 'site_limit', 'column_mapping'),
  ...all('network', 'event_feed'),
  ...all('people', 'account', 'account_role', 'contact_person', 'passkey', 'identity', 'identity_provider'),
  ...all('people', 'identity_group'),
  ...all('counts', 'forgotten_card', 'statistics_use_month', 'statistics_use_year', 'statistics_card_year'),
  ...all('counts', 'statistics_use_hour', 'forgotten_card_year', 'forgotten_use_hour'),
  ...all('counts', 'site_activity', 'unit_activity', 'wellbeing_mean'),
  ...all('people', 'report_order'),
  ...all('counts', 'publication', 'publication_figure', 'publication_count'),
  ...all('counts', 'publication_correction'),
  ...all('counts', 'published_year'),
  ...all('network', 'price_list', 'price'),
  ...all('network', 'content', 'content_version', 'shipped_text'),
  ...all('network', 'brochure_draft', 'brochure_edition', 'brochure_withdrawal'),
  ...all('network', 'training'),
  ...all('network', 'joining_plan', 'joining_step', 'joining_meeting', 'joining_action'),
  ...all('network', 'newcomer_reminder'),
  ...all('network', 'pilot_survey', 'pilot_answer', 'pilot_evaluation', 'pilot_decision'),
  ...all('network', 'commitment', 'commitment_party', 'commitment_event', 'commitment_link'),
  ...all('network', 'training', 'induction_policy', 'induction_reminder'),
  ...all('people', 'checklist_tick'),
  ...all('network', 'operating_model_version', 'operating_model_point'),
  ...all('network', 'model_consequence', 'model_extension'),
  ...all('people', 'model_letter'),
  ...all('network', 'commitment_template', 'commitment_draft', 'commitment_reminder'),
  ...all('network', 'commitment_batch', 'commitment_batch_item'),
  ...all(
    'network',
    'commitment',
    'commitment_party',
    'commitment_event',
    'commitment_link',
    'commitment_scan',
    'commitment_copy_link',
  ),
  ...all('network', 'training', 'signal_limit'),
  ...all('network', 'signed_file', 'retention_class', 'archive_entry', 'archive_decision'),
  ...all('program', 'signing_key'),
  ...all('network', 'commitment_term', 'commitment_letter'),
  ...all('network', 'archived_report', 'archived_report_file'),
  ...all('network', 'name_use', 'name_use_step', 'name_use_stop'),
  ...all('counts', 'first_use_count', 'first_use_curve', 'wellbeing_attrition', 'wellbeing_change'),
  ...all('deletions', 'deletion'),
  ...all('program', 'installation', 'migration', 'demo_facts', 'audit_base'),
}

/** A rule and the instant at which it comes true for the row; null while it does not bear on it. */
export type Due = { rule: LifetimeName; begins: string | null; due: string | null }

/** How somebody names a row: by `id` where there is one, else its key parted by commas, else the whole row. */
const nameOf = async (pool: Pool, table: string): Promise<RawBuilder<string>> => {
  const { rows } = await sql<{ column: string }>`
    select a.attname::text as column from pg_index i
    join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
    where i.indrelid = ${table}::regclass and i.indisprimary
    order by array_position(i.indkey::int2[], a.attnum)`.execute(pool)
  const { rows: ids } = await sql<{ found: boolean }>`
    select exists (select from pg_attribute where attrelid = ${table}::regclass and attname = 'id') as found`.execute(
    pool,
  )
  const columns = ids[0]!.found ? ['id'] : rows.map(({ column }) => column)
  if (columns.length === 0) return sql`t::text`
  return sql`concat_ws(',', ${sql.join(columns.map((column) => sql`t.${sql.ref(column)}`))})`
}

/**
 * When each rule of its table comes true for a row; undefined when there is no such row.
 * @param table one of `lives`
 * @param name what the row is named by: its id, else its key with commas
 */
export const findDue = async (pool: Pool, table: string, name: string): Promise<Due[] | undefined> => {
  const life = lives[table]
  const marks = typeof life === 'string' || life === undefined ? [] : life
  const due = ({ rule, begins }: Mark) => {
    const [unit, count] = Object.entries(lifetimes[rule].after)[0] as [string, number]
    const span = sql`make_interval(${sql.raw(unit === 'minutes' ? 'mins' : unit)} => ${count}::int)`
    return sql`json_build_object('rule', ${rule}::text, 'begins', ${begins}, 'due', ${begins} + ${span})`
  }
  const { rows } = await sql<{ dues: Due[] }>`
    select json_build_array(${marks.length === 0 ? sql`` : sql.join(marks.map(due))}) as dues
    from ${sql.table(table)} t where ${await nameOf(pool, table)} = ${name}`.execute(pool)
  return rows[0]?.dues
}
