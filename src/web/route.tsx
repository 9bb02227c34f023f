import type { z } from 'zod'
import { type OpenPermission, type Permission, rolesOf } from '../access.ts'
import { actBy, type Pool, type Read, type Reading, type Write } from '../db/db.ts'
import { type Language, languages } from '../i18n/translated.ts'
import { saysIdentifier } from '../lib/identifiers.ts'
import { looksLikeIdentityCode } from '../lib/identity-code.ts'
import { actorOf, type Subject, writeAudit } from './audit.ts'
import { choicesOf } from './choices-of.ts'
import { problemOf } from './exchange.ts'
import type { Page } from './page.ts'
import type { LocalPath, ParamName } from './paths.ts'
import { readJson } from './request-body.ts'
import { nothingTyped, type SignedIn, type Typed, type Visit } from './visit.ts'

/** A permission that everyone holds leaves the visitor unknown; every other one means that someone is signed in. */
type VisitFor<P extends Permission, Param extends string> = P extends OpenPermission
  ? Visit<Param>
  : SignedIn<Param>

type AnyPath = string | LocalPath
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
 */
export type MadeFile = {
  type: string
  name: string
  body: string | Uint8Array | (() => Promise<Uint8Array>)
  shown?: boolean
}
type ReadyFile = MadeFile & { body: string | Uint8Array }

/** What a row answers; `web/mount.ts` turns it into a response. */
export type Answer =
  | { page: Page; status?: 200 | 422 }
  | { file: ReadyFile }
  | { sheet: string }
  | { json: unknown; status?: 200 | 400 | 422 }
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
  /** One path a language, or the same for all. */
  path: AnyPath
  permission: Permission
  /** What may be typed, where the row takes a form. */
  form?: z.ZodType
  /** Only for who proved lately who they are: others are led to prove it, and back. */
  proven?: boolean
  /** For a script of ours: JSON in and out, refusals too, and never a page or a redirect. */
  exchange?: true
  /** Its form may bring a file of up to 5 MB (`visit.upload`). */
  takesFile?: boolean
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

/** A row whose form may bring a file. */
export const withFile = (route: Route): Route => ({ ...route, takesFile: true })

export const pathsOf = (route: { path: AnyPath }): { language: Language | null; path: string }[] =>
  typeof route.path === 'string'
    ? [{ language: null, path: route.path }]
    : languages.map((language) => ({ language, path: (route.path as LocalPath)[language] }))

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

/** What is read under watch: whose card was opened, which list was taken out. */
const auditReading = (pool: Pool, visit: Visit<never>, permission: Permission, subject: Subject) =>
  writeDeed(pool, visit, permission, 'done', { ...subject, read: true })

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

/** Two transactions that waited for each other: one is told to try again, and nothing of it was kept. */
const isRetryable = (error: unknown) => ['40001', '40P01'].includes((error as { code?: string }).code ?? '')

/** Carries a refusal out of the transaction that it undoes. */
class Refused<O> extends Error {
  readonly outcome: O
  constructor(outcome: O) {
    super('refused')
    this.outcome = outcome
  }
}

type Deed = { subject?: Subject } | { problems: Record<string, string>; keep?: true }

const writeDeed = (
  db: Pool,
  visit: Visit<never>,
  permission: Permission,
  outcome: 'done' | 'refused',
  subject: Subject,
) =>
  writeAudit(db, {
    at: visit.now,
    actor: actorOf(visit.user),
    role: visit.user?.role ?? null,
    permission,
    outcome,
    subject,
  })

/** Which rule refused, and which row it was about: the names in the address, of those that are no secret. */
const aboutProblems = (visit: Visit<never>, problems: Record<string, string>): Subject => ({
  problems: Object.values(problems).join(' '),
  ...idsOf(visit.params),
})

/** Rows are named by numbers and UUIDs; a token in an address is none of these and is never written down. */
export const idsOf = (params: Record<string, string>): Subject =>
  Object.fromEntries(
    Object.entries(params).filter(([, text]) =>
      /^\d{1,15}$|^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text),
    ),
  )

const writeOutcome = (db: Pool, visit: Visit<never>, permission: Permission, outcome: Deed) =>
  'problems' in outcome
    ? writeDeed(db, visit, permission, 'refused', aboutProblems(visit, outcome.problems))
    : writeDeed(db, visit, permission, 'done', outcome.subject ?? {})

const writing = async <O extends Deed>(
  pool: Pool,
  visit: Visit<never>,
  permission: Permission,
  run: (db: Write) => Promise<O>,
): Promise<O> => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await pool.transaction().execute(async (db) => {
        await actBy(db, visit.proof)
        const outcome = await run(db)
        if ('problems' in outcome && !outcome.keep) throw new Refused(outcome)
        await writeOutcome(db, visit, permission, outcome)
        return outcome
      })
    } catch (error) {
      if (error instanceof Refused) {
        const outcome = error.outcome as O
        await writeOutcome(pool, visit, permission, outcome)
        return outcome
      }
      if (!isRetryable(error) || attempt === 3) throw error
    }
  }
}

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

/**
 * What comes back in a form. A personal identity code never does, whatever the field: it is not shown twice.
 * @param hidden fields refused because they hold a phone number or the like
 */
const sayable = (fields: Record<string, string>, hidden: readonly string[]) =>
  Object.fromEntries(
    Object.entries(fields).filter(([name, value]) => !hidden.includes(name) && !looksLikeIdentityCode(value)),
  )

/** The fields in which something was noticed that names or reaches a person, whatever else is wrong with them. */
const hiddenOf = (error: z.ZodError): string[] =>
  error.issues.filter(({ message }) => saysIdentifier(message)).map(({ path }) => path.join('.'))

/** The first problem of each field, by the name that the form's schema gives it. */
const problemsOf = (error: z.ZodError) => {
  const problems: Record<string, string> = {}
  for (const issue of error.issues) problems[issue.path.join('.')] ??= issue.message
  return problems
}
