import type { Message, ProblemBody } from './types.ts'

/** A refusal of Kaiku. `type` is for programs, `endUserMessage` for the person at the counter. */
export class KaikuProblem extends Error {
  override readonly name = 'KaikuProblem'
  /** The last part of the problem's address, such as `card-expired`. */
  readonly type: string
  readonly status: number
  readonly body: ProblemBody

  constructor(body: ProblemBody) {
    super(body.detail ?? body.title)
    this.type = body.type.split('/').at(-1) ?? body.type
    this.status = body.status
    this.body = body
  }

  get endUserMessage(): Message | null {
    return this.body.endUserMessage ?? null
  }
}

/** Nothing came back that is an answer of Kaiku, however often it was asked: send the same again later, with the same key. */
export class KaikuUnreachable extends Error {
  override readonly name = 'KaikuUnreachable'
  /** The key to send the same request with later, where it had one. */
  readonly idempotencyKey: string | null

  constructor(cause: unknown, idempotencyKey: string | null) {
    super('Kaiku did not answer', { cause })
    this.idempotencyKey = idempotencyKey
  }
}
