import { z } from 'zod'
import { type Endpoint, openData } from './endpoint.ts'
import { programLimit } from './endpoint-limits.ts'
import { jsonSchemaOf, sampleOf } from './json-schema.ts'
import { type GeneralProblem, ProblemAnswer } from './problem.ts'

/** The refusals that there are, by the name that stands in their `type`. */
export type KnownProblems = Record<string, { status: number; title: string }>

/** Every refusal that a row can give: those of its kind, and its own. */
export const problemsOf = (row: Endpoint): string[] => {
  const isKeyed = row.holder === 'api-key'
  const general: [boolean, ...GeneralProblem[]][] = [
    [true, 'not-acceptable'],
    [isKeyed, 'unauthorized', 'forbidden', 'rate-limited'],
    [row.params !== undefined || (isKeyed && (row.body ?? row.query) !== undefined), 'not-found'],
    [Boolean(row.params ?? row.query ?? row.body), 'validation-failed'],
    [row.body !== null, 'malformed-json', 'unsupported-media-type', 'too-large'],
    [row.needsIdempotencyKey, 'idempotency-key-missing', 'idempotency-key-reused-with-other-body'],
    [true, 'internal', 'unavailable'],
  ]
  const kinds = general.flatMap(([applies, ...names]) => (applies ? names : []))
  return [...new Set([...kinds, ...(row.problems ?? [])])]
}

/** `/api/v1/sites/:id` as the document writes it: `/api/v1/sites/{id}`. */
export const templateOf = (path: string) => path.replaceAll(/:(\w+)/g, '{$1}')

/** @example operationIdOf(row) // 'getSitesIdOffers' */
export const operationIdOf = ({ method, path }: Endpoint) =>
  method.toLowerCase() +
  path
    .replace('/api/v1', '')
    .split(/\W+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')

const parametersOf = (schema: z.ZodObject | undefined, place: 'path' | 'query') => {
  if (!schema) return []
  const { properties = {}, required = [] } = jsonSchemaOf(schema)
  return Object.entries(properties).map(([name, { description, ...field }]) => ({
    ...{ name, in: place, required: place === 'path' || required.includes(name), schema: field },
    ...(description ? { description } : {}),
  }))
}

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: 'Makes a repeat harmless: the same key and body give the same answer. Kept 90 days.',
  schema: { type: 'string', pattern: '^[\\x20-\\x7e]+$', minLength: 1, maxLength: 255 },
  example: '0196a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b',
}

const contentOf = (type: string, schema: z.ZodType, example?: unknown) => {
  const printed = jsonSchemaOf(schema)
  return { [type]: { schema: printed, example: example ?? sampleOf(printed, true) } }
}

const headersOf = (row: Endpoint) => ({
  ...(row.method === 'GET' ? { ETag: { $ref: '#/components/headers/ETag' } } : {}),
  ...(row.holder === 'api-key'
    ? {
        RateLimit: { $ref: '#/components/headers/RateLimit' },
        'RateLimit-Policy': { $ref: '#/components/headers/RateLimitPolicy' },
      }
    : {}),
})

const answersOf = (row: Endpoint) => ({
  ...Object.fromEntries(
    Object.entries(row.answers).map(([status, { what, schema, example }]) => [
      status,
      { description: what, headers: headersOf(row), content: contentOf(row.type, schema, example) },
    ]),
  ),
  ...(row.method === 'GET' ? { 304: { description: 'The answer is still the one that you have.' } } : {}),
})

/** A status for each kind of refusal, with the names of the problems that it stands for. */
const refusalsOf = (row: Endpoint, problems: KnownProblems) => {
  const byStatus = new Map<number, string[]>()
  for (const type of problemsOf(row)) {
    const { status } = problems[type]!
    byStatus.set(status, [...(byStatus.get(status) ?? []), type])
  }
  return Object.fromEntries(
    [...byStatus].map(([status, types]) => [
      status,
      {
        description: types.map((type) => `\`${type}\`: ${problems[type]!.title}.`).join(' '),
        'x-problem-types': types,
        content: {
          'application/problem+json': {
            schema: { $ref: '#/components/schemas/Problem' },
            examples: Object.fromEntries(
              types.map((type) => [type, { $ref: `#/components/examples/${type}` }]),
            ),
          },
        },
      },
    ]),
  )
}

const exampleOf = (type: string, { status, title }: KnownProblems[string]) => ({
  ...{ type: `/problems/${type}`, title, status },
  ...{ instance: '0196a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b', endUserMessage: { fi: '…', sv: '…', en: '…' } },
})

const operationOf = (row: Endpoint, problems: KnownProblems) => ({
  operationId: operationIdOf(row),
  tags: [row.path.split('/')[3]!.replace(/\..*/, '')],
  summary: row.summary,
  ...(row.deprecated ? { deprecated: true } : {}),
  security: row.holder === 'api-key' ? [{ key: [row.permission] }] : [],
  parameters: [
    ...parametersOf(row.params, 'path'),
    ...parametersOf(row.query, 'query'),
    ...(row.needsIdempotencyKey ? [idempotencyKey] : []),
  ],
  ...(row.body
    ? { requestBody: { required: true, content: contentOf('application/json', row.body, bodyExample(row)) } }
    : {}),
  responses: { ...answersOf(row), ...refusalsOf(row, problems) },
})

/** A body that could be sent. */
export const bodyExample = (row: Endpoint): unknown =>
  row.example ?? (row.body ? sampleOf(jsonSchemaOf(row.body)) : undefined)

const header = (description: string, example: string) => ({
  description,
  schema: { type: 'string' },
  example,
})
const components = (problems: KnownProblems) => ({
  securitySchemes: {
    key: {
      type: 'http',
      scheme: 'bearer',
      description: 'A key of your program: `kk_live_…`, or `kk_test_…` while you build it.',
    },
  },
  headers: {
    ETag: header('Send it as `If-None-Match` next time.', '"wZ9x…"'),
    RateLimit: header(
      'How many requests are left, and in how many seconds all are there again.',
      '"program";r=2999;t=1',
    ),
    RateLimitPolicy: header(
      'The limit of one program.',
      `"program";q=${programLimit.quota};w=${programLimit.seconds}`,
    ),
  },
  schemas: { Problem: jsonSchemaOf(ProblemAnswer) },
  examples: Object.fromEntries(
    Object.entries(problems).map(([type, known]) => [type, { value: exampleOf(type, known) }]),
  ),
})

const info = {
  title: 'Kaiku API',
  version: '1.0.0',
  summary: 'Check a Kaikukortti and record tickets from a ticketing system.',
  description:
    'Times are ISO 8601 with an offset; days are plain and Finnish. New fields may come at any time: ignore what you do ' +
    'not know. Another method than those here answers 405.',
  license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
}

/** The document (OpenAPI 3.1) that the rows print of themselves: the schemas are those that check the requests. */
export const printOpenApi = (rows: readonly Endpoint[], problems: KnownProblems) => {
  const paths: Record<string, Record<string, ReturnType<typeof operationOf>>> = {}
  for (const row of rows) {
    const path = templateOf(row.path)
    paths[path] = { ...paths[path], [row.method.toLowerCase()]: operationOf(row, problems) }
  }
  return { openapi: '3.1.0', info, servers: [{ url: '/' }], paths, components: components(problems) }
}

/** The row that answers the document, itself in it. */
export const openApiRow = (rows: () => readonly Endpoint[], problems: KnownProblems): Endpoint => {
  let printed: string | null = null
  return openData({
    path: '/api/v1/openapi.json',
    permission: 'api.read',
    summary: 'This document.',
    answers: {
      200: {
        what: 'An OpenAPI 3.1 document.',
        schema: z.looseObject({
          openapi: z.string().describe('The version of OpenAPI.'),
          paths: z.looseObject({}).describe('Every address.'),
        }),
        example: { openapi: '3.1.0', paths: {} },
      },
    },
    run: async () => {
      printed ??= JSON.stringify(printOpenApi(rows(), problems))
      return { type: 'application/json', body: printed }
    },
  })
}
