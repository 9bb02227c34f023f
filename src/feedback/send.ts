import { takeToken, tokensIn } from '../accounts/limit-queries.ts'
import type { Pool, Read, Write } from '../db/db.ts'
import type { Outcome, Route } from '../web/route.tsx'
import type { Visit } from '../web/visit.ts'
import type { PublicProblem } from './public-words.ts'
import { doubtOf, isUsable, newStamp, readStamp, type Stamp } from './robot-rules.ts'
import { longestMessage } from './rules.ts'
import { holdsReach, withoutSecrets } from './text-rules.ts'

/** Messages of one machine: twenty at once, as from a library's only computer, then twenty an hour. */
const limit = { size: 20, perHour: 20 }
/** When so few are left, the plain question is asked. */
const few = 10
const bucketOf = ({ caller }: Pick<Visit, 'caller'>) => `feedback ${caller}`

type Asked = { message: string; stamp: string; homepage: string; answer: string; warned: string }
type Problems = Extract<Outcome, { problems: unknown }>
const problem = (field: string, name: PublicProblem): Problems => ({ problems: { [field]: name } })

/** What keeps a message from being taken as it is, in the order in which a person would be asked; null when nothing does. */
export const refusalOf = async (visit: Visit & { db: Write }, asked: Asked): Promise<Problems | null> => {
  const { db, keys, now } = visit
  if (holdsReach(asked.message) && asked.warned === '') return problem('message', 'reach-warned')
  const left = await tokensIn(db, bucketOf(visit), limit.size, limit.perHour, now)
  const { homepage: trap, message, answer } = asked
  const stamp = readStamp(keys.cardCode, asked.stamp)
  const doubt = doubtOf({ stamp, now, trap, message, isBusy: left <= few, answer })
  if (doubt) return problem(doubt.field, doubt.problem)
  const wait = await takeToken(db as unknown as Pool, bucketOf(visit), limit.size, limit.perHour, now)
  return wait > 0 ? problem('', 'too-many') : null
}

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

/** The page of a secret link is nobody else's: it is not kept, though it looks like a public one. */
export const privately = (route: Route): Route => ({
  ...route,
  serve: async (...given) => {
    const answer = await route.serve(...given)
    return 'page' in answer ? { ...answer, status: answer.status ?? 200 } : answer
  },
})
