import { z } from 'zod'
import { webAddress } from '../events/text-rules.ts'
import { dayOf } from '../lib/dates.ts'
import { type IdentifierKind, identifierIn, identifierKinds, reachKinds } from '../lib/identifiers.ts'
import { instantOf, readTime } from '../lib/local-time.ts'
import { oneLine } from '../lib/one-line.ts'
import { readDay, writeDay } from '../lib/typed-day.ts'
import type { Said } from '../materials/rules.ts'
import { type Professional, professionals } from '../pages/rules.ts'
import { type TrainingFacts, type Translation, translations } from './rules.ts'

export type FormProblem =
  | 'has-expectant'
  | ('title-missing' | 'description-missing' | 'text-long' | 'audience-missing' | 'language-missing')
  | ('area-missing' | 'day-form' | 'day-missing' | 'time-form' | 'start-missing' | 'end-missing')
  | ('end-early' | 'when-missing' | 'place-missing' | 'number-form' | 'link-form' | 'link-broken')
  | ('recording-first' | 'why-missing' | 'state-form' | 'sign-up-twice' | 'sign-up-day' | IdentifierKind)

const languages = ['fi', 'sv', 'en'] as const

/** What may be said in public of a training: how to reach who holds it, and when it is. */
const spoken = [...reachKinds, 'birth-date'] as const
/** The numbers in an address on the web are its own. */
const inAddresses = identifierKinds.filter((kind) => kind !== 'identity-code')

const typed = (problemOf: (text: string) => FormProblem | null, takes: readonly IdentifierKind[]) =>
  z
    .string()
    .default('')
    .transform((raw, context) => {
      const text = oneLine(raw)
      const problem = identifierIn(raw, takes) ?? problemOf(text)
      if (problem) context.addIssue({ code: 'custom', message: problem })
      return text
    })

const aText = (longest: number, missing?: FormProblem) =>
  typed((text) => (text.length > longest ? 'text-long' : text === '' && missing ? missing : null), spoken)
const aDay = typed((text) => (text === '' || readDay(text) ? null : 'day-form'), inAddresses)
const aTime = typed((text) => (text === '' || readTime(text) !== null ? null : 'time-form'), [])
const aNumber = (most: number) =>
  typed((text) => {
    const isNumber = /^[1-9]\d{0,3}$/.test(text) && Number(text) <= most
    return text === '' || isNumber ? null : 'number-form'
  }, []).transform((text) => (text === '' ? null : Number(text)))

/** A page of ours, whose being there the route asks, or an address on the web: as links in texts. */
export const isOwnLink = (link: string) => /^\/(?![/\\])/.test(link)
const linkIn = (text: string) => {
  if (!text.startsWith('/')) return webAddress(text)
  return isOwnLink(text) && text.length <= 500 && !/\s/.test(text) ? text : null
}
const aLink = typed(
  (text) => (text === '' || linkIn(text) !== null ? null : 'link-form'),
  inAddresses,
).transform((text) => (text === '' ? null : linkIn(text)))

const ticked = z
  .string()
  .optional()
  .transform((text) => text === 'yes')

/** One box each: a field that comes several times would be read once. */
export const audienceField = (audience: Professional) => `audience-${audience}` as const
export const languageField = (language: keyof Said) => `language-${language}` as const
export const agreesField = (language: Translation) => `agrees-${language}` as const
const boxes = <Name extends string>(names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, ticked])) as Record<Name, typeof ticked>

const longest = { title: 120, description: 1000, place: 200, why: 300 }

/** The instants of a session; null where its fields are empty or wrong. */
const timesOf = ({ day, start, end }: { day: string; start: string; end: string }) => {
  const [on, from, until] = [readDay(day), readTime(start), readTime(end)]
  if (on === null || from === null || until === null) return null
  return { startsAt: instantOf(on, from), endsAt: instantOf(on, until) }
}

const orNull = (text: string) => text || null
const saidOf = (fi: string, sv: string, en: string): Said => ({ fi, sv: orNull(sv), en: orNull(en) })

type When = Record<'day' | 'start' | 'end' | 'place', string> & { remote: boolean; recording: string | null }
type WhenField = 'day' | 'start' | 'end' | 'place'

/** What is wrong with when and where it is: what is only a recording needs neither. */
const whenProblems = (told: When): Partial<Record<WhenField, FormProblem>> => {
  const { day, start, end, place, remote, recording } = told
  if (day === '' && start === '' && end === '') return recording === null ? { day: 'when-missing' } : {}
  const times = timesOf(told)
  return {
    ...(day === '' ? { day: 'day-missing' } : {}),
    ...(start === '' ? { start: 'start-missing' } : {}),
    ...(end === '' ? { end: 'end-missing' } : {}),
    ...(times && times.endsAt <= times.startsAt ? { end: 'end-early' } : {}),
    ...(!remote && place === '' ? { place: 'place-missing' } : {}),
  }
}

/** Asked whatever else is wrong, so that all is told at once. */
const alsoAt = (name: string, error: FormProblem) => ({ path: [name], error, when: () => true })
const whenIsRight = (name: WhenField) =>
  [
    (told: When) => whenProblems(told)[name] === undefined,
    {
      ...{ path: [name], when: () => true },
      error: ({ input }: { input?: unknown }) => whenProblems(input as When)[name],
    },
  ] as const

export const TrainingForm = z
  .object({
    titleFi: aText(longest.title, 'title-missing'),
    titleSv: aText(longest.title),
    titleEn: aText(longest.title),
    descriptionFi: aText(longest.description, 'description-missing'),
    descriptionSv: aText(longest.description),
    descriptionEn: aText(longest.description),
    ...boxes(professionals.map(audienceField)),
    ...boxes(languages.map(languageField)),
    ...boxes(translations.map(agreesField)),
    /** Empty for Kaikukeskus. */
    area: z
      .string()
      .default('')
      .transform((text, context) => {
        if (!/^([1-9]\d{0,8})?$/.test(text)) context.addIssue({ code: 'custom', message: 'area-missing' })
        return text === '' ? null : Number(text)
      }),
    day: aDay,
    start: aTime,
    end: aTime,
    remote: ticked,
    place: aText(longest.place),
    seats: aNumber(5000),
    signUp: aLink,
    ownSignUp: ticked,
    recording: aLink,
    length: aNumber(600),
    subtitles: ticked,
    textLink: aLink,
  })
  .refine(
    (told) => professionals.some((one) => told[audienceField(one)]),
    alsoAt('audiences', 'audience-missing'),
  )
  .refine(
    (told) => languages.some((one) => told[languageField(one)]),
    alsoAt('languages', 'language-missing'),
  )
  .refine(...whenIsRight('day'))
  .refine(...whenIsRight('start'))
  .refine(...whenIsRight('end'))
  .refine(...whenIsRight('place'))
  .refine(
    ({ recording, length, subtitles, textLink }) =>
      recording !== null || (length === null && !subtitles && textLink === null),
    alsoAt('recording', 'recording-first'),
  )
  .refine(({ signUp, ownSignUp }) => !ownSignUp || signUp === null, alsoAt('ownSignUp', 'sign-up-twice'))
  .refine(({ day, ownSignUp }) => !ownSignUp || day !== '', alsoAt('ownSignUp', 'sign-up-day'))
  .transform((told): TrainingFacts & { agreed: Translation[] } => {
    const times = timesOf(told)
    return {
      areaId: told.area,
      title: saidOf(told.titleFi, told.titleSv, told.titleEn),
      description: saidOf(told.descriptionFi, told.descriptionSv, told.descriptionEn),
      audiences: professionals.filter((one) => told[audienceField(one)]),
      languages: languages.filter((one) => told[languageField(one)]),
      ...{ startsAt: times?.startsAt ?? null, endsAt: times?.endsAt ?? null },
      ...{ isRemote: told.remote, place: orNull(told.place), seats: told.seats, signUpUrl: told.signUp },
      takesSignUp: told.ownSignUp,
      ...{ recordingUrl: told.recording, recordingLength: told.length, hasSubtitles: told.subtitles },
      textUrl: told.textLink,
      agreed: translations.filter((one) => told[agreesField(one)]),
    }
  })

/** Why a training is not held. */
export const CancelForm = z
  .object({
    whyFi: aText(longest.why, 'why-missing'),
    whySv: aText(longest.why),
    whyEn: aText(longest.why),
  })
  .transform((told) => saidOf(told.whyFi, told.whySv, told.whyEn))

export const StateForm = z.object({ state: z.enum(['planned', 'removed', 'kept'], 'state-form') })

/** @param clock the time of day in the reader's language */
const timeFields = ({ startsAt, endsAt }: TrainingFacts, clock: (at: Date) => string) =>
  startsAt && endsAt
    ? { day: writeDay(dayOf(startsAt)), start: clock(startsAt), end: clock(endsAt) }
    : { day: '', start: '', end: '' }

/** A training as its form shows it. */
export const typedOf = (facts: TrainingFacts, clock: (at: Date) => string): Record<string, string> => ({
  ...{ titleFi: facts.title.fi, titleSv: facts.title.sv ?? '', titleEn: facts.title.en ?? '' },
  descriptionFi: facts.description.fi,
  descriptionSv: facts.description.sv ?? '',
  descriptionEn: facts.description.en ?? '',
  ...Object.fromEntries(facts.audiences.map((one) => [audienceField(one), 'yes'])),
  ...Object.fromEntries(facts.languages.map((one) => [languageField(one), 'yes'])),
  ...{ area: String(facts.areaId ?? ''), ...timeFields(facts, clock) },
  ...{ remote: facts.isRemote ? 'yes' : '', place: facts.place ?? '', seats: String(facts.seats ?? '') },
  ownSignUp: facts.takesSignUp ? 'yes' : '',
  ...{ signUp: facts.signUpUrl ?? '', recording: facts.recordingUrl ?? '', textLink: facts.textUrl ?? '' },
  ...{ length: String(facts.recordingLength ?? ''), subtitles: facts.hasSubtitles ? 'yes' : '' },
})
