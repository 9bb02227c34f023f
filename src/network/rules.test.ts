import { describe, expect, it } from 'vitest'
import { countMunicipalities, groupByArea, type Membership, municipalityName } from './rules.ts'

const member = (nameFi: string, given: Partial<Membership> = {}): Membership => ({
  area: 'Pirkanmaa',
  nameFi,
  nameSv: null,
  phase: 'permanent',
  until: null,
  crossUse: true,
  preliminary: false,
  ...given,
})

const shape = (memberships: Membership[]) =>
  groupByArea(memberships).map(({ name, standings }) => [
    name,
    ...standings.map(({ phase, until, municipalities }) => [
      phase,
      until,
      municipalities.map(({ nameFi }) => nameFi).join(' '),
    ]),
  ])

describe('areas', () => {
  it('hold municipalities of every phase side by side, those in use first', () => {
    expect(
      shape([
        member('Vesilahti', { phase: 'preparing' }),
        member('Pirkkala', { phase: 'pilot', until: '2026-12-31' }),
        member('Tampere'),
        member('Kuhmo', { area: 'Kainuu' }),
        member('Nokia'),
        member('Orivesi', { phase: 'pilot', until: '2026-06-30' }),
      ]),
    ).toEqual([
      [
        'Pirkanmaa',
        ['permanent', null, 'Tampere Nokia'],
        ['pilot', '2026-06-30', 'Orivesi'],
        ['pilot', '2026-12-31', 'Pirkkala'],
        ['preparing', null, 'Vesilahti'],
      ],
      ['Kainuu', ['permanent', null, 'Kuhmo']],
    ])
  })

  it('leave out what has ended, and the area that has nothing else', () => {
    expect(shape([member('Tampere'), member('Nokia', { phase: 'ended' })])).toEqual([
      ['Pirkanmaa', ['permanent', null, 'Tampere']],
    ])
    expect(shape([member('Nokia', { phase: 'ended' })])).toEqual([])
  })

  it('keep apart those that stand otherwise in any way', () => {
    const members = [member('A'), member('B', { crossUse: false }), member('C', { preliminary: true })]
    expect(groupByArea(members)[0]!.standings).toHaveLength(3)
  })

  it('count pilots as being in use', () => {
    const areas = groupByArea([
      member('A'),
      member('B', { phase: 'pilot', until: '2026-12-31' }),
      member('C', { phase: 'preparing' }),
      member('D', { phase: 'ended' }),
    ])
    expect(countMunicipalities(areas)).toEqual({ inUse: 2, preparing: 1 })
  })
})

it('a municipality has its Swedish name in Swedish, where it has one', () => {
  const espoo = { nameFi: 'Espoo', nameSv: 'Esbo' }
  expect(['fi', 'sv', 'en'].map((language) => municipalityName(espoo, language))).toEqual([
    'Espoo',
    'Esbo',
    'Espoo',
  ])
  expect(municipalityName({ nameFi: 'Kuhmo', nameSv: null }, 'sv')).toBe('Kuhmo')
})
