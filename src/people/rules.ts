/** People on one page of the list. */
export const pageSize = 50

/** Invitations that one person sends: so many at once, then as many an hour. A stolen session sends no flood. */
export const invitationsPerHour = 60

export type EndProblem = 'self' | 'ended' | 'of-group' | 'elsewhere' | 'last-centre'

/**
 * Why a role or an account cannot be ended, or null. Nobody ends themselves: somebody else should know of it. Whoever
 * also works outside the scope is ended by the centre. And somebody always runs the whole.
 */
export const endProblem = (facts: {
  isSelf: boolean
  hasEnded: boolean
  /** Standing roles outside the scope: they go with the account, not with one role. */
  worksElsewhere: boolean
  isLastCentre: boolean
  /** A group of a provider gave the role, and would give it again at the next sign-in. */
  isOfGroup?: boolean
}): EndProblem | null => {
  if (facts.isSelf) return 'self'
  if (facts.hasEnded) return 'ended'
  if (facts.isOfGroup) return 'of-group'
  if (facts.worksElsewhere) return 'elsewhere'
  return facts.isLastCentre ? 'last-centre' : null
}

/** The page of a long list that is asked for, within those there are. */
export const pageOf = (asked: string | null, total: number) => {
  const pages = Math.max(1, Math.ceil(total / pageSize))
  const wanted = /^\d{1,6}$/.test(asked ?? '') ? Number(asked) : 1
  return { page: Math.min(Math.max(1, wanted), pages), pages }
}
