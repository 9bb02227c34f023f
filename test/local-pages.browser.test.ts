import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publicPaths } from '../src/public-paths.ts'
import { fill } from '../src/web/paths.ts'
import { axeProblems, launchBrowser, listen, overflow, visitor } from './browser.ts'
import { makeMunicipality, makeSite, makeUnit } from './makers.ts'
import { newWorld, type World } from './world.ts'

let world: World
let browser: Browser
let origin: string
let close: () => Promise<void>

beforeAll(async () => {
  world = await newWorld()
  const municipality = await makeMunicipality(world.db, { area: 'Kainuu', name: 'Kajaani' })
  const names = ['Päihde- ja mielenterveyspalvelujen asiakasvastaanotto', 'Klubitalo']
  for (const name of names) await makeUnit(world.db, { municipality, name })
  await world.db.updateTable('issuing_unit').set({ is_public: true }).execute()
  await makeSite(world.db, { municipality, name: 'Kamarimusiikkijuhlien konserttikeskus' })
  const by = { area_id: municipality.areaId, changed_at: world.now(), changed_by: 'test' }
  await world.db
    .insertInto('area_contact')
    .values({ ...by, side: 'sote', name: 'Neuvonta', email: 'kaikukorttineuvonta@hyvinvointialue.example' })
    .execute()
  await world.db
    .insertInto('area_text')
    .values({ ...by, field: 'notice', language: 'en', text: 'New cards arrive in June.' })
    .execute()
  ;({ origin, close } = await listen(world))
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await close()
  await world.end()
})

const area = { area: 'kainuu' }

test.each(['fi', 'ar'] as const)('the pages of areas and of issuers hold on a phone (%s)', async (reader) => {
  const page = await visitor(browser, origin, { width: 360, script: false })
  const foreign: string[] = []
  page.on('request', (request) => request.url().startsWith(origin) || foreign.push(request.url()))
  for (const path of [
    publicPaths.areas[reader],
    fill(publicPaths.localPage[reader], area),
    publicPaths.whereToGet[reader],
    `${publicPaths.whereToGet[reader]}?municipality=1`,
    fill(publicPaths.embeddedPage[reader], area),
  ]) {
    await page.goto(path)
    expect(await axeProblems(browser, page), path).toEqual([])
    expect(await overflow(page), path).toBeLessThanOrEqual(0)
  }
  expect(await page.context().cookies()).toEqual([])
  expect(foreign).toEqual([])
  await page.context().close()
})

test('the page in a frame of 300 pixels on another site: it fits, and its links open in the whole window', async () => {
  const page = await visitor(browser, origin, { width: 360, script: true })
  const src = origin + fill(publicPaths.embeddedPage.ar, area)
  const host = createServer((_, answer) => {
    answer.setHeader('content-type', 'text/html')
    answer.end(`<iframe src="${src}" title="x" width="300" height="600"></iframe>`)
  }).listen(0, '127.0.0.1')
  await once(host, 'listening')
  await page.goto(`http://127.0.0.1:${(host.address() as AddressInfo).port}/`)
  const frame = page.frameLocator('iframe')
  await frame.getByRole('heading', { level: 1 }).waitFor()
  const inside = page.frames().find((one) => one.url() === src)!
  const width = 'document.documentElement.scrollWidth - document.documentElement.clientWidth'
  expect(await inside.evaluate(width)).toBeLessThanOrEqual(0)
  await frame.locator('a', { hasText: 'Kamarimusiikki' }).click()
  await page.waitForURL(/\/ar\/places\/\d+$/)
  await page.context().close()
  host.close()
})
