/** A cell that a spreadsheet would take for a formula is told to be text (OWASP, CSV injection). */
const cellOf = (value: string | number | null): string => {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A CSV file (RFC 4180) with commas, in UTF-8. */
export const writeCsv = (
  header: readonly string[],
  rows: Iterable<readonly (string | number | null)[]>,
): string => {
  const lines = [header.join(',')]
  for (const row of rows) lines.push(row.map(cellOf).join(','))
  return `${lines.join('\n')}\n`
}
