import { holderCategoryNames } from '../i18n/category-names.ts'
import type { HolderLanguage } from '../i18n/holder-languages.ts'
import { categories } from '../network/rules.ts'
import { publicPaths } from '../public-paths.ts'
import { termsWords } from '../terms/holder-words.ts'
import { traits } from '../terms/rules.ts'
import { clientModule, clientScript } from '../web/assets.ts'
import { Button } from '../web/components/button.tsx'
import { ChipGroup, Fieldset } from '../web/components/choices.tsx'
import { TextField } from '../web/components/field.tsx'
import { Hero } from '../web/components/hero.tsx'
import { hasFilters, type Left, type Search, whens } from './search-rules.ts'
import { searchWords } from './search-words.ts'
import { finderWords } from './words.ts'

type Part = { reader: HolderLanguage; search: Search }

export const nearScript = clientScript(new URL('./near.client.ts', import.meta.url))
/** The municipalities' centres: fetched only when somebody asks to be found. */
const nearest = clientModule(new URL('./nearest.client.ts', import.meta.url))

/** Where a search and its narrowing end: at what they found, which on a phone is below the first screen. */
export const searchEnd = 'found'
export const filterEnd = 'results'

/** Keeps the other half of the search when one form is sent. */
const Keep = ({ name, value }: { name: string; value: string | null }) =>
  value ? <input type="hidden" name={name} value={value} /> : null

export const SearchForm = ({ reader, search }: Part) => {
  const t = finderWords[reader]
  const s = searchWords[reader]
  return (
    <Hero title={t.title}>
      <p>{t.lead}</p>
      <p>{t.whoGivesIt}</p>
      <search>
        <form method="get" action={`${publicPaths.sites[reader]}#${searchEnd}`}>
          <Keep name="category" value={search.category} />
          {search.traits.map((trait) => (
            <Keep name={trait} value="yes" />
          ))}
          <Keep name="when" value={search.when === 'any' ? null : search.when} />
          <div class="row">
            <TextField
              name="q"
              type="search"
              label={s.search}
              value={search.q}
              autocomplete="address-level2"
            />
            <Button>{s.show}</Button>
            <button
              class="btn sec scripted"
              type="button"
              data-near={nearest}
              data-locating={s.locating}
              data-denied={s.denied}
              data-outside={s.outside}
              data-unfound={s.unfound}
            >
              {s.location}
            </button>
          </div>
          <p role="status" id="near-status" />
        </form>
      </search>
    </Hero>
  )
}

/** Each choice with how many places it leaves; what would leave none is not offered. */
export const FilterForm = ({ reader, search, left }: Part & { left: Left }) => {
  const s = searchWords[reader]
  const counted = (label: string, count: number) => `${label} (${count})`
  const offered = traits.filter((trait) => left.traits[trait] > 0 || search.traits.includes(trait))
  const categoryChoices = categories
    .filter((category) => left.categories[category] > 0 || search.category === category)
    .map((category) => ({
      value: category,
      label: counted(holderCategoryNames[reader][category], left.categories[category]),
    }))
  return (
    <details class="more" open={hasFilters(search)}>
      <summary>{s.filters}</summary>
      <form method="get" action={`${publicPaths.sites[reader]}#${filterEnd}`} aria-label={s.filters}>
        <Keep name="q" value={search.q} />
        <Keep name="county" value={search.county} />
        <ChipGroup
          name="when"
          label={s.when}
          value={search.when}
          choices={whens.map((value) => ({ value, label: s[value] }))}
        />
        <ChipGroup
          name="category"
          label={s.category}
          value={search.category ?? ''}
          choices={[{ value: '', label: counted(s.all, left.all) }, ...categoryChoices]}
        />
        {offered.length > 0 && (
          <Fieldset name="traits" label={s.traits}>
            <div class="chips">
              {offered.map((trait) => (
                <label class="chip">
                  <input type="checkbox" name={trait} value="yes" checked={search.traits.includes(trait)} />
                  <span>{counted(termsWords[reader].traits[trait], left.traits[trait])}</span>
                </label>
              ))}
            </div>
          </Fieldset>
        )}
        <p>
          <Button secondary>{s.narrow}</Button>
        </p>
      </form>
    </details>
  )
}
