import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeProblems, launchBrowser, listen, overflow, visitor } from '../../test/browser.ts'
import { type MadeUnit, makeCard, makeMunicipality, makeUnit } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { fillPostalCodes } from '../postal-codes/import.ts'
import { practiceCodes } from './practice-rules.ts'

let world: World
let browser: Browser
let origin: string
let close: () => Promise<void>
let unit: MadeUnit

beforeAll(async () => {
  world = await newWorld()
  unit = await makeUnit(world.db, { municipality: await makeMunicipality(world.db, { name: 'Kajaani' }) })
  await world.db.transaction().execute((db) => fillPostalCodes(db, world.keys, '2026-05-04'))
  ;({ origin, close } = await listen(world))
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await close()
  await world.end()
})

const lookAt = async (page: Page, heading: string) => {
  expect(await page.locator('h1').first().textContent()).toContain(heading)
  expect(await axeProblems(browser, page)).toEqual([])
  expect(await overflow(page)).toBeLessThanOrEqual(0)
}
const submit = (page: Page) => page.getByRole('button', { name: 'Rekisteröi kortti' }).click()
const stockCode = async () => (await makeCard(world.db, world.keys, { unit, stock: true })).code
/** By keyboard alone, from the field that has the focus: code, consent, year, postal code, then the button. */
const typeAll = async (page: Page, code: string, postalCode: string) => {
  // The browser moves the focus when it draws the page, which may be after the page has loaded.
  await expect.poll(() => page.evaluate('document.activeElement.name')).toBe('code')
  await page.keyboard.type(code)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await page.keyboard.press('Tab')
  await page.keyboard.type('1987')
  await page.keyboard.press('Tab')
  await page.keyboard.type(postalCode)
  const answered = page.waitForEvent('load')
  await page.keyboard.press('Enter')
  await answered
}
const focused = (page: Page) =>
  page.evaluate(
    'document.activeElement.className + " " + (document.activeElement.textContent ?? "").trim()',
  ) as Promise<string>

const screens = [
  { script: true, width: 360 },
  { script: false, width: 360 },
  { script: true, width: 1280 },
] as const
const issuerOn = async (screen: (typeof screens)[number]) => {
  const { token } = await world.as({ role: 'issuer', unit })
  return visitor(browser, origin, screen, token)
}

test.each(screens)('%o: a card is issued by keyboard, after one question, and undone', async (screen) => {
  const page = await issuerOn(screen)
  await page.goto('/fi/anna-kortti')
  await page.getByRole('complementary').getByText('Muistilista').click()
  await page.getByText('Näin ehdot todetaan').click()
  await lookAt(page, 'Anna kortti')
  await page.focus('[name=code]')
  await typeAll(page, await stockCode(), '00100')
  await lookAt(page, 'Anna kortti')
  expect(await page.inputValue('[name=birthYear]')).toBe('1987')
  if (screen.script) expect(await focused(page)).toMatch(/^problems .*Kunta Helsinki ei ole mukana/)
  await page.getByRole('link', { name: 'Kunta Helsinki ei ole mukana' }).click()
  await page.keyboard.press('Space')
  await submit(page)
  await lookAt(page, 'Kortti on rekisteröity')
  expect(await page.getByRole('heading', { name: 'Kirjoita nyt korttiin' }).isVisible()).toBe(true)
  await page.getByRole('button', { name: 'Kumoa rekisteröinti' }).click()
  expect(await page.textContent('main')).toContain('Rekisteröinti on kumottu')
  await page.context().close()
})

test.each(screens)('%o: two forms of one day are registered one after the other', async (screen) => {
  const page = await issuerOn(screen)
  await page.goto('/fi/anna-kortti')
  await page.getByRole('link', { name: 'Rekisteröi paperilomakkeelta' }).click()
  await page.fill('[name=handedOn]', '6.5.2026')
  await page.focus('[name=code]')
  await typeAll(page, await stockCode(), '87100')
  await lookAt(page, 'Rekisteröi paperilomakkeelta')
  await page.fill('[name=handedOn]', '20.4.2026')
  await submit(page)
  await lookAt(page, 'Kortti on rekisteröity')
  await page.getByRole('link', { name: 'Rekisteröi seuraava lomake' }).click()
  expect(await page.inputValue('[name=handedOn]')).toBe('20.4.2026')
  await typeAll(page, await stockCode(), '87100')
  expect(await page.textContent('h1')).toContain('Kortti on rekisteröity')
  await page.context().close()
})

test.each(screens)('%o: practice refuses, registers and undoes like the real page', async (screen) => {
  const page = await issuerOn(screen)
  await page.goto('/fi/harjoittele')
  await typeAll(page, practiceCodes.issued, '87100')
  await lookAt(page, 'Harjoittele kortin antamista')
  await page.fill('[name=code]', practiceCodes.free)
  await submit(page)
  await lookAt(page, 'Näin kortti rekisteröityy')
  await page.getByRole('link', { name: 'Kumoa harjoitus' }).click()
  expect(await page.textContent('main')).toContain('Rekisteröinti on kumottu')
  await page.context().close()
})

test.each([true, false])('script %s: a keeper names a home municipality, and ends it', async (script) => {
  const keeper = await world.as({ role: 'coordinator', areaId: unit.municipality.areaId })
  const page = await visitor(browser, origin, { width: 360, script }, keeper.token)
  await page.goto('/fi/kotikunnat')
  await lookAt(page, 'Muut kotikunnat')
  await page.getByRole('button', { name: 'Lisää kotikunta' }).click()
  await lookAt(page, 'Muut kotikunnat')
  await page.selectOption('[name=municipality]', { label: 'Kajaani' })
  await page.fill('[name=from]', '1.6.2026')
  await page.getByRole('button', { name: 'Lisää kotikunta' }).click()
  await lookAt(page, 'Muut kotikunnat')
  await page.getByRole('button', { name: 'Lopeta' }).click()
  expect(await page.textContent('main')).toContain('Muita kotikuntia ei ole')
  await page.getByRole('link', { name: 'Katso postinumerot' }).click()
  await lookAt(page, 'Postinumerot')
  await page.fill('[name=code]', '953 31')
  await page.keyboard.press('Enter')
  await page.waitForURL(/code=/)
  await lookAt(page, 'Postinumerot')
  expect(await page.textContent('main')).toContain('Haaparanta')
  await page.context().close()
})
