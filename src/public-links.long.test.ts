import { afterAll, beforeAll, expect, test } from 'vitest'
import { htmlProblems } from '../test/html.ts'
import type { MatrixWorld } from '../test/matrix-world.ts'
import { makePublicWorld, type PublicPage, readPublicPages } from '../test/public-pages.ts'

/** Every page that everyone may read, in every language it has: well formed, and with no link that leads nowhere. */
let world: MatrixWorld
let pages: PublicPage[]
beforeAll(async () => {
  world = await makePublicWorld()
  pages = await readPublicPages(world)
})
afterAll(() => world.end())

const decode = (text: string) => text.replaceAll('&amp;', '&')

/** What a page leads to within this program, whole addresses. */
const linksOf = ({ html, address }: PublicPage): string[] =>
  [...html.matchAll(/\b(?:href|src|action)="([^"]+)"/g)]
    .map(([, to]) => new URL(decode(to!), `http://localhost:3000${address}`))
    .filter(({ origin }) => origin === 'http://localhost:3000')
    .map(({ pathname, search, hash }) => pathname + search + hash)

/** Hundreds of pages in nine languages, in milliseconds. */
const patience = 90_000

test(
  'no page is spelled wrong',
  async () => {
    const found: string[] = []
    for (const { address, html } of pages)
      found.push(...(await htmlProblems(html)).map((problem) => `${address}: ${problem}`))
    expect(found).toEqual([])
  },
  patience,
)

test(
  'no link is broken, in any language',
  async () => {
    const targets = new Map<string, string>()
    for (const page of pages) for (const link of linksOf(page)) targets.set(link, page.address)
    const asked = new Map<string, { status: number; body: string }>()
    const found: string[] = []
    for (const [link, from] of targets) {
      const [path, fragment] = link.split('#') as [string, string | undefined]
      if (!asked.has(path)) {
        const reply = await world.app.request(path)
        asked.set(path, { status: reply.status, body: fragment === undefined ? '' : await reply.text() })
      }
      const { status, body } = asked.get(path)!
      // What needs signing in leads there; what only takes a form says so by 405.
      if (![200, 303, 308, 405].includes(status)) found.push(`${from} leads to ${link}: ${status}`)
      const page = body || pages.find(({ address }) => address === path)?.html
      if (fragment && page && !page.includes(`id="${decodeURIComponent(fragment)}"`))
        found.push(`${from} leads to ${link}: no such place on the page`)
    }
    expect(targets.size).toBeGreaterThan(100)
    expect(found).toEqual([])
  },
  patience,
)
