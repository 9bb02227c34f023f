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
  }
  account_role: {
    id: Generated<string>
    account_id: string
    role: 'centre' | 'coordinator' | 'issuer' | 'venue' | 'intermediary' | 'auditor'
    area_id: number | null
    unit_id: number | null
    site_id: number | null
    organisation_id: number | null
    created_at: Date
    ended_at: Date | null
  }
  api_key: {
    id: Generated<string>
    site_id: number
    name: string
    shown_start: string
    secret_hash: Buffer
    scopes: string[]
    created_at: Date
    expires_at: Date
    ended_at: Date | null
    last_used_on: string | null
  }
  area: {
    id: Generated<number>
    name: string
  }
  area_membership: {
    id: Generated<number>
    area_id: number
    municipality_id: number
    county_id: number | null
    phase: 'preparing' | 'pilot' | 'permanent' | 'ended'
    phase_from: string | null
    phase_until: string | null
    cross_use: Generated<boolean>
    preliminary: Generated<boolean>
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
  card: {
    id: Generated<number>
    code_hash: Buffer
    code_tail: string
    code_style: 'new' | 'legacy'
    key_version: Generated<number>
    type: 'personal' | 'community'
    unit_id: number
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
  }
  card_check: {
    id: string
    account_role_id: string
    site_id: number
    card_id: number | null
    checked_at: Date
  }
  card_event: {
    id: Generated<number>
    card_id: number
    event: 'registered' | 'registration-undone' | 'replaced' | 'lost' | 'withdrawn'
    happened_at: Date
    actor: string
    reason: string | null
  }
  card_renewal: {
    new_card_id: number
    old_card_id: number
  }
  card_usage: {
    card_id: number
    uses: number
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
  }
  county: {
    id: Generated<number>
    name: string
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
  installation: {
    only_row: Generated<boolean>
    demo: boolean
    key_check: Buffer
    made_at: Date
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
  }
  issuing_unit: {
    id: Generated<number>
    organisation_id: number
    municipality_id: number
    area_id: number
    name: string
    kind: string
    third_sector: boolean
  }
  municipality: {
    id: Generated<number>
    name_fi: string
    name_sv: string | null
    country: Generated<'FI' | 'SE'>
  }
  organisation: {
    id: Generated<number>
    name: string
  }
  policy: {
    valid_from: string
    validity_months: number
    minimum_age: number
    child_age: number
    maximum_children: number
    source: string
  }
  rate_limit: {
    bucket: string
    tokens: number
    refilled_at: Date
  }
  session: {
    token_hash: Buffer
    account_role_id: string
    started_at: Date
    seen_at: Date
    expires_at: Date
  }
  site: {
    id: Generated<number>
    organisation_id: number
    municipality_id: number
    area_id: number | null
    name: string
    category: 'culture' | 'education' | 'science' | 'sports'
    allows_override: Generated<boolean>
  }
  site_intermediary: {
    site_id: number
    organisation_id: number
  }
  statistics_card_year: {
    year: number
    municipality_id: number
    card_type: string
    registered: number
    taken_into_use: number
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
  }
  statistics_use_year: {
    year: number
    municipality_id: number | null
    category: string
    card_type: string
    uses: number
    adults: number
    children: number
  }
  use: {
    id: string
    used_on: string
    card_id: number
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
  }
  use_cancellation: {
    use_id: string
    used_on: string
    cancelled_at: Date
    cancelled_by: string
    reason: string | null
  }
}
