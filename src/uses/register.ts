import { spendTokens, tokensIn } from '../accounts/limit-queries.ts'
import type { Write } from '../db/db.ts'
import type { Call } from '../web/endpoint.ts'
import type { ApiProblem } from '../web/problem.ts'
import { type FoundHere, missesPerHour } from './asking.ts'
import { findForUses, holdLimits, type NewRecord, recordUses } from './batch-queries.ts'
import { type Found, missesOfProgram } from './queries.ts'
import { type Asked, keepGiven, recorderOf } from './record.ts'
import type { Recorded } from './record-queries.ts'
import { codeToFind, type UseRefusal } from './rules.ts'

/** What answers a program in one transaction: the register, or the practice cards. */
export type Register = {
  /** How many wrong codes the program may still try. */
  guesses: (db: Write, call: Call) => Promise<number>
  /** After the transaction, whatever came of it: pays for the wrong codes. */
  payGuesses: (call: Call, count: number) => Promise<void>
  /** Before anything is judged: holds what two batches could else wait for in a circle. */
  hold: (db: Write, call: Call, asked: readonly Asked[]) => Promise<unknown>
  /** What is known for each use, in the same order. */
  find: (db: Write, call: Call, asked: readonly Asked[]) => Promise<(Found | ApiProblem)[]>
  /** Records what the rules have allowed. @returns what became of each by its key; one that is missing is asked again */
  record: (db: Write, call: Call, records: readonly NewRecord[]) => Promise<Map<string, Recorded>>
  /** Keeps a ticket that was given on a card that nobody knows. @throws ApiProblem where it is not to be kept */
  keep: (db: Write, call: Call, asked: Asked, found: FoundHere, refusal: UseRefusal) => Promise<Recorded>
}

const missesOf = ({ client }: Call) => missesOfProgram(client.clientId)

/** The cards of real people. */
export const theRegister: Register = {
  guesses: (db, call) => tokensIn(db, missesOf(call), missesPerHour, missesPerHour, call.now),
  payGuesses: async (call, count) => {
    if (count > 0) await spendTokens(call.db, missesOf(call), missesPerHour, missesPerHour, call.now, count)
  },
  hold: (db, { keys }, asked) =>
    holdLimits(
      db,
      keys,
      asked.map(({ code, body }) => ({ code, siteId: body.siteId })),
    ),
  find: async (db, { keys, client, now }, asked) => {
    const found = await findForUses(
      db,
      keys,
      client.scope,
      asked.map(({ code, body: { siteId, kind, event = null }, wanted }) => ({
        code: codeToFind(code, wanted.usedAt, now),
        siteId,
        kind,
        event,
        at: wanted.usedAt,
      })),
    )
    return found.map((one, index) =>
      asked[index]!.body.event === undefined ? { ...one, recent: null } : one,
    )
  },
  record: (db, call, records) =>
    recordUses(db, records, { ...recorderOf(call), owner: `key:${call.client.clientId}` }),
  keep: keepGiven,
}
