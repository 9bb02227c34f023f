import { findCommitment, listParties } from '../commitments/queries.ts'
import { type Commitment, type Party, signingRefusal } from '../commitments/rules.ts'
import { findSigner } from '../commitments/sign-queries.ts'
import { paths as commitments } from '../commitments/words.ts'
import type { Read, Write } from '../db/db.ts'
import type { Language } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import { NotFound } from '../web/errors.tsx'
import { fill } from '../web/paths.ts'
import { rowId } from '../web/row-id.ts'
import type { SignedIn } from '../web/visit.ts'
import { maySignHere, textIn } from './rules.ts'
import type { Done } from './words.ts'

export type Reading = SignedIn & { db: Read }
export type Writing = SignedIn & { db: Write }
export type OnCommitment = { params: { commitment: string } }
export type OnParty = { params: { commitment: string; party: string } }

/** A commitment with its parties, as whoever asks may see it. @throws NotFound for what is somebody else's */
export const commitmentOf = async ({ db, params }: { db: Read } & OnCommitment) => {
  const commitment = await findCommitment(db, rowId(params.commitment))
  if (!commitment) throw new NotFound()
  return { commitment, parties: await listParties(db, commitment.id) }
}

/** One party of a commitment. @throws NotFound for a party of another */
export const partyOf = async (visit: { db: Read } & OnParty) => {
  const { commitment, parties } = await commitmentOf(visit)
  const party = parties.find(({ id }) => id === rowId(visit.params.party))
  if (!party) throw new NotFound()
  return { commitment, parties, party }
}

/** The party that somebody may sign for with their account. @throws NotFound for another's */
export const ownPartyOf = async (visit: Reading & OnParty) => {
  const found = await partyOf(visit)
  const signer = await findSigner(visit.db, visit.user)
  if (!maySignHere(signer, found.party, found.commitment.areaId)) throw new NotFound()
  return found
}

/** Why a party cannot be signed for now, whatever text was read; null when it can. */
export const refusalNow = (
  { commitment, parties, party }: { commitment: Commitment; parties: readonly Party[]; party: Party },
  account: string | null,
  today: Day,
) => signingRefusal(commitment, party, parties, { seen: commitment.versionHash ?? '', account, today })

export const onePath = (language: Language, commitmentId: number, done?: Done) =>
  fill(commitments.one[language], { commitment: commitmentId }) + (done ? `?done=${done}` : '')

/** The way back to a commitment's own page. */
export const trailTo = (language: Language, { id, content, bindingLanguage }: Commitment) => [
  { label: textIn(content.title, language, bindingLanguage).text, href: onePath(language, id) },
]
