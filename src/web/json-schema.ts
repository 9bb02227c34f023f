import { z } from 'zod'

/** A JSON Schema (2020-12), as far as ours go. */
export type JsonSchema = {
  type?: string
  format?: string
  pattern?: string
  const?: unknown
  enum?: unknown[]
  default?: unknown
  examples?: unknown[]
  description?: string
  anyOf?: JsonSchema[]
  oneOf?: JsonSchema[]
  allOf?: JsonSchema[]
  properties?: Record<string, JsonSchema>
  required?: string[]
  items?: JsonSchema
  minItems?: number
  maxItems?: number
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  exclusiveMinimum?: number
  exclusiveMaximum?: number
}

const byFormat: Record<string, string> = {
  'date-time': '2026-05-04T15:30:00Z',
  date: '2026-05-04',
  uuid: '0196a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b',
  uri: 'https://esimerkki.example/',
}

/** `type: ['string', 'null']` says two kinds in one word; as `anyOf`, all of our own readers know it. */
const apart = (_: string, value: unknown): unknown => {
  const { type, ...rest } = (value ?? {}) as { type?: unknown }
  return Array.isArray(type) ? { ...rest, anyOf: type.map((one) => ({ type: one })) } : value
}

/** The schema that checks a request or an answer, as the document prints it: what may be sent, before it is read. */
export const jsonSchemaOf = (schema: z.ZodType): JsonSchema => {
  const { $schema, ...printed } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    // The format says it, and a whole number is one: the pattern of a day with its leap years is no reading.
    override: ({ jsonSchema }) => {
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
      if (jsonSchema.format && Object.hasOwn(byFormat, jsonSchema.format)) delete jsonSchema.pattern
    },
  })
  return JSON.parse(JSON.stringify(printed), apart) as JsonSchema
}

/**
 * A value of the schema's form, for an example. An optional field without a value of its own is left out.
 * @param isWhole an answer is shown with all that it may hold
 */
export const sampleOf = (schema: JsonSchema, isWhole = false): unknown => {
  if (schema.examples) return schema.examples[0]
  if (schema.default !== undefined) return schema.default
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  const [option] = schema.anyOf ?? schema.oneOf ?? schema.allOf ?? []
  if (option) return sampleOf(option, isWhole)
  switch (schema.type) {
    case 'object': {
      const shown = Object.entries(schema.properties ?? {}).filter(
        ([name, field]) => isWhole || field.examples || schema.required?.includes(name),
      )
      return Object.fromEntries(shown.map(([name, field]) => [name, sampleOf(field, isWhole)]))
    }
    case 'array':
      return [sampleOf(schema.items ?? {}, isWhole)]
    case 'integer':
    case 'number':
      return Math.max(1, schema.minimum ?? 1)
    case 'boolean':
      return true
    case 'string':
      return byFormat[schema.format ?? ''] ?? 'text'
    default:
      return null
  }
}
