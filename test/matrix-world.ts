import { createHash, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { createDeviceRole } from '../src/accounts/device-role-queries.ts'
import { startSession } from '../src/accounts/queries.ts'
import { addDays, dayOf } from '../src/lib/dates.ts'
import { addConsequence } from '../src/model/follow-queries.ts'
import { makeNextVersion } from '../src/model/queries.ts'
import { sealSecret } from '../src/providers/sign-in-queries.ts'
import { keepSigningKey } from '../src/signed-files/queries.ts'
import { makePrintRun } from '../src/stock/run-make.ts'
import { hashToken, newToken } from '../src/web/session-cookie.ts'
import { makeProgram, putProgram } from './api-clients.ts'
import { makeEdition } from './brochures.ts'
import { putBatch, putDraft } from './commitment-drafts.ts'
import { putLivingFor } from './commitment-life.ts'
import { organisationOf, putSigned, someParty } from './commitments.ts'
import { putEvents, restoreEvents } from './events.ts'
import { putJoining } from './joining.ts'
import {
  type MadeMunicipality,
  type MadeSite,
  type MadeUnit,
  makeAccount,
  makeCard,
  makeMunicipality,
  makeSite,
  makeUnit,
  makeUse,
} from './makers.ts'
import { putNextVersion } from './model.ts'
import { makePublication } from './publications.ts'
import { putCommitments } from './signing.ts'
import { newWorld, type World } from './world.ts'

/** How a row lies to whoever asks: their own place, another place of the same area, or a place in another area. */
export const relations = ['own', 'sibling', 'other'] as const
type Relation = (typeof relations)[number]

export const visitors = [
  'everyone',
  'centre',
  'coordinator',
  'issuer',
  'venue',
  'intermediary',
  'auditor',
  'device',
] as const
export type Visitor = (typeof visitors)[number]

/** What a script of ours sends: an empty object is refused for its form, by those who may ask at all. */
const asJson = (headers: Record<string, string>) => ({
  body: '{}',
  headers: { ...headers, 'content-type': 'application/json' },
})

/** A commitment that an issuing organisation and a venue have signed, with a file and a package of it. */
const putCommitment = async (
  world: World,
  { unit, site }: { unit: MadeUnit; site: MadeSite },
  put: (name: 'signed' | 'signedFile' | 'package', id: number) => void,
) => {
  const issuer = await world.db
    .selectFrom('issuing_unit')
    .select('organisation_id as id')
    .where('id', '=', unit.id)
    .executeTakeFirstOrThrow()
  const { id } = await putSigned(world, site, {
    parties: [
      someParty({ side: 'issuer', name: 'Palvelut', organisationId: issuer.id, unitId: unit.id }),
      someParty({ side: 'culture', name: site.name, organisationId: await organisationOf(world, site) }),
    ],
  })
  put('signed', id)
  await keepSigningKey(world.db, world.keys, world.now())
  for (const kind of ['evidence', 'package'] as const) {
    const { rows } = await sql<{ id: number }>`
      insert into signed_file (kind, commitment_id, head_number, public_key, issued_at, sha256, body)
      select ${kind}, ${id}, 1, public_key, from_at, sha256(convert_to(${`${kind} ${id}`}, 'UTF8')),
        convert_to(${`${kind} ${id}`}, 'UTF8') from signing_key returning id`.execute(world.db)
    put(kind === 'package' ? 'package' : 'signedFile', rows[0]!.id)
  }
}

/** At which stage of its life an address asks for a commitment; else it waits for signatures. */
const stages = [
  [/\/luonnokset\//, 'draft'],
  [/\/odottavat\//, 'waiting'],
  [/\/tiedostot|\/arkisto\//, 'signed'],
  [/\/(voimassaolo|irtisano|peru-paattyminen|paata|pidenna|seuraaja)/, 'living'],
] as const

export type MatrixWorld = Awaited<ReturnType<typeof makeMatrixWorld>>

/** Two areas. In ours two units and two sites, in the other one of each; and a row of every kind at each. */
export const makeMatrixWorld = async () => {
  const world = await newWorld()
  const { db, keys } = world
  const now = world.now()
  const one = async <Row>(statement: ReturnType<typeof sql<Row>>) => (await statement.execute(db)).rows[0]!

  const ours = await makeMunicipality(db, { name: 'Kuhmo', area: 'Kainuu' })
  const next = await makeMunicipality(db, { name: 'Sotkamo', area: 'Kainuu' })
  const theirs = await makeMunicipality(db, { name: 'Oulu', area: 'Pohjois-Pohjanmaa' })
  const towns: Record<Relation, MadeMunicipality> = { own: ours, sibling: next, other: theirs }

  const units = {} as Record<Relation, MadeUnit>
  const sites = {} as Record<Relation, MadeSite>
  const ids: Record<string, Record<Relation, string>> = {}
  const put = (name: string, relation: Relation, id: unknown) => {
    ids[name] = { ...ids[name], [relation]: String(id) } as Record<Relation, string>
  }

  const repeats: { use_id: string; used_on: string; site_id: number; found_at: Date }[] = []
  for (const relation of relations) {
    const municipality = towns[relation]
    units[relation] = await makeUnit(db, { municipality })
    sites[relation] = await makeSite(db, {
      municipality,
      ...(relation === 'own' ? { intermediary: 'Esimerkkilippu' } : {}),
    })
    // Each place has an organisation of its own, so that an organisation too is ours or theirs.
    const organisation = await one(sql<{ id: number }>`
      insert into organisation (name) values (${`Palvelut ${relation}`}) returning id`)
    await sql`update issuing_unit set organisation_id = ${organisation.id} where id = ${units[relation].id}`.execute(
      db,
    )
    put('organisation', relation, organisation.id)
    // A leave to use the name, and a use of it that nobody allowed.
    for (const basis of ['leave', 'found'] as const) {
      const use = await one(sql<{ id: number }>`
        insert into name_use (basis, organisation_id, mark, purpose, place, granted_by, granted_on, valid_from,
          noticed_on, made_at, changed_at)
        select ${basis}::text, ${organisation.id}, 'both', 'web', 'https://matriisi.example', case when l then 'johtaja' end,
          case when l then date '2026-01-01' end, case when l then date '2026-01-01' end,
          case when not l then date '2026-01-01' end, ${now}::timestamptz, ${now}::timestamptz
        from (select ${basis}::text = 'leave' as l) of_basis returning id`)
      put(`${basis} nameUse`, relation, use.id)
    }
    put('unit', relation, units[relation].id)
    put('site', relation, sites[relation].id)
    put('area', relation, municipality.areaId)
    put('municipality', relation, municipality.id)
    const card = await makeCard(db, keys, { unit: units[relation] })
    put('card', relation, card.id)
    const newer = await makeCard(db, keys, { unit: units[relation] })
    await sql`insert into card_renewal (old_card_id, new_card_id) values (${card.id}, ${newer.id})`.execute(
      db,
    )
    put('community', relation, (await makeCard(db, keys, { unit: units[relation], type: 'community' })).id)
    const usedNow = () => makeUse(db, { card, site: sites[relation], usedAt: now })
    put('use', relation, (await usedNow()).id)
    // Two of their own, so that undoing the first leaves the pair that looks repeated.
    await usedNow()
    const repeat = { use_id: (await usedNow()).id, used_on: dayOf(now), site_id: sites[relation].id }
    put('repeat', relation, repeat.use_id)
    repeats.push({ ...repeat, found_at: now })
    const booked = { card, site: sites[relation], usedAt: now, eventOn: addDays(dayOf(now), 1) }
    put('booking', relation, (await makeUse(db, booked)).id)
    const reconciled = await one(sql<{ id: string }>`
      insert into reconciliation (id, site_id, source, sold_from, sold_until, lines, matched, missing, added, unclear,
        unsold, made_at, made_by)
      values (gen_random_uuid(), ${sites[relation].id}, 'page', ${now}, ${now}, 1, 1, 0, 0, 0, 0, ${now}, 'test')
      returning id`)
    put('reconciliation', relation, reconciled.id)
    const listed = await one(sql<{ id: string }>`
      insert into door_list (id, site_id, listed_on, recorded_at, recorded_by, use_ids)
      values (gen_random_uuid(), ${sites[relation].id}, ${now}, ${now}, 'test', '{}') returning id`)
    put('list', relation, listed.id)
    put('upload', relation, randomUUID())
    const priced = await one(sql<{ id: number }>`
      insert into price_list (site_id, valid_from, made_at) values (${sites[relation].id}, '2026-01-01', ${now})
      returning id`)
    put('prices', relation, priced.id)

    const boxed = await makeCard(db, keys, { unit: units[relation], stock: true })
    const way = await one(sql<{ serial: number }>`
      update stock_range r set place = 'way' from card c where c.id = ${boxed.id} and r.first_serial = c.serial
      returning c.serial`)
    put('delivery', relation, way.serial)
    const order = await one(sql<{ id: number }>`
      insert into card_order (area_id, unit_id, card_type, wanted, state, asked_at, asked_by, changed_at, changed_by)
      values (${municipality.areaId}, ${units[relation].id}, 'personal', 50, 'asked', ${now}, 'test', ${now}, 'test')
      returning id`)
    put('order', relation, order.id)

    await putEvents(db, put, relation, { site: sites[relation], now })
    const visit = await one(sql<{ id: number }>`
      insert into group_visit (unit_id, site_id, visit_on, clients, under_16, workers, asked_at, asked_by, changed_at, changed_by)
      values (${units[relation].id}, ${sites[relation].id}, ${now}::timestamptz::date, 4, 0, 1, ${now}, 'test', ${now}, 'test') returning id`)
    put('visit', relation, visit.id)
    const told = await one(sql<{ id: number }>`
      insert into feedback (seed, secret_hash, about, language, way, area_id, sent_at, due_on, changed_at)
      values (sha256(convert_to(${relation}, 'UTF8')), sha256(convert_to(${`${relation} x`}, 'UTF8')), 'other', 'fi', 'link', ${municipality.areaId}, ${now}, '2026-06-01', ${now})
      returning id`)
    put('feedback', relation, told.id)

    const deviceRow = await one(sql<{ id: string }>`
      insert into device (site_id, name, paired_at, paired_by) values (${sites[relation].id}, 'Kassa', ${now}, 'test')
      returning id`)
    put('device', relation, deviceRow.id)
    const pairing = await one(sql<{ id: string }>`
      insert into device_pairing (id, token_hash, code_hash, site_id, name, made_at, made_by, expires_at)
      values (gen_random_uuid(), ${Buffer.from(randomUUID())}, ${Buffer.from(randomUUID())}, ${sites[relation].id}, 'Ovi', ${now}, 'test',
        ${new Date(now.getTime() + 600_000)}) returning id`)
    put('pairing', relation, pairing.id)

    await putProgram(db, put, relation, { site: sites[relation], now })
    const exception = await one(sql<{ id: number }>`
      insert into exception_period (area_id, valid_from, valid_until, reason_fi, made_at, made_by)
      values (${municipality.areaId}, '2026-06-01', '2026-07-01', 'Remontti', ${now}, 'test') returning id`)
    put('exception', relation, exception.id)
    const material = await one(sql<{ id: number; file: number }>`
      with m as (insert into material (area_id, title_fi, description_fi, languages, audiences, year, licence, made_at, changed_at)
        values (${municipality.areaId}, 'Juliste', 'Seinälle.', '{fi}', '{holders}', 2026, 'cc0', ${now}, ${now}) returning id)
      insert into material_file (material_id, kind, shown_name, digest, bytes, size, added_at)
      select id, 'txt', 'a.txt', sha256('a'), 'a', 1, ${now} from m returning material_id as id, id as file`)
    const training = await one(sql<{ id: number }>`
      insert into training (area_id, title_fi, description_fi, finnish_changed_at, sv_checked_at, en_checked_at, audiences,
        languages, starts_at, ends_at, is_remote, has_subtitles, made_at, changed_at)
      values (${municipality.areaId}, 'Perehdytys', 'Kortin antaminen.', ${now}, ${now}, ${now}, '{issuers}', '{fi}',
        ${new Date(now.getTime() + 86_400_000)}, ${new Date(now.getTime() + 90_000_000)}, true, false, ${now}, ${now})
      returning id`)
    await putCommitments(world, (name, id) => put(name, relation, id), {
      ...{ site: sites[relation], unitId: units[relation].id, organisationId: organisation.id },
    })
    put('training', relation, training.id)
    await putJoining(db, put, relation, municipality, now)
    const message = await one(sql<{ id: number }>`
      insert into message (area_id, title_fi, body_fi, is_important, roles, area_ids, shown_until, made_at, made_by,
        changed_at, leaves_at, sent_by, left_at)
      values (${municipality.areaId}, 'Uusi kohde', 'Kirjasto tuli mukaan.', false,
        '{issuer,venue,intermediary,coordinator}', ${[municipality.areaId]}, '2026-07-01', ${now}, 'test', ${now}, ${now},
        'test', ${now}) returning id`)
    put('message', relation, message.id)
    await putCommitment(world, { unit: units[relation], site: sites[relation] }, (name, id) =>
      put(name, relation, id),
    )
    put('living', relation, await putLivingFor(world, units[relation], sites[relation]))
    put('draft', relation, await putDraft(world, sites[relation]))
    put('waiting', relation, await putDraft(world, sites[relation], { isSent: true }))
    put('batch', relation, await putBatch(world, [sites[relation]]))
    put('material', relation, material.id)
    put('file', relation, material.file)
    const home = await one(sql<{ id: number }>`
      insert into area_home_exception (area_id, municipality_id, valid_from, made_at, made_by)
      values (${municipality.areaId}, ${municipality.id}, '2026-05-01', ${now}, 'test') returning id`)
    put('home', relation, home.id)

    const signal = await one(sql<{ id: number }>`
      insert into signal (kind, site_id, noticed_from, noticed_until, numbers, noticed_at, again_from, ends_on)
      values ('hours', ${sites[relation].id}, '2026-04-01', '2026-04-28',
        '{"seen": 6, "days": 3, "first": 2, "last": 3, "before": 400, "limit": 4}', ${now}, '2026-04-01', '2026-07-01')
      returning id`)
    put('signal', relation, signal.id)
    const muted = await one(sql<{ id: number }>`
      insert into signal_mute (kind, site_id, mute_until, reason, made_at, made_by)
      values ('busy', ${sites[relation].id}, '2026-12-01', 'Festivaali', ${now}, 'test') returning id`)
    put('mute', relation, muted.id)

    for (const kind of ['unit', 'site'] as const) {
      const placeId = kind === 'unit' ? units[relation].id : sites[relation].id
      const contact = await one(sql<{ id: number }>`
        insert into contact_person (${sql.ref(`${kind}_id`)}, name, made_at) values (${placeId}, 'Oili Esimerkki', ${now})
        returning id`)
      put(`contact ${kind}`, relation, contact.id)
      const role = await makeAccount(
        db,
        now,
        kind === 'unit' ? { role: 'issuer', unitId: placeId } : { role: 'venue', siteId: placeId },
      )
      const account = await one(
        sql<{ id: string }>`select account_id as id from account_role where id = ${role}`,
      )
      put(`account ${kind}`, relation, account.id)
      put(`role ${kind}`, relation, role)
      const invitation = await one(sql<{ id: string }>`
        insert into invitation (token_hash, email, role, ${sql.ref(`${kind}_id`)}, invited_at, expires_at, language)
        values (${Buffer.from(randomUUID())}, ${`${randomUUID()}@esimerkki.example`}, ${kind === 'unit' ? 'issuer' : 'venue'},
          ${placeId}, ${now}, ${new Date(now.getTime() + 86_400_000)}, 'fi') returning id`)
      put(`invitation ${kind}`, relation, invitation.id)
    }
  }

  const intermediaryId = (
    await db.selectFrom('site_intermediary').select('organisation_id as id').executeTakeFirstOrThrow()
  ).id
  // An intermediary's own program is its own; those of sites are all as strange to it.
  for (const [name, id] of Object.entries(await makeProgram(db, { organisationId: intermediaryId, now })))
    ids[`${name} intermediary`] = { own: id, sibling: ids[name]!.sibling, other: ids[name]!.other }
  const roleOf: Partial<Record<Visitor, string>> = {
    centre: await makeAccount(db, now, { role: 'centre' }),
    coordinator: await makeAccount(db, now, { role: 'coordinator', areaId: ours.areaId }),
    issuer: await makeAccount(db, now, { role: 'issuer', unitId: units.own.id }),
    venue: await makeAccount(db, now, { role: 'venue', siteId: sites.own.id }),
    intermediary: await makeAccount(db, now, { role: 'intermediary', organisationId: intermediaryId }),
    auditor: await makeAccount(db, now, { role: 'auditor' }),
  }
  const phone = await one(sql<{ id: string }>`
    insert into device (site_id, name, paired_at, paired_by) values (${sites.own.id}, 'Ovi', ${now}, 'test') returning id`)
  roleOf.device = await db
    .transaction()
    .execute((write) => createDeviceRole(write, { id: phone.id, siteId: sites.own.id }, now))

  /** A check belongs to who made it: each desk has its own, and its neighbours' are as strange as any. */
  const checks: Record<string, Record<Relation, string>> = {}
  for (const desk of ['venue', 'intermediary', 'device'] as const) {
    const own = randomUUID()
    const foreign = randomUUID()
    const other = desk === 'venue' ? roleOf.device! : roleOf.venue!
    for (const [id, role] of [
      [own, roleOf[desk]!],
      [foreign, other],
    ] as const)
      await sql`insert into card_check (id, account_role_id, site_id, card_id, checked_at)
        values (${id}, ${role}, ${sites.own.id}, null, ${now})`.execute(db)
    checks[desk] = { own, sibling: foreign, other: foreign }
  }
  /** An old card in hand belongs to who read it: others' are as strange as any. */
  for (const relation of relations) {
    const id = randomUUID()
    await sql`insert into renewal_check (id, account_role_id, card_id, checked_at)
      values (${id}, ${relation === 'own' ? roleOf.issuer! : roleOf.venue!}, ${ids.card![relation]}, ${now})`.execute(
      db,
    )
    put('renewal', relation, id)
  }
  for (const relation of relations)
    await sql`insert into issuer_request (unit_id, reason, asked_at, asked_by)
      values (${units[relation].id}, 'Uusi toimipiste', ${now}, 'test')`.execute(db)
  const mail = await one(sql<{ id: string }>`
    insert into mail (kind, recipient, language, subject, text_body, made_at, due_at, expires_at)
    values ('test', 'aino@esimerkki.example', 'fi', 'Koe', 'Koe', ${now}, ${now}, ${new Date(now.getTime() + 86_400_000)})
    returning id`)
  const provider = await one(sql<{ id: number }>`
    insert into identity_provider (name, issuer, client_id, client_secret_sealed, made_at)
    values ('Esimerkkikaupunki', 'http://127.0.0.1:9', 'x', ${sealSecret(keys, 'salaisuus')}, ${now}) returning id`)
  const group = await one(sql<{ id: number }>`
    insert into identity_group (provider_id, group_name, role, unit_id) values (${provider.id}, 'x', 'issuer', ${units.own.id})
    returning id`)

  const wanted = { name: 'Syksy', cardType: 'personal', cards: 2 } as const
  const run = await db
    .transaction()
    .execute((write) => makePrintRun(write, keys, wanted, { actor: 'test', now }))
  const { seed } = await one(
    sql<{ seed: string }>`select sealed_seed as seed from print_run where id = ${run}`,
  )

  const addressed = await one(sql<{ id: number }>`
    insert into content (kind, key, made_at, made_by) values ('news', 'y', ${now}, 'x') returning id`)
  const story = await one(sql<{ id: number; version: number }>`
    with told as (insert into content (kind, key, made_at, made_by) values ('story', 'x', ${now}, 'x') returning id)
    insert into content_version (content_id, language, title, lead, body, plain, status, publish_at, made_at, made_by)
    select id, 'fi', 'x', '', 'x', 'x', 'published', ${now}::timestamptz, ${now}::timestamptz, 'x' from told
    returning content_id as id, id as version`)
  for (const relation of ['own', 'other'] as const)
    await makeEdition(db, Number(ids.area![relation]), { year: 2026, number: 1 })

  const fileDigest = createHash('sha256').update('a').digest('hex')
  const constants: Record<string, string> = {
    ...{ text: String(addressed.id), content: String(story.id), version: String(story.version) },
    table: 'tickets.json',
    digest: `${fileDigest}.txt`,
    picture: fileDigest,
    run: String(run),
    ...{
      municipality: String(ours.id),
      provider: String(provider.id),
      group: String(group.id),
      mail: mail.id,
    },
    ...{ token: 'x'.repeat(43), to: 'sv', passkey: 'x', proof: 'x', type: 'card-expired', problem: 'state' },
    icon: 'icon-192.png',
    ...{ edition: '2026-1', paper: 'fi.txt' },
  }

  /** A version of the operating model to come, and a draft of the next with something that follows from it. */
  const coming = await putNextVersion(world, '2026-06-01')
  await db.transaction().execute(async (write) => {
    const version = (await makeNextVersion(write, now))!
    const wanted = { version, side: 'issuers', kind: 'warn', graceDays: 30, from: dayOf(now) } as const
    const consequence = await addConsequence(write, wanted, { actor: 'test', now })
    Object.assign(constants, { draft: String(version), consequence: String(consequence), point: '1' })
  })
  const isOfDraft = (path: string) => /yllapito\/:model\/(kohdat|julkaise|seuraukset|muutokset)/.test(path)

  const reported = { measure: 'tickets', count: 9 } as const
  const publication = await makePublication(db, {
    period: '2026-Q1',
    figures: relations.flatMap((relation) =>
      (['area', 'unit', 'site'] as const).map((level) => ({
        ...{ ...reported, level, placeId: Number(ids[level]![relation]) },
        // Two towns may lie in one area.
        part: level === 'area' ? relation : 'all',
      })),
    ),
  })
  // Each area's archive holds a report of it, with a package.
  for (const relation of ['own', 'other'] as const) {
    const report = await one(sql<{ id: number }>`
      insert into archived_report (publication, kind, level, place_id, area_id, title_fi, title_sv, title_en,
        period_until, made_at)
      values (${publication}, 'board', 'area', ${Number(ids.area![relation])}, ${Number(ids.area![relation])},
        'Raportti', 'Rapport', 'Report', '2026-03-31', ${now}) returning id`)
    const made = await one(sql<{ id: number }>`
      insert into archived_report_file (report_id, kind, name, made_at, sha256, body)
      values (${report.id}, 'package', 'package.zip', ${now}, sha256('zip'), 'zip') returning id`)
    // In the centre's archive too, so that nobody's request sets papers.
    await sql`
      insert into archived_report (publication, kind, level, place_id, area_id, title_fi, title_sv, title_en,
        period_until, made_at)
      select publication, kind, level, place_id, null, title_fi, title_sv, title_en, period_until, made_at
      from archived_report where id = ${report.id}`.execute(db)
    for (const where of relation === 'own' ? (['own', 'sibling'] as const) : (['other'] as const)) {
      put('archivedReport', where, report.id)
      put('reportPackage', where, made.id)
    }
  }
  /** The place whose report is asked for: keepers' and auditors' are areas. */
  const reportOf = (visitor: Visitor, relation: Relation) => {
    const level = visitor === 'issuer' ? 'unit' : visitor === 'venue' ? 'site' : 'area'
    return `${level}-${ids[level]![relation]}`
  }

  /** The kind of place that whoever asks works at; keepers and all others are asked about units. */
  const kindFor = (visitor: Visitor) => (visitor === 'venue' || visitor === 'device' ? 'site' : 'unit')

  const partFor = (name: string, path: string, visitor: Visitor, relation: Relation): string => {
    const kind = kindFor(visitor)
    if (name === 'publication') return String(publication)
    if (name === 'model') return isOfDraft(path) ? constants.draft! : String(coming)
    if (name === 'edition' && path.includes('/tekstit/')) return 'fi'
    if (name === 'commitment') {
      const stage = stages.find(([pattern]) => pattern.test(path))?.[1]
      if (stage) return ids[stage]![relation]
    }
    if (name === 'nameUse') return ids[path.endsWith('/vaihe') ? 'found nameUse' : 'leave nameUse']![relation]
    if (name === 'kind' && path.includes('/sitoumuspohjat/')) return 'venue'
    if (name === 'kind' && path.includes('/raportit/')) return 'board'
    if (name === 'place' && path.includes('/raportit/')) return reportOf(visitor, relation)
    if (name === 'lesson') return kind === 'unit' ? 'unit' : 'site'
    if (name === 'point') return path.includes('/toimintamalli') ? constants.point! : 'model'
    if (name === 'kind') return kind === 'unit' ? 'yksikko' : 'kohde'
    if (name === 'id') return ids[kind]![relation]
    if (name === 'card' && path.includes('/yhteison-kortit/')) return ids.community![relation]
    if (name === 'check') return (checks[visitor] ?? checks.venue!)[relation]
    if (name === 'role' && path.includes('/ryhma/')) return 'issuer'
    if (name === 'signedFile' && path.includes('/arkisto/')) return ids.package![relation]
    if (ids[`${name} ${visitor}`]) return ids[`${name} ${visitor}`]![relation]
    if (['account', 'role', 'invitation', 'contact'].includes(name)) return ids[`${name} ${kind}`]![relation]
    return ids[name]?.[relation] ?? constants[name] ?? 'x'
  }

  /** Whether a form has been sent since all was put right. */
  let isChanged = false
  const sessions = new Map<Visitor, string>()
  const startFor = async (visitor: Visitor, role: string) => {
    const token = newToken()
    const proof = visitor === 'device' ? 'device' : 'passkey'
    await db.transaction().execute((write) => startSession(write, role, hashToken(token), now, { proof }))
    sessions.set(visitor, token)
    return token
  }

  return {
    app: world.app,
    db,
    now,
    end: world.end,
    logged: () => world.logged,
    fill: (path: string, visitor: Visitor, relation: Relation) =>
      path.replaceAll(/:(\w+)/g, (_, name: string) =>
        encodeURIComponent(partFor(name, path, visitor, relation)),
      ),
    /**
     * What one answer changed should not decide the next: rows that a request may have ended stand again. Pages can only
     * look (the database holds them to it), so that there is something to mend after a form alone.
     */
    restore: async () => {
      await sql`delete from rate_limit`.execute(db)
      if (!isChanged) return
      isChanged = false
      await sql`
        with
        a as (update account_role set ended_at = null where ended_at is not null),
        b as (update account set ended_at = null where ended_at is not null),
        c as (update device set ended_at = null where ended_at is not null),
        d as (update exception_period set withdrawn_at = null where withdrawn_at is not null),
        e as (update identity_group set ended_at = null where ended_at is not null),
        f as (update identity_provider set ended_at = null where ended_at is not null),
        g as (update print_run set printed_at = null, sealed_seed = ${seed} where sealed_seed is null or printed_at is not null),
        h as (delete from api_client_site where approved_by <> 'matrix'),
        i as (update api_client_site set ended_at = null, ended_by = null where approved_by = 'matrix' and ended_at is not null),
        j as (update api_client set ended_at = null, ended_by = null where ended_at is not null),
        k as (update api_key set ended_at = null where ended_at is not null),
        l as (update webhook set ended_at = null where ended_at is not null),
        m as (update price_list set taken_back_at = null where taken_back_at is not null),
        n as (update model_consequence set until_on = null where until_on is not null),
        o as (update signal_mute set ended_at = null where ended_at is not null)
        select`.execute(db)
      await restoreEvents(db, ids)
      const stands = db.insertInto('use_repeat').values(repeats)
      await stands.onConflict((conflict) => conflict.doNothing()).execute()
    },
    /** A request in a session that no form has been sent in, so that none ends another's. */
    ask: async (visitor: Visitor, method: 'GET' | 'POST', path: string): Promise<Response> => {
      const headers: Record<string, string> = { 'sec-fetch-site': 'same-origin' }
      const role = roleOf[visitor]
      if (role) headers.cookie = `kaiku=${sessions.get(visitor) ?? (await startFor(visitor, role))}`
      const reply = await world.app.request(path, {
        method,
        headers,
        ...(method === 'POST' ? { body: new URLSearchParams({}) } : {}),
        ...(method === 'POST' && path.startsWith('/desk-app/') ? asJson(headers) : {}),
      })
      // What was refused at the door has changed nothing.
      if (method === 'POST' && reply.status !== 403) {
        isChanged = true
        sessions.clear()
      }
      return reply
    },
  }
}
