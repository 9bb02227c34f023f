import { html } from 'hono/html'
import type { PublicNotice } from '../exceptions/queries.ts'
import { told } from '../exceptions/words.ts'
import { categoryNames } from '../i18n/category-names.ts'
import type { Language } from '../i18n/translated.ts'
import type { SiteRow } from '../network/queries.ts'
import { categories, municipalityName } from '../network/rules.ts'
import { publicPaths } from '../public-paths.ts'
import { Button, LinkButton } from '../web/components/button.tsx'
import { ChipGroup } from '../web/components/choices.tsx'
import { Empty } from '../web/components/empty.tsx'
import { TextField } from '../web/components/field.tsx'
import { Hero } from '../web/components/hero.tsx'
import { Notice } from '../web/components/notice.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import { groupSites, type SiteSearch, searchSites } from './rules.ts'
import { sitesWords } from './words.ts'

type Part = { language: Language; search: SiteSearch }

/** Keeps the other half of the search when one form is sent. */
const Keep = ({ name, value }: { name: string; value: string | null }) =>
  value ? <input type="hidden" name={name} value={value} /> : null

const SearchForm = ({ language, search }: Part) => {
  const t = sitesWords[language]
  return (
    <Hero title={t.title}>
      <p>{t.lead}</p>
      <search>
        <form method="get" action={publicPaths.sites[language]}>
          <Keep name="category" value={search.category} />
          <div class="row">
            <TextField
              name="q"
              type="search"
              label={t.search}
              value={search.q}
              autocomplete="address-level2"
            />
            <Button>{t.show}</Button>
          </div>
        </form>
      </search>
    </Hero>
  )
}

const FilterForm = ({ language, search }: Part) => {
  const t = sitesWords[language]
  return (
    <form method="get" action={publicPaths.sites[language]}>
      <Keep name="q" value={search.q} />
      <ChipGroup
        name="category"
        label={t.category}
        value={search.category ?? ''}
        choices={[
          { value: '', label: t.all },
          ...categories.map((value) => ({ value, label: categoryNames[language][value] })),
        ]}
      />
      <p>
        <Button secondary>{t.narrow}</Button>
      </p>
    </form>
  )
}

/** Plain templates for the hundreds of rows: building them as components would cost most of the page's time. */
const Groups = ({ language, sites }: { language: Language; sites: readonly SiteRow[] }) => {
  const t = sitesWords[language]
  const names = categoryNames[language]
  const { compare } = new Intl.Collator(language)
  const groups = groupSites(sites, (site) => municipalityName(site, language), compare)
  const tag = (text: string) => html` <span class="tag wait">${text}</span>`
  const row = ({ id, name, category, isPopUp, phase }: SiteRow) =>
    html`<li><p class="how"><a href="${fill(publicPaths.site[language], { site: id })}">${name}</a></p><p>${names[category]}${isPopUp ? tag(t.popUp) : ''}${!isPopUp && phase === 'preparing' ? tag(t.coming) : ''}</p></li>`
  return (
    <>
      <h2>{t.count(sites.length, groups.length)}</h2>
      {sites.some(({ isPopUp }) => isPopUp) && <p>{t.popUpWhy}</p>}
      {groups.map(
        (group) => html`<h3>${group.municipality}</h3><ul class="cards">${group.sites.map(row)}</ul>`,
      )}
    </>
  )
}

/** The places where the card is good, by municipality, with a search that needs no script. */
export const sitesPage = (
  language: Language,
  all: readonly SiteRow[],
  search: SiteSearch,
  notices: readonly PublicNotice[],
): Page => {
  const t = sitesWords[language]
  const sites = searchSites(all, search)
  const part = { language, search }
  return {
    title: t.title,
    kind: 'public',
    description: t.description,
    main: (
      <>
        <SearchForm {...part} />
        {notices.map((notice) => {
          const { title, text } = told(language, notice)
          return (
            <Notice kind="warn" title={title}>
              <p>{text}</p>
            </Notice>
          )
        })}
        <FilterForm {...part} />
        {sites.length > 0 ? (
          <Groups language={language} sites={sites} />
        ) : (
          <Empty title={all.length > 0 ? t.none : t.noneYet}>
            <p>{all.length > 0 ? t.noneWhy : t.noneYetWhy}</p>
            {all.length > 0 && (
              <p>
                <LinkButton href={publicPaths.sites[language]}>{t.showAll}</LinkButton>
              </p>
            )}
            <p>
              <LinkButton href={publicPaths.areas[language]} secondary>
                {t.areas}
              </LinkButton>
            </p>
          </Empty>
        )}
      </>
    ),
  }
}
