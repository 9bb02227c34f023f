import { z } from 'zod'
import { holderLanguages } from '../i18n/holder-languages.ts'
import { type IdentifierKind, identifierIn, identifierKinds, reachKinds } from '../lib/identifiers.ts'
import { oneLine } from '../lib/one-line.ts'
import { isPhone, readOpenUrl } from '../lib/reach.ts'
import { aDay } from './forms.ts'
import { type AreaContact, type ContactSide, contactSides } from './page-rules.ts'

export type PageProblem =
  | IdentifierKind
  | ('text-long' | 'own-url' | 'day-form' | 'until-before')
  | ('contact-name' | 'contact-name-long' | 'contact-reach' | 'email-form' | 'phone-form')

const longestText = 6000
/** The public page of the area, which may say where cards are given and whom to call. */
const aText = z
  .string()
  .default('')
  .transform((typed, context) => {
    const text = typed.normalize('NFC').replaceAll('\r\n', '\n').trim()
    if (text.length > longestText) context.addIssue({ code: 'custom', message: 'text-long' })
    const kind = identifierIn(typed, reachKinds)
    if (kind) context.addIssue({ code: 'custom', message: kind })
    return text
  })

/** What the area says in one language; a language that is none of ours is read as Finnish. */
export const TextForm = z.object({
  language: z.enum(holderLanguages).catch('fi'),
  intro: aText,
  'good-to-know': aText,
  notice: aText,
  /** The language to go on in, once this one is kept. */
  next: z.enum(holderLanguages).nullable().catch(null),
})

/** The numbers in an address on the web are its own. */
const inAddresses = identifierKinds.filter((kind) => kind !== 'identity-code')

const field = (problemOf: (text: string) => PageProblem | null, takes: readonly IdentifierKind[] = []) =>
  z
    .string()
    .default('')
    .superRefine((typed, context) => {
      const problem = identifierIn(typed, takes) ?? problemOf(oneLine(typed))
      if (problem) context.addIssue({ code: 'custom', message: problem })
    })
    .transform(oneLine)

const ownUrl = field(
  (text) => (text === '' || readOpenUrl(text) !== null ? null : 'own-url'),
  inAddresses,
).transform((text) => (text === '' ? null : readOpenUrl(text)))
const office = field((text) => (text.length > 100 ? 'contact-name-long' : null))
const isEmail = (text: string) => text.length <= 200 && /^[^\s@<>",;]+@[^\s@<>",;]+\.[^\s@<>",;]+$/.test(text)
const email = field((text) => (text === '' || isEmail(text) ? null : 'email-form'), ['e-mail'])
const phone = field((text) => (text === '' || isPhone(text) ? null : 'phone-form'), ['phone'])

export const contactNames = {
  culture: { name: 'cultureName', email: 'cultureEmail', phone: 'culturePhone' },
  sote: { name: 'soteName', email: 'soteEmail', phone: 'sotePhone' },
} as const satisfies Record<ContactSide, Record<keyof AreaContact, string>>

/** What the local page says once for all languages. */
export const PageForm = z
  .object({
    ...{ ownUrl, noticeFrom: aDay, noticeUntil: aDay },
    ...{ cultureName: office, cultureEmail: email, culturePhone: phone },
    ...{ soteName: office, soteEmail: email, sotePhone: phone },
  })
  .superRefine((typed, context) => {
    const say = (message: PageProblem, name: string) =>
      context.addIssue({ code: 'custom', message, path: [name] })
    if (typed.noticeFrom && typed.noticeUntil && typed.noticeUntil < typed.noticeFrom)
      say('until-before', 'noticeUntil')
    for (const side of contactSides) {
      const names = contactNames[side]
      const isReached = typed[names.email] !== '' || typed[names.phone] !== ''
      if (isReached && typed[names.name] === '') say('contact-name', names.name)
      if (!isReached && typed[names.name] !== '') say('contact-reach', names.email)
    }
  })
  .transform(({ ownUrl, noticeFrom, noticeUntil, ...typed }) => ({
    facts: { ownUrl, noticeFrom, noticeUntil },
    contacts: Object.fromEntries(
      contactSides.map((side) => {
        const { name, email, phone } = contactNames[side]
        const contact = { name: typed[name], email: typed[email] || null, phone: typed[phone] || null }
        return [side, contact.name === '' ? null : contact]
      }),
    ) as Record<ContactSide, AreaContact | null>,
  }))
