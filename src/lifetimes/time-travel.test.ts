import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  type MadeSite,
  type MadeUnit,
  makeAccount,
  makeCard,
  makeSite,
  makeUnit,
  makeUse,
} from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { forgetPast, sweeps } from '../sweep.ts'
import { findDue, lives } from './row-queries.ts'
import { type LifetimeName, lifetimes } from './rules.ts'

let world: World
let unit: MadeUnit
let site: MadeSite
beforeEach(async () => {
  world = await newWorld('2026-02-02T09:00:00Z')
  unit = await makeUnit(world.db)
  site = await makeSite(world.db)
})
afterEach(() => world.end())

const start = new Date('2026-02-02T09:00:00Z')
const tables = [...Object.keys(lives).filter((table) => table !== 'migration')]
/** Every row of every table as text. */
const everything = async () => {
  const each = tables.map(
    (table) => sql`select ${table}::text || ' ' || to_jsonb(t)::text as row from ${sql.table(table)} t`,
  )
  const { rows } = await sql<{ row: string }>`${sql.join(each, sql` union all `)}`.execute(world.db)
  return rows.map(({ row }) => row).sort()
}
/** Which tables lost or changed rows between two looks, and which got new ones. */
const changedTables = (before: string[], after: string[]) => {
  const [old, fresh] = [new Set(before), new Set(after)]
  const names = [...before.filter((row) => !fresh.has(row)), ...after.filter((row) => !old.has(row))]
  return [...new Set(names.map((row) => row.split(' ')[0]!))].sort()
}

/** A row that lives by the clock: when its rule comes true, and what then changes and nothing else. */
type Station = { at: Date; what: string; changes: string[] }
const after = (span: { days?: number; hours?: number; minutes?: number }, from = start) =>
  new Date(from.getTime() + (((span.days ?? 0) * 24 + (span.hours ?? 0)) * 60 + (span.minutes ?? 0)) * 60_000)
/** The first instant of a day in Finland, in winter. */
const midnight = (day: string) => new Date(`${day}T00:00:00+02:00`)
const insert = (statement: ReturnType<typeof sql>) => statement.execute(world.db)

const makeWorld = async (): Promise<Station[]> => {
  const role = await makeAccount(world.db, start, { role: 'venue', siteId: site.id })
  const { id: account } = await world.db.selectFrom('account').select('id').executeTakeFirstOrThrow()
  const expires = (days: number) => after({ days })
  // Valid through 15.2.2026; its last day before two years is 15.2.2028.
  const expiring = await makeCard(world.db, world.keys, {
    unit,
    registeredOn: '2025-02-16',
    validUntil: '2026-02-15',
  })
  await makeUse(world.db, { card: expiring, site, usedAt: new Date('2025-07-01T12:00:00Z'), event: 'Kesä' })
  await insert(sql`insert into consent (card_id, kind, text_version, given_on, unit_id)
    values (${expiring.id}, 'register', '1', '2025-02-16', ${unit.id})`)
  // Closed on 10.1.2027, long before its end: counted from closing, as the issuer's reason is.
  const closed = await makeCard(world.db, world.keys, {
    unit,
    state: 'lost',
    registeredOn: '2026-01-10',
    closedOn: '2027-01-10',
  })
  await insert(sql`update card set closed_reason = 'hukkui' where id = ${closed.id}`)
  await insert(sql`insert into card_event (card_id, event, happened_at, actor, reason)
    values (${closed.id}, 'lost', ${midnight('2027-01-10')}, 'test', 'hukkui')`)
  // Lives longer than this test: nothing of it may change but its texts.
  const young = await makeCard(world.db, world.keys, {
    unit,
    registeredOn: '2027-12-01',
    validUntil: '2028-11-30',
  })
  await makeCard(world.db, world.keys, { unit, stock: true })
  const use = await makeUse(world.db, {
    card: young,
    site,
    usedAt: new Date('2027-12-03T12:00:00Z'),
    event: 'Joulu',
  })
  await insert(sql`insert into use_cancellation (use_id, used_on, cancelled_at, cancelled_by, reason)
    values (${use.id}, '2027-12-03', ${midnight('2027-12-03')}, 'test', 'virhe')`)
  await insert(sql`insert into card_check (id, account_role_id, site_id, card_id, checked_at)
    values (${randomUUID()}, ${role}, ${site.id}, ${young.id}, ${start})`)
  await insert(sql`insert into use_repeat (use_id, used_on, site_id, found_at)
    values (${use.id}, '2027-12-03', ${site.id}, ${start})`)
  await insert(sql`insert into renewal_check (id, account_role_id, card_id, checked_at)
    values (${randomUUID()}, ${role}, ${young.id}, ${start})`)
  await insert(sql`insert into unrecognised_use (id, legacy_hash, fresh_hash, code_tail, site_id, used_on, used_at,
      received_at, adults, children, companions, category, kind, source, recorded_by)
    values (${randomUUID()}, ${Buffer.alloc(32, 1)}, ${Buffer.alloc(32, 2)}, 'X9D4', ${site.id}, '2026-02-02', ${start},
      ${start}, 1, 0, 0, 'culture', 'ticket', 'desk', 'test')`)
  const round = randomUUID()
  await insert(sql`insert into wellbeing_round (id, card_id, instrument_id, wave, way, language, token_hash, begun_at,
      expires_at)
    values (${round}, ${young.id}, 1, 0, 'screen', 'fi', ${Buffer.alloc(32, 3)}, ${start}, ${expires(6)})`)
  await insert(sql`insert into wellbeing_answer (round_id, item, points) values (${round}, 1, 3)`)
  await insert(sql`insert into idempotency (owner, key, body_hash, status, answer, answered_at)
    values ('key:1', 'a', ${Buffer.alloc(1)}, 201, '{}', ${start})`)
  const { id: program } = await world.db
    .insertInto('api_client')
    .values({ name: 'x', is_test: true, made_at: start, made_by: 'test' })
    .returning('id')
    .executeTakeFirstOrThrow()
  await insert(sql`insert into sandbox_use (id, client_id, site_id, card, used_on, used_at, received_at, adults, children,
      companions, category, kind, source)
    values (${randomUUID()}, ${program}, ${site.id}, 'valid', '2026-05-04', ${start}, ${start}, 1, 0, 0, 'culture', 'ticket',
      'api')`)
  const token = () => Buffer.from(randomUUID())
  await insert(sql`insert into session (token_hash, account_role_id, started_at, seen_at, expires_at)
    values (${token()}, ${role}, ${start}, ${expires(9)}, ${expires(1)})`)
  await insert(sql`insert into rate_limit (bucket, tokens, refilled_at) values ('x', 1, ${start})`)
  await insert(sql`insert into invitation (token_hash, role, invited_at, expires_at)
    values (${token()}, 'centre', ${start}, ${expires(4)})`)
  await insert(sql`insert into account_link (token_hash, account_id, kind, made_at, expires_at)
    values (${token()}, ${account}, 'reset', ${start}, ${expires(5)})`)
  await insert(sql`insert into sign_in_step (token_hash, account_id, made_at, expires_at)
    values (${token()}, ${account}, ${start}, ${expires(2)})`)
  await insert(sql`insert into passkey_challenge (challenge, expires_at) values ('x', ${expires(12)})`)
  await insert(
    sql`insert into totp (account_id, next_sealed, next_at) values (${account}, ${token()}, ${expires(13)})`,
  )
  await insert(sql`insert into recovery_code (account_id, code_hash, code_sealed, made_at)
    values (${account}, ${token()}, ${token()}, ${expires(14)})`)
  await insert(sql`insert into device_pairing (id, token_hash, code_hash, site_id, name, made_at, made_by, expires_at)
    values (gen_random_uuid(), ${token()}, ${token()}, ${site.id}, 'x', ${start}, 'test', ${expires(15)})`)
  await insert(sql`insert into mail (kind, recipient, language, subject, text_body, made_at, due_at, expires_at)
    values ('x', 'a@esimerkki.example', 'fi', 'x', 'x', ${start}, ${start}, ${expires(16)})`)
  await insert(sql`insert into print_run (name, card_type, origin, first_serial, last_serial, sealed_seed, made_at, made_by)
    values ('x', 'personal', 'made', 900001, 900002, 'x', ${start}, 'test')`)
  await insert(sql`insert into group_visit (unit_id, site_id, visit_on, clients, under_16, workers, asked_at, asked_by,
      changed_at, changed_by)
    values (${unit.id}, ${site.id}, '2026-02-20', 4, 0, 1, ${start}, 'test', ${start}, 'test')`)
  await insert(sql`insert into induction (account_id, role, place, edition_on, done_on)
    values (${account}, 'issuer', 'x', '2026-01-01', '2026-01-20')`)
  await insert(sql`insert into induction_lesson (account_id, role, lesson, text_on, done_at)
    values (${account}, 'issuer', 'x', '2026-01-01', '2026-01-20T12:00:00+02')`)
  await insert(sql`
    with told as (insert into training (title_fi, description_fi, finnish_changed_at, sv_checked_at, en_checked_at, audiences,
        languages, starts_at, ends_at, is_remote, has_subtitles, made_at, changed_at)
      values ('x', 'x', ${start}, ${start}, ${start}, '{issuers}', '{fi}', '2026-02-20T10:00:00+02', '2026-02-20T11:00:00+02',
        true, false, ${start}, ${start}) returning id)
    insert into training_sign_up (training_id, account_id, signed_at) select id, ${account}, ${start} from told`)
  await insert(sql`insert into place_request (form_key, kind, place_name, organisation, municipality_id, sender_name,
      sender_email, message, language, asked_at, state, decline_reason, answered_at, answered_by)
    select gen_random_uuid(), 'site', 'x', 'x', min(id), 'x', 'a@esimerkki.example', 'x', 'fi', ${start}, 'declined', 'x',
      '2026-03-10T12:00:00+02', 'test' from municipality`)
  await insert(sql`insert into area_interest (form_key, organisation, sender_name, sender_email, message, language, received_at,
      state, changed_at)
    values (gen_random_uuid(), 'x', 'x', 'a@esimerkki.example', 'x', 'fi', ${start}, 'declined',
      '2026-03-10T12:00:00+02')`)
  await insert(sql`
    with written as (insert into message (title_fi, body_fi, is_important, roles, shown_until, made_at, made_by, changed_at,
        leaves_at, sent_by, left_at)
      values ('x', 'x', false, '{venue}', '2026-03-05', ${start}, 'test', ${start}, null, null, null),
        ('x', 'x', false, '{venue}', '2026-03-05', ${start}, 'test', ${start}, ${start}, 'test', ${start})
      returning id, left_at),
    posted as (insert into message_mail (message_id, account_id, queued_at)
      select id, ${account}::uuid, ${start}::timestamptz from written where left_at is not null)
    insert into message_read (message_id, account_id, read_on)
    select id, ${account}::uuid, '2026-02-05' from written where left_at is not null`)
  await insert(sql`insert into feedback (seed, secret_hash, about, language, way, email, state, sent_at, due_on, ended_at, changed_at)
    values (${Buffer.alloc(32, 5)}, ${Buffer.alloc(32, 6)}, 'card', 'fi', 'email', 'a@esimerkki.example', 'answered', ${start},
      '2026-02-23', ${expires(19)}, ${start})`)
  await insert(sql`insert into feedback_message (feedback_id, author, body, written_at)
    select id, 'writer', 'x', ${start} from feedback`)
  // Nobody goes on with it: the last that was done is a note, ten days after it came.
  await insert(sql`insert into feedback (seed, secret_hash, about, language, way, state, sent_at, due_on, changed_at)
    values (${Buffer.alloc(32, 7)}, ${Buffer.alloc(32, 8)}, 'card', 'fi', 'link', 'new', ${start}, '2026-02-23', ${start})`)
  await insert(sql`insert into feedback_message (feedback_id, author, body, written_at, written_by)
    select id, 'note', 'x', ${expires(10)}, 'test' from feedback where state = 'new'`)
  await insert(sql`insert into event (site_id, source, names, starts_at, ends_at, made_at, changed_at, changed_by)
    values (${site.id}, 'entered', '{"fi": "x"}', ${midnight('2026-03-20')}, ${midnight('2026-03-25')}, ${start}, ${start}, 'test')`)
  await insert(sql`insert into event_import (id, site_id, events, is_whole, made_at, made_by)
    values (${randomUUID()}, ${site.id}, '[]', false, ${expires(17)}, 'test')`)
  await insert(sql`insert into api_client (name, made_at, made_by) values ('x', ${start}, 'test')`)
  await insert(sql`insert into webhook (client_id, url, events, secret_sealed, made_at, made_by)
    select id, 'https://a.esimerkki.example/', array['site.updated'], ${token()}, ${start}, 'test' from api_client`)
  await insert(sql`insert into webhook_delivery (webhook_id, event, data, made_at)
    select id, 'site.updated', '{}', ${start} from webhook`)
  await insert(sql`insert into upload (id, account_role_id, site_id, purpose, sealed_body, made_at)
    values (${randomUUID()}, ${role}, ${site.id}, 'door-list', 'x', ${expires(17)})`)
  await insert(sql`insert into door_list (id, site_id, listed_on, recorded_at, recorded_by, use_ids)
    values (${randomUUID()}, ${site.id}, '2026-02-02', ${expires(3)}, 'test', '{}')`)
  await insert(sql`with m as (insert into material (title_fi, description_fi, languages, audiences, year, licence, made_at,
      changed_at) values ('Juliste', 'Seinälle.', '{fi}', '{holders}', 2026, 'cc0', ${expires(3)}, ${expires(3)}) returning id)
    insert into material_file (material_id, kind, shown_name, digest, bytes, size, added_at, removed_at)
    select id, 'txt', 'a.txt', sha256('a'), 'a', 1, ${expires(3)}, ${expires(3)} from m`)
  const compared = randomUUID()
  await insert(sql`insert into reconciliation (id, site_id, source, sold_from, sold_until, lines, matched, missing, added,
      unclear, unsold, made_at, made_by)
    values (${compared}, ${site.id}, 'page', '2026-02-02', '2026-02-02', 1, 1, 0, 0, 0, 0, ${midnight('2026-08-01')}, 'test')`)
  await insert(sql`insert into settled_line (site_id, fingerprint, reconciliation_id, use_ids, sold_on)
    values (${site.id}, ${Buffer.alloc(32, 4)}, ${compared}, ${`{${randomUUID()}}`}::uuid[], '2026-02-02')`)
  await insert(sql`insert into signal (kind, site_id, noticed_from, noticed_until, numbers, noticed_at, again_from, ends_on, state, ended_at)
    values ('quiet', ${site.id}, '2026-01-05', '2026-02-01', '{}', ${start}, '2026-01-05', '2026-04-01', 'lapsed', ${expires(7)})`)
  await insert(sql`insert into signal_mute (kind, site_id, mute_until, reason, made_at, made_by)
    values ('busy', ${site.id}, '2026-05-20', 'Festivaali', ${start}, 'test')`)
  await insert(sql`insert into signal_round (noticed_on, noticed_at) values ('2026-05-20', ${start})`)
  const counts = ['forgotten_card', 'forgotten_card_year']
  const whole = ['audit', 'card', 'card_usage', 'consent', ...counts, 'use']
  return [
    { at: expires(1), what: 'sessions, renewals', changes: ['renewal_check', 'session'] },
    { at: expires(2), what: 'sign-ins', changes: ['sign_in_step'] },
    { at: after({ hours: 72 }), what: 'tries', changes: ['rate_limit'] },
    { at: expires(6), what: 'unfinished-answers', changes: ['wellbeing_answer', 'wellbeing_round'] },
    { at: after({ hours: 72 }, expires(4)), what: 'invitations', changes: ['invitation'] },
    { at: after({ hours: 72 }, expires(5)), what: 'links', changes: ['account_link'] },
    { at: expires(12), what: 'sign-ins', changes: ['passkey_challenge'] },
    { at: after({ minutes: 30 }, expires(13)), what: 'unfinished-factors', changes: ['totp'] },
    { at: after({ minutes: 30 }, expires(14)), what: 'unfinished-factors', changes: ['recovery_code'] },
    { at: expires(16), what: 'pairings', changes: ['device_pairing', 'mail'] },
    { at: expires(18), what: 'uploads', changes: ['event_import', 'upload'] },
    {
      at: after({ days: 30 }),
      what: 'checks, seeds, sandbox-uses, deliveries, repeats',
      changes: ['card_check', 'print_run', 'sandbox_use', 'use_repeat', 'webhook_delivery'],
    },
    {
      at: after({ days: 30 }, expires(3)),
      what: 'door-lists, removed-files',
      changes: ['door_list', 'material_file'],
    },
    {
      at: after({ days: 90 }),
      what: 'answers, mails, waiting-tickets',
      changes: ['idempotency', 'mail', 'unrecognised_use'],
    },
    { at: after({ days: 90 }, expires(10)), what: 'quiet-feedback', changes: ['feedback'] },
    { at: after({ days: 90 }, expires(19)), what: 'feedback-addresses', changes: ['feedback'] },
    { at: midnight('2026-07-01'), what: 'use-texts', changes: ['use'] },
    // Given up a moment after its day, as the sweep came.
    {
      at: after({ days: 90 }, new Date(after({ days: 90 }).getTime() + 1)),
      what: 'decided-tickets',
      changes: ['unrecognised_use'],
    },
    { at: new Date('2027-02-02T09:00:00Z'), what: 'message-drafts', changes: ['message'] },
    { at: midnight('2027-02-05'), what: 'message-reads', changes: ['message_read'] },
    { at: new Date('2026-08-09T09:00:00Z'), what: 'signals', changes: ['signal'] },
    { at: midnight('2026-11-20'), what: 'signals', changes: ['signal_mute', 'signal_round'] },
    {
      at: after({ days: 365 }, expires(19)),
      what: 'feedback',
      changes: ['feedback', 'feedback_message'],
    },
    { at: midnight('2027-03-25'), what: 'events', changes: ['event'] },
    // A year after the sweep ended it, a moment after its day.
    {
      at: after({ days: 365 }, new Date(after({ days: 90 }, expires(10)).getTime() + 1)),
      what: 'feedback',
      changes: ['feedback', 'feedback_message'],
    },
    { at: midnight('2028-01-10'), what: 'card-texts, closing-texts', changes: ['card', 'card_event'] },
    {
      at: midnight('2028-02-01'),
      what: 'reconciliations',
      changes: ['reconciliation', 'settled_line'],
    },
    { at: midnight('2028-02-16'), what: 'cards that expired', changes: whole },
    { at: midnight('2028-01-20'), what: 'inductions', changes: ['induction', 'induction_lesson'] },
    { at: midnight('2027-02-20'), what: 'training-sign-ups', changes: ['training_sign_up'] },
    { at: midnight('2028-02-20'), what: 'group-visits', changes: ['group_visit'] },
    {
      at: midnight('2028-03-10'),
      what: 'interest-senders, place-request-senders',
      changes: ['area_interest', 'place_request'],
    },
    { at: midnight('2028-03-05'), what: 'messages', changes: ['message', 'message_mail'] },
    { at: midnight('2028-12-03'), what: 'use-texts, undo-texts', changes: ['use', 'use_cancellation'] },
    {
      at: midnight('2029-01-10'),
      what: 'cards that were closed',
      changes: ['audit', 'card', 'card_event', ...counts],
    },
  ]
}

test('over three years each rule comes true on its day, not a moment before, and changes nothing else', async () => {
  const stations = await makeWorld()
  // In summer Finland is an hour earlier.
  for (const station of stations)
    if (station.at.getMonth() === 5) station.at = new Date('2026-06-30T21:00:00Z')
  stations.sort((one, other) => one.at.getTime() - other.at.getTime())
  await forgetPast(world.db, start)
  let before = await everything()
  for (const { at, what, changes } of stations) {
    await forgetPast(world.db, new Date(at.getTime() - 1))
    expect(await everything(), `${what}: a moment before`).toEqual(before)
    await forgetPast(world.db, new Date(at.getTime() + 1))
    const now = await everything()
    expect(changedTables(before, now), what).toEqual(changes)
    before = now
  }
  const told = stations.flatMap(({ what }) => what.split(', '))
  const ruled = told.map((what) => (what.startsWith('cards') ? 'cards' : what))
  // Emptying a mail falls on the day of a pairing; the log has a test of its own.
  expect([...new Set([...ruled, 'mail-texts', 'log'])].sort()).toEqual(Object.keys(lifetimes).sort())
}, 120_000)

test('what is counted stays as it was counted when cards are forgotten', async () => {
  await makeWorld()
  const counted = async () => {
    const found: unknown[] = []
    for (const table of ['statistics_use_month', 'statistics_use_year', 'statistics_card_year'])
      found.push((await sql`select * from ${sql.table(table)} order by 1, 2, 3, 4`.execute(world.db)).rows)
    return found
  }
  const before = await counted()
  await forgetPast(world.db, midnight('2031-01-10'))
  expect(await counted()).toEqual(before)
  const { rows } = await sql<{ cards: number }>`select sum(cards)::int as cards from forgotten_card`.execute(
    world.db,
  )
  expect(rows).toEqual([{ cards: 3 }])
  expect(await world.db.selectFrom('card').select('state').execute()).toEqual([{ state: 'stock' }])
})

test('many cards are forgotten in batches, and a sweep that was killed goes on', async () => {
  for (let card = 0; card < 3; card++)
    await makeCard(world.db, world.keys, { unit, registeredOn: '2020-01-01', validUntil: '2020-12-31' })
  await sql`insert into card (code_hash, code_tail, code_style, type, unit_id, state, registered_on, valid_until)
    select sha256(n::text::bytea), 'x', 'new', 'personal', ${unit.id}, 'registered', '2020-01-01', '2020-12-31'
    from generate_series(1, 450) n`.execute(world.db)
  await forgetPast(world.db, start)
  expect(await world.db.selectFrom('card').select('id').execute()).toEqual([])
})

test('every table is told: by which rules its rows go, or why they stay; every rule has a sweep', async () => {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(world.db)
  expect(rows.map(({ name }) => name).filter((name) => !(name in lives))).toEqual([])
  const swept = new Set<LifetimeName>(['log', ...sweeps.flatMap(({ rules }) => rules)])
  expect([...swept].sort()).toEqual(Object.keys(lifetimes).sort())
  const { rows: tied } = await sql<{ name: string }>`select relation as name from card_tie`.execute(world.db)
  // What hangs on a card goes with it.
  const goes = (name: string) => {
    const life = lives[name]
    return Array.isArray(life) && life.some(({ rule }) => rule === 'cards')
  }
  expect(tied.map(({ name }) => name).filter((name) => !goes(name))).toEqual([])
})

test('what is due is told of any row, and comes true on the day that was told', async () => {
  const card = await makeCard(world.db, world.keys, {
    unit,
    registeredOn: '2025-02-16',
    validUntil: '2026-02-15',
  })
  const use = await makeUse(world.db, { card, site, usedAt: start, event: 'Keikka' })
  const stock = await makeCard(world.db, world.keys, { unit, stock: true })
  const dueOf = async (table: string, id: string | number) =>
    (await findDue(world.db, table, String(id)))?.map(({ rule, due }) => [rule, due?.slice(0, 10) ?? null])
  expect(await dueOf('card', card.id)).toEqual([
    ['cards', '2028-02-16'],
    ['closing-texts', null],
  ])
  expect(await dueOf('use', use.id)).toEqual([
    ['cards', '2028-02-16'],
    ['use-texts', '2027-02-02'],
  ])
  expect(await dueOf('card_usage', card.id)).toEqual([['cards', '2028-02-16']])
  expect(await dueOf('card', stock.id)).toEqual([
    ['cards', null],
    ['closing-texts', null],
  ])
  expect(await dueOf('site', site.id)).toEqual([])
  expect(await dueOf('card', 999)).toBeUndefined()
  for (const table of tables) await findDue(world.db, table, 'x')
})

test('the page for people tells every rule', () => {
  const page = readFileSync('docs/lifetimes.md', 'utf8')
  expect(Object.keys(lifetimes).filter((name) => !page.includes(`\`${name}\``))).toEqual([])
})
