import { readCode } from '../codes/rules.ts'
import type { Write } from '../db/db.ts'
import { derivedId } from '../lib/derived-id.ts'
import { findForUse } from '../uses/queries.ts'
import { type CardlessUse, listStates, recordCardless } from '../uses/reconciled-queries.ts'
import { recordUse } from '../uses/record-queries.ts'
import { type Acquisition, refusalOf, type UseRefusal, usualKindOf } from '../uses/rules.ts'
import type { Compared, Comparison, Missing } from './comparing.ts'
import type { NewlySettled } from './queries.ts'
import { shownEvent } from './shown-rules.ts'

/** Who adds, for the log and the register; `owner` is whose answers are kept: a site's, or a program's. */
export type Adder = { actor: string; role: string | null; owner: string; now: Date }
export type Added = { settled: NewlySettled[]; refused: { index: number; refusal: UseRefusal }[] }

/** The same sale has the same id; after an undo it gets the next one, up to a few times. */
const mostRounds = 8
const idsOf = (fingerprint: Buffer) =>
  Array.from({ length: mostRounds }, (_, round) =>
    derivedId(Buffer.concat([fingerprint, Buffer.from([round])])),
  )

/** The first id of each sale that no undone use has. */
const freeIds = async (db: Write, fingerprints: readonly Buffer[]): Promise<string[]> => {
  const all = fingerprints.map(idsOf)
  const states = await listStates(db, all.flat())
  return all.map((ids) => ids.find((id) => states.get(id) !== 'undone') ?? ids[mostRounds - 1]!)
}

type One = { sale: Compared['sales'][number]; missing: Missing; id: string }

/** By the normal rules of the sale's own day. Companions' and children's numbers are what the till says. */
const addWithCard = async (
  db: Write,
  { scope, siteId, keys }: Comparison,
  { sale, missing, id }: One,
  by: Adder,
): Promise<UseRefusal | null> => {
  const event = shownEvent(sale.event)
  const asked = { siteId, event, kind: 'ticket', at: sale.at } as const
  const name = { code: readCode(sale.code!), keys }
  const { card, site, home } = await findForUse(db, name, scope, asked)
  if (!site) throw new Error('The site of a reconciliation is out of scope')
  const { adults, children, companions } = missing
  const wanted: Acquisition = {
    ...{ adults, children, companions, kind: usualKindOf(site), usedAt: sale.at },
    ...{ overrideReason: null, confirmDuplicate: true },
  }
  // Its lateness is the reconciliation's own matter: the card and the place are judged as they were that day.
  // The tickets were given: a limit of the site is no reason to leave them out.
  const refusal = refusalOf({ card, site, home, recent: null, limit: null }, wanted, sale.at)
  if (refusal || !card) return refusal ?? 'card-unknown'
  const use = { ...wanted, id, siteId, event, eventOn: null, limit: null, category: site.category, card }
  const recorded = await recordUse(
    db,
    { ...use, source: 'reconciled' },
    {
      ...{ key: id, bodyHash: Buffer.from(id), status: 303, answer: { id } },
      ...{ ...by, audited: true, proof: null },
    },
  )
  if (recorded.outcome === 'card-changed') throw new Error('The card changed while a sale was added')
  return null
}

/**
 * Adds sales that the register lacks: with their card where the export names it, by the normal rules; else as tickets
 * tied to no card. What the rules refuse is not added, and said.
 */
export const addMissing = async (
  db: Write,
  comparison: Comparison,
  compared: Compared,
  chosen: readonly Missing[],
  by: Adder,
): Promise<Added> => {
  const { siteId, cards } = comparison
  const printOf = ({ index }: Missing) => compared.fingerprints[index]!
  const ids = await freeIds(db, chosen.map(printOf))
  const all: One[] = chosen.map((missing, at) => ({
    missing,
    sale: compared.sales[missing.index]!,
    id: ids[at]!,
  }))
  const added: Added = { settled: [], refused: [] }
  const settle = ({ missing, sale, id }: One) =>
    added.settled.push({
      fingerprint: printOf(missing),
      useIds: [...missing.partIds, id],
      addedId: id,
      soldOn: sale.day,
    })
  const hasCard = ({ sale }: One) => sale.code !== null && typeof cards[sale.code] === 'number'
  for (const one of all.filter(hasCard)) {
    const refusal = await addWithCard(db, comparison, one, by)
    if (refusal) added.refused.push({ index: one.missing.index, refusal })
    else settle(one)
  }
  const cardless = all.filter((one) => !hasCard(one))
  const rows = cardless.map(({ sale, missing, id }): CardlessUse => {
    const { adults, children, companions } = missing
    return {
      id,
      usedOn: sale.day,
      usedAt: sale.at,
      event: shownEvent(sale.event),
      adults,
      children,
      companions,
    }
  })
  if (rows.length > 0) await recordCardless(db, siteId, rows, by)
  for (const one of cardless) settle(one)
  return added
}

/** What was matched, to be known as settled from now on. */
export const settledOf = (compared: Compared): NewlySettled[] =>
  compared.matched.map(({ index, useIds }) => ({
    fingerprint: compared.fingerprints[index]!,
    useIds,
    soldOn: compared.sales[index]!.day,
    addedId: null,
  }))
