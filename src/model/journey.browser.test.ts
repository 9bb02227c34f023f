import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeProblems, launchBrowser, listen, overflow, type Screen, visitor } from '../../test/browser.ts'
import { organisationOf } from '../../test/commitments.ts'
import { type MadeSite, type MadeUnit, makeMunicipality, makeSite, makeUnit } from '../../test/makers.ts'
import { putCommitment, signOnPaper } from '../../test/model.ts'
import { newWorld, type World } from '../../test/world.ts'
import { paths as issuing } from '../cards/words.ts'
import { commonWords } from '../i18n/common-words.ts'
import { paths as ownPlace } from '../own-place/words.ts'
import { fill } from '../web/paths.ts'
import { followWords } from './follow-words.ts'
import { choiceValue } from './forms.ts'
import { keepWords, paths } from './keep-words.ts'
import { publicPaths, words } from './words.ts'

let world: World
let browser: Browser
let origin: string
let close: () => Promise<void>
let unit: MadeUnit
let sites: MadeSite[]
beforeAll(async () => {
  world = await newWorld()
  const municipality = await makeMunicipality(world.db, { name: 'Kuhmo', area: 'Kainuu' })
  unit = await makeUnit(world.db, { municipality, name: 'Aikuissosiaalityö, Kuhmo' })
  sites = [
    await makeSite(world.db, { municipality, name: 'Kuhmon teatteri' }),
    await makeSite(world.db, { municipality, name: 'Kuhmon museo' }),
  ]
  ;({ origin, close } = await listen(world))
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await close()
  await world.end()
})

const lookAt = async (page: Page) => {
  expect(await axeProblems(browser, page)).toEqual([])
  expect(await overflow(page)).toBeLessThanOrEqual(0)
}
const press = (page: Page, name: string) =>
  page.locator('main').getByRole('button', { name, exact: true }).click()
const follow = (page: Page, name: string) =>
  page.locator('main').getByRole('link', { name, exact: true }).first().click()
const main = async (page: Page) => (await page.locator('main').textContent()) ?? ''

/** The three partners commit to a version: each has its own commitment, and signs it. */
const commitAll = async (version: number) => {
  const { id: organisationId } = await world.db
    .selectFrom('issuing_unit')
    .innerJoin('organisation as o', 'o.id', 'organisation_id')
    .select('o.id')
    .where('issuing_unit.id', '=', unit.id)
    .executeTakeFirstOrThrow()
  const common = { model: version, from: '2026-05-04' } as const
  const asked = [
    await putCommitment(world, {
      ...{ ...common, kind: 'issuer' },
      party: { side: 'issuer', name: unit.name, organisationId, unitId: unit.id },
    }),
  ]
  for (const site of sites)
    asked.push(
      await putCommitment(world, {
        ...{ ...common, kind: 'venue' },
        party: { side: 'venue', name: site.name, organisationId: await organisationOf(world, site) },
      }),
    )
  return asked
}

const screens: (Screen & { language: 'fi' | 'sv'; version: number; from: string })[] = [
  { script: true, language: 'fi', width: 360, version: 2, from: '1.6.2026' },
  { script: false, language: 'sv', width: 360, version: 3, from: '1.9.2026' },
]

test.each(screens)(
  'a new version, and three partners who commit to it again: $language, script $script',
  async ({ language, version, from, ...screen }) => {
    const t = keepWords[language]
    const w = words[language]
    const model = { model: version }
    const page = await visitor(browser, origin, screen, (await world.as({ role: 'centre' }, language)).token)
    await page.goto(paths.list[language])
    await lookAt(page)
    await press(page, t.make)
    expect(await main(page)).toContain(t.done.made)
    await lookAt(page)

    // A point is changed in three languages; forgotten words are asked for, and what was typed stays.
    await follow(page, `${t.change} 2.1`)
    await page.locator('[name=textFi]').fill(`Kortinhaltija saa lipun tai opastuksen maksutta (${version}).`)
    await page.locator('[name=textSv]').fill('')
    await press(page, t.save)
    expect(await main(page)).toContain(t.problems['text-missing'])
    await lookAt(page)
    await page
      .locator('[name=textSv]')
      .fill(`Kortinnehavaren får biljetten eller guidningen gratis (${version}).`)
    await press(page, t.save)
    await press(page, `${t.down} 2.1`)
    await follow(page, t.addFollow)
    await page
      .locator(`label:has([value="${choiceValue({ side: 'issuers', kind: 'no-new-cards' })}"])`)
      .click()
    await page.locator('[name=days]').fill('30')
    await lookAt(page)
    await press(page, t.saveFollow)
    await follow(page, t.seeChanges)
    expect(await page.locator('ins, del').count()).toBeGreaterThan(0)
    await lookAt(page)
    await follow(page, commonWords[language].back)
    await follow(page, t.publish)
    expect(await main(page)).toContain(t.willAsk(3))
    await page.locator('[name=from]').fill(from)
    await lookAt(page)
    await press(page, t.publishButton)
    expect(await main(page)).toContain(t.done.published)
    await lookAt(page)

    // The partner reads it before it bites, and what changes.
    const issuer = await visitor(
      browser,
      origin,
      screen,
      (await world.as({ role: 'issuer', unit }, language)).token,
    )
    await issuer.goto(issuing.issue[language])
    expect(await main(issuer)).toContain(followWords[language].soon['no-new-cards'])
    await lookAt(issuer)
    await follow(issuer, followWords[language].changes)
    expect(new URL(issuer.url()).pathname).toBe(fill(publicPaths.changes[language], model))
    await lookAt(issuer)
    await follow(issuer, w.seeVersion)
    await lookAt(issuer)

    await follow(page, t.partners)
    expect(await main(page)).toContain(t.count(3))
    const asked = await commitAll(version)
    await page.reload()
    expect(await page.locator('.tag', { hasText: t.states.asked }).count()).toBe(3)
    await lookAt(page)
    for (const id of asked) await signOnPaper(world, id)
    await page.reload()
    expect(await main(page)).toContain(t.none)
    await page.goto(`${fill(paths.partners[language], model)}?show=committed`)
    expect(await page.locator('.tag', { hasText: t.states.committed }).count()).toBe(3)
    await issuer.goto(ownPlace.ownPlace[language])
    expect(await main(issuer)).not.toContain(followWords[language].changes)
    for (const one of [page, issuer]) await one.context().close()
  },
)
