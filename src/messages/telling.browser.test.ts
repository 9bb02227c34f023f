import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeProblems, launchBrowser, listen, overflow, visitor } from '../../test/browser.ts'
import { makeMunicipality, makeUnit } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { sendMessages } from './send.ts'

let world: World
let browser: Browser
let served: Awaited<ReturnType<typeof listen>>
beforeAll(async () => {
  world = await newWorld()
  served = await listen(world)
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await served?.close()
  await world.end()
})

test('a coordinator without script tells the area, and a Swedish reader opens it', async () => {
  const municipality = await makeMunicipality(world.db, { name: 'Kuhmo', area: 'Kainuu' })
  const unit = await makeUnit(world.db, { municipality })
  const writer = await world.as({ role: 'coordinator', areaId: municipality.areaId })
  const reader = await world.as({ role: 'issuer', unit }, 'sv')
  const page = await visitor(browser, served.origin, { width: 360, script: false }, writer.token)
  const isFine = async (one = page) => {
    expect(await overflow(one)).toBe(0)
    expect(await axeProblems(browser, one)).toEqual([])
  }
  await page.goto('/fi/tiedotteet-lahetys')
  await page.getByRole('link', { name: 'Kirjoita tiedote' }).click()
  await isFine()
  await page.getByLabel('Otsikko suomeksi').fill('Uusi kohde')
  await page.getByLabel('Teksti suomeksi').fill('## Kirjasto\n\nKatso [alueet](/fi/alueet).')
  await page.getByRole('button', { name: 'Tarkista ja lähetä' }).click()
  await page.getByText('Valitse, kenelle tiedote on.').waitFor()
  await page.getByRole('link', { name: 'Muuta tiedotetta' }).click()
  await page.getByLabel('Kortinjakajille').check()
  await page.getByRole('button', { name: 'Tarkista ja lähetä' }).click()
  await page.getByRole('heading', { name: 'Tiedotteen saa 1 ihminen, 1 alueella.' }).waitFor()
  await isFine()
  await page.getByRole('button', { name: 'Lähetä tiedote' }).click()
  await page.getByRole('button', { name: 'Peru lähetys' }).waitFor()
  await isFine()
  world.later(10)
  await sendMessages({ pool: world.db, clock: world.now, origin: served.origin, byMail: true })

  const other = await visitor(browser, served.origin, { width: 360, script: true }, reader.token)
  await other.goto('/sv/infobrev')
  await other.getByRole('link', { name: 'Infobrev (1 olästa)' }).waitFor()
  const unread = other.getByText('Oläst', { exact: true })
  expect(await unread.count()).toBe(1)
  await isFine(other)
  await other.getByRole('link', { name: 'Uusi kohde' }).click()
  await other.getByText('Infobrevet finns bara på finska.').waitFor()
  expect(await other.locator('h1').getAttribute('lang')).toBe('fi')
  await isFine(other)
  await other.getByRole('link', { name: 'Se alla infobrev' }).click()
  await other.getByRole('link', { name: 'Uusi kohde' }).waitFor()
  expect(await unread.count()).toBe(0)
})
