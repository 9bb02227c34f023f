import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeProblems, launchBrowser, listen, overflow, visitor } from './browser.ts'
import { putLiving } from './commitment-life.ts'
import { putSent } from './commitments.ts'
import { type MadeSite, makeMunicipality, makeSite } from './makers.ts'
import { newWorld, type World } from './world.ts'

let world: World
let browser: Browser
let origin: string
let close: () => Promise<void>
let site: MadeSite

beforeAll(async () => {
  world = await newWorld('2026-05-04T09:00:00Z')
  const municipality = await makeMunicipality(world.db, { name: 'Kuhmo' })
  site = await makeSite(world.db, { municipality, name: 'Kamarimusiikkijuhlien konserttikeskus' })
  await putSent(world, site)
  await putLiving(world, site, { from: '2026-09-01' })
  await putLiving(world, site, { kind: 'pilot', until: '2026-08-31' })
  ;({ origin, close } = await listen(world))
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await close()
  await world.end()
})

const shots = process.env.SHOTS
const holds = async (page: Page, name: string) => {
  if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true })
  expect(await axeProblems(browser, page), name).toEqual([])
  expect(await overflow(page), name).toBeLessThanOrEqual(0)
}

/** The words that a reader presses, in their language. */
const said = {
  fi: {
    own: '/fi/omat-sitoumukset',
    notice: 'Irtisano sitoumus',
    look: 'Tarkista',
    back: 'Peru päättyminen',
  },
  sv: {
    own: '/sv/egna-forbindelser',
    notice: 'Säg upp förbindelsen',
    look: 'Kontrollera',
    back: 'Ta tillbaka avslutet',
  },
}

test.each([
  ['fi', false],
  ['sv', true],
] as const)('a venue gives notice on a phone and takes it back (%s, script %s)', async (language, script) => {
  const id = await putLiving(world, site)
  const { token } = await world.as({ role: 'venue', site }, language)
  const page = await visitor(browser, origin, { width: 360, script }, token)
  const t = said[language]
  await page.goto(t.own)
  await holds(page, `own-${language}`)
  await page.locator(`a[href$="/${id}/${language === 'fi' ? 'voimassaolo' : 'giltighet'}"]`).click()
  await holds(page, `life-${language}`)
  await page.getByRole('link', { name: t.notice }).click()
  await holds(page, `notice-${language}`)
  await page.getByRole('button', { name: t.look }).click()
  // The right to give notice was not stated: the page says so, and keeps the day.
  await holds(page, `problem-${language}`)
  expect(await page.locator('[name=endsOn]').inputValue()).toBe('4.8.2026')
  await page.locator('[name=right]').check()
  await page.getByRole('button', { name: t.look }).click()
  await holds(page, `check-${language}`)
  await page.getByRole('button', { name: t.notice }).click()
  await holds(page, `given-${language}`)
  expect(await page.locator('.tag').first().textContent()).toContain('4.8.2026')
  await page.getByRole('link', { name: t.back }).click()
  await page.getByRole('button', { name: t.back }).click()
  expect(await page.locator('.tag').first().textContent()).toMatch(/Voimassa|I kraft/)
})

test('what the last link of the menu opens stays on the screen, wherever the links wrap', async () => {
  for (const language of ['fi', 'sv'] as const) {
    const { token } = await world.as({ role: 'coordinator', areaId: site.municipality.areaId }, language)
    const page = await visitor(browser, origin, { width: 360, script: false }, token)
    await page.goto(`/${language}`)
    await page.locator('.rest > summary').click()
    for (const width of [320, 360, 420, 520, 640, 760, 900, 1000, 1280]) {
      await page.setViewportSize({ width, height: 800 })
      const { x, width: wide } = (await page.locator('.rest > .pop').boundingBox())!
      expect([language, width, x >= 0 && x + wide <= width]).toEqual([language, width, true])
    }
  }
})

test.each([360, 1280] as const)('the keepers’ lists and forms hold at %i', async (width) => {
  const id = await putLiving(world, site, { until: '2026-07-31' })
  const language = width === 360 ? 'fi' : 'sv'
  const scheme = width === 360 ? 'light' : 'dark'
  const keeper = { role: 'coordinator', areaId: site.municipality.areaId } as const
  const { token } = await world.as(keeper, language)
  const page = await visitor(browser, origin, { width, script: width === 360, scheme }, token)
  const paths = {
    fi: ['sitoumukset', 'sitoumukset/paattyvat', 'sitoumukset/vakinaista', `sitoumus/${id}/pidenna`],
    sv: [
      ...['forbindelser', 'forbindelser/som-upphor', 'forbindelser/gor-permanenta'],
      `forbindelse/${id}/eftertradare`,
    ],
  }
  for (const [index, path] of paths[language].entries()) {
    await page.goto(`/${language}/${path}`)
    await holds(page, `keeper-${index}-${language}`)
  }
})
