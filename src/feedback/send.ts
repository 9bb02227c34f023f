import { randomBytes } from 'node:crypto'
import { takeToken, tokensIn } from '../accounts/limit-queries.ts'
import type { Pool, Read, Write } from '../db/db.ts'
import type { Answer, Outcome, Route } from '../web/route.tsx'
import type { Visit } from '../web/visit.ts'
import { readStep } from './forms.ts'
import type { PublicProblem } from './problem-words.ts'
import { doubtOf, isUsable, newStamp, readStamp, type Stamp } from './robot-rules.ts'
import { longestMessage } from './rules.ts'
import { holdsReach, withoutSecrets } from './text-rules.ts'

/** Messages of one machine: twenty at once, as from a library's only computer, then twenty an hour. */
const own = { size: 20, perHour: 20 }
/** Messages of everyone together: many times a busy day's hour, and few enough to be looked through. Whose they are is not counted. */
const all = { bucket: 'feedback of all', size: 200, perHour: 200 }
/** When so few are left, the plain question is asked: of the machine, or of everyone. */
const [few, fewOfAll] = [10, 100]
const ownBucket = ({ caller }: Pick<Visit, 'caller'>) => `feedback ${caller}`

type Asked = { message: string; stamp: string; homepage: string; answer: string }
type Problems = Extract<Outcome, { problems: unknown }>
const problem = (field: string, name: PublicProblem): Problems => ({ problems: { [field]: name } })

const isBusy = async (visit: Visit & { db: Write }) => {
  const { db, now } = visit
  const left = await tokensIn(db, ownBucket(visit), own.size, own.perHour, now)
  return left <= few || (await tokensIn(db, all.bucket, all.size, all.perHour, now)) <= fewOfAll
}

/** Takes its place among the messages of this hour; the refused give theirs back with all else that they wrote. */
const crowdOf = async (visit: Visit & { db: Write }): Promise<Problems | null> => {
  const { now } = visit
  const db = visit.db as unknown as Pool
  if ((await takeToken(db, ownBucket(visit), own.size, own.perHour, now)) > 0) return problem('', 'too-many')
  const wait = await takeToken(db, all.bucket, all.size, all.perHour, now)
  return wait > 0 ? problem('', 'too-many-all') : null
}

/** What keeps a message from being taken as it is, in the order in which a person would be asked; null when nothing does. */
export const refusalOf = async (visit: Visit & { db: Write }, asked: Asked): Promise<Problems | null> => {
  const { keys, now } = visit
  const { homepage: trap, message, answer } = asked
  const stamp = readStamp(keys.cardCode, asked.stamp)
  const doubt = doubtOf({ stamp, now, trap, message, isBusy: await isBusy(visit), answer })
  return doubt ? problem(doubt.field, doubt.problem) : crowdOf(visit)
}

/** Writers are told of a phone number or an address in the text once, and then taken at their word. */
export const warningOf = ({ message, warned }: { message: string; warned: string }): Problems | null =>
  holdsReach(message) && warned === '' ? problem('message', 'reach-warned') : null

const keyForm = /^[\w-]{22}$/
/** The key of one writer's form: its own where it has one, so that what is sent twice is one, and a new one else. */
export const formKeyFor = (typed: string | undefined): string =>
  typed !== undefined && keyForm.test(typed) ? typed : randomBytes(16).toString('base64url')
export const isFormKey = (text: string): boolean => keyForm.test(text)

/** The stamp of the form that is shown: its own while that is good, so that a quick person is slow the second time. */
export const stampFor = ({ keys, now }: Visit & { db: Read }, typed: string | undefined): Stamp => {
  const own = readStamp(keys.cardCode, typed ?? '')
  return isUsable(own, now) ? own : newStamp(keys.cardCode, now)
}

/** Takes out of a text what must not be kept, before anything looks at it: the rest comes back to be checked. */
export const withoutSecretsIn = (route: Route): Route => ({
  ...route,
  serve: (visit, fields, database, body) => {
    // What is far too long comes back as that, whatever it holds.
    const { message = '' } = fields
    const { text, found } = withoutSecrets(message.slice(0, 2 * longestMessage))
    const cleaned = found ? { ...fields, message: text, removed: found } : { ...fields, removed: '' }
    return route.serve(visit, route.method === 'POST' ? cleaned : fields, database, body)
  },
})

type Showing = (visit: Visit & { db: Read }, fields: Record<string, string>) => Promise<Answer>

/** The steps before sending only look at what was written: no transaction, and nothing is kept of it. */
export const lookingFirst = (route: Route, look: Showing): Route => ({
  ...route,
  serve: (visit, fields, database, body) =>
    readStep(fields.step) === 'send'
      ? route.serve(visit, fields, database, body)
      : database.read((db) => look({ ...visit, db }, fields), visit.proof),
})

/** The page of a secret link is nobody else's: it is not kept, though it looks like a public one. */
export const privately = (route: Route): Route => ({
  ...route,
  serve: async (...given) => {
    const answer = await route.serve(...given)
    return 'page' in answer ? { ...answer, status: answer.status ?? 200 } : answer
  },
})
