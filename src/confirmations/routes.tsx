import type { z } from 'zod'
import { areaScopeOf, placeScopeOf } from '../access.ts'
import { findOwnPlace, listContacts } from '../contacts/queries.ts'
import type { Read, Write } from '../db/db.ts'
import { dayOf, yearOf } from '../lib/dates.ts'
import { writeCsv } from '../lib/write-csv.ts'
import { actorOf } from '../web/audit.ts'
import { NotFound } from '../web/errors.tsx'
import { action, file, type Outcome, page, type Route } from '../web/route.tsx'
import type { SignedIn, Typed } from '../web/visit.ts'
import { type Confirmation, ConfirmationForm, type Problem, ReminderForm } from './forms.ts'
import { countPlaces, listMunicipalities, listPlaces, listToRemind } from './list-queries.ts'
import { ConfirmationsPage } from './list-views.tsx'
import { confirm, findConfirmation, lockReminders } from './queries.ts'
import { sendReminders, sortOut } from './remind.ts'
import { RemindPage } from './remind-view.tsx'
import { daysBetweenReminders, instructedProblem } from './rules.ts'
import { readListSearch, readNarrowed, readSent } from './search.ts'
import { ConfirmPage } from './views.tsx'
import { paths } from './words.ts'

const ownPlace = async ({ db, user }: SignedIn & { db: Read | Write }) => {
  const place = await findOwnPlace(db, placeScopeOf(user))
  if (!place) throw new NotFound()
  return place
}

const showConfirm = async (visit: SignedIn & { db: Read }, typed: Typed) => {
  const { db, language, today } = visit
  const place = await ownPlace(visit)
  const year = yearOf(today)
  return ConfirmPage({
    language,
    year,
    place,
    contacts: await listContacts(db, place),
    confirmed: await findConfirmation(db, place, year),
    typed,
  })
}

const confirmYear = async (
  visit: SignedIn & { db: Write },
  { instructed }: Confirmation,
): Promise<Outcome> => {
  const { db, user, language, today, now } = visit
  const place = await ownPlace(visit)
  const problem: Problem | null = instructedProblem(instructed, today)
  if (problem) return { problems: { instructed: problem } }
  if ((await listContacts(db, place)).length === 0)
    return { problems: { '': 'contact-missing' satisfies Problem } }
  const year = yearOf(today)
  const isNew = await confirm(db, place, { year, instructedOn: instructed, now, by: actorOf(user) })
  return {
    redirect: paths.confirm[language],
    subject: { kind: place.kind, id: place.id, year, ...(isNew ? {} : { again: true }) },
  }
}

const pageSize = 50

const showList = async ({ db, user, language, today, query }: SignedIn & { db: Read }) => {
  const scope = areaScopeOf(user)
  const asked = readListSearch(query)
  const counts = await countPlaces(db, scope, { narrowed: asked, today })
  const total = asked.done ? counts.done : counts.all - counts.done
  const pages = Math.max(1, Math.ceil(total / pageSize))
  const search = { ...asked, page: Math.min(asked.page, pages) }
  const part = { page: search.page, size: pageSize }
  return ConfirmationsPage({
    language,
    year: yearOf(today),
    search,
    counts,
    places: await listPlaces(db, scope, { narrowed: asked, today, done: asked.done }, part),
    towns: await listMunicipalities(db, scope, today),
    pages,
    sent: readSent(query),
  })
}

const csvHeader = [
  ...['kind', 'name', 'municipality', 'confirmed_on', 'instructed_on'],
  ...['contact_persons', 'email_addresses', 'reminded_on'],
]

const listFile = async ({ db, user, today, query }: SignedIn & { db: Read }) => {
  const search = readListSearch(query)
  const places = await listPlaces(db, areaScopeOf(user), { narrowed: search, today, done: search.done })
  return {
    type: 'text/csv; charset=utf-8',
    name: `kaiku-confirmations-${today}.csv`,
    body: writeCsv(
      csvHeader,
      places.map((place) => [
        ...[place.kind, place.name, place.nameFi],
        ...[place.confirmedAt && dayOf(place.confirmedAt), place.instructedOn],
        ...[place.contacts, place.addresses, place.remindedAt && dayOf(place.remindedAt)],
      ]),
    ),
  }
}

const showRemind = async ({ db, user, language, origin, now, today, query }: SignedIn & { db: Read }) => {
  const search = { ...readListSearch(query), done: false, page: 1 }
  const waiting = await listToRemind(db, areaScopeOf(user), search, today)
  const reminded = sortOut(waiting, now, daysBetweenReminders)
  return RemindPage({ language, year: yearOf(today), origin, search, reminded })
}

const remind = async (
  { db, user, language, origin, now, today }: SignedIn & { db: Write },
  { kind, municipality }: z.output<typeof ReminderForm>,
): Promise<Outcome> => {
  await lockReminders(db)
  const narrowed = readNarrowed(kind, municipality)
  const waiting = await listToRemind(db, areaScopeOf(user), narrowed, today)
  const { places, letters } = sortOut(waiting, now, daysBetweenReminders)
  await sendReminders(db, places, { now, by: actorOf(user), origin })
  const query = new URLSearchParams({
    ...(narrowed.kind ? { kind: narrowed.kind } : {}),
    ...(narrowed.municipality ? { municipality: String(narrowed.municipality) } : {}),
    ...{ letters: String(letters), places: String(places.length) },
  })
  return { redirect: `${paths.list[language]}?${query}`, subject: { letters, places: places.length } }
}

export const routes: Route[] = [
  page(paths.confirm, 'place.confirm', showConfirm),
  action(paths.confirm, 'place.confirm', ConfirmationForm, showConfirm, confirmYear),
  page(paths.list, 'units.read', showList),
  file(paths.csv, 'units.read', listFile),
  page(paths.remind, 'units.change', showRemind),
  action(paths.remind, 'units.change', ReminderForm, showRemind, remind),
]
