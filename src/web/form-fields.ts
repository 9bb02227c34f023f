import { z } from 'zod'
import { looksLikeIdentityCode } from '../lib/identity-code.ts'
import { readDay } from '../lib/typed-day.ts'

/*
 * Fields that many forms have. The problem is named after the field: `name-missing`, `name-long`, `from-form`.
 * No text takes a personal identity code (`identity-code`): it would be shown, listed and logged.
 */

/** One line without needless spaces. */
const line = (text: string) =>
  text
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()

const noIdentityCode = (text: string) => !looksLikeIdentityCode(text)

/** Text that must be there. @param longest characters */
export const neededText = (field: string, longest: number) =>
  z
    .string({ error: `${field}-missing` })
    .transform(line)
    .pipe(
      z
        .string()
        .min(1, { error: `${field}-missing` })
        .max(longest, { error: `${field}-long` })
        .refine(noIdentityCode, { error: 'identity-code' }),
    )

/** Text that may be left out: null then. */
export const freeText = (field: string, longest: number) =>
  z
    .string()
    .default('')
    .transform(line)
    .pipe(
      z
        .string()
        .max(longest, { error: `${field}-long` })
        .refine(noIdentityCode, { error: 'identity-code' }),
    )
    .transform((text) => text || null)

/** A day that must be there. */
export const neededDay = (field: string) =>
  z.string({ error: `${field}-missing` }).transform((text, context) => {
    const day = readDay(text)
    if (day) return day
    context.addIssue({ code: 'custom', message: text.trim() === '' ? `${field}-missing` : `${field}-form` })
    return z.NEVER
  })

/** A day that may be left open: null then. */
export const freeDay = (field: string) =>
  z
    .string()
    .default('')
    .transform((text, context) => {
      if (text.trim() === '') return null
      const day = readDay(text)
      if (day) return day
      context.addIssue({ code: 'custom', message: `${field}-form` })
      return z.NEVER
    })

/** The id of a chosen row. */
export const chosenId = (field: string) =>
  z
    .string({ error: `${field}-missing` })
    .regex(/^\d{1,9}$/, { error: `${field}-missing` })
    .transform(Number)

/** A box: ticked or not. */
export const ticked = z
  .string()
  .optional()
  .transform((value) => value === 'yes')

/** One of a few. */
export const chosen = <const Choices extends readonly [string, ...string[]]>(
  field: string,
  choices: Choices,
) => z.enum(choices, { error: `${field}-missing` })
