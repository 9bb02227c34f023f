import { makeCopyLinks } from '../commitment-papers/copy-queries.ts'
import { copyEnd } from '../commitment-papers/copy-rules.ts'
import { copyLetter, copyPaths } from '../commitment-papers/copy-words.ts'
import type { Commitment } from '../commitments/rules.ts'
import { paths as commitments } from '../commitments/words.ts'
import type { Write } from '../db/db.ts'
import { listAnswerers } from '../feedback/remind-queries.ts'
import type { Language } from '../i18n/translated.ts'
import { queueMail } from '../mail/queries.ts'
import { fill } from '../web/paths.ts'
import { listReaders, listSenderNames } from './asking-queries.ts'
import { type TellingKind, tellingLetters } from './letter-words.ts'

/** Nobody needs an older letter: the page tells by then. */
const lifeDays = 14

type Addressee = { email: string; language: Language; hasAccount: boolean }
type ToTell = { addressees: readonly Addressee[]; from: Record<Language, string> }

/**
 * Whom a deed is told to, each address once. Found before the deed: who declines or names another by a link has no right
 * to look afterwards.
 * @param who the parties, but for `except`; and the coordinators who keep the commitment, or the centre
 */
export const findToTell = async (
  db: Write,
  commitment: Commitment,
  who: { parties: boolean; keepers: boolean; except: number | null },
): Promise<ToTell> => {
  const readers = who.parties ? await listReaders(db, commitment) : []
  const others = readers.filter(({ partyId }) => partyId !== who.except)
  const keepers = who.keepers ? await listAnswerers(db, commitment.areaId) : []
  const all = [...keepers.map((one) => ({ ...one, hasAccount: true })), ...others]
  const each = new Map(all.toReversed().map((one) => [one.email.toLowerCase(), one]))
  return { addressees: [...each.values()], from: await listSenderNames(db, commitment.areaId) }
}

/** Tells what has happened; what only a keeper or partner may still see is linked to for who has an account. */
export const tell = async (
  db: Write,
  kind: TellingKind,
  { addressees, from }: ToTell,
  about: {
    commitment: Commitment
    party?: string
    who?: string
    reason?: string
    origin: string
    now: Date
  },
): Promise<void> => {
  const { commitment, party = '', who = '', reason = '', origin, now } = about
  const expiresAt = new Date(now.getTime() + lifeDays * 86_400_000)
  // Who signed by a link has no page to sign in to: another link leads to their copy.
  const copies = kind === 'commitment-signed' ? await makeCopyLinks(db, commitment.id, now) : null
  for (const { email, language, hasAccount } of addressees) {
    const token = copies?.get(email.toLowerCase())
    if (token) {
      const [title, url] = [commitment.content.title[language], fill(copyPaths.copy[language], { token })]
      const letter = copyLetter[language]({ title, from: from[language], url: origin + url })
      await queueMail(db, {
        ...{ kind: 'commitment-copy', to: email, language, letter, now, expiresAt: copyEnd(now) },
      })
      continue
    }
    const path = fill(commitments.one[language], { commitment: commitment.id })
    const letter = tellingLetters[language][kind]({
      title: commitment.content.title[language],
      from: from[language],
      ...{ party, who, reason },
      url: hasAccount ? origin + path : null,
    })
    await queueMail(db, { kind, to: email, language, letter, now, expiresAt })
  }
}
