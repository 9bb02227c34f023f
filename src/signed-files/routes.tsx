import { takeToken } from '../accounts/limit-queries.ts'
import type { Read, Write } from '../db/db.ts'
import { publicTextOf } from '../lib/ed25519.ts'
import { TooMany } from '../web/errors.tsx'
import { action, file, type MadeFile, type Outcome, page, type Route, withFile } from '../web/route.tsx'
import type { Typed, Visit } from '../web/visit.ts'
import { VerifyForm } from './forms.ts'
import { findSince, listSigningKeys, signingKeyOf } from './queries.ts'
import { sha256Of } from './seal-rules.ts'
import { sinceOf } from './since-rules.ts'
import type { Verdict } from './verify-rules.ts'
import { verifyInThread } from './verify-thread.ts'
import { resultPage, verifyPage } from './views.tsx'
import { paths } from './words.ts'

/** Of one visitor's network, an hour: whoever has an archive to go through has the command. */
const checksPerHour = 60
/** For who came when too many files waited to be checked. */
const waitSeconds = 30

type Reading = Visit & { db: Read }

/** The keys whose files are ours: the present one, and each that was before it. */
const knownKeys = async ({ db, keys }: Visit & { db: Read | Write }): Promise<string[]> => {
  const kept = (await listSigningKeys(db as Read)).map(({ publicKey }) => publicKey)
  return [...new Set([publicTextOf(signingKeyOf(keys)), ...kept])]
}

const show = async ({ language, origin }: Reading, typed: Typed) => verifyPage(language, typed, origin)

/** A file that holds is compared with the register: what it tells may have ended since. */
const findPresent = async ({ db, today }: Visit & { db: Write }, { evidence, findings }: Verdict) =>
  evidence && findings.length === 0
    ? sinceOf(await findSince(db as unknown as Read, evidence.commitment, evidence.head.hash), today)
    : null

type Checked = { problem: 'file-missing' | 'too-large' | 'too-often' } | { verdict: Verdict; sha256: string }
type WithChecked = { checked: Checked }

/** Anybody may hand in anything: it is counted, and read in a thread, before a transaction is opened. */
const checkedFirst = (route: Route): Route => ({
  ...withFile(route),
  serve: async (visit, fields, database, text) => {
    const { upload, caller, now } = visit
    const check = async (): Promise<Checked> => {
      if (upload === 'none') return { problem: 'file-missing' }
      if (upload === 'too-large') return { problem: 'too-large' }
      if ((await takeToken(database.pool, `verify ${caller}`, checksPerHour, checksPerHour, now)) > 0)
        return { problem: 'too-often' }
      const keys = await database.read((db) => knownKeys({ ...visit, db }))
      const verdict = await verifyInThread(upload.bytes, keys)
      if (!verdict) throw new TooMany(waitSeconds)
      return { verdict, sha256: sha256Of(upload.bytes) }
    }
    const withChecked: Visit<never> & WithChecked = { ...visit, checked: await check() }
    return route.serve(withChecked, fields, database, text)
  },
})

const verify = async (visit: Visit & { db: Write }): Promise<Outcome> => {
  const { checked, language, origin } = visit as typeof visit & WithChecked
  if ('problem' in checked) return { problems: { file: checked.problem } }
  const { verdict, sha256 } = checked
  const since = await findPresent(visit, verdict)
  // What was found is no matter of the log: a file is nobody's but its holder's.
  return { page: resultPage({ language, verdict, since, sha256, origin }) }
}

/** RFC 8037 writes a key of Ed25519 as its `x`; the same text stands in each file. */
const keysFile = async (visit: Reading): Promise<MadeFile> => {
  const present = publicTextOf(signingKeyOf(visit.keys))
  const kept = await listSigningKeys(visit.db)
  const keys = (await knownKeys(visit)).map((publicKey) => ({
    ...{ algorithm: 'Ed25519', publicKey, isPresent: publicKey === present },
    from: kept.find((one) => one.publicKey === publicKey)?.from.toISOString() ?? null,
  }))
  return {
    ...{ type: 'application/json', name: 'kaiku-keys.json', open: 'changing', shown: true },
    body: `${JSON.stringify({ format: 'kaiku-keys/1', origin: visit.origin, keys }, null, 2)}\n`,
  }
}

export const routes: Route[] = [
  page(paths.verify, 'public.read', show),
  checkedFirst(action(paths.verify, 'public.read', VerifyForm, show, verify)),
  file(paths.keys, 'public.read', keysFile),
]
