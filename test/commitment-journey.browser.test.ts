import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyCommand } from '../src/cli/verify.ts'
import { words as drafting, paths as draftPaths } from '../src/commitment-drafts/words.ts'
import { copyPaths, copyWords } from '../src/commitment-papers/copy-words.ts'
import { words as papers } from '../src/commitment-papers/words.ts'
import { listEvents } from '../src/commitments/event-queries.ts'
import { findCommitment, listParties } from '../src/commitments/queries.ts'
import { paths as commitments } from '../src/commitments/words.ts'
import { publicTextOf } from '../src/lib/ed25519.ts'
import { keepSigningKey } from '../src/signed-files/queries.ts'
import { words as checking, paths as checkPaths } from '../src/signed-files/words.ts'
import { keepWords } from '../src/signing/keep-words.ts'
import { linkWords } from '../src/signing/link-words.ts'
import { signWords } from '../src/signing/sign-words.ts'
import { words } from '../src/signing/words.ts'
import { fill } from '../src/web/paths.ts'
import { axeProblems, launchBrowser, listen, overflow, type Screen, visitor } from './browser.ts'
import { foreignKey } from './evidence.ts'
import { type MadeSite, makeMunicipality, makeSite } from './makers.ts'
import { hasPoppler, textOf } from './pdf.ts'
import {
  answerRight,
  download,
  evidenceIn,
  follow,
  hashesOf,
  inFile,
  openWithCode,
  press,
  takePaper,
} from './sign-pages.ts'
import { copyTokenIn, tokenIn } from './signing.ts'
import { newWorld, type World } from './world.ts'

let world: World
let browser: Browser
let origin: string
let close: () => Promise<void>
let site: MadeSite
beforeAll(async () => {
  world = await newWorld()
  await keepSigningKey(world.db, world.keys, world.now())
  const municipality = await makeMunicipality(world.db, { name: 'Kajaani', nameSv: 'Kajana' })
  const { id: county_id } = await world.db
    .insertInto('county')
    .values({ name: 'Esimerkkialueen hyvinvointialue' })
    .returning('id')
    .executeTakeFirstOrThrow()
  await world.db.updateTable('municipality').set({ county_id }).where('id', '=', municipality.id).execute()
  site = await makeSite(world.db, { municipality, name: 'Esimerkkiteatteri' })
  await world.db
    .insertInto('contact_person')
    .values({ site_id: site.id, name: 'Oili Esimerkki', made_at: world.now() })
    .execute()
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
/** From the template to the page that says it is sent. @returns the commitment and the code that the page shows once */
const sendFromTemplate = async (keeper: Page, language: 'fi' | 'sv') => {
  const d = drafting[language]
  await keeper.goto(draftPaths.partner[language])
  await keeper.selectOption('select[name="kind"]', 'partnership')
  await keeper.fill('input[name="q"]', 'teatteri')
  await press(keeper, d.searchButton)
  await keeper.check('input[name="partner"]')
  await press(keeper, d.choose)
  for (const [index, way] of ['paper', 'link', 'account'].entries())
    await keeper.locator(`label:has(input[name="way${index + 1}"][value="${way}"])`).click()
  await keeper.fill('input[name="name2"]', 'Sari Sivistysjohtaja')
  await keeper.fill('input[name="title2"]', 'sivistysjohtaja')
  await keeper.fill('input[name="email2"]', 'sari@esimerkkila.example')
  await press(keeper, d.next)
  await keeper.fill('textarea[name="addedFi"]', 'Ovi aukeaa klo 17.')
  await press(keeper, d.toCheck)
  await lookAt(keeper)
  await press(keeper, d.send)
  expect(await keeper.locator('h1, .notice').first().textContent()).toContain(d.sent)
  await lookAt(keeper)
  const code = (await keeper.locator('main strong.nb').first().textContent())!.replace(/\D/g, '')
  return { id: Number(/\d+/.exec(new URL(keeper.url()).pathname)![0]), code }
}

const screens: (Screen & { language: 'fi' | 'sv' })[] = [
  { script: true, language: 'fi', width: 360 },
  { script: false, language: 'sv', width: 360 },
]

test.each(screens)(
  'from the template three parties sign: with an account, by a link, on paper, and have the file; script $script, $language, $width px',
  async ({ language, ...screen }) => {
    const [t, s, k] = [words[language], signWords[language], keepWords[language]]
    world.later(1)
    const as = async (someone: Parameters<World['as']>[0]) =>
      visitor(browser, origin, screen, (await world.as(someone, language)).token)
    // The coordinator takes the template, chooses how each signs, and is told the code of the link.
    const keeper = await as({ role: 'coordinator', areaId: site.municipality.areaId })
    const { id, code } = await sendFromTemplate(keeper, language)
    const [county] = await listParties(world.db, id)
    const one = fill(commitments.one[language], { commitment: id })
    await keeper.goto(one)
    await lookAt(keeper)
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
    await answerRight(venue, 'johtaja')
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
    await openWithCode(person, language, code === '111111' ? '222222' : '111111')
    await lookAt(person)
    await openWithCode(person, language, code)
    await lookAt(person)
    await follow(person, t.sign)
    await lookAt(person)
    await answerRight(person, 'sivistysjohtaja')
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
    await takePaper(keeper, language, 'hallintojohtaja')
    await lookAt(keeper)

    expect((await findCommitment(world.db, id))!.state).toBe('signed')
    expect((await listEvents(world.db, id)).map(({ kind, way }) => way ?? kind)).toEqual([
      'sent',
      'account',
      'link',
      'paper',
    ])

    // Each has the signed file in the hand: the coordinator from the commitment's page, who signed by a link by another.
    const p = papers[language]
    await follow(keeper, p.title)
    await lookAt(keeper)
    await press(keeper, p.make)
    await lookAt(keeper)
    const pdf = await download(keeper, p.pdf.fi)
    await keeper.context().close()
    const copyLink = fill(copyPaths.copy[language], {
      token: await copyTokenIn(world, 'sari@esimerkkila.example'),
    })
    for (const method of ['GET', 'HEAD', 'GET']) await fetch(origin + copyLink, { method })
    const signer = await visitor(browser, origin, screen)
    await signer.goto(copyLink)
    await lookAt(signer)
    await press(signer, copyWords[language].open)
    await lookAt(signer)
    expect((await download(signer, p.pdf.fi)).equals(pdf)).toBe(true)
    await signer.context().close()

    // Read by others' programs: the evidence in it holds by its own texts.
    if (hasPoppler) {
      expect(textOf(pdf)).toContain('Sari Sivistysjohtaja, sivistysjohtaja')
      const evidence = await evidenceIn(pdf)
      const { version, chain } = hashesOf(evidence)
      expect(evidence.version).toBe(version)
      expect(evidence.events.map(({ hash }) => hash)).toEqual(chain)
      expect(evidence.head).toEqual({ number: 4, hash: chain.at(-1) })
    }

    // Anybody checks it, without signing in; one byte changed is found, and so by the command with the public key.
    const v = checking[language]
    const altered = Buffer.from(pdf)
    altered[pdf.length >> 1] = altered[pdf.length >> 1]! ^ 1
    const anyone = await visitor(browser, origin, screen)
    for (const [buffer, title] of [
      [pdf, v.whole],
      [altered, v.broken],
    ] as const) {
      await anyone.goto(checkPaths.verify[language])
      await lookAt(anyone)
      await anyone.setInputFiles('input[name="file"]', { name: 'a.pdf', mimeType: 'application/pdf', buffer })
      await press(anyone, v.check)
      expect(await anyone.locator('h1').textContent()).toContain(title)
      expect((await anyone.locator('main').textContent())!.includes('Sari Sivistysjohtaja')).toBe(
        buffer === pdf,
      )
      await lookAt(anyone)
    }
    await anyone.context().close()
    const { keys } = (await (await fetch(origin + checkPaths.keys)).json()) as {
      keys: { publicKey: string }[]
    }
    const verify = (bytes: Buffer, key: string) =>
      inFile(bytes, async (path) => {
        if (verifyCommand.needsDatabase) throw new Error('it would ask a register')
        const said: string[] = []
        const print = (line: string) => said.push(line)
        const at = { now: world.now(), origin: 'http://x' }
        const code = await verifyCommand.run({ words: [path], options: { key }, ...at, print, note: print })
        return `${code} ${said.join(' ')}`
      })
    const key = keys[0]!.publicKey
    expect(await verify(pdf, key)).toMatch(/^0 The file is whole.*Kajaani: Sari Sivistysjohtaja/)
    expect(await verify(altered, key)).toMatch(/^1 altered-file/)
    expect(await verify(pdf, publicTextOf(foreignKey))).toMatch(/^1 foreign-signature/)
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
