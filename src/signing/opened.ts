import { findLink, findOpenedLink } from '../commitments/link-queries.ts'
import { type LinkFacts, type LinkRefusal, linkRefusal } from '../commitments/link-rules.ts'
import { findCommitment, listParties } from '../commitments/queries.ts'
import type { Commitment, Party } from '../commitments/rules.ts'
import type { Read } from '../db/db.ts'
import type { Language } from '../i18n/translated.ts'
import { fill } from '../web/paths.ts'
import { proofOfToken } from '../web/session-cookie.ts'
import type { Visit } from '../web/visit.ts'
import { textIn } from './rules.ts'
import { linkPaths } from './words.ts'

export type ByToken = Visit<'token'>

/** A link whose code this browser gave, with what it opens. */
export type Opened = {
  link: { id: number; email: string }
  facts: LinkFacts
  commitment: Commitment
  parties: readonly Party[]
  party: Party
}
/** Where who follows a link stands: it opens nothing · its code is asked · it is open here. */
type Standing =
  | { kind: 'over'; refusal: LinkRefusal; facts: LinkFacts | undefined }
  | { kind: 'closed'; facts: LinkFacts }
  | { kind: 'open' | 'signed'; opened: Opened }

/** Follows a link, by the right of the bond that the visit acts by. Looking uses nothing up. */
export const followLink = async (visit: ByToken & { db: Read }): Promise<Standing> => {
  const { db, params, bond, now } = visit
  const facts = await findLink(db, proofOfToken(params.token))
  const refusal = linkRefusal(facts, now)
  if (!facts || (refusal !== null && refusal !== 'used')) return { kind: 'over', refusal: refusal!, facts }
  const opened = bond === null ? undefined : await findHere(db, facts)
  if (refusal === 'used') return opened ? { kind: 'signed', opened } : { kind: 'over', refusal, facts }
  return opened ? { kind: 'open', opened } : { kind: 'closed', facts }
}

const findHere = async (db: Read, facts: LinkFacts): Promise<Opened | undefined> => {
  const link = await findOpenedLink(db)
  if (link?.id !== facts.id) return undefined
  const commitment = await findCommitment(db, facts.commitmentId)
  if (!commitment) return undefined
  const parties = await listParties(db, commitment.id)
  const party = parties.find(({ id }) => id === facts.partyId)
  // Taken back between one statement and the next, it shows no parties.
  return party && { link, facts, commitment, parties, party }
}

/** The way back to the text. */
export const linkTrail = (
  language: Language,
  token: string,
  { content, bindingLanguage }: Pick<Commitment, 'content' | 'bindingLanguage'>,
) => [
  {
    label: textIn(content.title, language, bindingLanguage).text,
    href: fill(linkPaths.link[language], { token }),
  },
]
