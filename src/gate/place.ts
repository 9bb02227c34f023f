/** Where the gate stands: as the server says, or as the device remembers from when there was a network. */
import { type Memory, openMemory, type Remembered } from '../desk-queue/memory.ts'
import { askState } from '../desk-queue/net.ts'
import type { DeskState } from '../desk-queue/wire.ts'

export type Place = {
  state: DeskState
  /** `ended`: nobody is signed in; what is read is kept, and sent when somebody is. */
  net: 'on' | 'off' | 'ended'
  /** Milliseconds by which the server’s clock is ahead of this device’s. */
  skew: number
}

/** The desk and the gate of a device remember the same, each its own part of it. */
const remember = async (memory: Memory, known: Remembered | null, state: DeskState): Promise<Remembered> => {
  const isSame = known?.state.owner === state.owner
  const base = known && isSame ? known : { standing: null, chosenOn: null, keys: known?.keys ?? true }
  const learnt = { ...base, state, learntAt: Date.now() }
  await memory.write(learnt)
  return learnt
}

/** @returns null on a device that has never been here with a network. @throws when the browser keeps nothing */
export const findPlace = async (): Promise<Place | null> => {
  const memory = await openMemory()
  const known = await memory.read()
  const answer = await askState()
  if (!('failed' in answer)) {
    const { learntAt } = await remember(memory, known, answer)
    return { state: answer, net: 'on', skew: answer.now - learntAt }
  }
  const net = answer.failed === 'ended' ? 'ended' : 'off'
  return known && { state: known.state, net, skew: known.state.now - known.learntAt }
}
