import type { Write } from '../db/db.ts'
import type { Card } from './cards.ts'
import { insertRows } from './makers.ts'
import type { Use } from './uses.ts'

type By = { issuer: string; venue: string; demoSiteId: number; idOf: ReadonlyMap<string, number> }

/** What the log would say of cards that visitors may scan: so that a holder's page shows who has looked. */
export const writeLooks = async (db: Write, cards: readonly Card[], uses: readonly Use[], by: By) => {
  const done = (at: Date, actor: string, role: 'issuer' | 'venue', permission: string, subject: object) => ({
    ...{ done_at: at, actor, role, permission, outcome: 'done' as const, subject },
  })
  const rows = cards.flatMap((card) => {
    const id = by.idOf.get(card.code)
    if (id === undefined || !card.registered) return []
    const own = uses.filter((use) => use.card.code === card.code && use.site.id === by.demoSiteId)
    return [
      done(card.registered.at, by.issuer, 'issuer', 'cards.issue', { card: id }),
      done(card.registered.at, by.issuer, 'issuer', 'cards.issue', { card: id, read: true }),
      ...own.flatMap((use) => [
        done(use.at, by.venue, 'venue', 'cards.check', { card: id, site: by.demoSiteId }),
        done(use.at, by.venue, 'venue', 'uses.create', { card: id, use: use.id }),
      ]),
    ]
  })
  // The log is in the order of what happened.
  await insertRows(
    db,
    'audit',
    rows.sort((a, b) => a.done_at.getTime() - b.done_at.getTime()),
  )
}
