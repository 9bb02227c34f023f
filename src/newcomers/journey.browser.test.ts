import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeProblems, launchBrowser, listen, overflow, type Screen, visitor } from '../../test/browser.ts'
import { organisationOf, putSigned, someParty } from '../../test/commitments.ts'
import { makeMunicipality } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { editionOf } from '../induction/rules.ts'
import { paths, words } from './words.ts'

let world: World
let browser: Browser
let served: Awaited<ReturnType<typeof listen>>
let town: Awaited<ReturnType<typeof makeMunicipality>>
beforeAll(async () => {
  world = await newWorld()
  town = await makeMunicipality(world.db, { name: 'Kajaani', nameSv: 'Kajana' })
  served = await listen(world)
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await served?.close()
  await world.end()
})

const lookAt = async (page: Page) => {
  expect(await axeProblems(browser, page)).toEqual([])
  expect(await overflow(page)).toBeLessThanOrEqual(0)
}

const screens: (Screen & { language: 'fi' | 'sv'; place: string })[] = [
  { script: true, language: 'fi', width: 360, place: 'Teatteri Tuohus' },
  { script: false, language: 'sv', width: 360, place: 'Teater Näver' },
]

test.each(screens)(
  'a venue from its request to “all done”: script $script, $language',
  { timeout: 120_000 },
  async ({ language, place, ...screen }) => {
    const t = words[language]
    const { db } = world
    const send = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

    // Anyone asks; what was left out is said, and what was typed stays.
    const anyone = await visitor(browser, served.origin, screen)
    await anyone.goto(paths.ask[language])
    await lookAt(anyone)
    await anyone.check('[name=kind][value=site]')
    await anyone.fill('[name=place]', place)
    await anyone.fill('[name=organisation]', `${place} ry`)
    await anyone.selectOption('[name=municipality]', String(town.id))
    await anyone.fill('[name=name]', 'Oili Esimerkki')
    await anyone.fill('[name=email]', `oili.${language}@esimerkki.example`)
    await send(anyone, t.send)
    await anyone.locator('.problems a').first().waitFor()
    expect(await anyone.inputValue('[name=place]')).toBe(place)
    await lookAt(anyone)
    await anyone.fill('[name=message]', place)
    await send(anyone, t.send)
    await anyone.getByRole('heading', { name: t.thanksTitle }).waitFor()
    await lookAt(anyone)

    // The coordinator takes it in.
    const coordinator = await world.as({ role: 'coordinator', areaId: town.areaId }, language)
    const keeper = await visitor(browser, served.origin, screen, coordinator.token)
    await keeper.goto(paths.list[language])
    await lookAt(keeper)
    await keeper.getByRole('link', { name: place }).click()
    await lookAt(keeper)
    await keeper.getByRole('link', { name: t.accept }).click()
    await lookAt(keeper)
    await keeper
      .locator('label', { has: keeper.locator('[name=category]') })
      .first()
      .click()
    await send(keeper, t.acceptSend)
    await keeper.getByText(t.answered).waitFor()
    expect(await keeper.textContent('main')).toContain(t.next(t.steps.commitment))
    await lookAt(keeper)

    // The commitment is signed, and somebody is invited: each in its own room, and tried there.
    const { id } = await db
      .selectFrom('site')
      .select('id')
      .where('name', '=', place)
      .executeTakeFirstOrThrow()
    const site = { id, name: place, municipality: town }
    const organisationId = await organisationOf(world, site)
    await putSigned(world, site, {
      ...{ kind: 'venue', from: '2026-05-04' },
      parties: [
        someParty({ side: 'area', name: 'Kainuu' }),
        someParty({ side: 'venue', name: place, organisationId, siteId: id }),
      ],
    })
    const worker = await world.as({ role: 'venue', site }, language)
    const page = await visitor(browser, served.origin, screen, worker.token)
    await page.goto(paths.own[language])
    await page.getByRole('heading', { name: t.next(t.steps.induction) }).waitFor()
    expect(await page.locator('main .btn').count()).toBe(1)
    await page.locator('main summary').press('Enter')
    await page.locator('main details').getByText(t.steps.commitment).first().waitFor()
    await lookAt(page)
    await page.getByRole('link', { name: t.ownDeeds['induction-missing']! }).click()
    const { account_id } = await db
      .selectFrom('account_role')
      .select('account_id')
      .where('site_id', '=', id)
      .where('role', '=', 'venue')
      .executeTakeFirstOrThrow()
    const today = '2026-05-04'
    await db
      .insertInto('induction')
      .values({
        account_id: account_id!,
        role: 'venue',
        place,
        edition_on: editionOf('venue'),
        done_on: today,
      })
      .execute()

    // A device at the desk is the last step; then the page says so and leads to work.
    await page.goto(paths.own[language])
    await page.getByRole('heading', { name: t.next(t.steps.desk) }).waitFor()
    await page.getByRole('link', { name: t.ownDeeds['desk-missing']! }).click()
    await page.waitForURL(/laitteet|enheter/)
    await db
      .insertInto('device')
      .values({ site_id: id, name: 'Kassa', paired_at: world.now(), paired_by: 'test' })
      .execute()
    await page.goto(paths.own[language])
    await page.getByRole('heading', { name: t.ownAll }).waitFor()
    await lookAt(page)
    await page.getByRole('link', { name: t.toWork.site }).click()
    await page.waitForURL(/kassa/)
  },
)
