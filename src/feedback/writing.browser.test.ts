import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeProblems, launchBrowser, listen, overflow, visitor } from '../../test/browser.ts'
import { makeMunicipality } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { publicPaths } from '../public-paths.ts'
import { formWords } from './form-words.ts'
import { pageWords } from './page-words.ts'
import { threadWords } from './thread-words.ts'

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
    const focused = await page.evaluate(() => [
      document.activeElement?.getAttribute('name'),
      document.activeElement?.textContent,
    ])
    // The field for robots is never on the way.
    expect(focused).not.toContain('homepage')
    if (focused.includes(name)) return
  }
  throw new Error(`The keyboard does not reach ${name}`)
}

test.each(['fi', 'ar'] as const)(
  '%s: told by the keyboard on a small screen, gone back in both ways, sent, and read again',
  async (reader) => {
    const [t, form, thread] = [pageWords[reader], formWords[reader], threadWords[reader]]
    const page = await visitor(browser, origin, { width: 360, script: reader === 'fi' })
    await page.goto(publicPaths.feedback[reader])
    await lookAt(page, t.title)
    await tabTo(page, t.abouts.card)
    await page.keyboard.press('Enter')
    await page.waitForSelector('[name=message]')
    await lookAt(page, form.write)
    world.later(1)
    await tabTo(page, 'message')
    await page.keyboard.type('Soita 040 123 4567. Ovi oli kiinni.')
    await tabTo(page, form.next)
    await page.keyboard.press('Enter')
    await page.waitForSelector('[name=way]')
    await lookAt(page, form.check)
    expect(await page.textContent('main')).toContain(form.holdsReach)
    // Back by the browser: nothing asks to be sent again, and what was written is there.
    await page.goBack()
    expect(await page.inputValue('[name=message]')).toBe('Soita 040 123 4567. Ovi oli kiinni.')
    await page.click(`text="${form.next}"`)
    await page.waitForSelector('[name=way]')
    await page.check('[name=way][value=email]')
    await page.click(`text="${form.send}"`)
    await page.waitForSelector('.problems')
    await lookAt(page, form.check)
    // Back by the page: what was chosen here is kept too.
    await page.click(`text="${form.changeMessage}"`)
    await page.waitForSelector('textarea[name=message]')
    await lookAt(page, form.write)
    await page.fill('[name=message]', 'Ovi oli kiinni.')
    await page.click(`text="${form.next}"`)
    await page.waitForSelector('[name=way]')
    expect(await page.isChecked('[name=way][value=email]')).toBe(true)
    expect(await page.textContent('main')).not.toContain(form.holdsReach)
    await page.check('[name=way][value=link]')
    await tabTo(page, form.send)
    await page.keyboard.press('Enter')
    await page.waitForSelector('#link')
    await lookAt(page, thread.thread)
    await page.goto(new URL((await page.textContent('#link'))!).pathname)
    await lookAt(page, thread.thread)
  },
)
