import { sql } from 'kysely'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths as areaPaths, words as areaWords } from '../src/areas/words.ts'
import type { Language } from '../src/i18n/translated.ts'
import { paths as joiningPaths, words as joiningWords } from '../src/joining/words.ts'
import { addDays, dayOf } from '../src/lib/dates.ts'
import { writeDay } from '../src/lib/typed-day.ts'
import { paths as pilotPaths, words as pilotWords } from '../src/pilots/words.ts'
import { keepHouse } from '../src/sweep.ts'
import { fill } from '../src/web/paths.ts'
import { axeProblems, launchBrowser, listen, overflow, visitor } from './browser.ts'
import { makeCard, makeSite, makeUnit, makeUse } from './makers.ts'
import { newWorld, type World } from './world.ts'

/** An area from the first question to permanent use, on a phone's screen: with script in Finnish, without in Swedish. */
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

const lookAt = async (page: Page, heading: string) => {
  expect(await page.locator('h1').first().textContent()).toBe(heading)
  expect(await axeProblems(browser, page)).toEqual([])
  expect(await overflow(page)).toBeLessThanOrEqual(0)
}
const press = (page: Page, name: string) =>
  page.locator('main').getByRole('button', { name, exact: true }).first().click()
const choose = (page: Page, name: string, value: string) =>
  page.check(`main [name=${name}][value="${value}"]`, { force: true })
const daysFrom = (days: number) => writeDay(addDays(dayOf(world.now()), days))

/** Sites and an issuer as an import brings them, and cards that are used: what the register counts at the end. */
const putPlaces = async (municipality: { id: number; areaId: number; name: string }) => {
  const unit = await makeUnit(world.db, { municipality, thirdSector: true })
  const sites = []
  for (let n = 0; n < 5; n++) sites.push(await makeSite(world.db, { municipality }))
  for (let n = 0; n < 5; n++) {
    const registeredOn = dayOf(world.now())
    const card = await makeCard(world.db, world.keys, { unit, registeredOn })
    await makeUse(world.db, {
      card,
      site: sites[0]!,
      usedAt: new Date(world.now().getTime() + n * 86_400_000),
    })
  }
  return sites
}

/** Changes a municipality's phase as the centre does: which change, its days, what it would do, and yes. */
const changePhase = async (
  page: Page,
  language: Language,
  at: { area: number; municipality: number },
  change: 'pilot' | 'permanent',
  days: Record<string, string>,
) => {
  await page.goto(`${fill(areaPaths.member[language], at)}?change=${change}`)
  for (const [name, day] of Object.entries(days)) await page.fill(`main [name=${name}]`, day)
  await press(page, areaWords[language].look)
  await press(page, areaWords[language].confirm)
}

test.each([
  ['fi', true, 'Esimerkkilä'],
  ['sv', false, 'Exempelby'],
] as const)('from interest to permanent use (%s, script: %s)', async (language, script, town) => {
  const t = joiningWords[language]
  const p = pilotWords[language]
  const screen = { width: 360, script } as const
  const { id: municipality } = (
    await sql<{
      id: number
    }>`insert into municipality (name_fi, country) values (${town}, 'FI') returning id`.execute(world.db)
  ).rows[0]!
  const person = async (someone: Parameters<World['as']>[0]) =>
    visitor(browser, origin, screen, (await world.as(someone)).token)

  // Somebody of the town asks.
  const anyone = await visitor(browser, origin, screen)
  await anyone.goto(joiningPaths.interest[language])
  await lookAt(anyone, t.interestTitle)
  await press(anyone, t.send)
  await lookAt(anyone, t.interestTitle)
  await anyone.selectOption('[name=municipality]', { label: town })
  await anyone.fill('[name=organisation]', `${town} stad`)
  await anyone.fill('[name=name]', 'Oili Esimerkki')
  await anyone.fill('[name=email]', 'oili@esimerkkila.example')
  await anyone.fill('[name=message]', 'Kortti nuorille.\nMukana on kirjasto.')
  await press(anyone, t.send)
  await lookAt(anyone, t.thanksTitle)

  // The centre talks with them and opens the area.
  const centre = await person({ role: 'centre' })
  await centre.goto(joiningPaths.list[language])
  await lookAt(centre, t.listTitle)
  await centre.getByRole('link', { name: `${town} stad` }).click()
  await lookAt(centre, `${town} stad`)
  await centre.getByRole('link', { name: t.addTalk }).click()
  await centre.fill('[name=held]', daysFrom(0))
  await centre.fill('[name=notes]', 'Sovittiin etenemisestä.')
  await centre.fill('[name=actions]', `Nimeä työpari (johto, ${daysFrom(30)})`)
  await lookAt(centre, t.addTalk)
  await press(centre, t.addTalk)
  await centre.getByRole('link', { name: t.openArea }).click()
  await centre.fill('[name=areaName]', `${town}n seutu`)
  await lookAt(centre, t.openArea)
  await press(centre, t.openButton)
  await lookAt(centre, t.planOf(`${town}n seutu`))
  const area = Number(/\/(\d+)\//.exec(new URL(centre.url()).pathname)![1])

  // Its coordinator says who does what by when.
  const coordinator = await person({ role: 'coordinator', areaId: area })
  const plan = fill(joiningPaths.plan[language], { area })
  await coordinator.goto(plan)
  await coordinator.getByRole('link', { name: t.stepWords.agreement.name }).click()
  await lookAt(coordinator, t.stepWords.agreement.name)
  await choose(coordinator, 'state', 'done')
  await coordinator.fill('[name=note]', 'Työnjako on sovittu.')
  await press(coordinator, t.saveStep)
  await lookAt(coordinator, t.planOf(`${town}n seutu`))
  expect(await coordinator.textContent('main')).toContain(t.stepCount(2, 12))
  const sites = await putPlaces({ id: municipality, areaId: area, name: town })

  // The pilot begins today and is asked about.
  const at = { area, municipality }
  await changePhase(centre, language, at, 'pilot', { from: daysFrom(0), until: daysFrom(100) })
  const pilot = fill(pilotPaths.pilot[language], { area })
  await coordinator.goto(pilot)
  await lookAt(coordinator, p.of(`${town}n seutu`))
  await coordinator.getByRole('link', { name: p.openSurvey }).click()
  await coordinator.fill('[name=until]', daysFrom(25))
  await lookAt(coordinator, p.openSurvey)
  await press(coordinator, p.openSurvey)
  for (const [nth, site] of sites.entries()) {
    const venue = await person({ role: 'venue', site })
    await venue.goto(pilotPaths.answer[language])
    await choose(venue, 'mark1', nth === 0 ? '3' : '5')
    await choose(venue, 'goesOn', 'yes')
    if (nth === 0) {
      await lookAt(venue, p.answerTitle)
      await venue.fill('[name=better]', 'Ohje kassalle.')
    }
    await press(venue, p.sendAnswer)
    expect(await venue.textContent('main')).toContain(p.answered)
  }

  // Two months before its end the evaluation is there by itself; then a meeting, and the decision.
  const permanentFrom = daysFrom(101)
  world.later(41 * 24 * 60)
  await keepHouse(world.db, world.now(), origin)
  const later = await person({ role: 'centre' })
  await later.goto(pilot)
  await lookAt(later, p.of(`${town}n seutu`))
  const evaluated = await later.textContent('main')
  for (const shown of [p.registered, 'Ohje kassalle.', p.missing.meeting]) expect(evaluated).toContain(shown)
  await later.getByRole('link', { name: p.toPlan }).click()
  await choose(later, 'kind', 'feedback')
  await later.fill('[name=held]', daysFrom(0))
  await later.fill('[name=notes]', 'Kaikki jatkavat.')
  await lookAt(later, t.addMeeting)
  await press(later, t.saveMeeting)
  await later.goto(fill(pilotPaths.decide[language], { area }))
  await choose(later, 'kind', 'permanent')
  await later.fill('[name=decided]', daysFrom(0))
  await later.fill('[name=reason]', 'Kortti tavoitti ihmiset.')
  await lookAt(later, p.decide)
  await press(later, p.saveDecision)
  await changePhase(later, language, at, 'permanent', { from: permanentFrom })
  expect(await later.locator('h1').first().textContent()).toBe(`${town}n seutu`)
  world.later(61 * 24 * 60)
  const last = await person({ role: 'centre' })
  await last.goto(pilot)
  await lookAt(last, p.of(`${town}n seutu`))
  expect(await last.textContent('main')).toContain(p.carriedOut)
})
