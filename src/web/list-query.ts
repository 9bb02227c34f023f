/** What a list is narrowed to, as its address says it. An empty text means no limit. */
export type ListQuery<Name extends string> = Record<Name | 'q', string> & { page: number }

const longest = 100
export const pageSize = 50

/** Reads the filters of a list from its address. What the list does not know is left out. */
export const readListQuery = <const Name extends string>(
  query: URLSearchParams,
  names: readonly Name[],
): ListQuery<Name> => {
  const page = query.get('page') ?? ''
  const read = Object.fromEntries(
    ['q', ...names].map((name) => [name, (query.get(name) ?? '').slice(0, longest).trim()]),
  )
  return { ...read, page: /^[1-9]\d{0,4}$/.test(page) ? Number(page) : 1 } as ListQuery<Name>
}

/** An address with the same filter: another page of it, or its file. */
export const withFilter = (path: string, query: ListQuery<string>, page = 1): string => {
  const filled = Object.entries(query).filter(([name, value]) => name !== 'page' && value !== '')
  const search = new URLSearchParams(filled.map(([name, value]) => [name, String(value)]))
  if (page > 1) search.set('page', String(page))
  return search.size > 0 ? `${path}?${search}` : path
}

/** Which page of how many: a page beyond the last is the last. */
export const pageOf = (query: { page: number }, total: number) => {
  const pages = Math.max(1, Math.ceil(total / pageSize))
  return { page: Math.min(query.page, pages), pages }
}
