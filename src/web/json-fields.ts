import type { JsonSchema } from './json-schema.ts'

/** `about` is what the schema says of the field; `what` is that with its default and an example. */
export type JsonField = { name: string; type: string; required: boolean; about: string; what: string }

const byFormat: Record<string, string> = {
  'date-time': 'time with offset',
  date: 'day',
  uuid: 'UUID',
  uri: 'address',
}

const bounds = (least: number | undefined, most: number | undefined) =>
  most === undefined ? (least ? ` from ${least}` : '') : ` ${least ?? 0}–${most}`

/** The kind of a value in a few words: `integer 0–100`, `culture, education or null`. */
export const kindOf = (schema: JsonSchema): string => {
  const options = schema.anyOf ?? schema.oneOf
  if (options) return [...new Set(options.map(kindOf))].join(' or ')
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(', ')
  if (schema.format && byFormat[schema.format]) return byFormat[schema.format]!
  if (schema.type === 'array') return `list of ${kindOf(schema.items ?? {})}`
  const least =
    schema.minimum ?? (schema.exclusiveMinimum === undefined ? undefined : schema.exclusiveMinimum + 1)
  if (schema.type === 'integer' || schema.type === 'number')
    return `${schema.type}${bounds(least, schema.maximum)}`
  if (schema.type === 'string') return `text${schema.maxLength ? `, at most ${schema.maxLength}` : ''}`
  return schema.type ?? 'anything'
}

/** What stands inside a schema that may also be null. */
const itself = (schema: JsonSchema): JsonSchema =>
  schema.anyOf?.length === 2 && schema.anyOf[1]?.type === 'null' ? schema.anyOf[0]! : schema

/** The fields of an object one below the other, those inside others with a point: `items[].code`. */
export const fieldsOf = (schema: JsonSchema, before = ''): JsonField[] =>
  Object.entries(itself(schema).properties ?? {}).flatMap(([name, field]) => {
    const inner = itself(field)
    const about = field.description ?? inner.description ?? ''
    const example = field.examples?.[0] ?? inner.examples?.[0]
    const more = [
      ...(field.default === undefined ? [] : [`${JSON.stringify(field.default)} unless sent.`]),
      ...(about === '' ? [] : [about]),
      ...(example === undefined ? [] : [`Such as ${JSON.stringify(example)}.`]),
    ]
    return [
      {
        name: before + name,
        type: kindOf(field),
        required: schema.required?.includes(name) ?? false,
        about,
        what: more.join(' '),
      },
      ...fieldsOf(inner, `${before}${name}.`),
      ...fieldsOf(inner.items ?? {}, `${before}${name}[].`),
    ]
  })
