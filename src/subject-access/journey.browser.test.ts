import { sql } from 'kysely'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { axeProblems, launchBrowser, listen, overflow, visitor } from '../../test/browser.ts'
import { makeCard, makeSite, makeUnit, makeUse } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'

let browser: Browser
let world: World
let server: Awaited<ReturnType<typeof listen>>
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())
beforeEach(async () => {
  world = await newWorld()
  server = await listen(world)
})
afterEach(async () => {
  await server.close()
  await world.end()
})

const isGood = async (page: Page) => {
  expect(await overflow(page)).toBe(0)
  expect(await axeProblems(browser, page)).toEqual([])
}

test.each([
  { script: true, width: 360 as const },
  { script: false, width: 360 as const },
  { script: true, width: 1280 as const },
])('a holder sees all, takes the file and has it erased: script $script, $width px', async (screen) => {
  const unit = await makeUnit(world.db, { name: 'Aikuissosiaalityö Kuhmo' })
  const site = await makeSite(world.db, { name: 'Esimerkkiteatteri' })
  const card = await makeCard(world.db, world.keys, { unit, children: 2 })
  await makeUse(world.db, { card, site, usedAt: world.now(), event: 'Kevätkonsertti' })
  const { token } = await world.as({ role: 'issuer', unit })
  const page = await visitor(browser, server.origin, screen, token)

  await page.goto('/fi/asiakkaan-tiedot')
  await isGood(page)
  await page.getByLabel('Kortin tunnus').fill('9999')
  await page.getByRole('button', { name: 'Näytä kortin tiedot' }).click()
  expect(await page.getByRole('alert').or(page.locator('.problem')).first().textContent()).toContain(
    'ei löydy',
  )
  await isGood(page)
  await page.getByLabel('Kortin tunnus').fill(card.code)
  await page.getByRole('button', { name: 'Näytä kortin tiedot' }).click()
  await page.waitForURL(/asiakkaan-tiedot\/\d+$/)
  expect(page.url()).not.toContain(card.code)
  expect(await page.getByText('Kevätkonsertti').count()).toBe(1)
  await isGood(page)

  const file = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Lataa tiedostona (JSON)' }).click()
  expect((await file).suggestedFilename()).toBe('kaiku-card-data-2026-05-04.json')

  await page.getByRole('link', { name: 'Poista tiedot' }).click()
  await isGood(page)
  await page.getByRole('button', { name: 'Poista tiedot pysyvästi' }).click()
  expect(await page.locator('.problem').first().textContent()).toContain('Merkitse')
  await isGood(page)
  await page.getByLabel('Asiakas on paikalla ja pyytää poistamaan tietonsa').check()
  await page.getByRole('button', { name: 'Poista tiedot pysyvästi' }).click()
  await page.waitForURL(/erased/)
  expect(await page.getByText('Tiedot on poistettu').count()).toBe(1)
  await isGood(page)
  const { rows } = await sql<{ cards: number }>`select count(*)::int as cards from card`.execute(world.db)
  expect(rows).toEqual([{ cards: 0 }])
  await page.context().close()
})

test('printed, the page keeps its tables and leaves the menu out', async () => {
  const unit = await makeUnit(world.db)
  const card = await makeCard(world.db, world.keys, { unit })
  const { token } = await world.as({ role: 'issuer', unit })
  const page = await visitor(browser, server.origin, { width: 1280, script: true }, token)
  await page.goto(`/sv/klientens-uppgifter/${card.id}`)
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('html').getAttribute('lang')).toBe('sv')
  expect(await page.getByText('Kortets skeden').isVisible()).toBe(true)
  expect(await page.locator('header nav').first().isVisible()).toBe(false)
  await page.context().close()
})
