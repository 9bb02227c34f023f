import fc from 'fast-check'
import { z } from 'zod'
import type { JsonSchema } from '../src/web/json-schema.ts'

/** An operation, as the printed document describes it. */
export type Operation = {
  method: string
  path: string
  security: { key: string[] }[]
  parameters: { name: string; in: 'path' | 'query' | 'header'; required: boolean; schema: JsonSchema }[]
  requestBody?: { content: { 'application/json': { schema: JsonSchema } } }
  responses: Record<string, DocumentedAnswer>
}
export type DocumentedAnswer = {
  content?: Record<string, { schema: JsonSchema }>
  'x-problem-types'?: string[]
}

/** Everything that can be sent: what a generator makes, and what the tests send. */
export type Sent = {
  path: Record<string, string>
  query: Record<string, string>
  headers: Record<string, string>
  /** The JSON that is sent; undefined for no body. */
  body: string | undefined
  /** Whose key: none, or one of those that the tests have. */
  by: 'live' | 'test' | 'powerless' | 'wrong' | 'none'
}
export type Broken = Sent & { kind: string }

/** Values that exist, by the name of the field: without them no request would get past "there is no such thing". */
export type Known = Record<string, unknown[]>

const checks = new WeakMap<JsonSchema, z.ZodType>()
/** Whether a value is of the form that the document says. */
export const fits = (schema: JsonSchema, value: unknown): boolean => {
  const check = checks.get(schema) ?? z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0])
  checks.set(schema, check)
  return check.safeParse(value).success
}

const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString())
const text = ({ minLength = 0, maxLength = 300 }: JsonSchema) =>
  fc.oneof(
    fc.string({ minLength, maxLength: Math.min(maxLength, 60), unit: 'grapheme' }),
    fc.string({ minLength, maxLength: Math.min(maxLength, 60), unit: 'binary' }),
    fc.string({ minLength: Math.min(maxLength, 300), maxLength: Math.min(maxLength, 300) }),
  )
const stringOf = (schema: JsonSchema): fc.Arbitrary<string> => {
  if (schema.format === 'date-time') return day
  if (schema.format === 'date') return day.map((iso) => iso.slice(0, 10))
  if (schema.format === 'uuid') return fc.uuid()
  if (schema.format === 'uri') return fc.webUrl()
  return schema.pattern ? fc.stringMatching(new RegExp(schema.pattern)) : text(schema)
}

const plainOf = (schema: JsonSchema, known: Known): fc.Arbitrary<unknown> => {
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const options = schema.anyOf ?? schema.oneOf
  if (options) return fc.oneof(...options.map((option) => plainOf(option, known)))
  switch (schema.type) {
    case 'object': {
      const fields = Object.entries(schema.properties ?? {})
      const record = Object.fromEntries(fields.map(([name, field]) => [name, valueFor(field, known, name)]))
      return fc.record(record, { requiredKeys: (schema.required ?? []) as never[] })
    }
    case 'array':
      return fc.array(valueFor(schema.items ?? {}, known), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.min(schema.maxItems ?? 4, Math.max(schema.minItems ?? 0, 4)),
      })
    case 'integer':
    case 'number': {
      const min = schema.minimum ?? (schema.exclusiveMinimum ?? -1) + 1
      const max = schema.maximum ?? (schema.exclusiveMaximum ?? 1_000_001) - 1
      return fc.oneof(fc.integer({ min, max }), fc.integer({ min, max: Math.min(max, min + 3) }))
    }
    case 'boolean':
      return fc.boolean()
    case 'string':
      return stringOf(schema)
    case 'null':
      return fc.constant(null)
    default:
      return fc.jsonValue()
  }
}

/** Values of the schema's form: those that exist more often than those that are made up. */
export const valueFor = (schema: JsonSchema, known: Known, name = ''): fc.Arbitrary<unknown> => {
  const made = plainOf(schema, known).filter((value) => fits(schema, value))
  const there = (known[name] ?? []).filter((value) => fits(schema, value))
  if (there.length === 0) return made
  return fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...there) }, { weight: 1, arbitrary: made })
}

const textsOf = (operation: Operation, place: 'path' | 'query', known: Known) => {
  const named = operation.parameters.filter((parameter) => parameter.in === place)
  const record = Object.fromEntries(
    named.map(({ name, schema }) => [
      name,
      valueFor(schema, known, name)
        .map(String)
        .filter((value) => place === 'query' || !/^\.{0,2}$/.test(value)),
    ]),
  )
  const requiredKeys = named.filter(({ required }) => required).map(({ name }) => name)
  return fc.record(record, { requiredKeys: requiredKeys as never[] }) as fc.Arbitrary<Record<string, string>>
}

const schemaOf = (operation: Operation) => operation.requestBody?.content['application/json'].schema
const isKeyed = (operation: Operation) => operation.security.length > 0
const hasKey = (operation: Operation) => operation.parameters.some(({ name }) => name === 'Idempotency-Key')

/** A request of the form that the document describes. */
export const validRequest = (operation: Operation, known: Known): fc.Arbitrary<Sent> => {
  const schema = schemaOf(operation)
  return fc
    .record({
      path: textsOf(operation, 'path', known),
      query: textsOf(operation, 'query', known),
      headers: hasKey(operation)
        ? fc.string({ minLength: 1, maxLength: 255 }).map((key) => ({ 'idempotency-key': `a${key}z` }))
        : fc.constant({}),
      body: schema ? valueFor(schema, known).map((value) => JSON.stringify(value)) : fc.constant(undefined),
      by: isKeyed(operation)
        ? fc.oneof(
            { weight: 4, arbitrary: fc.constant('live' as const) },
            { weight: 1, arbitrary: fc.constant('test' as const) },
          )
        : fc.constant('none' as const),
    })
    .filter(({ headers }) => (headers as Record<string, string>)['idempotency-key']?.length !== 257)
}

const rubbish = [
  ...[null, true, -1, 0.5, 1e308, 3e9, [], {}, [[]], { a: 1 }, '', ' ', 'x', 'ä'.repeat(5000), '0x10', '-0'],
  ...[
    '2026-13-45',
    '2026-02-30T25:00:00Z',
    '\0',
    '\ud800',
    '__proto__',
    'null',
    "'; drop table card; --",
    '١٢',
  ],
]

/** The same body with one place of it spoilt; null when nothing can be. */
const spoil = (schema: JsonSchema, body: unknown, pick: (count: number) => number): unknown => {
  const bad = () => {
    const wrong = rubbish.filter((value) => !fits(schema, value))
    return wrong[pick(wrong.length)]
  }
  if (schema.type === 'array' && Array.isArray(body) && body.length > 0 && pick(3) > 0) {
    const at = pick(body.length)
    return body.map((item, index) => (index === at ? spoil(schema.items ?? {}, item, pick) : item))
  }
  const fields = Object.entries(schema.properties ?? {})
  if (fields.length === 0 || typeof body !== 'object' || body === null || pick(12) === 0) return bad()
  const [name, field] = fields[pick(fields.length)]!
  const rest = body as Record<string, unknown>
  if (schema.required?.includes(name) && pick(4) === 0) {
    const { [name]: _, ...without } = rest
    return without
  }
  return { ...rest, [name]: spoil(field, rest[name], pick) }
}

/** What a text in an address is read as. */
const asRead = (schema: JsonSchema, value: string) =>
  schema.type === 'integer' || schema.type === 'number' ? Number(value) : value

const badText = (schema: JsonSchema, pick: (count: number) => number) => {
  const texts = rubbish.filter((value) => typeof value === 'string' || typeof value === 'number').map(String)
  const wrong = texts.filter((value) => value.trim() !== '' && !fits(schema, asRead(schema, value)))
  return wrong.length > 0 ? wrong[pick(wrong.length)]! : null
}

/** Ways to break a request, each with the statuses that may answer it. */
const breaks: Record<
  string,
  (sent: Sent, operation: Operation, pick: (count: number) => number) => Sent | null
> = {
  'no key': (sent, operation) => (isKeyed(operation) ? { ...sent, by: 'none' } : null),
  'a wrong key': (sent, operation) => (isKeyed(operation) ? { ...sent, by: 'wrong' } : null),
  'a key without the right': (sent, operation) =>
    isKeyed(operation) && operation.security[0]!.key[0] !== 'api.read' ? { ...sent, by: 'powerless' } : null,
  'another type accepted': (sent) => ({ ...sent, headers: { ...sent.headers, accept: 'image/png' } }),
  'no JSON': (sent, _, pick) =>
    sent.body === undefined ? null : { ...sent, body: sent.body.slice(0, pick(sent.body.length)) },
  'another content type': (sent) =>
    sent.body === undefined ? null : { ...sent, headers: { ...sent.headers, 'content-type': 'text/plain' } },
  'too large a body': (sent) =>
    sent.body === undefined ? null : { ...sent, body: `${sent.body}${' '.repeat(1e7)}` },
  'a bad idempotency key': (sent, operation, pick) =>
    hasKey(operation)
      ? { ...sent, headers: { ...sent.headers, 'idempotency-key': ['', 'ä', 'x'.repeat(256)][pick(3)]! } }
      : null,
  'a bad name in the path': (sent, operation, pick) => {
    const named = operation.parameters.filter((parameter) => parameter.in === 'path')
    if (named.length === 0) return null
    const { name, schema } = named[pick(named.length)]!
    const bad = badText(schema, pick)
    return bad === null ? null : { ...sent, path: { ...sent.path, [name]: bad } }
  },
  'a bad query': (sent, operation, pick) => {
    const named = operation.parameters.filter((parameter) => parameter.in === 'query')
    if (named.length === 0) return null
    const { name, schema } = named[pick(named.length)]!
    const bad = badText(schema, pick)
    return bad === null ? null : { ...sent, query: { ...sent.query, [name]: bad } }
  },
  ...Object.fromEntries(
    // A field can be spoilt in many ways: it is tried more often than the rest.
    [1, 2, 3, 4, 5, 6].map((time) => [
      `a spoilt field (${time})`,
      (sent: Sent, operation: Operation, pick: (count: number) => number) => {
        const schema = schemaOf(operation)
        if (!schema || sent.body === undefined) return null
        const body = spoil(schema, JSON.parse(sent.body), pick)
        return fits(schema, JSON.parse(JSON.stringify(body) ?? 'null'))
          ? null
          : { ...sent, body: JSON.stringify(body) }
      },
    ]),
  ),
}

/** A request that is not of the form that the document describes, and how it was broken. */
export const brokenRequest = (operation: Operation, known: Known): fc.Arbitrary<Broken> =>
  fc
    .tuple(
      validRequest(operation, known),
      fc.constantFrom(...Object.keys(breaks)),
      fc.array(fc.nat(), { minLength: 12, maxLength: 12 }),
    )
    .map(([sent, kind, numbers]) => {
      let at = 0
      const pick = (count: number) => numbers[at++ % numbers.length]! % Math.max(1, count)
      const broken = breaks[kind]!(sent.by === 'test' ? { ...sent, by: 'live' } : sent, operation, pick)
      return broken && { ...broken, kind }
    })
    .filter((broken) => broken !== null)

/** The fields of an answer that the document does not tell of, wherever they stand. */
export const untold = (schema: JsonSchema & { additionalProperties?: unknown }, value: unknown): string[] => {
  const options = schema.anyOf ?? schema.oneOf
  if (options) return untold(options.find((option) => fits(option, value)) ?? {}, value)
  if (Array.isArray(value)) return value.flatMap((item) => untold(schema.items ?? {}, item))
  if (typeof value !== 'object' || value === null || !schema.properties) return []
  return Object.entries(value).flatMap(([name, field]) => {
    const told = schema.properties![name]
    if (told) return untold(told, field).map((inner) => `${name}.${inner}`)
    return schema.additionalProperties === undefined ? [name] : []
  })
}
