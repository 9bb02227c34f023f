import type { Answer } from './caller.ts'

const partsOf = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))

const isIn = (value: unknown, part: string): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, part)

const holds = (value: unknown) => typeof value === 'object' && value !== null

/** @param exactly whether the last name has to stand there too: what is missing is pointed at by its name */
const leadsInto = (value: unknown, [part, ...rest]: readonly string[], exactly: boolean): boolean => {
  if (part === undefined) return true
  if (rest.length === 0 && !exactly && holds(value) && !Array.isArray(value)) return true
  return isIn(value, part) && leadsInto(value[part], rest, exactly)
}

const bodyOf = (sent: string | null): unknown => {
  try {
    return sent === null ? undefined : JSON.parse(sent)
  } catch {
    return undefined
  }
}

/** Whether a JSON pointer (RFC 6901) of a refusal leads into what was sent: its body, or its `/path` and `/query`. */
export const pointsInto = (
  pointer: string,
  { path, sent }: Pick<Answer, 'path' | 'sent'>,
  exactly: boolean,
): boolean => {
  if (pointer !== '' && !pointer.startsWith('/')) return false
  const [place, name, ...more] = partsOf(pointer)
  const query = path.split('?')[1]
  if (place === 'query' && query !== undefined)
    return name !== undefined && more.length === 0 && new URLSearchParams(query).has(name)
  if (place === 'path') return name !== undefined && more.length === 0
  return sent !== null && leadsInto(bodyOf(sent), partsOf(pointer), exactly)
}
