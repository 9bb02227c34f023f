import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeProblems, launchBrowser, listen, overflow, type Screen, visitor } from '../../test/browser.ts'
import { type MadeCard, makeCard, makeMunicipality, makeSite, makeUnit, makeUse } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { formatCode } from '../codes/rules.ts'
import { paths, words } from './words.ts'

let world: World
let browser: Browser
let origin: string
let close: () => Promise<void>
let card: MadeCard

beforeAll(async () => {
  world = await newWorld(new Date().toISOString())
  const today = new Date().toISOString().slice(0, 10)
  const municipality = await makeMunicipality(world.db, { name: 'Kajaani', nameSv: 'Kajana' })
  const unit = await makeUnit(world.db, { municipality })
  card = await makeCard(world.db, world.keys, { unit, birthYear: 1958, children: 2, registeredOn: today })
  const site = await makeSite(world.db, { municipality })
  await makeUse(world.db, { card, site, usedAt: world.now() })
  ;({ origin, close } = await listen(world))
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await close()
  await world.end()
})

const lookAt = async (page: Page) => {
  expect(await axeProblems(browser, page)).toEqual([])
  expect(await overflow(page)).toBeLessThanOrEqual(0)
}
const heading = (page: Page) => page.locator('main h1').first().textContent()
const memory = (page: Page) => page.evaluate('JSON.stringify({ ...localStorage })') as Promise<string>
const send = async (page: Page, year = '1958') => {
  await page.fill('[name=birthYear]', year)
  await page.click('main form button')
}

/** From the form to the card on the screen, with a wrong year on the way. */
const toCard = async (page: Page, language: 'fi' | 'sv' | 'en') => {
  const t = words[language]
  await page.goto(paths.own[language])
  await lookAt(page)
  await page.fill('[name=code]', formatCode(card.code).toLowerCase())
  await send(page, '1985')
  expect(await page.locator('.problems').textContent()).toContain(t.problems['no-match'])
  await lookAt(page)
  await send(page)
  expect(await heading(page)).toBe(t.valid)
  expect(page.url()).toBe(`${origin}${paths.own[language]}`)
  await lookAt(page)
  await page.click('main form button')
  expect(await page.locator('.typed').textContent()).toBe(formatCode(card.code))
  expect(await page.locator('.phonecard').textContent()).toContain(t.paperToo)
  await lookAt(page)
}

const screens: (Screen & { language: 'fi' | 'sv' | 'en' })[] = [
  { script: true, language: 'fi', width: 360 },
  { script: false, language: 'fi', width: 360 },
  { script: true, language: 'sv', width: 1280 },
  { script: false, language: 'en', width: 360 },
]

describe.each(screens)('script $script, $language, $width px', ({ language, ...screen }) => {
  test('the holder finds the card, shows it and leaves', async () => {
    await world.db.deleteFrom('rate_limit').execute()
    const page = await visitor(browser, origin, screen)
    await toCard(page, language)
    expect(await page.locator('[data-act=keep]').isVisible()).toBe(screen.script)
    expect(await page.locator('[data-act=remove]').isVisible()).toBe(false)
    await page.click(`main a:text-is("${words[language].done}")`)
    expect(await page.inputValue('[name=code]')).toBe('')
    expect(await page.context().cookies()).toEqual([])
    if (screen.script) expect(await memory(page)).toBe('{}')
    await page.context().close()
  })
})

test('in a dark theme the page around the card is white, also around one that is kept, and dark elsewhere', async () => {
  await world.db.deleteFrom('rate_limit').execute()
  const page = await visitor(browser, origin, { script: true, width: 360 })
  await page.emulateMedia({ colorScheme: 'dark' })
  const ground = () => page.evaluate('getComputedStyle(document.body).backgroundColor')
  await page.goto(paths.own.fi)
  expect(await ground()).toBe('rgb(16, 26, 25)')
  await page.fill('[name=code]', formatCode(card.code))
  await send(page)
  await page.click('main form button')
  expect(await ground()).toBe('rgb(255, 255, 255)')
  await lookAt(page)
  await page.click('[data-act=keep]')
  await page.goto(paths.own.fi)
  await page.waitForSelector('section[data-kept]:not([hidden])')
  expect(await ground()).toBe('rgb(255, 255, 255)')
  await lookAt(page)
  await page.context().close()
})

test('a QR code fills the field and leaves the address bar and the history at once', async () => {
  const page = await visitor(browser, origin, { script: true, width: 360 })
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.goto(`/k#${formatCode(card.code)}`)
  await page.waitForFunction(`location.pathname !== '/k'`)
  expect(await page.inputValue('[name=code]')).toBe(formatCode(card.code))
  expect(page.url()).toMatch(/\/(fi|sv|en)\/(oma-kortti|mitt-kort|my-card)$/)
  // Chromium gives the fragment to its own tools; what travels has none.
  expect(asked.map((url) => url.split('#')[0]).join(' ')).not.toContain(card.code.slice(0, 5))
  await expect.poll(() => page.evaluate('document.activeElement.name')).toBe('birthYear')
  await lookAt(page)
  await send(page)
  expect(await page.locator('.result').count()).toBe(1)
  await page.reload()
  expect(page.url()).not.toContain('#')
  await page.context().close()
})

test('a QR code without script leads to the form, which asks for the code', async () => {
  const page = await visitor(browser, origin, { script: false, width: 360 })
  await page.goto(`/k#${card.code}`)
  expect(await page.inputValue('[name=code]')).toBe('')
  expect(await page.locator('[data-came]').textContent()).toMatch(/QR|koodilla/)
  await lookAt(page)
  await page.context().close()
})

test('a card that is kept opens later, without a network too, and is taken out with one tap', async () => {
  await world.db.deleteFrom('rate_limit').execute()
  const page = await visitor(browser, origin, { script: true, width: 360 })
  await toCard(page, 'fi')
  await page.click('[data-act=keep]')
  expect(await page.locator('[data-told]').textContent()).toBe(words.fi.kept)
  expect(await page.locator('[data-act=keep]').isVisible()).toBe(false)
  await lookAt(page)
  const kept = await memory(page)
  expect(kept).toContain(formatCode(card.code))
  expect(kept).not.toContain('1958')
  expect(Object.keys(JSON.parse(kept))).toEqual(['kaiku-card'])
  expect(await page.context().cookies()).toEqual([])
  await page.evaluate('navigator.serviceWorker.ready')

  await page.goto(paths.own.fi)
  await page.waitForFunction('navigator.serviceWorker.controller !== null')
  expect(await page.locator('[data-kept] [data-code]').textContent()).toBe(formatCode(card.code))
  expect(await page.locator('[data-kept] [data-children]').textContent()).toBe('2 lasta')
  expect((await page.locator('[data-kept] .qr').boundingBox())!.width).toBeGreaterThan(250)
  await lookAt(page)

  await page.context().setOffline(true)
  await page.goto(paths.own.fi)
  expect(await page.locator('[data-kept] [data-code]').textContent()).toBe(formatCode(card.code))
  expect(await page.locator('[data-kept] [data-until]').isVisible()).toBe(true)
  await page.context().setOffline(false)

  await page.goto(paths.own.sv)
  expect(await page.locator('[data-kept] [data-children]').textContent()).toBe('2 barn')
  await page.click('[data-act=remove]')
  expect(await page.locator('[data-told]').textContent()).toBe(words.sv.removed)
  expect(await page.locator('[data-kept]').first().isVisible()).toBe(false)
  expect(await memory(page)).toBe('{}')
  await page.waitForFunction(
    `Promise.all([caches.keys(), navigator.serviceWorker.getRegistrations()]).then((all) => all.flat().length === 0)`,
  )
  await page.goto(paths.own.fi)
  expect(await page.locator('[data-kept]').first().isVisible()).toBe(false)
  await lookAt(page)
  await page.context().close()
})

test('a kept card whose last day is over says so instead of showing itself', async () => {
  const page = await visitor(browser, origin, { script: true, width: 360 })
  await page.goto(paths.own.fi)
  await page.evaluate(`localStorage.setItem('kaiku-card', JSON.stringify({ code: 'K7PQ2-X9D4F', lastDay: '2026-01-01',
    until: { fi: '' }, children: { fi: '' }, squares: 'M0 0h1v1h-1z', box: '0 0 1 1' }))`)
  await page.reload()
  expect(await page.locator('[data-ended]').isVisible()).toBe(true)
  expect(await page.locator('[data-kept] .qr').isVisible()).toBe(false)
  await lookAt(page)
  await page.context().close()
})
