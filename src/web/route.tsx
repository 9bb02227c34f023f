import type { z } from 'zod'
import type { Permission } from '../access.ts'
import type { Pool, Read, Reading, Write } from '../db/db.ts'
import { type Language, languages } from '../i18n/translated.ts'
import { looksLikeIdentityCode } from '../lib/identity-code.ts'
import { actorOf, type Subject, writeAudit } from './audit.ts'
import type { Page } from './page.ts'
import type { LocalPath, ParamName } from './paths.ts'
import { nothingTyped, type SignedIn, type Typed, type Visit } from './visit.ts'

/** A permission that everyone holds leaves the visitor unknown; every other one means that someone is signed in. */
type VisitFor<P extends Permission, Param extends string> = P extends
  | 'public.read'
  | 'statistics.read'
  | 'sessions.start'
  | 'sessions.end'
  | 'invitations.accept'
  | 'demo.enter'
  ? Visit<Param>
  : SignedIn<Param>

type AnyPath = string | LocalPath
type ParamsOf<P extends AnyPath> = P extends LocalPath
  ? ParamName<P['fi']>
  : P extends string
    ? ParamName<P>
    : never

/** What an action decided. A refusal writes nothing, unless `keep` says that the attempt itself is to be kept. */
export type Outcome =
  | { redirect: string; subject?: Subject; session?: string | null }
  | { problems: Record<string, string>; keep?: true }

/** What a row answers; `web/mount.ts` turns it into a response. */
export type Answer =
  | { page: Page; status?: 200 | 422 }
  | { file: { type: string; name: string; body: string } }
  | { redirect: string; session?: string | null | undefined }

/** The two doors to the database: pages take one, actions the other. */
type Database = { pool: Pool; read: Reading }

export type Route = {
  method: 'GET' | 'POST'
  /** One path a language, or the same for all. */
  path: AnyPath
  permission: Permission
  serve: (visit: Visit<never>, fields: Record<string, string>, database: Database) => Promise<Answer>
}

export const pathsOf = (route: { path: AnyPath }): { language: Language | null; path: string }[] =>
  typeof route.path === 'string'
    ? [{ language: null, path: route.path }]
    : languages.map((language) => ({ language, path: (route.path as LocalPath)[language] }))

/** A page: shown from a database that can only be read. */
export const page = <const P extends AnyPath, R extends Permission>(
  path: P,
  permission: R,
  show: (visit: VisitFor<R, ParamsOf<P>> & { db: Read }, typed: Typed) => Promise<Page>,
): Route => ({
  method: 'GET',
  path,
  permission,
  serve: async (visit, _, { read }) => ({
    page: await read((db) => show({ ...visit, db } as never, nothingTyped)),
  }),
})

/** A file to keep, such as the CSV beside a chart. */
export const file = <const P extends AnyPath, R extends Permission>(
  path: P,
  permission: R,
  make: (
    visit: VisitFor<R, ParamsOf<P>> & { db: Read },
  ) => Promise<{ type: string; name: string; body: string }>,
): Route => ({
  method: 'GET',
  path,
  permission,
  serve: async (visit, _, { read }) => ({ file: await read((db) => make({ ...visit, db } as never)) }),
})

/** Two transactions that waited for each other: one is told to try again, and nothing of it was kept. */
const isRetryable = (error: unknown) => ['40001', '40P01'].includes((error as { code?: string }).code ?? '')

class Refused extends Error {
  readonly problems: Record<string, string>
  constructor(problems: Record<string, string>) {
    super('refused')
    this.problems = problems
  }
}

const writing = async (
  pool: Pool,
  visit: Visit<never>,
  permission: Permission,
  run: (db: Write) => Promise<Outcome>,
): Promise<Outcome> => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await pool.transaction().execute(async (db) => {
        const outcome = await run(db)
        if ('problems' in outcome && !outcome.keep) throw new Refused(outcome.problems)
        await writeAudit(db, {
          at: visit.now,
          actor: actorOf(visit.user),
          role: visit.user?.role ?? null,
          permission,
          outcome: 'problems' in outcome ? 'refused' : 'done',
          subject:
            'problems' in outcome
              ? { problems: Object.values(outcome.problems).join(' ') }
              : (outcome.subject ?? {}),
        })
        return outcome
      })
    } catch (error) {
      if (error instanceof Refused) return { problems: error.problems }
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
  serve: async (visit, fields, { pool, read }) => {
    const again = async (problems: Record<string, string>): Promise<Answer> => ({
      page: await read((db) => show({ ...visit, db } as never, { values: sayable(fields), problems })),
      status: 422,
    })
    const parsed = form.safeParse(fields)
    if (!parsed.success) return again(problemsOf(parsed.error))
    const outcome = await writing(pool, visit, permission, (db) =>
      run({ ...visit, db } as never, parsed.data),
    )
    return 'problems' in outcome ? again(outcome.problems) : outcome
  },
})

/** What comes back in a form. A personal identity code never does, whatever the field: it is not shown twice. */
const sayable = (fields: Record<string, string>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => !looksLikeIdentityCode(value)))

/** The first problem of each field, by the name that the form's schema gives it. */
const problemsOf = (error: z.ZodError) => {
  const problems: Record<string, string> = {}
  for (const issue of error.issues) problems[issue.path.join('.')] ??= issue.message
  return problems
}
