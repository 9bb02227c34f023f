import { publicWords as feedbackWords } from '../feedback/public-words.ts'
import { categoryNames } from '../i18n/category-names.ts'
import type { Language } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import { municipalityName } from '../network/rules.ts'
import { publicPaths } from '../public-paths.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { LinkButton } from '../web/components/button.tsx'
import { Notice } from '../web/components/notice.tsx'
import { Tag } from '../web/components/tag.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { PublicSite } from './queries.ts'
import { standingOf, type Terms } from './rules.ts'
import { TermsView } from './terms-view.tsx'
import { siteWords } from './words.ts'

type Props = { language: Language; site: PublicSite; terms: Terms; today: Day }

/** One place where the card is good: whether one gets in now, and what the card gives. */
export const sitePage = (props: Props): Page => {
  const { language, site, terms } = props
  const t = siteWords[language]
  const town = municipalityName(site, language)
  const isEmpty = Object.keys(terms.texts).length === 0 && Object.keys(terms.limits).length === 0
  return {
    title: site.name,
    kind: 'public',
    description: t.description(site.name, town),
    main: (
      <>
        <Breadcrumb
          language={language}
          trail={[{ label: t.sites, href: publicPaths.sites[language] }]}
          here={site.name}
        />
        <h1>{site.name}</h1>
        <p>
          {[...new Set([categoryNames[language][site.category], town, site.organisation])].join(' · ')}
          {site.isPopUp && (
            <>
              {' '}
              <Tag kind="wait">{t.popUp}</Tag>
            </>
          )}
        </p>
        <State {...props} />
        {isEmpty && <p class="lead">{t.empty}</p>}
        <TermsView language={language} terms={terms} town={town} />
        <p>
          <LinkButton href={publicPaths.sites[language]} secondary>
            {t.others}
          </LinkButton>
        </p>
        <p>
          <a href={`${publicPaths.feedback[language]}?site=${site.id}`}>
            {feedbackWords[language].aboutThisPlace}
          </a>
        </p>
      </>
    ),
  }
}

/** Said before anything else when the card gives no ticket here today. */
const State = ({ language, site, today }: Props) => {
  const t = siteWords[language]
  const standing = standingOf(site, today)
  const { popUpFrom, popUpUntil, pause, mergedInto } = site
  if (standing === 'open') return popUpUntil ? <p>{t.popUpUntil(popUpUntil)}</p> : null
  const { title, text } = t.standings[standing]
  const days = standing === 'paused' ? pause! : { from: popUpFrom, until: popUpUntil }
  return (
    <Notice kind="warn" title={title}>
      <p>{text(days)}</p>
      {mergedInto && (
        <p>
          <a href={fill(publicPaths.site[language], { site: mergedInto.id })}>
            {t.successor}: {mergedInto.name}
          </a>
        </p>
      )}
    </Notice>
  )
}
