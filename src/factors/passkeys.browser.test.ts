import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { axeProblems, launchBrowser, listen, overflow, type Screen, visitor } from '../../test/browser.ts'
import { appFrom, codesOn, newPerson, password } from '../../test/factors.ts'
import { makeSite } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { paths as accounts, words as accountWords, firstPages } from '../accounts/words.ts'
import { createApp } from '../app.tsx'
import { paths, words } from './words.ts'

let world: World
let browser: Browser
let origin: string
let close: () => Promise<void>

/** Passkeys are bound to a name, so the program has to know the address that the browser uses. */
beforeAll(async () => {
  world = await newWorld()
  const app = createApp({
    ...{ pool: world.requests, read: world.read, keys: world.keys, clock: world.now, demo: false },
    ...{ origin: () => origin, publicOrigin: null, log: (line) => world.logged.push(line) },
  })
  const server = await listen({ ...world, app })
  origin = server.origin.replace('127.0.0.1', 'localhost')
  close = server.close
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await close()
  await world.end()
})

/** A passkey of the platform, with a finger that is always right. */
const giveAuthenticator = async (page: Page) => {
  const session = await page.context().newCDPSession(page)
  await session.send('WebAuthn.enable')
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return {
    refuse: () => session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false }),
    allow: () => session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true }),
  }
}

const lookAt = async (page: Page) => {
  expect(await axeProblems(browser, page)).toEqual([])
  expect(await overflow(page)).toBeLessThanOrEqual(0)
}
const send = (page: Page, form = 'main form') => page.click(`${form} button[type=submit]`)

let people = 0
const newcomer = async (role: 'centre' | 'venue') => {
  const email = `henkilo${++people}@esimerkki.example`
  const siteId = role === 'venue' ? (await makeSite(world.db)).id : null
  await newPerson(world, email, { role, siteId })
  return email
}
const signIn = async (page: Page, email: string, language: 'fi' | 'sv') => {
  await page.goto(accounts.signIn[language])
  await page.fill('[name=email]', email)
  await page.fill('[name=password]', password)
  await send(page)
}

const screens: (Screen & { language: 'fi' | 'sv' })[] = [
  { language: 'fi', width: 360, script: true },
  { language: 'sv', width: 1280, script: true },
]

describe.each(screens)('$language, $width px', ({ language, ...screen }) => {
  const t = words[language]

  test('a passkey is made as the first factor, signs in alone, and is the second step', async () => {
    const email = await newcomer('centre')
    const page = await visitor(browser, origin, screen)
    const finger = await giveAuthenticator(page)
    await signIn(page, email, language)
    expect(new URL(page.url()).pathname).toBe(accounts.secondFactor.fi)
    await page.goto(accounts.secondFactor[language])
    await lookAt(page)

    await page.goto(paths.newPasskey[language])
    await lookAt(page)
    expect(await page.isVisible(`text=${t.noPasskeyHere}`)).toBe(false)
    expect(await page.isVisible('.problem')).toBe(false)
    await page.fill('[name=name]', 'Työpuhelin')
    await finger.refuse()
    await send(page)
    await page.waitForSelector('[role=alert]:not([hidden])')
    expect(await page.inputValue('[name=name]')).toBe('Työpuhelin')
    await lookAt(page)
    await finger.allow()
    await send(page)
    await page.waitForURL((url) => url.pathname === paths.codes[language])
    expect(codesOn(await page.content())).toHaveLength(10)
    expect(await page.isVisible('[data-print]')).toBe(true)
    await lookAt(page)
    await send(page)
    expect(await page.textContent('.who')).toContain('Aino Esimerkki')
    await page.goto(accounts.secondFactor[language])
    expect(await page.textContent('main')).toContain('Työpuhelin')
    await lookAt(page)

    await page.context().clearCookies()
    await page.goto(accounts.signIn[language])
    await page.click(`text=${accountWords[language].withPasskey}`)
    await lookAt(page)
    await send(page)
    await page.waitForURL((url) => url.pathname === firstPages.centre.fi)

    await page.context().clearCookies()
    await signIn(page, email, language)
    await lookAt(page)
    await send(page, 'form[data-passkey]')
    await page.waitForURL((url) => url.pathname === firstPages.centre.fi)

    world.later(15)
    await page.goto(`${accounts.proveAgain[language]}?next=${accounts.secondFactor[language]}`)
    await lookAt(page)
    await send(page, 'form[data-passkey]')
    await page.waitForURL((url) => url.pathname === accounts.secondFactor[language])
    await page.context().close()
    expect(world.logged).toEqual([])
  })
})

test('everything but passkeys works without script: the app, the codes, the second step, taking it away', async () => {
  const email = await newcomer('venue')
  const page = await visitor(browser, origin, { width: 360, script: false })
  await signIn(page, email, 'fi')
  await page.goto(accounts.secondFactor.fi)
  await lookAt(page)
  await page.click(`text=${words.fi.startApp}`)
  const app = appFrom(await page.content())
  await lookAt(page)
  await page.fill('[name=code]', '000 000')
  await send(page, 'form:has([name=code])')
  await lookAt(page)
  await page.fill('[name=code]', app(world.now()))
  await send(page, 'form:has([name=code])')
  const [code] = codesOn(await page.content())
  expect(await page.isVisible('[data-print]')).toBe(false)
  await send(page)
  await page.goto(paths.newPasskey.fi)
  expect(await page.isVisible(`text=${words.fi.noPasskeyHere}`)).toBe(true)
  expect(await page.isVisible('[name=name]')).toBe(false)
  await lookAt(page)

  await page.context().clearCookies()
  await page.goto(accounts.signIn.fi)
  expect(await page.isVisible(`text=${accountWords.fi.withPasskey}`)).toBe(false)
  await signIn(page, email, 'fi')
  await page.fill('[name=code]', code!)
  await send(page)
  await lookAt(page)
  expect(await page.textContent('main')).toContain(words.fi.recovered)
  await page.click(`text=${words.fi.removeApp}`)
  await lookAt(page)
  await send(page)
  expect(await page.textContent('main')).toContain(words.fi.done['app-removed'])
  await page.context().close()
})
