import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeProblems, launchBrowser, listen, overflow, visitor } from '../../test/browser.ts'
import { newWorld, type World } from '../../test/world.ts'
import { fillPages } from './fill.ts'

let world: World
let browser: Browser
let served: Awaited<ReturnType<typeof listen>>
const address = '/fi/kortinjakajille/muistilista'

beforeAll(async () => {
  world = await newWorld()
  const body =
    '## Ennen\n\n- Lue ohje.\n- Tilaa kortit.\n\n## Sitten\n\n- Kerro kortista.\n\n## Lopuksi\n\n- Kirjaa.'
  const text = {
    key: 'issuers-checklist',
    language: 'fi',
    title: 'Muistilista',
    lead: 'Käy läpi.',
    body,
  } as const
  await world.db.transaction().execute((db) => fillPages(db, world.now(), [{ ...text, hash: 'a' }]))
  served = await listen(world)
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await served?.close()
  await world.end()
})

test('ticks stay in this browser, no cookie is set and nobody else is asked', async () => {
  const page = await visitor(browser, served.origin, { width: 360, script: true })
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.goto(address)
  await page.getByLabel('Tilaa kortit.').check()
  await page.reload()
  expect(await page.getByLabel('Tilaa kortit.').isChecked()).toBe(true)
  expect(await page.getByLabel('Lue ohje.').isChecked()).toBe(false)
  expect(await overflow(page)).toBe(0)
  expect(await axeProblems(browser, page)).toEqual([])
  await page.getByRole('button', { name: 'Poista rastit' }).click()
  await page.reload()
  expect(await page.getByLabel('Tilaa kortit.').isChecked()).toBe(false)
  expect(await page.context().cookies()).toEqual([])
  expect(asked.filter((url) => !url.startsWith(served.origin))).toEqual([])
  const other = await visitor(browser, served.origin, { width: 1280, script: false })
  await other.goto(address)
  await other.getByLabel('Kerro kortista.').check()
  expect(await other.getByRole('button', { name: 'Poista rastit' }).isVisible()).toBe(false)
})
