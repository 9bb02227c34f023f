// Made from the migrations by src/db/generate-schema.ts. Do not edit.
import type { Generated } from 'kysely'

export type Database = {
  account: {
    id: Generated<string>
    email: string
    name: string
    language: 'fi' | 'sv' | 'en'
    password_hash: string | null
    created_at: Date
    ended_at: Date | null
    signed_in_on: string | null
    news_by_mail: Generated<'all' | 'important' | 'none'>
  }
  account_link: {
    token_hash: Buffer
    account_id: string
    kind: 'reset' | 'email'
    email: string | null
    made_at: Date
    expires_at: Date
    used_at: Date | null
  }
  account_role: {
    id: Generated<string>
    account_id: string | null
    role: 'centre' | 'coordinator' | 'issuer' | 'venue' | 'intermediary' | 'auditor' | 'device'
    area_id: number | null
    unit_id: number | null
    site_id: number | null
    organisation_id: number | null
    created_at: Date
    ended_at: Date | null
    device_id: string | null
    side: 'culture' | 'sote' | null
    group_id: number | null
  }
  api_client: {
    id: Generated<string>
    name: string
    organisation_id: number | null
    is_test: Generated<boolean>
    made_at: Date
    made_by: string
    site_id: number | null
    ended_at: Date | null
    ended_by: string | null
  }
  api_client_site: {
    client_id: string
    site_id: number
    approved_at: Date
    approved_by: string
    ended_at: Date | null
    ended_by: string | null
  }
  api_key: {
    id: Generated<string>
    name: string
    shown_start: string
    secret_hash: Buffer
    scopes: string[]
    created_at: Date
    expires_at: Date
    ended_at: Date | null
    last_used_on: string | null
    client_id: string
    reminded_days: number | null
  }
  archive_decision: {
    id: Generated<number>
    commitment_id: number | null
    decision: 'disposed' | 'kept'
    kept_until: string | null
    reason: string
    made_at: Date
    made_by: string
    report_id: number | null
  }
  archive_entry: {
    id: Generated<number>
    commitment_id: number | null
    record_number: string
    retention_class: string
    made_at: Date
    made_by: string
    report_id: number | null
  }
  archived_report: {
    id: Generated<number>
    publication: number
    kind: string
    level: 'country' | 'county' | 'area' | 'municipality' | 'unit' | 'site'
    place_id: number | null
    area_id: number | null
    title_fi: string
    title_sv: string
    title_en: string
    period_until: string
    made_at: Date
  }
  archived_report_file: {
    id: Generated<number>
    report_id: number
    kind: 'document' | 'package'
    name: string
    made_at: Date
    sha256: Buffer
    body: Buffer
  }
  area: {
    id: Generated<number>
    name: string
    name_sv: string | null
  }
  area_contact: {
    area_id: number
    side: 'culture' | 'sote'
    name: string
    email: string | null
    phone: string | null
    changed_at: Date
    changed_by: string
  }
  area_home_exception: {
    id: Generated<number>
    area_id: number
    municipality_id: number
    valid_from: string
    valid_until: string | null
    made_at: Date
    made_by: string
  }
  area_interest: {
    id: Generated<number>
    form_key: string
    municipality_id: number | null
    organisation: string
    sender_name: string | null
    sender_title: string | null
    sender_email: string | null
    message: string | null
    language: 'fi' | 'sv' | 'en'
    received_at: Date
    state: Generated<'new' | 'talking' | 'opened' | 'declined'>
    area_id: number | null
    decline_reason: string | null
    changed_at: Date
    told_at: Date | null
  }
  area_membership: {
    id: Generated<number>
    area_id: number
    municipality_id: number
    phase: 'interest' | 'preparing' | 'pilot' | 'permanent' | 'ended'
    phase_from: string | null
    phase_until: string | null
    cross_use: Generated<boolean>
    preliminary: Generated<boolean>
  }
  area_page: {
    area_id: number
    own_url: string | null
    notice_from: string | null
    notice_until: string | null
    changed_at: Date
    changed_by: string
  }
  area_slug: {
    slug: string
    area_id: number
    is_current: boolean
  }
  area_text: {
    area_id: number
    language: 'fi' | 'sv' | 'en' | 'fi-simple' | 'ar' | 'ru' | 'uk' | 'so' | 'se'
    text: string
    changed_at: Date
    changed_by: string
    field: Generated<'intro' | 'good-to-know' | 'notice'>
  }
  arrival: {
    use_id: string
    used_on: string
    arrived_at: Date
    arrived_by: string
  }
  audit: {
    id: Generated<number>
    done_at: Date
    actor: string
    role: string | null
    permission: string
    outcome: 'done' | 'refused'
    subject: Generated<unknown>
  }
  audit_base: {
    only_row: Generated<boolean>
    position: number
    hash: Buffer
    forgotten_at: Date
  }
  audit_link: {
    position: number
    audit_id: number
    hash: Buffer
    sealed_at: Date
  }
  brochure_draft: {
    area_id: number
    choices: unknown
    changed_at: Date
    changed_by: string
  }
  brochure_edition: {
    id: Generated<number>
    area_id: number
    year: number
    number: number
    published_on: string
    published_at: Date
    published_by: string
    content: unknown
  }
  brochure_withdrawal: {
    area_id: number
    year: number
    number: number
    reason: 'place' | 'person' | 'error' | 'other'
    withdrawn_on: string
    withdrawn_at: Date
    withdrawn_by: string
  }
  card: {
    id: Generated<number>
    code_hash: Buffer
    code_tail: string
    code_style: 'new' | 'legacy'
    key_version: Generated<number>
    type: 'personal' | 'community'
    unit_id: number | null
    state: 'stock' | 'registered' | 'replaced' | 'lost' | 'withdrawn'
    registered_on: string | null
    registered_at: Date | null
    valid_until: string | null
    birth_year: number | null
    postal_code: string | null
    children: Generated<number>
    life_situation: string | null
    gender: string | null
    closed_on: string | null
    closed_reason: string | null
    revision: Generated<number>
    own_until: string | null
    serial: number | null
  }
  card_check: {
    id: string
    account_role_id: string
    site_id: number
    card_id: number | null
    checked_at: Date
    legacy_hash: Buffer | null
    fresh_hash: Buffer | null
    code_tail: string | null
  }
  card_event: {
    id: Generated<number>
    card_id: number
    event: 'registered' | 'registration-undone' | 'replaced' | 'lost' | 'withdrawn' | 'validity-moved' | 'unit-moved' | 'corrected' | 'reopened'
    happened_at: Date
    actor: string
    reason: string | null
  }
  card_order: {
    id: Generated<number>
    area_id: number
    unit_id: number | null
    card_type: 'personal' | 'community'
    wanted: number
    state: 'asked' | 'forwarded' | 'sent' | 'received' | 'declined' | 'cancelled'
    decline_reason: 'enough-left' | 'none-left' | 'unit-ends' | 'other' | null
    asked_at: Date
    asked_by: string
    changed_at: Date
    changed_by: string
    revision: Generated<number>
  }
  card_order_step: {
    id: Generated<number>
    order_id: number
    state: string
    done_at: Date
    done_by: string
  }
  card_renewal: {
    new_card_id: number
    old_card_id: number
  }
  card_tie: {
    relation: string | null
    condition: string | null
    depth: number | null
  }
  card_usage: {
    card_id: number
    uses: number
    first_used_on: string | null
  }
  checklist_tick: {
    id: Generated<number>
    unit_id: number | null
    site_id: number | null
    point: string
    note: string | null
    ticked_at: Date
    account_id: string
  }
  column_mapping: {
    site_id: number
    purpose: 'door-list' | 'reconciliation'
    header_hash: Buffer
    mapping: unknown
    saved_at: Date
  }
  commitment: {
    id: Generated<number>
    kind: 'area' | 'partnership' | 'issuer' | 'venue' | 'pilot' | 'pop-up'
    area_id: number | null
    state: Generated<'draft' | 'waiting' | 'signed' | 'declined' | 'expired' | 'cancelled'>
    model_number: number
    binding_language: 'fi' | 'sv' | 'en'
    content: unknown
    document: unknown | null
    version_hash: Buffer | null
    from_on: string
    until_on: string | null
    answer_until: string
    ended_on: string | null
    earlier_id: number | null
    round: Generated<number>
    head_number: Generated<number>
    head_hash: Generated<Buffer>
    made_at: Date
    changed_at: Date
    sent_at: Date | null
    signed_at: Date | null
    notice_ends_on: string | null
    notice_party_id: number | null
    agreed_ends_on: string | null
  }
  commitment_batch: {
    id: Generated<number>
    kind: 'issuer' | 'venue' | 'pilot'
    area_id: number
    template: unknown
    model_number: number
    binding_language: 'fi' | 'sv' | 'en'
    from_on: string
    until_on: string | null
    answer_until: string
    additions: unknown | null
    made_at: Date
    made_by: string
    started_at: Date | null
    paused_at: Date | null
  }
  commitment_batch_item: {
    id: Generated<number>
    batch_id: number
    site_id: number | null
    unit_id: number | null
    commitment_id: number | null
    problem: string | null
    done_at: Date | null
    code_box: Buffer | null
  }
  commitment_copy_link: {
    id: Generated<number>
    commitment_id: number
    link_id: number
    token_hash: Buffer
    made_at: Date
    expires_at: Date
    openings: Generated<number>
    bond_hash: Buffer | null
    opened_at: Date | null
  }
  commitment_draft: {
    commitment_id: number
    template: unknown
  }
  commitment_event: {
    id: Generated<number>
    commitment_id: number
    number: number
    kind: 'sent' | 'signed' | 'declined' | 'delegated' | 'withdrawn' | 'expired' | 'reopened' | 'cancelled' | 'notice' | 'notice-withdrawn' | 'extended' | 'made-permanent' | 'succeeded' | 'ended'
    party_id: number | null
    way: 'account' | 'link' | 'paper' | null
    actor: string
    happened_at: Date
    text: string
    previous_hash: Buffer
    hash: Buffer
  }
  commitment_letter: {
    id: Generated<number>
    commitment_id: number
    event_number: number | null
    ends_on: string | null
    months: number | null
    audience: 'keepers' | 'parties'
    letters: number
    sent_at: Date
  }
  commitment_link: {
    id: Generated<number>
    commitment_id: number
    party_id: number
    round: number
    email: string
    token_hash: Buffer
    code_hash: Buffer
    wrong_codes: Generated<number>
    made_at: Date
    expires_at: Date
    bond_hash: Buffer | null
    opened_at: Date | null
    used_at: Date | null
    ended_at: Date | null
  }
  commitment_party: {
    id: Generated<number>
    commitment_id: number
    position: number
    side: 'centre' | 'area' | 'county' | 'municipality' | 'issuer' | 'venue' | 'culture'
    organisation_id: number | null
    unit_id: number | null
    site_id: number | null
    name: string
    business_id: string | null
    signatory_name: string | null
    signatory_title: string | null
    signatory_email: string | null
    way: 'account' | 'link' | 'paper'
    signed_at: Date | null
    signed_by: string | null
  }
  commitment_reminder: {
    id: Generated<number>
    commitment_id: number
    party_id: number
    round: number
    kind: 'week' | 'day' | 'by-hand'
    due_on: string
    made_at: Date
    made_by: string
  }
  commitment_scan: {
    id: Generated<number>
    commitment_id: number
    party_id: number
    round: number
    kind: 'pdf' | 'jpeg' | 'png'
    bytes: Buffer
    hash: Buffer
    taken_in_by: string
    taken_in_at: Date
  }
  commitment_template: {
    id: Generated<number>
    kind: 'area' | 'partnership' | 'issuer' | 'venue' | 'pilot' | 'pop-up'
    version: number
    content: unknown
    made_at: Date
    made_by: string
  }
  commitment_term: {
    from_on: string
    notice_months: number
    source: string
  }
  confirmation: {
    id: Generated<number>
    unit_id: number | null
    site_id: number | null
    year: number
    instructed_on: string
    confirmed_at: Date
    confirmed_by: string
  }
  confirmation_reminder: {
    id: Generated<number>
    unit_id: number | null
    site_id: number | null
    sent_at: Date
    sent_by: string
    letters: number
  }
  consent: {
    id: Generated<number>
    card_id: number
    kind: 'register' | 'wellbeing'
    text_version: string
    language: string | null
    given_on: string
    unit_id: number
    withdrawn_at: Date | null
    given_at: Date | null
  }
  consent_text: {
    kind: 'register' | 'wellbeing'
    text_version: string
    language: string
    valid_from: string
    words: string
  }
  contact_person: {
    id: Generated<number>
    organisation_id: number | null
    unit_id: number | null
    site_id: number | null
    name: string
    email: string | null
    phone: string | null
    made_at: Date
    ended_at: Date | null
  }
  content: {
    id: Generated<number>
    kind: 'page' | 'news' | 'story' | 'question'
    key: string
    teller: 'holder' | 'issuer' | 'site' | 'area' | null
    place: string | null
    told_year: number | null
    source: string | null
    leave_on: string | null
    leave_from: string | null
    made_at: Date
    made_by: string
    audience: 'issuers' | 'venues' | 'coordinators' | null
  }
  content_version: {
    id: Generated<number>
    content_id: number
    language: 'fi' | 'sv' | 'en' | 'fi-simple' | 'ar' | 'ru' | 'uk' | 'so' | 'se'
    title: string
    lead: string
    body: string
    plain: string
    status: 'draft' | 'scheduled' | 'published' | 'withdrawn'
    publish_at: Date | null
    translated_from: number | null
    shipped_hash: string | null
    made_at: Date
    made_by: string
    searched: Generated<string | null>
  }
  county: {
    id: Generated<number>
    name: string
    code: string | null
    name_sv: string | null
  }
  deletion: {
    kind: 'card' | 'consent'
    hash: Buffer
    deleted_on: string
    key_version: number
  }
  demo_facts: {
    only_row: Generated<boolean>
    facts: unknown
  }
  desk_choice: {
    account_role_id: string
    site_id: number
    event: string | null
    chosen_on: string
    turned: Generated<boolean>
  }
  device: {
    id: Generated<string>
    site_id: number
    name: string
    paired_at: Date
    paired_by: string
    last_seen_on: string | null
    ended_at: Date | null
  }
  device_pairing: {
    id: string
    token_hash: Buffer
    code_hash: Buffer
    site_id: number
    name: string
    made_at: Date
    made_by: string
    expires_at: Date
    used_at: Date | null
    device_id: string | null
  }
  door_list: {
    id: string
    site_id: number
    event: string | null
    listed_on: string
    recorded_at: Date
    recorded_by: string
    use_ids: string[]
    undone_at: Date | null
  }
  event: {
    id: Generated<number>
    site_id: number
    source: 'entered' | 'feed' | 'file'
    feed_id: number | null
    outside_id: string | null
    names: unknown
    starts_at: Date
    ends_at: Date | null
    all_day: Generated<boolean>
    place: string | null
    tickets: number | null
    for_children: Generated<boolean>
    accessible: Generated<boolean>
    booking: boolean | null
    how: unknown | null
    url: string | null
    cancelled_at: Date | null
    cancelled_by: 'person' | 'source' | null
    withdrawn_at: Date | null
    made_at: Date
    changed_at: Date
    changed_by: string
  }
  event_feed: {
    id: Generated<number>
    site_id: number
    url: string
    place: string | null
    made_at: Date
    made_by: string
    ended_at: Date | null
    tried_at: Date | null
    read_at: Date | null
    problem: string | null
    held: number | null
    skipped: number | null
    failures: Generated<number>
    next_at: Date | null
  }
  event_import: {
    id: string
    site_id: number
    events: unknown
    is_whole: boolean
    made_at: Date
    made_by: string
  }
  exception_period: {
    id: Generated<number>
    area_id: number | null
    site_id: number | null
    valid_from: string
    valid_until: string
    cards_until: string | null
    pauses_sites: Generated<boolean>
    instead_fi: string | null
    instead_sv: string | null
    instead_en: string | null
    reason_fi: string
    reason_sv: string | null
    reason_en: string | null
    made_at: Date
    made_by: string
    withdrawn_at: Date | null
  }
  feedback: {
    id: Generated<number>
    seed: Buffer
    secret_hash: Buffer
    about: 'site' | 'card' | 'website' | 'accessibility' | 'other'
    language: 'fi' | 'sv' | 'en' | 'fi-simple' | 'ar' | 'ru' | 'uk' | 'so' | 'se'
    way: 'none' | 'link' | 'email'
    email: string | null
    municipality_id: number | null
    site_id: number | null
    area_id: number | null
    state: Generated<'new' | 'working' | 'answered' | 'closed'>
    close_reason: 'spam' | 'handled' | 'double' | 'elsewhere' | 'quiet' | null
    written_again: Generated<boolean>
    sent_at: Date
    due_on: string
    ended_at: Date | null
    changed_at: Date
    changed_by: string | null
    told_at: Date | null
    warned_at: Date | null
    overdue_told_at: Date | null
    asked_at: Date | null
  }
  feedback_message: {
    id: Generated<number>
    feedback_id: number
    author: 'writer' | 'answerer' | 'note' | 'question' | 'reply'
    body: string
    written_at: Date
    written_by: string | null
  }
  first_use_count: {
    as_of_on: string
    cohort: string
    level: 'country' | 'area' | 'municipality' | 'unit'
    place_id: number | null
    cards: number
    used: unknown
    is_hidden: boolean
  }
  first_use_curve: {
    as_of_on: string
    cohort: string
    level: 'country' | 'area' | 'municipality' | 'unit'
    place_id: number | null
    cards: number
    points: unknown
    median_weeks: number | null
  }
  forgotten_card: {
    year: number
    card_type: 'personal' | 'community'
    organisation_kind: string | null
    age_group:  | null
    has_children: boolean
    taken_into_use: boolean
    cards: number
  }
  forgotten_card_year: {
    year: number
    municipality_id: number
    unit_id: number | null
    card_type: string
    registered: number
    taken_into_use: number
  }
  forgotten_use_hour: {
    quarter_from: string
    site_id: number
    weekday: number
    hour: number
    card_type: string
    uses: number
    adults: number
    children: number
  }
  group_visit: {
    id: Generated<number>
    unit_id: number
    site_id: number
    event: string | null
    visit_on: string
    starts_at: string | null
    clients: number
    under_16: number
    workers: number
    wish: string | null
    state: Generated<'asked' | 'accepted' | 'declined' | 'cancelled'>
    answer: string | null
    decline_reason: 'full' | 'not-offered' | 'other-day' | 'other' | null
    asked_at: Date
    asked_by: string
    changed_at: Date
    changed_by: string
  }
  idempotency: {
    owner: string
    key: string
    body_hash: Buffer
    status: number
    answer: unknown
    tries: Generated<number>
    answered_at: Date
  }
  identity: {
    provider_id: number
    subject: string
    account_id: string
    made_at: Date
  }
  identity_group: {
    id: Generated<number>
    provider_id: number
    group_name: string
    role: 'coordinator' | 'issuer' | 'venue' | 'intermediary'
    side: 'culture' | 'sote' | null
    area_id: number | null
    unit_id: number | null
    site_id: number | null
    organisation_id: number | null
    ended_at: Date | null
  }
  identity_provider: {
    id: Generated<number>
    name: string
    issuer: string
    client_id: string
    client_secret_sealed: Buffer
    groups_claim: Generated<string>
    made_at: Date
    ended_at: Date | null
  }
  identity_request: {
    state_hash: Buffer
    provider_id: number
    verifier: string
    nonce: string
    language: 'fi' | 'sv' | 'en'
    account_id: string | null
    next_path: string | null
    expires_at: Date
  }
  induction: {
    id: Generated<number>
    account_id: string
    role: 'issuer' | 'venue'
    place: string
    edition_on: string
    done_on: string
  }
  induction_lesson: {
    account_id: string
    role: 'issuer' | 'venue'
    lesson: string
    text_on: string
    done_at: Date
  }
  induction_policy: {
    valid_from: string
    valid_months: number
    told_days: number
    source: string
  }
  induction_reminder: {
    id: Generated<number>
    unit_id: number | null
    site_id: number | null
    month: string
    sent_at: Date
    letters: number
  }
  installation: {
    only_row: Generated<boolean>
    demo: boolean
    key_check: Buffer
    made_at: Date
  }
  instrument: {
    id: Generated<number>
    name: string
    version: string
    valid_from: string
    scale: unknown
    scoring: unknown
    lead: unknown
    is_placeholder: boolean
    source: string
    licence: string
  }
  instrument_item: {
    instrument_id: number
    item: number
    language: string
    question: string
  }
  invitation: {
    token_hash: Buffer
    email: string | null
    role: 'centre' | 'coordinator' | 'issuer' | 'venue' | 'intermediary' | 'auditor'
    area_id: number | null
    unit_id: number | null
    site_id: number | null
    organisation_id: number | null
    invited_at: Date
    expires_at: Date
    accepted_at: Date | null
    id: Generated<string>
    side: 'culture' | 'sote' | null
    language: 'fi' | 'sv' | 'en' | null
    invited_by: string | null
    withdrawn_at: Date | null
  }
  issuer_request: {
    id: Generated<number>
    unit_id: number
    reason: string
    asked_at: Date
    asked_by: string
    answer: 'approved' | 'declined' | null
    answer_reason: string | null
    answered_at: Date | null
    answered_by: string | null
  }
  issuing_unit: {
    id: Generated<number>
    organisation_id: number
    municipality_id: number
    area_id: number
    name: string
    kind: string
    third_sector: boolean
    is_public: Generated<boolean>
    state: Generated<'proposed' | 'declined' | 'active'>
    closed_on: string | null
    merged_into_id: number | null
  }
  joining_action: {
    id: Generated<number>
    meeting_id: number
    deed: string
    who: string | null
    due_on: string | null
    done_on: string | null
  }
  joining_meeting: {
    id: Generated<number>
    interest_id: number | null
    area_id: number | null
    kind: 'talk' | 'feedback'
    held_on: string
    notes: string
    made_at: Date
    made_by: string
    removed_at: Date | null
  }
  joining_plan: {
    area_id: number
    started_on: string
    wanted_from: string | null
    wanted_until: string | null
    changed_at: Date
  }
  joining_step: {
    area_id: number
    name: 'talk' | 'pair' | 'agreement' | 'third-sector' | 'issuers' | 'sites' | 'commitments' | 'printing' | 'local-page' | 'feedback' | 'accounts' | 'training'
    who: string | null
    due_on: string | null
    note: string | null
    state: 'open' | 'done' | 'not-needed'
    changed_at: Date
    changed_by: string
  }
  mail: {
    id: Generated<string>
    kind: string
    recipient: string
    language: 'fi' | 'sv' | 'en'
    subject: string
    text_body: string | null
    html_body: string | null
    made_at: Date
    due_at: Date
    expires_at: Date
    tries: Generated<number>
    problem: string | null
    claimed_at: Date | null
    sent_at: Date | null
  }
  material: {
    id: Generated<number>
    area_id: number | null
    title_fi: string
    title_sv: string | null
    title_en: string | null
    description_fi: string
    description_sv: string | null
    description_en: string | null
    languages: string[]
    audiences: string[]
    year: number
    licence: 'cc-by' | 'cc0' | 'own'
    terms: string | null
    alt_fi: string | null
    alt_sv: string | null
    alt_en: string | null
    made_at: Date
    changed_at: Date
    published_at: Date | null
    withdrawn_at: Date | null
    replaced_by_id: number | null
  }
  material_download: {
    material_id: number
    kind: string
    taken_on: string
    times: number
  }
  material_file: {
    id: Generated<number>
    material_id: number
    kind: 'pdf' | 'docx' | 'pptx' | 'xlsx' | 'png' | 'jpeg' | 'webp' | 'svg' | 'txt' | 'csv'
    shown_name: string
    digest: Buffer
    bytes: Buffer
    size: number
    width: number | null
    height: number | null
    added_at: Date
    removed_at: Date | null
    replaces_id: number | null
    thumbnail: Buffer | null
    thumbnail_width: number | null
    thumbnail_height: number | null
    tiny: Buffer | null
  }
  material_former: {
    id: Generated<number>
    material_id: number
    facts: unknown
    replaced_at: Date
    replaced_by: string
  }
  message: {
    id: Generated<number>
    area_id: number | null
    title_fi: string | null
    title_sv: string | null
    title_en: string | null
    body_fi: string | null
    body_sv: string | null
    body_en: string | null
    is_important: boolean
    roles: string[]
    area_ids: number[] | null
    site_categories: string[] | null
    shown_until: string
    made_at: Date
    made_by: string
    changed_at: Date
    leaves_at: Date | null
    sent_by: string | null
    left_at: Date | null
    removed_at: Date | null
  }
  message_mail: {
    message_id: number
    account_id: string
    queued_at: Date | null
    mail_id: string | null
  }
  message_read: {
    message_id: number
    account_id: string
    read_on: string
  }
  model_consequence: {
    id: Generated<number>
    version_number: number
    side: 'issuers' | 'venues'
    kind: 'warn' | 'no-new-cards' | 'no-new-events' | 'no-new-pairings'
    grace_days: number
    from_on: string
    until_on: string | null
    made_at: Date
    made_by: string
  }
  model_extension: {
    id: Generated<number>
    version_number: number
    unit_id: number | null
    site_id: number | null
    until_on: string
    reason: string
    made_at: Date
    made_by: string
  }
  model_letter: {
    id: Generated<number>
    version_number: number
    contact_id: number
    kind: 'published' | 'month-before' | 'week-before'
    bites_on: string | null
    sent_at: Date
  }
  municipality: {
    id: Generated<number>
    name_fi: string
    name_sv: string | null
    country: Generated<'FI' | 'SE'>
    code: string | null
    county_id: number | null
    merged_into_id: number | null
    merged_on: string | null
  }
  name_use: {
    id: Generated<number>
    basis: 'leave' | 'found'
    organisation_id: number | null
    outsider: string | null
    mark: 'name' | 'logo' | 'both'
    purpose: 'web' | 'poster' | 'print' | 'product' | 'event' | 'other'
    place: string
    granted_by: string | null
    granted_on: string | null
    record_number: string | null
    valid_from: string | null
    valid_until: string | null
    conditions: string | null
    ended_on: string | null
    ended_reason: string | null
    noticed_on: string | null
    made_at: Date
    changed_at: Date
  }
  name_use_step: {
    id: Generated<number>
    name_use_id: number
    basis: Generated<string>
    step: 'asked' | 'answered' | 'settled'
    done_on: string
    note: string
    made_at: Date
  }
  name_use_stop: {
    id: Generated<number>
    organisation_id: number | null
    outsider: string | null
    lapsed_on: string
    stopped_on: string
    made_at: Date
  }
  national_month: {
    month: string | null
    adults: number | null
    children: number | null
  }
  national_year: {
    year: number | null
    registered: number | null
    taken_into_use: number | null
    municipalities: number | null
    tickets: unknown | null
  }
  newcomer_reminder: {
    request_id: number
    step: 'account' | 'induction' | 'cards' | 'desk'
    sent_at: Date
  }
  operating_model_point: {
    version_number: number
    line: number
    chapter: number
    place: number
    for_issuers: boolean
    for_venues: boolean
    for_coordinators: boolean
    heading_fi: string
    heading_sv: string
    heading_en: string
    text_fi: string
    text_sv: string
    text_en: string
  }
  operating_model_version: {
    number: number
    state: Generated<'draft' | 'published'>
    from_on: string | null
    made_at: Date
    changed_at: Date
    published_at: Date | null
  }
  organisation: {
    id: Generated<number>
    name: string
    kind: 'municipality' | 'joint-authority' | 'county' | 'association' | 'parish' | 'company' | 'foundation' | 'state' | 'independent' | null
    business_id: string | null
    closed_on: string | null
    merged_into_id: number | null
  }
  passkey: {
    credential_id: string
    account_id: string
    public_key: Buffer
    counter: number
    transports: string[]
    name: string
    made_at: Date
    used_at: Date | null
  }
  passkey_challenge: {
    challenge: string
    account_id: string | null
    expires_at: Date
  }
  pause: {
    id: Generated<number>
    unit_id: number | null
    site_id: number | null
    paused_from: string
    paused_until: string | null
    reason: string | null
    made_at: Date
    made_by: string
  }
  pilot: {
    municipality_id: number | null
    pilot_from: string | null
    pilot_until: string | null
    cards_until: string | null
  }
  pilot_answer: {
    id: Generated<number>
    survey_id: number
    unit_id: number | null
    site_id: number | null
    marks: number[]
    goes_on: 'yes' | 'unsure' | 'no'
    well: string | null
    better: string | null
    answered_at: Date
  }
  pilot_decision: {
    id: Generated<number>
    area_id: number
    kind: 'permanent' | 'extended' | 'ended'
    decided_on: string
    reason: string
    record_number: string | null
    made_at: Date
    made_by: string
    removed_at: Date | null
  }
  pilot_evaluation: {
    area_id: number
    number: number
    municipality_ids: number[]
    pilot_from: string
    pilot_until: string
    counted_at: Date
    content: unknown
  }
  pilot_survey: {
    id: Generated<number>
    area_id: number
    municipality_ids: number[]
    opened_on: string
    closes_on: string
    made_at: Date
    told_at: Date | null
    reminded_at: Date | null
  }
  place_request: {
    id: Generated<number>
    form_key: string
    kind: 'unit' | 'site'
    place_name: string
    organisation: string
    municipality_id: number
    sender_name: string | null
    sender_email: string | null
    message: string | null
    language: 'fi' | 'sv' | 'en'
    asked_at: Date
    state: Generated<'asked' | 'accepted' | 'declined'>
    unit_id: number | null
    site_id: number | null
    decline_reason: string | null
    answered_at: Date | null
    answered_by: string | null
    told_at: Date | null
  }
  policy: {
    valid_from: string
    validity_months: number
    minimum_age: number
    child_age: number
    maximum_children: number
    source: string
    community_validity_months: Generated<number>
    community_child_age: Generated<number>
    phone_card: Generated<boolean>
  }
  postal_code: {
    code: string
    municipality_code: string
    municipality: string
    valid_from: string | null
    source: string
    licence: string
    listed_on: string
  }
  price: {
    list_id: number
    kind: 'ticket' | 'course-place' | 'season-pass'
    adult_cents: number
    child_cents: number
  }
  price_list: {
    id: Generated<number>
    site_id: number
    valid_from: string
    made_at: Date
    taken_back_at: Date | null
  }
  print_run: {
    id: Generated<number>
    name: string
    card_type: 'personal' | 'community'
    origin: 'made' | 'imported'
    first_serial: number
    last_serial: number
    sealed_seed: string | null
    made_at: Date
    made_by: string
    printed_at: Date | null
  }
  publication: {
    number: Generated<number>
    period: string
    counted_at: Date
    published_at: Date
    digest: Buffer
    corrections_digest: Buffer | null
    last_event: number | null
  }
  publication_correction: {
    publication: number
    period: string
    measure: string
    division: string
    part: string
    level: 'country' | 'county' | 'area'
    place_id: number | null
    added: number | null
    removed: number | null
  }
  publication_count: {
    publication: number
    measure: string
    division: string
    part: string
    grain: 'spot' | 'place' | 'municipality-in-area' | 'municipality' | 'area' | 'county' | 'country'
    spot_id: number | null
    municipality_id: number | null
    area_id: number | null
    county_id: number | null
    count: number
    cards: number
    largest: number
  }
  publication_figure: {
    publication: number
    measure: string
    division: string
    part: string
    level: 'country' | 'county' | 'area' | 'municipality' | 'unit' | 'site'
    place_id: number | null
    count: number | null
    is_public: boolean
  }
  published_year: {
    year: number
    cards_registered: number | null
    cards_taken_into_use: number | null
    uses_adult_culture: number | null
    uses_adult_education: number | null
    uses_adult_science: number | null
    uses_adult_sports: number | null
    uses_child_culture: number | null
    uses_child_education: number | null
    uses_child_science: number | null
    uses_child_sports: number | null
    uses_total: number | null
    municipalities: number | null
    source: string
    counted_on: string
  }
  rate_limit: {
    bucket: string
    tokens: number
    refilled_at: Date
  }
  reconciliation: {
    id: string
    site_id: number
    source: 'page' | 'api'
    sold_from: string
    sold_until: string
    lines: number
    matched: number
    missing: number
    added: number
    unclear: number
    unsold: number
    made_at: Date
    made_by: string
    undone_at: Date | null
  }
  recount_card_usage: {
    card_id: number | null
    uses: number | null
    first_used_on: string | null
  }
  recount_card_year: {
    year: number | null
    municipality_id: number | null
    unit_id: number | null
    card_type: string | null
    registered: number | null
    taken_into_use: number | null
  }
  recount_site_activity: {
    site_id: number | null
    last_used_on: string | null
  }
  recount_unit_activity: {
    unit_id: number | null
    last_registered_on: string | null
  }
  recount_use_hour: {
    quarter_from: string | null
    site_id: number | null
    weekday: number | null
    hour: number | null
    card_type: string | null
    uses: number | null
    adults: number | null
    children: number | null
  }
  recount_use_month: {
    month: string | null
    site_id: number | null
    category: string | null
    kind: string | null
    card_type: string | null
    source: string | null
    uses: number | null
    adults: number | null
    children: number | null
    companions: number | null
  }
  recount_use_year: {
    year: number | null
    municipality_id: number | null
    site_id: number | null
    category: string | null
    card_type: string | null
    uses: number | null
    adults: number | null
    children: number | null
  }
  recovery_code: {
    account_id: string
    code_hash: Buffer
    code_sealed: Buffer | null
    made_at: Date
    used_at: Date | null
  }
  renewal_check: {
    id: string
    account_role_id: string
    card_id: number
    checked_at: Date
    done_at: Date | null
  }
  report_order: {
    id: Generated<number>
    account_role_id: string
    level: 'country' | 'county' | 'area' | 'municipality' | 'unit' | 'site'
    place_id: number | null
    ordered_at: Date
    told_until: number
  }
  retention_class: {
    id: Generated<number>
    code: string
    name_fi: string
    name_sv: string
    name_en: string
    years: number | null
    source_fi: string
    source_sv: string
    source_en: string
    from_on: string
  }
  sandbox_use: {
    id: string
    client_id: string
    site_id: number
    card: string
    used_on: string
    used_at: Date
    received_at: Date
    event: string | null
    event_on: string | null
    adults: number
    children: number
    companions: number
    category: 'culture' | 'education' | 'science' | 'sports'
    kind: 'ticket' | 'course-place' | 'season-pass'
    source: 'api' | 'offline'
    override_reason: string | null
    cancelled_at: Date | null
    state: Generated<'recorded' | 'waiting' | 'given-up'>
  }
  session: {
    token_hash: Buffer
    account_role_id: string
    started_at: Date
    seen_at: Date
    expires_at: Date
    id: Generated<string>
    kind: Generated<'person' | 'device'>
    proof: Generated<'password' | 'totp' | 'recovery' | 'passkey' | 'provider' | 'device' | 'demo'>
    proven_at: Date | null
    browser: string | null
    provider_id: number | null
  }
  settled_line: {
    site_id: number
    fingerprint: Buffer
    reconciliation_id: string
    use_ids: string[]
    added_use_id: string | null
    sold_on: string
  }
  shipped_text: {
    content_id: number
    language: string
    title: string
    lead: string
    body: string
    hash: string
    shipped_at: Date
  }
  sign_in_step: {
    token_hash: Buffer
    account_id: string
    next_path: string | null
    tries: Generated<number>
    made_at: Date
    expires_at: Date
  }
  signal: {
    id: Generated<number>
    kind: 'busy' | 'quiet' | 'children' | 'sequence' | 'early' | 'hours' | 'repeats' | 'unused'
    site_id: number | null
    unit_id: number | null
    noticed_from: string
    noticed_until: string
    numbers: unknown
    noticed_at: Date
    again: Generated<number>
    again_from: string
    ends_on: string
    state: Generated<'open' | 'watched' | 'explained' | 'followed-up' | 'lapsed'>
    note: string | null
    decided_at: Date | null
    decided_by: string | null
    ended_at: Date | null
  }
  signal_limit: {
    valid_from: string
    rarity: number
    busy_least: number
    quiet_least: number
    children_least: number
    sequence_least: number
    early_least: number
    hours_least: number
    repeats_least: number
    unused_least: number
    open_days: number
    reason: string
  }
  signal_mute: {
    id: Generated<number>
    kind: 'busy' | 'quiet' | 'children' | 'sequence' | 'early' | 'hours' | 'repeats' | 'unused'
    site_id: number | null
    unit_id: number | null
    mute_until: string
    reason: string
    made_at: Date
    made_by: string
    ended_at: Date | null
  }
  signal_round: {
    noticed_on: string
    noticed_at: Date
  }
  signed_file: {
    id: Generated<number>
    kind: 'pdf' | 'evidence' | 'package'
    commitment_id: number
    head_number: number
    language: 'fi' | 'sv' | 'en' | null
    public_key: string
    issued_at: Date
    sha256: Buffer
    body: Buffer
  }
  signing_key: {
    public_key: string
    from_at: Date
  }
  site: {
    id: Generated<number>
    organisation_id: number
    municipality_id: number
    area_id: number | null
    name: string
    category: 'culture' | 'education' | 'science' | 'sports'
    allows_override: Generated<boolean>
    popup_from: string | null
    popup_until: string | null
    closed_on: string | null
    merged_into_id: number | null
    street: string | null
    postal_code: string | null
    course_fee_cents: number | null
    course_excess_by_holder: Generated<boolean>
    keeps_unrecognised: Generated<boolean>
    keeps_unrecognised_from: string | null
    kinds: Generated<string[]>
    for_children: Generated<boolean>
    step_free: Generated<boolean>
    no_booking: Generated<boolean>
  }
  site_activity: {
    site_id: number
    last_used_on: string
  }
  site_intermediary: {
    site_id: number
    organisation_id: number
  }
  site_limit: {
    id: Generated<number>
    site_id: number
    kind: 'ticket' | 'course-place' | 'season-pass'
    volume: number
    period: 'day' | 'week' | 'month' | 'term' | 'calendar-year' | 'event'
    limit_from: string | null
    limit_until: string | null
  }
  site_link: {
    site_id: number
    kind: 'home' | 'tickets' | 'programme' | 'accessibility'
    url: string
  }
  site_period: {
    id: Generated<number>
    site_id: number
    period_from: string | null
    period_until: string | null
    name: string
    organisation_id: number
    municipality_id: number
    area_id: number | null
  }
  site_text: {
    site_id: number
    field: 'included' | 'how' | 'cancelling' | 'limits' | 'courses' | 'children' | 'companions' | 'accessibility' | 'arrival' | 'opening' | 'season'
    language: 'fi' | 'sv' | 'en'
    text: string
    changed_at: Date
  }
  standing_use: {
    used_on: string | null
    used_at: Date | null
    card_id: number | null
    site_id: number | null
    category: string | null
    kind: string | null
    source: string | null
    adults: number | null
    children: number | null
    companions: number | null
    card_type: string | null
    is_forgotten: boolean | null
  }
  statistics_card_year: {
    year: number
    municipality_id: number
    card_type: string
    registered: number
    taken_into_use: number
    unit_id: number | null
  }
  statistics_use_hour: {
    quarter_from: string
    site_id: number
    weekday: number
    hour: number
    card_type: string
    uses: number
    adults: number
    children: number
  }
  statistics_use_month: {
    month: string
    site_id: number
    category: string
    kind: string
    card_type: string
    uses: number
    adults: number
    children: number
    companions: number
    source: string
  }
  statistics_use_year: {
    year: number
    municipality_id: number | null
    category: string
    card_type: string
    uses: number
    adults: number
    children: number
    site_id: number
  }
  stock_movement: {
    id: Generated<number>
    first_serial: number
    last_serial: number
    cards: number
    card_type: string
    from_place: string
    from_area_id: number | null
    from_unit_id: number | null
    to_place: string
    to_area_id: number | null
    to_unit_id: number | null
    order_id: number | null
    reason: string | null
    moved_at: Date
    moved_by: string
  }
  stock_range: {
    first_serial: number
    last_serial: number
    card_type: 'personal' | 'community'
    place: 'centre' | 'area' | 'unit' | 'way' | 'blocked'
    area_id: number | null
    unit_id: number | null
    order_id: number | null
    reason: 'lost' | 'damaged' | 'misprinted' | 'missing' | 'other' | null
  }
  subject_left_out: {
    table_name: string | null
    column_name: string | null
    instead: string | null
    reason: string | null
  }
  totp: {
    account_id: string
    secret_sealed: Buffer | null
    confirmed_at: Date | null
    last_step: number | null
    next_sealed: Buffer | null
    next_at: Date | null
  }
  training: {
    id: Generated<number>
    area_id: number | null
    title_fi: string
    title_sv: string | null
    title_en: string | null
    description_fi: string
    description_sv: string | null
    description_en: string | null
    finnish_changed_at: Date
    sv_checked_at: Date
    en_checked_at: Date
    audiences: string[]
    languages: string[]
    starts_at: Date | null
    ends_at: Date | null
    is_remote: boolean
    place: string | null
    seats: number | null
    sign_up_url: string | null
    recording_url: string | null
    recording_length: number | null
    has_subtitles: boolean
    text_url: string | null
    cancelled_at: Date | null
    cancelled_fi: string | null
    cancelled_sv: string | null
    cancelled_en: string | null
    made_at: Date
    changed_at: Date
    removed_at: Date | null
    takes_sign_up: Generated<boolean>
  }
  training_sign_up: {
    id: Generated<number>
    training_id: number
    account_id: string
    signed_at: Date
    cancelled_at: Date | null
    attended: boolean | null
    seat_told_at: Date | null
    reminded_at: Date | null
    cancelling_told_at: Date | null
    recording_told_at: Date | null
  }
  unit_activity: {
    unit_id: number
    last_registered_on: string
  }
  unit_contact: {
    unit_id: number
    street: string | null
    phone: string | null
    url: string | null
    note_fi: string | null
    note_sv: string | null
    note_en: string | null
    changed_at: Date
    changed_by: string
  }
  unit_period: {
    id: Generated<number>
    unit_id: number
    period_from: string | null
    period_until: string | null
    name: string
    organisation_id: number
    municipality_id: number
    area_id: number
  }
  unit_prolongation: {
    exception_id: number | null
    unit_id: number | null
    valid_from: string | null
    cards_until: string | null
  }
  unrecognised_use: {
    id: string
    card_id: number | null
    legacy_hash: Buffer | null
    fresh_hash: Buffer | null
    code_tail: string
    site_id: number
    event: string | null
    used_on: string
    used_at: Date
    received_at: Date
    adults: number
    children: number
    companions: number
    category: 'culture' | 'education' | 'science' | 'sports'
    kind: 'ticket' | 'course-place' | 'season-pass'
    source: 'desk' | 'api' | 'offline'
    recorded_by: string
    state: Generated<'waiting' | 'became-use' | 'dropped'>
    why: 'undone' | 'too-old' | 'before-registration' | 'card-closed' | 'card-expired' | 'card-local-only' | null
    decided_at: Date | null
    use_id: string | null
    event_on: string | null
  }
  upload: {
    id: string
    account_role_id: string
    site_id: number
    purpose: 'door-list' | 'reconciliation'
    sealed_body: Buffer
    made_at: Date
  }
  use: {
    id: string
    used_on: string
    card_id: number | null
    site_id: number
    event: string | null
    used_at: Date
    received_at: Date
    adults: number
    children: number
    companions: number
    category: 'culture' | 'education' | 'science' | 'sports'
    kind: 'ticket' | 'course-place' | 'season-pass'
    source: 'desk' | 'api' | 'offline' | 'import' | 'reconciled'
    recorded_by: string
    override_reason: string | null
    anonymous_type: 'personal' | 'community' | null
    event_on: string | null
  }
  use_cancellation: {
    use_id: string
    used_on: string
    cancelled_at: Date
    cancelled_by: string
    reason: string | null
  }
  use_face: {
    use_id: string | null
    code_tail: string | null
  }
  use_repeat: {
    use_id: string
    used_on: string
    site_id: number
    found_at: Date
  }
  webhook: {
    id: Generated<string>
    client_id: string
    url: string
    events: string[]
    secret_sealed: Buffer
    old_secret_sealed: Buffer | null
    old_secret_ends_at: Date | null
    made_at: Date
    made_by: string
    rests_until_at: Date | null
    paused_at: Date | null
    ended_at: Date | null
  }
  webhook_delivery: {
    id: Generated<string>
    webhook_id: string
    event: string
    data: unknown
    once: string | null
    made_at: Date
    state: Generated<'waiting' | 'delivered' | 'failed'>
    tries: Generated<number>
    tried_from_at: Date | null
    due_at: Date | null
    claimed_at: Date | null
    answered_status: number | null
    problem: string | null
    delivered_at: Date | null
  }
  wellbeing_answer: {
    round_id: string
    item: number
    points: number | null
  }
  wellbeing_attrition: {
    year: number
    instrument_id: number
    area_id: number | null
    counted_on: string
    asked: number | null
    before: number | null
    both_times: number | null
  }
  wellbeing_change: {
    year: number
    instrument_id: number
    area_id: number | null
    stratum: 'all' | '0' | '1-4' | '5+'
    item: number
    persons: number
    mean: number
    low: number
    high: number
  }
  wellbeing_mean: {
    instrument_id: number
    wave: number
    item: number
    counted_on: string
    persons: number
    mean_before: number | null
    mean_after: number | null
  }
  wellbeing_mean_pair: {
    instrument_id: number
    wave: number
    item: number
    before_round: string
    after_round: string
  }
  wellbeing_round: {
    id: string
    card_id: number
    instrument_id: number
    wave: number
    way: 'screen' | 'phone'
    language: string
    token_hash: Buffer
    browser_hash: Buffer | null
    begun_at: Date
    expires_at: Date
    finished_at: Date | null
    ended_at: Date | null
  }
}
