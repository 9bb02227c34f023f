import { Broken } from './broken.ts'
import type { Answer } from './caller.ts'

/** What came, in a few words: the status, and the name of the problem or the beginning of the body. */
const cameOf = ({ method, path, status, text, body }: Answer): string => {
  const type = (body as { type?: unknown } | null | undefined)?.type
  return `${method} ${path}: ${status} ${typeof type === 'string' ? nameOf(type) : text}`
}

export const must = (holds: boolean, expected: string, came: string | Answer): void => {
  if (!holds) throw new Broken(expected, typeof came === 'string' ? came : cameOf(came))
}

/** The name of a problem: the last part of its address. */
export const nameOf = (type: string): string => type.slice(type.lastIndexOf('/') + 1)

export const mustAnswer = (answer: Answer, status: number, expected = ''): void =>
  must(answer.status === status, `${status}${expected && `: ${expected}`}`, answer)

export const mustRefuse = (answer: Answer, status: number, name: string): void => {
  const { type } = fieldsOf(answer)
  must(
    answer.status === status && typeof type === 'string' && nameOf(type) === name,
    `${status} ${name}`,
    answer,
  )
}

type Fields = Record<string, unknown>
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The fields of an answer; none when it is no object. */
export const fieldsOf = ({ body }: Pick<Answer, 'body'>): Fields => (isFields(body) ? body : {})

/** The objects of a list that an answer has under a name. @throws Broken when there is no such list */
export const rowsOf = (answer: Answer, name: string): Fields[] => {
  const rows = fieldsOf(answer)[name]
  must(Array.isArray(rows) && rows.every(isFields), `a list under “${name}”`, answer)
  return rows as Fields[]
}

/** The places that a refusal points at, each with the name of what is wrong there. */
export const errorsOf = (answer: Answer): { pointer: string; code: string }[] => {
  const { errors } = fieldsOf(answer)
  return Array.isArray(errors)
    ? errors.filter(isFields).map(({ pointer, code }) => ({ pointer: String(pointer), code: String(code) }))
    : []
}

export const mustPoint = (answer: Answer, pointer: string): void =>
  must(
    errorsOf(answer).some((error) => error.pointer === pointer),
    `an error that points at ${pointer}`,
    `errors at ${JSON.stringify(errorsOf(answer).map((error) => error.pointer))}`,
  )

/** Whether two answers say the same, whatever the order of their fields. */
export const saysSame = (one: Answer, other: Answer): boolean => sorted(one.body) === sorted(other.body)
const sorted = (body: unknown) =>
  JSON.stringify(body, (_, value: unknown) =>
    isFields(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value,
  )
