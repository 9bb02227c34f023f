import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeProblems, launchBrowser, listen, overflow, visitor } from '../test/browser.ts'
import type { MatrixWorld } from '../test/matrix-world.ts'
import { lookedAt, makePublicWorld, type PublicPage, readPublicPages } from '../test/public-pages.ts'
import { clipped, launchWithLargeText, spaceText } from '../test/reading-needs.ts'

/**
 * Every page that everyone may read, in Finnish and, where holders have it, in Arabic, which is read from the right:
 * without script, on the smallest screen, with spaced and with large text, light and dark.
 */
let world: MatrixWorld
let browser: Browser
let largeText: Browser
let origin: string
let close: () => Promise<void>
let pages: PublicPage[]

beforeAll(async () => {
  world = await makePublicWorld()
  ;({ origin, close } = await listen(world))
  browser = await launchBrowser()
  largeText = await launchWithLargeText()
  pages = await readPublicPages(world, lookedAt)
})
afterAll(async () => {
  await browser.close()
  await largeText.close()
  await close()
  await world.end()
})

test('there are pages to look at, and some are read from the right', () => {
  expect(pages.length).toBeGreaterThan(20)
  const arabic = pages.filter(({ language }) => language === 'ar')
  expect(arabic.length).toBeGreaterThan(2)
  const start = '<!doctype html><html lang="ar" dir="rtl"'
  expect(arabic.filter(({ html }) => !html.startsWith(start)).map(({ address }) => address)).toEqual([])
})

test('each is without a fault that axe finds, and fits 320 px, wide spaces and double text', async () => {
  const found: string[] = []
  const page = await visitor(browser, origin, { width: 360, script: false })
  const large = await visitor(largeText, origin, { width: 1280, script: false })
  for (const { address } of pages) {
    const fits = async (when: string, shown = page) => {
      if ((await overflow(shown)) > 0) found.push(`${address}: wider than the screen ${when}`)
    }
    await page.setViewportSize({ width: 320, height: 640 })
    await page.goto(address, { waitUntil: 'load' })
    found.push(...(await axeProblems(browser, page)))
    await fits('of 320 px')
    await spaceText(page)
    await fits('when the text is spaced')
    found.push(...(await clipped(page)).map((text) => `${address}: cut when spaced: ${text}`))
    await large.goto(address, { waitUntil: 'load' })
    expect(await large.evaluate('getComputedStyle(document.documentElement).fontSize')).toBe('32px')
    await fits('at double text', large)
  }
  expect(found).toEqual([])
}, 400_000)
