import type { Context } from 'hono'
import type { z } from 'zod'
import type { Endpoint } from './endpoint.ts'
import { problem } from './problem.ts'
import { readJson, readText } from './request-body.ts'
import { unknownFields } from './unknown-fields.ts'

/** The question as it was sent, read and of the form that the row asks for. @param strict refuses fields of no name */
export const readSent = async (c: Context, row: Endpoint, strict: boolean) => {
  if (!doesAccept(c.req.header('accept'), row.type)) throw problem('not-acceptable')
  const params = row.params ? parse(row.params, c.req.param(), ['path'], false) : {}
  const query = row.query ? parse(row.query, queryOf(c), ['query'], strict) : {}
  const bodyText = row.body ? await readBody(c) : ''
  const idempotencyKey = row.needsIdempotencyKey ? readIdempotencyKey(c) : ''
  const body = row.body ? parse(row.body, jsonOf(bodyText), [], strict) : undefined
  return { params, query, bodyText, idempotencyKey, body }
}

/** Whether an `Accept` lets an answer of the type pass; without one everything does. */
const doesAccept = (header: string | undefined, type: string): boolean => {
  const ranges = (header ?? '*/*').toLowerCase().split(',')
  const wanted = ['*/*', `${type.split('/')[0]}/*`, type]
  return ranges.some((range) => {
    const [name, ...parameters] = range.split(';').map((part) => part.trim())
    return wanted.includes(name!) && !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter))
  })
}

/** Each name once; the last wins. PostgreSQL keeps no NUL, so none gets in here either. */
const queryOf = (c: Context) =>
  Object.fromEntries(
    [...new URL(c.req.url).searchParams].map(([name, value]) => [name, value.replaceAll('\0', '\uFFFD')]),
  )

const readBody = async (c: Context) => {
  const type = c.req.header('content-type') ?? ''
  if (!/^application\/json\b/i.test(type)) throw problem('unsupported-media-type')
  const text = await readText(c.req.raw)
  if (text === null) throw problem('too-large')
  return text
}

const readIdempotencyKey = (c: Context) => {
  const key = (c.req.header('idempotency-key') ?? '').replace(/^"(.*)"$/, '$1')
  if (!/^[\x20-\x7e]{1,255}$/.test(key)) throw problem('idempotency-key-missing')
  return key
}

const jsonOf = (text: string): unknown => {
  const json = readJson(text)
  if (json === undefined) throw problem('malformed-json')
  return json
}

/** Where something stands, as RFC 6901 writes it. */
const pointerTo = (parts: readonly PropertyKey[]) =>
  parts.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

/** @throws ApiProblem that says where and of what kind, and never repeats a value: it may be a card's code */
const parse = (schema: z.ZodType, sent: unknown, root: readonly string[], strict: boolean) => {
  const parsed = schema.safeParse(sent)
  const unknown = strict ? unknownFields(schema, sent) : []
  if (parsed.success && unknown.length === 0) return parsed.data
  const errors = [
    ...(parsed.error?.issues ?? []).map(({ path, code, message }) => ({
      ...{ pointer: pointerTo([...root, ...path]), code: code ?? 'invalid', detail: message },
    })),
    ...unknown.map((path) => ({
      ...{ pointer: pointerTo([...root, ...path]), code: 'unknown', detail: 'There is no such field' },
    })),
  ]
  throw problem('validation-failed', { errors })
}
