import { z } from 'zod'

type Path = readonly PropertyKey[]

/** What stands inside a schema that only adds something to another. */
const inside = (schema: z.ZodType): z.ZodType | null => {
  if (schema instanceof z.ZodPipe) return schema.in as z.ZodType
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault ||
    schema instanceof z.ZodReadonly
  )
    return schema.unwrap() as z.ZodType
  return null
}

/**
 * The fields of a value that its schema has no name for. A program that is being built hears of them, for they are
 * misspelt names; one at work does not, for the next version of the API may have made them needless.
 */
export const unknownFields = (schema: z.ZodType, value: unknown, at: Path = []): Path[] => {
  const inner = inside(schema)
  if (inner) return unknownFields(inner, value, at)
  if (schema instanceof z.ZodUnion) {
    const each = schema.options.map((option) => unknownFields(option as z.ZodType, value, at))
    return each.reduce((fewest, one) => (one.length < fewest.length ? one : fewest))
  }
  if (schema instanceof z.ZodArray)
    return Array.isArray(value)
      ? value.flatMap((item, index) => unknownFields(schema.element as z.ZodType, item, [...at, index]))
      : []
  if (!(schema instanceof z.ZodObject) || typeof value !== 'object' || value === null || Array.isArray(value))
    return []
  const shape: Record<string, z.ZodType> = schema.shape
  return Object.entries(value).flatMap(([name, field]) =>
    Object.hasOwn(shape, name) ? unknownFields(shape[name]!, field, [...at, name]) : [[...at, name]],
  )
}
