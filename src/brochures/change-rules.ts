import type { Content, ListedSite, ListedUnit } from './rules.ts'

const changedFields = ['name', 'municipality', 'category', 'street', 'how', 'organisation', 'coming'] as const
export type ChangedField = (typeof changedFields)[number]

/** `name` as it is now; `fields` say in what it differs from before. */
type Changed = { name: string; before: string; fields: ChangedField[] }
export type Changes = { added: string[]; removed: string[]; changed: Changed[] }

type Place = ListedSite | ListedUnit

const facts: Record<ChangedField, (place: Place) => string> = {
  name: ({ name }) => name,
  municipality: ({ nameFi, nameSv }) => `${nameFi}/${nameSv}`,
  category: (place) => ('category' in place ? place.category : ''),
  street: (place) => ('street' in place ? (place.street ?? '') : ''),
  how: (place) =>
    'how' in place
      ? Object.entries(place.how)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .join('\n')
      : '',
  organisation: (place) => ('organisation' in place ? place.organisation : ''),
  coming: ({ isComing }) => String(isComing),
}

const changesOf = (before: readonly Place[], after: readonly Place[]): Changes => {
  const was = new Map(before.map((place) => [place.id, place]))
  const is = new Set(after.map(({ id }) => id))
  return {
    added: after.filter(({ id }) => !was.has(id)).map(({ name }) => name),
    removed: before.filter(({ id }) => !is.has(id)).map(({ name }) => name),
    changed: after.flatMap((place) => {
      const old = was.get(place.id)
      const fields = old ? changedFields.filter((field) => facts[field](old) !== facts[field](place)) : []
      return fields.length > 0 ? [{ name: place.name, before: old!.name, fields }] : []
    }),
  }
}

/** What a later edition lists otherwise than an earlier one. A place is known by its row, whatever it is called. */
export const changesBetween = (before: Content, after: Content): { sites: Changes; units: Changes } => ({
  sites: changesOf(before.sites, after.sites),
  units: changesOf(before.units, after.units),
})

export const isNothing = ({ added, removed, changed }: Changes) =>
  added.length + removed.length + changed.length === 0
