import { KaikuProblem, KaikuUnreachable } from './problem.ts'
import { mayChange, type Patience, usualPatience, waitBefore } from './retry.ts'
import type {
  BatchItem,
  BatchOutcome,
  CardCheck,
  Decision,
  FoundUse,
  ListedUse,
  Me,
  NewUse,
  ProblemBody,
  Use,
  UsesAsked,
  WaitingUse,
} from './types.ts'

export { KaikuProblem, KaikuUnreachable } from './problem.ts'
export type { Patience } from './retry.ts'
export type * from './types.ts'
export { isOurWebhook } from './webhook.ts'

type Options = {
  /** Where Kaiku is, such as `https://kaiku.example`. */
  url: string
  /** `kk_live_…`, or `kk_test_…` for the practice cards. Keep it where secrets are kept. */
  key: string
  patience?: Partial<Patience>
  /** Another `fetch`, for proxies and tests. */
  fetch?: typeof fetch
}

type Asked = {
  method: 'GET' | 'POST'
  path: string
  body?: unknown
  idempotencyKey?: string
}

const sleep = (time: number) => new Promise<void>((done) => setTimeout(done, time))

/**
 * A ticketing system's way to Kaiku. A request that gets no answer is sent again with the same key, so that nothing is
 * recorded twice; what is refused is thrown as a `KaikuProblem` with sentences for the person at the counter.
 */
export class Kaiku {
  readonly #url: string
  readonly #key: string
  readonly #patience: Patience
  readonly #fetch: typeof fetch

  constructor({ url, key, patience = {}, fetch: given = fetch }: Options) {
    this.#url = url.replace(/\/+$/, '')
    this.#key = key
    this.#patience = { ...usualPatience, ...patience }
    this.#fetch = given
  }

  /** Whose key this is, and what it may. */
  me(): Promise<Me> {
    return this.#ask({ method: 'GET', path: '/me' })
  }

  /** Whether tickets can be given on a card, and what to say. Nothing is recorded. */
  checkCard(check: CardCheck): Promise<Decision> {
    return this.#ask({ method: 'POST', path: '/card-checks', body: check })
  }

  /**
   * Records tickets that are given on a card.
   * @param key the same for the same sale, such as its receipt's number: sent again, it counts once
   * @throws KaikuProblem when the card gives no ticket; KaikuUnreachable with the key to send it with later
   */
  recordUse(use: NewUse, key: string = crypto.randomUUID()): Promise<Use | WaitingUse> {
    return this.#ask({ method: 'POST', path: '/uses', body: use, idempotencyKey: key })
  }

  /**
   * Records up to 500 uses at once.
   * @param mode `all-or-nothing` throws when one of them is refused; `per-item` tells of each
   */
  async recordUses(
    items: readonly BatchItem[],
    mode: 'all-or-nothing' | 'per-item' = 'per-item',
  ): Promise<BatchOutcome[]> {
    const answer = await this.#ask<{ items: BatchOutcome[] }>({
      method: 'POST',
      path: '/use-batches',
      body: { mode, items },
    })
    return answer.items
  }

  /** The uses of the key's own sites, page by page, the latest first. */
  async *uses(asked: UsesAsked = {}): AsyncGenerator<ListedUse> {
    let cursor: string | null = null
    do {
      const query = new URLSearchParams(
        Object.entries({ ...asked, cursor })
          .filter(([, value]) => value !== undefined && value !== null)
          .map(([name, value]) => [name, String(value)]),
      )
      const page: { uses: ListedUse[]; nextCursor: string | null } = await this.#ask({
        method: 'GET',
        path: `/uses?${query}`,
      })
      yield* page.uses
      cursor = page.nextCursor
    } while (cursor !== null)
  }

  /** One use, or a ticket that waits, by the id that its record was answered with. */
  use(id: string): Promise<FoundUse> {
    return this.#ask({ method: 'GET', path: `/uses/${encodeURIComponent(id)}` })
  }

  /** Undoes a use or a ticket that waits; a second time finds it done. A booked ticket can be cancelled until its event's day ends. */
  cancelUse(id: string, reason?: string): Promise<FoundUse> {
    const body = reason === undefined ? {} : { reason }
    return this.#ask({ method: 'POST', path: `/uses/${encodeURIComponent(id)}/cancellation`, body })
  }

  async #ask<Answer>(asked: Asked): Promise<Answer> {
    let last: unknown
    for (let attempt = 1; attempt <= this.#patience.tries; attempt++) {
      const outcome = await this.#try<Answer>(asked).catch((error: unknown) => ({ error, wait: null }))
      if ('answer' in outcome) return outcome.answer
      last = outcome.error
      if (last instanceof KaikuProblem && !mayChange(last.status, last.type)) throw last
      const wait = waitBefore(attempt, outcome.wait, this.#patience)
      if (wait === null) break
      if (attempt < this.#patience.tries) await sleep(wait)
    }
    if (last instanceof KaikuProblem) throw last
    throw new KaikuUnreachable(last, asked.idempotencyKey ?? null)
  }

  async #try<Answer>({
    method,
    path,
    body,
    idempotencyKey,
  }: Asked): Promise<{ answer: Answer } | { error: unknown; wait: number | null }> {
    const response = await this.#fetch(`${this.#url}/api/v1${path}`, {
      method,
      redirect: 'error',
      signal: AbortSignal.timeout(this.#patience.timeout),
      headers: {
        accept: 'application/json, application/problem+json',
        authorization: `Bearer ${this.#key}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const type = response.headers.get('content-type') ?? ''
    if (response.ok && type.startsWith('application/json'))
      return { answer: (await response.json()) as Answer }
    if (!type.startsWith('application/problem+json'))
      throw new Error(`Status ${response.status}, and no answer of Kaiku`)
    const error = new KaikuProblem((await response.json()) as ProblemBody)
    const after = Number(response.headers.get('retry-after') ?? Number.NaN)
    return { error, wait: Number.isFinite(after) ? after : null }
  }
}
