import type { Read, Write } from '../db/db.ts'
import { NotFound } from '../web/errors.tsx'
import { fill } from '../web/paths.ts'
import { rowId } from '../web/row-id.ts'
import type { SignedIn } from '../web/visit.ts'
import { type Done, paths } from './keep-words.ts'
import { findVersion, listPoints, lockDraft } from './queries.ts'
import type { Point, Version } from './rules.ts'

export type Reading = SignedIn & { db: Read }
export type Writing = SignedIn & { db: Write }
export type OnModel = { params: { model: string } }
export type OnPoint = { params: { model: string; point: string } }

/** The version of the address. @throws NotFound for what is not there, or is a draft of others */
export const versionAt = async ({ db, params }: { db: Read } & OnModel): Promise<Version> => {
  const version = await findVersion(db, rowId(params.model))
  if (!version) throw new NotFound()
  return version
}

/** A published version of the address. */
export const publishedAt = async (visit: { db: Read } & OnModel): Promise<Version> => {
  const version = await versionAt(visit)
  if (version.state !== 'published') throw new NotFound()
  return version
}

/** The draft of the address, to be looked at. */
export const draftAt = async (visit: { db: Read } & OnModel): Promise<Version> => {
  const version = await versionAt(visit)
  if (version.state !== 'draft') throw new NotFound()
  return version
}

/** The draft of the address, held until the end of the deed. */
export const heldDraftAt = async (visit: Writing & OnModel): Promise<Version> => {
  const version = await draftAt(visit)
  if (!(await lockDraft(visit.db, version.number))) throw new NotFound()
  return version
}

/** A point of the version and all of them. @throws NotFound */
export const pointAt = async (
  { db, params }: { db: Read } & OnPoint,
  version: Version,
): Promise<{ point: Point; points: Point[] }> => {
  const line = rowId(params.point)
  const points = await listPoints(db, version.number)
  const point = points.find((one) => one.line === line)
  if (!point) throw new NotFound()
  return { point, points }
}

/** The page of a version, with what was done. */
export const backTo = ({ language }: Pick<SignedIn, 'language'>, number: number, done: Done): string =>
  `${fill(paths.one[language], { model: number })}?done=${done}`
