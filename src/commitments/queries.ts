import type { Read, Write } from '../db/db.ts'
import type { Day } from '../lib/dates.ts'
import { addEvent, lockCommitment } from './event-queries.ts'
import { versionHashOf } from './event-rules.ts'
import {
  type BindingLanguage,
  type Commitment,
  type Content,
  type Document,
  documentOf,
  fewestParties,
  type Kind,
  type NewParty,
  type Party,
  type Side,
  type State,
  type Way,
} from './rules.ts'

const columns = [
  ...(['id', 'kind', 'area_id', 'state', 'model_number', 'binding_language', 'content', 'document'] as const),
  ...(['version_hash', 'from_on', 'until_on', 'answer_until', 'ended_on', 'earlier_id', 'round'] as const),
  ...(['sent_at', 'signed_at'] as const),
] as const

/** One commitment as whoever asks may see it; undefined for what is not there or is somebody else's. */
export const findCommitment = async (db: Read, id: number): Promise<Commitment | undefined> => {
  const row = await db.selectFrom('commitment').select(columns).where('id', '=', id).executeTakeFirst()
  return (
    row && {
      id: row.id,
      kind: row.kind as Kind,
      areaId: row.area_id,
      state: row.state as State,
      modelNumber: row.model_number,
      bindingLanguage: row.binding_language as BindingLanguage,
      content: row.content as unknown as Content,
      document: row.document as unknown as Document | null,
      versionHash: row.version_hash && Buffer.from(row.version_hash).toString('hex'),
      from: row.from_on,
      until: row.until_on,
      answerUntil: row.answer_until,
      endedOn: row.ended_on,
      earlierId: row.earlier_id,
      round: row.round,
      sentAt: row.sent_at,
      signedAt: row.signed_at,
    }
  )
}

/** The parties of a commitment, in their order. */
export const listParties = async (db: Read, id: number): Promise<Party[]> => {
  const rows = await db
    .selectFrom('commitment_party')
    .selectAll()
    .where('commitment_id', '=', id)
    .orderBy('position')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    position: row.position,
    side: row.side as Side,
    organisationId: row.organisation_id,
    unitId: row.unit_id,
    siteId: row.site_id,
    name: row.name,
    businessId: row.business_id,
    signatory:
      row.signatory_name === null
        ? null
        : { name: row.signatory_name, title: row.signatory_title, email: row.signatory_email },
    way: row.way as Way,
    signedAt: row.signed_at,
    signedBy: row.signed_by,
  }))
}

/** @property earlierId the commitment that this one renews or takes the place of */
export type Draft = {
  kind: Kind
  areaId: number | null
  modelNumber: number
  bindingLanguage: BindingLanguage
  content: Content
  from: Day
  until: Day | null
  answerUntil: Day
  earlierId: number | null
  parties: readonly NewParty[]
}

const draftRow = ({ parties: _, ...draft }: Draft, now: Date) => ({
  kind: draft.kind,
  area_id: draft.areaId,
  model_number: draft.modelNumber,
  binding_language: draft.bindingLanguage,
  content: JSON.stringify(draft.content),
  from_on: draft.from,
  until_on: draft.until,
  answer_until: draft.answerUntil,
  earlier_id: draft.earlierId,
  changed_at: now,
})

const partyRow = (party: NewParty) => ({
  side: party.side,
  organisation_id: party.organisationId,
  unit_id: party.unitId,
  site_id: party.siteId,
  name: party.name,
  business_id: party.businessId,
  signatory_name: party.signatory?.name ?? null,
  signatory_title: party.signatory?.title ?? null,
  signatory_email: party.signatory?.email ?? null,
  way: party.way,
})

/** Parties keep their rows, for events of an earlier round name them. @returns false when one that is named would go */
const writeParties = async (db: Write, id: number, parties: readonly NewParty[]): Promise<boolean> => {
  for (const [index, party] of parties.entries())
    await db
      .insertInto('commitment_party')
      .values({ commitment_id: id, position: index + 1, ...partyRow(party) })
      .onConflict((conflict) => conflict.columns(['commitment_id', 'position']).doUpdateSet(partyRow(party)))
      .execute()
  const surplus = db
    .selectFrom('commitment_party')
    .select('id')
    .where('commitment_id', '=', id)
    .where('position', '>', parties.length)
  const named = await db
    .selectFrom('commitment_event')
    .select('id')
    .where('party_id', 'in', surplus)
    .executeTakeFirst()
  if (named) return false
  await db.deleteFrom('commitment_link').where('party_id', 'in', surplus).execute()
  await db.deleteFrom('commitment_party').where('id', 'in', surplus).execute()
  return true
}

/** @returns the draft's id */
export const makeDraft = async (db: Write, draft: Draft, now: Date): Promise<number> => {
  const { id } = await db
    .insertInto('commitment')
    .values({ ...draftRow(draft, now), made_at: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  await writeParties(db, id, draft.parties)
  return id
}

/**
 * Writes a draft anew, its parties too.
 * @returns why it was not; null when it was. `party-named`: a party that signed an earlier round cannot be left out
 */
export const changeDraft = async (
  db: Write,
  id: number,
  draft: Draft,
  now: Date,
): Promise<'not-a-draft' | 'party-named' | null> => {
  await lockCommitment(db, id)
  if ((await findCommitment(db, id))?.state !== 'draft') return 'not-a-draft'
  await db.updateTable('commitment').set(draftRow(draft, now)).where('id', '=', id).execute()
  return (await writeParties(db, id, draft.parties)) ? null : 'party-named'
}

/** Freezes a draft and sends it to be signed. @returns the event, or why it cannot be sent */
export const sendDraft = async (
  db: Write,
  id: number,
  { actor, now, today }: { actor: string; now: Date; today: Day },
): Promise<
  { event: number; hash: string; version: string } | 'not-a-draft' | 'parties-missing' | 'answer-past'
> => {
  await lockCommitment(db, id)
  const commitment = await findCommitment(db, id)
  if (commitment?.state !== 'draft') return 'not-a-draft'
  const parties = await listParties(db, id)
  if (parties.length < fewestParties) return 'parties-missing'
  if (commitment.answerUntil < today) return 'answer-past'
  const document = documentOf(commitment, parties)
  const version = versionHashOf(document)
  await db
    .updateTable('commitment')
    .set({ document: JSON.stringify(document), version_hash: Buffer.from(version, 'hex') })
    .where('id', '=', id)
    .execute()
  const details = { version, round: commitment.round + 1, document }
  return { ...(await addEvent(db, id, { kind: 'sent', party: null, actor, at: now, details })), version }
}
