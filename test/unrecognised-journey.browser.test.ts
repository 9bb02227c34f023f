import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { paths as cards } from '../src/cards/words.ts'
import { formatCode } from '../src/codes/rules.ts'
import { waitWords } from '../src/desk/wait-words.ts'
import { paths as desk, words as deskWords } from '../src/desk/words.ts'
import { paths as unrecognised, words } from '../src/unrecognised/words.ts'
import { explain } from '../src/uses/explain-words.ts'
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

const lookAt = async (page: Page) => {
  expect(await axeProblems(browser, page)).toEqual([])
  expect(await overflow(page)).toBeLessThanOrEqual(0)
}
const heading = (page: Page) => page.locator('h1').first().textContent()
/** Chips hide their radio buttons under the label: people tap the label. */
const tapChip = (page: Page, name: string, value: string) =>
  page.locator(`label:has(input[name="${name}"][value="${value}"])`).click()
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

const tickets = async () => {
  const { rows } = (await (await fetch(`${origin}/api/v1/statistics/yearly`)).json()) as {
    rows: { year: number; total: number; cardsTakenIntoUse: number }[]
  }
  const { total = 0, cardsTakenIntoUse = 0 } = rows.find(({ year }) => year === 2026) ?? {}
  return { total, cardsTakenIntoUse }
}

const screens: (Screen & { language: 'fi' | 'sv' })[] = [
  { script: true, language: 'fi', width: 360 },
  { script: false, language: 'sv', width: 1280 },
]

describe.each(screens)('script $script, $language, $width px', ({ language, ...screen }) => {
  test('a ticket is given before the card is registered, and stands in the statistics after', async () => {
    await world.db
      .updateTable('site')
      .set({ keeps_unrecognised: false, keeps_unrecognised_from: null })
      .where('id', '=', site.id)
      .execute()
    const { code } = await makeCard(world.db, world.keys, { unit, stock: true })
    const issuer = await world.as({ role: 'issuer', unit }, language)
    const venue = await world.as({ role: 'venue', site }, language)
    const before = await tickets()

    // The venue chooses to give tickets first.
    const door = await visitor(browser, origin, screen, venue.token)
    await door.goto(unrecognised.list[language])
    await lookAt(door)
    await button(door, words[language].turnOn).click()
    await door.waitForURL('**saved')

    // An unregistered card is refused, and the ticket given all the same.
    await openTill(door, desk.desk[language], screen.script)
    await door.getByLabel(deskWords[language].type).fill(formatCode(code))
    await button(door, deskWords[language].check).click()
    await answerOf(door)
    expect(await heading(door)).toBe(
      explain(language, 'card-not-registered', { recent: null, exception: null, limit: null }).what,
    )
    await lookAt(door)
    await tapChip(door, 'children', '2')
    await button(door, waitWords[language].give).click()
    await recordOf(door, waitWords[language].done)
    await lookAt(door)
    expect(await tickets()).toEqual(before)
    await door.goto(unrecognised.list[language])
    await lookAt(door)
    expect(await door.getByText(code.slice(-4)).first().isVisible()).toBe(true)

    // The issuer registers the card.
    const office = await visitor(browser, origin, screen, issuer.token)
    await office.goto(cards.issue[language])
    await office.fill('[name=code]', formatCode(code))
    await office.check('[name=consent]')
    await office.fill('[name=birthYear]', '1984')
    await office.fill('[name=postalCode]', '87100')
    await tapChip(office, 'children', '2')
    await office.click('main form button[type=submit]')
    await expect.poll(tickets).toEqual({
      total: before.total + 3,
      cardsTakenIntoUse: before.cardsTakenIntoUse + 1,
    })
    await door.reload()
    expect(await door.getByText(words[language].noneWaiting).isVisible()).toBe(true)
    await lookAt(door)
    await door.goto(desk.today[language])
    expect(await door.getByText(waitWords[language].tag).count()).toBe(0)
    await lookAt(door)
  })
})
