import type { AreaScope } from '../access.ts'
import { findTemplate } from '../commitment-templates/queries.ts'
import { contentOf, type Gap, gapsIn, type Template, type Values } from '../commitment-templates/rules.ts'
import { changeDraft, findCommitment, listParties, makeDraft } from '../commitments/queries.ts'
import type { Commitment, Kind, NewParty, Texts } from '../commitments/rules.ts'
import type { Read, Write } from '../db/db.ts'
import { formatDay } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import { type Earlier, findEarlier, findFollowingDraft } from './earlier-queries.ts'
import { findNational, type National } from './model-queries.ts'
import { findFacts } from './register-queries.ts'
import {
  firstTerms,
  keptAreaOf,
  type Partner,
  partiesOf,
  type RegisterFacts,
  renewedParties,
  type Terms,
} from './rules.ts'
import { valueTexts } from './value-rules.ts'

const inThree = (name: string | undefined, nameSv?: string | null): Texts | null =>
  name ? { fi: name, sv: nameSv || name, en: name } : null

const inEach = (write: (language: keyof Texts) => string): Texts => ({
  fi: write('fi'),
  sv: write('sv'),
  en: write('en'),
})
const dayIn = (texts: Texts, day: Day): Texts =>
  inEach((language) => texts[language].replace('#', formatDay(language, day)))
const asItIs: Texts = { fi: '#', sv: '#', en: '#' }
const monthsIn = (count: number): Texts =>
  inEach((language) => valueTexts[count === 1 ? 'oneMonth' : 'months'][language].replace('#', String(count)))

/** What each field says of a commitment. */
export const valuesOf = (facts: RegisterFacts, terms: Pick<Terms, 'from' | 'until'> & National): Values => ({
  area: inThree(facts.area?.name, facts.area?.nameSv),
  county: inThree(facts.county?.name, facts.county?.nameSv),
  municipality: inThree(facts.municipality?.name, facts.municipality?.nameSv),
  organisation: inThree(facts.organisation?.name),
  site: facts.place?.kind === 'site' ? inThree(facts.place.name) : null,
  unit: facts.place?.kind === 'unit' ? inThree(facts.place.name) : null,
  contactPerson: inThree(facts.contact?.name),
  from: dayIn(asItIs, terms.from),
  until: terms.until === null ? valueTexts.untilFurther : dayIn(valueTexts.until, terms.until),
  modelVersion: inEach(() => String(terms.modelNumber)),
  noticeMonths: monthsIn(terms.noticeMonths),
})

/** What a draft was made from; undefined of one that was made in another way. */
const findDraftTemplate = async (db: Read, id: number): Promise<Template | undefined> => {
  const row = await db
    .selectFrom('commitment_draft')
    .select('template')
    .where('commitment_id', '=', id)
    .executeTakeFirst()
  return row?.template as Template | undefined
}

/** A draft with all that its text is made of. */
export type FoundDraft = {
  commitment: Commitment
  parties: NewParty[]
  /** Null of a draft whose text was not made from a template here. */
  source: { template: Template; facts: RegisterFacts; values: Values; national: National } | null
  gaps: Gap[]
}

const partnerOf = ({ areaId }: Commitment, parties: readonly NewParty[]): Partner | null => {
  for (const { siteId, unitId } of parties) {
    if (siteId !== null) return { kind: 'site', id: siteId }
    if (unitId !== null) return { kind: 'unit', id: unitId }
  }
  return areaId === null ? null : { kind: 'area', id: areaId }
}

/** A draft as it would be sent now: its fields filled from the register of this moment. */
export const findDraft = async (
  db: Read,
  { areaId }: AreaScope,
  id: number,
  today: Day,
): Promise<FoundDraft | undefined> => {
  const commitment = await findCommitment(db, id)
  if (commitment?.state !== 'draft' || (areaId !== null && commitment.areaId !== areaId)) return undefined
  const parties: NewParty[] = await listParties(db, id)
  const template = await findDraftTemplate(db, id)
  const partner = partnerOf(commitment, parties)
  const facts = template && partner ? await findFacts(db, partner) : undefined
  if (!template || !facts) return { commitment, parties, source: null, gaps: [] }
  const national = await findNational(db, today)
  const values = valuesOf(facts, { ...commitment, ...national })
  const content = contentOf(template, values, commitment.content.additions)
  // What it follows may not have been signed yet when it was begun.
  const earlierId = commitment.earlierId ?? (await findEarlier(db, commitment.kind, facts))?.id ?? null
  return {
    commitment: { ...commitment, modelNumber: national.modelNumber, earlierId, content },
    parties: renewedParties(partiesOf(commitment.kind, facts), parties),
    source: { template, facts, values, national },
    gaps: gapsIn(template, values),
  }
}

/** Keeps a draft as it was found, with what is changed in it. @returns why it could not be; null when it was */
export const keepDraft = async (
  db: Write,
  { commitment, parties, source }: FoundDraft,
  changes: Partial<Terms> & { parties?: NewParty[]; additions?: Texts | null },
  now: Date,
): Promise<'not-a-draft' | 'party-named' | null> => {
  const { parties: chosen, additions: added, ...terms } = changes
  const next = { ...commitment, ...terms }
  const additions = added === undefined ? commitment.content.additions : added
  const content = source
    ? contentOf(source.template, valuesOf(source.facts, { ...next, ...source.national }), additions)
    : { ...commitment.content, additions }
  return changeDraft(db, commitment.id, { ...next, content, parties: chosen ?? parties }, now)
}

/** Ties a draft to what it was made from. */
const keepTemplate = (db: Write, commitmentId: number, template: Template) =>
  db
    .insertInto('commitment_draft')
    .values({ commitment_id: commitmentId, template: JSON.stringify(template) })
    .execute()

/** What a draft is made of. */
type NewDraft = {
  kind: Kind
  facts: RegisterFacts
  template: Template
  terms: Terms
  national: National
  additions: Texts | null
  /** What it takes the place of. */
  earlier: Earlier | null
}

/** Makes a draft of a template. @returns its id */
export const composeDraft = async (db: Write, draft: NewDraft, now: Date): Promise<number> => {
  const { kind, facts, template, terms, national, additions, earlier } = draft
  const id = await makeDraft(
    db,
    {
      ...{ kind, modelNumber: national.modelNumber, ...terms, earlierId: earlier?.id ?? null },
      areaId: keptAreaOf(kind, facts),
      content: contentOf(template, valuesOf(facts, { ...terms, ...national }), additions),
      parties: partiesOf(kind, facts),
    },
    now,
  )
  await keepTemplate(db, id, template)
  return id
}

/**
 * Begins a draft with a partner: the newest template, and terms to be changed.
 * @param given `earlier`: the commitment that it is to follow, where one was chosen; its draft goes on if there is one
 * @returns its id; null where the partner is not there, or lies outside every area
 */
export const startDraft = async (
  db: Write,
  { kind, partner, earlier: meant = null }: { kind: Kind; partner: Partner; earlier?: number | null },
  { now, today }: { now: Date; today: Day },
): Promise<number | null> => {
  const facts = await findFacts(db, partner)
  if (!facts || (kind !== 'pop-up' && facts.area === null)) return null
  const earlier = await findEarlier(db, kind, facts, meant)
  const begun = earlier && earlier.id === meant && (await findFollowingDraft(db, earlier.id))
  if (begun) return begun
  const { madeAt: _, ...template } = await findTemplate(db, kind)
  const national = await findNational(db, today)
  const terms = firstTerms(kind, facts, today, earlier?.lastOn ?? null)
  return composeDraft(db, { kind, facts, template, terms, national, earlier, additions: null }, now)
}

/** Whether a commitment is kept by whoever asks, whatever its state. */
export const isKept = async (db: Read | Write, { areaId }: AreaScope, id: number): Promise<boolean> => {
  const commitment = await findCommitment(db, id)
  return commitment !== undefined && (areaId === null || commitment.areaId === areaId)
}
