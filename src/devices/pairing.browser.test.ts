import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeProblems, launchBrowser, listen, overflow, visitor } from '../../test/browser.ts'
import { makeSite } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'

let world: World
let browser: Browser
let origin: string
let close: () => Promise<void>

beforeAll(async () => {
  world = await newWorld()
  ;({ origin, close } = await listen(world))
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await close()
  await world.end()
})

/** Every page of the way: by axe in light and dark, and for anything wider than the screen. */
const lookAt = async (page: Page, heading: string) => {
  expect(await page.locator('h1').first().textContent()).toContain(heading)
  expect(await axeProblems(browser, page)).toEqual([])
  expect(await overflow(page)).toBeLessThanOrEqual(0)
}
const submit = (page: Page, name: string) => page.getByRole('button', { name }).click()
const pathIn = async (page: Page) => new URL((await page.textContent('main bdi:not(.nb)'))!).pathname

test.each([true, false])(
  'script %s: a phone is paired by link and by code, works, and ends',
  async (script) => {
    const screen = { width: 360, script } as const
    const site = await makeSite(world.db, { name: 'Kajaanin kaupunginteatterin pieni näyttämö' })
    const venue = await world.as({ role: 'venue', site })
    const office = await visitor(browser, origin, screen, venue.token)
    const phone = await visitor(browser, origin, screen)

    await office.goto('/fi/laitteet')
    await lookAt(office, 'Laitteet')
    await submit(office, 'Liitä laite')
    await lookAt(office, 'Laitteet')
    await office.fill('[name=name]', 'Aulan puhelin')
    await submit(office, 'Liitä laite')
    await lookAt(office, 'Liitä laite: Aulan puhelin')

    await phone.goto(await pathIn(office))
    await lookAt(phone, 'Ota laite käyttöön')
    await submit(phone, 'Ota käyttöön tässä laitteessa')
    await lookAt(phone, 'Lue kortti')
    expect(await phone.textContent('header')).toContain(`Aulan puhelin · ${site.name}`)
    const [cookie] = await phone.context().cookies()
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict' })
    expect(cookie!.expires).toBeGreaterThan(Date.now() / 1000 + 89 * 86_400)

    if (!script) await office.getByRole('link', { name: 'Tarkista, onko laite liitetty' }).click()
    await office.getByRole('heading', { name: 'Aulan puhelin on nyt käytössä' }).waitFor({ timeout: 15_000 })
    await lookAt(office, 'Aulan puhelin on nyt käytössä')

    await phone.goto('/fi/oma')
    await lookAt(phone, 'Tällä laitteella voi käyttää vain kassaa')
    await phone.getByRole('link', { name: 'Siirry kassaan' }).click()
    await phone.getByRole('link', { name: 'Poista laite käytöstä' }).click()
    await lookAt(phone, 'Poistetaanko Aulan puhelin käytöstä?')
    await phone.getByRole('link', { name: 'Palaa kassaan' }).click()
    await lookAt(phone, 'Lue kortti')

    await office.goto('/fi/laitteet')
    await lookAt(office, 'Laitteet')
    await submit(office, 'Poista käytöstä Aulan puhelin')
    await lookAt(office, 'Laitteet')
    await phone.reload()
    await lookAt(phone, 'Liitä tämä laite kohteeseen')
    expect(await phone.textContent('main')).toContain('Tämä laite ei ole enää käytössä')

    await office.fill('[name=name]', 'Aulan puhelin')
    await submit(office, 'Liitä laite')
    await phone.fill('[name=code]', 'K7PQ-X9D4')
    await phone.press('[name=code]', 'Enter')
    await lookAt(phone, 'Liitä tämä laite kohteeseen')
    await phone.fill('[name=code]', (await office.textContent('main bdi.nb'))!)
    await phone.press('[name=code]', 'Enter')
    await lookAt(phone, 'Ota laite käyttöön')
    const link = new URL(phone.url()).pathname
    await submit(phone, 'Ota käyttöön tässä laitteessa')
    await lookAt(phone, 'Lue kortti')
    await office.goto(link)
    await lookAt(office, 'Linkki ei ole enää voimassa')
    for (const page of [office, phone]) await page.context().close()
  },
)
