import type { z } from 'zod'
import { type OpenPermission, type Permission, rolesOf } from '../access.ts'
import type { Pool, Read, Reading, Write } from '../db/db.ts'
import { type HolderLanguage, isHolderLanguage } from '../i18n/holder-languages.ts'
import type { Subject } from './audit.ts'
import { choicesOf } from './choices-of.ts'
import type { Page } from './page.ts'
import type { HolderPath, LocalPath, ParamName } from './paths.ts'
import { hiddenOf, problemsOf, sayable } from './problems-of.ts'
import { type FileRoom, usualRoom } from './request-body.ts'
import { nothingTyped, type SignedIn, type Typed, type Visit } from './visit.ts'
import { auditReading, writing } from './writing.ts'

/** A permission that everyone holds leaves the visitor unknown; every other one means that someone is signed in. */
export type VisitFor<P extends Permission, Param extends string> = P extends OpenPermission
  ? Visit<Param>
  : SignedIn<Param>

type AnyPath = string | LocalPath | HolderPath
type ParamsOf<P extends AnyPath> = P extends LocalPath
  ? ParamName<P['fi']>
  : P extends string
    ? ParamName<P>
    : never

/** What an action decided; `keepDays` is for a session that outlives the browser, `bond` ties a link to it. A refusal writes nothing, unless `keep` says that the attempt itself is to be kept. */
export type Outcome =
  | {
      redirect: string
      subject?: Subject
      session?: string | null
      keepDays?: number
      bond?: string | null
    }
  /** The answer itself, where no address may name what was asked, such as a card's code. */
  | { page: Page; subject?: Subject }
  | { problems: Record<string, string>; keep?: true }

/**
 * @property body a function makes it when the database has been let go: for what takes long, such as a PDF
 * @property shown opens in the browser, to be looked at and printed, rather than kept at once
 * @property open data that pages of others may read too; `lasting` never changes at its address
 * @property sandboxed of what is shown: others made it, so it opens in an origin of its own, where it can do nothing
 * @property packed needs no compressing
 * @property personal for one reader, though nobody is signed in: no cache on the way keeps it
 * @property count what is counted when somebody took the file (`isTaken`): never who took it
 */
export type MadeFile = {
  type: string
  name: string
  body: string | Uint8Array | (() => Promise<Uint8Array>)
  shown?: boolean
  open?: 'lasting' | 'changing'
  sandboxed?: boolean
  packed?: boolean
  personal?: boolean
  count?: (db: Pool) => Promise<unknown>
}
type ReadyFile = MadeFile & { body: string | Uint8Array }

/** What a row answers; `web/mount.ts` turns it into a response. */
export type Answer =
  | { page: Page; status?: 200 | 422 }
  | { file: ReadyFile }
  | { sheet: string }
  | { json: unknown; status?: 200 | 400 | 422 }
  /** The page has got another address for good. */
  | { moved: string }
  | {
      redirect: string
      session?: string | null | undefined
      keepDays?: number | undefined
      state?: string | null
      bond?: string | null
    }

/** The two doors to the database: pages take one, actions the other. */
type Database = { pool: Pool; read: Reading }

export type Route = {
  method: 'GET' | 'POST'
  /** One path a language of staff or of holders, or the same for all. */
  path: AnyPath
  permission: Permission
  /** What may be typed, where the row takes a form. */
  form?: z.ZodType
  /** Only for who proved lately who they are: others are led to prove it, and back. */
  proven?: boolean
  /** For a script of ours: JSON in and out, refusals too, and never a page or a redirect. */
  exchange?: true
  /** How large a file its form may bring (`visit.upload`). */
  takesFile?: FileRoom
  /** @param text the body as it came */
  serve: (
    visit: Visit<never>,
    fields: Record<string, string>,
    database: Database,
    text?: string,
  ) => Promise<Answer>
}

/** A delicate row, or the page whose form leads to one: it asks for a fresh proof of who is there. */
export const proven = (route: Route): Route => ({ ...route, proven: true })

/** A row whose form may bring a file, of 5 MB unless said. */
export const withFile = (route: Route, room: FileRoom = usualRoom): Route => ({ ...route, takesFile: room })

export const pathsOf = ({ path }: { path: AnyPath }): { language: HolderLanguage | null; path: string }[] =>
  typeof path === 'string'
    ? [{ language: null, path }]
    : Object.entries(path).map(([language, path]) => ({
        language: isHolderLanguage(language) ? language : null,
        path,
      }))

/**
 * A page: shown from a database that can only be read.
 * @param subjectOf for a page that shows a single card or the like: what the audit log says was read
 */
export const page = <const P extends AnyPath, R extends Permission>(
  path: P,
  permission: R,
  show: (visit: VisitFor<R, ParamsOf<P>> & { db: Read }, typed: Typed) => Promise<Page>,
  subjectOf?: (visit: VisitFor<R, ParamsOf<P>>) => Subject,
): Route => ({
  method: 'GET',
  path,
  permission,
  serve: async (visit, _, { pool, read }) => {
    const shown = await read((db) => show({ ...visit, db } as never, nothingTyped), visit.proof)
    if (subjectOf) await auditReading(pool, visit, permission, subjectOf(visit as never))
    return { page: shown }
  },
})

/** A public page whose thing may have got another address since: then `show` tells that address instead. */
export const movingPage = <const P extends AnyPath, R extends OpenPermission>(
  path: P,
  permission: R,
  show: (visit: VisitFor<R, ParamsOf<P>> & { db: Read }) => Promise<Page | { moved: string }>,
): Route => ({
  method: 'GET',
  path,
  permission,
  serve: async (visit, _, { read }) => {
    const shown = await read((db) => show({ ...visit, db } as never), visit.proof)
    return 'moved' in shown ? shown : { page: shown }
  },
})

/**
 * A file to keep, such as the CSV beside a chart. What is not for everyone asks for a fresh proof of who takes it, and
 * leaves a row in the audit log.
 * @param subjectOf for a file about a single card or the like: what the audit log says was read
 */
export const file = <const P extends AnyPath, R extends Permission>(
  path: P,
  permission: R,
  make: (visit: VisitFor<R, ParamsOf<P>> & { db: Read }) => Promise<MadeFile>,
  subjectOf?: (visit: VisitFor<R, ParamsOf<P>>) => Subject,
): Route => ({
  method: 'GET',
  path,
  permission,
  proven: !rolesOf(permission).includes('everyone'),
  serve: async (visit, _, { pool, read }) => {
    const made = await read((db) => make({ ...visit, db } as never), visit.proof)
    if (!rolesOf(permission).includes('everyone'))
      await auditReading(pool, visit, permission, {
        ...subjectOf?.(visit as never),
        file: made.name,
        query: choicesOf(visit.query),
      })
    const { body } = made
    return { file: { ...made, body: typeof body === 'function' ? await body() : body } }
  },
})

/**
 * A whole HTML document with a look of its own, such as a letter as mail programs show it. It may bring style in its
 * attributes; script, forms, pictures and anything from elsewhere it may not (`sheetPolicy` in respond.ts).
 */
export const sheet = <const P extends AnyPath, R extends Permission>(
  path: P,
  permission: R,
  make: (visit: VisitFor<R, ParamsOf<P>> & { db: Read }) => Promise<string>,
): Route => ({
  method: 'GET',
  path,
  permission,
  serve: async (visit, _, { read }) => ({
    sheet: await read((db) => make({ ...visit, db } as never), visit.proof),
  }),
})

/**
 * An action: checks the form, runs in one transaction, writes the audit row in it, and answers 303.
 * What was typed wrong, or refused by a rule, comes back in the form's page with 422.
 */
export const action = <const P extends AnyPath, R extends Permission, Form extends z.ZodType>(
  path: P,
  permission: R,
  form: Form,
  show: (visit: VisitFor<R, ParamsOf<P>> & { db: Read }, typed: Typed) => Promise<Page>,
  run: (visit: VisitFor<R, ParamsOf<P>> & { db: Write }, input: z.output<Form>) => Promise<Outcome>,
): Route => ({
  method: 'POST',
  path,
  permission,
  form,
  serve: async (visit, fields, { pool, read }) => {
    const again = async (
      problems: Record<string, string>,
      hidden: readonly string[] = [],
    ): Promise<Answer> => ({
      page: await read(
        (db) => show({ ...visit, db } as never, { values: sayable(fields, hidden), problems }),
        visit.proof,
      ),
      status: 422,
    })
    const parsed = form.safeParse(fields)
    if (!parsed.success) return again(problemsOf(parsed.error), hiddenOf(parsed.error))
    const outcome = await writing(pool, visit, permission, (db) =>
      run({ ...visit, db } as never, parsed.data),
    )
    if ('problems' in outcome) return again(outcome.problems)
    return 'page' in outcome ? { page: outcome.page } : outcome
  },
})
