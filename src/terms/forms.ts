import { z } from 'zod'
import { type IdentifierKind, identifierIn, identifierKinds, reachKinds } from '../lib/identifiers.ts'
import { type LimitPeriod, limitPeriods } from '../uses/limit-rules.ts'
import { type UseKind, useKinds } from '../uses/rules.ts'
import {
  type Courses,
  type Limits,
  type LinkKind,
  linkKinds,
  longestText,
  type TextField,
  type Trait,
  textFields,
  traits,
} from './rules.ts'

export type Problem =
  | IdentifierKind
  | 'text-long'
  | 'how-long'
  | 'url-form'
  | 'street-long'
  | 'postal-form'
  | 'limit-form'
  | 'limit-missing'
  | 'period-missing'
  | 'fee-form'
  | 'fee-missing'

/** Text as people type it, on one line or several: without invisible characters and blank lines in a row. */
const tidy = (typed: string) =>
  typed
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/(?!\n)[\p{Cc}\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]/gu, '')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()

const answer = (problemOf: (typed: string) => Problem | null, takes: readonly IdentifierKind[] = []) =>
  z
    .string()
    .default('')
    .superRefine((typed, context) => {
      const problem = identifierIn(typed, takes) ?? problemOf(tidy(typed))
      if (problem) context.addIssue({ code: 'custom', message: problem })
    })

/** Where one asks, books or enrols: these texts are for everyone to read, and say how the place is reached. */
const reaching: readonly TextField[] = [
  'how',
  'cancelling',
  'courses',
  'companions',
  'accessibility',
  'arrival',
  'opening',
]

const textAnswer = (field: TextField) =>
  answer(
    (typed) => {
      if (typed.length <= longestText(field)) return null
      return field === 'how' ? 'how-long' : 'text-long'
    },
    reaching.includes(field) ? reachKinds : ['street-address'],
  ).transform(tidy)

/**
 * An address on the web. Without its scheme it means https; nothing but http and https is a link, so that no
 * page of ours can be made to run a script.
 */
const readUrl = (typed: string): string | null => {
  const text = /^[a-z][a-z\d+.-]*:/i.test(typed) ? typed : `https://${typed}`
  if (text.length > 500 || /\s/.test(text) || !URL.canParse(text)) return null
  const { protocol, hostname, username, password, href } = new URL(text)
  const isWeb = (protocol === 'https:' || protocol === 'http:') && /\w\.[a-z\d-]{2,}$/i.test(hostname)
  return isWeb && username === '' && password === '' && href.length <= 500 ? href : null
}

const optional = (
  isGood: (typed: string) => boolean,
  problem: Problem,
  takes: readonly IdentifierKind[] = [],
) => answer((typed) => (typed === '' || isGood(typed) ? null : problem), takes).transform(tidy)

/** The numbers in an address on the web are its own. */
const inAddresses = identifierKinds.filter((kind) => kind !== 'identity-code')

const digits = (typed: string) => typed.normalize('NFKC').replace(/\s/g, '')
const feePattern = /^\d{1,4}([.,]\d{1,2})?€?$/

const textShape = Object.fromEntries(textFields.map((field) => [field, textAnswer(field)])) as Record<
  TextField,
  ReturnType<typeof textAnswer>
>
const linkName = (kind: LinkKind) => `link-${kind}` as const
const linkShape = Object.fromEntries(
  linkKinds.map((kind) => [
    linkName(kind),
    optional((typed) => readUrl(typed) !== null, 'url-form', inAddresses),
  ]),
) as Record<ReturnType<typeof linkName>, ReturnType<typeof optional>>

/** The fields of each kind's limit, and of whether the site gives any. Tickets are given everywhere. */
export const limitNames = {
  ticket: { volume: 'ticketLimit', period: 'ticketPeriod' },
  'course-place': { volume: 'courseLimit', period: 'coursePeriod' },
  'season-pass': { volume: 'passLimit', period: 'passPeriod' },
} as const satisfies Record<UseKind, { volume: string; period: string }>
export const kindNames = { 'course-place': 'givesCourses', 'season-pass': 'givesPasses' } as const
type LimitName = (typeof limitNames)[UseKind]['volume' | 'period']

const volume = optional((typed) => /^[1-9]\d?$/.test(digits(typed)), 'limit-form')
const period = optional((typed) => limitPeriods.some((known) => known === typed), 'period-missing')
const limitShape = {
  ticketLimit: volume,
  ticketPeriod: period,
  courseLimit: volume,
  coursePeriod: period,
  passLimit: volume,
  passPeriod: period,
  givesCourses: z.string().default(''),
  givesPasses: z.string().default(''),
}

const traitShape = Object.fromEntries(traits.map((trait) => [trait, z.string().default('')])) as Record<
  Trait,
  z.ZodDefault<z.ZodString>
>

const limitsOf = (typed: Record<LimitName, string>): Limits =>
  Object.fromEntries(
    useKinds.flatMap((kind) => {
      const names = limitNames[kind]
      if (typed[names.volume] === '') return []
      return [
        [kind, { volume: Number(digits(typed[names.volume])), period: typed[names.period] as LimitPeriod }],
      ]
    }),
  )

const kindsOf = (typed: Record<LimitName | 'givesCourses' | 'givesPasses', string>): UseKind[] =>
  useKinds.filter(
    (kind) => kind === 'ticket' || typed[kindNames[kind]] === 'yes' || typed[limitNames[kind].volume] !== '',
  )

/** All that a site says in Finnish and in numbers. Everything may be left empty. */
export const TermsForm = z
  .object({
    ...textShape,
    ...linkShape,
    ...limitShape,
    ...traitShape,
    courseFee: optional((typed) => feePattern.test(digits(typed)), 'fee-form'),
    courseExcess: z.string().default(''),
    street: optional((typed) => typed.length <= 200, 'street-long', ['street-address']).transform((text) =>
      text.replace(/\n/g, ' '),
    ),
    postalCode: optional((typed) => /^\d{5}$/.test(digits(typed)), 'postal-form').transform(digits),
  })
  .superRefine((typed, context) => {
    const { courseFee, courseExcess } = typed
    const add = (name: string, problem: Problem) =>
      context.addIssue({ code: 'custom', message: problem, path: [name] })
    for (const names of Object.values(limitNames)) {
      if (typed[names.volume] !== '' && typed[names.period] === '') add(names.period, 'period-missing')
      if (typed[names.volume] === '' && typed[names.period] !== '') add(names.volume, 'limit-missing')
    }
    if (courseExcess === 'yes' && courseFee === '') add('courseFee', 'fee-missing')
  })
  .transform((typed) => ({
    texts: Object.fromEntries(textFields.map((field) => [field, typed[field]])) as Record<TextField, string>,
    links: Object.fromEntries(
      linkKinds.map((kind) => {
        const text = typed[linkName(kind)]
        return [kind, text === '' ? null : readUrl(text)]
      }),
    ) as Record<LinkKind, string | null>,
    courses: {
      feeCents: centsOf(typed.courseFee),
      excessByHolder: typed.courseExcess === 'yes',
    } satisfies Courses,
    kinds: kindsOf(typed),
    limits: limitsOf(typed),
    traits: traits.filter((trait) => typed[trait] === 'yes'),
    street: typed.street || null,
    postalCode: typed.postalCode || null,
  }))
export type TypedTerms = z.output<typeof TermsForm>

const centsOf = (typed: string): number | null =>
  typed === '' ? null : Math.round(Number(digits(typed).replace(',', '.').replace('€', '')) * 100)

const tickName = (field: TextField) => `still-${field}` as const
const tickShape = Object.fromEntries(
  textFields.map((field) => [tickName(field), z.string().default('')]),
) as Record<ReturnType<typeof tickName>, z.ZodDefault<z.ZodString>>

/** One translation. A tick says that an old one still holds, although the Finnish has changed. */
export const TranslationForm = z.object({ ...textShape, ...tickShape }).transform((typed) => ({
  texts: Object.fromEntries(textFields.map((field) => [field, typed[field]])) as Record<TextField, string>,
  stillGood: textFields.filter((field) => typed[tickName(field)] === 'yes'),
}))
export type TypedTranslation = z.output<typeof TranslationForm>

/** The fields in the order of the page: the order of its problems too. */
export const fieldNames = [
  ...['included', 'how', 'cancelling', 'limits', 'children', 'companions', 'accessibility'],
  ...['ticketLimit', 'ticketPeriod', 'givesCourses', 'givesPasses', 'passLimit', 'passPeriod'],
  ...['courseLimit', 'coursePeriod', 'courseFee', 'courseExcess', 'courses'],
  ...[...linkKinds.map(linkName), 'street', 'postalCode', 'arrival', 'opening', 'season', ...traits],
]
export { linkName, tickName }
