/** One run of lines that two texts share, or that only the later or the earlier has. */
export type Change = { kind: 'same' | 'added' | 'removed'; lines: string[] }

/** Past this many lines on a side, what lies between the ends is told as a whole: nobody reads such a comparison. */
const mostLines = 1500

/** For each pair of ends, how many lines they share in order. */
const sharedFrom = (before: readonly string[], after: readonly string[]): Uint16Array[] => {
  const table = Array.from({ length: before.length + 1 }, () => new Uint16Array(after.length + 1))
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--)
      table[i]![j] =
        before[i] === after[j] ? table[i + 1]![j + 1]! + 1 : Math.max(table[i + 1]![j]!, table[i]![j + 1]!)
  return table
}

type Step = { kind: Change['kind']; line: string }

const stepsBetween = (before: readonly string[], after: readonly string[]): Step[] => {
  const whole = (kind: Change['kind'], lines: readonly string[]) => lines.map((line) => ({ kind, line }))
  if (before.length > mostLines || after.length > mostLines)
    return [...whole('removed', before), ...whole('added', after)]
  const shared = sharedFrom(before, after)
  const steps: Step[] = []
  let [i, j] = [0, 0]
  while (i < before.length && j < after.length) {
    if (before[i] === after[j]) {
      steps.push({ kind: 'same', line: before[i]! })
      i += 1
      j += 1
    } else if (shared[i + 1]![j]! >= shared[i]![j + 1]!) steps.push({ kind: 'removed', line: before[i++]! })
    else steps.push({ kind: 'added', line: after[j++]! })
  }
  return [...steps, ...whole('removed', before.slice(i)), ...whole('added', after.slice(j))]
}

/** What changed between two texts, line by line (longest common subsequence). Empty when nothing did. */
export const changesBetween = (before: string, after: string): Change[] => {
  if (before === after) return []
  const changes: Change[] = []
  for (const { kind, line } of stepsBetween(before.split('\n'), after.split('\n'))) {
    const last = changes.at(-1)
    if (last?.kind === kind) last.lines.push(line)
    else changes.push({ kind, lines: [line] })
  }
  return changes
}
