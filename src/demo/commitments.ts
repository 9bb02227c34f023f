import { noteMade } from '../commitment-batches/item-queries.ts'
import { makeBatch, startBatch } from '../commitment-batches/queries.ts'
import { findEarlier } from '../commitment-drafts/earlier-queries.ts'
import { findModelNumber, findNational } from '../commitment-drafts/model-queries.ts'
import { composeDraft, startDraft } from '../commitment-drafts/queries.ts'
import { listPlaceFacts } from '../commitment-drafts/register-queries.ts'
import type { RegisterFacts, Terms } from '../commitment-drafts/rules.ts'
import { findTemplate } from '../commitment-templates/queries.ts'
import { addEvent, lockCommitment } from '../commitments/event-queries.ts'
import type { SignedDetails } from '../commitments/event-rules.ts'
import { listParties, sendDraft } from '../commitments/queries.ts'
import type { Kind, Party } from '../commitments/rules.ts'
import { decline, sign, withdraw } from '../commitments/sign-queries.ts'
import type { Write } from '../db/db.ts'
import type { Keys } from '../db/keys.ts'
import { addDays, dayOf } from '../lib/dates.ts'

type Given = {
  keys: Keys
  areaId: number
  /** The demo's own places come first. */
  sites: readonly { id: number }[]
  units: readonly { id: number }[]
  coordinator: string
  now: Date
}

const day = 86_400_000

/** As if somebody who signs with an account, or on paper, had signed. */
const signedDetails = (version: string, { side }: Party, account: string): SignedDetails => {
  const right = { basis: 'position', reference: null } as const
  const common = { version, right, statement: 'right-1', language: 'fi' } as const
  return side === 'area'
    ? {
        ...common,
        ...{ name: 'Helmi Esimerkki', title: 'kulttuurijohtaja', way: 'account', provider: null },
        account: account.replace('account:', ''),
      }
    : {
        ...common,
        ...{ name: 'Oili Esimerkki', title: 'toiminnanjohtaja', way: 'paper', scan: 'ab'.repeat(32) },
        ...{ signedOn: '2026-01-15', takenInBy: account },
      }
}

type Story = {
  kind: Kind
  /** How many parties have signed, and what happened then. */
  signed: number
  fate?: 'declined' | 'expired' | 'withdrawn' | 'cancelled'
  /** Days since it was sent. */
  sentAgo: number
  /** Years that it is valid; null until further notice. */
  years?: number
  addition?: string
}

const atSites: Story[] = [
  { kind: 'venue', signed: 2, sentAgo: 400 },
  { kind: 'venue', signed: 2, sentAgo: 200, years: 2, addition: 'Lipun saa lipunmyynnistä myös etukäteen.' },
  { kind: 'partnership', signed: 0, sentAgo: 3 },
  { kind: 'venue', signed: 1, sentAgo: 12 },
  { kind: 'venue', signed: 0, sentAgo: 15, fate: 'declined' },
  { kind: 'venue', signed: 1, sentAgo: 40, fate: 'expired' },
  { kind: 'venue', signed: 1, sentAgo: 6, fate: 'withdrawn' },
  { kind: 'venue', signed: 0, sentAgo: 45, fate: 'cancelled' },
]
const atUnits: Story[] = [
  { kind: 'issuer', signed: 2, sentAgo: 300 },
  { kind: 'issuer', signed: 1, sentAgo: 8 },
]

const termsOf = ({ sentAgo, years, fate }: Story, now: Date): Terms => {
  const sentOn = dayOf(new Date(now.getTime() - sentAgo * day))
  const from = addDays(sentOn, 14)
  return {
    from,
    until: years === undefined ? null : addDays(from, years * 365 - 1),
    answerUntil: addDays(sentOn, fate === 'expired' ? 21 : 30),
    bindingLanguage: 'fi',
  }
}

const tell = async (db: Write, facts: RegisterFacts, story: Story, { coordinator, now }: Given) => {
  const at = new Date(now.getTime() - story.sentAgo * day)
  const today = dayOf(at)
  const { madeAt: _, ...template } = await findTemplate(db, story.kind)
  const additions = story.addition === undefined ? null : { fi: story.addition, sv: '', en: '' }
  const national = await findNational(db, dayOf(now))
  const { kind } = story
  const earlier = await findEarlier(db, kind, facts)
  const draft = { kind, facts, template, terms: termsOf(story, now), national, additions, earlier }
  const id = await composeDraft(db, draft, at)
  const by = { actor: coordinator, now: at, today }
  const sent = await sendDraft(db, id, by)
  if (typeof sent === 'string') throw new Error(`a commitment of the demo was not sent: ${sent}`)
  const parties = await listParties(db, id)
  for (const [index, party] of parties.slice(0, story.signed).entries()) {
    const later = new Date(at.getTime() + (index + 1) * 3_600_000)
    const signed = await sign(db, id, party.id, signedDetails(sent.version, party, coordinator), {
      ...by,
      now: later,
    })
    if (typeof signed === 'string') throw new Error(`a commitment of the demo was not signed: ${signed}`)
  }
  const after = { ...by, now: new Date(at.getTime() + day), today: addDays(today, 1) }
  const last = parties.at(-1)!
  if (story.fate === 'declined') {
    const details = { reason: 'Kohde on kiinni koko ensi vuoden.', name: 'Oili Esimerkki' }
    await decline(db, id, last.id, details, after)
  }
  if (story.fate === 'withdrawn' || story.fate === 'cancelled')
    await withdraw(db, id, 'Päivä oli väärin.', after)
  const end = { party: null, actor: coordinator } as const
  if (story.fate === 'cancelled')
    await addEvent(db, id, { ...end, kind: 'cancelled', at: after.now, details: { reason: null } })
  if (story.fate === 'expired')
    await addEvent(db, id, {
      ...end,
      actor: 'kaiku',
      kind: 'expired',
      at: new Date(at.getTime() + 22 * day),
      details: {},
    })
  await lockCommitment(db, id)
  return { id, sent, parties }
}

/** A batch some days ago: most have been sent, some signed, a few left out. */
const makeDemoBatch = async (db: Write, facts: readonly RegisterFacts[], given: Given) => {
  const { areaId, coordinator, keys, now } = given
  const at = new Date(now.getTime() - 5 * day)
  const { madeAt: _, ...template } = await findTemplate(db, 'venue')
  const terms = termsOf({ kind: 'venue', signed: 0, sentAgo: 5 }, now)
  const places = facts.map(({ place }) => place!)
  const modelNumber = await findModelNumber(db)
  const batch = { kind: 'venue', areaId, template, modelNumber, terms, additions: null, places } as const
  const id = await makeBatch(db, batch, { now: at, actor: coordinator })
  await startBatch(db, id, at)
  const items = await db
    .selectFrom('commitment_batch_item')
    .select(['id', 'site_id'])
    .where('batch_id', '=', id)
    .orderBy('id')
    .execute()
  for (const [index, item] of items.entries()) {
    const own = facts.find(({ place }) => place!.id === item.site_id)!
    if (index % 6 === 5) {
      await db
        .updateTable('commitment_batch_item')
        .set({ problem: 'contact-missing', done_at: at })
        .where('id', '=', item.id)
        .execute()
      continue
    }
    const { id: commitmentId } = await tell(db, own, { kind: 'venue', signed: index % 3, sentAgo: 5 }, given)
    await noteMade(db, { itemId: Number(item.id) }, { commitmentId, code: null, keys, now: at })
  }
}

/** Commitments in every state, drafts, and a batch half answered. */
export const makeCommitments = async (db: Write, given: Given): Promise<void> => {
  const { areaId, sites, units, now } = given
  const ofArea = ({ area }: RegisterFacts) => area?.id === areaId
  const inOrder = (facts: readonly RegisterFacts[], places: readonly { id: number }[]) =>
    places.flatMap(({ id }) => facts.filter(({ place }) => place!.id === id)).filter(ofArea)
  const siteFacts = inOrder(
    await listPlaceFacts(
      db,
      'site',
      sites.map(({ id }) => id),
    ),
    sites,
  )
  const unitFacts = inOrder(
    await listPlaceFacts(
      db,
      'unit',
      units.map(({ id }) => id),
    ),
    units,
  )
  for (const [index, story] of atSites.entries()) {
    const facts = siteFacts[index]
    if (facts) await tell(db, facts, story, given)
  }
  for (const [index, story] of atUnits.entries()) {
    const facts = unitFacts[index]
    if (facts) await tell(db, facts, story, given)
  }
  const today = dayOf(now)
  const [site, unit] = [siteFacts.at(-1)?.place, unitFacts.at(-1)?.place]
  if (site) await startDraft(db, { kind: 'venue', partner: site }, { now, today })
  if (unit) await startDraft(db, { kind: 'issuer', partner: unit }, { now, today })
  await makeDemoBatch(db, siteFacts.slice(atSites.length, atSites.length + 12), given)
}
