import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { makeLink } from '../commitments/link-queries.ts'
import { linkEnd } from '../commitments/link-rules.ts'
import { findCommitment, listParties } from '../commitments/queries.ts'
import type { Commitment } from '../commitments/rules.ts'
import type { Read, Write } from '../db/db.ts'
import type { Keys } from '../db/keys.ts'
import type { Language } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import { type Letter, queueMail } from '../mail/queries.ts'

/** Somebody that a letter about a commitment goes to, as one of a party, in their own language. */
type Reader = {
  partyId: number
  email: string
  language: Language
  /** Whether they can sign in here. */
  hasAccount: boolean
}

/**
 * Whom letters to each party go to: its named signatory, else those who can sign there (migration 0064). Who has no
 * language of their own reads the binding one.
 */
export const listReaders = async (
  db: Read | Write,
  { id, bindingLanguage }: Pick<Commitment, 'id' | 'bindingLanguage'>,
): Promise<Reader[]> => {
  const { rows } = await sql<Reader>`
    select party_id as "partyId", email, coalesce(language, ${bindingLanguage}::text) as language,
      language is not null as "hasAccount"
    from commitment_readers(${id})`.execute(db as Write)
  return rows
}

/** Who asks: the area that keeps the commitment, in the reader's language, or the centre. */
export const listSenderNames = async (
  db: Read | Write,
  areaId: number | null,
): Promise<Record<Language, string>> => {
  const row =
    areaId === null
      ? undefined
      : await db
          .selectFrom('area')
          .select(['name', 'name_sv as nameSv'])
          .where('id', '=', areaId)
          .executeTakeFirst()
  const name = row?.name ?? 'Kaikukeskus'
  return { fi: name, sv: row?.nameSv ?? name, en: name }
}

/** Who sent the commitment to be signed, by name: a signatory without a code has to know whom to call. */
const findAsker = async (db: Write, commitmentId: number): Promise<string | null> => {
  const row = await db
    .selectFrom('commitment_event as e')
    .innerJoin('account as a', (join) => join.on('e.actor', '=', sql<string>`'account:' || a.id`))
    .select('a.name')
    .where('e.commitment_id', '=', commitmentId)
    .where('e.kind', '=', 'sent')
    .orderBy('e.number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.name ?? null
}

/** @property asker who tells the code: the person who sent it, else the area or the centre */
export type AskingFacts = { title: string; party: string; from: string; asker: string; answerUntil: Day }
/** The words of the letters, and the addresses in them. */
export type AskingLetters = {
  link: (language: Language, facts: AskingFacts, to: { origin: string; token: string }) => Letter
  account: (language: Language, facts: AskingFacts, to: { origin: string; commitmentId: number }) => Letter
}

/** A letter that asks is of no use for longer: the page tells by then. */
const letterDays = 14

/**
 * Asks the parties that have not signed: by a new link to the named signatory, or by a letter to each who can sign with an
 * account; who signs on paper gets none. One address gets one letter about a commitment at most, and a link first.
 * @param given `partyIds` asks these alone; `letters` are the words (`askingLetters`); `origin` has no slash at its end
 * @returns the code of each link, which is told once and never by mail; a party is missing when nobody was written to
 *   with a link for it. Nothing happens unless the commitment waits for signatures
 */
export const askParties = async (
  db: Write,
  given: {
    commitmentId: number
    keys: Keys
    origin: string
    now: Date
    letters: AskingLetters
    partyIds?: readonly number[]
  },
): Promise<{ partyId: number; code: string }[]> => {
  const { commitmentId, keys, origin, now, letters, partyIds } = given
  const commitment = await findCommitment(db, commitmentId)
  if (commitment?.state !== 'waiting') return []
  const asked = (await listParties(db, commitmentId)).filter(
    ({ id, signedAt }) => signedAt === null && (partyIds?.includes(id) ?? true),
  )
  const from = await listSenderNames(db, commitment.areaId)
  const asker = await findAsker(db, commitmentId)
  const readers = await listReaders(db, commitment)
  const factsFor = (language: Language, party: string) => ({
    title: commitment.content.title[language],
    party,
    from: from[language],
    asker: asker ?? from[language],
    answerUntil: commitment.answerUntil,
  })
  const written = new Set<string>()
  const isFirst = (email: string) => !written.has(email.toLowerCase()) && written.add(email.toLowerCase())
  const readersOf = (partyId: number) => readers.filter((reader) => reader.partyId === partyId)

  const codes: { partyId: number; code: string }[] = []
  for (const { id: partyId, name } of asked.filter(({ way }) => way === 'link'))
    for (const { email, language } of readersOf(partyId)) {
      if (!isFirst(email)) continue
      const token = randomBytes(32).toString('base64url')
      const proof = createHash('sha256').update(token).digest()
      const { code } = await makeLink(db, keys, {
        ...{ commitmentId, partyId, round: commitment.round, email, proof, now },
      })
      codes.push({ partyId, code })
      const letter = letters.link(language, factsFor(language, name), { origin, token })
      await queueMail(db, {
        ...{ kind: 'commitment-link', to: email, language, letter, now, expiresAt: linkEnd(now) },
      })
    }
  const expiresAt = new Date(now.getTime() + letterDays * 86_400_000)
  for (const { id: partyId, name } of asked.filter(({ way }) => way === 'account'))
    for (const { email, language } of readersOf(partyId)) {
      if (!isFirst(email)) continue
      const letter = letters.account(language, factsFor(language, name), { origin, commitmentId })
      await queueMail(db, { kind: 'commitment-sign', to: email, language, letter, now, expiresAt })
    }
  return codes
}
