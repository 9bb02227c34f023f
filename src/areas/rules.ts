import type { Phase } from '../network/rules.ts'

/** What an area must have before its next phase, as the register sees it. */
export type Findings = {
  cultureCoordinators: number
  soteCoordinators: number
  units: number
  thirdSectorUnits: number
  sites: number
  organisationsWithoutContact: number
  sitesWithoutContact: number
  hasFinnishText: boolean
}

const checkNames = [
  'culture',
  'sote',
  'unit',
  'third-sector',
  'site',
  'organisation-contacts',
  'site-contacts',
  'text',
] as const
export type CheckName = (typeof checkNames)[number]
/** `missing` counts what still lacks a contact person; 0 where the point is not of that kind. */
export type Check = { name: CheckName; isDone: boolean; missing: number }

/** Nobody ticks these by hand. Contact persons of nobody are not yet in order: first there must be somebody. */
export const checklistOf = (found: Findings): Check[] => {
  const done: Record<CheckName, boolean> = {
    culture: found.cultureCoordinators > 0,
    sote: found.soteCoordinators > 0,
    unit: found.units > 0,
    'third-sector': found.thirdSectorUnits > 0,
    site: found.sites > 0,
    'organisation-contacts': found.units > 0 && found.organisationsWithoutContact === 0,
    'site-contacts': found.sites > 0 && found.sitesWithoutContact === 0,
    text: found.hasFinnishText,
  }
  const missing: Partial<Record<CheckName, number>> = {
    'organisation-contacts': found.organisationsWithoutContact,
    'site-contacts': found.sitesWithoutContact,
  }
  return checkNames.map((name) => ({ name, isDone: done[name], missing: missing[name] ?? 0 }))
}

/** The phase that an area prepares for; null when there is none after it. */
export const nextPhase = (phase: Phase | null): 'preparing' | 'pilot' | 'permanent' | null => {
  if (phase === 'interest') return 'preparing'
  if (phase === 'pilot') return 'permanent'
  return phase === 'permanent' ? null : 'pilot'
}
