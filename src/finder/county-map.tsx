import { compareFor } from '../i18n/holder-format.ts'
import { aboutLanguages, type HolderLanguage } from '../i18n/holder-languages.ts'
import { publicPaths } from '../public-paths.ts'
import { countyTiles } from '../statistics/county-tiles-rules.ts'
import { TileMap } from '../web/components/tile-map.tsx'
import type { FinderSite } from './queries.ts'
import { noFilters, queryOf, type Search, shownAtOnce } from './search-rules.ts'
import { finderWords } from './words.ts'

type County = { code: string; nameFi: string; nameSv: string | null; sites: number }

const countiesOf = (sites: readonly FinderSite[]): County[] => {
  const counties = new Map<string, County>()
  for (const { county, countyFi, countySv } of sites) {
    if (county === null || countyFi === null || !countyTiles[county]) continue
    const known = counties.get(county)
    if (known) known.sites++
    else counties.set(county, { code: county, nameFi: countyFi, nameSv: countySv, sites: 1 })
  }
  return [...counties.values()]
}

type Props = { reader: HolderLanguage; sites: readonly FinderSite[]; search: Search }

/** Counties to choose from, as links in a list and on a map of tiles: the map only repeats the list. */
export const CountyMap = ({ reader, sites, search }: Props) => {
  const t = finderWords[reader]
  const { tag, falls } = aboutLanguages[reader]
  const counties = countiesOf(sites)
  if (counties.length === 0) return null
  const nameOf = ({ nameFi, nameSv }: County) => (reader === 'sv' ? (nameSv ?? nameFi) : nameFi)
  const lang = tag === 'fi' || tag === 'sv' ? undefined : 'fi'
  const href = (county: string) =>
    `${publicPaths.sites[reader]}${queryOf({ ...noFilters, q: '', shown: shownAtOnce, county })}`
  const compare = compareFor(reader)
  const current = (code: string) => (code === search.county ? 'true' : undefined)
  return (
    <section aria-labelledby="counties">
      <h2 id="counties">{t.counties}</h2>
      <div class="halves">
        <ul>
          {counties
            .sort((a, b) => compare(nameOf(a), nameOf(b)))
            .map((county) => (
              <li>
                <a href={href(county.code)} aria-current={current(county.code)}>
                  <bdi lang={lang}>{nameOf(county)}</bdi>
                </a>{' '}
                ({county.sites})
              </li>
            ))}
        </ul>
        <TileMap
          id="county-map"
          language={falls}
          title={t.countiesLead}
          summary={t.mapSummary}
          tiles={counties.map((county) => ({
            ...countyTiles[county.code]!,
            count: county.sites,
            link: {
              href: href(county.code),
              label: nameOf(county),
              current: county.code === search.county,
            },
          }))}
        />
      </div>
    </section>
  )
}
