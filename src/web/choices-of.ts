/** Fields of a search whose values are chosen or are days and numbers; in all others people type what they like. */
const chosen = [
  ...['area', 'attention', 'before', 'category', 'from', 'kind', 'municipality', 'outcome', 'page'],
  ...['permission', 'role', 'show', 'side', 'state', 'until'],
]

/** A number, a day, or a short key word such as `issuer` or `cards.check`. */
const isKey = (value: string) => /^(\d{1,15}|\d{4}-\d\d-\d\d|[a-z-]{1,20}(\.[a-z-]{1,20})?)$/.test(value)

/**
 * A search as the audit log may keep it for ever: which fields were set, and what was chosen in them. What was typed
 * may be somebody's name, and is left out.
 * @example 'role=issuer&q'
 */
export const choicesOf = (query: URLSearchParams): string =>
  [...query]
    .filter(([name, value]) => value !== '' && /^[a-z]{1,20}$/i.test(name))
    .map(([name, value]) => (chosen.includes(name) && isKey(value) ? `${name}=${value}` : name))
    .join('&')
    .slice(0, 200)
