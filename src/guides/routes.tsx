import { placeScopeOf } from '../access.ts'
import { listPolicies } from '../cards/queries.ts'
import { policyOn } from '../cards/rules.ts'
import type { Read } from '../db/db.ts'
import { aboutLanguages, isHolderLanguage } from '../i18n/holder-languages.ts'
import { findHome, listHomes, listSites } from '../network/queries.ts'
import { municipalityName } from '../network/rules.ts'
import { NotFound } from '../web/errors.tsx'
import { paperFile } from '../web/paper-file.ts'
import { file, page, type Route } from '../web/route.tsx'
import { rowId } from '../web/row-id.ts'
import type { Visit } from '../web/visit.ts'
import { guidePaper } from './guide-paper.ts'
import { handOverPaper } from './hand-over-paper.ts'
import { findOwnMunicipality } from './queries.ts'
import { sitesNear } from './rules.ts'
import { guidesPage } from './views.tsx'
import { guideFile, paths } from './words.ts'

type Reading = Visit & { db: Read }

const showGuides = async ({ db, user, language, today, query }: Reading) => {
  const atPlace = user?.role === 'issuer' || user?.role === 'venue'
  const asked = query.get('language') ?? undefined
  return guidesPage({
    language,
    homes: await listHomes(db, today),
    chosen: {
      language: isHolderLanguage(asked) ? asked : language,
      municipalityId: atPlace ? await findOwnMunicipality(db, placeScopeOf(user)) : null,
    },
  })
}

/** @throws NotFound for a language or municipality that is not ours; without one the guide is in the reader's language */
const makeGuide = async ({ db, language: ofReader, today, query, origin }: Reading) => {
  const language = query.get('language') ?? ofReader
  if (!isHolderLanguage(language)) throw new NotFound()
  const asked = query.get('municipality') ?? ''
  const home = asked === '' ? null : await findHome(db, rowId(asked), today)
  if (home === undefined) throw new NotFound()
  const { compare } = new Intl.Collator(aboutLanguages[language].falls)
  const sites = home
    ? sitesNear(await listSites(db, today), home, (site) => municipalityName(site, language), compare)
    : []
  const { childAge, validityMonths } = policyOn(await listPolicies(db), today)
  const facts = { childAge, months: validityMonths }
  const paper = guidePaper({ language, facts, home, sites, today, origin })
  return paperFile(`kaikukortti-${language}.pdf`, paper)
}

const makeHandOver = async ({ db, user, language, today }: Reading) => {
  const { childAge } = policyOn(await listPolicies(db), today)
  const unit = user?.role === 'issuer' ? user.place : null
  return paperFile(`kaikukortti-form-${language}.pdf`, handOverPaper(language, childAge, unit))
}

export const routes: Route[] = [
  page(paths.guides, 'guides.read', showGuides),
  file(guideFile, 'guides.read', makeGuide),
  file(paths.handOver, 'guides.read', makeHandOver),
]
