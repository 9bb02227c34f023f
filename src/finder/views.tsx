import type { Child } from 'hono/jsx'
import type { PublicNotice } from '../exceptions/queries.ts'
import { told } from '../exceptions/words.ts'
import { compareFor, formatHolderNumber } from '../i18n/holder-format.ts'
import { holderFrameWords } from '../i18n/holder-frame-words.ts'
import { aboutLanguages, type HolderLanguage } from '../i18n/holder-languages.ts'
import { municipalityName } from '../network/rules.ts'
import { publicPaths } from '../public-paths.ts'
import { LinkButton } from '../web/components/button.tsx'
import { Empty } from '../web/components/empty.tsx'
import { Notice } from '../web/components/notice.tsx'
import { Spoken } from '../web/components/spoken.tsx'
import type { Page } from '../web/page.ts'
import { CountyMap } from './county-map.tsx'
import { type Asked, type Neighbour, neighboursOf, type Place, sitesNear } from './place-rules.ts'
import type { FinderSite } from './queries.ts'
import { GroupedList, NearList } from './results.tsx'
import { FilterForm, filterEnd, nearScript, SearchForm, searchEnd } from './search-form.tsx'
import { hasFilters, leftBy, narrow, noFilters, queryOf, type Search, shownAtOnce } from './search-rules.ts'
import { finderWords } from './words.ts'

export type FinderProps = {
  reader: HolderLanguage
  all: readonly FinderSite[]
  search: Search
  /** What was typed, as it is understood; a postal code stands for its municipality. */
  asked: Asked<FinderSite>
  /** The sites with events in the days that were asked; null where any day will do. */
  withEvents: ReadonlySet<number> | null
  notices: readonly PublicNotice[]
}

/** Where the card is good: by distance from a municipality, by county, by name, or all by municipality. */
export const finderPage = (props: FinderProps): Page => {
  const { reader, all, search, asked, withEvents, notices } = props
  const t = finderWords[reader]
  const found = sitesOf(props)
  const left = leftBy(found, search, withEvents)
  const isAny = left.all > 0 || hasFilters(search)
  const place = asked.kind === 'near' ? `${municipalityName(asked.place, reader)}: ` : ''
  return {
    title: place + t.title,
    kind: 'public',
    reader,
    description: t.description,
    scripts: [nearScript],
    main: (
      <>
        <SearchForm reader={reader} search={search} />
        {notices.map((notice) => (
          <Told reader={reader} notice={notice} />
        ))}
        <div id={searchEnd}>
          {isAny && <FilterForm reader={reader} search={search} left={left} />}
          <div id={filterEnd}>
            <Results {...props} found={found} />
          </div>
        </div>
        <CountyMap reader={reader} sites={all} search={search} />
        {!aboutLanguages[reader].isReviewed && <p class="hint">{holderFrameWords[reader].unreviewed}</p>}
      </>
    ),
  }
}

/** The sites that the question is about, before they are narrowed. */
const sitesOf = ({ reader, all, search, asked }: FinderProps): FinderSite[] => {
  if (asked.kind === 'near') return sitesNear(all, asked.place, compareFor(reader)).map(({ site }) => site)
  if (asked.kind === 'named') return asked.sites
  if (asked.kind === 'nowhere') return []
  return all.filter(({ county }) => search.county === null || county === search.county)
}

/** What the keepers say of today, in the nearest language that they write. */
const Told = ({ reader, notice }: { reader: HolderLanguage; notice: PublicNotice }) => {
  const { tag, falls } = aboutLanguages[reader]
  const { title, parts } = told(falls, notice)
  return (
    <div lang={falls === tag ? undefined : falls} dir={tag === 'ar' ? 'ltr' : undefined}>
      <Notice kind="warn" title={title}>
        <p>
          <Spoken parts={parts} />
        </p>
      </Notice>
    </div>
  )
}

const Results = (props: FinderProps & { found: FinderSite[] }) => {
  const { reader, search, asked, withEvents, found } = props
  const t = finderWords[reader]
  const sites = narrow(found, search, withEvents)
  if (sites.length === 0) return <Nothing {...props} />
  if (asked.kind === 'near') return <Near {...props} place={asked.place} sites={sites} />
  const municipalities = new Set(sites.map(({ nameFi }) => nameFi)).size
  const what =
    asked.kind === 'named'
      ? t.named(search.q)
      : search.county === null
        ? ''
        : t.inCounty((reader === 'sv' ? found[0]?.countySv : null) ?? found[0]?.countyFi ?? '')
  return (
    <>
      <h2>{[t.places(sites.length), what || t.municipalities(municipalities)].join(' ')}</h2>
      <PopUpWhy reader={reader} sites={sites} />
      <GroupedList reader={reader} sites={sites} told={what !== ''} />
    </>
  )
}

const PopUpWhy = ({ reader, sites }: { reader: HolderLanguage; sites: readonly FinderSite[] }) =>
  sites.some(({ isPopUp }) => isPopUp) ? <p>{finderWords[reader].popUpWhy}</p> : null

const Near = ({ reader, search, place, sites }: FinderProps & { place: Place; sites: FinderSite[] }) => {
  const t = finderWords[reader]
  const found = sitesNear(sites, place, compareFor(reader))
  const shown = found.slice(0, search.shown)
  const isLonger = found.length > shown.length
  const more = queryOf({ ...search, shown: search.shown + shownAtOnce })
  return (
    <>
      <h2>
        {t.places(found.length)} {t.near(municipalityName(place, reader))}
      </h2>
      {found.some(({ km }) => km > 0) && <p class="hint">{t.roughly}</p>}
      <PopUpWhy reader={reader} sites={shown.map(({ site }) => site)} />
      <NearList reader={reader} found={shown} />
      {isLonger && (
        <p>
          <LinkButton href={`${publicPaths.sites[reader]}${more}#r${search.shown + 1}`} secondary>
            {t.more}
          </LinkButton>
        </p>
      )}
    </>
  )
}

/** No place answers: why, and where to look instead. */
const Nothing = ({
  reader,
  all,
  search,
  asked,
  withEvents,
  found,
}: FinderProps & { found: FinderSite[] }) => {
  const t = finderWords[reader]
  if (all.length === 0) return <Way reader={reader} title={t.noneYet} why={t.noneYetWhy} />
  const isFiltered = found.length > 0
  const title = isFiltered ? t.noneFiltered : asked.kind === 'near' ? t.none : t.noneTyped
  const neighbours = asked.kind === 'near' ? neighboursOf(narrow(all, search, withEvents), asked.place) : []
  return (
    <Way reader={reader} title={title} why={t.noneNamed} showAll>
      {isFiltered && (
        <p>
          <LinkButton href={publicPaths.sites[reader] + queryOf({ ...search, ...noFilters })}>
            {t.clear}
          </LinkButton>
        </p>
      )}
      {neighbours.length > 0 && <Neighbours reader={reader} search={search} neighbours={neighbours} />}
    </Way>
  )
}

type NeighboursProps = { reader: HolderLanguage; search: Search; neighbours: readonly Neighbour[] }

const Neighbours = ({ reader, search, neighbours }: NeighboursProps) => {
  const t = finderWords[reader]
  return (
    <>
      <p>{t.neighbours}</p>
      <ul>
        {neighbours.map((neighbour) => (
          <li>
            <a href={publicPaths.sites[reader] + queryOf({ ...search, q: neighbour.nameFi })}>
              <bdi>{municipalityName(neighbour, reader)}</bdi>
            </a>{' '}
            {t.away(formatHolderNumber(reader, Math.round(neighbour.km)))} · {t.places(neighbour.sites)}
          </li>
        ))}
      </ul>
    </>
  )
}

type WayProps = { reader: HolderLanguage; title: string; why: string; showAll?: boolean; children?: Child }

const Way = ({ reader, title, why, showAll, children }: WayProps) => {
  const t = finderWords[reader]
  return (
    <Empty title={title}>
      <p>{why}</p>
      {children}
      {showAll && (
        <p>
          <LinkButton href={publicPaths.sites[reader]}>{t.showAll}</LinkButton>
        </p>
      )}
      <p>
        <LinkButton href={publicPaths.areas[reader]} secondary>
          {t.areas}
        </LinkButton>
      </p>
    </Empty>
  )
}
