import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import {
  axeProblems,
  type Cable,
  launchBrowser,
  listenByCable,
  openOnDisk,
  overflow,
  visitor,
} from '../../test/browser.ts'
import { type DeskWorld, newDesk } from '../../test/desk.ts'
import { openPairing } from '../../test/devices.ts'
import { formatCode, suggestCode } from '../codes/rules.ts'

let desk: DeskWorld
let browser: Browser
let origin: string
let close: () => Promise<void>
const uncut: Cable = { isCut: false, loses: () => false }
let cable: Cable = { ...uncut }

beforeAll(async () => {
  desk = await newDesk()
  ;({ origin, close } = await listenByCable(desk.world, {
    get isCut() {
      return cable.isCut
    },
    loses: (request) => cable.loses(request),
  }))
  browser = await launchBrowser()
})
/** The browser on disk, which a test that fails leaves behind. */
let device: Awaited<ReturnType<typeof openOnDisk>> | undefined
let folder = ''
afterEach(async () => {
  cable = { ...uncut }
  await device?.kill()
  device = undefined
  if (folder) rmSync(folder, { recursive: true, force: true })
})
afterAll(async () => {
  await browser.close()
  await close()
  await desk.world.end()
})

/** The next customer: a hand-held scanner types the code and presses Enter. */
const scan = async (page: Page, code: string) => {
  await page.locator('[name=code]').fill(code)
  await page.locator('[name=code]').press('Enter')
  await page.locator('#result').waitFor()
}
const recorded = async (page: Page, title: string) => {
  await page.locator('#recorded', { hasText: title }).waitFor({ timeout: 10_000 })
}
const appOf = async (page: Page) => {
  await page.locator('.net').waitFor()
  return page
}

/** Everything that scripts of this address could read out, as text. */
const dump = `(async () => {
  const found = []
  const say = (value) => {
    if (value instanceof ArrayBuffer || ArrayBuffer.isView(value))
      found.push(new TextDecoder('latin1').decode(value), new TextDecoder('utf-16le').decode(value))
    else if (value && typeof value === 'object') Object.values(value).forEach(say)
    else found.push(String(value))
  }
  for (const { name } of await indexedDB.databases()) {
    const db = await new Promise((done) => { const r = indexedDB.open(name); r.onsuccess = () => done(r.result) })
    for (const store of db.objectStoreNames) {
      const all = await new Promise((done) => { const r = db.transaction(store).objectStore(store).getAll(); r.onsuccess = () => done(r.result) })
      all.forEach(say)
    }
    db.close()
  }
  say({ ...localStorage }); say({ ...sessionStorage })
  for (const name of await caches.keys())
    for (const request of await (await caches.open(name)).keys()) {
      found.push(request.url, await (await caches.match(request)).text())
    }
  return found.join('\\n')
})()`

/** All files of the browser’s folder. */
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile())

const event = 'Joulukonsertti Esimerkki'

test('fifty uses without a network, three undone, a browser that dies and answers that are lost: 47 right uses', async () => {
  const cards = await Promise.all(Array.from({ length: 50 }, () => desk.card({ children: 3 })))
  folder = mkdtempSync(join(tmpdir(), 'kaiku-desk-'))
  const { link } = await openPairing(desk.venue)
  device = await openOnDisk(folder)
  let page = device.context.pages()[0]!
  const go = () => page.goto(`${origin}/fi/kassa`)
  await page.goto(origin + link)
  await page.locator('main form button').click()
  await appOf(page)
  await page.evaluate('navigator.serviceWorker.ready')
  // The session is written down, and the desk’s own pages are kept from here on.
  await device.end()
  device = await openOnDisk(folder)
  page = device.context.pages()[0]!

  cable = { isCut: true, loses: () => false }
  await device.context.setOffline(true)
  await go()
  await appOf(page)
  expect(await page.locator('.net').textContent()).toContain('Ei verkkoa')
  await page.locator('.eventbar button').click()
  await page.locator('[name=event]').fill(event)
  await page.locator('[name=event]').press('Enter')
  expect(await page.locator('.eventbar').textContent()).toContain(event)

  const undone = new Set([9, 19, 29])
  const withChildren = (index: number) => index % 5 === 4
  for (const [index, { code }] of cards.entries()) {
    await scan(page, code)
    if (withChildren(index)) await page.keyboard.press('2')
    await page.keyboard.press('Enter')
    await recorded(page, 'Tallessa. Anna lippu.')
    if (!undone.has(index)) continue
    await page.keyboard.press('Control+z')
    await recorded(page, 'Kirjaus on kumottu.')
  }
  await page.locator('.net', { hasText: 'Ei verkkoa · 47 odottaa' }).waitFor()
  await device.kill()

  const secrets = [event, ...cards.map(({ code }) => code), ...cards.map(({ code }) => formatCode(code))]
  const found = filesIn(folder).flatMap((path) => {
    const bytes = readFileSync(path)
    const holds = (secret: string) => bytes.includes(secret) || bytes.includes(Buffer.from(secret, 'utf16le'))
    return secrets.filter(holds).map((secret) => `${secret} in ${path}`)
  })
  expect(found).toEqual([])

  device = await openOnDisk(folder)
  page = device.context.pages()[0]!
  await device.context.setOffline(true)
  await go()
  await page.locator('.net', { hasText: 'Ei verkkoa · 47 odottaa' }).waitFor()
  const kept = (await page.evaluate(dump)) as string
  expect(kept.length).toBeGreaterThan(10_000)
  expect(secrets.filter((secret) => kept.includes(secret))).toEqual([])

  const scans = new Map<string, number>()
  page.on('request', (request) => {
    if (!request.url().endsWith('/desk-app/uses')) return
    const { id, scannedAt, sentAt } = request.postDataJSON()
    // What the first sending said is what was written; its answer was lost.
    if (!scans.has(id)) scans.set(id, Date.parse(sentAt) - Date.parse(scannedAt))
  })
  const lost = new Set<string>()
  let count = 0
  // The first answer to each record is lost: the program has written it, and the device does not know.
  cable = {
    isCut: false,
    loses: ({ method }) => {
      if (method !== 'POST') return false
      count += 1
      const isFirst = lost.size < count && count % 2 === 1
      if (isFirst) lost.add(String(count))
      return isFirst
    },
  }
  await device.context.setOffline(false)
  await page.locator('.net', { hasText: /^Verkko toimii\. / }).waitFor({ timeout: 30_000 })
  await device.end()
  cable = { ...uncut }
  rmSync(folder, { recursive: true, force: true })
  expect(lost.size).toBeGreaterThan(5)

  const uses = await desk.uses()
  const expected = cards
    .map(({ id }, index) => ({ card_id: id, adults: 1, children: withChildren(index) ? 2 : 0, event }))
    .filter((_, index) => !undone.has(index))
  const byCard = (one: { card_id: number | null }, other: { card_id: number | null }) =>
    Number(one.card_id) - Number(other.card_id)
  expect(
    uses.map(({ card_id, adults, children, event }) => ({ card_id, adults, children, event })).sort(byCard),
  ).toEqual(expected.sort(byCard))
  for (const use of uses)
    expect(Math.abs(desk.world.now().getTime() - use.used_at.getTime() - scans.get(use.id)!)).toBeLessThan(
      1500,
    )
}, 90_000)

test('ten customers in a row: the desk’s own share of a second', async () => {
  const cards = await Promise.all(Array.from({ length: 10 }, () => desk.card({ children: 2 })))
  const page = await visitor(browser, origin, { width: 360, script: true }, desk.venue.token)
  await page.goto('/fi/kassa')
  await appOf(page)
  const { spent, waited } = (await page.evaluate(
    `(async (codes) => {
      const until = (ready) => new Promise((done) => {
        const look = () => ready() ? (watch.disconnect(), done()) : undefined
        const watch = new MutationObserver(look)
        watch.observe(document.body, { subtree: true, childList: true, characterData: true })
        look()
      })
      const find = (selector) => document.querySelector(selector)
      let spent = 0
      for (const code of codes) {
        const start = performance.now()
        find('[name=code]').value = code
        find('[name=code]').form.requestSubmit()
        await until(() => find('[name=children]'))
        find('[name=children][value="1"]').click()
        find('.bar button').click()
        await until(() => find('#recorded')?.textContent.startsWith('Kirjattu') && find('[name=code]'))
        spent += performance.now() - start
      }
      const waited = performance.getEntriesByType('resource')
        .filter(({ name }) => /desk-app.(checks|uses)$/.test(name))
        .reduce((sum, { duration }) => sum + duration, 0)
      return { spent, waited }
    })(${JSON.stringify(cards.map(({ code }) => code))})`,
  )) as { spent: number; waited: number }
  console.info(`Ten customers: ${Math.round(spent)} ms, of which the program ${Math.round(waited)} ms`)
  // A second in all is the goal on a machine of its own; here the program shares one with other tests.
  expect(spent - waited).toBeLessThan(2500)
  await page.context().close()
}, 60_000)

test('who signs out leaves nothing of the place behind, and the records that wait', async () => {
  const venue = await desk.world.as({ role: 'venue', site: desk.site })
  const page = await visitor(browser, origin, { width: 1280, script: true }, venue.token)
  const databases = () =>
    page.evaluate('indexedDB.databases().then((all) => all.map(({ name }) => name).sort())')
  await page.goto('/fi/kassa')
  await appOf(page)
  expect(await databases()).toEqual(['kaiku-desk', 'kaiku-desk-memory'])
  await page.locator('form[data-forgets] button:visible').first().click()
  await page.waitForURL((url) => url.pathname !== '/fi/kassa')
  await expect.poll(databases).toEqual(['kaiku-desk'])
  await page.context().close()
}, 30_000)

/** Whatever stands on the screen: by axe in light and dark, and for anything wider than the screen. */
const lookAt = async (page: Page) => {
  expect(await axeProblems(browser, page)).toEqual([])
  expect(await overflow(page)).toBeLessThanOrEqual(0)
}

test.each([
  { width: 360, language: 'fi', path: '/fi/kassa' },
  { width: 1280, language: 'sv', path: '/sv/kassa' },
] as const)(
  'every screen at $width px in $language, by keyboard alone',
  async ({ width, path }) => {
    const card = await desk.card({ children: 2 })
    const other = await desk.card({ children: 0 })
    const page = await visitor(browser, origin, { width, script: true }, desk.venue.token)
    /** Every screen on a phone; on a wide one, what differs there. */
    const look = async () => {
      if (width === 360) await lookAt(page)
      else expect(await overflow(page)).toBeLessThanOrEqual(0)
    }
    await page.goto(path)
    await appOf(page)
    await lookAt(page)
    const focused = () => page.evaluate('document.activeElement?.name ?? document.activeElement?.id')
    expect(await focused()).toBe('code')

    // A slip of the finger comes back with what was meant, and its button leads on.
    const slip = `${card.code.slice(0, 9)}${card.code[9] === '7' ? '8' : '7'}`
    await page.keyboard.type(slip)
    await page.keyboard.press('Enter')
    await page.locator('.note strong', { hasText: formatCode(suggestCode(slip)!) }).waitFor()
    await look()
    await page.locator('.note .btn').first().press('Enter')
    await page.locator('#result').waitFor()
    expect(await focused()).toBe('result')
    await lookAt(page)

    // What a scanner types now is the next customer's: neither its digits nor its Enter count.
    // At a scanner's pace, which this test's own way to the browser does not always keep.
    await page.evaluate(
      `for (const key of [...${JSON.stringify(other.code)}, 'Enter'])
        document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))`,
    )
    await page.waitForTimeout(500)
    expect(await page.locator('[name=children]:checked').getAttribute('value')).toBe('0')
    await page.keyboard.press('2')
    await page.locator('[name=children][value="2"]:checked').waitFor()

    // Two cards by one tap.
    await page.locator('form .row .btn').first().press('Enter')
    await page.locator('.note li').waitFor()
    await look()
    await scan(page, other.code)
    await page.locator('.bar .btn', { hasText: /2.*2/ }).waitFor()
    await page.keyboard.press('Enter')
    await page.locator('.result.ok #recorded').waitFor()
    await look()
    await page.keyboard.press('Control+z')
    await page.locator('.result.hold #recorded').waitFor()
    await page.locator('.net').press('Enter')
    await page.locator('.kept s').first().waitFor()
    await look()
    await page.locator('.eventbar button').press('Enter')
    await page.locator('[name=event]').waitFor()
    await look()
    await page.context().close()
  },
  60_000,
)
