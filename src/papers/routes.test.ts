import { afterEach, beforeEach, expect, it } from 'vitest'
import { htmlProblems } from '../../test/html.ts'
import { makeMunicipality, makeSite, makeUnit } from '../../test/makers.ts'
import { factsOf, hasPoppler, textOf } from '../../test/pdf.ts'
import { makePublication } from '../../test/publications.ts'
import { newWorld, type World } from '../../test/world.ts'
import { files, hrefOf, paths } from './words.ts'

let world: World
beforeEach(async () => {
  world = await newWorld()
})
afterEach(() => world.end())

const textAt = async (path: string, who: Pick<World['anyone'], 'get'> = world.anyone) => {
  const answer = await who.get(path)
  expect(answer.status, path).toBe(200)
  return answer.text()
}

const makeKainuu = async () => {
  const { db } = world
  const kajaani = await makeMunicipality(db, { name: 'Kajaani', area: 'Kainuu' })
  const unit = await makeUnit(db, { municipality: kajaani, name: 'Nuorten työpaja' })
  const hidden = await makeUnit(db, { municipality: kajaani, name: 'Turvakoti' })
  await db.updateTable('issuing_unit').set({ is_public: true }).where('id', '=', unit.id).execute()
  await db.updateTable('issuing_unit').set({ is_public: false }).where('id', '=', hidden.id).execute()
  const site = await makeSite(db, { municipality: kajaani, name: 'Taidemuseo' })
  const areaId = kajaani.areaId!
  return { kajaani, unit, hidden, site, areaId }
}

it('shows the papers of a place to anyone, and those of the work to who works there', async () => {
  const { unit, hidden, site, areaId, kajaani } = await makeKainuu()
  const open = await textAt(`${paths.open.fi}?place=area-${areaId}&language=ar`)
  expect(await htmlProblems(open)).toEqual([])
  expect(open).toMatch(new RegExp(`<option value="area-${areaId}" selected`))
  expect(open).toContain(
    hrefOf(files.poster, { place: `area-${areaId}`, language: 'ar', size: 'a3' }).replaceAll('&', '&amp;'),
  )
  expect(open).toContain('• Nuorten työpaja')
  expect(open).not.toMatch(/Turvakoti|desk-card|card-backs/)

  // Where the code of its posters leads: the page of the area is known by its id too, whatever its name becomes.
  const led = await world.anyone.get(`/fi/alueet/${areaId}`)
  expect((await world.anyone.get(led.headers.get('location')!)).status).toBe(200)

  const chosen = (page: string) => /<option value="([^"]*)" selected/.exec(page)![1]
  const own = async (who: Parameters<World['as']>[0]) => textAt(paths.own.fi, await world.as(who))
  const venue = await own({ role: 'venue', site })
  expect(await htmlProblems(venue)).toEqual([])
  expect(chosen(venue)).toBe(`site-${site.id}`)
  expect(venue).toContain('/papers/desk-card.pdf?place=site-')
  expect(chosen(await own({ role: 'issuer', unit }))).toBe(`unit-${unit.id}`)
  // A unit that is not public is on no wall: its municipality is.
  expect(chosen(await own({ role: 'issuer', unit: hidden }))).toBe(`municipality-${kajaani.id}`)
  const coordinator = await own({ role: 'coordinator', areaId })
  expect(chosen(coordinator)).toBe(`area-${areaId}`)
  expect(coordinator).toContain('Kohde: Taidemuseo')
  expect(coordinator).not.toContain('Turvakoti')
})

it('makes no paper of what is not public, and of no other size or language', async () => {
  const { hidden, site } = await makeKainuu()
  await world.db.updateTable('site').set({ closed_on: '2026-05-01' }).where('id', '=', site.id).execute()
  for (const path of [
    `${files.poster}?place=unit-${hidden.id}`,
    `${files.sign}?place=site-${site.id}`,
    `${files.poster}?place=area-999999`,
    `${files.poster}?place=county-1`,
    `${files.poster}?size=a5`,
    `${files.poster}?language=toString`,
    `${files.deskCard}?language=ar`,
    `${files.service}?language=xx`,
    `${files.png}?about=numbers`,
    `${files.svg}?size=huge`,
  ])
    expect((await world.anyone.get(path)).status, path).toBe(404)
  // An old address of the page still shows the papers of the country.
  expect(await textAt(`${paths.open.sv}?place=site-${site.id}&language=xx&period=1999`)).toContain(
    'Hela landet',
  )
})

it('tells the published figures of the area with their source, and keeps hidden ones hidden', async () => {
  const { areaId, site, unit } = await makeKainuu()
  const at = { level: 'area', placeId: areaId } as const
  const number = await makePublication(world.db, {
    period: '2026-Q1',
    figures: [
      { measure: 'tickets', count: 4321, ...at },
      { measure: 'tickets', division: 'audience', part: 'children', count: null, ...at },
      { measure: 'registered', count: null, ...at },
      { measure: 'tickets', count: 9876 },
      // What only a site's own people may read is told on no paper, whoever asks.
      { measure: 'tickets', count: 777, level: 'site', placeId: site.id },
    ],
  })
  const venue = await world.as({ role: 'venue', site })
  for (const [who, place] of [
    [world.anyone, `area-${areaId}`],
    [venue, `site-${site.id}`],
    [world.anyone, `unit-${unit.id}`],
  ] as const) {
    const press = await textAt(hrefOf(files.press, { place, language: 'en' }), who)
    expect(press).toContain('4,321 tickets and course places (Kainuu, January–March 2026)')
    expect(press).toContain(`publication ${number}, as of 15 April 2026`)
    expect(press).toContain(`localhost:3000/en/open-data/${number}`)
    expect(press).toContain('Some figures are not shown')
    expect(press).not.toMatch(/777|9,876|child|new card/)
  }
  const page = await textAt(`${paths.open.fi}?place=area-${areaId}`)
  expect(page).toContain('src="/papers/picture.svg?')
  const picture = await world.anyone.get(
    hrefOf(files.svg, { place: `area-${areaId}`, language: 'fi', about: 'numbers', size: 'wide' }),
  )
  expect(picture.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8')
  expect(await picture.text()).toMatch(/<title>Kaikukortilla 4\s321 lippua ja kurssipaikkaa \(Kainuu/)
})

it('hands out each file in its kind', async () => {
  const { site } = await makeKainuu()
  const place = `site-${site.id}`
  const kindOf = async (path: string) => {
    const answer = await world.anyone.get(path)
    await answer.arrayBuffer()
    return `${answer.status} ${answer.headers.get('content-type')} ${answer.headers.get('content-disposition')}`
  }
  expect(await kindOf(hrefOf(files.service, { place, language: 'sv' }))).toBe(
    '200 text/plain; charset=utf-8 attachment; filename="kaikukortti-service-sv.txt"',
  )
  expect(await kindOf(hrefOf(files.png, { place }))).toBe(
    '200 image/png attachment; filename="kaikukortti-card-fi-square.png"',
  )
  expect(await kindOf(hrefOf(files.cardBacks, { place, language: 'so' }))).toBe(
    '200 application/pdf inline; filename="kaikukortti-card-backs-so-a4.pdf"',
  )
  if (!hasPoppler) return
  const sign = await world.anyone.get(hrefOf(files.sign, { place, language: 'fi', size: 'a6' }))
  const pdf = new Uint8Array(await sign.arrayBuffer())
  expect(factsOf(pdf).Title).toBe('Kaikukortti käy täällä')
  expect(textOf(pdf)).toContain(`Taidemuseo`)
  expect(textOf(pdf)).toContain(`localhost:3000/fi/kohteet/${site.id}`)
})
