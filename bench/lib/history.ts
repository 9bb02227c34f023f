/**
 * Years of made-up history in the size of the register today, as the five files of `kaiku import`, and the national
 * yearly table of it, counted while writing and by other code than the program's.
 * The shape follows what is known: few cards of a year are ever used (16–41 %), sports grow from one per cent of the
 * tickets to more than half, about a sixth of the tickets are children's.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { newCode } from '../../src/codes/rules.ts'
import { type Random, randomFrom } from '../../src/demo/random.ts'
import { addDays, lastDayOfMonths } from '../../src/lib/dates.ts'
import { csvFile } from './csv-file.ts'
import { hasJoined, type Place, type Site, writeNetwork, writeSites, writeUnits } from './history-network.ts'
import { categories, type ExpectedYear, newTable, type Table } from './history-table.ts'

export type Size = { cards: number; uses: number; units: number; sites: number; seed: number }
export const today: Size = { cards: 100_000, uses: 290_000, units: 850, sites: 450, seed: 2015 }

const firstYear = 2015
/** Shares of the years 2015–2026: cards, tickets, cards of the year that are ever used, sports. */
const cardShare = [1, 2, 4, 5, 6, 5, 8, 11, 14, 15, 16, 13]
const useShare = [1, 2, 3, 5, 9, 6, 12, 24, 32, 34, 36, 30]
const usedShare = [0.41, 0.4, 0.36, 0.28, 0.27, 0.18, 0.24, 0.3, 0.33, 0.34, 0.36, 0.3]
const sportsShare = [0.01, 0.02, 0.04, 0.08, 0.15, 0.3, 0.52, 0.55, 0.57, 0.58, 0.6, 0.6]
const lastDay = '2026-10-31'

/** Where the shares put number `at` of `total`. */
const placeIn = (shares: readonly number[], at: number, total: number): number => {
  const sum = shares.reduce((all, share) => all + share, 0)
  let left = (at / total) * sum
  for (const [index, share] of shares.entries()) {
    if (left < share) return index
    left -= share
  }
  return shares.length - 1
}

type Card = {
  code: string
  isPersonal: boolean
  unit: Place
  registeredOn: string
  children: number
  isUsed: boolean
}

const dayIn = (random: Random, year: number) => {
  const day = addDays(`${year}-01-01`, random.whole(365))
  return day > lastDay ? addDays(lastDay, -random.whole(200)) : day
}

const cardHeader = [
  ...['code', 'type', 'unit', 'registered_on', 'valid_until', 'birth_year', 'postal_code', 'children'],
  ...[
    'life_situation',
    'gender',
    'closed_on',
    'closed_reason',
    'renewed_from',
    'consent_on',
    'consent_version',
  ],
]

const writeCards = async (
  folder: string,
  size: Size,
  units: readonly Place[],
  table: Table,
): Promise<Card[][]> => {
  const random = randomFrom(size.seed)
  const file = csvFile(join(folder, 'cards.csv'), cardHeader)
  const codes = new Set<string>()
  const years: Card[][] = cardShare.map(() => [])
  const unitsOf = years.map((_, index) => units.filter(hasJoined(index)))
  for (let at = 0; at < size.cards; at += 1) {
    const index = placeIn(cardShare, at, size.cards)
    const unit = random.pick(unitsOf[index]!)
    // Areas printed codes of their own until the new style came; some with a dash, some in small letters.
    let code = `${unit.municipality.slice(0, 3)}-${String(at).padStart(6, '0')}`
    if (index > 8)
      do code = newCode(random.whole).replace(/^(.{5})/, '$1-')
      while (codes.has(code))
    codes.add(code)
    const type = at % 60 === 59 ? 'community' : 'personal'
    if (at % 50 === 49) {
      file.row([code, type, unit.reference, ...Array(12).fill('')])
      continue
    }
    const registeredOn = dayIn(random, firstYear + index)
    const children = random.chance(0.3) ? 1 + random.whole(3) : 0
    const isPersonal = type === 'personal'
    const isClosed = random.chance(0.02)
    const before = years[index - 1]
    // Each card of the year before at most once, and not every year: most holders do not renew.
    const old = random.chance(0.15) ? before?.[years[index]!.length] : undefined
    file.row([
      ...[code, type, unit.reference, registeredOn],
      random.chance(0.6) ? lastDayOfMonths(registeredOn, 12) : '',
      isPersonal ? 1930 + random.whole(firstYear + index - 1946) : '',
      isPersonal ? String(random.whole(100_000)).padStart(5, '0') : '',
      isPersonal ? children : '',
      isPersonal && random.chance(0.5) ? random.pick(['unemployed', 'opiskelija', 'eläkkeellä', 'muu']) : '',
      isPersonal && random.chance(0.6) ? random.pick(['woman', 'mies', 'other']) : '',
      ...(isClosed
        ? [[addDays(registeredOn, 120), lastDay].sort()[0]!, random.pick(['lost', 'withdrawn', 'korvattu'])]
        : ['', '']),
      old && old.registeredOn < registeredOn ? old.code : '',
      ...(index > 9 ? [registeredOn, '2025-02'] : ['', '']),
    ])
    const isUsed = random.chance(usedShare[index]!)
    years[index]!.push({ code, isPersonal, unit, registeredOn, children, isUsed })
    if (isPersonal) table.registered(registeredOn, unit.municipality)
  }
  await file.end()
  return years
}

const useHeader = [
  ...[
    'id',
    'card_code',
    'site',
    'used_on',
    'adults',
    'children',
    'companions',
    'category',
    'kind',
    'event',
    'recorded_on',
  ],
]
const events = [
  ...Array<string>(18).fill(''),
  ...[
    'Perhekonsertti',
    'Kamarikuoro',
    'Jääkiekko-ottelu',
    'Ilta "Yöjuna", ensi-ilta',
    'Näytös\nkaksi kieltä',
  ],
]

const writeUses = async (
  folder: string,
  size: Size,
  years: readonly Card[][],
  sites: readonly Site[],
  table: Table,
) => {
  const random = randomFrom(size.seed + 1)
  const file = csvFile(join(folder, 'uses.csv'), useHeader)
  const sitesOf = years.map((_, index) => {
    const joined = sites.filter(hasJoined(index))
    const sports = joined.filter(({ category }) => category === 'sports')
    // The first years have culture alone beside a few sports: cells of the table stay blank.
    const others = joined.filter(
      ({ category }) => category === 'culture' || (index > 1 && category !== 'sports'),
    )
    return { sports, others }
  })
  const used = years.map((cards) => cards.filter(({ isUsed }) => isUsed))
  for (let at = 0; at < size.uses; at += 1) {
    const index = placeIn(useShare, at, size.uses)
    const cards = used[index]!
    const card = cards[at % 3 === 0 ? random.whole(cards.length) : random.whole(Math.ceil(cards.length / 4))]!
    const day = addDays(card.registeredOn, random.whole(365))
    const usedOn = day > lastDay ? card.registeredOn : day
    const { sports, others } = sitesOf[index]!
    const site = random.pick(random.chance(sportsShare[index]!) ? sports : others)
    const children = Math.min(card.children, random.chance(0.6) ? 1 + random.whole(2) : 0)
    const adults = children > 0 && random.chance(0.05) ? 0 : 1
    const isCourse = site.category === 'education'
    const category = index > 1 && random.chance(0.02) ? random.pick(categories) : site.category
    const repeats = random.chance(0.002) ? 2 : 1 // two equal visits on a day are two
    for (let copy = 0; copy < repeats && at + copy < size.uses; copy += 1) {
      file.row([
        '',
        random.chance(0.1) ? card.code.toLowerCase().replace('-', ' ') : card.code,
        ...[site.reference, usedOn, adults, children, random.chance(0.01) ? 1 : 0],
        category === site.category ? '' : category,
        ...[isCourse ? 'course-place' : 'ticket', random.pick(events)],
        random.chance(0.1) ? addDays(usedOn, random.whole(20)) : '',
      ])
      if (card.isPersonal) table.used(card.code, card.registeredOn, usedOn, site, category, adults, children)
    }
    at += repeats - 1
  }
  await file.end()
}

/**
 * Writes network.csv (with its timeline), units.csv, sites.csv, cards.csv, uses.csv and expected.json to the folder.
 * The same size and seed give the same files.
 */
export const writeHistory = async (folder: string, size: Size = today): Promise<ExpectedYear[]> => {
  mkdirSync(folder, { recursive: true })
  writeNetwork(folder)
  const units = await writeUnits(folder, size.units)
  const sites = await writeSites(folder, size.sites)
  const table = newTable()
  const years = await writeCards(folder, size, units, table)
  await writeUses(folder, size, years, sites, table)
  const rows = table.rows()
  writeFileSync(join(folder, 'expected.json'), `${JSON.stringify(rows, null, 2)}\n`)
  return rows
}
