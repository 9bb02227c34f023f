import { findEarlier } from '../commitment-drafts/earlier-queries.ts'
import { findNational, type National } from '../commitment-drafts/model-queries.ts'
import { composeDraft, valuesOf } from '../commitment-drafts/queries.ts'
import { listOpenFacts } from '../commitment-drafts/register-queries.ts'
import { partiesOf, type RegisterFacts } from '../commitment-drafts/rules.ts'
import { sendAndAsk } from '../commitment-drafts/send-queries.ts'
import { gapsIn } from '../commitment-templates/rules.ts'
import type { Pool, Read, Write } from '../db/db.ts'
import type { Keys } from '../db/keys.ts'
import { type Day, dayOf } from '../lib/dates.ts'
import { startRounds } from '../lib/rounds.ts'
import { askingLetters } from '../signing/letter-words.ts'
import { writeAudit } from '../web/audit.ts'
import { type Claimed, claimItem, noteMade, noteProblem } from './item-queries.ts'
import { type Batch, findBatchToMake, type PlaceRef } from './queries.ts'
import { type ItemProblem, itemProblem } from './rules.ts'

type Given = { pool: Pool; keys: Keys; origin: string; clock: () => Date }

type Look = { facts: RegisterFacts | null; problem: ItemProblem | null }

const lookOf = (
  { kind, areaId, template, terms }: Batch,
  facts: RegisterFacts | undefined,
  national: National,
): Look => {
  if (!facts || facts.area?.id !== areaId) return { facts: null, problem: itemProblem(null) }
  const gaps = gapsIn(template, valuesOf(facts, { ...terms, ...national }))
  return { facts, problem: itemProblem({ parties: partiesOf(kind, facts), gaps }) }
}

/** What the register says of partners, each beside what keeps it out of the batch; all at once, for there are hundreds. */
export const lookAt = async <Place extends PlaceRef>(
  db: Read | Write,
  batch: Batch,
  places: readonly Place[],
  today: Day,
): Promise<(Look & { place: Place })[]> => {
  const idsOf = (wanted: Place['kind']) => places.filter(({ kind }) => kind === wanted).map(({ id }) => id)
  const found = {
    site: await listOpenFacts(db, 'site', idsOf('site'), today),
    unit: await listOpenFacts(db, 'unit', idsOf('unit'), today),
  }
  const national = await findNational(db, today)
  return places.map((place) => ({ place, ...lookOf(batch, found[place.kind].get(place.id), national) }))
}

/** Makes, sends and asks for one partner. @returns what kept it from it, or null */
const makeItem = async (db: Write, given: Given, item: Claimed, now: Date): Promise<ItemProblem | null> => {
  const { keys, origin } = given
  const today = dayOf(now)
  const batch = await findBatchToMake(db, item.batchId)
  const { facts, problem } = (await lookAt(db, batch, [item], today))[0]!
  if (problem || !facts) return problem
  if (batch.terms.answerUntil < today) return 'answer-past'
  const national = await findNational(db, today)
  const earlier = await findEarlier(db, batch.kind, facts)
  const commitmentId = await composeDraft(db, { ...batch, facts, national, earlier }, now)
  const asking = { keys, origin, letters: askingLetters, actor: batch.madeBy, now, today }
  // The area itself made the batch: only its partner is asked.
  const sent = await sendAndAsk(db, commitmentId, asking, ({ side }) => side !== 'area')
  if (typeof sent === 'string') throw new Error(`a commitment of a batch was not sent: ${sent}`)
  await noteMade(db, item, { commitmentId, code: sent.codes[0]?.code ?? null, keys, now })
  await writeAudit(db, {
    ...{ at: now, actor: batch.madeBy, role: null, permission: 'commitments.keep', outcome: 'done' },
    subject: { commitment: commitmentId, batch: item.batchId, event: sent.event, hash: sent.hash },
  })
  return null
}

/** Carries the partner in hand out of the transaction that failed. */
class ItemFailed extends Error {
  readonly item: Claimed
  constructor(item: Claimed, cause: unknown) {
    super('a partner of a batch failed', { cause })
    this.item = item
  }
}

/** Whether the database was away or in two minds: then the partner is not to blame, and waits. */
const isPassing = (error: unknown) => {
  const { code = '', message = '' } = error as { code?: string; message?: string }
  return /^(08|40|53|57|E)/.test(code) || /connection|terminat/i.test(message)
}

/**
 * Makes what waits in batches, one partner a transaction: the draft, its sending, the letter that asks and the mark that it
 * is done are kept together or not at all. So it can be stopped anywhere, and several processes may do it at once.
 * @param isEnough asked before each partner: true ends the round
 * @returns how many were made and how many had a problem
 */
export const makeBatches = async (given: Given, isEnough: () => boolean = () => false) => {
  const count = { made: 0, failed: 0 }
  while (!isEnough()) {
    const now = given.clock()
    try {
      const done = await given.pool.transaction().execute(async (db) => {
        const item = await claimItem(db)
        if (!item) return 'nothing'
        try {
          const problem = await makeItem(db, given, item, now)
          if (problem) await noteProblem(db, item, problem, now)
          return problem ? 'failed' : 'made'
        } catch (error) {
          throw isPassing(error) ? error : new ItemFailed(item, error)
        }
      })
      if (done === 'nothing') return count
      count[done] += 1
    } catch (error) {
      if (!(error instanceof ItemFailed)) throw error
      await given.pool.transaction().execute((db) => noteProblem(db, error.item, 'failed', now))
      count.failed += 1
    }
  }
  return count
}

/** Looks every `every` milliseconds for batches that wait. @returns how to stop: it waits for the partner in hand */
export const startBatches = (
  given: Given & { every: number; onError: (error: unknown) => void },
): { stop: () => Promise<void> } =>
  startRounds({ ...given, round: (isStopped) => makeBatches(given, isStopped) })
