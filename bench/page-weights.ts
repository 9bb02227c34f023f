/**
 * What a first visit to each page costs a phone, over the wire: page, style, font, icon, scripts.
 * Goals: a public page 50 KB and 6 requests, the desk 60 KB, statistics 80 KB.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { ensureChromium } from '../scripts/lib/browser.ts'
import { freePort, startServer } from './lib/server.ts'
import { printTable } from './lib/table.ts'

type Goal = { path: string; user?: string; kilobytes: number; requests: number }
const goals: Goal[] = [
  { path: '/', kilobytes: 50, requests: 6 },
  { path: '/fi', kilobytes: 50, requests: 6 },
  { path: '/sv/stallen', kilobytes: 50, requests: 6 },
  { path: '/fi/alueet', kilobytes: 50, requests: 6 },
  { path: '/fi/alueet/kainuu', kilobytes: 50, requests: 6 },
  { path: '/ar/places?q=Kajaani', kilobytes: 50, requests: 6 },
  { path: '/fi/tapahtumat', kilobytes: 50, requests: 6 },
  { path: '/fi/tilastot', kilobytes: 80, requests: 6 },
  // With script the desk is an application: its manifest and what it asks of itself count too.
  { path: '/fi/kassa', user: 'venue', kilobytes: 60, requests: 12 },
  { path: '/fi/kassa/ilman-verkkoa', user: 'venue', kilobytes: 60, requests: 12 },
  { path: '/fi/anna-kortti', user: 'issuer', kilobytes: 60, requests: 8 },
]

/** A new browser context has an empty cache, as a first visitor has. */
const weigh = async (browser: Browser, origin: string, { path, user }: Goal) => {
  const context = await browser.newContext({ baseURL: origin, viewport: { width: 360, height: 740 } })
  if (user) await context.request.post('/demo/sign-in', { form: { user }, headers: { origin } })
  const page = await context.newPage()
  const wire = await context.newCDPSession(page)
  let bytes = 0
  let requests = 0
  await wire.send('Network.enable')
  wire.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
    requests += 1
  })
  await page.goto(path, { waitUntil: 'networkidle' })
  const shift = await page.evaluate(
    "new Promise((done) => { let sum = 0; new PerformanceObserver((list) => { for (const entry of list.getEntries()) sum += entry.value }).observe({ type: 'layout-shift', buffered: true }); setTimeout(() => done(sum), 300) })",
  )
  await context.close()
  return { kilobytes: bytes / 1024, requests, shift: Number(shift) }
}

const folder = mkdtempSync(join(tmpdir(), 'kaiku-weights-'))
try {
  const port = await freePort()
  const environment = { DATA_DIR: join(folder, 'data'), KAIKU_KEY_FILE: join(folder, 'demo.key') }
  const server = await startServer(environment, port, ['--demo'])
  const browser = await chromium.launch({
    executablePath: ensureChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  const rows = []
  for (const goal of goals) {
    const { kilobytes, requests, shift } = await weigh(browser, `http://localhost:${port}`, goal)
    const holds = kilobytes <= goal.kilobytes && requests <= goal.requests && shift < 0.02
    if (!holds) process.exitCode = 1
    rows.push({
      page: goal.path,
      KB: kilobytes.toFixed(1),
      'goal KB': goal.kilobytes,
      requests,
      'layout shift': shift.toFixed(3),
      holds: holds ? 'yes' : 'NO',
    })
  }
  printTable(rows)
  await browser.close()
  await server.stop()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
