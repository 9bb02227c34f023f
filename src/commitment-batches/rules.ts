import type { Kind, NewParty } from '../commitments/rules.ts'

/** The kinds that go to many partners of an area at once. */
export const batchKinds = ['venue', 'issuer', 'pilot'] as const satisfies readonly Kind[]
export type BatchKind = (typeof batchKinds)[number]
/** Categories of sites, to choose by. */
export const categories = ['culture', 'education', 'science', 'sports'] as const
export type Category = (typeof categories)[number]

/** A batch is of one list that a person can look through. */
export const mostPartners = 500

/** Why a partner gets no commitment of its batch: each is mended in the register, and then tried again. */
export type ItemProblem = 'contact-missing' | 'field-missing' | 'place-closed' | 'answer-past' | 'failed'

/**
 * What keeps a partner out of a batch.
 * @param facts null of a partner that is closed or lies in no area any more; `gaps` are the fields without a value
 */
export const itemProblem = (
  facts: { parties: readonly NewParty[]; gaps: readonly { name: string }[] } | null,
): ItemProblem | null => {
  if (facts === null || facts.parties.length < 2) return 'place-closed'
  // Nobody could be written to: such a partner signs on paper, one at a time.
  if (facts.parties.some(({ way }) => way === 'paper')) return 'contact-missing'
  if (facts.gaps.some(({ name }) => name === 'contactPerson')) return 'contact-missing'
  return facts.gaps.length > 0 ? 'field-missing' : null
}

export type BatchState = 'unstarted' | 'running' | 'paused' | 'done'
export const batchState = (
  { startedAt, pausedAt }: { startedAt: Date | null; pausedAt: Date | null },
  waiting: number,
): BatchState => {
  if (startedAt === null) return 'unstarted'
  if (waiting === 0) return 'done'
  return pausedAt === null ? 'running' : 'paused'
}
