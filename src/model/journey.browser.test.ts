import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeProblems, launchBrowser, listen, overflow, type Screen, visitor } from '../../test/browser.ts'
import { organisationOf } from '../../test/commitments.ts'
import { type MadeSite, type MadeUnit, makeMunicipality, makeSite, makeUnit } from '../../test/makers.ts'
import { putCommitment, signOnPaper } from '../../test/model.ts'
import { follow, openWithCode, press, sendLink, signHere, takePaper } from '../../test/sign-pages.ts'
import { tokenIn } from '../../test/signing.ts'
import { newWorld, type World } from '../../test/world.ts'
import { paths as issuing } from '../cards/words.ts'
import { paths as commitments } from '../commitments/words.ts'
import { commonWords } from '../i18n/common-words.ts'
import { paths as ownPlace } from '../own-place/words.ts'
import { keepWords as signing } from '../signing/keep-words.ts'
import { linkPaths } from '../signing/words.ts'
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
const main = async (page: Page) => (await page.locator('main').textContent()) ?? ''

const sari = { name: 'Sari Esimerkki', title: null, email: 'sari@esimerkki.example' }

/** The three partners are asked to commit to a version: each has its own commitment, and its own way to sign it. */
const askAll = async (version: number) => {
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
  for (const [index, site] of sites.entries()) {
    const way = index === 0 ? ({ way: 'link', signatory: sari } as const) : ({ way: 'paper' } as const)
    const organisationId = await organisationOf(world, site)
    asked.push(
      await putCommitment(world, {
        ...{ ...common, kind: 'venue' },
        party: { side: 'venue', name: site.name, organisationId, ...way },
      }),
    )
  }
  // The centre signs first, as its papers say.
  for (const id of asked) await signOnPaper(world, id, ['centre'])
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
    world.later(1)
    const asked = await askAll(version)
    await page.reload()
    expect(await page.locator('.tag', { hasText: t.states.asked }).count()).toBe(3)
    await lookAt(page)

    // One signs with an account, one by the link that came by mail, and one on paper.
    const [own, byLink, onPaper] = asked.map((commitment) => fill(commitments.one[language], { commitment }))
    await issuer.goto(own!)
    await signHere(issuer, language, 'johtaja')
    await page.goto(byLink!)
    const code = await sendLink(page, language, sites[0]!.name)
    const signer = await visitor(browser, origin, screen)
    await signer.goto(fill(linkPaths.link[language], { token: await tokenIn(world) }))
    await openWithCode(signer, language, code)
    await signHere(signer, language, 'teatterinjohtaja')
    await page.goto(onPaper!)
    await follow(page, signing[language].takePaperFor(sites[1]!.name))
    await takePaper(page, language, 'museonjohtaja')
    await page.goto(fill(paths.partners[language], model))
    expect(await main(page)).toContain(t.none)
    await page.goto(`${fill(paths.partners[language], model)}?show=committed`)
    expect(await page.locator('.tag', { hasText: t.states.committed }).count()).toBe(3)
    await issuer.goto(ownPlace.ownPlace[language])
    expect(await main(issuer)).not.toContain(followWords[language].changes)
    for (const one of [page, issuer, signer]) await one.context().close()
  },
)
