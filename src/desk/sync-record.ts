/** A record that comes from a device, at once or weeks later: whatever happens on the way, it is recorded once. */
import { createHash } from 'node:crypto'
import { readCode } from '../codes/rules.ts'
import { replayOf } from '../uses/answer-queries.ts'
import { words as useWords } from '../uses/words.ts'
import { Forbidden } from '../web/errors.tsx'
import type { Told } from '../web/exchange-route.ts'
import { inEvery } from '../web/problem.ts'
import { ownerOf } from './owner.ts'
import { openSite, type Writing } from './sync-check.ts'
import type { RecordSent } from './sync-forms.ts'
import { answered, attention, judge, type Kept, keyReused, type Sound } from './sync-judge.ts'
import { isIdTaken } from './sync-queries.ts'
import { correctedTime } from './sync-rules.ts'

/** What must be equal in a record sent again: all but the time of its sending. A code only as its hash. */
const hashOf = ({ sentAt: _, owner: _owner, ...record }: RecordSent) =>
  createHash('sha256')
    .update(JSON.stringify({ ...record, scannedAt: record.scannedAt.getTime() }))
    .digest()

/** What was answered to the same record before, if it was. */
const replay = async (
  visit: Writing,
  sent: RecordSent,
  by: Sound['by'],
  usedAt: Date,
): Promise<Told | null> => {
  const known = await replayOf(visit.db, by.owner, by.key, by.bodyHash)
  if (!known) return null
  if (!('answer' in known)) return keyReused(sent)
  const json = await answered(visit, known.answer as Kept, usedAt)
  return { json, subject: { use: sent.id, again: true } }
}

const judgeNew = async (visit: Writing, sent: RecordSent, by: Sound['by'], usedAt: Date): Promise<Told> => {
  const site = await openSite(visit, sent.siteId)
  if (await isIdTaken(visit.db, sent.id)) return keyReused(sent)
  const code = readCode(sent.code)
  if (code.legacy === '') {
    const word = code.problem === 'identity-code' ? 'identityCode' : 'malformed'
    return attention(
      sent,
      'card-code-malformed',
      inEvery((language) => useWords[language][word]),
    )
  }
  for (let attempt = 1; attempt <= 3; attempt++) {
    const told = await judge(visit, { sent, site, code, usedAt, by })
    if (told !== 'again') return told
  }
  throw new Error('The card changed three times while a use of it was recorded')
}

/**
 * Records what a device sends, under its id: sent again it is found done, before any rule is asked, since a card may
 * expire meanwhile. What the rules refuse stays on the device, for a person.
 */
export const recordSent = async (visit: Writing, sent: RecordSent): Promise<Told> => {
  const { user, now, keys } = visit
  if (sent.owner !== undefined && sent.owner !== ownerOf(keys.cardCode, user)) throw new Forbidden()
  const usedAt = correctedTime(sent.scannedAt, sent.sentAt, now)
  const by = { owner: `site:${sent.siteId}`, key: sent.id, bodyHash: hashOf(sent) }
  const known = await replay(visit, sent, by, usedAt)
  if (known) return known
  const told = await judgeNew(visit, sent, by, usedAt)
  // Recorded by another request this very moment, it looks like a repeat of itself.
  return 'problems' in told ? ((await replay(visit, sent, by, usedAt)) ?? told) : told
}
