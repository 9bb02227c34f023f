import { chainFindings, type Link, versionHashOf } from '../commitments/event-rules.ts'
import type { Document, State } from '../commitments/rules.ts'
import { canonical, type Json } from '../lib/canonical.ts'
import { latestRound, type Told, tellEvents } from './evidence-rules.ts'

/** A commitment as its row holds it, with its chain; hashes are hexadecimal. */
export type Checked = {
  id: number
  state: State
  document: Document | null
  versionHash: string | null
  head: { number: number; hash: string }
  signedParties: number[]
  parties: number[]
  events: Link[]
}

/** What does not hold, of a commitment or of a signed file. `event` is its number in the chain. */
export type Fault =
  | { kind: 'chain'; commitment: number; event: number; what: string }
  | { kind: 'head' | 'text' | 'state' | 'signatures'; commitment: number }
  | { kind: 'file'; file: number; commitment: number }

/** The state that the events alone give; null when they give none. */
const stateBy = (events: readonly Told[], parties: readonly number[]): State | null => {
  const last = events.at(-1)
  if (!last) return 'draft'
  const closing: Partial<Record<Told['kind'], State>> = {
    ...{ declined: 'declined', expired: 'expired', cancelled: 'cancelled' },
    ...{ withdrawn: 'draft', reopened: 'draft' },
  }
  const closed = closing[last.kind]
  if (closed) return closed
  const signed = latestRound(events).filter(({ kind }) => kind === 'signed')
  return parties.every((id) => signed.some(({ party }) => party === id)) ? 'signed' : 'waiting'
}

const isSame = (one: unknown, other: unknown) => canonical(one as Json) === canonical(other as Json)

/** Compares a commitment's row with what its chain says alone. */
export const faultsOf = (checked: Checked): Fault[] => {
  const { id: commitment, events, head, document, versionHash, state } = checked
  const chain = chainFindings(events).map(
    ({ kind, number }): Fault => ({
      ...{ kind: 'chain', commitment, event: number, what: kind },
    }),
  )
  const last = events.at(-1)
  const isHead = (last?.number ?? 0) === head.number && (last === undefined || last.hash === head.hash)
  const told = tellEvents(events)
  const round = latestRound(told)
  const sent = document === null ? null : round[0]?.details
  // A draft's text is nobody's yet; what was sent is its document.
  const isText =
    document === null ||
    (versionHashOf(document) === versionHash &&
      sent?.version === versionHash &&
      isSame(sent?.document, document))
  const signed = document === null ? [] : round.filter(({ kind }) => kind === 'signed')
  const isSigned = isSame(
    [...checked.signedParties].sort((a, b) => a - b),
    [...new Set(signed.map(({ party }) => party ?? 0))].sort((a, b) => a - b),
  )
  return [
    ...chain,
    ...(isHead ? [] : [{ kind: 'head', commitment } as const]),
    ...(isText ? [] : [{ kind: 'text', commitment } as const]),
    ...(stateBy(told, checked.parties) === state ? [] : [{ kind: 'state', commitment } as const]),
    ...(isSigned ? [] : [{ kind: 'signatures', commitment } as const]),
  ]
}

/** A fault in words, for who runs the installation. */
export const faultText = (fault: Fault): string => {
  const of = `commitment ${fault.commitment}`
  if (fault.kind === 'chain') return `${of}, event ${fault.event} is ${fault.what}`
  if (fault.kind === 'file') return `signed file ${fault.file} of ${of} is not what was issued`
  const texts = {
    ...{ head: 'ends elsewhere than its chain', text: 'holds another text than was sent' },
    ...{ state: 'is in a state that its events do not give' },
    signatures: 'holds other signatures than its events',
  }
  return `${of} ${texts[fault.kind]}`
}
