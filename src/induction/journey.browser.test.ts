import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { axeProblems, launchBrowser, listen, overflow, type Screen, visitor } from '../../test/browser.ts'
import { appFrom } from '../../test/factors.ts'
import { type MadeSite, type MadeUnit, makeMunicipality, makeSite, makeUnit } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'
import { paths as accounts } from '../accounts/words.ts'
import { issuePaths } from '../cards/issue-words.ts'
import { paths as issuing } from '../cards/words.ts'
import { paths as factors } from '../factors/words.ts'
import { practicePaths } from '../practice/words.ts'
import { type InductionRole, lessonDays } from './lesson-rules.ts'
import { paths, words } from './words.ts'

let world: World
let browser: Browser
let served: Awaited<ReturnType<typeof listen>>
let site: MadeSite
let unit: MadeUnit
beforeAll(async () => {
  world = await newWorld()
  const municipality = await makeMunicipality(world.db, { name: 'Kajaani', nameSv: 'Kajana' })
  site = await makeSite(world.db, { municipality, name: 'Esimerkkiteatteri' })
  unit = await makeUnit(world.db, { municipality, name: 'Aikuissosiaalityö' })
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

/** A colleague invites; the link comes by mail. */
const invite = async (role: InductionRole, email: string, language: 'fi' | 'sv') => {
  const colleague = await world.as(role === 'venue' ? { role, site } : { role, unit })
  const place = String((role === 'venue' ? site : unit).id)
  const sent = await colleague.post('/fi/ihmiset/kutsu', { role, place, email, language })
  expect(sent.status).toBe(303)
  const { text_body } = await world.db
    .selectFrom('mail')
    .select('text_body')
    .where('recipient', '=', email)
    .executeTakeFirstOrThrow()
  return new URL(/https?:\/\/\S+/.exec(text_body!)![0]).pathname
}

const practices = { issuer: issuePaths.practice, venue: practicePaths.practice }

/** Each role goes one of the two ways: together they are both roles, and both ways. */
const screens: (Screen & { language: 'fi' | 'sv'; role: InductionRole })[] = [
  { script: true, language: 'fi', width: 360, role: 'issuer' },
  { script: false, language: 'sv', width: 360, role: 'venue' },
]

test.each(screens)(
  'a new $role worker is invited, learns, practises and has a certificate: script $script, $language',
  {
    timeout: 180_000,
  },
  async ({ language, role, ...screen }) => {
    const t = words[language]
    const page = await visitor(browser, served.origin, screen)
    await page.goto(await invite(role, `uusi.${language}@esimerkki.example`, language))
    await page.fill('[name=name]', 'Aino Esimerkki')
    await page.fill('[name=password]', 'violetti-kuutamo-kiikku')
    await page.locator('main form button[type=submit]').last().click()
    await page.waitForURL((url) => !/kutsu|inbjudan/.test(url.pathname))

    if (role === 'issuer') {
      // Whoever sees people's cards sets a second step up before anything else.
      await page.goto(accounts.secondFactor[language])
      await page.getByRole('button', { name: /sovellu/i }).click()
      await page.locator('[name=code]').waitFor()
      await page.fill('[name=code]', appFrom(await page.content())(world.now()))
      await page.locator('main form button[type=submit]').last().click()
      await page.waitForURL((url) => url.pathname !== factors.app[language])
      world.later(1)
      await page.goto(issuing.issue[language])
      expect(await page.textContent('main')).toContain(t.missing)
      await lookAt(page)
    }
    await page.goto(paths.overview[language])
    expect(await page.textContent('main')).toContain(t.missing)
    await lookAt(page)
    await page.getByRole('link', { name: t.start }).click()

    const lessons = Object.keys(lessonDays[role])
    for (const [nth] of lessons.entries()) {
      await page.getByText(t.lessonOf(nth + 1, lessons.length)).waitFor()
      // Every answer tells what it means, right or not, by a tap or the keyboard.
      const [first] = await page.locator('.answers').all()
      const means = first!.getByText(t.isOther).first()
      expect(await means.isVisible()).toBe(false)
      await first!.locator('summary').first().press('Enter')
      await means.waitFor()
      if (nth < 2) await lookAt(page)
      await page.locator('main form button[type=submit]').click()
    }

    // Practice is a page of its own: nothing there is kept. Then back, and it is done.
    await page.getByRole('button', { name: t.finish }).waitFor()
    await lookAt(page)
    const ready = page.url()
    await page.getByRole('link', { name: t.toPractice[role] }).click()
    await page.waitForURL(`**${practices[role][language]}`)
    await page.goto(ready)
    await page.getByRole('button', { name: t.finish }).click()
    await page.getByRole('heading', { name: t.justDone }).waitFor()
    expect(await page.textContent('main')).toContain(t.done('2027-05-03'))
    await lookAt(page)
    const link = page.getByRole('link', { name: t.certificate })
    const paper = await page.context().request.get((await link.getAttribute('href'))!)
    expect([paper.status(), paper.headers()['content-type']]).toEqual([200, 'application/pdf'])
    expect((await paper.body()).subarray(0, 5).toString()).toBe('%PDF-')

    if (role === 'issuer') {
      await page.goto(issuing.issue[language])
      expect(await page.textContent('main')).not.toContain(t.missing)
    }
    await page.goto(paths.colleagues[language])
    expect(await page.textContent('main')).toContain('Aino Esimerkki')
    await lookAt(page)
  },
)
