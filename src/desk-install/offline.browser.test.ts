import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Cable, launchBrowser, listenByCable, visitor } from '../../test/browser.ts'
import { type DeskWorld, newDesk } from '../../test/desk.ts'
import { netSays, openApp } from '../../test/desk-app.ts'

/** What a browser keeps of the desk: its pages open without a network, and nothing moves while they do. */
let desk: DeskWorld
let browser: Browser
let origin: string
let close: () => Promise<void>
const cable: Cable = { isCut: false, loses: () => false }

beforeAll(async () => {
  desk = await newDesk()
  ;({ origin, close } = await listenByCable(desk.world, cable))
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await close()
  await desk.world.end()
})

const gate = '/fi/kassa/portti'
const practice = '/fi/kassa/harjoittelu'
const answer = (page: Page, word: string) => page.getByRole('heading', { name: word, exact: true }).waitFor()
const waiting = (page: Page, count: number) =>
  expect.poll(() => page.locator('[data-gate-count=waiting]').textContent()).toBe(String(count))

test('the gate and practice open without a network; what the gate takes is kept over a reload and sent later', async () => {
  const [first, second] = [await desk.card(), await desk.card()]
  const page = await visitor(browser, origin, { width: 360, script: true }, desk.venue.token)
  await openApp(page, '/fi/kassa')
  await page.evaluate('navigator.serviceWorker.ready')
  await page.reload()
  await page.locator('.net').waitFor()
  cable.isCut = true
  await page.context().setOffline(true)

  await page.goto(gate)
  await answer(page, 'Lue kortti')
  await page.keyboard.type(first.code)
  await page.keyboard.press('Enter')
  await answer(page, 'Tallessa')
  await page.reload()
  await answer(page, 'Lue kortti')
  await waiting(page, 1)
  // Known from the device's own queue, though the page was opened anew.
  await page.keyboard.type(first.code)
  await page.keyboard.press('Enter')
  await answer(page, 'Onko tämä uusi käynti?')
  await page.keyboard.press('0')
  await answer(page, 'Ei kirjattu')
  await page.keyboard.type(second.code)
  await page.keyboard.press('Enter')
  await answer(page, 'Tallessa')
  await waiting(page, 2)

  await page.goto(practice)
  await page.getByRole('link', { name: 'Voimassa, 3 lasta' }).click()
  await page.getByRole('heading', { name: 'Kortti on voimassa' }).waitFor()
  await page.keyboard.press('2')
  await page.keyboard.press('Enter')
  await page.locator('#recorded', { hasText: 'Kirjattu' }).waitFor()

  await page.goto('/fi/kassa')
  await netSays(page, 'Ei verkkoa · 2 odottaa')
  expect(await desk.uses()).toEqual([])
  await page.goto(gate)
  await answer(page, 'Lue kortti')
  cable.isCut = false
  await page.context().setOffline(false)
  await waiting(page, 0)
  const cards = (await desk.uses()).map(({ card_id }) => Number(card_id))
  expect(cards).toEqual([first.id, second.id].map(Number))
  await page.context().close()
})

/** How much of the page has moved by itself, by the measure of browsers (Layout Instability, WICG). */
const shift = `new Promise((done) => {
  let sum = 0
  const watch = new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => { sum += value }))
  watch.observe({ type: 'layout-shift', buffered: true })
  setTimeout(() => done(sum), 200)
})`

test('nothing moves while a page of the desk opens', async () => {
  const page = await visitor(browser, origin, { width: 360, script: true }, desk.venue.token)
  const shifts: Record<string, number> = {}
  const sizes = [
    [360, 640],
    [360, 740],
    [1280, 740],
  ] as const
  for (const [width, height] of sizes) {
    await page.setViewportSize({ width, height })
    for (const path of ['/fi/kassa', '/en/desk/offline', gate, practice]) {
      await page.goto(path)
      await page.locator('.net, [data-gate-net].tag.ok').first().waitFor()
      shifts[`${path} ${width} × ${height}`] = (await page.evaluate(shift)) as number
    }
  }
  expect(Object.entries(shifts).filter(([, moved]) => moved > 0.02)).toEqual([])
  await page.context().close()
})
