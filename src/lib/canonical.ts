export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json }

/**
 * The one text of a JSON value, as RFC 8785 has it: no white space, names in the order of their UTF-16 units, numbers and
 * strings as ECMAScript writes them.
 * @throws RangeError for a number that JSON cannot say, and for half a surrogate
 */
export const canonical = (value: Json): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const fields = value as { readonly [name: string]: Json }
    const names = Object.keys(fields).sort()
    return `{${names.map((name) => `${canonical(name)}:${canonical(fields[name]!)}`).join(',')}}`
  }
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError('JSON has no such number')
  if (typeof value === 'string' && !value.isWellFormed()) throw new RangeError('Half a surrogate is no text')
  return JSON.stringify(value)
}

const tokens = /("(?:[^"\\]|\\.)*")|\s+/g

/**
 * Reads JSON that says each thing once and in the usual way: a name that stands twice means one thing to a program and
 * another to a reader.
 * @returns undefined when the text is no such JSON
 */
export const readStrictly = (text: string): unknown => {
  try {
    const value: unknown = JSON.parse(text)
    return JSON.stringify(value) === text.replace(tokens, '$1') ? value : undefined
  } catch {
    return undefined
  }
}
