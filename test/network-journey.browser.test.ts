import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerOf, axeProblems, launchBrowser, listen, openTill, overflow, visitor } from './browser.ts'
import { appFrom } from './factors.ts'
import { makeCard, makeMunicipality } from './makers.ts'
import { newWorld, type World } from './world.ts'

/** A new area comes to life on a phone's screen: nobody touches the database but to put a box of cards on the table. */
let world: World
let browser: Browser
let origin: string
let close: () => Promise<void>

beforeAll(async () => {
  world = await newWorld()
  ;({ origin, close } = await listen(world))
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await close()
  await world.end()
})

const screen = { width: 360, script: true } as const
const password = 'hiljainen lumi satoi'

/** Every page of the way: by axe in light and dark, and for anything wider than the screen. */
const lookAt = async (page: Page, heading: string | RegExp) => {
  expect(await page.locator('h1').first().textContent()).toMatch(heading)
  expect(await axeProblems(browser, page)).toEqual([])
  expect(await overflow(page)).toBeLessThanOrEqual(0)
}
const press = (page: Page, name: string | RegExp) =>
  page.locator('main').getByRole('button', { name }).first().click()
const follow = (page: Page, name: string | RegExp) =>
  page.locator('main').getByRole('link', { name }).first().click()
const said = (page: Page) => page.textContent('main')

/** The newest letter in the outbox, as the centre hands it on while there is no mail server. */
const linkFromOutbox = async (centre: Page): Promise<string> => {
  await centre.goto('/fi/lahtevat')
  await lookAt(centre, 'Lähtevät viestit')
  await centre.locator('main a[href^="/fi/lahtevat/"]').first().click()
  await lookAt(centre, /./)
  return new URL(/https?:\/\/\S+\/kutsu\/[\w-]+/.exec((await said(centre))!)![0]).pathname
}

const invite = async (page: Page, whom: { role: string; place?: string; side?: string; email: string }) => {
  await page.goto(`/fi/ihmiset/kutsu?role=${whom.role}`)
  await lookAt(page, /Kutsu/)
  if (whom.place) await page.selectOption('[name=place]', { label: whom.place })
  if (whom.side) await page.check(`[name=side][value=${whom.side}]`, { force: true })
  await page.fill('[name=email]', whom.email)
  await press(page, /Lähetä kutsu/)
  expect(await said(page)).toContain(whom.email)
}

/** Opens the link of an invitation in a browser of one's own, and chooses a password. */
const accept = async (path: string, name: string): Promise<Page> => {
  const page = await visitor(browser, origin, screen)
  await page.goto(path)
  await lookAt(page, 'Tervetuloa')
  await page.fill('[name=name]', name)
  await page.fill('[name=password]', password)
  await press(page, 'Luo tili')
  return page
}

/** Whoever sees more than a desk sets up an app before anything else. */
const setUpApp = async (page: Page) => {
  await page.goto('/fi/oma/vahvistus')
  await lookAt(page, /./)
  await press(page, /sovellu/i)
  await lookAt(page, /./)
  const app = appFrom(await page.content())
  await page.fill('[name=code]', app(world.now()))
  await page.locator('main form button[type=submit]').last().click()
  await lookAt(page, /./)
  world.later(1)
  return app
}

test('a pilot area is opened, staffed, used, extended, and somebody leaves', {
  timeout: 240_000,
}, async () => {
  const town = await makeMunicipality(world.db, {
    name: 'Kemi',
    area: 'Alue ennen',
    phase: 'ended',
    from: '2019-01-01',
    until: '2020-12-31',
  })
  const centre = await visitor(browser, origin, screen, (await world.as({ role: 'centre' })).token)

  // The centre opens a pilot area.
  await centre.goto('/fi/alueet-yllapito/uusi')
  await lookAt(centre, /alue/i)
  await centre.fill('[name=name]', 'Meri-Lappi')
  await centre.selectOption('[name=municipality]', String(town.id))
  await centre.check('[name=phase][value=pilot]', { force: true })
  await centre.fill('[name=from]', '1.5.2026')
  await centre.fill('[name=until]', '31.8.2026')
  await centre.locator('main form button[type=submit]').last().click()
  await lookAt(centre, 'Meri-Lappi')
  expect(await said(centre)).toContain('Puuttuu')
  const areaPath = new URL(centre.url()).pathname

  // It invites the culture side's coordinator, who sets up a second factor before anything else.
  await invite(centre, {
    role: 'coordinator',
    place: 'Meri-Lappi',
    side: 'culture',
    email: 'kuura@esimerkki.example',
  })
  const coordinator = await accept(await linkFromOutbox(centre), 'Kuura Mallinen')
  await setUpApp(coordinator)

  // The coordinator proposes an issuer, and the centre agrees.
  await coordinator.goto('/fi/jakajat/uusi')
  await lookAt(coordinator, /jakaja|yksik|toimipist/i)
  await coordinator.fill('[name=organisation]', 'Merilapin tuki ry')
  await coordinator.fill('[name=name]', 'Kohtaamispaikka Majakka')
  await coordinator.selectOption('[name=kind]', { index: 1 })
  await coordinator.check('[name=thirdSector]', { force: true })
  await coordinator.selectOption('[name=municipality]', { label: 'Kemi' })
  await coordinator.fill('[name=reason]', 'Majakassa käy päivittäin ihmisiä, joille kortti on avuksi.')
  await coordinator.locator('main form button[type=submit]').last().click()
  await lookAt(coordinator, 'Majakka')
  await centre.goto('/fi/jakajat/pyynnot')
  await lookAt(centre, /./)
  await follow(centre, /Majakka/)
  await lookAt(centre, 'Vastaa ehdotukseen')
  await centre.check('[name=answer][value=approved]', { force: true })
  await centre.locator('main form button[type=submit]').last().click()
  await lookAt(centre, /./)

  // A site too.
  await coordinator.goto('/fi/kohteet-yllapito/uusi')
  await lookAt(coordinator, /koh/i)
  await coordinator.fill('[name=organisation]', 'Kemin kaupunki')
  await coordinator.fill('[name=name]', 'Kemin uimahalli')
  await coordinator.check('[name=category][value=sports]', { force: true })
  await coordinator.selectOption('[name=municipality]', { label: 'Kemi' })
  await coordinator.locator('main form button[type=submit]').last().click()
  await lookAt(coordinator, 'Kemin uimahalli')

  // The coordinator invites both; the issuer signs in with a password and the app.
  await invite(coordinator, { role: 'issuer', email: 'ilona@esimerkki.example' })
  const issuerLink = await linkFromOutbox(centre)
  world.later(1) // the newest letter is then one and no other
  await invite(coordinator, { role: 'venue', email: 'venla@esimerkki.example' })
  const venueLink = await linkFromOutbox(centre)
  const atWork = await accept(issuerLink, 'Ilona Mallila')
  const app = await setUpApp(atWork)
  const issuer = await visitor(browser, origin, screen)
  await issuer.goto('/fi/kirjaudu')
  await lookAt(issuer, 'Kirjaudu')
  await issuer.fill('[name=email]', 'ilona@esimerkki.example')
  await issuer.fill('[name=password]', password)
  await press(issuer, 'Kirjaudu')
  await lookAt(issuer, /./)
  await issuer.fill('[name=code]', app(world.now()))
  await issuer.locator('main form button[type=submit]').first().click()
  await lookAt(issuer, 'Anna kortti')

  // A contact person is named and then replaced: the last one can only be replaced.
  const venue = await accept(venueLink, 'Venla Esimerkkinen')
  await venue.goto('/fi/oma-paikka')
  await lookAt(venue, /uimahalli/)
  await follow(venue, /yhteyshenkil/i)
  await lookAt(venue, /Yhteyshenkil/)
  await venue.fill('[name=name]', 'Oili Esimerkki')
  await venue.fill('[name=email]', 'oili@esimerkki.example')
  await venue.locator('main form button[type=submit]').last().click()
  expect(await said(venue)).toContain('Oili Esimerkki')
  await follow(venue, /Vaihda/)
  await lookAt(venue, /./)
  await venue.fill('[name=name]', 'Salli Mallikas')
  await venue.fill('[name=email]', 'salli@esimerkki.example')
  await venue.locator('main form button[type=submit]').last().click()
  await lookAt(venue, /Yhteyshenkil/)
  expect(await said(venue)).toContain('Salli Mallikas')

  // The site pairs a phone.
  await venue.goto('/fi/laitteet')
  await venue.fill('[name=name]', 'Kassan puhelin')
  await press(venue, 'Liitä laite')
  await lookAt(venue, 'Kassan puhelin')
  const phone = await visitor(browser, origin, screen)
  await phone.goto(new URL((await venue.textContent('main bdi:not(.nb)'))!).pathname)
  await lookAt(phone, 'Ota laite käyttöön')
  await press(phone, 'Ota käyttöön')
  await lookAt(phone, /Lue kortti|Kassa|kortti/i)

  // A card is issued: it ends with the pilot.
  const unit = await world.db.selectFrom('issuing_unit').select(['id', 'name']).executeTakeFirstOrThrow()
  const { code } = await makeCard(world.db, world.keys, {
    unit: { ...unit, municipality: town },
    stock: true,
  })
  await issuer.goto('/fi/anna-kortti')
  await issuer.fill('[name=code]', code)
  await issuer.check('[name=consent]')
  await issuer.fill('[name=birthYear]', '1980')
  await issuer.fill('[name=postalCode]', '94100')
  await issuer.locator('main form button[type=submit]').first().click()
  expect(await said(issuer)).toContain('31.8.2026')
  const check = async () => {
    await openTill(phone, '/fi/kassa', screen.script)
    await phone.fill('[name=code]', code)
    await phone.press('[name=code]', 'Enter')
    await answerOf(phone)
    return (await said(phone))!
  }
  expect(await check()).toContain('Voimassa 31.8.2026 asti')
  await lookAt(phone, /voimassa/)

  // The pilot is extended, and the card's last day moves with it.
  await centre.goto(areaPath)
  await follow(centre, /Kemi/)
  await lookAt(centre, 'Kemi')
  await centre.goto(`${new URL(centre.url()).pathname}?change=pilot-end`)
  await lookAt(centre, 'Kemi')
  await centre.fill('[name=until]', '31.12.2026')
  await centre.locator('main form button[type=submit]').last().click()
  await lookAt(centre, /./)
  expect(await said(centre)).toContain('1 kort')
  await centre.locator('main form button[type=submit]').last().click()
  await lookAt(centre, 'Meri-Lappi')
  expect(await check()).toContain('Voimassa 31.12.2026 asti')

  // The issuer's account is ended while they are signed in: they are out at once.
  await issuer.goto('/fi/kortit')
  await lookAt(issuer, /kort/i)
  await coordinator.goto('/fi/ihmiset?q=Ilona')
  await lookAt(coordinator, 'Ihmiset')
  await follow(coordinator, /Ilona/)
  await lookAt(coordinator, 'Ilona Mallila')
  await follow(coordinator, /Päätä tili|Sulje tili|tili/i)
  await lookAt(coordinator, /./)
  await coordinator.locator('main form button[type=submit]').last().click()
  await issuer.goto('/fi/kortit')
  expect(new URL(issuer.url()).pathname).toBe('/fi/kirjaudu')
  await atWork.goto('/fi/anna-kortti')
  expect(new URL(atWork.url()).pathname).toBe('/fi/kirjaudu')
})
