import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lifePaths, lifeWords } from '../src/cards/life-words.ts'
import { newCode } from '../src/codes/rules.ts'
import { paths as community, words as communityWords } from '../src/community-cards/words.ts'
import { paths as desk, words as deskWords } from '../src/desk/words.ts'
import { paths as renewals, words as renewalWords } from '../src/renewals/words.ts'
import { fill } from '../src/web/paths.ts'
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
import {
  type MadeCard,
  type MadeSite,
  type MadeUnit,
  makeCard,
  makeMunicipality,
  makeSite,
  makeUnit,
} from './makers.ts'
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
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const follow = (page: Page, name: string) =>
  page.locator('main').getByRole('link', { name, exact: true }).click()
/** Chips hide their radio buttons under the label: people tap the label. */
const tapChip = (page: Page, name: string, value: string) =>
  page.locator(`label:has(input[name="${name}"][value="${value}"])`).click()

const card = (given: Parameters<typeof makeCard>[2] = {}) =>
  makeCard(world.db, world.keys, { unit, registeredOn: '2025-06-01', children: 1, ...given })

const screens: (Screen & { language: 'fi' | 'sv' })[] = [
  { script: true, language: 'fi', width: 360 },
  { script: false, language: 'sv', width: 360 },
]

describe.each(screens)('script $script, $language, $width px', ({ language, ...screen }) => {
  const at = async (role: 'issuer' | 'venue') =>
    visitor(
      browser,
      origin,
      screen,
      (await world.as(role === 'issuer' ? { role, unit } : { role, site }, language)).token,
    )
  const checkAtDesk = async ({ code }: MadeCard) => {
    const till = await at('venue')
    await openTill(till, `${desk.desk[language]}?site=${site.id}`, screen.script)
    await till.fill('input[name="code"]', code)
    await press(till, deskWords[language].check)
    await answerOf(till)
    return till
  }

  test('an old card is renewed, and the desk refuses it kindly and takes the new one', async () => {
    const t = renewalWords[language]
    const [old, fresh] = [await card(), await card({ stock: true })]
    const page = await at('issuer')
    await page.goto(lifePaths.tasks[language])
    await lookAt(page)
    await follow(page, lifeWords[language].renewOld)
    await lookAt(page)
    await page.fill('input[name="code"]', old.code)
    await press(page, t.read)
    expect(await heading(page)).toBe(t.same)
    await lookAt(page)
    await press(page, t.submit)
    await page.waitForFunction('/^(Virhe|Fel): /.test(document.title)')
    await lookAt(page)
    await page.fill('input[name="code"]', fresh.code)
    await page.check('input[name="consent"]')
    await tapChip(page, 'children', '3')
    await press(page, t.submit)
    expect(await heading(page)).toBe(t.done)
    await lookAt(page)

    const refused = await checkAtDesk(old)
    expect(await refused.locator('main').textContent()).toContain(
      language === 'fi' ? 'Tämän kortin tilalle on annettu uusi kortti.' : 'Kortet har ersatts.',
    )
    const taken = await checkAtDesk(fresh)
    expect(await heading(taken)).toBe(deskWords[language].valid)
    await page.context().close()
  })

  test('a lost card is closed, found again, lost for good, and a new one takes its place', async () => {
    const t = lifeWords[language]
    const [old, fresh] = [await card(), await card({ stock: true })]
    const page = await at('issuer')
    await page.goto(lifePaths.find[language])
    await lookAt(page)
    await page.fill('input[name="code"]', old.code)
    await press(page, t.find)
    await lookAt(page)
    const lose = async () => {
      await follow(page, t.lost)
      await press(page, t.closeButton)
    }
    await follow(page, t.lost)
    await lookAt(page)
    await press(page, t.closeButton)
    await lookAt(page)
    await press(page, t.found)
    expect(await page.locator('main').textContent()).toContain(t.reopened)
    await lose()
    expect(await page.locator('main').textContent()).toContain(t.closedText)
    await press(page, t.renew)
    await page.fill('input[name="code"]', fresh.code)
    await page.check('input[name="consent"]')
    await press(page, renewalWords[language].submit)
    expect(await heading(page)).toBe(renewalWords[language].done)
    await page.goto(fill(lifePaths.card[language], { card: old.id }))
    await follow(page, t.showNew)
    expect(await page.locator('main').textContent()).toContain(`•••${fresh.code.slice(-4)}`)
    await lookAt(page)
    await page.goto(renewals.lost[language])
    await lookAt(page)
    await page.context().close()
  })

  test('the number of children is put right from the card’s page', async () => {
    const t = lifeWords[language]
    const old = await card()
    const page = await at('issuer')
    await page.goto(fill(lifePaths.card[language], { card: old.id }))
    await page.locator('dl.summary a').first().click()
    await lookAt(page)
    await tapChip(page, 'children', '2')
    await press(page, t.correctButton)
    expect(await page.locator('main').textContent()).toContain(t.correctedText(2))
    await lookAt(page)
    await page.context().close()
  })

  test('a community card is taken into use, and the desk counts workers and clients', async () => {
    const t = communityWords[language]
    const fresh = await card({ stock: true, type: 'community', code: newCode(undefined, 'community') })
    const page = await at('issuer')
    await page.goto(community.list[language])
    await lookAt(page)
    await page.fill('input[name="code"]', fresh.code)
    await press(page, t.takeButton)
    expect(await page.locator('main').textContent()).toContain(t.taken)
    await lookAt(page)
    const till = await checkAtDesk(fresh)
    const text = await till.locator('main').textContent()
    for (const said of [deskWords[language].clients(16), deskWords[language].withClients, unit.name])
      expect(text).toContain(said)
    await tapChip(till, 'adults', '2')
    await tapChip(till, 'children', '3')
    await till.locator('.bar button').click()
    await recordOf(till, deskWords[language].done)
    await page.goto(community.list[language])
    await lookAt(page)
    await page.context().close()
    await till.context().close()
  })
})
