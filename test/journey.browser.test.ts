import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { paths as cards, words as cardWords } from '../src/cards/words.ts'
import { formatCode } from '../src/codes/rules.ts'
import { paths as desk, words as deskWords } from '../src/desk/words.ts'
import { publicPaths } from '../src/public-paths.ts'
import {
  answerOf,
  axeProblems,
  launchBrowser,
  listen,
  openTill,
  overflow,
  recordOf,
  type Screen,
  visitor,
} from './browser.ts'
import { type MadeSite, type MadeUnit, makeCard, makeMunicipality, makeSite, makeUnit } from './makers.ts'
import { newWorld, type World } from './world.ts'

let world: World
let browser: Browser
let origin: string
let close: () => Promise<void>
let unit: MadeUnit
let site: MadeSite

beforeAll(async () => {
  world = await newWorld()
  const municipality = await makeMunicipality(world.db, { name: 'Kajaani', nameSv: 'Kajana' })
  unit = await makeUnit(world.db, { municipality, name: 'Aikuissosiaalityö, Kajaani' })
  site = await makeSite(world.db, { municipality, name: 'Esimerkkiteatteri' })
  ;({ origin, close } = await listen(world))
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await close()
  await world.end()
})

/** Every page of the journey is looked at: by axe in light and dark, and for anything wider than the screen. */
const lookAt = async (page: Page) => {
  expect(await axeProblems(browser, page)).toEqual([])
  expect(await overflow(page)).toBeLessThanOrEqual(0)
}
const heading = (page: Page) => page.locator('h1').first().textContent()

/** Chips hide their radio buttons under the label: people tap the label. */
const tapChip = (page: Page, name: string, value: string) =>
  page.locator(`label:has(input[name="${name}"][value="${value}"])`).click()

const tickets = async () => {
  const { rows } = (await (await fetch(`${origin}/api/v1/statistics/yearly`)).json()) as {
    rows: { year: number; total: number; cardsRegistered: number; cardsTakenIntoUse: number }[]
  }
  const {
    total = 0,
    cardsRegistered = 0,
    cardsTakenIntoUse = 0,
  } = rows.find(({ year }) => year === 2026) ?? {}
  return { total, cardsRegistered, cardsTakenIntoUse }
}

/** Every two of script, language and width meet once. */
const screens: (Screen & { language: 'fi' | 'sv' })[] = [
  { script: true, language: 'fi', width: 360 },
  { script: true, language: 'sv', width: 1280 },
  { script: false, language: 'fi', width: 1280 },
  { script: false, language: 'sv', width: 360 },
]

describe.each(screens)('script $script, $language, $width px', ({ language, ...screen }) => {
  test('a card is registered, used with two children, counted, and the use is taken back', async () => {
    const { code } = await makeCard(world.db, world.keys, { unit, stock: true })
    const issuer = await world.as({ role: 'issuer', unit }, language)
    const venue = await world.as({ role: 'venue', site }, language)
    const before = await tickets()

    const office = await visitor(browser, origin, screen, issuer.token)
    await office.goto(cards.issue[language])
    await lookAt(office)
    await office.fill('[name=code]', formatCode(code).toLowerCase())
    await office.check('[name=consent]')
    await office.fill('[name=birthYear]', '1980')
    await office.fill('[name=postalCode]', 'FI-87100')
    await tapChip(office, 'children', '2')
    await office.click('main form button[type=submit]')
    expect(await heading(office)).toContain(cardWords[language].done.split('.')[0])
    expect(await office.content()).not.toContain(code)
    await lookAt(office)
    expect(await tickets()).toEqual({ ...before, cardsRegistered: before.cardsRegistered + 1 })

    const counter = await visitor(browser, origin, screen, venue.token)
    await openTill(counter, desk.desk[language], screen.script)
    await lookAt(counter)
    await counter.fill('[name=code]', code)
    await counter.press('[name=code]', 'Enter')
    await answerOf(counter)
    expect(counter.url()).not.toContain(code)
    await lookAt(counter)
    await tapChip(counter, 'children', '2')
    await counter.locator('.bar button').click()
    await recordOf(counter, deskWords[language].done)
    await lookAt(counter)
    const after = await tickets()
    expect(after.total).toBe(before.total + 3)
    expect(after.cardsTakenIntoUse).toBe(before.cardsTakenIntoUse + 1)

    const reader = await visitor(browser, origin, screen)
    await reader.goto(publicPaths.statistics[language])
    expect(await reader.textContent('main')).toContain(String(after.total))
    await lookAt(reader)

    await counter
      .locator('#main .result button', { hasText: /Kumoa|Ångra/ })
      .first()
      .click()
    await recordOf(counter, deskWords[language].undone)
    await lookAt(counter)
    expect(await tickets()).toEqual({ ...before, cardsRegistered: before.cardsRegistered + 1 })
    for (const page of [office, counter, reader]) await page.context().close()
  })
})

/** Each language on one screen; Finnish on the smallest is looked at with large text, by public-pages-look. */
test.each([
  ['fi', 1280],
  ['sv', 360],
  ['en', 1280],
] as const)('every public page and the gallery, in %s at %i px', async (language, width) => {
  const page = await visitor(browser, origin, { width, script: true })
  for (const path of [
    ...Object.values(publicPaths).map((paths) => paths[language]),
    `/${language}/gallery`,
  ]) {
    await page.goto(path)
    await lookAt(page)
  }
  await page.context().close()
})
