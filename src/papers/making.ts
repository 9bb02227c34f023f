import { listPolicies } from '../cards/queries.ts'
import { policyOn } from '../cards/rules.ts'
import type { Read } from '../db/db.ts'
import { compareFor } from '../i18n/holder-format.ts'
import type { Language } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import { municipalityName } from '../network/rules.ts'
import { paths as openData } from '../open-data/words.ts'
import type { Period } from '../publications/rules.ts'
import { fill } from '../web/paths.ts'
import { leadsTo, nameOf } from './paper.ts'
import { findContents, findNumbers, type Told } from './queries.ts'
import { figurePlaceOf, type Subject } from './rules.ts'
import { pressText, serviceText, type TextFacts } from './texts.ts'

type Asked = { subject: Subject; language: Language; today: Day; origin: string; period: Period | null }

const withoutScheme = (url: string) => url.replace(/^https?:\/\//, '')

/** Whose the figures are, by name; empty for the country. */
const figureName = (subject: Subject, language: Language): string => {
  const { level } = figurePlaceOf(subject)
  const named = level === 'municipality' ? subject.municipality : level === 'area' ? subject.area : null
  return named ? municipalityName(named, language) : ''
}

const factsFor = async (db: Read, { subject, language, today, origin }: Asked): Promise<TextFacts> => {
  const { municipalities, units, sites } = await findContents(db, subject, today)
  const { childAge, validityMonths } = policyOn(await listPolicies(db), today)
  const compare = compareFor(language)
  return {
    kind: subject.key?.kind ?? null,
    name: nameOf(subject, language),
    municipalities: municipalities.map((one) => municipalityName(one, language)).sort(compare),
    units: [...units].sort(compare),
    ...{ sites, childAge, months: validityMonths },
    address: leadsTo({ subject, language, origin }).shown,
  }
}

/** Everything of a place that is said in words, with what its pictures are made of. */
export const readTexts = async (db: Read, asked: Asked) => {
  const { subject, language, origin, period } = asked
  const facts = await factsFor(db, asked)
  const told: Told | null = await findNumbers(db, subject, period)
  const place = figureName(subject, language)
  const publication = told
    ? withoutScheme(`${origin}${fill(openData.publication[language], { publication: told.number })}`)
    : ''
  return {
    told,
    place,
    service: serviceText(language, facts),
    press: pressText(language, facts, { told, place, publication }),
    picture: { language, told, place, name: facts.name, address: facts.address },
  }
}
export type Texts = Awaited<ReturnType<typeof readTexts>>
