import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { htmlProblems } from '../../test/html.ts'
import { makeMunicipality } from '../../test/makers.ts'
import { newWorld, type World } from '../../test/world.ts'

let world: World
beforeEach(async () => {
  world = await newWorld()
})
afterEach(() => world.end())

const read = async (path: string) => {
  const answer = await world.anyone.get(path)
  expect(answer.status).toBe(200)
  const page = await answer.text()
  expect(await htmlProblems(page)).toEqual([])
  return page
}

/** The page's text of one area, as it is read out. */
const areaOf = (page: string, name: string) =>
  page
    .slice(page.indexOf('<h3>', page.indexOf(`<bdi>${name}</bdi>`) - 90))
    .split('</li>')[0]!
    .replace(/<\/p>/g, '|')
    .replace(/<[^>]+>/g, '')
    .trim()

describe.each([
  [
    '/fi/alueet',
    'Kaikukortti on käytössä tai kokeilussa 4 kunnassa. Lisäksi 1 kunta valmistelee kortin käyttöönottoa.',
    'Tilanne 4.5.2026.',
    'Länsi-UusimaaEspoo, Karkkila|Kokeilu · 31.12.2026 asti Lohja. Kortti käy vain omalla alueella.|Tulossa · alustava tieto Hanko|',
    'Alueita ei ole vielä lisätty',
  ],
  [
    '/sv/omraden',
    'Kaikukortet är i bruk eller prövas i 4 kommuner. Dessutom förbereder 1 kommun att ta kortet i bruk.',
    'Läget 4.5.2026.',
    'Länsi-UusimaaEsbo, Högfors|Försök · till och med 31.12.2026 Lojo. Kortet gäller bara i det egna området.|På väg · preliminär uppgift Hangö|',
    'Inga områden har lagts till ännu',
  ],
  [
    '/en/areas',
    'The Kaikukortti is in use or being piloted in 4 municipalities. 1 more municipality is preparing to take the card into use.',
    'As of 4 May 2026.',
    'Länsi-UusimaaEspoo, Karkkila|Pilot · until 31 December 2026 Lohja. The card works in its own area only.|Coming · preliminary information Hanko|',
    'No areas have been added yet',
  ],
])('%s', (path, lead, asOf, standings, nothing) => {
  it('says so when there is no area', async () => {
    expect(await read(path)).toContain(nothing)
  })

  it('lists the municipalities of each area and how they stand', async () => {
    const { db } = world
    const area = 'Länsi-Uusimaa'
    const make = async (name: string, nameSv: string, given = {}) =>
      makeMunicipality(db, { area, name, nameSv, ...given })
    await make('Karkkila', 'Högfors')
    await make('Espoo', 'Esbo')
    await make('Lohja', 'Lojo', { phase: 'pilot', until: '2026-12-31', crossUse: false })
    const hanko = await make('Hanko', 'Hangö', { phase: 'preparing' })
    await db
      .updateTable('area_membership')
      .set({ preliminary: true })
      .where('municipality_id', '=', hanko.id)
      .execute()
    await makeMunicipality(db, { area: 'Kainuu', name: 'Kuhmo' })
    const page = await read(path)
    expect(page).toContain(lead)
    expect(page).toContain(asOf)
    expect(areaOf(page, area)).toBe(standings)
    expect(page.indexOf('<bdi>Kainuu')).toBeLessThan(page.indexOf('<bdi>Länsi'))
  })
})

it('shows names as text, never as markup', async () => {
  await makeMunicipality(world.db, { name: '<b>Kunta</b>', area: 'A & B' })
  const page = await read('/fi/alueet')
  expect(page).toContain('&lt;b&gt;Kunta&lt;/b&gt;')
  expect(page).toContain('A &amp; B')
})
