/** A record that comes from a device, at once or weeks later: whatever happens on the way, it is recorded once. */
import { readCode } from '../codes/rules.ts'
import type { Keys } from '../db/keys.ts'
import { keepAnswer, replayOf } from '../uses/answer-queries.ts'
import { bodyHashOf } from '../uses/answer-rules.ts'
import { words as useWords } from '../uses/words.ts'
import { Forbidden } from '../web/errors.tsx'
import type { Told } from '../web/exchange-route.ts'
import { inEvery } from '../web/problem.ts'
import { ownerOf } from './owner.ts'
import { openSite, type Writing } from './sync-check.ts'
import type { RecordSent } from './sync-forms.ts'
import { answered, attention, type Judged, judge, type Kept, type Sound } from './sync-judge.ts'
import { isIdTaken } from './sync-queries.ts'
import { correctedTime } from './sync-rules.ts'
import { syncWords } from './sync-words.ts'

/** What must be equal in a record sent again: all but the time of its sending. */
const hashOf = (keys: Keys, { sentAt: _, owner: _owner, ...record }: RecordSent) =>
  bodyHashOf(keys, JSON.stringify({ ...record, scannedAt: record.scannedAt.getTime() }))

/** A refusal is kept under the key without what was refused: a code that no card has may be anything at all. */
const refusalHash = (keys: Keys, id: string) => bodyHashOf(keys, `refused\0${id}`)

const keepRefusal = ({ db, keys, now }: Writing, { owner, key }: Sound['by']) =>
  keepAnswer(db, {
    owner,
    key,
    bodyHash: refusalHash(keys, key),
    status: 422,
    answer: { state: 'attention' },
    now,
  })

const notAccepted = (sent: RecordSent, word: 'notAccepted' | 'refusedBefore') =>
  attention(
    sent,
    'not-accepted',
    inEvery((language) => syncWords[language][word]),
  )

/** What was answered to the same key before; `refused` when that was a refusal, and null when it was nothing. */
const answerBefore = async (
  visit: Writing,
  sent: RecordSent,
  { owner, key, bodyHash }: Sound['by'],
  usedAt: Date,
): Promise<Told | 'refused' | null> => {
  const known = await replayOf(visit.db, owner, key, bodyHash)
  if (!known) return null
  if ('answer' in known) {
    const json = await answered(visit, known.answer as Kept, usedAt)
    return { json, subject: { use: sent.id, again: true } }
  }
  const refusal = await replayOf(visit.db, owner, key, refusalHash(visit.keys, key))
  return refusal?.outcome === 'replayed' ? 'refused' : notAccepted(sent, 'notAccepted')
}

const judgeNew = async (
  visit: Writing,
  sent: RecordSent,
  by: Sound['by'],
  usedAt: Date,
): Promise<Exclude<Judged, 'again'>> => {
  const site = await openSite(visit, sent.siteId)
  if (await isIdTaken(visit.db, sent.id)) return 'taken'
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
 * expire meanwhile. What the rules refuse stays on the device, for a person; that it was refused is kept here, so that
 * a request of it that is still on its way records nothing when the person has already sent it corrected.
 */
export const recordSent = async (visit: Writing, sent: RecordSent): Promise<Told> => {
  const { user, now, keys } = visit
  if (sent.owner !== undefined && sent.owner !== ownerOf(keys.cardCode, user)) throw new Forbidden()
  const usedAt = correctedTime(sent.scannedAt, sent.sentAt, now)
  const by = { owner: `site:${sent.siteId}`, key: sent.id, bodyHash: hashOf(keys, sent) }
  const before = await answerBefore(visit, sent, by, usedAt)
  if (before && before !== 'refused') return before
  // One that was refused is asked about again for the reason alone: its key is taken, so that nothing is recorded.
  const told = await judgeNew(visit, sent, by, usedAt)
  if (told !== 'taken' && (before === 'refused' || !('problems' in told) || (await keepRefusal(visit, by))))
    return told
  // Another request with this key was answered this very moment: recorded by it, it looks like a repeat of itself.
  const since = await answerBefore(visit, sent, by, usedAt)
  return since === 'refused'
    ? notAccepted(sent, 'refusedBefore')
    : (since ?? notAccepted(sent, 'notAccepted'))
}
