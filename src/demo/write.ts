import type { Pool } from '../db/db.ts'
import type { Keys } from '../db/keys.ts'
import { dayOf } from '../lib/dates.ts'
import type { Card } from './cards.ts'
import { cardRow, insertCards, insertRows, useRow } from './makers.ts'
import type { Random } from './random.ts'
import type { Use } from './uses.ts'

/** How the log names what no invented person did. */
const nobody = 'demo'

/**
 * Writes the cards with their events, consents and renewals.
 * @returns the id of each card, by its code
 */
export const writeCards = async (
  db: Pool,
  keys: Keys,
  cards: readonly Card[],
  by: { issuer: string; demoUnitId: number; consentVersion: string },
): Promise<Map<string, number>> => {
  const rows = cards.map((card) =>
    cardRow(keys, {
      code: card.code,
      type: card.type,
      unitId: card.unit.id,
      registration: card.registered && {
        at: card.registered.at,
        ownUntil: card.registered.ownUntil,
        validUntil: card.registered.validUntil,
        birthYear: card.holder?.birthYear ?? null,
        postalCode: card.holder?.postalCode ?? null,
        children: card.holder?.children ?? 0,
        lifeSituation: card.holder?.lifeSituation ?? null,
        gender: card.holder?.gender ?? null,
      },
      closing: card.closing,
    }),
  )
  const ids = await insertCards(db, rows)
  const idOf = new Map(cards.map((card, index) => [card.code, ids[index]!]))
  const actorOf = (card: Card) => (card.unit.id === by.demoUnitId ? by.issuer : nobody)

  const events = cards.flatMap((card) => {
    const card_id = idOf.get(card.code)!
    const actor = actorOf(card)
    if (!card.registered) return []
    const registered = { card_id, event: 'registered' as const, happened_at: card.registered.at, actor }
    if (!card.closing) return [registered]
    // Offices are open at noon.
    const happened_at = new Date(`${card.closing.on}T10:00:00Z`)
    return [registered, { card_id, event: card.closing.state, happened_at, actor }]
  })
  const consents = cards.flatMap(({ code, registered, holder, unit }) =>
    registered && holder
      ? {
          card_id: idOf.get(code)!,
          kind: 'register' as const,
          text_version: by.consentVersion,
          language: holder.language,
          given_on: registered.on,
          given_at: registered.at,
          unit_id: unit.id,
        }
      : [],
  )
  const renewals = cards.flatMap(({ code, renews }) =>
    renews ? { new_card_id: idOf.get(code)!, old_card_id: idOf.get(renews.code)! } : [],
  )
  await insertRows(db, 'card_event', events)
  await insertRows(db, 'consent', consents)
  await insertRows(db, 'card_renewal', renewals)
  return idOf
}

const offlineShare = 0.05
const intermediatedShare = 0.6

/** How a use came into the register: mostly straight from the desk, now and then hours later from a phone. */
const recordingOf = (random: Random, { at, site, isUndone }: Use, by: Recorders) => {
  const isIntermediated = by.intermediated.has(site.id) && random.chance(intermediatedShare)
  const recordedBy = isIntermediated ? by.intermediary : site.id === by.demoSiteId ? by.venue : nobody
  const isLate = !isIntermediated && !isUndone && random.chance(offlineShare)
  if (!isLate) return { source: 'desk' as const, recordedBy, receivedAt: at }
  const later = at.getTime() + random.between(20, 1200) * 60_000
  return { source: 'offline' as const, recordedBy, receivedAt: new Date(Math.min(by.now.getTime(), later)) }
}

/** Who records at the demo's sites: actors as the log names them. `intermediated` holds sites' ids. */
export type Recorders = {
  venue: string
  intermediary: string
  demoSiteId: number
  intermediated: ReadonlySet<number>
  now: Date
}

/** Writes the uses and the few that were undone a moment later. The counts follow by themselves. */
export const writeUses = async (
  db: Pool,
  random: Random,
  uses: readonly Use[],
  idOf: ReadonlyMap<string, number>,
  by: Recorders,
): Promise<void> => {
  const recordings = uses.map((use) => recordingOf(random, use, by))
  const rows = uses.map((use, index) =>
    useRow({
      id: use.id,
      cardId: idOf.get(use.card.code)!,
      siteId: use.site.id,
      usedAt: use.at,
      adults: use.adults,
      children: use.children,
      companions: use.companions,
      category: use.site.category,
      kind: use.kind,
      event: use.event,
      ...recordings[index]!,
    }),
  )
  const undone = uses.flatMap(({ id, at, isUndone }, index) => {
    const cancelled_at = new Date(Math.min(by.now.getTime(), at.getTime() + 4 * 60_000))
    const cancelled_by = recordings[index]!.recordedBy
    return isUndone ? { use_id: id, used_on: dayOf(at), cancelled_at, cancelled_by } : []
  })
  await insertRows(db, 'use', rows)
  await insertRows(db, 'use_cancellation', undone)
}
