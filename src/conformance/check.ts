import type { Tested } from './tested.ts'

/** One promise of the contract, and how it is tried. */
export type Check = {
  /** Such as `idempotency.replay`: it never changes its meaning. */
  id: string
  /** The sentence of the contract, with the part of the API page that it stands in. */
  clause: string
  /** @throws Broken where the promise is not kept, NotApplicable where there is nothing to try */
  run: (tested: Tested) => Promise<void>
}
