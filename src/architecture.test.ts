import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

/** The import law (STYLE.md): which file may lean on which. */
const tools = ['web', 'db', 'i18n', 'lib']
const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.tsx?$/.test(file) && !/\.test\./.test(file),
)
const textOf = (file: string) => readFileSync(join('src', file), 'utf8')
type Import = { from: string; to: string }
const imports: Import[] = files.flatMap((from) =>
  [...textOf(from).matchAll(/(?:from|import) '(\.[^']+)'/g)].map(([, to]) => ({
    from,
    to: relative('src', join('src', dirname(from), to!)),
  })),
)

const room = (file: string) => file.split('/')[0]!
const isSlice = (file: string) => file.includes('/') && ![...tools, 'cli'].includes(room(file))
const broken = (law: (one: Import) => boolean) =>
  imports.filter((one) => !law(one)).map(({ from, to }) => `${from} → ${to}`)

test('the law is read against real files', () => expect(imports.length).toBeGreaterThan(100))

test('rules lean only on rules and plain helpers', () =>
  expect(broken(({ from, to }) => !/rules\.ts$/.test(from) || /rules\.ts$|^lib\//.test(to))).toEqual([]))

test('queries lean only on the database, rules, queries and scopes', () =>
  expect(
    broken(
      ({ from, to }) =>
        !/queries\.ts$/.test(from) || /(rules|queries)\.ts$|^(db|lib|i18n)\/|^access\.ts$/.test(to),
    ),
  ).toEqual([]))

test('tools know no slice', () =>
  expect(broken(({ from, to }) => !tools.includes(room(from)) || !isSlice(to))).toEqual([]))

test('slices know nothing of the places where they are put together', () =>
  expect(broken(({ from, to }) => !isSlice(from) || !/^(app|frame|main)\b|^cli\//.test(to))).toEqual([]))

/** What the neighbours of a slice may use: its rules, its queries, and the words of its refusals and paths. */
const isOpen = (file: string) => /(rules|queries|words)\.ts$/.test(file)

/** What makes a file that somebody sent safe to keep, in a process of its own: wherever a form takes one. */
const fileMaker = 'materials/make-process.ts'

/** The venue's desk is one house of several rooms: each may lean on all of those named before it, and on none after. */
const deskRooms = [
  ...['scanner', 'desk-queue', 'desk', 'repeats'],
  ...['desk-app', 'practice', 'gate', 'desk-install'],
]
const isFurtherIn = (from: string, to: string) =>
  deskRooms.includes(to) && deskRooms.indexOf(to) < deskRooms.indexOf(from)

test('neighbours meet only in rules, queries and words', () =>
  expect(
    broken(
      ({ from, to }) =>
        !isSlice(from) ||
        !isSlice(to) ||
        room(from) === room(to) ||
        isOpen(to) ||
        to === fileMaker ||
        isFurtherIn(room(from), room(to)) ||
        room(from) === 'demo',
    ),
  ).toEqual([]))

/** It tries any installation, also one that is not this code: what it knew of a slice would be no promise. */
test('the conformance checks know the contract alone', () =>
  expect(broken(({ from, to }) => room(from) !== 'conformance' || /^(conformance|lib)\//.test(to))).toEqual(
    [],
  ))

test('a slice is flat', () =>
  expect(files.filter((file) => isSlice(file) && file.split('/').length > 2)).toEqual([]))

test('no barrels', () => expect(files.filter((file) => /(^|\/)index\.tsx?$/.test(file))).toEqual([]))

test('no circles', () => {
  const next = new Map(files.map((file) => [file, [] as string[]]))
  for (const { from, to } of imports) next.get(from)!.push(to)
  const done = new Set<string>()
  const circleFrom = (file: string, trail: string[]): string[] | null => {
    if (trail.includes(file)) return [...trail.slice(trail.indexOf(file)), file]
    if (done.has(file)) return null
    const found = (next.get(file) ?? [])
      .map((to) => circleFrom(to, [...trail, file]))
      .find((circle) => circle)
    done.add(file)
    return found ?? null
  }
  expect(files.map((file) => circleFrom(file, [])).find((circle) => circle) ?? null).toBeNull()
})

/** Which slice each table belongs to. A table that is missing here fails the test below. */
const owners: Record<string, string[]> = {
  accounts: [
    ...['account', 'account_role', 'session', 'invitation', 'api_key', 'rate_limit', 'account_link'],
    ...['sign_in_step', 'api_client', 'api_client_site'],
  ],
  factors: ['totp', 'recovery_code', 'passkey', 'passkey_challenge'],
  providers: ['identity_provider', 'identity_group', 'identity', 'identity_request'],
  devices: ['device', 'device_pairing'],
  webhooks: ['webhook', 'webhook_delivery'],
  mail: ['mail'],
  cards: ['card', 'card_event', 'card_renewal'],
  consents: ['consent', 'consent_text'],
  wellbeing: [
    ...['instrument', 'instrument_item', 'wellbeing_round', 'wellbeing_answer'],
    ...['wellbeing_mean', 'wellbeing_mean_pair'],
    ...['wellbeing_attrition', 'wellbeing_change'],
  ],
  renewals: ['card_renewal', 'renewal_check'],
  policies: ['policy'],
  materials: ['material', 'material_file', 'material_download', 'material_former'],
  audit: ['audit_link', 'audit_base'],
  lifetimes: ['deletion', 'forgotten_card'],
  'subject-access': ['card_tie', 'subject_left_out'],
  stock: ['stock_range', 'stock_movement', 'card_order', 'card_order_step', 'print_run'],
  demo: ['demo_facts'],
  desk: ['card_check', 'desk_choice'],
  repeats: ['use_repeat'],
  network: ['municipality', 'county', 'area', 'area_membership', 'pilot'],
  brochures: ['brochure_draft', 'brochure_edition', 'brochure_withdrawal'],
  areas: ['area_text', 'area_page', 'area_contact'],
  exceptions: ['exception_period', 'unit_prolongation'],
  organisations: ['organisation'],
  units: ['issuing_unit', 'issuer_request', 'unit_contact'],
  sites: ['site', 'site_intermediary'],
  // What units and sites share: their life, and the importer that makes whole rows of both.
  places: [
    ...['organisation', 'issuing_unit', 'unit_period', 'site', 'site_intermediary', 'site_period', 'pause'],
  ],
  contacts: ['contact_person'],
  confirmations: ['confirmation', 'confirmation_reminder'],
  events: ['event', 'event_feed', 'event_import'],
  terms: ['site_text', 'site_link', 'site_limit'],
  goodwill: ['price_list', 'price'],
  unrecognised: ['unrecognised_use'],
  'group-visits': ['group_visit'],
  feedback: ['feedback', 'feedback_message'],
  uses: ['use', 'use_cancellation', 'use_face', 'idempotency', 'sandbox_use'],
  bookings: ['arrival'],
  uploads: ['upload', 'column_mapping'],
  'door-lists': ['door_list'],
  reconciliations: ['reconciliation', 'settled_line'],
  'postal-codes': ['postal_code'],
  homes: ['area_home_exception'],
  'first-use': ['first_use_count', 'first_use_curve'],
  // Besides a table of its own, what the rollups should be.
  statistics: [
    'published_year',
    ...['standing_use', 'recount_card_usage', 'recount_use_month', 'recount_use_year', 'recount_use_hour'],
    ...['recount_card_year', 'recount_site_activity', 'recount_unit_activity'],
    ...['national_month', 'national_year'],
  ],
  publications: ['publication', 'publication_figure', 'publication_count', 'publication_correction'],
  reports: ['report_order'],
  pages: ['content', 'content_version', 'shipped_text'],
  trainings: ['training'],
  joining: ['area_interest', 'joining_plan', 'joining_step', 'joining_meeting', 'joining_action'],
  newcomers: ['place_request', 'newcomer_reminder'],
  pilots: ['pilot_survey', 'pilot_answer', 'pilot_evaluation', 'pilot_decision'],
  commitments: ['commitment', 'commitment_party', 'commitment_event', 'commitment_link'],
  'training-signups': ['training_sign_up'],
  induction: ['induction', 'induction_lesson', 'induction_policy', 'induction_reminder'],
  'own-checklist': ['checklist_tick'],
  messages: ['message', 'message_read', 'message_mail'],
  model: [
    ...['operating_model_version', 'operating_model_point'],
    ...['model_consequence', 'model_extension', 'model_letter'],
  ],
  'commitment-templates': ['commitment_template'],
  'commitment-drafts': ['commitment_draft', 'commitment_reminder'],
  'commitment-batches': ['commitment_batch', 'commitment_batch_item'],
  signing: ['commitment_scan'],
  signals: ['signal', 'signal_limit', 'signal_mute', 'signal_round'],
  'signed-files': ['signing_key', 'signed_file'],
  'commitment-papers': ['commitment_copy_link'],
  archive: [
    ...['retention_class', 'archive_entry', 'archive_decision', 'archived_report'],
    'archived_report_file',
  ],
  'name-use': ['name_use', 'name_use_step', 'name_use_stop'],
  'commitment-life': ['commitment_term', 'commitment_letter'],
  web: ['audit'],
  db: ['installation', 'migration'],
}
/** Triggers keep these; no code of ours writes them. */
const keptByTriggers = [
  ...['card_usage', 'statistics_use_month', 'statistics_use_year', 'statistics_card_year'],
  ...['site_activity', 'unit_activity', 'area_slug'],
  ...['statistics_use_hour', 'forgotten_card_year', 'forgotten_use_hour'],
]

/**
 * The demo world makes whole rows, as the tests do; one statement records a use, or many, with the audit rows; and a site's
 * address, course terms and choice to let tickets wait are columns of its own row.
 */
const allowedBeside = (file: string, table: string) =>
  file.startsWith('demo/') ||
  (/^uses\/(batch|record)-queries\.ts$/.test(file) && table === 'audit') ||
  (file === 'terms/queries.ts' && table === 'site') ||
  (file === 'unrecognised/choice-queries.ts' && table === 'site')

test('only a slice writes its own tables', () => {
  const ownersOf = (table: string) => Object.keys(owners).filter((owner) => owners[owner]!.includes(table))
  const writes = files
    .filter((file) => file !== 'db/schema.ts')
    .flatMap((file) =>
      [
        ...textOf(file).matchAll(/(?:insertInto|updateTable|deleteFrom)\('(\w+)'\)/g),
        ...textOf(file).matchAll(
          /(?:insert into|update|delete from) ([a-z_]+) (?:as \w+ )?(?:\(|set|where|select)/g,
        ),
      ].map(([, table]) => ({ file, table: table! })),
    )
  expect(writes.length).toBeGreaterThan(10)
  const foreign = writes.filter(
    ({ file, table }) =>
      (ownersOf(table).length > 0 || keptByTriggers.includes(table)) &&
      !ownersOf(table).includes(room(file)) &&
      !allowedBeside(file, table),
  )
  expect(foreign).toEqual([])
})

test('every table has an owner', () => {
  const tables = [...textOf('db/schema.ts').matchAll(/^ {2}(\w+): \{/gm)].map(([, table]) => table!)
  const known = [...Object.values(owners).flat(), ...keptByTriggers]
  expect(tables.filter((table) => !known.includes(table))).toEqual([])
})
