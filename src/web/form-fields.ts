import { z } from 'zod'
import { type IdentifierKind, identifierIn } from '../lib/identifiers.ts'
import { tidyLines } from '../lib/one-line.ts'
import { readDay } from '../lib/typed-day.ts'

/*
 * Fields that many forms have. The problem is named after the field: `name-missing`, `name-long`, `from-form`.
 * No text takes what names or reaches a person, such as a personal identity code or a phone number: it would be shown,
 * listed and logged. The problem is then its kind; `takes` says which kinds are what the field is for.
 */

/** One line without needless spaces. */
const line = (text: string) =>
  text
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()

/** For a text of any form: its problem is the kind of what it must not hold. */
export const noIdentifier =
  (takes: readonly IdentifierKind[] = []) =>
  (text: string, context: z.RefinementCtx) => {
    const kind = identifierIn(text, takes)
    if (kind) context.addIssue({ code: 'custom', message: kind })
  }

/** Text that must be there. @param longest characters */
export const neededText = (field: string, longest: number, takes: readonly IdentifierKind[] = []) =>
  z
    .string({ error: `${field}-missing` })
    .transform(line)
    .pipe(
      z
        .string()
        .min(1, { error: `${field}-missing` })
        .max(longest, { error: `${field}-long` })
        .superRefine(noIdentifier(takes)),
    )

/** Text that may be left out: null then. */
export const freeText = (field: string, longest: number, takes: readonly IdentifierKind[] = []) =>
  z
    .string()
    .default('')
    .transform(line)
    .pipe(
      z
        .string()
        .max(longest, { error: `${field}-long` })
        .superRefine(noIdentifier(takes)),
    )
    .transform((text) => text || null)

/** Text of several lines that must be there. @param longest characters */
export const neededLines = (field: string, longest: number, takes: readonly IdentifierKind[] = []) =>
  z
    .string({ error: `${field}-missing` })
    .transform(tidyLines)
    .pipe(
      z
        .string()
        .min(1, { error: `${field}-missing` })
        .max(longest, { error: `${field}-long` })
        .superRefine(noIdentifier(takes)),
    )

/** Text of several lines that may be left out: null then. */
export const freeLines = (field: string, longest: number, takes: readonly IdentifierKind[] = []) =>
  z
    .string()
    .default('')
    .transform(tidyLines)
    .pipe(
      z
        .string()
        .max(longest, { error: `${field}-long` })
        .superRefine(noIdentifier(takes)),
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
