/** How somebody works the desk's application in a browser: by its fields and keys alone. */
import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'
import { axeProblems, overflow } from './browser.ts'

/** The next customer: a hand-held scanner types the code and presses Enter. */
export const scan = async (page: Page, code: string) => {
  await page.locator('[name=code]').fill(code)
  await page.locator('[name=code]').press('Enter')
  await page.locator('#result').waitFor()
}

/** What the strip says of what was recorded last. */
export const recorded = (page: Page, title: string) =>
  page.locator('#recorded', { hasText: title }).waitFor({ timeout: 10_000 })

export const netSays = (page: Page, text: string | RegExp) =>
  expect.poll(() => page.locator('.net').textContent(), { timeout: 15_000 }).toMatch(text)

/** Opens a page of the desk and waits until the application has taken it over. */
export const openApp = async (page: Page, path: string) => {
  await page.goto(path)
  await page.locator('.net').waitFor()
  return page
}

const focusedText = `(() => {
  const { activeElement: at } = document
  return at.name || at.textContent.trim()
})()`

/** Goes on with Tab until what has the focus says `text`, as somebody without a mouse does. */
export const tabTo = async (page: Page, text: string) => {
  for (let left = 60; left > 0; left -= 1) {
    if ((await page.evaluate<string>(focusedText)).startsWith(text)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`No key leads to “${text}”`)
}

export const press = async (page: Page, text: string) => {
  await tabTo(page, text)
  await page.keyboard.press('Enter')
}

/** Types over what a field holds. */
export const typeOver = async (page: Page, name: string, text: string) => {
  await tabTo(page, name)
  await page.keyboard.press('Control+a')
  await page.keyboard.type(text)
}

/** Whatever stands on the screen: by axe in light and dark, and for anything wider than the screen. */
export const lookAt = async (browser: Browser, page: Page) => {
  expect(await axeProblems(browser, page)).toEqual([])
  expect(await overflow(page)).toBeLessThanOrEqual(0)
}
