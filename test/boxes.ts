import { newCode } from '../src/codes/rules.ts'
import { makeBox } from '../src/demo/boxes.ts'
import { moveStock } from '../src/stock/ledger-queries.ts'
import type { Destination, Serials } from '../src/stock/rules.ts'
import type { World } from './world.ts'

export type MadeBox = Serials & { codes: string[] }

/** A box of printed cards, at the national centre unless told otherwise. `codes` stand in the order of the numbers. */
export const putBox = async (
  { db, keys, now }: World,
  count: number,
  to?: Destination,
  type: 'personal' | 'community' = 'personal',
): Promise<MadeBox> => {
  const codes = Array.from({ length: count }, () => newCode())
  const serials = await makeBox(db, keys, { name: 'Koe', type, codes, at: now() })
  if (to)
    await db.transaction().execute((write) => moveStock(write, serials, to, { actor: 'test', now: now() }))
  return { ...serials, codes }
}
