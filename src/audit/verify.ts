import type { Pool } from '../db/db.ts'
import { dayOf } from '../lib/dates.ts'
import type { Head } from './heads.ts'
import { type Base, findBase, findUnsealed, listLinks } from './queries.ts'
import { ChainWalk, type Finding, isForgotten, type Link } from './rules.ts'

const batchSize = 1_000
const anHour = 3_600_000
/** So many findings are told one by one; of the others, how many there are. */
const mostFindings = 100

export type Verdict = { links: number; findings: Finding[]; more: number }

const linksOf = async function* (pool: Pool): AsyncGenerator<Link> {
  for (let after = 0; ; ) {
    const links = await listLinks(pool, after, batchSize)
    yield* links
    if (links.length < batchSize) return
    after = links.at(-1)!.position
  }
}

/** Rows may be forgotten only up to a link that a kept head of old enough a day names: else somebody cut the log. */
const baseFindings = (base: Base | undefined, heads: readonly Head[], now: Date): Finding[] => {
  const isKept = heads.some(
    ({ position, hash, day }) =>
      position === base?.position && hash === base.hash && isForgotten(day, dayOf(now)),
  )
  return !base || isKept ? [] : [{ kind: 'forgotten-early', position: base.position, auditId: null }]
}

/**
 * Recomputes the whole chain from the rows, in batches, so that memory stays flat however long it is, and compares it
 * with the heads that were kept elsewhere. Without those, whoever owns the database could cut the end off, or make a
 * new chain over false rows; with them only what came after the last head.
 */
export const verifyAudit = async (pool: Pool, heads: readonly Head[], now: Date): Promise<Verdict> => {
  const findings: Finding[] = []
  let more = 0
  const note = (found: readonly Finding[]) => {
    const room = mostFindings - findings.length
    findings.push(...found.slice(0, room))
    more += Math.max(0, found.length - room)
  }
  const kept = new Map(heads.map((head) => [head.position, head]))
  const base = await findBase(pool)
  note(baseFindings(base, heads, now))
  const walk = new ChainWalk(base)
  let links = 0
  for await (const link of linksOf(pool)) {
    links += 1
    note(walk.step(link))
    const head = kept.get(link.position)
    if (head && head.hash !== link.hash)
      note([{ kind: 'other-head', position: link.position, auditId: link.auditId }])
  }
  note(walk.end())
  const furthest = Math.max(0, ...heads.map(({ position }) => position))
  if (furthest > walk.position)
    note([{ kind: 'cut', position: walk.position + 1, auditId: null, until: furthest }])
  const unsealed = await findUnsealed(pool, new Date(now.getTime() - anHour))
  if (unsealed.count > 0) {
    note([{ kind: 'unsealed', position: null, auditId: unsealed.first }])
    more += unsealed.count - 1
  }
  const last = Number.POSITIVE_INFINITY
  findings.sort((a, b) => (a.position ?? last) - (b.position ?? last))
  return { links, findings, more }
}
