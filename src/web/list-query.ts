/** What a list is narrowed to, as its address says it, and the page that is shown. An empty text means no limit. */
export type ListQuery<Name extends string = string> = { asked: Record<Name | 'q', string>; page: number }

const longest = 100
export const pageSize = 50

/** Reads the filters of a list from its address. What the list does not know is left out. */
export const readListQuery = <const Name extends string>(
  query: URLSearchParams,
  names: readonly Name[],
): ListQuery<Name> => {
  const page = query.get('page') ?? ''
  const asked = Object.fromEntries(
    ['q', ...names].map((name) => [name, (query.get(name) ?? '').slice(0, longest).trim()]),
  ) as Record<Name | 'q', string>
  return { asked, page: /^[1-9]\d{0,4}$/.test(page) ? Number(page) : 1 }
}

/** An address with the same filter: another page of it, or its file. */
export const withFilter = (path: string, { asked }: Pick<ListQuery, 'asked'>, page = 1): string => {
  const search = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== ''))
  if (page > 1) search.set('page', String(page))
  return search.size > 0 ? `${path}?${search}` : path
}

/** Which page of how many: a page beyond the last is the first. */
export const pageOf = ({ page }: { page: number }, total: number) => {
  const pages = Math.max(1, Math.ceil(total / pageSize))
  return { page: page > pages ? 1 : page, pages }
}
