import type { Browser, Page } from 'playwright-core'
import encodeQR from 'qr'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser, listen, visitor } from '../../test/browser.ts'
import { type DeskWorld, newDesk } from '../../test/desk.ts'
import { lookAt, openApp, press, recorded, scan, tabTo } from '../../test/desk-app.ts'
import { type MadeSite, makeSite, makeUse } from '../../test/makers.ts'
import { formatCode } from '../codes/rules.ts'

/** What the desk asks beyond the usual, and the ways of reading a card beside its code. */
let desk: DeskWorld
let browser: Browser
let origin: string
let close: () => Promise<void>

beforeAll(async () => {
  desk = await newDesk()
  ;({ origin, close } = await listen(desk.world))
  // A made-up camera, whose picture holds no card.
  browser = await launchBrowser(['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'])
})
afterAll(async () => {
  await browser.close()
  await close()
  await desk.world.end()
})

const usesOf = async ({ id }: { id: number | string }) =>
  (await desk.uses()).filter(({ card_id }) => Number(card_id) === Number(id))
const openAt = async (site: MadeSite) => {
  const { token } = await desk.world.as({ role: 'venue', site })
  return openApp(await visitor(browser, origin, { width: 360, script: true }, token), '/fi/kassa')
}
const book = async () => {
  const card = await desk.card()
  const [usedAt, eventOn] = [new Date('2026-05-01T09:00:00Z'), '2026-05-04']
  const booking = await makeUse(desk.world.db, {
    card,
    site: desk.site,
    usedAt,
    eventOn,
    event: 'Joulukonsertti',
    children: 2,
  })
  return { card, booking }
}
const arrivals = () => desk.world.db.selectFrom('arrival').select('use_id').execute()
const see = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor()

test('a booked ticket is marked as come, once, and says so until the next card', async () => {
  const [came, gone] = [await book(), await book()]
  const page = await openAt(desk.site)
  await scan(page, came.card.code)
  await page.getByRole('heading', { name: 'Kortilla on varaus tälle päivälle' }).waitFor()
  await see(page, '1 aikuinen + 2 lasta')
  await lookAt(browser, page)
  await page.keyboard.press('Enter')
  await recorded(page, 'Merkitty saapuneeksi.')
  await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
  await page.waitForTimeout(300)
  await recorded(page, 'Merkitty saapuneeksi.')
  expect(await arrivals()).toEqual([{ use_id: came.booking.id }])
  expect(await usesOf(came.card)).toHaveLength(1)

  // Cancelled while the card was in hand.
  await scan(page, gone.card.code)
  const cancelled = { cancelled_at: desk.world.now(), cancelled_by: 'test', reason: null }
  await desk.world.db
    .insertInto('use_cancellation')
    .values({ use_id: gone.booking.id, used_on: '2026-05-01', ...cancelled })
    .execute()
  await press(page, 'Merkitse saapuneeksi')
  await see(page, 'Varausta ei enää ole. Lue kortti uudelleen.')
  expect(await arrivals()).toHaveLength(1)
  await page.context().close()
})

test('past the limit of the site, or with more children than the register has, a reason is asked', async () => {
  const { municipality } = desk.unit
  const strict = await makeSite(desk.world.db, { municipality, allowsOverride: false })
  const lenient = await makeSite(desk.world.db, { municipality, allowsOverride: true })
  for (const { id } of [strict, lenient])
    await desk.world.db
      .insertInto('site_limit')
      .values({ kind: 'ticket', site_id: id, volume: 1, period: 'week' })
      .execute()
  const [card, family] = [await desk.card({ children: 1 }), await desk.card({ children: 1 })]
  for (const site of [strict, lenient])
    await makeUse(desk.world.db, { card, site, usedAt: new Date('2026-05-04T05:00:00Z') })

  const page = await openAt(lenient)
  await scan(page, card.code)
  await see(page, 'Kirjaa silti')
  await lookAt(browser, page)
  await press(page, 'Kirjaa silti')
  const problem = page.locator('.problem')
  await problem.waitFor()
  expect(await page.evaluate('document.activeElement.name')).toBe('reason')
  await lookAt(browser, page)
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowRight')
  const chosen = await page.locator('[name=reason]:checked').getAttribute('value')
  await press(page, 'Kirjaa silti')
  await recorded(page, 'Kirjattu')
  expect(await usesOf(card)).toContainEqual(expect.objectContaining({ override_reason: chosen }))

  await scan(page, family.code)
  await page.keyboard.press('3')
  await see(page, 'Kirjaa silti')
  await page.locator('[name=reason]').first().waitFor({ state: 'attached' })
  await lookAt(browser, page)
  await page.keyboard.press('Enter')
  await problem.waitFor()
  await page.keyboard.press('Space')
  await press(page, 'Kirjaa silti')
  await recorded(page, 'Kirjattu')
  expect(await usesOf(family)).toMatchObject([{ children: 3, override_reason: 'paper-card' }])
  await page.context().close()

  const other = await openAt(strict)
  const before = (await desk.uses()).length
  await scan(other, card.code)
  expect(await other.getByRole('button', { name: 'Kirjaa' }).count()).toBe(0)
  await lookAt(browser, other)
  await press(other, 'Lue seuraava kortti')
  await scan(other, (await desk.card({ children: 1 })).code)
  await other.keyboard.press('3')
  await tabTo(other, 'Kirjaa')
  await other.keyboard.press('Enter')
  await see(other, 'Kortinjakaja voi korjata määrän.')
  await lookAt(browser, other)
  expect((await desk.uses()).length).toBe(before)
  await other.context().close()
})

/** A lamp that the made-up camera does not have: what is asked of it is written down. */
const lamp = `
  globalThis.lamp = []
  MediaStreamTrack.prototype.getCapabilities = () => ({ torch: true })
  MediaStreamTrack.prototype.applyConstraints = async ({ advanced: [{ torch }] }) => void lamp.push(torch)
`

test('a card is read from a photo, and the lamp of the camera is lit and put out', async () => {
  const card = await desk.card()
  const { token } = desk.venue
  const page = await visitor(browser, origin, { width: 360, script: true }, token)
  await page.addInitScript(lamp)
  await openApp(page, '/fi/kassa')
  await press(page, 'Lue kameralla')
  await see(page, 'Näytä kortin QR-koodi kameralle.')
  await press(page, 'Sytytä valo')
  await page.getByRole('button', { name: 'Sammuta valo', pressed: true }).press('Enter')
  await page.getByRole('button', { name: 'Sytytä valo', pressed: false }).waitFor()
  expect(await page.evaluate('lamp')).toEqual([true, false])
  await lookAt(browser, page)

  const photo = page.locator('[data-scanner-photo]')
  const file = (text: string) => ({
    name: 'card.gif',
    mimeType: 'image/gif',
    buffer: Buffer.from(encodeQR(text, 'gif', { scale: 6 })),
  })
  const blank = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')
  await photo.setInputFiles({ name: 'blank.gif', mimeType: 'image/gif', buffer: blank })
  await see(page, 'Kuvassa ei näy koodia. Kirjoita tunnus.')
  await photo.setInputFiles(file(`https://kaiku.example/k#${formatCode(card.code)}`))
  await page.locator('#result').waitFor()
  await see(page, card.code.slice(-4))
  // The camera stays on between customers.
  await page.keyboard.press('Enter')
  await recorded(page, 'Kirjattu')
  await see(page, 'Sammuta kamera')
  expect(await usesOf(card)).toHaveLength(1)
  await page.context().close()
})
