import type { z } from 'zod'
import { action, type Outcome, page, type Route } from '../web/route.tsx'
import type { Typed } from '../web/visit.ts'
import { pointPage, removePage } from './form-views.tsx'
import { MoveForm, PointForm, SureForm, typedOf } from './forms.ts'
import { paths } from './keep-words.ts'
import { addPoint, listPoints, removePoint, writePoints } from './queries.ts'
import {
  backTo,
  draftAt,
  heldDraftAt,
  type OnModel,
  type OnPoint,
  pointAt,
  type Reading,
  type Writing,
} from './reading.ts'
import { inOrder, moved, renumbered } from './rules.ts'

type Told = z.output<typeof PointForm>

const showAdd = async (visit: Reading & OnModel, typed: Typed) =>
  pointPage({ language: visit.language, typed, version: await draftAt(visit), point: null })

const add = async (visit: Writing & OnModel, told: Told): Promise<Outcome> => {
  const { number } = await heldDraftAt(visit)
  const line = await addPoint(visit.db, number, told, visit.now)
  return {
    redirect: `${backTo(visit, number, 'point')}#point-${line}`,
    subject: { model: number, point: line },
  }
}

const showPoint = async (visit: Reading & OnPoint, typed: Typed) => {
  const version = await draftAt(visit)
  const { point } = await pointAt(visit, version)
  const isAgain = Object.keys(typed.problems).length > 0
  return pointPage({
    language: visit.language,
    typed: isAgain ? typed : { ...typed, values: typedOf(point) },
    ...{ version, point },
  })
}

/** A point that gets another chapter goes to its end; the places that it leaves close up. */
const change = async (visit: Writing & OnPoint, told: Told): Promise<Outcome> => {
  const version = await heldDraftAt(visit)
  const { point, points } = await pointAt(visit, version)
  const place = told.chapter === point.chapter ? point.place : points.length + 1
  const changed = points.map((one) => (one.line === point.line ? { ...one, ...told, place } : one))
  await writePoints(visit.db, version.number, renumbered(inOrder(changed)), visit.now)
  return {
    redirect: `${backTo(visit, version.number, 'point')}#point-${point.line}`,
    subject: { model: version.number, point: point.line },
  }
}

const move = async (visit: Writing & OnPoint, { direction }: z.output<typeof MoveForm>): Promise<Outcome> => {
  const version = await heldDraftAt(visit)
  const { point, points } = await pointAt(visit, version)
  await writePoints(visit.db, version.number, moved(points, point.line, direction), visit.now)
  return {
    redirect: `${backTo(visit, version.number, 'moved')}#point-${point.line}`,
    subject: { model: version.number, point: point.line, direction },
  }
}

const showRemove = async (visit: Reading & OnPoint, typed: Typed) => {
  const version = await draftAt(visit)
  const { point } = await pointAt(visit, version)
  return removePage({ language: visit.language, typed, version, point })
}

const remove = async (visit: Writing & OnPoint): Promise<Outcome> => {
  const version = await heldDraftAt(visit)
  const { point } = await pointAt(visit, version)
  await removePoint(visit.db, version.number, point.line)
  const left = await listPoints(visit.db, version.number)
  await writePoints(visit.db, version.number, renumbered(left), visit.now)
  return {
    redirect: backTo(visit, version.number, 'removed'),
    subject: { model: version.number, point: point.line, removed: true },
  }
}

/** A refused step, such as one without a direction, shows the point. */
export const pointRoutes: Route[] = [
  page(paths.addPoint, 'model.change', showAdd),
  action(paths.addPoint, 'model.change', PointForm, showAdd, add),
  page(paths.point, 'model.change', showPoint),
  action(paths.point, 'model.change', PointForm, showPoint, change),
  action(paths.move, 'model.change', MoveForm, showPoint, move),
  page(paths.move, 'model.change', showPoint),
  page(paths.remove, 'model.change', showRemove),
  action(paths.remove, 'model.change', SureForm, showRemove, remove),
]
