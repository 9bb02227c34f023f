import { areaScopeOf, placeScopeOf, type User } from '../access.ts'
import type { Read } from '../db/db.ts'
import type { Language } from '../i18n/translated.ts'
import { listTold } from '../publications/correction-queries.ts'
import { isYear, quartersIn, quartersOf } from '../publications/period-rules.ts'
import { listFigures, listPublications } from '../publications/queries.ts'
import type { Publication } from '../publications/rules.ts'
import { NotFound } from '../web/errors.tsx'
import { sheetOf } from './figure-rules.ts'
import { nameOf } from './names.ts'
import { findOwnPlace, findPlace, type NamedPlace, type Reach } from './place-queries.ts'
import { reportOf } from './report.ts'
import type { Published, Report } from './report-shape.ts'
import {
  fits,
  isKind,
  type Kind,
  kindsFor,
  type PlaceKey,
  placeOf,
  quarterBefore,
  yearBefore,
} from './rules.ts'

/** How far a reader sees; null for who works at one place, and sees that. */
export const reachOf = (user: User): Reach | null => {
  if (user.role === 'auditor') return 'public'
  return user.role === 'centre' || user.role === 'coordinator' ? areaScopeOf(user) : null
}

/**
 * The place that somebody asks a report of.
 * @throws NotFound for one that is not theirs
 */
export const findReadable = async (db: Read, user: User, wanted: PlaceKey): Promise<NamedPlace> => {
  const reach = reachOf(user)
  const found = reach ? await findPlace(db, reach, wanted) : await findOwnPlace(db, placeScopeOf(user))
  if (!found || found.level !== wanted.level || found.id !== wanted.id) throw new NotFound()
  return found
}

/** The publication of a period, where it was made before another: what a report compares never changes either. */
const publishedBefore = (publications: readonly Publication[], current: Publication, period: string | null) =>
  publications.find((one) => one.period === period && one.number < current.number) ?? null

/** What a publication tells of a place; of a year, what was on its last day is told by its last quarter. */
const readPublished = async (
  db: Read,
  publications: readonly Publication[],
  publication: Publication,
  { level, id }: PlaceKey,
): Promise<Published & { isEmpty: boolean }> => {
  const { period } = publication
  const end = isYear(period) ? publishedBefore(publications, publication, quartersOf(period)[3]!) : null
  const figures = []
  for (const one of [publication, ...(end ? [end] : [])])
    for (const figure of await listFigures(db, one.number, { level, placeId: id }))
      figures.push({ ...figure, period: one.period })
  return { publication, end, sheet: sheetOf({ period, level }, figures), isEmpty: figures.length === 0 }
}

type Wanted = { language: Language; kind: Kind; place: NamedPlace; publication: Publication }

/** The report as it was and stays; of a place without figures all is 0. A period before it had any is not compared with. */
export const readReport = async (
  db: Read,
  publications: readonly Publication[],
  { language, kind, place, publication }: Wanted,
): Promise<Report> => {
  const of = { level: place.level, placeId: place.id }
  const readEarlier = async (period: string | null) => {
    const found = publishedBefore(publications, publication, period)
    const read = found && (await readPublished(db, publications, found, place))
    return read && !read.isEmpty ? read : null
  }
  const report = reportOf(language, {
    ...{ kind, place: { level: place.level, id: place.id, name: nameOf(language, place) } },
    current: await readPublished(db, publications, publication, place),
    quarterBefore: await readEarlier(quarterBefore(publication.period)),
    yearBefore: await readEarlier(yearBefore(publication.period)),
  })
  return { ...report, corrections: await listTold(db, quartersIn(publication.period), of) }
}

/**
 * The report that an address names.
 * @throws NotFound for a publication, kind or place that is not there, or not one's own
 */
export const findReport = async (visit: {
  db: Read
  user: User
  language: Language
  params: Record<'publication' | 'kind' | 'place', string>
}): Promise<Report> => {
  const { db, user, language, params } = visit
  const publications = await listPublications(db)
  const publication = publications.find(({ number }) => String(number) === params.publication)
  const wanted = placeOf(params.place)
  const { kind } = params
  if (!publication || !wanted || !isKind(kind)) throw new NotFound()
  if (!fits(kind, publication.period) || !kindsFor(wanted.level).includes(kind)) throw new NotFound()
  const place = await findReadable(db, user, wanted)
  return readReport(db, publications, { language, kind, place, publication })
}
