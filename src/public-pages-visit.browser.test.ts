import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser, listen } from '../test/browser.ts'
import type { MatrixWorld } from '../test/matrix-world.ts'
import { lookedAt, makePublicWorld, readPublicPages } from '../test/public-pages.ts'
import { keyboardProblems, newPhone } from '../test/reading-needs.ts'

/** Every page that everyone may read, as a phone gets it for the first time, and as somebody walks through it by keyboard. */
let world: MatrixWorld
let browser: Browser
let origin: string
let close: () => Promise<void>

beforeAll(async () => {
  world = await makePublicWorld()
  ;({ origin, close } = await listen(world))
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await close()
  await world.end()
})

/** Kilobytes over the wire on a first visit; a page of charts may weigh more. */
const limitOf = (path: string) => (/tilastot|avoin-data/.test(path) ? 80 : 50)
const mostRequests = 6
/** Kilobytes of the same page a second time: that nothing has changed is all that has to be said. */
const mostAgain = 5

/** A fifth of what is called good (0.1, https://web.dev/articles/cls): a busy machine now and then paints half a line of the head. */
const mostShift = 0.02

/** What script may add to a page; what it takes away, nobody reads who has one. */
const linesOf = (html: string) =>
  [...html.matchAll(/<(p|h1|h2|h3|li|td|th|dt|dd|label)\b[^>]*>([^<]{12,})</g)].map(([, , text]) => text!)

test('each asks a phone for little, tells no third party, leaves no cookie, does not jump, and opens to the keyboard', async () => {
  const found: string[] = []
  const { page, open } = await newPhone(browser, origin)
  let isFootWalked = false
  for (const { address, path, language, html } of await readPublicPages(world, lookedAt)) {
    const { kilobytes, again, foreign, requests, cookies, shift } = await open(origin + address)
    const problems = [
      ...foreign.map((url) => `asks ${url}`),
      ...(kilobytes > limitOf(path) ? [`weighs ${kilobytes.toFixed(1)} KB`] : []),
      ...(again > mostAgain ? [`weighs ${again.toFixed(1)} KB when it is opened again`] : []),
      ...(requests > mostRequests ? [`makes ${requests} requests`] : []),
      ...(cookies > 0 ? [`leaves ${cookies} cookies`] : []),
      ...(shift > mostShift ? [`jumps by ${shift.toFixed(3)}`] : []),
    ]
    if (language !== 'ar') {
      problems.push(...(await keyboardProblems(page, !isFootWalked)))
      isFootWalked = true
    }
    const shown = (await page.locator('body').textContent()) ?? ''
    const decoded = (text: string) =>
      text
        .replaceAll('&amp;', '&')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&#39;', "'")
        .replaceAll('&quot;', '"')
    problems.push(
      ...linesOf(html)
        .map(decoded)
        .filter((line) => !shown.includes(line))
        .map((line) => `says only without script: ${line}`),
    )
    found.push(...problems.map((problem) => `${address}: ${problem}`))
  }
  expect(found).toEqual([])
}, 400_000)
