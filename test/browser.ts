import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo, Socket } from 'node:net'
import { serve } from '@hono/node-server'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { ensureChromium } from '../scripts/lib/browser.ts'
import type { World } from './world.ts'

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
]

/** Chromium without a window, and without its own calls home. @param more switches, such as for a made-up camera */
export const launchBrowser = (more: string[] = []): Promise<Browser> =>
  chromium.launch({ executablePath: ensureChromium(), args: [...quiet, ...more] })

/** Gives a world a port, so that a browser can reach it. */
export const listen = async ({
  app,
}: Pick<World, 'app'>): Promise<{ origin: string; close: () => Promise<void> }> => {
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }) as Server
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const close = async () => {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  }
  return { origin: `http://127.0.0.1:${port}`, close }
}

export type Screen = { width: 360 | 1280; script: boolean; scheme?: 'light' | 'dark' }

/** A visitor with a screen of their own, signed in when a token is given. */
export const visitor = async (
  browser: Browser,
  origin: string,
  screen: Screen,
  token?: string,
): Promise<Page> => {
  const options: BrowserContextOptions = {
    baseURL: origin,
    viewport: { width: screen.width, height: 800 },
    javaScriptEnabled: screen.script,
    colorScheme: screen.scheme ?? 'light',
  }
  const context = await browser.newContext(options)
  if (token)
    await context.addCookies([{ name: 'kaiku', value: token, url: origin, httpOnly: true, sameSite: 'Lax' }])
  return context.newPage()
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
type Violation = { id: string; nodes: { target: unknown; failureSummary?: string }[] }

/** By light all rules; by dark, where only the colours differ, those that look at colours. */
const looks = [
  ['light', "runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']"],
  ['dark', "runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }"],
] as const

/** Pages that are the same but for numbers and names of rows have the same faults: each is looked at once a width. */
const looked = new Set<string>()
const asShape = (html: string) =>
  createHash('sha256')
    .update(html.replace(/[0-9A-Fa-f]{8}-[-0-9A-Fa-f]{27}|[0-9A-Z]{4,}(-[0-9A-Z]{5})?|\d+/g, '#'))
    .digest('base64')

/** One page a browser to look at copies in: opening one for each look would take most of the time. */
const copies = new WeakMap<Browser, Promise<Page>>()
const copyOf = (browser: Browser): Promise<Page> => {
  const known = copies.get(browser) ?? browser.newPage({ bypassCSP: true })
  copies.set(browser, known)
  return known
}

/**
 * What axe finds wrong on the page as it stands, light and dark, one line each. The page's own policy lets no
 * foreign script in, so the checker looks at a copy of the page without one.
 */
export const axeProblems = async (browser: Browser, page: Page): Promise<string[]> => {
  const shape = `${page.viewportSize()!.width} ${asShape(await page.content())}`
  if (looked.has(shape)) return []
  const copy = await copyOf(browser)
  await copy.setViewportSize(page.viewportSize()!)
  const problems: string[] = []
  const html = (await page.content()).replace('<head>', `<head><base href="${page.url()}">`)
  await copy.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await copy.setContent(html, { waitUntil: 'load' })
  // The checker outlives what the copy shows: half a megabyte of script is read once a browser, and not at each look.
  if (!(await copy.evaluate("typeof axe === 'object'"))) await copy.evaluate(axe)
  for (const [colorScheme, rules] of looks) {
    await copy.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const violations = (await copy.evaluate(
      `axe.run({ resultTypes: ['violations'], ${rules} }).then((r) => r.violations)`,
    )) as Violation[]
    for (const { id, nodes } of violations)
      problems.push(
        ...nodes.map(({ target }) => `${colorScheme} ${id}: ${JSON.stringify(target)} on ${page.url()}`),
      )
  }
  if (problems.length === 0) looked.add(shape)
  return problems
}

/** How far the page is wider than the screen: 0 when nothing has to be scrolled sideways. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')

/**
 * A browser with its own folder on disk, so that it can die hard and be opened again as if the power had gone.
 * @returns its only context, and how to end it in an orderly way or at once
 */
export const openOnDisk = async (folder: string) => {
  const quiet = [
    '--no-first-run',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
  ]
  const program = spawn(
    ensureChromium(),
    [
      '--headless=new',
      '--no-sandbox',
      '--remote-debugging-port=0',
      `--user-data-dir=${folder}`,
      ...quiet,
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'], detached: true },
  )
  const address = await new Promise<string>((resolve, reject) => {
    let said = ''
    program.stderr.on('data', (bytes) => {
      said += bytes
      const found = /ws:\/\/\S+/.exec(said)
      if (found) resolve(found[0])
    })
    program.once('exit', () => reject(new Error(`The browser did not start: ${said}`)))
  })
  const browser = await chromium.connectOverCDP(address)
  const ended = once(program, 'exit')
  return {
    context: browser.contexts()[0]!,
    /** Lets the browser write down what it has in mind. */
    end: async () => {
      const session = await browser.newBrowserCDPSession()
      await session.send('Browser.close').catch(() => undefined)
      await ended
    },
    kill: async () => {
      const isAlive = program.exitCode === null && program.signalCode === null
      if (isAlive) process.kill(-program.pid!, 'SIGKILL')
      await ended
    },
  }
}

/** What may happen between a browser and the program. */
export type Cable = {
  /** No request comes through. */
  isCut: boolean
  /** The program has answered, and the answer is lost on the way. */
  loses: (request: Request) => boolean
}

/** A port as `listen` gives it, behind a cable that can be cut. */
export const listenByCable = async ({ app }: World, cable: Cable) => {
  const server = serve({
    port: 0,
    hostname: '127.0.0.1',
    fetch: async (request, { incoming }) => {
      const { socket } = incoming as { socket: Socket }
      if (cable.isCut) socket.destroy()
      const answer = cable.isCut ? new Response(null) : await app.fetch(request)
      if (cable.loses(request)) socket.destroy()
      return answer
    },
  }) as Server
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** The desk, ready for a card: where there is a script, once the application has taken its page over. */
export const openTill = async (page: Page, path: string, script: boolean): Promise<void> => {
  await page.goto(path)
  await page
    .locator(script ? '.net' : '[name=code]')
    .first()
    .waitFor()
}

/** What the desk answers to a card, and then to a record: the same headings with and without a script. */
export const answerOf = (page: Page): Promise<void> => page.locator('#result').waitFor()
export const recordOf = (page: Page, title: string): Promise<void> =>
  page.locator('#recorded', { hasText: title }).waitFor()
