import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import encodeQR from 'qr'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeProblems, launchBrowser, listen, overflow, visitor } from '../../test/browser.ts'
import { type DeskWorld, newDesk } from '../../test/desk.ts'
import { formatCode } from '../codes/rules.ts'

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

const gateOf = async (page: Page) => {
  await page.goto('/fi/kassa/portti')
  await page.getByRole('heading', { name: 'Lue kortti' }).waitFor()
  return page
}
/** A reader types the code and presses Enter; nobody has to find the field first. */
const read = async (page: Page, code: string, word: string) => {
  await page.keyboard.type(code)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: word, exact: true }).waitFor()
}
const said = (page: Page) => page.locator('[data-gate-answer]').textContent()
const count = (page: Page, name: string) => page.locator(`[data-gate-count=${name}]`).textContent()
const focused = (page: Page) => page.evaluate('document.activeElement.name')
const counted = (page: Page, name: string, number: number) =>
  page.locator(`[data-gate-count=${name}]`, { hasText: new RegExp(`^${number}$`) }).waitFor()

test('a hall records by reader and keys, asks about the same card, and undoes', async () => {
  const [adult, family, next] = [await desk.card(), await desk.card({ children: 3 }), await desk.card()]
  const page = await gateOf(await visitor(browser, origin, { width: 1280, script: true }, desk.venue.token))
  expect(await axeProblems(browser, page)).toEqual([])

  await read(page, formatCode(adult.code), 'Kirjattu')
  await counted(page, 'uses', 1)
  await read(page, adult.code, 'Onko tämä uusi käynti?')
  await page.keyboard.press('0')
  await page.getByRole('heading', { name: 'Ei kirjattu' }).waitFor()

  await read(page, family.code, 'Montako lasta tulee?')
  // The next customer is quicker than the clerk: a fast reader is no answer, and its card waits for its turn.
  await page.keyboard.type(next.code)
  await page.keyboard.press('Enter')
  expect(await said(page)).toContain('1 kortti odottaa vuoroaan.')
  await page.keyboard.press('2')
  await counted(page, 'uses', 3)
  expect([await count(page, 'adults'), await count(page, 'children')]).toEqual(['3', '2'])
  expect((await desk.uses()).map(({ adults, children }) => [adults, children])).toEqual([
    [1, 0],
    [1, 2],
    [1, 0],
  ])

  await page.getByRole('button', { name: 'Kumoa' }).first().click()
  await page.getByRole('heading', { name: 'Kirjaus on kumottu' }).waitFor()
  await counted(page, 'uses', 2)
  expect(await focused(page)).toBe('code')
  await expect
    .poll(async () => (await desk.world.db.selectFrom('use_cancellation').selectAll().execute()).length)
    .toBe(1)
  expect(await overflow(page)).toBe(0)
  await page.context().close()
})

test('a screen turned to the customer says no reason before the clerk asks', async () => {
  const old = await desk.card({ registeredOn: '2024-01-10', validUntil: '2025-01-31' })
  const page = await gateOf(await visitor(browser, origin, { width: 360, script: true }, desk.venue.token))
  await page.getByText('Asetukset', { exact: true }).click()
  await page.getByLabel('Näyttö on käännetty asiakkaaseen päin').check()
  await read(page, old.code, 'Tällä kortilla ei saa nyt lippua täältä.')
  const reason = page.getByText(/31\.1\.2025/)
  expect(await reason.isVisible()).toBe(false)
  await page.getByRole('button', { name: 'Näytä syy' }).click()
  expect(await reason.isVisible()).toBe(true)
  expect(await axeProblems(browser, page)).toEqual([])
  expect(await overflow(page)).toBe(0)
  await page.context().close()
})

test('without a network cards are let in and kept, and recorded when it is back', async () => {
  const card = await desk.card()
  const before = (await desk.uses()).length
  const page = await gateOf(await visitor(browser, origin, { width: 360, script: true }, desk.venue.token))
  await page.context().setOffline(true)
  await read(page, card.code, 'Tallessa')
  expect(await said(page)).toContain('Ei verkkoa.')
  await counted(page, 'waiting', 1)
  await read(page, card.code, 'Onko tämä uusi käynti?')
  await page.keyboard.press('Escape')
  await page.context().setOffline(false)
  await counted(page, 'waiting', 0)
  expect((await desk.uses()).length).toBe(before + 1)
  await page.context().close()
})

/** Milliseconds from Enter to the answer on the screen for each code, as the page itself sees them. */
const timed = (codes: string[]) => `(async () => {
  const panel = document.querySelector('[data-gate-answer]')
  const form = document.querySelector('[data-gate-form]')
  const times = []
  for (const code of ${JSON.stringify(codes)}) {
    panel.dataset.tone = 'ready'
    form.elements.code.value = code
    const start = performance.now()
    form.requestSubmit()
    await new Promise((done) => {
      new MutationObserver((_, watch) => {
        if (panel.dataset.tone !== 'ok') return
        watch.disconnect()
        done()
      }).observe(panel, { attributes: true })
    })
    times.push(performance.now() - start)
    // The next customer comes when this one has gone through.
    await new Promise((done) => setTimeout(done, 30))
  }
  return times.sort((a, b) => a - b)
})()`

test('from Enter to the answer: the median of fifty cards', async () => {
  const cards = await Promise.all(Array.from({ length: 50 }, () => desk.card()))
  const page = await gateOf(await visitor(browser, origin, { width: 1280, script: true }, desk.venue.token))
  const times = await page.evaluate<number[]>(timed(cards.map(({ code }) => code)))
  const [median, slowest] = [times[25]!, times[49]!].map(Math.round) as [number, number]
  console.log(`gate: ${median} ms from Enter to the answer (median of 50, slowest ${slowest})`)
  // The aim is 100 ms; the rest is for a machine that does much other work meanwhile.
  expect(median).toBeLessThan(400)
  // What is still on its way belongs to this test, and not to the next.
  await counted(page, 'waiting', 0)
  await page.context().close()
})

/** A film of a card that is held still, in the plainest format that the browser’s made-up camera plays. */
const filmOf = (text: string, file: string) => {
  const [width, height, size, frames] = [640, 480, 300, 4]
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 4 })
  const light = Buffer.alloc(width * height, 235)
  for (let y = 0; y < size; y += 1)
    for (let x = 0; x < size; x += 1) {
      const [row, column] = [y, x].map((at) => Math.floor((at * rows.length) / size)) as [number, number]
      if (rows[row]![column]) light[(y + 90) * width + x + 170] = 16
    }
  const frame = Buffer.concat([Buffer.from('FRAME\n'), light, Buffer.alloc((width * height) / 2, 128)])
  const head = Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`)
  writeFileSync(file, Buffer.concat([head, ...Array.from({ length: frames }, () => frame)]))
}

test('the camera reads a card once, while it stays in view', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kaiku-camera-'))
  const card = await desk.card()
  filmOf(`https://kaiku.example/k#${formatCode(card.code)}`, join(folder, 'card.y4m'))
  const withCamera = await launchBrowser([
    '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-video-capture=${join(folder, 'card.y4m')}`,
  ])
  try {
    const page = await gateOf(
      await visitor(withCamera, origin, { width: 360, script: true }, desk.venue.token),
    )
    await page.getByText('Asetukset', { exact: true }).click()
    await page.getByLabel('Lue kortteja kameralla').check()
    await page.getByRole('heading', { name: 'Kirjattu', exact: true }).waitFor()
    await page.waitForTimeout(1000)
    expect(await said(page)).toContain('Kirjattu')
    expect((await desk.uses()).filter(({ card_id }) => card_id === card.id)).toHaveLength(1)
  } finally {
    await withCamera.close()
    rmSync(folder, { recursive: true })
  }
})

test.each([true, false])('script %s: the desk is practised, and nothing is sent', async (script) => {
  const page = await visitor(browser, origin, { width: 360, script }, desk.venue.token)
  const asked: string[] = []
  page.on('request', (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`))
  await page.goto('/fi/kassa/harjoittelu')
  await page.getByRole('link', { name: 'Voimassa, 3 lasta' }).click()
  await page.locator('main').getByText('Kortti on voimassa', { exact: true }).waitFor()
  expect(await axeProblems(browser, page)).toEqual([])
  await page.locator('input[name=children][value="2"]').check()
  await page.getByRole('button', { name: 'Kirjaa' }).last().click()
  await page.getByText('1 aikuinen + 2 lasta').waitFor()
  expect(await overflow(page)).toBe(0)
  await page.getByRole('link', { name: 'Vanhentunut' }).click()
  await page.getByText('Sen voi uusia siellä, mistä kortin sai.').waitFor()
  expect(asked.filter((one) => !/^GET \/(assets|fi\/kassa\/harjoittelu)/.test(one))).toEqual([])
  await page.context().close()
})

test('without a script the gate says so, and leads to the desk', async () => {
  const page = await visitor(browser, origin, { width: 360, script: false }, desk.venue.token)
  await page.goto('/fi/kassa/portti')
  // Playwright looks for no text inside noscript.
  expect(await page.locator('noscript h2').isVisible()).toBe(true)
  await page.locator('noscript a').click()
  expect(new URL(page.url()).pathname).toBe('/fi/kassa')
  await page.context().close()
})
