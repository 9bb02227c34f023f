import { z } from 'zod'
import { holdsCode } from '../codes/rules.ts'
import { chosen, neededText } from '../web/form-fields.ts'
import { cardTypes } from './rules.ts'
import { mostCards } from './run-rules.ts'

const longestName = 80

/** Spaces between thousands may be typed, as on paper: `1 000`. */
const aCount = z
  .string()
  .default('')
  .transform((typed, context) => {
    const text = typed.replace(/\s/gu, '')
    const count = /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 0
    if (count > 0 && count <= mostCards) return count
    const message = text === '' ? 'cards-missing' : count > mostCards ? 'cards-many' : 'cards-form'
    context.addIssue({ code: 'custom', message })
    return z.NEVER
  })

export const RunForm = z.object({
  cardType: chosen('cardType', cardTypes),
  cards: aCount,
  name: neededText('name', longestName).refine((name) => !holdsCode(name), { error: 'name-code' }),
})
