import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import type { Write } from '../db/db.ts'
import { holderLanguages } from '../i18n/holder-languages.ts'
import { languages } from '../i18n/translated.ts'
import { type Day, isDay } from '../lib/dates.ts'
import { addInstrument, listInstruments } from './instrument-queries.ts'
import type { Instrument } from './rules.ts'

const text = (longest: number) => z.string().trim().min(1).max(longest)

/** A text in Finnish, Swedish and English at least, and in other languages of holders as far as there are any. */
const texts = z.partialRecord(z.enum(holderLanguages), text(300)).superRefine((given, context) => {
  for (const language of languages)
    if (given[language] === undefined)
      context.addIssue({ code: 'custom', path: [language], message: 'is missing' })
})

/** A set of questions as a file holds it. */
const InstrumentFile = z
  .strictObject({
    name: text(60),
    version: text(60),
    validFrom: z.string().refine(isDay, { error: 'is no day of the form YYYY-MM-DD' }),
    isPlaceholder: z.boolean(),
    source: text(1000),
    licence: text(200),
    scoring: z.strictObject({
      reversed: z.array(z.int().positive()),
      total: z.strictObject({ atLeast: z.int().positive() }).nullable(),
    }),
    scale: z
      .array(z.strictObject({ points: z.int().min(0).max(100), labels: texts }))
      .min(2)
      .max(11),
    lead: texts,
    items: z.array(texts).min(1).max(40),
  })
  .superRefine(({ scale, scoring, lead, items }, context) => {
    const issue = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message })
    for (const [at, { points }] of scale.entries())
      if (scale.findIndex((one) => one.points === points) !== at)
        issue(['scale', at, 'points'], 'is there twice')
    for (const [at, item] of scoring.reversed.entries())
      if (item > items.length) issue(['scoring', 'reversed', at], 'names an item that is not there')
    if (scoring.total && scoring.total.atLeast > items.length)
      issue(['scoring', 'total', 'atLeast'], 'is more than there are items')
    // A language is whole or left out: nobody is asked half in one and half in another.
    const known = new Set(
      [lead, ...items, ...scale.map(({ labels }) => labels)].flatMap((one) => Object.keys(one)),
    )
    const say = (path: (string | number)[], one: object) => {
      for (const language of known)
        if (!Object.hasOwn(one, language) && !languages.some((needed) => needed === language))
          issue([...path, language], 'is missing, though other texts have this language')
    }
    say(['lead'], lead)
    for (const [at, item] of items.entries()) say(['items', at], item)
    for (const [at, { labels }] of scale.entries()) say(['scale', at, 'labels'], labels)
  })

export type InstrumentReport = {
  /** `items[2].sv`, or empty for the file as a whole; and what is wrong there. */
  problems: { path: string; reason: string }[]
  added: boolean
  items: number
}

const pathOf = (path: readonly PropertyKey[]) =>
  path.reduce<string>(
    (said, part) =>
      typeof part === 'number' ? `${said}[${part}]` : said ? `${said}.${String(part)}` : String(part),
    '',
  )

const refused = (path: string, reason: string): InstrumentReport => ({
  problems: [{ path, reason }],
  added: false,
  items: 0,
})

/**
 * Takes a set of questions into the register, from its day on. Answers stay with the set they were given to, so a set
 * that is known is never changed: the same one again changes nothing, another of its version is refused.
 * @param content the text of the file
 */
export const importInstrument = async (db: Write, content: string, today: Day): Promise<InstrumentReport> => {
  let given: unknown
  try {
    given = JSON.parse(content)
  } catch {
    return refused('', 'is no JSON')
  }
  const parsed = InstrumentFile.safeParse(given)
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => ({ path: pathOf(path), reason: message }))
    return { problems, added: false, items: 0 }
  }
  const instrument = parsed.data as Instrument
  const known = await listInstruments(db)
  const same = known.find(({ name, version }) => name === instrument.name && version === instrument.version)
  const items = instrument.items.length
  if (same) {
    const { id: _, ...kept } = same
    if (isDeepStrictEqual(kept, instrument)) return { problems: [], added: false, items }
    return refused('version', 'is known with other contents; give the changed set a version of its own')
  }
  if (known.some(({ validFrom }) => validFrom === instrument.validFrom))
    return refused('validFrom', 'is the day on which another set begins')
  if (instrument.validFrom < today) return refused('validFrom', `is past; ${today} is the earliest`)
  await addInstrument(db, instrument)
  return { problems: [], added: true, items }
}
