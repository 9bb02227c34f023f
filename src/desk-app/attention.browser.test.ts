import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser, listen, visitor } from '../../test/browser.ts'
import { type DeskWorld, newDesk } from '../../test/desk.ts'
import { lookAt, netSays, openApp, press, recorded, scan, tabTo, typeOver } from '../../test/desk-app.ts'
import { openPairing } from '../../test/devices.ts'
import type { MadeCard } from '../../test/makers.ts'
import { startSession } from '../accounts/queries.ts'
import { hashToken, newToken } from '../web/session-cookie.ts'

/** What becomes of records that the register does not take, that grow old, or whose session has ended. */
let desk: DeskWorld
let browser: Browser
let origin: string
let close: () => Promise<void>

beforeAll(async () => {
  desk = await newDesk()
  ;({ origin, close } = await listen(desk.world))
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await close()
  await desk.world.end()
})

const cut = async (page: Page) => {
  await page.context().setOffline(true)
  await netSays(page, 'Ei verkkoa')
}
const mend = (page: Page) => page.context().setOffline(false)
const pair = async (page: Page, name = 'Aulan puhelin') => {
  const { link } = await openPairing(desk.venue, name)
  await page.goto(origin + link)
  await page.locator('main form button').click()
  await page.locator('.net').waitFor()
}
const phone = async () => {
  const page = await visitor(browser, origin, { width: 360, script: true })
  await pair(page)
  return page
}
/** A ticket as it is given by keys alone. */
const give = async (page: Page, code: string, children = 0) => {
  await scan(page, code)
  if (children > 0) await page.keyboard.press(String(children))
  await page.keyboard.press('Enter')
}
const giveWithout = async (page: Page, code: string, children = 0) => {
  await give(page, code, children)
  await recorded(page, 'Tallessa. Anna lippu.')
}
const item = (page: Page, text: string) => page.locator('.kept', { hasText: text })
const usesOf = async ({ id }: MadeCard) =>
  (await desk.uses()).filter(({ card_id }) => Number(card_id) === Number(id))
/** Keeps each thing that the line of the network has said on this page, in `netSaid`. */
const noteNet = `
  window.netSaid = []
  new MutationObserver(() => {
    const said = document.querySelector('.net')?.textContent
    if (said) netSaid.push(said)
  }).observe(document, { childList: true, subtree: true })`
const openList = (page: Page) => page.locator('.net').press('Enter')

test('what the register refuses waits for a person, who corrects it or gives it up', async () => {
  const old = await desk.card({ code: 'ES12345' })
  const family = await desk.card({ children: 1 })
  const ended = await desk.card({ validUntil: '2026-04-30' })
  await desk.world.db.updateTable('site').set({ allows_override: false }).execute()
  const page = await phone()
  await cut(page)
  // The first is a slip: no card has this code.
  await giveWithout(page, 'ES12346')
  await giveWithout(page, family.code, 3)
  await giveWithout(page, ended.code)
  await mend(page)
  await netSays(page, 'Verkko toimii · 3 kirjausta vaatii huomiota')
  await recorded(page, 'Kirjaus vaatii huomiota.')

  await page.addInitScript(noteNet)
  await page.reload()
  await netSays(page, '3 kirjausta vaatii huomiota')
  // Not even for a moment does the line say that nothing waits.
  for (const said of await page.evaluate<string[]>('netSaid')) expect(said).toContain('3 kirjausta')
  expect(await desk.uses()).toEqual([])
  await openList(page)
  await item(page, '•••2346').waitFor()
  expect(await item(page, '•••2346').textContent()).toContain('Tunnusta ei löydy. Vertaa sitä korttiin')
  await lookAt(browser, page)

  // A wrong correction is told of where it is; a personal identity code is not shown again.
  await press(page, 'Korjaa')
  await page.getByRole('heading', { name: 'Korjaa kirjaus' }).waitFor()
  await typeOver(page, 'code', '131052-308T')
  await page.keyboard.press('Enter')
  await page.locator('[role=alert] .problem').waitFor()
  expect(await page.evaluate('[document.activeElement.name, document.activeElement.value]')).toEqual([
    'code',
    '',
  ])
  await lookAt(browser, page)
  await typeOver(page, 'code', 'es 12345')
  await page.keyboard.press('Enter')
  await expect.poll(() => usesOf(old)).toHaveLength(1)
  await netSays(page, '2 kirjausta vaatii huomiota')

  const [first] = await Promise.all([
    page.locator('.kept').first().textContent(),
    page.keyboard.press('Home'),
  ])
  expect(first).toContain('3 lasta')
  await press(page, 'Korjaa')
  await typeOver(page, 'children', '1')
  await page.keyboard.press('Enter')
  await expect.poll(() => usesOf(family)).toMatchObject([{ adults: 1, children: 1 }])
  await netSays(page, '1 kirjaus vaatii huomiota')

  // Giving up is asked for once more, and the first answer may be no.
  await press(page, 'Luovu kirjauksesta')
  await page.getByRole('heading', { name: 'Luovutaanko kirjauksesta?' }).waitFor()
  await lookAt(browser, page)
  await press(page, 'Säilytä kirjaus')
  await item(page, '30.4.2026').waitFor()
  // The list is drawn anew under the fingers: who stands on a button stands on it still.
  await tabTo(page, 'Luovu kirjauksesta')
  await cut(page)
  await page.getByRole('heading', { name: 'Tänään' }).waitFor({ state: 'detached' })
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Luovutaanko kirjauksesta?' }).waitFor()
  await mend(page)
  await press(page, 'Luovu kirjauksesta')
  await netSays(page, /^Verkko toimii\. /)
  await page.getByText('Kaikki kirjaukset ovat perillä.').waitFor()
  expect(await desk.uses()).toHaveLength(2)
  await page.context().close()
})

test('records that grow old are warned of; a session that ends keeps them, and pairing again sends them', async () => {
  const [first, second] = [await desk.card(), await desk.card()]
  const page = await visitor(browser, origin, { width: 360, script: true })
  await page.clock.install()
  await pair(page, 'Oven puhelin')
  await cut(page)
  await giveWithout(page, first.code)
  const warning = page.locator('main .note')
  await page.clock.fastForward('23:00:00')
  expect(await warning.count()).toBe(0)
  // Nobody touches the device: it says so by itself.
  await page.clock.fastForward('02:00:00')
  await warning.getByText('yli vuorokauden ikäinen. Vie laite verkkoon tänään.').waitFor()
  await lookAt(browser, page)
  await page.clock.fastForward(6 * 24 * 3_600_000)
  await warning.getByText('odottanut yli viikon. Ne voivat kadota.').waitFor()
  await lookAt(browser, page)
  await giveWithout(page, second.code)

  const { id } = await desk.world.db
    .selectFrom('device')
    .select('id')
    .where('name', '=', 'Oven puhelin')
    .executeTakeFirstOrThrow()
  await desk.venue.post(`/fi/laitteet/${id}/poista`, {})
  await mend(page)
  await page.getByRole('heading', { name: 'Liitä tämä laite uudelleen' }).waitFor()
  await netSays(page, 'Liitä tämä laite uudelleen · 2 odottaa')
  await lookAt(browser, page)
  await press(page, 'Kirjaukset tällä laitteella')
  await item(page, '•••').first().waitFor()
  expect(await page.locator('.kept').count()).toBe(2)
  expect(await usesOf(first)).toEqual([])
  await pair(page)
  await netSays(page, /^Verkko toimii\. /)
  const day = 24 * 60 * 60_000
  const ages = (await desk.uses())
    .filter(({ card_id }) => [first.id, second.id].map(Number).includes(Number(card_id)))
    .map(({ used_at }) => Math.round((desk.world.now().getTime() - used_at.getTime()) / day))
  expect(ages.sort()).toEqual([0, 7])
  await page.context().close()
})

/** The same person signs in once more. */
const signIn = async (page: Page, accountRoleId: string) => {
  const token = newToken()
  await desk.world.db
    .transaction()
    .execute((write) =>
      startSession(write, accountRoleId, hashToken(token), desk.world.now(), { proof: 'passkey' }),
    )
  await page.context().addCookies([{ name: 'kaiku', value: token, url: origin }])
  await openApp(page, '/fi/kassa')
}

test('whoever leaves has the records sent, or is told that they wait; nobody sends them in another name', async () => {
  const [first, second, third] = [await desk.card(), await desk.card(), await desk.card()]
  const own = await desk.world.as({ role: 'venue', site: desk.site })
  const other = await desk.world.as({ role: 'venue', site: desk.site })
  const page = await visitor(browser, origin, { width: 360, script: true }, own.token)
  await openApp(page, '/fi/kassa')
  const signOut = () => page.getByRole('button', { name: 'Kirjaudu ulos' }).first().press('Enter')
  const asked = page.getByRole('heading', { name: 'Kirjauksia ei ole vielä lähetetty' })

  await cut(page)
  await giveWithout(page, first.code)
  await signOut()
  await asked.waitFor()
  await lookAt(browser, page)
  await press(page, 'Jää kassaan')
  await page.locator('[name=code]').waitFor()
  // The network is back, and the device has not noticed: leaving sends what waits, and asks nothing.
  await page.route('**/desk-app/uses', (route) => route.abort())
  await page.context().setOffline(false)
  await page.waitForTimeout(300)
  await page.unroute('**/desk-app/uses')
  await signOut()
  await page.waitForURL((url) => url.pathname !== '/fi/kassa')
  expect(await usesOf(first)).toHaveLength(1)

  await signIn(page, own.accountRoleId)
  await page.route('**/desk-app/uses', (route) => route.abort())
  await giveWithout(page, second.code)
  await signOut()
  await asked.waitFor()
  await press(page, 'Jatka, jätä kirjaukset odottamaan')
  await page.waitForURL((url) => url.pathname !== '/fi/kassa')
  await page.unroute('**/desk-app/uses')

  await signIn(page, other.accountRoleId)
  await give(page, third.code)
  await recorded(page, 'Kirjattu')
  await openList(page)
  await page.getByText('1 kirjaus on tallennettu toisella kirjautumisella.').waitFor()
  expect(await page.locator('main').textContent()).not.toContain('perillä')
  await lookAt(browser, page)
  expect(await usesOf(second)).toEqual([])

  await signIn(page, own.accountRoleId)
  await expect.poll(() => usesOf(second)).toHaveLength(1)
  const by = async (card: MadeCard) => (await usesOf(card)).map(({ recorded_by }) => recorded_by)
  expect(await by(first)).toEqual(await by(second))
  expect(await by(third)).not.toEqual(await by(second))
  await page.context().close()
})

test('an undoing that comes too late can be given up, and the record stands', async () => {
  const card = await desk.card()
  const page = await phone()
  await give(page, card.code)
  await recorded(page, 'Kirjattu')
  desk.world.later(3 * 24 * 60)
  await openList(page)
  await press(page, 'Kumoa')
  await netSays(page, '1 kirjaus vaatii huomiota')
  const refused = item(page, 'Kumoaminen · ')
  await refused.waitFor()
  expect(await refused.getByRole('button').allTextContents()).toEqual(['Luovu kumoamisesta'])
  await press(page, 'Luovu kumoamisesta')
  await page.getByRole('heading', { name: 'Luovutaanko kumoamisesta?' }).waitFor()
  await press(page, 'Luovu kumoamisesta')
  await netSays(page, /^Verkko toimii\. /)
  expect(await usesOf(card)).toHaveLength(1)
  expect(await desk.world.db.selectFrom('use_cancellation').selectAll().execute()).toEqual([])
  await page.context().close()
})
