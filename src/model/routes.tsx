import type { z } from 'zod'
import { areaScopeOf, may } from '../access.ts'
import type { Read } from '../db/db.ts'
import { NotFound } from '../web/errors.tsx'
import { action, type Outcome, page, type Route } from '../web/route.tsx'
import type { Typed, Visit } from '../web/visit.ts'
import { compareVersions, isChange } from './diff-rules.ts'
import { listConsequences } from './follow-queries.ts'
import { followRoutes } from './follow-routes.tsx'
import { NoForm, PublishForm } from './forms.ts'
import { listPage, onePage } from './keep-views.tsx'
import { doneOf, paths } from './keep-words.ts'
import { type Counts, countPartners } from './list-queries.ts'
import { pointRoutes } from './point-routes.tsx'
import { draftChangesPage, publishPage } from './publish-view.tsx'
import {
  countCommitments,
  findModelInForce,
  listPoints,
  listVersions,
  makeNextVersion,
  publishVersion,
  takeBackVersion,
} from './queries.ts'
import {
  backTo,
  draftAt,
  heldDraftAt,
  type OnModel,
  publishedAt,
  type Reading,
  versionAt,
  type Writing,
} from './reading.ts'
import { countedOn, mayTakeBack, publishProblem, type Version } from './rules.ts'
import { changesPage, modelPage } from './views.tsx'
import { publicPaths } from './words.ts'

type Public = Visit & { db: Read }

const showVersion = async ({ db, language, today }: Public, version: Version) =>
  modelPage({
    ...{ language, today, version },
    versions: await listVersions(db),
    points: await listPoints(db, version.number),
  })

const showInForce = async (visit: Public) => {
  const version = await findModelInForce(visit.db, visit.today)
  if (!version) throw new NotFound()
  return showVersion(visit, version)
}

const changesOf = async (db: Read, { number }: Version) =>
  compareVersions(await listPoints(db, number - 1), await listPoints(db, number))

const showChanges = async (visit: Public & OnModel) => {
  const { db, language } = visit
  const version = await publishedAt(visit)
  // The first one changed nothing.
  if (version.number === 1) throw new NotFound()
  return changesPage({
    ...{ language, version, changes: await changesOf(db, version) },
    versions: (await listVersions(db)).filter(({ state }) => state === 'published'),
  })
}

const everything = { kind: null, areaId: null, words: [] }

/** Who has committed to a version: of one to come, on its first day. */
const countsOf = ({ db, user, today }: Reading, version: Version): Promise<Counts> => {
  const asked = { version: version.number, day: countedOn(version, today), today }
  return countPartners(db, areaScopeOf(user), asked, everything)
}

const showList = async (visit: Reading, typed: Typed) => {
  const { db, user, language, today } = visit
  const versions = await listVersions(db)
  const counts = new Map<number, Counts>()
  for (const version of versions)
    if (version.state === 'published') counts.set(version.number, await countsOf(visit, version))
  return listPage({ language, today, versions, counts, mayChange: may(user, 'model.change'), typed })
}

const make = async (visit: Writing): Promise<Outcome> => {
  const hasDraft = (await listVersions(visit.db)).some(({ state }) => state === 'draft')
  const number = hasDraft ? undefined : await makeNextVersion(visit.db, visit.now)
  if (number === undefined) return { problems: { '': 'draft-exists' } }
  return { redirect: backTo(visit, number, 'made'), subject: { model: number } }
}

const ofVersion = async (db: Read, { number }: Version) =>
  (await listConsequences(db)).filter(({ version }) => version === number)

const showOne = async (visit: Reading & OnModel, typed: Typed) => {
  const { db, user, language, today, query } = visit
  const version = await versionAt(visit)
  const mayChange = may(user, 'model.change')
  const commitments = mayChange ? await countCommitments(db, version.number) : 0
  return onePage({
    ...{ language, today, version, typed, mayChange, done: doneOf(query) },
    versions: await listVersions(db),
    points: await listPoints(db, version.number),
    consequences: await ofVersion(db, version),
    counts: version.state === 'published' ? await countsOf(visit, version) : null,
    mayTakeBack: mayChange && mayTakeBack(version, commitments, today),
  })
}

const showDraftChanges = async (visit: Reading & OnModel) => {
  const version = await draftAt(visit)
  return draftChangesPage({
    language: visit.language,
    version,
    changes: await changesOf(visit.db, version),
  })
}

const standing = async (db: Read, version: Version) =>
  (await ofVersion(db, version)).filter(({ until }) => until === null)

const showPublish = async (visit: Reading & OnModel, typed: Typed) => {
  const { db, language } = visit
  const version = await draftAt(visit)
  return publishPage({
    ...{ language, typed, version },
    changes: await changesOf(db, version),
    consequences: await standing(db, version),
    counts: await countsOf(visit, version),
  })
}

const publish = async (
  visit: Writing & OnModel,
  { from }: z.output<typeof PublishForm>,
): Promise<Outcome> => {
  const { db, today, now } = visit
  const version = await heldDraftAt(visit)
  const changes = await changesOf(db, version)
  const before = (await listVersions(db)).find(({ number }) => number === version.number - 1)
  const wanted = {
    ...{ from, isChanged: changes.some(isChange) },
    points: (await listPoints(db, version.number)).length,
    graces: (await standing(db, version)).map(({ graceDays }) => graceDays),
  }
  const problem = publishProblem(wanted, before, today)
  if (problem) return { problems: { from: problem } }
  await publishVersion(db, version.number, from, now)
  return { redirect: backTo(visit, version.number, 'published'), subject: { model: version.number, from } }
}

const takeBack = async (visit: Writing & OnModel): Promise<Outcome> => {
  const { db, today, now } = visit
  const version = await versionAt(visit)
  const isFree = mayTakeBack(version, await countCommitments(db, version.number), today)
  if (!isFree) return { problems: { '': 'begun' } }
  if (!(await takeBackVersion(db, version.number, now))) return { problems: { '': 'draft-exists' } }
  return {
    redirect: backTo(visit, version.number, 'back'),
    subject: { model: version.number, takenBack: true },
  }
}

export const routes: Route[] = [
  page(publicPaths.inForce, 'public.read', showInForce),
  page(publicPaths.version, 'public.read', async (visit) => showVersion(visit, await publishedAt(visit))),
  page(publicPaths.changes, 'public.read', showChanges),
  page(paths.list, 'model.read', showList),
  action(paths.new, 'model.change', NoForm, showList, make),
  // What was refused stands at this address: a reload then shows the list.
  page(paths.new, 'model.read', showList),
  page(paths.one, 'model.read', showOne),
  page(paths.changes, 'model.change', showDraftChanges),
  page(paths.publish, 'model.change', showPublish),
  action(paths.publish, 'model.change', PublishForm, showPublish, publish),
  action(paths.takeBack, 'model.change', NoForm, showOne, takeBack),
  page(paths.takeBack, 'model.read', showOne),
  ...pointRoutes,
  ...followRoutes,
]
