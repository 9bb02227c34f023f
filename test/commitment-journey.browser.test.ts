import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listEvents } from '../src/commitments/event-queries.ts'
import { findCommitment, listParties } from '../src/commitments/queries.ts'
import { paths as commitments } from '../src/commitments/words.ts'
import { keepWords } from '../src/signing/keep-words.ts'
import { linkWords } from '../src/signing/link-words.ts'
import { signWords } from '../src/signing/sign-words.ts'
import { words } from '../src/signing/words.ts'
import { fill } from '../src/web/paths.ts'
import { axeProblems, launchBrowser, listen, overflow, type Screen, visitor } from './browser.ts'
import { putSent } from './commitments.ts'
import { type MadeSite, makeMunicipality, makeSite } from './makers.ts'
import { tokenIn } from './signing.ts'
import { newWorld, type World } from './world.ts'

let world: World
let browser: Browser
let origin: string
let close: () => Promise<void>
let site: MadeSite
beforeAll(async () => {
  world = await newWorld()
  const municipality = await makeMunicipality(world.db, { name: 'Kajaani', nameSv: 'Kajana' })
  site = await makeSite(world.db, { municipality, name: 'Esimerkkiteatteri' })
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
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const follow = (page: Page, name: string) =>
  page.locator('main').getByRole('link', { name, exact: true }).first().click()
const tapChip = (page: Page, name: string, value: string) =>
  page.locator(`label:has(input[name="${name}"][value="${value}"])`).click()
const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

const screens: (Screen & { language: 'fi' | 'sv' })[] = [
  { script: true, language: 'fi', width: 360 },
  { script: false, language: 'sv', width: 360 },
]

test.each(screens)(
  'three parties sign: with an account, by a link, on paper; script $script, $language, $width px',
  async ({ language, ...screen }) => {
    const [t, s, k, l] = [words[language], signWords[language], keepWords[language], linkWords[language]]
    world.later(1)
    const { id } = await putSent(world, site)
    const [county, municipality] = await listParties(world.db, id)
    const one = fill(commitments.one[language], { commitment: id })
    const as = async (someone: Parameters<World['as']>[0]) =>
      visitor(browser, origin, screen, (await world.as(someone, language)).token)
    const answer = async (page: Page, title: string) => {
      await page.fill('input[name="title"]', title)
      await tapChip(page, 'basis', 'decision')
      await page.fill('input[name="reference"]', 'Lautakunta 12.3.2026 § 45')
    }

    // The coordinator sends the link and is shown its code.
    const keeper = await as({ role: 'coordinator', areaId: site.municipality.areaId })
    await keeper.goto(one)
    await lookAt(keeper)
    await press(keeper, k.newLinkFor(municipality!.name))
    await lookAt(keeper)
    const code = (await keeper.locator('main strong').first().textContent())!.replace(/\D/g, '')
    expect(code).toMatch(/^\d{6}$/)

    // The venue signs with an account: a word is missing first, and an answer is changed after the check.
    const venue = await as({ role: 'venue', site })
    await venue.goto(one)
    await lookAt(venue)
    await follow(venue, t.sign)
    await lookAt(venue)
    await press(venue, s.toCheck)
    expect(await venue.title()).toMatch(/^(Virhe|Fel): /)
    await lookAt(venue)
    await answer(venue, 'johtaja')
    await press(venue, s.toCheck)
    await lookAt(venue)
    await press(venue, s.change)
    await venue.fill('input[name="title"]', 'teatterinjohtaja')
    await press(venue, s.toCheck)
    expect(await venue.locator('main').textContent()).toContain('teatterinjohtaja')
    await press(venue, s.submit)
    expect(await venue.locator('main').textContent()).toContain(s.problems['right-missing'])
    await lookAt(venue)
    await venue.check('input[name="right"]')
    await press(venue, s.submit)
    expect(await venue.locator('main').textContent()).toContain(t.done.signed.title)
    await lookAt(venue)
    await venue.context().close()

    // By the link, after a scanner of mail has looked at it.
    const link = `/${language}/${language === 'fi' ? 'allekirjoitus' : 'underskrift'}/${await tokenIn(world)}`
    for (const method of ['GET', 'HEAD', 'GET']) await fetch(origin + link, { method })
    const person = await visitor(browser, origin, screen)
    await person.goto(link)
    await lookAt(person)
    await person.fill('input[name="code"]', code === '111111' ? '222222' : '111111')
    await press(person, l.open)
    await lookAt(person)
    await person.fill('input[name="code"]', code)
    await press(person, l.open)
    await lookAt(person)
    await follow(person, t.sign)
    await lookAt(person)
    await answer(person, 'sivistysjohtaja')
    await press(person, s.toCheck)
    await person.check('input[name="right"]')
    await press(person, s.submit)
    expect(await person.locator('main').textContent()).toContain(t.done.signed.title)
    await lookAt(person)
    await person.context().close()

    // On paper, taken in by the coordinator.
    await keeper.goto(one)
    await follow(keeper, t.print)
    await lookAt(keeper)
    await keeper.goto(one)
    await follow(keeper, k.takePaperFor(county!.name))
    await lookAt(keeper)
    await keeper.fill('input[name="name"]', 'Heli Hallitus')
    await answer(keeper, 'hallintojohtaja')
    await keeper.fill('input[name="signedOn"]', '4.5.2026')
    await keeper.check('input[name="same"]')
    await keeper.setInputFiles('input[name="file"]', {
      ...{ name: 'paperi.png', mimeType: 'image/png', buffer: onePixel },
    })
    await press(keeper, k.takeButton)
    expect(await keeper.locator('main').textContent()).toContain(t.done.paper.title)
    await lookAt(keeper)
    await keeper.context().close()

    expect((await findCommitment(world.db, id))!.state).toBe('signed')
    expect((await listEvents(world.db, id)).map(({ kind, way }) => way ?? kind)).toEqual([
      'sent',
      'account',
      'link',
      'paper',
    ])
    const told = await world.db
      .selectFrom('mail')
      .select('recipient')
      .where('kind', '=', 'commitment-signed')
      .where('recipient', '=', 'sari@esimerkkila.example')
      .execute()
    expect(told.length).toBeGreaterThan(0)
  },
)

describe('without a code', () => {
  test('a link that leads nowhere is told in words', async () => {
    const page = await visitor(browser, origin, { script: false, width: 360 })
    await page.goto(`/fi/allekirjoitus/${'x'.repeat(43)}`)
    expect(await page.locator('h1').textContent()).toBe(linkWords.fi.refusals.unknown.title)
    await lookAt(page)
  })
})
