import { v7 as newId } from 'uuid'
import { z } from 'zod'
import type { Write } from '../db/db.ts'
import { dayOf } from '../lib/dates.ts'
import { lookUpCodes } from '../uploads/code-queries.ts'
import { keepAnswer, replayOf } from '../uses/answer-queries.ts'
import { bodyHashOf } from '../uses/answer-rules.ts'
import { listSitesOf } from '../uses/list-queries.ts'
import { missesOfProgram } from '../uses/queries.ts'
import { mostTickets } from '../uses/rules.ts'
import { SentId } from '../web/answers.ts'
import { writeAudit } from '../web/audit.ts'
import { type Call, type Endpoint, endpoint, reading } from '../web/endpoint.ts'
import { problem } from '../web/problem.ts'
import { type Compared, compare } from './comparing.ts'
import { finish } from './finishing.ts'
import { outside, spanProblem } from './prepared-rules.ts'
import { findReconciliation, type Reconciliation } from './queries.ts'
import type { SoldOnCard } from './sale-rules.ts'

const mostSales = 500
const count = z.number().int().min(0).max(mostTickets)

const SaleLine = z
  .object({
    reference: z
      .string()
      .min(1)
      .max(100)
      .describe('What names the sale in your system, such as its receipt. The same sale never counts twice.'),
    soldAt: z.iso
      .datetime({ offset: true })
      .describe('When it was sold: ISO 8601 with an offset, such as 2026-05-04T18:30:00+03:00.'),
    event: z.string().trim().min(1).max(120).describe('The name of the event; never a person’s.').optional(),
    adults: count.describe('How many tickets for adults.').default(1),
    children: count.describe('How many tickets for children.').default(0),
    companions: count.describe('How many tickets for assistants and interpreters.').default(0),
    code: z.string().min(1).max(200).optional().describe('The code of the card, where you know it.'),
  })
  .refine(({ adults, children }) => adults + children > 0, 'has no tickets')

const ReconciliationBody = z.object({
  siteId: SentId.describe('The id of the site that sold.'),
  lines: z
    .array(SaleLine)
    .min(1)
    .max(mostSales)
    .describe('The sales at the card’s price, as your system has them.'),
  record: z
    .boolean()
    .default(false)
    .describe('Record what is missing. Without it the answer only tells what is.'),
})

const counts = {
  id: z.uuid().describe('The id of the reconciliation.'),
  siteId: z.number().int().describe('The site that sold.'),
  from: z.iso.date().describe('The first day of the sales.'),
  until: z.iso.date().describe('The last day of the sales.'),
  lines: z.number().int().describe('How many sales were sent, each once.'),
  matched: z.number().int().describe('How many have their record, also from an earlier reconciliation.'),
  missing: z.number().int().describe('How many had no record.'),
  recorded: z.number().int().describe('How many of those were recorded now.'),
  unclear: z.number().int().describe('How many a person has to look at.'),
  unsold: z.number().int().describe('How many records no line belongs to.'),
}
const ReconciliationAnswer = z.object(counts)
const MadeAnswer = z.object({
  ...counts,
  missingReferences: z.array(z.string()).describe('The lines that had no record.'),
})

type Body = z.output<typeof ReconciliationBody>

const saleOf = (line: Body['lines'][number], index: number): SoldOnCard => {
  const at = new Date(line.soldAt)
  const { adults, children, companions, event = null, code = null, reference } = line
  return {
    ...{ number: index + 1, day: dayOf(at), at, hasTime: true, event, adults, children, companions, code },
    meaning: JSON.stringify(['reference', reference]),
    isRepeat: false,
  }
}

/** A reference that comes twice in one request is one sale. */
const salesIn = ({ lines }: Body): SoldOnCard[] => [
  ...new Map(lines.map((line, index) => [line.reference, saleOf(line, index)])).values(),
]

const told = (made: Pick<Reconciliation, 'id' | 'siteId'>, compared: Compared, recorded: number) => ({
  ...{ id: made.id, siteId: made.siteId, ...compared.days },
  lines: compared.sales.length,
  matched: compared.matched.length + compared.settled,
  missing: compared.missing.length,
  recorded,
  unclear: compared.unclear.length,
  unsold: compared.unsold.length,
})

/** Refuses lines that cannot be compared, each by its place in the request. */
const refuseOutside = (sales: readonly SoldOnCard[], today: string) => {
  const errors: { pointer: string; code: string; detail: string }[] = sales.flatMap((sale) => {
    const why = outside(sale, today)
    return why ? [{ pointer: `/lines/${sale.number - 1}/soldAt`, code: why, detail: why }] : []
  })
  const span = spanProblem(sales)
  if (errors.length === 0 && span) errors.push({ pointer: '/lines', code: span, detail: span })
  if (errors.length > 0) throw problem('validation-failed', { errors })
}

/** Guesses of codes, as at `POST /api/v1/uses`. */
const missesPerHour = 60

const reconcile = async (call: Call, body: Body, db: Write) => {
  const { client, keys, now, today } = call
  const site = (await listSitesOf(db, client.scope)).find(({ id }) => id === body.siteId)
  if (!site) throw problem('not-found', { detail: 'This key has no such site' })
  const sales = salesIn(body)
  refuseOutside(sales, today)
  const buckets = [{ bucket: missesOfProgram(client.clientId), perHour: missesPerHour }]
  const codes = sales.flatMap(({ code }) => code ?? [])
  const found = await lookUpCodes(db, keys, site.id, codes, { buckets, now })
  const cards = Object.fromEntries(
    Object.entries(found).map(([code, id]) => [code, typeof id === 'number' ? id : null]),
  )
  const comparison = { scope: client.scope, siteId: site.id, keys, sales, cards }
  const compared = await compare(db, comparison)
  const id = newId({ msecs: now.getTime() })
  const by = { actor: `key:${client.keyId}`, role: null, owner: `key:${client.clientId}`, now }
  const chosen = body.record ? compared.missing : []
  const added = await finish(db, comparison, compared, { id, source: 'api', chosen }, by)
  await writeAudit(db, {
    ...{ at: now, actor: by.actor, role: null, permission: 'uses.reconcile', outcome: 'done' },
    subject: { reconciliation: id, site: site.id, added: added.settled.length },
  })
  return {
    ...told({ id, siteId: site.id }, compared, added.settled.length),
    missingReferences: compared.missing.map(({ index }) => body.lines[sales[index]!.number - 1]!.reference),
  }
}

const make = (call: Call, body: Body) =>
  call.act(async (db) => {
    const owner = `key:${call.client.clientId}`
    const bodyHash = bodyHashOf(call.keys, call.bodyText)
    const known = await replayOf(db, owner, call.idempotencyKey, bodyHash)
    if (known?.outcome === 'key-reused') throw problem('idempotency-key-reused-with-other-body')
    if (known?.outcome === 'replayed')
      return { status: 201 as const, body: known.answer, headers: { 'idempotency-replayed': 'true' } }
    const answer = await reconcile(call, body, db)
    const kept = { owner, key: call.idempotencyKey, bodyHash, status: 201, answer, now: call.now }
    if (!(await keepAnswer(db, kept))) throw problem('unavailable', { retryAfter: 1 })
    return { status: 201 as const, body: answer }
  })

export const endpoints: Endpoint[] = [
  endpoint({
    path: '/api/v1/reconciliations',
    permission: 'uses.reconcile',
    summary: 'Compares what was sold on the card with what has been recorded, and records what is missing.',
    body: ReconciliationBody,
    answers: { 201: { what: 'What came of it.', schema: MadeAnswer } },
    idempotent: true,
    run: make,
  }),
  reading({
    path: '/api/v1/reconciliations/:id',
    permission: 'uses.reconcile',
    summary: 'What came of a reconciliation.',
    params: z.object({ id: z.uuid().describe('The id of the reconciliation.') }),
    answers: { 200: { what: 'Its counts.', schema: ReconciliationAnswer } },
    run: async ({ act, client, params }) => {
      const made = await act((db) => findReconciliation(db, client.scope, params.id))
      if (!made) throw problem('not-found')
      const { id, siteId, soldFrom: from, soldUntil: until, lines, matched, missing, unclear, unsold } = made
      const recorded = made.undoneAt ? 0 : made.added
      return {
        status: 200,
        body: { id, siteId, from, until, lines, matched, missing, recorded, unclear, unsold },
      }
    },
  }),
]
