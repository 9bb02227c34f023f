import { type HolderLanguage, holderLanguages } from '../i18n/holder-languages.ts'
import { languages } from '../i18n/translated.ts'
import { type HolderPath, holderPath, type LocalPath, localPath } from '../web/paths.ts'
import type { Professional } from './rules.ts'

/** Where a page stands: its neighbours, and the page above it. */
export type Section = 'holders' | 'issuers' | 'venues' | 'coordinators' | 'more'

type ListedPage = { section: Section; path: LocalPath | HolderPath }

const holders = (fi: string, sv: string, en: string) => ({
  section: 'holders' as const,
  path: holderPath({ fi, sv, en }),
})
const under =
  (section: Section, above: { fi: string; sv: string; en: string }) =>
  (fi: string, sv: string, en: string) => ({
    section,
    path: localPath({ fi: above.fi + fi, sv: above.sv + sv, en: above.en + en }),
  })
const nowhere = { fi: '', sv: '', en: '' }
const issuers = under('issuers', { fi: '/kortinjakajille', sv: '/for-kortutdelare', en: '/for-issuers' })
const venues = under('venues', { fi: '/kaikukortti-kohteille', sv: '/for-stallen', en: '/for-venues' })
const coordinators = under('coordinators', {
  fi: '/vastuuhenkiloille',
  sv: '/for-ansvariga',
  en: '/for-coordinators',
})
const more = under('more', { fi: '/lisatietoa', sv: '/mer-information', en: '/more-information' })
const about = under('more', nowhere)

/** Every page of text on the public site, in the order in which its neighbours name it. */
export const pageList = {
  'for-me': holders('/minulle-kaikukortti', '/ar-kortet-for-mig', '/is-the-card-for-me'),
  'how-to-use': holders('/nain-kaytat-korttia', '/sa-anvander-du-kortet', '/how-to-use'),
  questions: holders('/kysymyksia', '/fragor', '/questions'),
  'in-short': holders('/kaikukortti-pahkinankuoressa', '/kaikukortti-i-korthet', '/in-short'),
  terms: holders('/kayttoehdot', '/anvandarvillkor', '/terms-of-use'),
  privacy: holders('/tietosuojaseloste', '/dataskydd', '/privacy'),
  issuers: issuers('', '', ''),
  'issuers-handbook': issuers(
    '/perehdytysmateriaali-kortinjakajille',
    '/introduktionsmaterial',
    '/induction-material',
  ),
  'issuers-checklist': issuers('/muistilista', '/checklista', '/checklist'),
  'issuers-questions': issuers('/kysymyksia', '/fragor', '/questions'),
  venues: venues('', '', ''),
  'venues-handbook': venues('/perehdytysmateriaali', '/introduktionsmaterial', '/induction-material'),
  'venues-checklist': venues('/muistilista', '/checklista', '/checklist'),
  'venues-questions': venues('/kysymyksia', '/fragor', '/questions'),
  'why-join': venues('/miksi-mukaan', '/varfor-delta', '/why-join'),
  coordinators: coordinators('', '', ''),
  'coordinators-checklist': coordinators('/muistilista', '/checklista', '/checklist'),
  'coordinators-questions': coordinators('/kysymyksia', '/fragor', '/questions'),
  'materials-guide': coordinators(
    '/ohjeet-ja-materiaalit',
    '/anvisningar-och-material',
    '/guidance-and-materials',
  ),
  more: more('', '', ''),
  'operating-model': more('/toimintamalli', '/verksamhetsmodell', '/operating-model'),
  adopt: more('/kaikukortin-kayttoonotto-alueella', '/ta-kortet-i-bruk', '/taking-the-card-into-use'),
  centre: more('/kaikukeskus', '/kaikukeskus', '/kaikukeskus'),
  projects: more('/hankkeet', '/projekt', '/projects'),
  publications: more('/julkaisut', '/publikationer', '/publications'),
  trainings: about('/koulutukset', '/utbildningar', '/trainings'),
  contacts: about('/yhteystiedot', '/kontaktuppgifter', '/contacts'),
  invoicing: about('/laskutustiedot', '/faktureringsuppgifter', '/invoicing'),
  accessibility: about('/saavutettavuusseloste', '/tillganglighet', '/accessibility'),
  equality: about('/yhdenvertaisuus', '/likabehandling', '/equality'),
} as const satisfies Record<string, ListedPage>
export type PageKey = keyof typeof pageList

export const pageKeys = Object.keys(pageList) as PageKey[]
export const isPageKey = (text: string): text is PageKey => Object.hasOwn(pageList, text)

export const isForHolders = (key: PageKey): boolean => pageList[key].section === 'holders'

/** The page that a section begins with; the holders' pages stand beside each other. */
export const headOf = (section: Section): PageKey | null => (section === 'holders' ? null : section)

export const pagesOf = (section: Section): PageKey[] =>
  pageKeys.filter((key) => pageList[key].section === section)

/** The address of a page for a reader, in the nearest language that it has one in. */
export const addressOf = (key: PageKey, reader: HolderLanguage, nearest: keyof LocalPath): string => {
  const path: Partial<HolderPath> & LocalPath = pageList[key].path
  return path[reader] ?? path[nearest]
}

/** The page on which a question for these readers is answered; null are the cardholders. */
export const questionsFor = (audience: Professional | null): PageKey =>
  audience === null ? 'questions' : `${audience}-questions`

/** The languages that a text of the kind is written in. */
export const editionsOf = (
  kind: string,
  key: string,
  audience: Professional | null = null,
): readonly HolderLanguage[] => {
  const isHolders = kind === 'page' ? isPageKey(key) && isForHolders(key) : kind === 'question' && !audience
  return isHolders ? holderLanguages : languages
}
