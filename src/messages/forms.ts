import { z } from 'zod'
import { newsChoices } from '../accounts/rules.ts'
import { type IdentifierKind, identifierIn, reachKinds } from '../lib/identifiers.ts'
import { oneLine } from '../lib/one-line.ts'
import { readDay, writeDay } from '../lib/typed-day.ts'
import { type Lack, type MessageFacts, readerRoles, siteCategories } from './rules.ts'

export type FormProblem =
  | (
      | 'text-long'
      | 'day-form'
      | 'until-missing'
      | 'state-form'
      | 'sent-already'
      | 'left-already'
      | 'not-whole'
    )
  | Lack
  | IdentifierKind

/** What one may write to those who work with the card: how to reach somebody, and when something is. */
const spoken = [...reachKinds, 'birth-date'] as const
const longest = { title: 120, body: 6000 }

const typed = (read: (text: string) => string, most: number) =>
  z
    .string()
    .default('')
    .transform((raw, context): string | null => {
      const text = read(raw.normalize('NFC'))
      const problem = identifierIn(raw, spoken) ?? (text.length > most ? 'text-long' : null)
      if (problem) context.addIssue({ code: 'custom', message: problem })
      return text || null
    })

const aTitle = typed(oneLine, longest.title)
const aBody = typed(
  (text) =>
    text
      .replace(/\r\n?/g, '\n')
      .replace(/[^\P{Cc}\n\t]/gu, '')
      .trim(),
  longest.body,
)

export const roleField = (role: string) => `role-${role}`
export const categoryField = (category: string) => `category-${category}`
export const areaField = (id: number) => `area-${id}`

const areasIn = (told: Record<string, unknown>) =>
  Object.entries(told)
    .filter(([, value]) => value === 'yes')
    .flatMap(([name]) => /^area-([1-9]\d{0,8})$/.exec(name)?.[1] ?? [])
    .map(Number)

const isTicked = (told: Record<string, unknown>, field: string) => told[field] === 'yes'

/** Anything may be lacking: it is then kept as it is, and said when it is to be sent. */
export const MessageForm = z
  .object({
    titleFi: aTitle,
    titleSv: aTitle,
    titleEn: aTitle,
    bodyFi: aBody,
    bodySv: aBody,
    bodyEn: aBody,
    important: z.string().default(''),
    /** Every area, or those that are ticked. */
    areas: z.string().default('all'),
    until: z
      .string()
      .default('')
      .transform((text, context) => {
        const day = readDay(text)
        if (day) return day
        context.addIssue({ code: 'custom', message: text.trim() === '' ? 'until-missing' : 'day-form' })
        return z.NEVER
      }),
    /** Whether one goes on to look at it before it is sent. */
    next: z.string().default(''),
  })
  .catchall(z.string())
  .transform((told): MessageFacts & { isToCheck: boolean } => {
    const chosen = siteCategories.filter((one) => isTicked(told, categoryField(one)))
    const roles = readerRoles.filter((one) => isTicked(told, roleField(one)))
    return {
      title: { fi: told.titleFi, sv: told.titleSv, en: told.titleEn },
      body: { fi: told.bodyFi, sv: told.bodySv, en: told.bodyEn },
      isImportant: told.important === 'yes',
      roles,
      areaIds: told.areas === 'chosen' ? areasIn(told) : null,
      siteCategories: chosen.length > 0 && roles.includes('venue') ? chosen : null,
      shownUntil: told.until,
      isToCheck: told.next === 'check',
    }
  })

/** A message as its form shows it. */
export const typedOf = (facts: MessageFacts): Record<string, string> => {
  const ticks = [
    ...facts.roles.map(roleField),
    ...(facts.siteCategories ?? []).map(categoryField),
    ...(facts.areaIds ?? []).map(areaField),
    ...(facts.isImportant ? ['important'] : []),
  ]
  return {
    ...{ titleFi: facts.title.fi ?? '', titleSv: facts.title.sv ?? '', titleEn: facts.title.en ?? '' },
    ...{ bodyFi: facts.body.fi ?? '', bodySv: facts.body.sv ?? '', bodyEn: facts.body.en ?? '' },
    ...Object.fromEntries(ticks.map((name) => [name, 'yes'])),
    ...{ areas: facts.areaIds === null ? 'all' : 'chosen', until: writeDay(facts.shownUntil) },
  }
}

/** Which messages somebody gets by mail. */
export const ChoiceForm = z.object({ news: z.enum(newsChoices, 'choose-one') })

/** Sends what one has looked at: what was changed since is looked at again. `seen`: when it last changed, in milliseconds. */
export const SendForm = z.object({
  seen: z
    .string()
    .default('')
    .transform((text) => (/^\d{1,15}$/.test(text) ? Number(text) : null)),
})

export const StateForm = z.object({ state: z.enum(['draft', 'past', 'removed', 'kept'], 'state-form') })
