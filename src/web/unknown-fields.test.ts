import { expect, test } from 'vitest'
import { z } from 'zod'
import { unknownFields } from './unknown-fields.ts'

const one = z.object({ code: z.string().trim(), adults: z.number().default(1) }).superRefine(() => {})
const schema = z.object({
  mode: z.union([z.object({ a: z.string() }), z.object({ b: z.string() })]).optional(),
  items: z.array(one).readonly(),
  note: z.string().nullable().prefault(null),
  time: z.string().transform(Number),
})

test.each([
  ['nothing beside the names', { items: [{ code: 'x' }], note: null, time: '1' }, []],
  ['a misspelt name', { item: [] }, ['item']],
  ['one deep in a list', { items: [{ code: 'x' }, { cod: 'x', adults: 1 }] }, ['items.1.cod']],
  ['the form that fits best is the one meant', { mode: { b: 'x', c: 1 } }, ['mode.c']],
  ['what everything has from its kind', { constructor: 1, toString: 1 }, ['constructor', 'toString']],
  ['values of another kind are for the schema to refuse', { items: 'x', mode: 1 }, []],
  ['no object at all', [1], []],
  ['null', null, []],
])('%s', (_, value, paths) =>
  expect(unknownFields(schema, value).map((path) => path.join('.'))).toEqual(paths),
)
