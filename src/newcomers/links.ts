import { paths as drafts } from '../commitment-drafts/words.ts'
import { paths as commitments } from '../commitments/words.ts'
import { paths as devices } from '../devices/words.ts'
import type { Language } from '../i18n/translated.ts'
import { paths as induction } from '../induction/words.ts'
import { paths as people } from '../people/words.ts'
import { placeAddress } from '../places/words.ts'
import { paths as orders } from '../stock/order-words.ts'
import { fill } from '../web/paths.ts'
import type { Newcomer } from './queries.ts'
import { type Facts, progressOf, type Situation } from './rules.ts'
import { words } from './words.ts'

type Deed = { label: string; href: string }

/** The commitment that waits, where there is one. */
const oneCommitment = (language: Language, { waitingId }: Facts) =>
  waitingId === null ? null : fill(commitments.one[language], { commitment: waitingId })

/** Where the place's own people do what is missing. */
const ownAddress = (language: Language, facts: Facts): Partial<Record<Situation, string | null>> => ({
  'commitment-ours': oneCommitment(language, facts),
  'commitment-others': oneCommitment(language, facts),
  'account-invited': people.people[language],
  'induction-missing': induction.overview[language],
  'cards-missing': orders.make[language],
  'cards-ordered': orders.own[language],
  'cards-on-way': orders.own[language],
  'desk-missing': devices.devices[language],
})

/** Where a keeper does it, or looks at how it stands. */
const keeperAddress = (
  language: Language,
  facts: Facts,
  { kind, unitId, siteId, place }: Newcomer,
  isCentre: boolean,
): Partial<Record<Situation, string | null>> => {
  const id = (unitId ?? siteId)!
  const partner = new URLSearchParams({ kind: kind === 'unit' ? 'issuer' : 'venue', q: place })
  const invited = new URLSearchParams({ role: kind === 'unit' ? 'issuer' : 'venue', place: String(id) })
  return {
    'approval-waits': placeAddress('unit', language, id, isCentre ? 'answer' : 'place'),
    'approval-declined': placeAddress('unit', language, id),
    'commitment-missing': `${drafts.partner[language]}?${partner}`,
    'commitment-ours': oneCommitment(language, facts),
    'commitment-others': oneCommitment(language, facts),
    'account-missing': `${people.invite[language]}?${invited}`,
    'account-invited': people.invitations[language],
    'cards-ordered': orders.list[language],
  }
}

const deedOf = (label: string | undefined, href: string | null | undefined): Deed | null =>
  label && href ? { label, href } : null

/** The one button of a newcomer's page; null when there is nothing for them to do or to look at. */
export const ownDeed = (language: Language, facts: Facts | null): Deed | null => {
  const next = facts && progressOf(facts).next
  if (!next) return null
  return deedOf(words[language].ownDeeds[next.situation], ownAddress(language, facts)[next.situation])
}

/** The same for who keeps the place. */
export const keeperDeed = (language: Language, one: Newcomer, isCentre: boolean): Deed | null => {
  const { facts } = one
  const next = facts && progressOf(facts).next
  if (!next) return null
  const addresses = keeperAddress(language, facts, one, isCentre)
  return deedOf(words[language].keeperDeeds[next.situation], addresses[next.situation])
}
