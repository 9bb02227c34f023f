import { findProgram, type Program, programScopeOf } from '../api-clients/queries.ts'
import type { Read, Write } from '../db/db.ts'
import { isUuid } from '../lib/uuid.ts'
import { NotFound } from '../web/errors.tsx'
import type { SignedIn } from '../web/visit.ts'
import { findWebhook, type Webhook } from './queries.ts'

export type OfProgram = { params: { program: string } }
export type OfWebhook = { params: { program: string; webhook: string } }
export type Reading = SignedIn & { db: Read }
export type Writing = SignedIn & { db: Write }

/** @throws NotFound when whoever asks does not keep such a program: what is told to others' programs is theirs */
export const findOwn = async ({ db, user, params, now }: Reading & OfProgram): Promise<Program> => {
  const found = isUuid(params.program)
    ? await findProgram(db, programScopeOf(user), params.program, now)
    : undefined
  if (!found?.isOwn) throw new NotFound()
  return found
}

/** One's own program at work: one that has ended is told nothing any more. */
export const findWorking = async (visit: Reading & OfProgram): Promise<Program> => {
  const program = await findOwn(visit)
  if (program.endedAt) throw new NotFound()
  return program
}

/** A webhook of one's own program that stands. */
export const findStanding = async (
  visit: Reading & OfWebhook,
): Promise<{ program: Program; webhook: Webhook }> => {
  const program = await findOwn(visit)
  const { db, params } = visit
  const webhook = isUuid(params.webhook) ? await findWebhook(db, program.id, params.webhook) : undefined
  if (!webhook || webhook.endedAt) throw new NotFound()
  return { program, webhook }
}
