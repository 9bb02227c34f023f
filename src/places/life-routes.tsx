import type { z } from 'zod'
import { areaScopeOf, type Permission } from '../access.ts'
import type { Read, Write } from '../db/db.ts'
import { isTaken } from '../db/taken.ts'
import { idOfOrganisation, listOrganisationNames } from '../organisations/queries.ts'
import { actorOf } from '../web/audit.ts'
import { NotFound } from '../web/errors.tsx'
import { action, type Outcome, page, proven, type Route } from '../web/route.tsx'
import { rowId } from '../web/row-id.ts'
import type { SignedIn, Typed } from '../web/visit.ts'
import { ChangeForm, CloseForm, MergeForm, NoForm, PauseForm } from './life-forms.ts'
import {
  addPause,
  changePlace,
  closePlace,
  endPause,
  findPlace,
  hasOtherHistory,
  type KeptPlace,
  listPauses,
  listPeriods,
  listTwins,
  lockPlace,
  mergePlace,
  withdrawChange,
} from './life-queries.ts'
import { changePage, closePage, mergePage, pausePage } from './life-views.tsx'
import { listMunicipalityChoices } from './queries.ts'
import { changeProblems, closingProblem, nextPause, type PlaceKind, pauseProblems } from './rules.ts'
import { type Deed, placeAddress, placePaths } from './words.ts'

type Reading = SignedIn & { db: Read; params: object }
type Writing = SignedIn & { db: Write; params: object }

const idOf = ({ params }: { params: object }) => rowId(String(Object.values(params)[0]))
const scopeOf = ({ user }: SignedIn) => areaScopeOf(user)

/** A unit's or a site's life: changes from a day, pauses, closing and merging. */
const lifeOf = (kind: PlaceKind, permission: Permission & ('units.change' | 'sites.change')): Route[] => {
  const paths = placePaths[kind]
  const found = (place: KeptPlace | undefined) => {
    if (!place) throw new NotFound()
    return place
  }
  const find = async (visit: Reading) => found(await findPlace(visit.db, kind, scopeOf(visit), idOf(visit)))
  const lock = async (visit: Writing) => found(await lockPlace(visit.db, kind, scopeOf(visit), idOf(visit)))
  const done = ({ language }: SignedIn, id: number, deed: Deed, more = {}): Outcome => ({
    redirect: `${placeAddress(kind, language, id)}?done=${deed}`,
    subject: { [kind]: id, ...more },
  })

  const showChange = async (visit: Reading, typed: Typed) => {
    const { db, language, today } = visit
    const place = await find(visit)
    return changePage(kind, language, {
      place,
      organisations: await listOrganisationNames(db, scopeOf(visit)),
      municipalities: await listMunicipalityChoices(db, scopeOf(visit), today),
      typed,
    })
  }
  const change = async (visit: Writing, form: z.output<typeof ChangeForm>): Promise<Outcome> => {
    const { db, today } = visit
    const was = await lock(visit)
    const towns = await listMunicipalityChoices(db, scopeOf(visit), [form.from, today].toSorted().at(-1)!)
    const town = towns.find(({ id }) => id === form.municipality)
    const isMoving = form.municipality !== was.municipalityId
    if (isMoving && !town) return { problems: { municipality: 'municipality-missing' } }
    const to = {
      name: form.name,
      organisationId: await idOfOrganisation(db, form.organisation),
      municipalityId: form.municipality,
      // A pop-up site stays outside the networks wherever it goes.
      areaId: isMoving && was.areaId !== null ? town!.areaId : was.areaId,
    }
    const [latest] = await listPeriods(db, kind, was.id)
    const begun = latest?.from ?? null
    const hasPending = begun !== null && begun > today
    const problems = changeProblems(was, to, { from: form.from, begun, hasPending, today })
    if (Object.keys(problems).length > 0) return { problems }
    try {
      await changePlace(db, kind, was.id, to, form.from, today)
    } catch (error) {
      if (isTaken(error)) return { problems: { name: 'name-taken' } }
      throw error
    }
    return done(visit, was.id, form.from > today ? 'waiting' : 'changed', { moved: isMoving })
  }
  const withdraw = async (visit: Writing): Promise<Outcome> => {
    const { id } = await lock(visit)
    await withdrawChange(visit.db, kind, id, visit.today)
    return done(visit, id, 'withdrawn')
  }

  const showPause = async (visit: Reading, typed: Typed) =>
    pausePage(kind, visit.language, { place: await find(visit), today: visit.today, typed })
  const pause = async (visit: Writing, form: z.output<typeof PauseForm>): Promise<Outcome> => {
    const { db, user, now, today } = visit
    const { id } = await lock(visit)
    const problems = pauseProblems(form, await listPauses(db, kind, id), today)
    if (Object.keys(problems).length > 0) return { problems }
    await addPause(db, kind, id, form, { now, actor: actorOf(user) })
    return done(visit, id, 'paused')
  }
  const resume = async (visit: Writing): Promise<Outcome> => {
    const { db, today } = visit
    const { id } = await lock(visit)
    const standing = nextPause(await listPauses(db, kind, id), today)
    if (standing) await endPause(db, standing, today)
    return done(visit, id, 'resumed')
  }

  const showClose = async (visit: Reading, typed: Typed) =>
    closePage(kind, visit.language, { place: await find(visit), today: visit.today, typed })
  const close = async (visit: Writing, { on }: z.output<typeof CloseForm>): Promise<Outcome> => {
    const { id } = await lock(visit)
    const problem = closingProblem(on, visit.today)
    if (problem) return { problems: { on: problem } }
    await closePlace(visit.db, kind, id, on)
    return done(visit, id, 'closed')
  }
  const reopen = async (visit: Writing): Promise<Outcome> => {
    const { id } = await lock(visit)
    await closePlace(visit.db, kind, id, null)
    return done(visit, id, 'reopened')
  }

  const showMerge = async (visit: Reading, typed: Typed) => {
    const { db, language, today, query } = visit
    const place = await find(visit)
    const twins = await listTwins(db, kind, scopeOf(visit), place, today)
    const asked = typed.values.into ?? query.get('into')
    return mergePage(kind, language, {
      place,
      twins,
      into: twins.find(({ id }) => String(id) === asked),
      typed,
    })
  }
  const merge = async (visit: Writing, { into }: z.output<typeof MergeForm>): Promise<Outcome> => {
    const { db, user, now, today } = visit
    const place = await lock(visit)
    const twins = await listTwins(db, kind, scopeOf(visit), place, today)
    if (!twins.some(({ id }) => id === into)) return { problems: { into: 'into-missing' } }
    if (await hasOtherHistory(db, kind, place.id, into)) return { problems: { into: 'merge-history' } }
    await mergePlace(db, kind, place.id, into, { now, today, actor: actorOf(user) })
    return done(visit, into, 'merged', { from: place.id })
  }

  return [
    page(paths.change, permission, showChange),
    action(paths.change, permission, ChangeForm, showChange, change),
    action(paths.withdraw, permission, NoForm, showChange, withdraw),
    page(paths.pause, permission, showPause),
    action(paths.pause, permission, PauseForm, showPause, pause),
    action(paths.resume, permission, NoForm, showPause, resume),
    page(paths.close, permission, showClose),
    action(paths.close, permission, CloseForm, showClose, close),
    action(paths.reopen, permission, NoForm, showClose, reopen),
    proven(page(paths.merge, permission, showMerge)),
    proven(action(paths.merge, permission, MergeForm, showMerge, merge)),
  ]
}

export const routes: Route[] = [...lifeOf('unit', 'units.change'), ...lifeOf('site', 'sites.change')]
