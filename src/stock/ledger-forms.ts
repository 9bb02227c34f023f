import { z } from 'zod'
import { readCode } from '../codes/rules.ts'
import { readSerials } from './ledger-rules.ts'
import { blockReasons } from './rules.ts'

const text = z.string().default('')

/** Two fields that name numbers. What is wrong is told beside the field that is. */
const serials = { first: text, last: text }
const readBoth = (typed: { first: string; last: string }, context: z.RefinementCtx) => {
  const read = readSerials(typed.first, typed.last)
  if ('serials' in read) return read.serials
  for (const [name, message] of Object.entries(read.problems))
    context.addIssue({ code: 'custom', path: [name], message })
  return z.NEVER
}

/** @property expected what lay where when the confirming page was shown (`stateOf`) */
const confirmed = { ...serials, expected: text }

export const MoveForm = z.object({ ...confirmed, to: text }).transform((typed, context) => {
  const read = readBoth(typed, context)
  return { serials: read, to: typed.to, expected: typed.expected }
})

export const BlockForm = z.object({ ...confirmed, reason: text }).transform((typed, context) => {
  const read = readBoth(typed, context)
  const reason = blockReasons.find((one) => one === typed.reason)
  if (reason) return { serials: read, reason, expected: typed.expected }
  context.addIssue({ code: 'custom', path: ['reason'], message: 'reason-missing' })
  return z.NEVER
})

export const UnblockForm = z.object(confirmed).transform((typed, context) => {
  const read = readBoth(typed, context)
  return { serials: read, expected: typed.expected }
})

export const FindForm = z.object({
  code: text.transform((typed, context) => {
    const code = readCode(typed)
    if (code.legacy === '') context.addIssue({ code: 'custom', message: `code-${code.problem}` })
    return code
  }),
})
