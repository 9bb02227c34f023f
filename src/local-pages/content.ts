import {
  type AreaContacts,
  type AreaLink,
  type AreaWords,
  findAreaContacts,
  findLastChange,
  findPageFacts,
  findWords,
} from '../areas/page-queries.ts'
import { isNoticeOn } from '../areas/page-rules.ts'
import { listEditions } from '../brochures/queries.ts'
import { currentOf } from '../brochures/rules.ts'
import { listPolicies } from '../cards/queries.ts'
import { type Policy, policyOn } from '../cards/rules.ts'
import type { Read } from '../db/db.ts'
import { listNotices, type PublicNotice } from '../exceptions/queries.ts'
import { type Day, dayOf } from '../lib/dates.ts'
import { listPublicMembers, listSites, type PublicMember, type SiteRow } from '../network/queries.ts'
import type { Texts } from '../terms/rules.ts'
import { listHowTexts, listPublicUnits } from './queries.ts'
import { isToldOf, type PublicUnit } from './rules.ts'

export type LocalSite = SiteRow & { texts: Texts }

/** All that the local page of an area says, before it is said in a language. */
export type LocalContent = {
  area: AreaLink
  today: Day
  members: PublicMember[]
  units: PublicUnit[]
  sites: LocalSite[]
  /** The area's own words; the notice only on its days. */
  words: AreaWords
  contacts: AreaContacts
  exceptions: PublicNotice[]
  /** Whether its coordinators have published one. */
  hasBrochure: boolean
  policy: Policy
  /** When the coordinators last changed something; the rest is as the register is today. */
  changedOn: Day | null
}

/** @returns undefined of an area that has no municipality to tell of: one that is merely interested, or has left */
export const readLocalPage = async (
  db: Read,
  area: AreaLink,
  today: Day,
): Promise<LocalContent | undefined> => {
  const members = (await listPublicMembers(db, today)).filter((member) => member.area.id === area.id)
  if (members.length === 0) return undefined
  const texts = await listHowTexts(db, area.id)
  const sites = (await listSites(db, today))
    .filter((site) => site.areaId === area.id && isToldOf(site))
    .map((site) => ({ ...site, texts: texts.get(site.id) ?? {} }))
  const { notice, ...words } = await findWords(db, area.id)
  const changedAt = await findLastChange(db, area.id)
  return {
    ...{ area, today, members, sites },
    units: (await listPublicUnits(db, today)).filter(({ areaId }) => areaId === area.id),
    words: notice && isNoticeOn(await findPageFacts(db, area.id), today) ? { ...words, notice } : words,
    contacts: await findAreaContacts(db, area.id),
    hasBrochure: currentOf(await listEditions(db, area.id)) !== undefined,
    exceptions: (await listNotices(db, today)).filter((one) => concerns(one, area, sites)),
    policy: policyOn(await listPolicies(db), today),
    changedOn: changedAt && dayOf(changedAt),
  }
}

/** An exception of the whole country, of the area or of one of its sites. */
const concerns = (exception: PublicNotice, area: AreaLink, sites: readonly LocalSite[]) => {
  if (exception.siteId !== null) return sites.some(({ id }) => id === exception.siteId)
  return exception.area === null || exception.area === area.name
}
