import { inOrder, marks, numberOf, type Point } from './rules.ts'

/** A run of words: in both, only in the old, or only in the new. */
export type Part = { kind: 'same' | 'old' | 'new'; text: string }

/** Words and the white space between them, so that the parts joined give the text back. */
const piecesOf = (text: string): string[] => text.match(/\s+|[^\s]+/g) ?? []

/** Longest common subsequence, as lengths from each pair of places to the ends. */
const lengthsOf = (a: readonly string[], b: readonly string[]): Uint16Array[] => {
  const rows = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1))
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      rows[i]![j] = a[i] === b[j] ? rows[i + 1]![j + 1]! + 1 : Math.max(rows[i + 1]![j]!, rows[i]![j + 1]!)
  return rows
}

const middleParts = (a: readonly string[], b: readonly string[]): Part[] => {
  const lengths = lengthsOf(a, b)
  const parts: Part[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      parts.push({ kind: 'same', text: a[i]! })
      i++
      j++
    } else if (j >= b.length || (i < a.length && lengths[i + 1]![j]! >= lengths[i]![j + 1]!))
      parts.push({ kind: 'old', text: a[i++]! })
    else parts.push({ kind: 'new', text: b[j++]! })
  }
  return parts
}

/** Runs of one kind become one; between two same words no run of old and new alternates word by word. */
const joined = (parts: readonly Part[]): Part[] => {
  const result: Part[] = []
  let run: Record<'old' | 'new', string> = { old: '', new: '' }
  const close = () => {
    for (const kind of ['old', 'new'] as const) if (run[kind] !== '') result.push({ kind, text: run[kind] })
    run = { old: '', new: '' }
  }
  for (const [index, { kind, text }] of parts.entries()) {
    const isOpen = run.old !== '' || run.new !== ''
    const next = parts[index + 1]
    // A space between two changed words belongs to the change: it reads as one run and not as many.
    const isGap =
      kind === 'same' && isOpen && text.trim() === '' && next !== undefined && next.kind !== 'same'
    if (isGap) run = { old: run.old + text, new: run.new + text }
    else if (kind !== 'same') run[kind] += text
    else {
      close()
      const last = result.at(-1)
      if (last?.kind === 'same') last.text += text
      else result.push({ kind, text })
    }
  }
  close()
  return result
}

/**
 * What changed between two texts, word by word. The parts that are not new, joined, are the old text; those that are not
 * old, joined, the new one.
 * @param before and `after` of some thousands of characters each: the work grows with the product of their words
 */
export const wordDiff = (before: string, after: string): Part[] => {
  const [a, b] = [piecesOf(before), piecesOf(after)]
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end])
    end++
  const same = (pieces: string[]): Part[] => pieces.map((text) => ({ kind: 'same', text }))
  return joined([
    ...same(a.slice(0, start)),
    ...middleParts(a.slice(start, a.length - end), b.slice(start, b.length - end)),
    ...same(a.slice(a.length - end)),
  ])
}

const languages = ['fi', 'sv', 'en'] as const

/** What of a point changed; `number` is no change of what is agreed. */
export type Changed = 'heading' | 'text' | 'marks' | 'number'
export type Change =
  | { kind: 'added'; after: Point }
  | { kind: 'removed'; before: Point }
  | { kind: 'changed'; before: Point; after: Point; what: Changed[] }
  | { kind: 'same'; before: Point; after: Point }

const whatChanged = (before: Point, after: Point): Changed[] => {
  const differs = (field: 'heading' | 'text') =>
    languages.some((language) => before[field][language] !== after[field][language])
  const hasOther = marks.some((mark) => before.marks.includes(mark) !== after.marks.includes(mark))
  return [
    ...(differs('heading') ? (['heading'] as const) : []),
    ...(differs('text') ? (['text'] as const) : []),
    ...(hasOther ? (['marks'] as const) : []),
    ...(numberOf(before) === numberOf(after) ? [] : (['number'] as const)),
  ]
}

/**
 * Two versions point by point, in the order of the newer one; what was removed stands where it stood, after the point
 * before it.
 */
export const compareVersions = (before: readonly Point[], after: readonly Point[]): Change[] => {
  const [olds, news] = [inOrder(before), inOrder(after)]
  const oldOf = new Map(olds.map((point) => [point.line, point]))
  const isKept = new Set(news.map(({ line }) => line))
  /** What was removed after each old point; 0 is the beginning. */
  const removedAfter = new Map<number, Point[]>()
  let last = 0
  for (const point of olds) {
    if (isKept.has(point.line)) last = point.line
    else removedAfter.set(last, [...(removedAfter.get(last) ?? []), point])
  }
  const removed = (line: number): Change[] =>
    (removedAfter.get(line) ?? []).map((point) => ({ kind: 'removed', before: point }))
  const changeOf = (point: Point): Change => {
    const old = oldOf.get(point.line)
    if (!old) return { kind: 'added', after: point }
    const what = whatChanged(old, point)
    return what.length === 0
      ? { kind: 'same', before: old, after: point }
      : { kind: 'changed', before: old, after: point, what }
  }
  return [...removed(0), ...news.flatMap((point) => [changeOf(point), ...removed(point.line)])]
}

/** Whether anything that is agreed differs: a mere new number does not. */
export const isChange = (change: Change): boolean =>
  change.kind === 'changed' ? change.what.some((one) => one !== 'number') : change.kind !== 'same'
