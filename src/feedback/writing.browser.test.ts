import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeProblems, launchBrowser, listen, overflow, visitor } from '../../test/browser.ts'
import { makeMunicipality } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { publicPaths } from '../public-paths.ts'
import { publicWords } from './public-words.ts'

let world: World
let browser: Browser
let origin: string
let close: () => Promise<void>
beforeAll(async () => {
  world = await newWorld()
  await makeMunicipality(world.db, { name: 'Kuhmo', area: 'Kainuu' })
  ;({ origin, close } = await listen(world))
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await close()
  await world.end()
})

const lookAt = async (page: Page, heading: string) => {
  expect(await page.locator('h1').first().textContent()).toBe(heading)
  expect(await axeProblems(browser, page)).toEqual([])
  expect(await overflow(page)).toBeLessThanOrEqual(0)
}

/** Tab by tab to the control of a name, as somebody who uses no mouse. It fails where the keyboard never comes. */
const tabTo = async (page: Page, name: string) => {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(
      () => document.activeElement?.getAttribute('name') ?? document.activeElement?.textContent,
    )
    // The field for robots is never on the way.
    expect(focused).not.toBe('homepage')
    if (focused === name) return
  }
  throw new Error(`The keyboard does not reach ${name}`)
}

test.each(['fi', 'ar'] as const)(
  '%s: told by the keyboard alone on a small screen, warned once, and read again',
  async (reader) => {
    const t = publicWords[reader]
    const page = await visitor(browser, origin, { width: 360, script: reader === 'fi' })
    await page.goto(publicPaths.feedback[reader])
    await lookAt(page, t.title)
    world.later(1)
    await tabTo(page, 'about')
    await page.keyboard.press('Space')
    await tabTo(page, 'message')
    await page.keyboard.type('Soita 040 123 4567. Ovi oli kiinni.')
    await tabTo(page, 'way')
    await tabTo(page, t.send)
    await page.keyboard.press('Enter')
    await page.waitForSelector('.problems')
    await lookAt(page, t.title)
    expect(await page.inputValue('[name=message]')).toBe('Soita 040 123 4567. Ovi oli kiinni.')
    expect(await page.textContent('.problems')).toContain(t.problems['reach-warned'])
    await tabTo(page, t.send)
    await page.keyboard.press('Enter')
    await page.waitForSelector('#link')
    await lookAt(page, t.thread)
    await page.goto(new URL((await page.textContent('#link'))!).pathname)
    await lookAt(page, t.thread)
    await page.goto(publicPaths.feedback[reader])
    await page.check('[name=way][value=email]')
    await lookAt(page, t.title)
  },
)
