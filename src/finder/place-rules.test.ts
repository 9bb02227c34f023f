import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { centres, distanceKm, farthestKm, nearestCentre } from './centre-rules.ts'
import { askedFor, neighboursOf, placeNamed, sitesNear } from './place-rules.ts'

const centreOf = (name: string) => centres.find(({ nameFi }) => nameFi === name)!

describe('centres', () => {
  const official = readFileSync('data/network/municipalities.csv', 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))

  it('are those of every municipality, by its official names where they differ', () =>
    expect(centres.map(({ nameFi, nameSv }) => [nameFi, nameSv])).toEqual(
      official.map(([, fi, sv]) => [fi, sv && sv !== fi ? sv : null]),
    ))

  it('lie in the country, each in a place of its own', () => {
    for (const { latitude, longitude } of centres) {
      expect(latitude).toBeGreaterThan(59.7)
      expect(latitude).toBeLessThan(70.1)
      expect(longitude).toBeGreaterThan(19.2)
      expect(longitude).toBeLessThan(31.6)
    }
    expect(new Set(centres.map(({ latitude, longitude }) => `${latitude} ${longitude}`)).size).toBe(
      centres.length,
    )
  })

  // As the crow flies, from maps that everyone has.
  test.each([
    ['Helsinki', 'Tampere', 161],
    ['Helsinki', 'Turku', 151],
    ['Kuhmo', 'Kajaani', 88],
    ['Hanko', 'Utsjoki', 1135],
    ['Maarianhamina', 'Turku', 133],
    ['Espoo', 'Espoo', 0],
  ])('%s and %s are %i km apart', (a, b, km) =>
    expect(Math.abs(distanceKm(centreOf(a), centreOf(b)) - km)).toBeLessThan(6),
  )

  const anyCentre = fc.constantFrom(...centres)
  it('are as far apart both ways, and no detour is shorter', () =>
    fc.assert(
      fc.property(anyCentre, anyCentre, anyCentre, (a, b, c) => {
        expect(distanceKm(a, b)).toBeCloseTo(distanceKm(b, a), 9)
        expect(distanceKm(a, c)).toBeLessThanOrEqual(distanceKm(a, b) + distanceKm(b, c) + 1e-6)
      }),
    ))

  test.each([
    ['the railway station of Tampere', 61.498, 23.773, 'Tampere'],
    ['a fell in Inari', 69.3, 28.2, 'Inari'],
    ['Haaparanta', 65.83, 24.12, 'Haaparanta'],
    ['Stockholm', 59.33, 18.07, null],
    ['Saint Petersburg', 59.94, 30.31, null],
    ['the sea off Africa', 0, 0, null],
  ])('the nearest to %s', (_, latitude, longitude, name) => {
    const { centre, km } = nearestCentre({ latitude, longitude })
    expect(km <= farthestKm ? centre.nameFi : null).toBe(name)
  })
})

const site = (name: string, nameFi: string, nameSv: string | null = null) => ({ name, nameFi, nameSv })
const sites = [
  site('Etelä-Karjalan museo', 'Lappeenranta', 'Villmanstrand'),
  site('Uimahalli', 'Lappeenranta', 'Villmanstrand'),
  site('Vihdin museo', 'Vihti', 'Vichtis'),
  site('Iin kirjasto', 'Ii', 'Ijo'),
  site('Kuhmon kamarimusiikki', 'Kuhmo'),
  site('Kainuun museo', 'Kajaani', 'Kajana'),
  site('Näyttämö', 'Uusikuntala'),
]

describe('what is typed', () => {
  test.each([
    ['LAPPEENRANTA', 'Lappeenranta'],
    ['villmanstrand ', 'Lappeenranta'],
    ['hameenlinna', 'Hämeenlinna'],
    ['Mänttä Vilppula', 'Mänttä-Vilppula'],
    ['ii', 'Ii'],
    ['esbo', 'Espoo'],
    ['Kuhmossa', 'Kuhmo'],
    ['Kuhmon', 'Kuhmo'],
    ['Espoosta', 'Espoo'],
    ['jyväs', 'Jyväskylä'],
    ['Jyväsklyä', 'Jyväskylä'],
    ['Rovaniem', 'Rovaniemi'],
    ['Roovaniemi', 'Rovaniemi'],
    ['uusikuntala', 'Uusikuntala'],
    ['Kyrkslät', 'Kirkkonummi'],
  ])('“%s” is the municipality of %s', (typed, name) =>
    expect(askedFor(typed, sites)).toMatchObject({ kind: 'near', place: { nameFi: name } }),
  )

  test.each([
    ['etela karjala', ['Etelä-Karjalan museo']],
    ['museo', ['Etelä-Karjalan museo', 'Vihdin museo', 'Kainuun museo']],
    ['museo vichtis', ['Vihdin museo']],
    ['uimahalli lappeen', ['Uimahalli']],
    ['kuhmon kamari', ['Kuhmon kamarimusiikki']],
  ])('“%s” is found in names of places', (typed, names) =>
    expect(askedFor(typed, sites)).toMatchObject({ kind: 'named', sites: names.map((name) => ({ name })) }),
  )

  test.each(['Tukholma', 'xyzzy', 'zz', 'pa'])('“%s” is nowhere', (typed) =>
    expect(askedFor(typed, sites)).toEqual({ kind: 'nowhere' }),
  )
  test.each(['', '  -- '])('“%s” asks for all', (typed) =>
    expect(askedFor(typed, sites)).toEqual({ kind: 'all' }),
  )

  it('never mistakes the name of a municipality, whatever the capitals and accents', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...centres),
        fc.constantFrom('NFC', 'NFD'),
        fc.boolean(),
        fc.boolean(),
        (centre, form, upper, swedish) => {
          const name = ((swedish && centre.nameSv) || centre.nameFi).normalize(form)
          expect(askedFor(upper ? name.toUpperCase() : name, sites)).toMatchObject({
            kind: 'near',
            place: { nameFi: centre.nameFi },
          })
        },
      ),
    ))
})

describe('near a municipality', () => {
  const compare = new Intl.Collator('fi').compare
  const near = (name: string, among = sites) =>
    sitesNear(among, placeNamed({ nameFi: name, nameSv: null }), compare).map(({ site, km }) => [
      site.name,
      Math.round(km),
    ])

  it('its own come first, then the nearest', () =>
    expect(near('Kuhmo')).toEqual([
      ['Kuhmon kamarimusiikki', 0],
      ['Kainuun museo', 87],
    ]))

  it('one that no list has holds its own', () => expect(near('Uusikuntala')).toEqual([['Näyttämö', 0]]))

  it('where there is nothing, the nearest that have something are told', () => {
    expect(near('Utsjoki')).toEqual([])
    expect(
      neighboursOf(sites, placeNamed({ nameFi: 'Utsjoki', nameSv: null })).map(({ nameFi, sites }) => [
        nameFi,
        sites,
      ]),
    ).toEqual([
      ['Ii', 1],
      ['Kajaani', 1],
      ['Kuhmo', 1],
      ['Lappeenranta', 2],
      ['Vihti', 1],
    ])
  })

  it('the order never goes back', () =>
    fc.assert(
      fc.property(fc.constantFrom(...centres), (centre) => {
        const everywhere = centres.map(({ nameFi, nameSv }) => site(`Kohde ${nameFi}`, nameFi, nameSv))
        const found = sitesNear(everywhere, placeNamed(centre), compare)
        expect(found[0]!.site.nameFi).toBe(centre.nameFi)
        expect(found.every(({ km }, index) => index === 0 || km >= found[index - 1]!.km)).toBe(true)
        expect(found.every(({ km }) => km <= 100)).toBe(true)
      }),
      { numRuns: 30 },
    ))
})
