import { sql } from 'kysely'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeProblems, launchBrowser, listen, overflow, visitor } from '../../test/browser.ts'
import { makeMunicipality, makeSite } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { publicPaths } from '../public-paths.ts'
import { searchWords } from './search-words.ts'
import { finderWords } from './words.ts'

let world: World
let browser: Browser
let origin: string
let close: () => Promise<void>

beforeAll(async () => {
  world = await newWorld()
  const kuhmo = await makeMunicipality(world.db, { name: 'Kuhmo' })
  const site = await makeSite(world.db, { municipality: kuhmo, name: 'Kamarisali' })
  await sql`insert into county (code, name) values ('18', 'Kainuun hyvinvointialue')`.execute(world.db)
  await sql`update municipality set county_id = (select id from county where code = '18')`.execute(world.db)
  const said = { street: 'Esimerkkikatu 1', postal_code: '88900', step_free: true, no_booking: true }
  await world.db.updateTable('site').set(said).where('id', '=', site.id).execute()
  ;({ origin, close } = await listen(world))
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await close()
  await world.end()
})

const lookAt = async (page: Page) => {
  expect(await axeProblems(browser, page)).toEqual([])
  expect(await overflow(page)).toBeLessThanOrEqual(0)
}
const status = (page: Page, text: string) => page.getByText(text, { exact: true }).waitFor()

test.each(['fi', 'ar'] as const)('in %s, my location becomes the name of a municipality', async (reader) => {
  const t = finderWords[reader]
  const s = searchWords[reader]
  const page = await visitor(browser, origin, { width: 360, script: true })
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.goto(publicPaths.sites[reader])
  await lookAt(page)
  expect(asked.some((url) => url.includes('nearest'))).toBe(false)

  await page.getByRole('button', { name: s.location }).click()
  await status(page, s.denied)
  expect(page.url()).toBe(origin + publicPaths.sites[reader])

  await page.context().grantPermissions(['geolocation'], { origin })
  await page.context().setGeolocation({ latitude: 59.3293, longitude: 18.0686 })
  await page.getByRole('button', { name: s.location }).click()
  await status(page, s.outside)

  await page.context().setGeolocation({ latitude: 64.1234, longitude: 29.4321 })
  await page.getByRole('button', { name: s.location }).click()
  await page.waitForURL('**/*?q=Kuhmo#found')
  expect(await page.locator('main h2').first().textContent()).toBe(`${t.places(1)} ${t.near('Kuhmo')}`)
  await lookAt(page)
  // Where one is stays on the device: not a digit of it was sent.
  expect(asked.filter((url) => /64\.|29\.43|18\.06/.test(url))).toEqual([])
  expect(asked.every((url) => url.startsWith(origin))).toBe(true)

  await page.locator('main .cards a').click()
  await page.waitForURL('**/1')
  expect(await page.locator('main h1').textContent()).toBe('Kamarisali')
  await lookAt(page)
  await page.context().close()
})

test('without script there is no button that could do nothing', async () => {
  const page = await visitor(browser, origin, { width: 360, script: false })
  await page.goto(publicPaths.sites.fi)
  expect(await page.getByRole('button').count()).toBeGreaterThan(0)
  expect(await page.getByRole('button', { name: searchWords.fi.location }).count()).toBe(0)
  await page.context().close()
})
