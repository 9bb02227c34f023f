/** The kinds of services that issue cards, by the names that the scheme's own papers give them. */
export const unitKinds = {
  'adult-social-work': 'aikuissosiaalityö / hyvinvointialueen sosiaalityö',
  'social-office': 'sosiaalitoimisto',
  'family-work': 'kotiin tehtävä perhetyö',
  'mental-health': 'päihde- ja mielenterveyspalvelut',
  disability: 'vammaispalvelut',
  'work-activity': 'kuntouttava työtoiminta',
  workshop: 'valmennusyksikkö / työpaja',
  'job-centre': 'työvoiman palvelukeskus',
  employment: 'työllisyyspalvelut',
  immigrants: 'maahanmuuttajapalvelut',
  integration: 'kotoutujien palvelut',
  'youth-outreach': 'etsivä/löytävä nuorisotyö',
  'senior-outreach': 'etsivä/löytävä seniorityö',
  'senior-point': 'seniorineuvontapiste (Seniorpunkten)',
  debt: 'talous- ja velkaneuvonta',
  housing: 'asuntola / asumisyksikkö',
  clubhouse: 'klubitalot',
  association: 'järjestöt (3. sektori)',
  parish: 'seurakunnan diakoniatyö',
} as const
export type UnitKind = keyof typeof unitKinds

const isUnitKind = (text: string): text is UnitKind => Object.hasOwn(unitKinds, text)

/** The kind that a text means, be it a key or the Finnish name from an import; null for words of somebody's own. */
export const kindOf = (text: string): UnitKind | null =>
  isUnitKind(text)
    ? text
    : ((Object.keys(unitKinds) as UnitKind[]).find(
        (key) => unitKinds[key].toLowerCase() === text.toLowerCase(),
      ) ?? null)

export const unitStates = ['active', 'paused', 'closed', 'proposed', 'declined'] as const
export type UnitState = (typeof unitStates)[number]
