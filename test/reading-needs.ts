import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from './browser.ts'

/** Text as somebody sets it who reads it better so (WCAG 1.4.12). The page's own policy allows sheets made in memory. */
export const spaceText = (page: Page): Promise<void> =>
  page.evaluate(`{
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }')
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  }`)

/** A browser whose reader has asked for letters twice as large (WCAG 1.4.4): the setting itself, not an imitation. */
export const launchWithLargeText = () => launchBrowser(['--blink-settings=defaultFontSize=32'])

/** Texts that do not fit what holds them, and are cut. */
export const clipped = (page: Page): Promise<string[]> =>
  page.evaluate(`[...document.querySelectorAll('main *')].filter((one) => {
    const { overflowX, overflowY, clipPath, position } = getComputedStyle(one)
    if (position === 'absolute' && (clipPath !== 'none' || one.offsetWidth <= 1)) return false
    const cutsX = overflowX === 'hidden' || overflowX === 'clip'
    const cutsY = overflowY === 'hidden' || overflowY === 'clip'
    return (cutsX && one.scrollWidth > one.clientWidth + 1) || (cutsY && one.scrollHeight > one.clientHeight + 1)
  }).map((one) => one.textContent.trim().slice(0, 60))`)

type Stop = { name: string; isSeen: boolean; isMarked: boolean; isFirst: boolean; isInFoot: boolean }

const stopNow = `(() => {
  const one = document.activeElement
  if (!one || one === document.body) return null
  const { outlineStyle, outlineWidth } = getComputedStyle(one)
  const { width, height, bottom, top } = one.getBoundingClientRect()
  const isFirst = one === document.querySelector('a[href], button')
  return {
    name: one.tagName.toLowerCase() + ' ' + (one.textContent.trim() || one.name || one.id).slice(0, 40),
    isSeen: width > 1 && height > 1 && bottom > 0 && top < innerHeight,
    isMarked: outlineStyle !== 'none' && parseFloat(outlineWidth) > 0,
    isFirst,
    isInFoot: one.closest('.foot') !== null,
  }
})()`

const mostStops = 60

/**
 * Walks through a page by Tab, half of it in forced colours.
 * @param footToo whether the foot is walked to its end; it is the same on all pages, and as long as most of them
 * @returns stops that are out of sight or not marked, and a page that lets nobody go on; empty when all is well
 */
export const keyboardProblems = async (page: Page, footToo: boolean): Promise<string[]> => {
  const problems: string[] = []
  let stops = 0
  for (; stops < mostStops; stops += 1) {
    if (stops === mostStops / 4) await page.emulateMedia({ forcedColors: 'active' })
    await page.keyboard.press('Tab')
    const stop = await page.evaluate<Stop | null>(stopNow)
    if (!stop) break
    if (stops > 0 && stop.isFirst) break
    if (!stop.isSeen) problems.push(`out of sight: ${stop.name}`)
    if (!stop.isMarked) problems.push(`not marked: ${stop.name}`)
    if (stop.isInFoot && !footToo) break
  }
  if (stops < 3) problems.push(`only ${stops} stops`)
  return problems
}

/** What a first visit by a phone costs, and what the same page costs again, in kilobytes and requests over the wire. */
export type FirstView = {
  kilobytes: number
  requests: number
  again: number
  /** Who else was asked. */
  foreign: string[]
  cookies: number
  /** How far the page jumped as it was laid out. */
  shift: number
}

/**
 * A phone that has never been here. It is made to forget before each page (what it keeps on disk and in memory, and
 * what pages have left), since a phone of its own for each page would cost more than all that it then does.
 * @returns the page, and how to open an address for the first time and then once more; it stays open
 */
export const newPhone = async (browser: Browser, origin: string) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: 'fi-FI' })
  const page = await context.newPage()
  const wire = await context.newCDPSession(page)
  const foreign: string[] = []
  let [bytes, requests] = [0, 0]
  /** Pictures that stand in the page itself are loaded too, but from nowhere. */
  const inPage = new Set<string>()
  await wire.send('Network.enable')
  wire.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (request.url.startsWith('data:')) inPage.add(requestId)
  })
  wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (inPage.has(requestId)) return
    bytes += encodedDataLength
    requests += 1
  })
  page.on('request', (request) => {
    const asked = request.url()
    if (!asked.startsWith(origin) && !/^(data|about):/.test(asked)) foreign.push(asked)
  })

  const forget = async () => {
    await page.goto('about:blank')
    await page.emulateMedia({ forcedColors: 'none' })
    await context.clearCookies()
    await wire.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' })
    await wire.send('Network.clearBrowserCache')
    // To turn the cache off is what empties the one in memory.
    for (const cacheDisabled of [true, false]) await wire.send('Network.setCacheDisabled', { cacheDisabled })
    foreign.length = 0
    bytes = 0
    requests = 0
  }

  const open = async (url: string): Promise<FirstView> => {
    await forget()
    await page.goto(url, { waitUntil: 'load' })
    await page.evaluate('document.fonts.ready')
    const shift = await page.evaluate<number>(
      "new Promise((done) => { let sum = 0; new PerformanceObserver((list) => { for (const entry of list.getEntries()) sum += entry.value }).observe({ type: 'layout-shift', buffered: true }); setTimeout(() => done(sum), 60) })",
    )
    const first = { kilobytes: bytes / 1024, requests }
    bytes = 0
    await page.goto(url, { waitUntil: 'load' })
    const cookies = (await context.cookies()).length
    return { ...first, again: bytes / 1024, foreign: [...foreign], cookies, shift }
  }
  return { page, open }
}
