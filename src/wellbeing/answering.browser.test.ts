import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeProblems, launchBrowser, listen, overflow, visitor } from '../../test/browser.ts'
import { makeCard, makeUnit } from '../../test/makers.ts'
import { countAnswers } from '../../test/wellbeing.ts'
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
const follow = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).click()
const linkOn = async (page: Page) => new URL((await page.textContent('main .breakable bdi'))!).pathname

const office = async (script: boolean) => {
  const unit = await makeUnit(world.db)
  const card = await makeCard(world.db, world.keys, { unit, registeredOn: '2026-05-04' })
  const issuer = await world.as({ role: 'issuer', unit })
  const page = await visitor(browser, origin, { width: 360, script }, issuer.token)
  await page.goto(`/fi/anna-kortti/${card.id}`)
  await follow(page, 'Kysy hyvinvoinnista')
  return { page, card }
}

test.each([true, false])(
  'script %s: asked by a link, answered in Arabic on the phone, kept from a second reader, and withdrawn',
  async (script) => {
    const { page } = await office(script)
    await lookAt(page, 'Hyvinvointikysymykset')
    await page.selectOption('[name=language]', 'ar')
    await submit(page, 'Näytä tällä kielellä')
    await lookAt(page, 'Hyvinvointikysymykset')
    await submit(page, 'Tee linkki puhelimeen')
    await lookAt(page, 'Hyvinvointikysymykset')
    await page.check('[name=consent]')
    await submit(page, 'Tee linkki puhelimeen')
    await lookAt(page, 'Hyvinvointikysymykset')
    const link = await linkOn(page)

    const phone = await visitor(browser, origin, { width: 360, script })
    await phone.goto(link)
    await lookAt(phone, 'كيف حالك؟')
    expect(await phone.locator('html').getAttribute('dir')).toBe('rtl')
    expect(await phone.locator('nav, header, footer').count()).toBe(0)
    await submit(phone, 'ابدأ')
    await lookAt(phone, 'تنتظره')
    await submit(phone, 'كثيرًا')
    await follow(phone, 'السابق')
    await lookAt(phone, 'تنتظره')
    expect(await phone.locator('.btn.big:not(.sec)').textContent()).toContain('كثيرًا')
    // The keyboard alone is enough: the first stop on the page is the first answer.
    await phone.keyboard.press('Tab')
    await phone.keyboard.press('Enter')
    await phone.waitForURL(`**${link}/k/2`)
    await submit(phone, 'تخطّي')

    const other = await visitor(browser, origin, { width: 360, script })
    await other.goto(phone.url())
    await lookAt(other, 'الرابط مفتوح على جهاز آخر')
    expect(await other.locator('button').count()).toBe(0)

    for (let item = 3; item <= 10; item++) {
      expect(await phone.textContent('.step bdi')).toBe(`${item}/10`)
      await submit(phone, 'نادرًا')
    }
    await lookAt(phone, 'هل تريد إرسال إجاباتك؟')
    expect(await phone.textContent('main p bdi')).toBe('9/10')
    await submit(phone, 'أرسل الإجابات')
    await lookAt(phone, 'شكرًا')
    await phone.goBack()
    await phone.reload()
    await lookAt(phone, 'شكرًا')

    await follow(page, 'Tarkista, onko vastattu')
    expect(await page.textContent('main')).toContain('Vastattu')
    await follow(page, 'Suostumukset')
    await lookAt(page, 'Suostumukset')
    await page.locator('summary').last().click()
    await page.getByRole('link', { name: 'Peru suostumus Hyvinvointikysymykset' }).click()
    await lookAt(page, 'Perutaanko suostumus kysymyksiin?')
    expect(await countAnswers(world.db)).toBe(10)
    await submit(page, 'Peru ja poista vastaukset')
    await lookAt(page, 'Suostumukset')
    expect(await countAnswers(world.db)).toBe(0)
    for (const each of [page, phone, other]) await each.context().close()
  },
  180_000,
)

test.each([true, false])(
  'script %s: answered on the office’s screen, stopped half way, and handed back',
  async (script) => {
    const { page, card } = await office(script)
    await page.check('[name=consent]')
    await submit(page, 'Kysy tällä näytöllä')
    await lookAt(page, 'Miten sinulla menee?')
    await follow(page, 'Aloita')
    await submit(page, 'Melkein aina')
    await follow(page, 'Lopeta')
    await lookAt(page, 'Lähetätkö vastauksesi?')
    await submit(page, 'Lähetä vastaukset')
    await lookAt(page, 'Kiitos')
    expect(await page.textContent('main')).toContain('Anna laite takaisin.')
    await follow(page, 'Työntekijälle: palaa korttiin')
    await page.waitForURL(`**/fi/kortti/${card.id}`)
    await page.context().close()
  },
  180_000,
)
