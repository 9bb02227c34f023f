import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { htmlProblems } from '../../test/html.ts'
import { makeCard, makeMunicipality, makeSite, makeUnit, makeUse } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'

let world: World
beforeEach(async () => {
  world = await newWorld()
})
afterEach(() => world.end())

const read = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await world.anyone.get(path, headers)
  expect(answer.status).toBe(200)
  const page = await answer.text()
  expect(await htmlProblems(page)).toEqual([])
  return page
}

const titles = {
  fi: 'Kulttuuria ja liikuntaa maksutta',
  sv: 'Kultur och motion utan kostnad',
  en: 'Culture and sports free of charge',
}

describe('the bare address', () => {
  it.each([
    ['sv-FI,sv;q=0.9,fi;q=0.8', 'sv'],
    ['en-US', 'en'],
    ['fi', 'fi'],
    ['de-DE,de;q=0.9', 'fi'],
    ['', 'fi'],
  ] as const)('answers itself to a reader of “%s”', async (accepted, language) => {
    const page = await read('/', { 'accept-language': accepted })
    expect(page).toContain(`<html lang="${language}"`)
    expect(page).toContain(`<h1>${titles[language]}</h1>`)
  })
})

describe.each([
  ['fi', 'Tulotodistuksia ei tarvita.', 'Tilanne 4.5.2026.'],
  ['sv', 'Du behöver inga intyg om dina inkomster.', 'Läget 4.5.2026.'],
  ['en', 'You need no papers about your income.', 'As of 4 May 2026.'],
] as const)('/%s', (language, noPapers, asOf) => {
  it('says what the card is and how one gets it', async () => {
    const page = await read(`/${language}`)
    expect(page).toContain(`<h1>${titles[language]}</h1>`)
    expect(page).toContain(noPapers)
    expect(page).toContain(asOf)
  })

  it('leads only to pages that are there', async () => {
    const page = await read(`/${language}`)
    const main = page.slice(page.indexOf('<main'), page.indexOf('</main>'))
    const links = [...main.matchAll(/href="([^"]+)"/g)].map(([, href]) => href!)
    expect(links.length).toBeGreaterThanOrEqual(4)
    for (const href of links)
      if (href.startsWith('#')) expect(page).toContain(`id="${href.slice(1)}"`)
      else expect((await world.anyone.get(href)).status, href).toBe(200)
  })

  it('counts places, municipalities, tickets and cards', async () => {
    const { db, keys } = world
    const municipality = await makeMunicipality(db)
    const site = await makeSite(db, { municipality })
    const unit = await makeUnit(db, { municipality })
    const card = await makeCard(db, keys, { unit, registeredOn: '2026-01-15' })
    await makeUse(db, { card, site, usedAt: world.now(), children: 2 })
    const page = await read(`/${language}`)
    expect([...page.matchAll(/<dd>([^<]+)<\/dd>/g)].map(([, value]) => value)).toEqual([
      '1',
      '1',
      '3',
      '1',
      '3',
      '2',
      '1',
    ])
  })
})

it('has no buttons for roles where people are real', async () => {
  expect(await read('/fi')).not.toContain('/demo/sign-in')
})

it('has one button for each role in the demo', async () => {
  await world.end()
  world = await newWorld(undefined, { demo: true })
  const page = await read('/fi')
  const main = page.slice(page.indexOf('<main'), page.indexOf('</main>'))
  expect(main).toContain('<form method="post" action="/demo/sign-in">')
  const users = [...main.matchAll(/<button[^>]* name="user" value="([^"]+)"/g)].map(([, user]) => user)
  expect(users.sort()).toEqual([
    'auditor',
    'centre',
    'coordinator-culture',
    'coordinator-sote',
    'intermediary',
    'issuer',
    'venue',
  ])
})
