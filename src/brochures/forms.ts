import { z } from 'zod'
import { holderLanguages } from '../i18n/holder-languages.ts'
import { identifierIn, reachKinds } from '../lib/identifiers.ts'
import type { Draft } from './content-rules.ts'
import { type OwnText, withdrawalReasons } from './rules.ts'
import type { Problem } from './words.ts'

/** Characters of each text. What is longer than this no longer fits beside the rest on a folded sheet. */
export const longest = { foreword: 600, goodToKnow: 1200, contacts: 600 } as const
const mostContacts = 6

export const ownFields = ['foreword', 'goodToKnow'] as const

const say = (context: z.RefinementCtx, path: string, message: Problem) =>
  context.addIssue({ code: 'custom', path: [path], message })

const clean = (typed: unknown) =>
  typeof typed === 'string'
    ? typed
        .normalize('NFC')
        .replaceAll('\r\n', '\n')
        .replaceAll(/[^\P{Cc}\n]/gu, ' ')
        .trim()
    : ''

/** A public text of the area may say how its places are reached, but name nobody’s number or day of birth. */
const readText = (
  context: z.RefinementCtx,
  typed: Record<string, unknown>,
  name: string,
  most: number,
): string => {
  const text = clean(typed[name])
  if (text.length > most) say(context, name, name === 'contacts' ? 'contacts-long' : 'text-long')
  const kind = identifierIn(text, reachKinds)
  if (kind) say(context, name, kind)
  return text
}

/** Of those that the form showed, the ones that were not ticked: what came into the register since stays in. */
const leftOut = (typed: Record<string, unknown>, shown: unknown, kind: 'site' | 'unit'): number[] =>
  (typeof shown === 'string' ? shown : '')
    .split(',')
    .filter((id) => /^[1-9]\d{0,8}$/.test(id) && typed[`${kind}-${id}`] !== 'yes')
    .map(Number)

/** What a brochure holds: a tick for each place, the contact lines, and two texts in each language. */
export const DraftForm = z
  .object({ sites: z.string().default(''), units: z.string().default(''), contacts: z.string().default('') })
  .catchall(z.string())
  .transform((typed, context): Draft => {
    const contacts = readText(context, typed, 'contacts', longest.contacts)
    if (contacts.split('\n').length > mostContacts) say(context, 'contacts', 'contacts-long')
    const own: Record<string, OwnText> = {}
    for (const language of holderLanguages) {
      const read = (field: (typeof ownFields)[number]) =>
        readText(context, typed, `${field}-${language}`, longest[field])
      const text = { foreword: read('foreword'), goodToKnow: read('goodToKnow') }
      if (text.foreword !== '' || text.goodToKnow !== '') own[language] = text
    }
    return {
      withoutSites: leftOut(typed, typed.sites, 'site'),
      withoutUnits: leftOut(typed, typed.units, 'unit'),
      contacts,
      own,
    }
  })

/** A button that asks nothing. */
export const PublishForm = z.object({})

/** Why an edition is withdrawn. */
export const WithdrawForm = z.object({ reason: z.enum(withdrawalReasons, 'reason-missing') })
