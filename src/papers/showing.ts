import { may, placeScopeOf, type User } from '../access.ts'
import type { Read } from '../db/db.ts'
import { findOwnMunicipality } from '../guides/queries.ts'
import { isHolderLanguage } from '../i18n/holder-languages.ts'
import { isLanguage } from '../i18n/translated.ts'
import { listPublicMembers } from '../network/queries.ts'
import { listPublications } from '../publications/queries.ts'
import type { SignedIn, Visit } from '../web/visit.ts'
import { readTexts } from './making.ts'
import { findSubject, listPlaces } from './queries.ts'
import { type PlaceKey, readKey, type Subject, wholeCountry } from './rules.ts'
import { papersPage } from './views.tsx'

type Reading = Visit & { db: Read }

/** What an address asks for; an old or mistyped one still shows the papers of the country. */
const askedOf = async ({ db, query, today }: Reading): Promise<Subject> =>
  (await findSubject(db, readKey(query.get('place') ?? '') ?? null, today)) ?? wholeCountry

const show = async (visit: Reading, subject: Subject, own: { user: User } | null) => {
  const { db, query, today, origin, language: ofReader } = visit
  const asked = query.get('language') ?? undefined
  const language = isHolderLanguage(asked) ? asked : ofReader
  const inWords = isLanguage(language) ? language : ofReader
  const members = await listPublicMembers(db, today)
  const areaId = own?.user.areaId ?? subject.area?.id ?? null
  const isKeeper = own?.user.role === 'centre' || own?.user.role === 'coordinator'
  return papersPage({
    ...{ language: ofReader, today, subject, members },
    paperLanguage: language,
    textLanguage: inWords,
    places: isKeeper && areaId !== null ? await listPlaces(db, areaId, today) : [],
    publications: await listPublications(db),
    texts: await readTexts(db, { subject, language: inWords, today, origin, period: query.get('period') }),
    own: own && { mayPrintCards: may(own.user, 'print-runs.make') },
  })
}

/** The page for anyone: the papers of the country until a place is chosen. */
export const showOpen = async (visit: Reading) => show(visit, await askedOf(visit), null)

/** The place that somebody works for or keeps, if it is public; of a unit that is not, its municipality. */
const ownSubject = async ({ db, user, today }: Reading & { user: User }): Promise<Subject> => {
  const find = (key: PlaceKey | null) => (key ? findSubject(db, key, today) : undefined)
  if (user.role === 'issuer' || user.role === 'venue') {
    const scope = placeScopeOf(user)
    const key: PlaceKey =
      'unitId' in scope ? { kind: 'unit', id: scope.unitId } : { kind: 'site', id: scope.siteId }
    const municipality = await findOwnMunicipality(db, scope)
    return (
      (await find(key)) ??
      (await find(municipality === null ? null : { kind: 'municipality', id: municipality })) ??
      wholeCountry
    )
  }
  return (await find(user.areaId === null ? null : { kind: 'area', id: user.areaId })) ?? wholeCountry
}

/** The page for who works with the card: the own place is chosen until another is. */
export const showOwn = async (visit: SignedIn & { db: Read }) =>
  show(visit, visit.query.has('place') ? await askedOf(visit) : await ownSubject(visit), { user: visit.user })
