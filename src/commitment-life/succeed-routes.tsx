import type { z } from 'zod'
import { areaScopeOf } from '../access.ts'
import { listCommitments } from '../commitment-lists/queries.ts'
import type { Read, Write } from '../db/db.ts'
import { actorOf } from '../web/audit.ts'
import { action, type Outcome, page, type Route } from '../web/route.tsx'
import type { SignedIn, Typed } from '../web/visit.ts'
import { checkPage, valuesOf } from './check-view.tsx'
import { succeedForm } from './deed-views.tsx'
import { findSeen, happen, type Reading, refusalOf, type Seen, type Writing } from './deeds.ts'
import { PermanentForm, SucceedForm } from './forms.ts'
import { permanentPage } from './permanent-view.tsx'
import { live } from './queries.ts'
import { listPermanentPilots, listRenewals } from './renewal-queries.ts'
import { renewalsPage } from './renewals-view.tsx'
import type { LifeEvent } from './rules.ts'
import { findPlaceOf, listChanged, listSuccessors } from './successor-queries.ts'
import { paths } from './words.ts'

type Keeping = SignedIn & { db: Read }

/** The form starts with what the address asks for: an offer names the party and its successor. */
const showSucceed = async (visit: Reading, typed: Typed) => {
  const { db, language, query } = visit
  const asked = { party: query.get('party') ?? '', organisation: query.get('organisation') ?? '' }
  const values = Object.keys(typed.values).length > 0 ? typed.values : asked
  const seen = await findSeen(visit)
  return succeedForm({ language, seen, successors: await listSuccessors(db), typed: { ...typed, values } })
}

type Succession = z.output<typeof SucceedForm>

/** The party's unit and site go along: each must be the successor's already, for the register says where it is. */
const successionOf = async (
  { db }: Reading | Writing,
  { parties }: Seen,
  { party: partyId, organisation, reason }: Succession,
): Promise<{ problems: Record<string, string> } | { event: LifeEvent; place: string | null }> => {
  const party = parties.find(({ id }) => id === partyId)
  const chosen = (await listSuccessors(db)).find(({ id }) => id === organisation)
  if (!party) return { problems: { party: 'party-missing' } }
  if (!chosen) return { problems: { organisation: 'organisation-missing' } }
  const place = await findPlaceOf(db, party)
  if (place.organisations.some((id) => id !== organisation))
    return { problems: { organisation: 'place-elsewhere' } }
  const { name, businessId } = chosen
  const details = { organisation, unit: place.unit, site: place.site, name, businessId, reason }
  return { event: { kind: 'succeeded', party: partyId, details }, place: place.name }
}

const checkSucceed = async (visit: Writing, input: Succession): Promise<Outcome> => {
  const seen = await findSeen(visit)
  const asked = await successionOf(visit, seen, input)
  if ('problems' in asked) return asked
  if (input.again) {
    const typed = { values: valuesOf(asked.event, false), problems: {} }
    return { page: await showSucceed(visit, typed), subject: { commitment: seen.life.id, looked: true } }
  }
  const refusal = await refusalOf(visit, seen, asked.event)
  if (refusal) return { problems: { organisation: refusal } }
  const { language } = visit
  return {
    page: checkPage({ language, seen, event: asked.event, right: false, place: asked.place }),
    subject: { commitment: seen.life.id, looked: true },
  }
}

const succeed = async (visit: Writing, input: Succession): Promise<Outcome> => {
  const asked = await successionOf(visit, await findSeen(visit), input)
  return 'problems' in asked ? asked : happen(visit, asked.event, 'organisation')
}

const showPermanent = async ({ db, user, language, today, query }: Keeping, typed: Typed) =>
  permanentPage({
    ...{ language, typed },
    pilots: await listPermanentPilots(db, areaScopeOf(user), query.get('area') ?? '', today),
    done: Number(/^\d{1,4}$/.exec(query.get('done') ?? '')?.[0] ?? 0),
  })

/** All of them or none: one that cannot be leaves the others as they were. */
const makePermanent = async (
  { db, user, language, now, today }: SignedIn & { db: Write },
  { reason, ids }: z.output<typeof PermanentForm>,
): Promise<Outcome> => {
  const offered = await listPermanentPilots(db, areaScopeOf(user), '', today)
  const chosen = offered.map(({ id }) => id).filter((id) => ids.includes(id))
  if (chosen.length === 0 || chosen.length < ids.length) return { problems: { '': 'none-chosen' } }
  const hashes: string[] = []
  for (const id of chosen) {
    const event = { kind: 'made-permanent', party: null, details: { reason } } as const
    const done = await live(db, id, event, { actor: actorOf(user), now, today })
    if (typeof done === 'string') return { problems: { '': done } }
    hashes.push(done.hash)
  }
  return {
    redirect: `${paths.permanent[language]}?done=${chosen.length}`,
    subject: { commitments: chosen.join(' '), kind: 'made-permanent', hashes: hashes.join(' ') },
  }
}

const showRenewals = async ({ db, user, language, today, query }: Keeping) => {
  const scope = areaScopeOf(user)
  const months = query.get('months') === '3' ? 3 : query.get('months') === '12' ? 12 : 6
  const nothing = { words: [], area: '', kind: '', standing: '', model: '' } as const
  const { rows } = await listCommitments(db, scope, { ...nothing, ends: String(months) }, today, null)
  return renewalsPage({
    ...{ language, months, isCentre: scope.areaId === null },
    rows: await listRenewals(db, rows, today),
    changed: await listChanged(db, scope, { commitment: null, today }),
    pilots: (await listPermanentPilots(db, scope, '', today)).length,
  })
}

export const routes: Route[] = [
  page(paths.succeed, 'commitments.keep', showSucceed),
  action(paths.succeed, 'commitments.keep', SucceedForm, showSucceed, checkSucceed),
  action(paths.succeedIt, 'commitments.keep', SucceedForm, showSucceed, succeed),
  page(paths.succeedIt, 'commitments.keep', showSucceed),
  page(paths.permanent, 'commitments.keep', showPermanent),
  action(paths.permanent, 'commitments.keep', PermanentForm, showPermanent, makePermanent),
  page(paths.renewals, 'commitments.keep', showRenewals),
]
