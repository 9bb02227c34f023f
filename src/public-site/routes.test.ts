import { brotliCompressSync } from 'node:zlib'
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

/** The municipalities of the list with their places, in the order of the page. */
const listOf = (page: string) =>
  page
    .split('<h3>')
    .slice(1)
    .map((part) => [
      part.split('</h3>')[0],
      ...[...part.matchAll(/<p class="how"><a href="[^"]+">([^<]+)<\/a><\/p>/g)].map(([, name]) => name),
    ])

describe('the list of places', () => {
  const makeSome = async () => {
    const { db } = world
    const place = async (name: string, nameSv?: string, phase?: 'preparing') =>
      makeMunicipality(db, { name, ...(nameSv ? { nameSv } : {}), ...(phase ? { phase } : {}) })
    const oulu = await place('Oulu', 'Uleåborg')
    const espoo = await place('Espoo', 'Esbo')
    const ahtari = await place('Ähtäri', 'Etseri')
    const hanko = await place('Hanko', 'Hangö', 'preparing')
    await makeSite(db, { name: 'Tiedekeskus', municipality: oulu, category: 'science' })
    await makeSite(db, { name: 'Äänitalo', municipality: espoo })
    await makeSite(db, { name: 'Aalto', municipality: espoo, category: 'sports' })
    await makeSite(db, { name: 'Eläinpuisto', municipality: ahtari, popUp: true })
    await makeSite(db, { name: 'Majakka', municipality: hanko })
  }

  it('is in the order of the alphabet, with the names of the language', async () => {
    await makeSome()
    expect(listOf(await read('/fi/kohteet'))).toEqual([
      ['Espoo', 'Aalto', 'Äänitalo'],
      ['Hanko', 'Majakka'],
      ['Oulu', 'Tiedekeskus'],
      ['Ähtäri', 'Eläinpuisto'],
    ])
    expect(listOf(await read('/sv/stallen')).map(([name]) => name)).toEqual([
      'Esbo',
      'Etseri',
      'Hangö',
      'Uleåborg',
    ])
    expect(await read('/en/places')).toContain('<h2>5 places in 4 municipalities</h2>')
  })

  it('marks pop-up places, and those that are still to come', async () => {
    await makeSome()
    const page = await read('/fi/kohteet')
    expect(page).toContain('Eläinpuisto</a></p><p>Kulttuuri <span class="tag wait">Pop up</span>')
    expect(page).toContain('Majakka</a></p><p>Kulttuuri <span class="tag wait">Tulossa</span>')
    expect(page.match(/class="tag/g)).toHaveLength(2)
  })

  it('is searched by municipality or place, forgiving case and accents, and by field', async () => {
    await makeSome()
    expect(listOf(await read('/fi/kohteet?q=ESBO'))).toEqual([['Espoo', 'Aalto', 'Äänitalo']])
    expect(listOf(await read('/fi/kohteet?q=aanitalo'))).toEqual([['Espoo', 'Äänitalo']])
    expect(listOf(await read('/fi/kohteet?q=espoo&category=sports'))).toEqual([['Espoo', 'Aalto']])
    const page = await read('/fi/kohteet?q=espoo&category=sports')
    expect(page).toContain('<h2>1 kohde yhdessä kunnassa</h2>')
    expect(page).toMatch(/<input type="hidden" name="q" value="espoo"\/>/)
    expect(page).toMatch(/<input type="hidden" name="category" value="sports"\/>/)
    expect(page).toMatch(/value="sports" checked/)
  })

  it('says what to do when nothing is found, and shows what was typed as text', async () => {
    await makeSome()
    const page = await read(`/sv/stallen?q=${encodeURIComponent('"><script>alert(1)</script>')}`)
    expect(page).toContain('Sökningen gav inga ställen')
    expect(page).toContain('href="/sv/stallen"')
    expect(page).not.toContain('<script>alert')
  })

  it('keeps the search when the language is changed', async () => {
    await makeSome()
    expect(await read('/fi/kohteet?q=espoo')).toContain('href="/sv/stallen?q=espoo"')
  })

  it('says so when there are no places at all', async () => {
    expect(await read('/fi/kohteet')).toContain('Kohteita ei ole vielä lisätty')
  })

  it('holds names as text, never as markup', async () => {
    await makeSite(world.db, { name: '<img src=x onerror=alert(1)>' })
    expect(await read('/fi/kohteet')).toContain('&lt;img src=x onerror=alert(1)&gt;')
  })

  it('stays light with 450 places', async () => {
    const { db } = world
    for (let index = 0; index < 90; index++) {
      const municipality = await makeMunicipality(db)
      for (let nth = 0; nth < 5; nth++) await makeSite(db, { municipality })
    }
    const page = await read('/fi/kohteet')
    expect(page.match(/class="how"/g)).toHaveLength(450)
    expect(brotliCompressSync(page).length).toBeLessThan(14_000)
  })
})
