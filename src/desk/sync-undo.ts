/** The undoing of a record, judged by the moment at which it was asked for at the desk. */
import { siteScopeOf } from '../access.ts'
import type { UndoAnswer } from '../desk-queue/wire.ts'
import { dayOf } from '../lib/dates.ts'
import { lastDayOf, mayCancel } from '../uses/rules.ts'
import { Forbidden } from '../web/errors.tsx'
import type { Told } from '../web/exchange-route.ts'
import { inEvery } from '../web/problem.ts'
import { ownerOf } from './owner.ts'
import { findRecord } from './records.ts'
import type { Writing } from './sync-check.ts'
import type { UndoSent } from './sync-forms.ts'
import { correctedTime, undoneWhen } from './sync-rules.ts'
import { syncWords } from './sync-words.ts'
import { takeBackRecord } from './undoing.ts'

const done = { state: 'undone' } satisfies UndoAnswer

const attention = (reason: 'undo-too-late' | 'not-found'): Told => {
  const word = reason === 'not-found' ? 'undoNotFound' : 'undoTooLate'
  const said = inEvery((language) => syncWords[language][word])
  return { json: { state: 'attention', reason, said } satisfies UndoAnswer, problems: { record: reason } }
}

/** A queue sends the record before its undoing: one that is not known is for a person to look at. */
export const undoSent = async (visit: Writing, sent: UndoSent): Promise<Told> => {
  const { db, user, now, today, keys } = visit
  if (sent.owner !== undefined && sent.owner !== ownerOf(keys.cardCode, user)) throw new Forbidden()
  const find = () => findRecord(db, siteScopeOf(user), sent.id, today)
  const use = await find()
  if (!use) return attention('not-found')
  const subject = { use: sent.id }
  if (use.cancelledAt) return { json: done, subject: { ...subject, again: true } }
  const when = undoneWhen(correctedTime(sent.undoneAt, sent.sentAt, now), now)
  if (!mayCancel(lastDayOf(use), dayOf(when))) return attention('undo-too-late')
  await takeBackRecord(visit, use, find)
  return { json: done, subject }
}
