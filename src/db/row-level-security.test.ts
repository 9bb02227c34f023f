import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { digestOf } from '../../test/imports.ts'
import { makeCard, makeMunicipality, makeSite, makeUnit, makeUse } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { createSiteKey } from '../accounts/key-queries.ts'
import { proofOfSecret } from '../accounts/key-rules.ts'
import { codeHash } from '../codes/rules.ts'
import { makePrintRun } from '../stock/run-make.ts'
import { proofOfToken } from '../web/session-cookie.ts'
import { actBy, type Proof, proofOfKey, proofOfSession } from './db.ts'

/**
 * The second wall by itself: statements as a query would send them that forgot its scope, or that somebody slipped in,
 * in the role that requests have. Ours is the place in Kuhmo, theirs the one in Oulu.
 */
let world: World
const proofs: Record<string, Proof | null> = { nobody: null }
const ids = {
  unit: 0,
  site: 0,
  area: 0,
  card: 0,
  use: '',
  organisation: 0,
  check: '',
  renewal: '',
  serial: 0,
  run: 0,
  order: 0,
  hash: '',
  list: 0,
}

beforeAll(async () => {
  world = await newWorld()
  const { db, keys } = world
  const ours = await makeMunicipality(db, { name: 'Kuhmo', area: 'Kainuu' })
  const theirs = await makeMunicipality(db, { name: 'Oulu', area: 'Pohjois-Pohjanmaa' })
  const [ourUnit, theirUnit] = [
    await makeUnit(db, { municipality: ours }),
    await makeUnit(db, { municipality: theirs }),
  ]
  const [ourSite, theirSite] = [
    await makeSite(db, { municipality: ours }),
    await makeSite(db, { municipality: theirs }),
  ]
  const ourCard = await makeCard(db, keys, { unit: ourUnit })
  const theirCard = await makeCard(db, keys, { unit: theirUnit })
  await makeUse(db, { card: ourCard, site: ourSite, usedAt: world.now() })
  const theirUse = await makeUse(db, { card: theirCard, site: theirSite, usedAt: world.now() })
  await sql`insert into arrival (use_id, used_on, arrived_at, arrived_by)
    select id, used_on, now(), 'x' from use where id = ${theirUse.id}`.execute(db)
  await sql`insert into site_limit (site_id, kind, volume, period) values (${theirSite.id}, 'ticket', 2, 'week')`.execute(
    db,
  )
  const issuer = await world.as({ role: 'issuer', unit: ourUnit })
  const venue = await world.as({ role: 'venue', site: ourSite })
  const coordinator = await world.as({ role: 'coordinator', areaId: ours.areaId })
  const foreigner = await world.as({ role: 'venue', site: theirSite })
  const checked = await foreigner.post('/fi/kassa', { code: theirCard.code, site: String(theirSite.id) })
  // Theirs was renewed by a colleague of theirs, who has it in hand.
  const theirIssuer = await world.as({ role: 'issuer', unit: theirUnit })
  const renewal = await theirIssuer.post('/fi/uusi-kortti', { code: theirCard.code })
  const theirNew = await makeCard(db, keys, { unit: theirUnit })
  await sql`insert into card_renewal (old_card_id, new_card_id) values (${theirCard.id}, ${theirNew.id})`.execute(
    db,
  )
  await sql`update renewal_check set done_at = now()`.execute(db)
  const expiresAt = new Date(world.now().getTime() + 86_400_000)
  const key = await createSiteKey(
    db,
    { siteId: ourSite.id, name: 'x', scopes: ['uses.create'], expiresAt },
    world.now(),
  )
  Object.assign(proofs, {
    issuer: proofOfSession(proofOfToken(issuer.token)),
    venue: proofOfSession(proofOfToken(venue.token)),
    coordinator: proofOfSession(proofOfToken(coordinator.token)),
    centre: proofOfSession(proofOfToken((await world.as({ role: 'centre' })).token)),
    auditor: proofOfSession(proofOfToken((await world.as({ role: 'auditor' })).token)),
    key: proofOfKey(proofOfSecret(key)),
    forged: `session:${'0'.repeat(64)}`,
  })
  const { organisation_id } = await db
    .selectFrom('site')
    .select('organisation_id')
    .where('id', '=', theirSite.id)
    .executeTakeFirstOrThrow()
  await db
    .insertInto('contact_person')
    .values({ site_id: theirSite.id, name: 'Oili Esimerkki', made_at: world.now() })
    .execute()
  await sql`insert into unrecognised_use (id, card_id, code_tail, site_id, used_on, used_at, received_at, adults, children,
      companions, category, kind, source, recorded_by)
    values (gen_random_uuid(), ${theirCard.id}, 'XXXX', ${theirSite.id}, '2026-05-04', '2026-05-04 09:00Z', now(), 1, 0, 0,
      'culture', 'ticket', 'desk', 'test')`.execute(db)
  await sql`insert into card_event (card_id, event, happened_at, actor) values (${theirCard.id}, 'registered', now(), 'test')`.execute(
    db,
  )
  await sql`insert into consent (card_id, kind, text_version, given_on, unit_id)
    values (${theirCard.id}, 'register', '1', '2026-01-02', ${theirUnit.id})`.execute(db)
  await sql`insert into idempotency values ('site:' || ${theirSite.id}::text, 'k', '\\x00', 201, '{}', 1, now())`.execute(
    db,
  )
  await sql`with made as (insert into reconciliation (id, site_id, source, sold_from, sold_until, lines, matched, missing,
      added, unclear, unsold, made_at, made_by)
    values (gen_random_uuid(), ${theirSite.id}, 'page', now(), now(), 1, 1, 0, 0, 0, 0, now(), 'x') returning id)
    insert into settled_line (site_id, fingerprint, reconciliation_id, use_ids, sold_on)
    select ${theirSite.id}, ${Buffer.alloc(32)}, id, array[gen_random_uuid()], now() from made`.execute(db)
  await sql`insert into door_list (id, site_id, listed_on, recorded_at, recorded_by, use_ids)
    values (gen_random_uuid(), ${theirSite.id}, now(), now(), 'x', '{}')`.execute(db)
  await sql`insert into column_mapping values (${theirSite.id}, 'door-list', ${Buffer.alloc(32)}, '{}', now())`.execute(
    db,
  )
  await sql`insert into upload (id, account_role_id, site_id, purpose, sealed_body, made_at)
    select gen_random_uuid(), r.id, s.id, 'door-list', 'x', now() from account_role r, site s`.execute(db)
  const theirStock = await makeCard(db, keys, { unit: theirUnit, stock: true })
  await db
    .transaction()
    .execute((write) =>
      makePrintRun(
        write,
        keys,
        { name: 'x', cardType: 'personal', cards: 2 },
        { actor: 'x', now: world.now() },
      ),
    )
  const { serial, run, order } = (
    await sql<{ serial: number; run: number; order: number }>`
      with ordered as (
        insert into card_order (area_id, unit_id, card_type, wanted, state, asked_at, asked_by, changed_at, changed_by)
        values (${theirs.areaId}, ${theirUnit.id}, 'personal', 5, 'asked', now(), 'x', now(), 'x') returning id)
      select (select serial from card where id = ${theirStock.id}) as serial, (select id from print_run) as run,
        (select id from ordered) as order`.execute(db)
  ).rows[0]!
  // Ours has prices too: a list of one's own cannot be handed to theirs either.
  const { list } = (
    await sql<{ list: number }>`
      with listed as (insert into price_list (site_id, valid_from, made_at)
        values (${ourSite.id}, '2026-01-01', now()), (${theirSite.id}, '2026-01-01', now()) returning id, site_id),
      priced as (insert into price select id, 'ticket', 1200, 600 from listed)
      select id as list from listed where site_id = ${theirSite.id}`.execute(db)
  ).rows[0]!
  await sql`insert into report_order (account_role_id, level, place_id, ordered_at, told_until)
    values (${theirIssuer.accountRoleId}, 'unit', ${theirUnit.id}, now(), 0)`.execute(db)
  const hash = codeHash(keys.cardCode, theirStock.code).toString('hex')
  Object.assign(ids, {
    ...{ serial, run, order, hash, list },
    ...{ unit: theirUnit.id, site: theirSite.id, area: theirs.areaId, card: theirCard.id, use: theirUse.id },
    renewal: renewal.headers.get('location')!.split('/').at(-1)!,
    ...{ organisation: organisation_id, check: checked.headers.get('location')!.split('/').at(-1)! },
  })
})
afterAll(() => world.end())

/** `:name` stands for an id of theirs. */
const attacks: Record<string, string[]> = {
  nobody: [
    'select * from report_order',
    'select * from price_list',
    'select * from price',
    'update published_year set uses_total = 0 returning year',
    'select * from publication_count',
    'select * from publication_figure where not is_public',
    'update publication_figure set count = 9 returning count',
    'delete from publication_correction returning period',
    'select * from card',
    'select * from use',
    'select * from audit',
    'select * from contact_person',
    'select * from mail',
    "select * from card_for_use('\\x00', '\\x00', :card, :site, current_date, null)",
    'select * from upload',
    'select * from settled_line',
    'select * from cards_for_list(\'[[":hash", ":hash"]]\', :site)',
    'update site set name = name returning id',
    "select cards_move_validity(1, null, null, '2026-02-01', null, 'x', now()) as moved where cards_move_validity(1, null, null, '2026-02-01', null, 'x', now()) > 0",
    'select * from cards_due(1, null, null, null, null)',
    "select audit_about('{}')",
    'select card_unchanged(:card, 0, null)',
    'select * from stock_range',
    'select * from stock_movement',
    'select * from print_run',
    'select * from card_order',
    'select * from stock_given(1, 1000000)',
    "select * from stock_by_code('\\x:hash', '\\x:hash')",
    "select stock_move(:serial, :serial, 'blocked', null, null, null, 'lost', 'x', now())",
    "select print_run_make('x', 'personal', 'made', '{}', '{}', '{}', 1::smallint, null, 'x', now())",
    'select * from renewed_as(:card)',
    "select renew_card(null, :card, :card, 0, 'x', now(), '2026-05-04')",
    "select c.id from session s, set_config('kaiku.proof', 'session:' || encode(s.token_hash, 'hex'), true), card c",
  ],
  forged: ['select * from card', 'select * from use', 'select * from use_face'],
  issuer: [
    'select * from report_order',
    'delete from report_order returning id',
    'update report_order set told_until = 9 returning id',
    "insert into report_order (account_role_id, level, ordered_at, told_until) values (gen_random_uuid(), 'country', now(), 0) returning id",
    'select * from price_list',
    'select * from price',
    'select * from publication_count',
    'select * from statistics_use_month',
    'select * from statistics_card_year where unit_id is distinct from visit_unit()',
    "select * from own_card_months(:unit, '2000-01-01', '2100-01-01')",
    "insert into publication (period, counted_at, published_at, digest) values ('2020', now(), now(), sha256('x')) returning number",
    'select id from unrecognised_use',
    'select uses_that_waited(:card) as uses where uses_that_waited(:card) > 0',
    'select * from unrecognised_counts(:site)',
    'select * from card where unit_id = :unit',
    'select * from card where unit_id <> (select visit_unit())',
    'select * from card_event where card_id = :card',
    'select * from consent where card_id = :card',
    'select * from card_usage where card_id = :card',
    'select * from card_renewal',
    'select * from use',
    'select * from card_check',
    'update card set children = 9 where id = :card returning id',
    'update card set unit_id = :unit returning id',
    'delete from card returning id',
    "insert into card_event (card_id, event, happened_at, actor) values (:card, 'lost', now(), 'x') returning id",
    'update consent set withdrawn_at = now() where card_id = :card returning id',
    'update issuing_unit set is_public = true where id = :unit returning id',
    'update policy set child_age = 99 returning child_age',
    'update unit_period set name = name returning id',
    'select * from card_for_use(null, null, :card, :site, current_date, null)',
    'select * from stock_range',
    'select * from stock_movement',
    'select * from print_run',
    "select * from stock_by_code('\\x:hash', '\\x:hash')",
    "select stock_move(:serial, :serial, 'unit', null, visit_unit(), null, null, 'x', now())",
    "select stock_move(:serial, :serial, 'blocked', null, null, null, 'lost', 'x', now())",
    "update stock_range set place = 'unit' returning first_serial",
    'select stock_split(:serial)',
    'update print_run set printed_at = now() returning id',
    "update card_order set state = 'sent' where id = :order returning id",
    "select print_run_make('x', 'personal', 'made', '{}', '{}', '{}', 1::smallint, null, 'x', now())",
    'select * from renewal_check',
    'insert into card_renewal select :card, id from card limit 1 returning new_card_id',
    'delete from card_renewal returning new_card_id',
    'select * from renewed_as(:card)',
    "select true as ok where open_renewal(gen_random_uuid(), null, null, :card, now(), '2026-05-04')",
    "select * from card_of_renewal(':renewal', '2026-05-04')",
    "select card_of_done_renewal(':renewal') as id where card_of_done_renewal(':renewal') is not null",
    "select renew_card(':renewal', :card, id, 0, 'x', registered_at, '2026-05-04') from card limit 1",
    "select is_renewed_here(:unit, '2026-05-04')",
  ],
  venue: [
    'select * from price_list where site_id = :site',
    'select * from price where list_id = :list',
    "insert into price_list (site_id, valid_from, made_at) values (:site, '2026-02-01', now()) returning id",
    'update price_list set taken_back_at = now() where id = :list returning id',
    'update price_list set site_id = :site returning id',
    "insert into price values (:list, 'season-pass', 0, 0) returning list_id",
    'delete from price_list returning id',
    'update price set adult_cents = 0 returning list_id',
    'select * from statistics_use_month where site_id = :site',
    'select * from statistics_use_year where site_id = :site',
    'select * from statistics_card_year',
    'select * from upload where account_role_id <> visit_role_id() or site_id = :site',
    'select * from reconciliation',
    'select * from settled_line',
    'delete from settled_line returning site_id',
    'update reconciliation set undone_at = now() returning id',
    'select * from door_list',
    'select * from column_mapping',
    'select * from cards_for_list(\'[[":hash", ":hash"]]\', :site)',
    'select * from cards_for_list(\'[[":hash", ":hash"]]\', null)',
    "select * from card_for_use('\\x:hash', '\\x:hash', null, null, current_date, null)",
    'select id from unrecognised_use where site_id = :site',
    'select legacy_hash from unrecognised_use',
    'select card_id from unrecognised_use',
    "update unrecognised_use set state = 'dropped', why = 'undone', decided_at = now() where site_id = :site returning id",
    "insert into unrecognised_use (id, card_id, code_tail, site_id, used_on, used_at, received_at, adults, children, companions, category, kind, source, recorded_by) select gen_random_uuid(), :card, 'X', id, now(), now(), now(), 1, 0, 0, 'culture', 'ticket', 'desk', 'x' from site returning id",
    'delete from unrecognised_use returning id',
    'select * from unrecognised_counts(:site)',
    "select * from waiting_near(null, '\\\\x00', '\\\\x00', :site, null, '2026-05-04 09:00Z', 3)",
    'select recognise_missed()',
    'select recognise_waiting(array[:card::bigint])',
    'select wait_again(array[:card::bigint])',
    'select * from card',
    'select * from card_renewal',
    'select * from renewed_as(:card)',
    "select true as ok where open_renewal(gen_random_uuid(), null, null, :card, now(), '2026-05-04')",
    'select * from use where site_id = :site',
    'select * from use_cancellation',
    'select * from use_face f join use u on u.id = f.use_id where u.site_id = :site',
    'select * from card_for_use(null, null, :card, :site, current_date, null)',
    "insert into use select gen_random_uuid(), used_on, card_id, :site, null, used_at, used_at, 1, 0, 0, category, kind, source, 'x', null from use returning id",
    "insert into use_cancellation values (':use', '2026-05-04', now(), 'x', null) returning use_id",
    "insert into arrival select id, used_on, now(), 'x' from use where id = ':use' returning use_id",
    'select * from arrival',
    "delete from arrival where use_id = ':use' returning use_id",
    "select * from card_within_limit(:card, 0, null, :site, 'ticket', null, null, false, null, 1)",
    "insert into site_limit (site_id, kind, volume, period) values (:site, 'course-place', 9, 'day') returning id",
    'update site_limit set volume = 9 returning id',
    "select * from card_check where id = ':check'",
    "select unit_of_check(':check') as unit where unit_of_check(':check') is not null",
    "select * from idempotency where owner = 'site:' || :site",
    'update site set closed_on = now() where id = :site returning id',
    'select * from contact_person where site_id = :site',
    'update site set area_id = :area returning id',
    'update use set adults = 0 returning id',
    'insert into card_check (id, account_role_id, site_id, card_id, checked_at) select gen_random_uuid(), visit_role_id(), id, :card, now() from site where id <> :site returning id',
    'update site_period set name = name returning id',
    'select * from stock_range',
    'select * from stock_given(1, 1000000)',
    "insert into exception_period (site_id, valid_from, valid_until, reason_fi, made_at, made_by) select id, '2026-01-01', '2026-02-01', 'x', now(), 'x' from site where id <> :site returning id",
    'update site set closed_on = now() returning id',
  ],
  coordinator: [
    'select * from price_list where site_id = :site',
    'select * from price where list_id = :list',
    "insert into price_list (site_id, valid_from, made_at) values (:site, '2026-02-01', now()) returning id",
    'update price_list set taken_back_at = now() where id = :list returning id',
    'update price_list set site_id = :site returning id',
    "insert into price values (:list, 'season-pass', 0, 0) returning list_id",
    'select * from statistics_use_month where site_id = :site',
    'select * from statistics_card_year where unit_id = :unit',
    'select * from card',
    'select * from card_renewal',
    'select * from renewed_as(:card)',
    'select * from use',
    'select * from stock_range where unit_id = :unit or area_id = :area or unit_id is null',
    'select * from stock_movement',
    'select sealed_seed from print_run',
    "select * from stock_by_code('\\x:hash', '\\x:hash')",
    'select * from stock_given(1, 1000000)',
    "select stock_move(:serial, :serial, 'area', visit_area(), null, null, null, 'x', now())",
    "select stock_move(:serial, :serial, 'blocked', null, null, null, 'lost', 'x', now())",
    'delete from stock_movement returning id',
    'select * from card_order where id = :order',
    "select print_run_make('x', 'personal', 'made', '{}', '{}', '{}', 1::smallint, null, 'x', now())",
    'update area_membership set phase_until = null returning id',
    'update site set area_id = :area returning id',
    'update site set name = name where id = :site returning id',
    "insert into contact_person (site_id, name, made_at) values (:site, 'X', now()) returning id",
    "update organisation set name = 'X' where id = :organisation returning id",
    "insert into pause (unit_id, paused_from, made_at, made_by) values (:unit, '2026-01-01', now(), 'x') returning id",
    "insert into exception_period (valid_from, valid_until, reason_fi, made_at, made_by) values ('2026-01-01', '2026-02-01', 'x', now(), 'x') returning id",
    "insert into area_text values (:area, 'fi', 'x', now(), 'x') returning area_id",
    "insert into area_page values (:area, null, null, null, now(), 'x') returning area_id",
    "insert into area_contact values (:area, 'sote', 'X', null, '1', now(), 'x') returning area_id",
    "insert into unit_contact values (:unit, 'X', null, null, null, null, null, now(), 'x') returning unit_id",
    "insert into area_slug values ('x', :area, false) returning area_id",
    'select * from audit',
    "insert into issuing_unit (organisation_id, municipality_id, area_id, name, kind, third_sector) select organisation_id, municipality_id, area_id, 'X', 'x', false from issuing_unit where id <> :unit returning id",
  ],
  key: [
    'select * from price_list where site_id = :site',
    "insert into price_list (site_id, valid_from, made_at) values (:site, '2026-02-01', now()) returning id",
    'update site set closed_on = now() returning id',
    'delete from api_key returning id',
    'select * from card',
    'select * from use where site_id = :site',
    'select * from card_for_use(null, null, :card, :site, current_date, null)',
    "insert into idempotency values ('site:' || :site, 'x', '\\x00', 201, '{}', 1, now()) returning key",
  ],
  centre: [
    'delete from price_list returning id',
    'update price set adult_cents = 0 returning list_id',
    'delete from price returning list_id',
    'delete from published_year returning year',
    'select * from publication_count',
    'delete from publication_figure returning count',
    "update stock_range set place = 'centre' returning first_serial",
    'insert into stock_movement overriding system value select * from stock_movement returning id',
    'delete from print_run returning id',
    'delete from card_order returning id',
    'select * from card',
    'select * from use',
    'select * from audit',
    'delete from site returning id',
  ],
  auditor: [
    'update price_list set taken_back_at = now() returning id',
    'select * from stock_range',
    'select * from print_run',
    'select * from card',
    'update audit set actor = actor returning id',
    'delete from audit_link returning position',
    'select statistics_add_cards(null, 1)',
    'alter table card disable row level security',
    'set local row_security = off',
  ],
}

const cases = Object.entries(attacks).flatMap(([by, statements]) =>
  statements.map((statement) => ({ by, statement })),
)

test('there are at least forty of them', () => expect(cases.length).toBeGreaterThanOrEqual(40))

/** The rows that the statement gives, or null where the database refuses it outright. What it changed is undone. */
const rowsOf = async (by: string, statement: string): Promise<unknown[] | null> => {
  const text = statement.replaceAll(/:([a-z]+)\b/g, (all, name: string) =>
    Object.hasOwn(ids, name) ? String(ids[name as keyof typeof ids]) : all,
  )
  try {
    return await world.requests.transaction().execute(async (db) => {
      await actBy(db, proofs[by]!)
      return (await sql.raw(text).execute(db)).rows
    })
  } catch (error) {
    const { code } = error as { code?: string }
    // Refused: no such right, a policy's check, the append-only log, or a query that row security would change.
    expect(['42501', 'P0001']).toContain(code)
    return null
  }
}

/** What the one before has left is what the next one finds: counted once for both. */
let before: Awaited<ReturnType<typeof digestOf>> | undefined
describe.each(cases)('$by: $statement', ({ by, statement }) => {
  test('shows and changes nothing', async () => {
    const found = before ?? (await digestOf(world))
    const rows = await rowsOf(by, statement)
    before = await digestOf(world)
    expect(rows ?? []).toEqual([])
    expect(before).toEqual(found)
  })
})

test('what is one’s own is seen: the wall is not just shut', async () => {
  expect(await rowsOf('issuer', 'select id from card')).toHaveLength(1)
  expect(await rowsOf('issuer', 'select id from card_event')).toHaveLength(0)
  expect(await rowsOf('venue', 'select id from use')).toHaveLength(1)
  expect(await rowsOf('key', 'select id from use')).toHaveLength(1)
  expect(await rowsOf('venue', 'select uses from statistics_use_month')).toEqual([{ uses: 1 }])
  expect(await rowsOf('coordinator', 'select uses from statistics_use_month')).toEqual([{ uses: 1 }])
  expect(await rowsOf('centre', 'select uses from statistics_use_month')).toHaveLength(2)
  expect(await rowsOf('issuer', 'select registered from statistics_card_year')).toHaveLength(1)
  // The country is everybody's.
  expect(await rowsOf('nobody', 'select adults from national_month')).toEqual([{ adults: 2 }])
  expect(await rowsOf('nobody', 'select year from national_year')).toHaveLength(1)
  expect(await rowsOf('centre', 'select first_serial from stock_range')).toHaveLength(2)
  expect(await rowsOf('centre', "select serial from stock_by_code('\\x:hash', '\\x:hash')")).toHaveLength(1)
  for (const keeper of ['venue', 'coordinator'])
    expect(await rowsOf(keeper, 'select l.id from price_list l join price on list_id = l.id')).toHaveLength(1)
  expect(await rowsOf('centre', 'select list_id from price')).toHaveLength(2)
  expect(await rowsOf('coordinator', 'update site set name = name returning id')).toHaveLength(1)
  expect(await rowsOf('centre', 'update site set name = name returning id')).toHaveLength(2)
  expect((await rowsOf('auditor', 'select id from audit'))!.length).toBeGreaterThan(0)
})

test('the right ends with the transaction, and with the role', async () => {
  expect(await rowsOf('venue', 'select id from use')).toHaveLength(1)
  expect(await rowsOf('nobody', 'select id from use')).toHaveLength(0)
  await world.db
    .updateTable('account_role')
    .set({ ended_at: world.now() })
    .where('role', '=', 'venue')
    .execute()
  expect(await rowsOf('venue', 'select id from use')).toHaveLength(0)
})

test('every table with rows of somebody’s has its wall, and the owner is held to it too', async () => {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
      and relname ~ '^(card|use|consent|idempotency|desk_choice|audit|mail|contact|confirmation|stock|print|price|published|report)'
      and not (relrowsecurity and relforcerowsecurity)`.execute(world.db)
  expect(rows).toEqual([])
  const role = await sql<{ bypass: boolean; superuser: boolean; owns: number }>`
    select rolbypassrls as bypass, rolsuper as superuser,
      (select count(*)::int from pg_class c where c.relowner = r.oid) as owns
    from pg_roles r where rolname = 'kaiku_app'`.execute(world.db)
  expect(role.rows).toEqual([{ bypass: false, superuser: false, owns: 0 }])
})
