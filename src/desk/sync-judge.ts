/** What becomes of a record that nobody has answered yet: judged as things stood at the moment of the scan. */
import { siteScopeOf } from '../access.ts'
import { refusalOf as refusalOfCard } from '../cards/rules.ts'
import type { ReadCode } from '../codes/rules.ts'
import type { AttentionReason, RecordAnswer, Said } from '../desk-queue/wire.ts'
import { saveRepeat } from '../repeats/queries.ts'
import { keepsSince } from '../unrecognised/choice-queries.ts'
import { findWaitingNear, hashedCode, keepTicket } from '../unrecognised/queries.ts'
import { canWait } from '../unrecognised/rules.ts'
import { refusalText } from '../uses/explain-words.ts'
import type { SiteOfScope } from '../uses/list-queries.ts'
import { findForUse } from '../uses/queries.ts'
import { type NewUse, type Recorded, recordUse } from '../uses/record-queries.ts'
import {
  type Acquisition,
  codeToFind,
  eventDayProblem,
  exceedsOf,
  refusalOf,
  usedOn,
  useKinds,
} from '../uses/rules.ts'
import { actorOf } from '../web/audit.ts'
import { NotFound } from '../web/errors.tsx'
import type { Told } from '../web/exchange-route.ts'
import { inEvery } from '../web/problem.ts'
import { findRecord } from './records.ts'
import { adultsProblem } from './rules.ts'
import { countMiss, type Writing } from './sync-check.ts'
import type { RecordSent } from './sync-forms.ts'
import { laterDay, offlineReasons } from './sync-rules.ts'
import { syncWords } from './sync-words.ts'
import { words } from './words.ts'

/** What is kept with the key, to be answered again: of the card nothing, for it may be erased meanwhile. */
export type Kept = { id: string; state: 'recorded' | 'waiting'; flag: 'repeat' | 'late' | null }

/** Nothing is kept of it but that it was tried, and that a code was missed. */
export const attention = ({ id }: RecordSent, reason: AttentionReason, said: Said): Told => ({
  json: { state: 'attention', id, reason, said } satisfies RecordAnswer,
  problems: { record: reason },
  keep: true,
})

/** The answer, with the card's last characters as the register has them now. */
export const answered = async (
  { db, user, today }: Writing,
  kept: Kept,
  usedAt: Date,
): Promise<RecordAnswer> => {
  const stands = await findRecord(db, siteScopeOf(user), kept.id, today)
  return { ...kept, usedAt: (stands?.usedAt ?? usedAt).toISOString(), tail: stands?.tail ?? '' }
}

export type Sound = {
  sent: RecordSent
  site: SiteOfScope
  code: ReadCode
  usedAt: Date
  by: { owner: string; key: string; bodyHash: Buffer }
}
type Found = Awaited<ReturnType<typeof find>>

const find = async ({ db, user, keys, now }: Writing, { sent, site, code: read, usedAt }: Sound) => {
  const code = codeToFind(read, usedAt, now)
  const asked = { siteId: site.id, event: sent.event, kind: sent.kind, at: usedAt }
  const found = await findForUse(db, { code, keys }, siteScopeOf(user), asked)
  if (!found.site) throw new NotFound()
  // A desk without a network went by what the site gave when it last heard of it.
  const kinds = sent.wasOffline ? useKinds : found.site.kinds
  return { ...found, site: { ...found.site, kinds } }
}

/** The tickets as the rules are asked about them: what was given without a network was given, and is only marked. */
const wantedOf = ({ sent, usedAt }: Sound, found: Found): Acquisition => {
  const { kind, adults, children, companions, wasOffline } = sent
  const exceeds = exceedsOf(found, sent)
  const mark = exceeds && wasOffline && found.site.allowsOverride ? offlineReasons[exceeds] : null
  const overrideReason = exceeds ? (sent.overrideReason ?? mark) : null
  const confirmDuplicate = sent.confirmDuplicate || wasOffline
  return { kind, adults, children, companions, usedAt, overrideReason, confirmDuplicate }
}

const useOf = ({ sent, site, usedAt }: Sound, wanted: Acquisition, found: Found) => ({
  ...wanted,
  ...{ id: sent.id, siteId: site.id, category: found.site.category, event: sent.event },
  eventOn: laterDay(sent.eventOn, usedOn({ usedAt })),
  source: sent.wasOffline ? ('offline' as const) : ('desk' as const),
})

const recordingOf = ({ user, now }: Writing, { by }: Sound, status: number, answer: Kept) => ({
  ...{ ...by, status, answer, now },
  ...{ actor: actorOf(user), role: user.role, audited: false, proof: null },
})

/** The device's clock was off by so many seconds: kept with the deed, so that the time it said can be told again. */
const clockOf = ({ sent, usedAt }: Sound) => {
  const seconds = Math.round((usedAt.getTime() - sent.scannedAt.getTime()) / 1_000)
  return seconds === 0 ? {} : { correctedSeconds: seconds }
}

/** `again` when the card changed meanwhile; `taken` when something else was answered to the same key. */
export type Judged = Told | 'again' | 'taken'

const conclude = async (
  visit: Writing,
  sound: Sound,
  recorded: Recorded,
  subject: Record<string, string | number | null>,
): Promise<Judged> => {
  if (recorded.outcome === 'card-changed') return 'again'
  if (recorded.outcome === 'key-reused') return 'taken'
  const json = await answered(visit, recorded.answer as Kept, sound.usedAt)
  const isAgain = recorded.outcome === 'replayed'
  return { json, subject: { ...subject, ...(isAgain ? { again: true } : clockOf(sound)) } }
}

const recordFound = async (visit: Writing, sound: Sound, found: Found, wanted: Acquisition) => {
  const { sent, site, usedAt } = sound
  const card = found.card!
  const isRepeat = found.recent !== null && sent.wasOffline && !sent.confirmDuplicate
  const isLate = refusalOfCard(card, visit.today) !== null
  const flag = isRepeat ? 'repeat' : isLate ? 'late' : null
  const use: NewUse = { ...useOf(sound, wanted, found), card, limit: found.limit }
  const kept: Kept = { id: sent.id, state: 'recorded', flag }
  const recorded = await recordUse(visit.db, use, recordingOf(visit, sound, 200, kept))
  if (recorded.outcome === 'recorded' && isRepeat)
    await saveRepeat(visit.db, {
      id: sent.id,
      usedOn: usedOn({ usedAt }),
      siteId: site.id,
      foundAt: visit.now,
    })
  const override = wanted.overrideReason && { override: wanted.overrideReason }
  return conclude(visit, sound, recorded, { use: sent.id, card: card.id, ...override, ...(flag && { flag }) })
}

/** A ticket on a card whose registration has not come: kept where the site does so, or where nobody could be asked. */
const keepWaiting = async (
  visit: Writing,
  sound: Sound,
  found: Found,
  wanted: Acquisition,
): Promise<Judged> => {
  const { db, keys } = visit
  const { sent, site, code, usedAt } = sound
  const asked = { check: null, code: hashedCode(keys, code) }
  const recent = await findWaitingNear(db, asked, { siteId: site.id, event: sent.event, usedAt })
  if (recent && !wanted.confirmDuplicate)
    return attention(
      sent,
      'duplicate-suspected',
      inEvery((language) => refusalText(language, 'duplicate-suspected', { ...found, recent })),
    )
  const flag = recent && sent.wasOffline && !sent.confirmDuplicate ? 'repeat' : null
  const kept: Kept = { id: sent.id, state: 'waiting', flag }
  const recording = recordingOf(visit, sound, 202, kept)
  const recorded = await keepTicket(db, useOf(sound, wanted, found), asked, recording)
  if (recorded.outcome === 'erased')
    return attention(
      sent,
      'card-unknown',
      inEvery((language) => syncWords[language].erased),
    )
  return conclude(visit, sound, recorded, { unrecognised: sent.id, card: found.card?.id ?? null })
}

export const judge = async (visit: Writing, sound: Sound): Promise<Judged> => {
  const { db, user, now } = visit
  const { sent, site, code } = sound
  const found = await find(visit, sound)
  const wanted = wantedOf(sound, found)
  const tooMany = adultsProblem(found.card?.type ?? 'personal', sent.adults)
  const refusal = refusalOf(found, wanted, now)
  if (refusal === 'card-unknown') await countMiss(db, user, site, now)
  if (canWait(found, wanted, now) && !tooMany) {
    // Only a sound new-style code is surely no slip of the finger: all others come back to be compared with the card.
    if (!found.card && code.fresh === null)
      return attention(
        sent,
        'card-unknown',
        inEvery((language) => syncWords[language].typingError),
      )
    if (sent.wasOffline || (await keepsSince(db, site.id)) !== null)
      return keepWaiting(visit, sound, found, wanted)
  }
  if (sent.eventOn && eventDayProblem(sent.eventOn, usedOn(sound)) === 'event-day-far')
    return attention(
      sent,
      'not-accepted',
      inEvery((language) => words[language].problems['event-day-far']),
    )
  if (refusal)
    return attention(
      sent,
      refusal,
      inEvery((language) => refusalText(language, refusal, found)),
    )
  if (tooMany)
    return attention(
      sent,
      'one-adult',
      inEvery((language) => syncWords[language].oneAdult),
    )
  return recordFound(visit, sound, found, wanted)
}
