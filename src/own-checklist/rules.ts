/** Whose checklist: an issuing unit's or a site's. */
export type ChecklistKind = 'unit' | 'site'

/** What the register itself knows of a place. Each says whether it holds. */
export type FactName = 'contact' | 'confirmed' | 'inducted' | 'visiting' | 'terms'
export type Facts = Record<FactName, boolean>

/**
 * The points of each list in their order, each with the facts that tick it; a point without any is ticked by people.
 * Units: the 14 points of Kaikukortti's checklist for issuers. Sites: what is asked of them in the operating model and the
 * instructions, put together by us, for the list of the scheme is not public.
 */
export const checklistPoints = {
  unit: {
    contact: ['contact', 'confirmed'],
    staff: ['inducted'],
    handbook: [],
    coordinators: [],
    model: [],
    tell: ['visiting'],
    posters: [],
    criteria: [],
    register: [],
    guide: [],
    groups: [],
    figures: [],
    help: [],
    national: [],
  },
  site: {
    contact: ['contact', 'confirmed'],
    change: [],
    staff: ['inducted'],
    model: [],
    terms: ['terms'],
    tell: [],
    issuers: [],
    check: [],
    children: [],
    companions: [],
    record: [],
    courses: [],
    community: [],
    trouble: [],
  },
} as const satisfies Record<ChecklistKind, Record<string, readonly FactName[]>>
export type UnitPoint = keyof (typeof checklistPoints)['unit']
export type SitePoint = keyof (typeof checklistPoints)['site']

export type Tick = { point: string; note: string | null; tickedAt: Date; by: string }
/** @property facts null for a point that people tick */
export type PointState = {
  point: string
  facts: { name: FactName; holds: boolean }[] | null
  tick: Tick | null
  isDone: boolean
}

/** The list as it stands: what the register ticks, what people have ticked, and what is open. */
export const pointStates = (kind: ChecklistKind, facts: Facts, ticks: readonly Tick[]): PointState[] =>
  Object.entries(checklistPoints[kind]).map(([point, names]: [string, readonly FactName[]]) => {
    if (names.length > 0) {
      const known = names.map((name) => ({ name, holds: facts[name] }))
      return { point, facts: known, tick: null, isDone: known.every(({ holds }) => holds) }
    }
    const tick = ticks.find((one) => one.point === point) ?? null
    return { point, facts: null, tick, isDone: tick !== null }
  })

/** Whether people tick this point of the list. */
export const isTickable = (kind: ChecklistKind, point: string): boolean => {
  const points: Readonly<Record<string, readonly FactName[]>> = checklistPoints[kind]
  return Object.hasOwn(points, point) && points[point]!.length === 0
}
