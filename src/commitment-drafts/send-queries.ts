import type { AreaScope } from '../access.ts'
import { versionHashOf } from '../commitments/event-rules.ts'
import { listParties, sendDraft } from '../commitments/queries.ts'
import { documentOf, maySignFor, type Party, type Signer } from '../commitments/rules.ts'
import type { Write } from '../db/db.ts'
import type { Keys } from '../db/keys.ts'
import type { Day } from '../lib/dates.ts'
import { type AskingLetters, askParties } from '../signing/asking-queries.ts'
import { type FoundDraft, findDraft, keepDraft } from './queries.ts'
import type { SendProblem } from './rules.ts'
import { lacksBinding } from './rules.ts'

/** The version that a draft would be sent as: what its sender has read. Hexadecimal. */
export const versionOf = ({ commitment, parties }: Pick<FoundDraft, 'commitment' | 'parties'>): string =>
  versionHashOf(
    documentOf(
      commitment,
      parties.map((party, index) => ({ ...party, position: index + 1 })),
    ),
  )

type Asking = {
  keys: Keys
  origin: string
  letters: AskingLetters
  actor: string
  now: Date
  today: Day
}
type Sent = {
  event: number
  hash: string
  codes: { partyId: number; code: string }[]
  /** The parties as they were sent. */
  parties: Party[]
}

/** Freezes a draft, and asks those of its parties to sign whom `isAsked` chooses. @returns what was sent, or why it was not */
export const sendAndAsk = async (
  db: Write,
  id: number,
  asking: Asking,
  isAsked: (party: Party) => boolean,
): Promise<Sent | SendProblem> => {
  const { keys, origin, letters, now } = asking
  const sent = await sendDraft(db, id, asking)
  if (typeof sent === 'string') return sent
  const parties = await listParties(db, id)
  const partyIds = parties.filter(isAsked).map((party) => party.id)
  const codes = await askParties(db, { commitmentId: id, keys, origin, now, letters, partyIds })
  return { event: sent.event, hash: sent.hash, codes, parties }
}

/**
 * Sends a draft as its sender read it: filled anew from the register, it must still be the same text. Whoever sends it is
 * not written to for the party that they can sign for themselves.
 * @param seen `versionOf` what was read
 */
export const sendAsSeen = async (
  db: Write,
  scope: AreaScope,
  id: number,
  { seen, sender, ...asking }: Asking & { seen: string; sender: Signer },
): Promise<Sent | SendProblem> => {
  const draft = await findDraft(db, scope, id, asking.today)
  if (!draft) return 'not-a-draft'
  if (draft.gaps.length > 0) return 'fields-empty'
  if (lacksBinding(draft.commitment)) return 'binding-text-missing'
  if (versionOf(draft) !== seen) return 'text-changed'
  if ((await keepDraft(db, draft, {}, asking.now)) !== null) return 'not-a-draft'
  const { areaId } = draft.commitment
  return sendAndAsk(db, id, asking, (party) => party.way !== 'account' || !maySignFor(sender, party, areaId))
}
