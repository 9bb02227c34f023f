import { expect, test } from 'vitest'
import { z } from 'zod'
import { endpoints } from '../app.tsx'
import { fieldsOf, kindOf } from './json-fields.ts'
import { jsonSchemaOf } from './json-schema.ts'
import { bodyExample, printOpenApi, problemsOf } from './openapi.ts'
import { generalProblems } from './problem.ts'

const every = Object.fromEntries(
  endpoints.flatMap(problemsOf).map((type) => [type, { status: 409, title: type }]),
)
const document = printOpenApi(endpoints, { ...every, ...generalProblems })
const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods))

test('every reference leads somewhere', () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path]) => path!)
  expect(references.length).toBeGreaterThan(20)
  const found = (path: string) =>
    path.split('/').reduce<unknown>((at, name) => (at as Record<string, unknown>)?.[name], document)
  expect(references.filter((path) => found(path) === undefined)).toEqual([])
})

test('every operation has a name of its own', () =>
  expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(endpoints.length))

test.each(endpoints)('$method $path names what stands in its path', ({ path, params }) =>
  expect(Object.keys(params?.shape ?? {})).toEqual([...path.matchAll(/:(\w+)/g)].map(([, name]) => name)),
)

/** The fields that nothing is said of, those inside others too. */
const untold = (schema: z.ZodType | null | undefined) =>
  schema
    ? fieldsOf(jsonSchemaOf(schema))
        .filter(({ about }) => about === '')
        .map(({ name }) => name)
    : []

test.each(endpoints)(
  '$method $path explains each field that may be sent, and each that is answered',
  (row) => {
    const schemas = [
      row.params,
      row.query,
      row.body,
      ...Object.values(row.answers).map(({ schema }) => schema),
    ]
    expect(schemas.flatMap(untold)).toEqual([])
  },
)

test.each(endpoints.filter(({ body }) => body))('the example of $path is a body that it takes', (row) =>
  expect(row.body!.safeParse(bodyExample(row)).error?.issues ?? []).toEqual([]),
)

test('a value that may be null is one of two kinds', () => {
  const printed = jsonSchemaOf(
    z.object({ a: z.string().min(2).nullable(), b: z.iso.date().nullable(), c: z.string().nullable() }),
  )
  expect(fieldsOf(printed).map(({ type }) => type)).toEqual(['text or null', 'day or null', 'text or null'])
  expect(printed.properties?.a?.anyOf).toEqual([{ type: 'string', minLength: 2 }, { type: 'null' }])
})

test('a kind is said in a few words', () => {
  expect(kindOf({ type: 'integer', minimum: 1, maximum: 200 })).toBe('integer 1–200')
  expect(kindOf({ anyOf: [{ type: 'string', format: 'date' }, { type: 'null' }] })).toBe('day or null')
  expect(kindOf({ type: 'array', items: { type: 'string', maxLength: 5 } })).toBe('list of text, at most 5')
})

test('fields inside others are told with where they stand', () => {
  const item = { type: 'object', properties: { code: { type: 'string' } }, required: ['code'] }
  const schema = {
    type: 'object',
    properties: {
      items: { type: 'array', items: item },
      pause: { anyOf: [item, { type: 'null' }] },
      n: { default: 1 },
    },
  }
  expect(fieldsOf(schema).map(({ name, required, what }) => [name, required, what])).toEqual([
    ['items', false, ''],
    ['items[].code', true, ''],
    ['pause', false, ''],
    ['pause.code', true, ''],
    ['n', false, '1 unless sent.'],
  ])
})

test('what is no id is not read as one in any body', () => {
  const examples = endpoints.map((row) => ({
    row,
    body: bodyExample(row) as { siteId?: unknown } | undefined,
  }))
  const named = examples.filter(({ body }) => body?.siteId !== undefined)
  expect(named.length).toBeGreaterThan(2)
  for (const { row, body } of named)
    for (const siteId of [true, [1], null, '0x1', 1.5])
      expect(row.body!.safeParse({ ...body, siteId }).success, `${row.path} ${siteId}`).toBe(false)
})
