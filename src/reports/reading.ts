import { areaScopeOf, placeScopeOf, type User } from '../access.ts'
import type { Read } from '../db/db.ts'
import type { Language } from '../i18n/translated.ts'
import type { Publication } from '../publications/rules.ts'
import { NotFound } from '../web/errors.tsx'
import { sheetOf } from './figure-rules.ts'
import { listFigures, listPublications } from './figures-queries.ts'
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

export type Wanted = { language: Language; kind: Kind; place: NamedPlace; publication: Publication }

/** The report as it was and stays; null where nothing was published of the place. */
export const readReport = async (
  db: Read,
  publications: readonly Publication[],
  { language, kind, place, publication }: Wanted,
): Promise<Report | null> => {
  const { period } = publication
  const earlier = [quarterBefore(period), yearBefore(period)].map((wanted) =>
    publishedBefore(publications, publication, wanted),
  )
  const numbers = [publication, ...earlier].flatMap((one) => (one ? [one.number] : []))
  const figures = await listFigures(db, numbers, place)
  const publishedIn = (one: Publication | null | undefined): Published | null => {
    const own = figures.filter((figure) => figure.publication === one?.number)
    return one && own.length > 0 ? { publication: one, sheet: sheetOf(own) } : null
  }
  const current = publishedIn(publication)
  if (!current) return null
  return reportOf(language, {
    ...{ kind, current, place: { level: place.level, id: place.id, name: nameOf(language, place) } },
    ...{ quarterBefore: publishedIn(earlier[0]), yearBefore: publishedIn(earlier[1]) },
  })
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
  const report = await readReport(db, publications, { language, kind, place, publication })
  if (!report) throw new NotFound()
  return report
}
