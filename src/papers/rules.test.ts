import { describe, expect, it } from 'vitest'
import { figureOf } from '../../test/publications.ts'
import { formatNumber, languages } from '../i18n/translated.ts'
import { altOf, isTellable } from './picture.ts'
import type { Told } from './queries.ts'
import { figurePlaceOf, keyOf, numbersOf, readKey } from './rules.ts'
import { withAlt } from './svg.ts'
import { plainText, pressText, serviceText, type TextFacts } from './texts.ts'

const kainuu = { id: 3, nameFi: 'Kainuu', nameSv: 'Kajanaland' }
const kajaani = { id: 7, nameFi: 'Kajaani', nameSv: 'Kajana' }

describe('the name of a place in an address', () => {
  it.each(['area-3', 'municipality-7', 'site-12', 'unit-5'])('is %s and back', (text) =>
    expect(keyOf(readKey(text)!)).toBe(text),
  )
  it('is empty for the country', () => expect([keyOf(null), readKey('')]).toEqual(['', null]))
  it.each(['area-0', 'area-', 'area-1e3', 'county-1', 'area-9999999999', 'toString-1', 'area-3 ', '-3'])(
    'is not %j',
    (text) => expect(readKey(text)).toBeUndefined(),
  )
})

describe('the figures of a paper', () => {
  it.each([
    ['those of the country', null, { level: 'country', placeId: null }],
    ['those of the area', 'area', { level: 'area', placeId: 3 }],
    ['those of the municipality', 'municipality', { level: 'municipality', placeId: 7 }],
    ['never a site’s own', 'site', { level: 'area', placeId: 3 }],
    ['never a unit’s own', 'unit', { level: 'area', placeId: 3 }],
  ] as const)('are %s', (_, kind, place) => {
    const municipality = kind && kind !== 'area' ? kajaani : null
    const key = kind && { kind, id: kind === 'area' ? 3 : 7 }
    expect(figurePlaceOf({ key, name: null, municipality, area: kind ? kainuu : null })).toEqual(place)
  })

  const level = 'area' as const
  const tickets = figureOf({ measure: 'tickets', count: 120, level, placeId: 3 })
  const children = figureOf({ ...tickets, division: 'audience', part: 'children', count: null })
  const users = figureOf({ measure: 'users', count: 0, level, placeId: 3 })

  it('leave out what is hidden, and know that they did', () =>
    expect(numbersOf('2026-Q1', level, [tickets, children, users])).toEqual({
      counts: { tickets: 120 },
      isSomeHidden: true,
    }))
  it('leave out nothing where nothing is hidden', () =>
    expect(numbersOf('2026-Q1', level, [tickets])).toEqual({ counts: { tickets: 120 }, isSomeHidden: false }))
  it('are none of another level', () => expect(numbersOf('2026-Q1', 'country', [tickets]).counts).toEqual({}))
})

const facts: TextFacts = {
  ...{ kind: 'area', name: 'Kainuu', municipalities: ['Kajaani', 'Kuhmo'], units: ['Nuorten työpaja'] },
  ...{ sites: 34, childAge: 17, months: 24, address: 'kaiku.example/fi/alueet/3' },
}
const told: Told = {
  ...{ number: 5, period: '2026-Q1', asOf: new Date('2026-04-15T06:00:00Z') },
  ...{ counts: { tickets: 1234, children: 345, users: 210, registered: 67 }, isSomeHidden: false },
}
const publication = 'kaiku.example/fi/avoin-data/5'

describe.each(languages)('the texts in %s', (language) => {
  it('describe the service with the names of the place', () => {
    const { sentence, paragraph, page } = serviceText(language, facts)
    expect(sentence).toContain('Kainuu')
    expect(paragraph.startsWith(sentence)).toBe(true)
    expect(paragraph).toContain(facts.address)
    const whole = plainText(page)
    for (const part of ['Kainuu', '• Kuhmo', '• Nuorten työpaja', '34', '17', '24', facts.address])
      expect(whole).toContain(part)
  })

  it.each(['site', 'unit', 'municipality', null] as const)('begin with who it is: %s', (kind) => {
    const name = kind ? 'Taidemuseo' : ''
    const { sentence } = serviceText(language, { ...facts, kind, name })
    expect(sentence).toMatch(kind ? /Taidemuseo/ : /Kaikukort/)
  })

  it('tell the press the published figures with their source', () => {
    const { title, lines } = pressText(language, facts, { told, place: 'Kainuu', publication })
    const text = lines.join('\n')
    expect(title).toContain(formatNumber(language, 1234))
    for (const part of [formatNumber(language, 1234), '345', '210', '67', 'Kainuu', publication])
      expect(text).toContain(part)
    expect(text).toMatch(language === 'en' ? /publication 5, as of 15 April 2026/ : / 5, \S+ 15\.4\.2026/)
  })

  it('tell nobody a hidden figure, nor what it is part of', () => {
    const hidden = { ...told, counts: { children: 345, registered: 67 }, isSomeHidden: true }
    const { title, lines } = pressText(language, facts, { told: hidden, place: 'Kainuu', publication })
    expect(`${title} ${lines.join(' ')}`).not.toMatch(/345|1.?234/)
    expect(lines[0]).toMatch(/ei näytetä|visas inte|not shown/)
  })

  it('say nothing of figures before the first publication', () => {
    const { lines } = pressText(language, facts, { told: null, place: 'Kainuu', publication: '' })
    expect(lines.join(' ')).not.toMatch(/null|undefined|julkaisu|publi[ck]ation/)
  })
})

describe('a picture', () => {
  const wanted = {
    language: 'fi',
    size: 'square',
    about: 'numbers',
    name: 'Kainuu',
    place: 'Kainuu',
  } as const
  const address = 'kaiku.example/fi/alueet/3'

  it('says to those who do not see it what it shows', () =>
    expect(altOf({ ...wanted, told, address })).toBe(
      `Kaikukortilla ${formatNumber('fi', 1234)} lippua ja kurssipaikkaa (Kainuu, tammi–maaliskuu 2026): 889 aikuisille, 345 lapsille, noin 210 käyttäjää, 67 uutta korttia. Kaikukannan julkaisu 5, tilanne 15.4.2026.`,
    ))
  it('tells neither part of the tickets where one is hidden', () => {
    const counts = { tickets: 1234 }
    expect(altOf({ ...wanted, address, told: { ...told, counts, isSomeHidden: true } })).not.toMatch(
      /aikuisille|lapsille/,
    )
  })
  it('of figures is not there while its tickets are hidden, nor before a publication', () => {
    expect(isTellable({ ...wanted, address, told })).toBe(true)
    expect(isTellable({ ...wanted, address, told: { ...told, counts: { children: 345 } } })).toBe(false)
    expect(isTellable({ ...wanted, address, told: null })).toBe(false)
    expect(isTellable({ ...wanted, about: 'card', address, told: null })).toBe(true)
  })
})

it('a name with signs of its own stands in a drawing as it is', () => {
  const drawn = withAlt(Buffer.from('<svg width="1"></svg>'), `Teatteri $& "A" $'`, 'fi')
  const alt = `Teatteri $&amp; &quot;A&quot; $'`
  expect(String(drawn)).toBe(
    `<svg role="img" lang="fi" aria-label="${alt}" width="1"><title>${alt}</title></svg>`,
  )
})
