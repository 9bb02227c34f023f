import { Broken } from './broken.ts'

export type Asked = {
  method: string
  /** With its query: `/api/v1/uses?limit=2`. */
  path: string
  /** What is sent: JSON of anything but a text, which goes as it is. */
  body?: unknown
  headers?: Record<string, string>
  /** Another key than that of the run; null for none. */
  by?: string | null
}

export type Answer = {
  method: string
  path: string
  /** The body that was sent. */
  sent: string | null
  /** Whether the key of the run was sent along. */
  isKeyed: boolean
  status: number
  headers: Headers
  text: string
  /** The body as JSON; undefined when it is none. */
  body: unknown
}

/** In bytes: no answer of the contract is as long. */
const longestAnswer = 8 * 1024 * 1024

export type Ask = (asked: Asked) => Promise<Answer>

type Given = {
  origin: string
  key: string
  /** In milliseconds, for one request. */
  timeout: number
  /** How many requests the run may send. */
  most: number
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** @throws Error when the answer is longer than any of the contract */
const readText = async (response: Response): Promise<string> => {
  const decoder = new TextDecoder()
  let text = ''
  let size = 0
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength
    if (size > longestAnswer) throw new Error(`The answer is longer than ${longestAnswer} bytes`)
    text += decoder.decode(chunk, { stream: true })
  }
  return text + decoder.decode()
}

const reasonOf = (error: unknown, timeout: number): string => {
  const { name, message, cause } = error as Error & { cause?: { code?: string } }
  return name === 'TimeoutError' ? `nothing within ${timeout / 1000} s` : (cause?.code ?? message)
}

const contentOf = (body: unknown): string | null =>
  body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body)

/**
 * Asks one installation, by one key, and keeps what it answered. It goes nowhere else: a redirect is an answer like any
 * other. @throws Broken when no answer comes
 */
export const newCaller = ({ origin, key, timeout, most }: Given) => {
  const answers: Answer[] = []
  let sentSoFar = 0
  const ask: Ask = async ({ method, path, body, headers = {}, by = key }) => {
    if (!path.startsWith('/') || new URL(path, origin).origin !== origin)
      throw new Broken('an address of the same installation', path)
    if (sentSoFar >= most) throw new Broken(`a run of at most ${most} requests`, 'more would be needed')
    sentSoFar += 1
    const sent = contentOf(body)
    try {
      const response = await fetch(origin + path, {
        method,
        redirect: 'manual',
        signal: AbortSignal.timeout(timeout),
        headers: {
          ...(by === null ? {} : { authorization: `Bearer ${by}` }),
          ...(sent === null ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(sent === null ? {} : { body: sent }),
      })
      const text = await readText(response)
      const kept = {
        method,
        path,
        sent,
        isKeyed: by === key,
        status: response.status,
        headers: response.headers,
      }
      const answer = { ...kept, text, body: parsed(text) }
      answers.push(answer)
      return answer
    } catch (error) {
      throw new Broken(`an answer to ${method} ${path}`, reasonOf(error, timeout))
    }
  }
  return { ask, answers: answers as readonly Answer[], count: () => sentSoFar }
}
