/** Rows for scripts of ours: JSON in and out. */
import type { z } from 'zod'
import type { Permission } from '../access.ts'
import type { Read, Write } from '../db/db.ts'
import type { Subject } from './audit.ts'
import { problemOf } from './exchange.ts'
import type { ParamName } from './paths.ts'
import { problemsOf } from './problems-of.ts'
import { readJson } from './request-body.ts'
import type { Route, VisitFor } from './route.tsx'
import { writing } from './writing.ts'

/** What a script is told. `problems` say for the log why nothing was done, though the answer is a good one. */
export type Told =
  | { json: unknown; subject?: Subject }
  | { json: unknown; problems: Record<string, string>; keep?: true }

/** What a script of ours asks for, from a database that can only be read. */
export const exchangeGet = <const P extends string, R extends Permission>(
  path: P,
  permission: R,
  ask: (visit: VisitFor<R, ParamName<P>> & { db: Read }) => Promise<unknown>,
): Route => ({
  method: 'GET',
  path,
  permission,
  exchange: true,
  serve: async (visit, _, { read }) => ({
    json: await read((db) => ask({ ...visit, db } as never), visit.proof),
  }),
})

/**
 * What a script of ours sends as JSON: an action like any other, in one transaction with its audit row, that answers
 * JSON. What has not the form is answered 422 with the names of the fields, never with what they held.
 */
export const exchange = <const P extends string, R extends Permission, Form extends z.ZodType>(
  path: P,
  permission: R,
  form: Form,
  run: (visit: VisitFor<R, ParamName<P>> & { db: Write }, input: z.output<Form>) => Promise<Told>,
): Route => ({
  method: 'POST',
  path,
  permission,
  form,
  exchange: true,
  serve: async (visit, _, { pool }, text = '') => {
    const sent = readJson(text)
    if (sent === undefined) return { json: problemOf('no-json'), status: 400 }
    const parsed = form.safeParse(sent)
    if (!parsed.success) {
      const fields = Object.keys(problemsOf(parsed.error))
      return { json: { ...problemOf('not-accepted'), fields }, status: 422 }
    }
    const { json } = await writing(pool, visit, permission, (db) =>
      run({ ...visit, db } as never, parsed.data),
    )
    return { json }
  },
})
