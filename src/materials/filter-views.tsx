import { commonWords } from '../i18n/common-words.ts'
import { aboutLanguages, type HolderLanguage } from '../i18n/holder-languages.ts'
import type { Language } from '../i18n/translated.ts'
import { Button } from '../web/components/button.tsx'
import { Select } from '../web/components/field.tsx'
import type { Material } from './queries.ts'
import { audiences, type Search } from './rules.ts'
import { paths, words } from './words.ts'

export type ListProps = { language: Language; rows: readonly Material[]; search: Search }

/** What of the list is shown: choices that lead to something. */
export const Filters = ({ language, rows, search }: ListProps) => {
  const t = words[language]
  const languages = (Object.keys(aboutLanguages) as HolderLanguage[]).filter((one) =>
    rows.some((row) => row.languages.includes(one)),
  )
  const years = [...new Set(rows.map(({ year }) => year))].sort((a, b) => b - a)
  return (
    <search>
      <form method="get" action={paths.list[language]}>
        <div class="row">
          <Select
            name="audience"
            label={t.audience}
            value={search.audience ?? ''}
            options={[
              { value: '', label: t.anyone },
              ...audiences.map((value) => ({ value, label: t.audiences[value] })),
            ]}
          />
          <Select
            name="language"
            label={t.language}
            value={search.language ?? ''}
            options={[
              { value: '', label: t.anyLanguage },
              ...languages.map((value) => {
                const { name: label, tag: lang } = aboutLanguages[value]
                return { value, label, lang }
              }),
            ]}
          />
          <Select
            name="year"
            label={t.year}
            value={String(search.year ?? '')}
            options={[
              { value: '', label: t.anyYear },
              ...years.map((year) => ({ value: String(year), label: String(year) })),
            ]}
          />
          <Button>{commonWords[language].show}</Button>
        </div>
      </form>
    </search>
  )
}
