import { eventLines, eventWords, publicEventPaths } from '../events/holder-words.ts'
import { holderCategoryNames } from '../i18n/category-names.ts'
import { formatHolderDay } from '../i18n/holder-format.ts'
import { holderFrameWords } from '../i18n/holder-frame-words.ts'
import { aboutLanguages, type HolderLanguage } from '../i18n/holder-languages.ts'
import { type Day, dayOf } from '../lib/dates.ts'
import { municipalityName } from '../network/rules.ts'
import { publicPaths } from '../public-paths.ts'
import { clientScript } from '../web/assets.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { LinkButton } from '../web/components/button.tsx'
import { DataBlock } from '../web/components/data-block.tsx'
import { EventList } from '../web/components/event-list.tsx'
import { Notice } from '../web/components/notice.tsx'
import { Tag } from '../web/components/tag.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import { termsWords } from './holder-words.ts'
import type { PublicSite } from './queries.ts'
import { lastChange, standingOf, type Terms } from './rules.ts'
import { siteData } from './site-data.ts'
import { siteWords } from './site-words.ts'
import { standingWords } from './standing-words.ts'
import { partsOf, TermsView } from './terms-view.tsx'

type Props = {
  reader: HolderLanguage
  site: PublicSite
  terms: Terms
  /** What comes next, soonest first. */
  events: Parameters<typeof eventLines>[1]
  today: Day
  origin: string
}

const sharing = clientScript(new URL('./share.client.ts', import.meta.url))

/** One place where the card is good: whether one gets in now, and what the card gives. */
export const sitePage = (props: Props): Page => {
  const { reader, site, terms, origin } = props
  const t = siteWords[reader]
  const town = municipalityName(site, reader)
  const isEmpty = Object.keys(terms.texts).length === 0 && Object.keys(terms.limits).length === 0
  const url = origin + fill(publicPaths.site[reader], { site: site.id })
  const list = { name: t.sites, url: origin + publicPaths.sites[reader] }
  return {
    title: site.name,
    kind: 'public',
    reader,
    description: t.description(site.name, town),
    scripts: [sharing],
    main: (
      <>
        <DataBlock data={siteData({ site, terms, town, url, list })} />
        <Breadcrumb
          language={reader}
          trail={[{ label: t.sites, href: publicPaths.sites[reader] }]}
          here={site.name}
        />
        <h1>
          <bdi>{site.name}</bdi>
        </h1>
        <Facts {...props} town={town} />
        <State {...props} />
        {isEmpty && <p class="lead">{t.empty}</p>}
        <Contents {...props} />
        <TermsView language={reader} terms={terms} town={town} />
        <Coming {...props} />
        <Foot {...props} url={url} />
      </>
    ),
  }
}

/** What and where it is, and what it says of itself in a word. */
const Facts = ({ reader, site, terms, town }: Props & { town: string }) => {
  const words = [...new Set([holderCategoryNames[reader][site.category], town, site.organisation])]
  return (
    <>
      <p>
        {words.map((word, index) => (
          <>
            {index > 0 && ' · '}
            <bdi>{word}</bdi>
          </>
        ))}
      </p>
      {(site.isPopUp || terms.traits.length > 0) && (
        <p class="tags">
          {site.isPopUp && <Tag kind="wait">{siteWords[reader].popUp}</Tag>}
          {terms.traits.map((trait) => (
            <Tag kind="ok">{termsWords[reader].traits[trait]}</Tag>
          ))}
        </p>
      )}
    </>
  )
}

/** Said before anything else when the card gives no ticket here today. */
const State = ({ reader, site, today }: Props) => {
  const t = siteWords[reader]
  const s = standingWords[reader]
  const standing = standingOf(site, today)
  const { popUpFrom, popUpUntil, pause, mergedInto } = site
  if (standing === 'open')
    return popUpUntil ? <p>{t.popUpUntil(formatHolderDay(reader, popUpUntil))}</p> : null
  const { title, text } = s.standings[standing]
  const days = standing === 'paused' ? pause! : { from: popUpFrom, until: popUpUntil }
  return (
    <Notice kind="warn" title={title}>
      <p>{text(days)}</p>
      {mergedInto && (
        <p>
          <a href={fill(publicPaths.site[reader], { site: mergedInto.id })}>
            {t.successor}: <bdi>{mergedInto.name}</bdi>
          </a>
        </p>
      )}
    </Notice>
  )
}

/** What one gets to see here next; the whole list is for calendars too. */
const Coming = ({ reader, site, events }: Props) => {
  if (events.length === 0) return null
  return (
    <>
      <h2 id="events">{eventWords[reader].coming}</h2>
      <EventList items={eventLines(reader, events)} />
      <p>
        <a href={`${publicEventPaths.calendar[reader]}?site=${site.id}`}>{eventWords[reader].calendar}</a>
      </p>
    </>
  )
}

/** A page of few parts needs no list of them. */
const longFrom = 5

const Contents = ({ reader, terms }: Props) => {
  const parts = partsOf({ language: reader, terms })
  if (parts.length < longFrom) return null
  return (
    <nav class="contents" aria-labelledby="contents">
      <p id="contents">{holderFrameWords[reader].onThisPage}</p>
      <ul>
        {parts.map((field) => (
          <li>
            <a href={`#${field}`}>{termsWords[reader].headings[field]}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const Foot = ({ reader, site, terms, url }: Props & { url: string }) => {
  const t = siteWords[reader]
  const f = holderFrameWords[reader]
  const changed = lastChange(terms.texts)
  return (
    <>
      {changed && (
        <p class="hint">
          {f.updated} {formatHolderDay(reader, dayOf(changed))}
        </p>
      )}
      {reader === 'fi-simple' && changed && <p class="hint">{f.otherLanguage}</p>}
      {!aboutLanguages[reader].isReviewed && <p class="hint">{f.unreviewed}</p>}
      <p class="hint">
        {t.address}: <bdi>{url}</bdi>
      </p>
      <div class="row buttons">
        <LinkButton href={publicPaths.sites[reader]} secondary>
          {t.others}
        </LinkButton>
        <button class="btn sec scripted" type="button" data-share={url} data-done={t.shared}>
          {t.share}
        </button>
        <button class="btn sec scripted" type="button" data-print="true">
          {t.print}
        </button>
      </div>
      <p>
        <a href={`${publicPaths.feedback[reader]}?site=${site.id}`}>{t.wrong}</a>
      </p>
    </>
  )
}
