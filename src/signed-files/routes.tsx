import { takeToken } from '../accounts/limit-queries.ts'
import type { Read, Write } from '../db/db.ts'
import { publicTextOf } from '../lib/ed25519.ts'
import { action, file, type MadeFile, type Outcome, page, type Route, withFile } from '../web/route.tsx'
import type { Typed, Visit } from '../web/visit.ts'
import { VerifyForm } from './forms.ts'
import { findSince, listSigningKeys, signingKeyOf } from './queries.ts'
import { sha256Of } from './seal-rules.ts'
import { sinceOf } from './since-rules.ts'
import { type Verdict, verifyFile } from './verify-rules.ts'
import { resultPage, verifyPage } from './views.tsx'
import { paths } from './words.ts'

/** Of one visitor's network, an hour: whoever has an archive to go through has the command. */
const checksPerHour = 60

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

const verify = async (visit: Visit & { db: Write }): Promise<Outcome> => {
  const { db, upload, language, origin, caller, now } = visit
  if (upload === 'none') return { problems: { file: 'file-missing' } }
  if (upload === 'too-large') return { problems: { file: 'too-large' } }
  if ((await takeToken(db, `verify ${caller}`, checksPerHour, checksPerHour, now)) > 0)
    return { problems: { file: 'too-often' } }
  const verdict = verifyFile(upload.bytes, await knownKeys(visit))
  const since = await findPresent(visit, verdict)
  const sha256 = sha256Of(upload.bytes)
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
  withFile(action(paths.verify, 'public.read', VerifyForm, show, verify)),
  file(paths.keys, 'public.read', keysFile),
]
