import type { Content, ListedSite, ListedUnit, OwnText } from './rules.ts'

/** What the coordinators have chosen and written so far. Places are named by their ids, contacts a line each. */
export type Draft = {
  withoutSites: readonly number[]
  withoutUnits: readonly number[]
  contacts: string
  own: Readonly<Record<string, OwnText>>
}
export const emptyDraft: Draft = { withoutSites: [], withoutUnits: [], contacts: '', own: {} }

type Listed = Pick<Content, 'municipalities' | 'area' | 'origin' | 'words'> & {
  sites: readonly ListedSite[]
  units: readonly ListedUnit[]
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** What an edition would hold: the register of the day, without what the coordinators leave out, and their own words. */
export const contentOf = (register: Listed, choices: Draft): Content => ({
  shape: 1,
  area: register.area,
  origin: register.origin,
  municipalities: register.municipalities,
  sites: register.sites.filter(({ id }) => !choices.withoutSites.includes(id)),
  units: register.units.filter(({ id }) => !choices.withoutUnits.includes(id)),
  contacts: linesOf(choices.contacts),
  own: Object.fromEntries(
    Object.entries(choices.own).filter(
      ([, { foreword, goodToKnow }]) => foreword !== '' || goodToKnow !== '',
    ),
  ),
  words: register.words,
})
