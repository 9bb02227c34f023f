import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { putBox } from './boxes.ts'
import {
  answerOf,
  axeProblems,
  launchBrowser,
  listen,
  openTill,
  overflow,
  recordOf,
  visitor,
} from './browser.ts'
import { makeMunicipality, makeSite, makeUnit } from './makers.ts'
import { newWorld, type World } from './world.ts'

/** An office runs out of cards and gets a box, on phones: order, send, receive, issue; then the card is used and renewed. */
let world: World
let browser: Browser
let origin: string
let close: () => Promise<void>
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())
beforeEach(async () => {
  world = await newWorld()
  ;({ origin, close } = await listen(world))
})
afterEach(async () => {
  await close()
  await world.end()
})

/** Every page of the way: by axe in light and dark, and for anything wider than the screen. */
const lookAt = async (page: Page, heading: string | RegExp) => {
  expect(await page.locator('h1').first().textContent()).toMatch(heading)
  expect(await axeProblems(browser, page)).toEqual([])
  expect(await overflow(page)).toBeLessThanOrEqual(0)
}
const press = (page: Page, name: string | RegExp) =>
  page.locator('main').getByRole('button', { name }).first().click()
const follow = (page: Page, name: string | RegExp) =>
  page.locator('main').getByRole('link', { name }).first().click()
const said = (page: Page) => page.textContent('main')

test.each([true, false])(
  'order, send, receive, issue, use, renew (script: %s)',
  { timeout: 180_000 },
  async (script) => {
    const municipality = await makeMunicipality(world.db)
    const { areaId } = municipality
    const unit = await makeUnit(world.db, { municipality, name: 'Tervatupa' })
    const box = await putBox(world, 60, { place: 'area', areaId })
    const screen = { width: 360, script } as const
    const issuer = await visitor(browser, origin, screen, (await world.as({ role: 'issuer', unit })).token)
    const keeper = await visitor(
      browser,
      origin,
      screen,
      (await world.as({ role: 'coordinator', areaId })).token,
    )

    await issuer.goto('/fi/oma-varasto')
    await lookAt(issuer, 'Oma varasto')
    expect(await said(issuer)).toContain('Henkilökohtaiset kortit ovat lopussa')
    await follow(issuer, 'Tilaa kortteja')
    await lookAt(issuer, 'Tilaa kortteja')
    await issuer.locator('label.chip', { hasText: '50' }).click()
    await press(issuer, 'Tilaa kortit')
    await lookAt(issuer, /Tilaus/)
    expect(await said(issuer)).toContain('Odottaa alueen vastuuhenkilöä')

    await keeper.goto('/fi/tilaukset')
    await lookAt(keeper, 'Korttitilaukset')
    await follow(keeper, 'Tervatupa')
    await lookAt(keeper, /Tilaus/)
    await follow(keeper, 'Lähetä kortit')
    await lookAt(keeper, 'Lähetä kortit')
    await keeper.fill('[name=last]', '9 999 999')
    await press(keeper, 'Lähetä nämä kortit')
    await lookAt(keeper, 'Lähetä kortit')
    expect(await said(keeper)).toContain('Lähetä kerralla enintään')
    await keeper.fill('[name=last]', String(box.first + 49))
    await press(keeper, 'Lähetä nämä kortit')
    await lookAt(keeper, /Tilaus/)
    expect(await said(keeper)).toContain('Matkalla')

    await issuer.goto('/fi/oma-varasto')
    await lookAt(issuer, 'Oma varasto')
    await follow(issuer, 'Saapui vain osa')
    await lookAt(issuer, 'Saapui vain osa')
    await issuer.goBack()
    await press(issuer, 'Saapui')
    await lookAt(issuer, 'Oma varasto')
    expect(await said(issuer)).toContain('50 korttia on nyt käytettävissä')

    await issuer.goto('/fi/anna-kortti')
    await issuer.fill('[name=code]', box.codes[0]!)
    await issuer.check('[name=consent]', { force: true })
    await issuer.fill('[name=birthYear]', '1950')
    await issuer.fill('[name=postalCode]', '87100')
    await issuer.check('[name=children][value="0"]', { force: true })
    await press(issuer, 'Rekisteröi kortti')
    expect(issuer.url()).toMatch(/\/anna-kortti\/\d+$/)

    const site = await makeSite(world.db, { municipality })
    const till = await visitor(browser, origin, screen, (await world.as({ role: 'venue', site })).token)
    const check = async (code: string) => {
      await openTill(till, '/fi/kassa', screen.script)
      await till.fill('[name=code]', code)
      await press(till, 'Tarkista')
      await answerOf(till)
    }
    await check(box.codes[0]!)
    await lookAt(till, 'Kortti on voimassa')
    await press(till, /^Kirjaa/)
    await recordOf(till, 'Kirjattu')

    await issuer.goto('/fi/uusi-kortti')
    await issuer.fill('[name=code]', box.codes[0]!)
    await issuer.locator('main form button[type=submit]').first().click()
    await lookAt(issuer, 'Uusi kortti samoilla tiedoilla')
    await issuer.fill('[name=code]', box.codes[1]!)
    await issuer.check('[name=consent]', { force: true })
    await press(issuer, 'Rekisteröi uusi kortti')
    expect(await said(issuer)).toContain('3.5.2027')

    await check(box.codes[0]!)
    await lookAt(till, /./)
    expect(await said(till)).toContain('Tämän kortin tilalle on annettu uusi kortti.')
    await check(box.codes[1]!)
    await lookAt(till, 'Kortti on voimassa')
  },
)
