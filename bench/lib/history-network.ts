import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { csvFile } from './csv-file.ts'
import type { Category } from './history-table.ts'

const data = new URL('../../data/network/', import.meta.url)
/** `rank` is the municipality's place in the order in which they join the network. */
export type Place = { reference: string; municipality: string; rank: number; isPopUp: boolean }
/** About nine more each year, until all are in. */
export const hasJoined = (index: number) => (place: Place) => place.rank < 10 + 9 * index

/** Municipalities that use the card, with their areas: the real ones. */
const readMunicipalities = () =>
  readFileSync(new URL('municipalities_by_area.csv', data), 'utf8')
    .split('\n')
    .map((line) => line.split(','))
    .filter((cells) => cells[4] === 'in_use_or_pilot')
    .map(([area, name]) => ({ area: area!, name: name! }))

export const writeNetwork = (folder: string) => {
  copyFileSync(new URL('municipalities_by_area.csv', data), join(folder, 'network.csv'))
  copyFileSync(new URL('area_timeline.csv', data), join(folder, 'area_timeline.csv'))
}

const unitKinds = [
  ['Aikuissosiaalityö', 'sosiaalitoimisto', 'hyvinvointialue', 0],
  ['Klubitalo', 'klubitalot', 'tukiyhdistys ry', 1],
  ['Etsivä nuorisotyö', 'etsivä/löytävä nuorisotyö', 'nuorisopalvelut', 0],
  ['Diakoniatyö', 'seurakunnan diakoniatyö', 'seurakunta', 1],
  ['Maahanmuuttajapalvelut', 'maahanmuuttajapalvelut', 'kotoutumispalvelut', 0],
] as const

export const writeUnits = async (folder: string, count: number): Promise<Place[]> => {
  const municipalities = readMunicipalities()
  const file = csvFile(join(folder, 'units.csv'), [
    'unit',
    'organisation',
    'kind',
    'third_sector',
    'municipality',
    'area',
  ])
  const units = Array.from({ length: count }, (_, at): Place => {
    const { name: municipality, area } = municipalities[at % municipalities.length]!
    const [word, kind, owner, thirdSector] =
      unitKinds[Math.floor(at / municipalities.length) % unitKinds.length]!
    const round = Math.floor(at / municipalities.length / unitKinds.length)
    const name = round === 0 ? word : `${word} ${round + 1}`
    file.row([name, `${municipality}, ${owner}`, kind, thirdSector, municipality, at % 2 === 0 ? area : ''])
    // The same name stands in many municipalities, so a card names both.
    return {
      reference: `${name} | ${municipality}`,
      municipality,
      rank: at % municipalities.length,
      isPopUp: false,
    }
  })
  await file.end()
  return units
}

const siteKinds: [string, Category][] = [
  ['Uimahalli', 'sports'],
  ['Teatteri', 'culture'],
  ['Kansalaisopisto', 'education'],
  ['Museo', 'culture'],
  ['Tiedekeskus', 'science'],
]
export type Site = Place & { category: Category }

export const writeSites = async (folder: string, count: number): Promise<Site[]> => {
  const municipalities = readMunicipalities()
  const file = csvFile(join(folder, 'sites.csv'), [
    'site',
    'organisation',
    'municipality',
    'area',
    'category',
    'intermediary',
  ])
  const sites = Array.from({ length: count }, (_, at): Site => {
    const isPopUp = at % 100 === 99
    const municipality = isPopUp ? 'Helsinki' : municipalities[at % municipalities.length]!.name
    const [word, category] = siteKinds[Math.floor(at / municipalities.length) % siteKinds.length]!
    const name = isPopUp ? `${word} (pop up ${at})` : `${municipality}: ${word}`
    file.row([
      name,
      `${municipality}, vapaa-aika`,
      municipality,
      '',
      category,
      at % 50 === 0 ? 'Lippupiste "Oma"' : '',
    ])
    return { reference: name, municipality, rank: at % municipalities.length, isPopUp, category }
  })
  await file.end()
  return sites
}
