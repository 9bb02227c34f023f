import { describe, expect, it } from 'vitest'
import { sitesNear } from './rules.ts'

const kajaani = { id: 1, areaId: 10, crossUse: true }
const site = (name: string, given: Partial<Parameters<typeof sitesNear>[0][number]> = {}) => ({
  ...{ name, category: 'culture' as const, nameFi: 'Kajaani', nameSv: null },
  ...{ municipalityId: 1, areaId: 10, isPopUp: false, isPaused: false, phase: 'permanent' as const },
  ...given,
})
const inSotkamo = { municipalityId: 2, nameFi: 'Sotkamo' }
const popUp = { isPopUp: true, areaId: null, phase: null }
const near = (sites: ReturnType<typeof site>[], home: Parameters<typeof sitesNear>[1] = kajaani) =>
  sitesNear(sites, home, ({ nameFi }) => nameFi, new Intl.Collator('fi').compare).map(({ name }) => name)

describe('the sites near home', () => {
  it('are those of the municipality, then the rest of its area, each by name', () =>
    expect(
      near([
        site('Ääniteatteri'),
        site('Hallinportti', { municipalityId: 3, nameFi: 'Hyrynsalmi' }),
        site('Vuokatti', inSotkamo),
        site('Uimahalli', inSotkamo),
        site('Museo'),
      ]),
    ).toEqual(['Museo', 'Ääniteatteri', 'Hallinportti', 'Uimahalli', 'Vuokatti']))

  it.each([
    ['in another area', { municipalityId: 9, areaId: 11 }],
    ['in a pause', { isPaused: true }],
    ['where the card is still to come', { phase: 'preparing' as const }],
    ['where its use has ended', { phase: 'ended' as const }],
    ['pop-up sites elsewhere', { ...popUp, municipalityId: 2 }],
  ])('are not those %s', (_, given) => expect(near([site('Museo', given)])).toEqual([]))

  it('are a pop-up site at home too, unless the cards work in their own area only', () => {
    expect(near([site('Galleria', popUp)])).toEqual(['Galleria'])
    expect(near([site('Galleria', popUp)], { ...kajaani, crossUse: false })).toEqual([])
  })

  it('outside the network are none of an area', () => {
    const home = { id: 7, areaId: null, crossUse: null }
    expect(
      near([site('Galleria', { ...popUp, municipalityId: 7 }), site('Toinen', { ...popUp })], home),
    ).toEqual(['Galleria'])
  })
})
