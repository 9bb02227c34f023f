import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeProblems, launchBrowser, listen, overflow, visitor } from '../../test/browser.ts'
import { putBatch } from '../../test/commitment-drafts.ts'
import { type MadeSite, makeMunicipality, makeSite } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { makeBatches } from '../commitment-batches/make.ts'
import { startBatch } from '../commitment-batches/queries.ts'
import { paths as batches, words as batchWords } from '../commitment-batches/words.ts'
import { paths as templates, words as templateWords } from '../commitment-templates/words.ts'
import { fill } from '../web/paths.ts'
import { paths, words } from './words.ts'

let world: World
let browser: Browser
let origin: string
let close: () => Promise<void>
let sites: MadeSite[]
beforeAll(async () => {
  world = await newWorld()
  const municipality = await makeMunicipality(world.db, { name: 'Kuhmo', area: 'Kainuu' })
  sites = [
    await makeSite(world.db, { municipality, name: 'Esimerkkiteatteri' }),
    await makeSite(world.db, { municipality, name: 'Esimerkkimuseo' }),
  ]
  await world.db
    .insertInto('contact_person')
    .values({
      site_id: sites[0]!.id,
      name: 'Oili Esimerkki',
      email: 'oili@esimerkki.example',
      made_at: world.now(),
    })
    .execute()
  ;({ origin, close } = await listen(world))
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await close()
  await world.end()
})

const lookAt = async (page: Page, heading: string) => {
  expect(await page.locator('h1').first().textContent()).toBe(heading)
  expect(await axeProblems(browser, page)).toEqual([])
  expect(await overflow(page)).toBeLessThanOrEqual(0)
}

test.each([
  ['fi', 360, false],
  ['sv', 1280, true],
] as const)('%s: three steps at %s px, checked, sent and waited for', async (language, width, script) => {
  const t = words[language]
  const someone = { role: 'coordinator', areaId: sites[0]!.municipality.areaId } as const
  const { token } = await world.as(someone, language)
  const page = await visitor(browser, origin, { width, script }, token)
  const press = async (name: string) => {
    await page.getByRole('button', { name, exact: true }).first().click()
    await page.waitForLoadState()
  }
  await page.goto(paths.list[language])
  await lookAt(page, t.title)
  await page.getByRole('link', { name: t.start }).first().click()
  await lookAt(page, t.partnerTitle)
  await page.selectOption('[name=kind]', 'venue')
  await page.fill('[name=q]', 'teatteri')
  await press(t.searchButton)
  await press(t.choose)
  await lookAt(page, t.partnerTitle) // nobody was chosen yet
  await page.check('[name=partner]')
  await press(t.choose)

  await lookAt(page, t.partiesTitle)
  await page.fill('[name=answer]', '1.4.2026')
  await press(t.next)
  expect(await page.locator('.problems').textContent()).toContain(t.problems['answer-past'])
  await lookAt(page, t.partiesTitle)
  await page.fill('[name=answer]', '30.6.2026')
  await press(t.next)

  await lookAt(page, t.additionsTitle)
  await page.fill('[name=addedFi]', 'Ovi aukeaa klo 17.')
  await press(t.toCheck)
  await lookAt(page, t.checkTitle)
  await press(t.send)
  await lookAt(page, t.sent)
  await page.getByRole('link', { name: t.seeWaiting }).click()
  await lookAt(page, t.waitingTitle)
})

test('fi: a template, and a batch from its check to its end, at 360 px without script', async () => {
  const [t, b] = [templateWords.fi, batchWords.fi]
  const { token } = await world.as({ role: 'centre' })
  const page = await visitor(browser, origin, { width: 360, script: false }, token)
  await page.goto(templates.list.fi)
  await lookAt(page, t.title)
  await page.goto(fill(templates.one.fi, { kind: 'venue' }))
  await lookAt(page, 'Kohteen sitoumus')
  await page.goto(fill(templates.change.fi, { kind: 'venue' }))
  await lookAt(page, t.changeTitle('Kohteen sitoumus'))

  const { areaId } = sites[0]!.municipality
  await page.goto(`${batches.make.fi}?kind=venue&area=${areaId}&shown=yes`)
  await lookAt(page, b.makeTitle)
  const batch = await putBatch(world, sites)
  await page.goto(fill(batches.one.fi, { batch }))
  await lookAt(page, b.checkTitle)
  expect(await page.textContent('main')).toContain(b.itemProblems['contact-missing'])
  await world.db.transaction().execute((db) => startBatch(db, batch, world.now()))
  await page.reload()
  await lookAt(page, 'Kohteen sitoumus, Kainuu')
  await makeBatches({ pool: world.db, keys: world.keys, origin, clock: world.now })
  await page.getByRole('link', { name: b.refresh }).click()
  expect(await page.textContent('main')).toContain(b.progress(2, 2))
  await lookAt(page, 'Kohteen sitoumus, Kainuu')
  await page.getByRole('button', { name: b.codes }).click()
  await lookAt(page, b.codesTitle)
})
