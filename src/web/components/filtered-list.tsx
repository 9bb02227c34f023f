import type { Child } from 'hono/jsx'
import { commonWords } from '../../i18n/common-words.ts'
import type { Language } from '../../i18n/translated.ts'
import { clientScript } from '../assets.ts'
import { type ListQuery, withFilter } from '../list-query.ts'
import { Button } from './button.tsx'
import { Select, TextField } from './field.tsx'
import { Pagination } from './pagination.tsx'

/** Searches while one types. For `scripts` of the page; the form's own button does the same without it. */
export const listScript = clientScript(new URL('./filtered-list.client.ts', import.meta.url))

export type Filter = {
  name: string
  label: string
  /** The first is “all”, with an empty value. */
  options: readonly { value: string; label: string }[]
}

type FilteredListProps = {
  language: Language
  /** The address of the list, and of the file with the same rows; `workbook`: the same as XLSX, where there is one. */
  path: string
  file: string
  workbook?: string
  search: string
  filters: readonly Filter[]
  query: ListQuery
  pages: { page: number; pages: number }
  /** How many there are, as a sentence. */
  count: string
  children: Child
}

/** A long list: a search and choices above, the count, the rows of one page, the other pages, and all of it as a file. */
export const FilteredList = (props: FilteredListProps) => {
  const { language, path, file, workbook, search, filters, query, pages, count, children } = props
  const t = commonWords[language]
  const { asked }: { asked: Record<string, string> } = query
  return (
    <>
      <search>
        <form method="get" action={path} data-list>
          <div class="row">
            <TextField name="q" type="search" label={search} value={asked.q} autocomplete="off" />
            <Button>{t.show}</Button>
          </div>
          {/* Closed until it narrows something: on a phone the rows should be on the first screen. */}
          <details class="narrowing" open={filters.some(({ name }) => Boolean(asked[name]))}>
            <summary>{t.narrow}</summary>
            <div class="row">
              {filters.map(({ name, label, options }) => (
                <Select name={name} label={label} options={options} value={asked[name]} />
              ))}
              <Button secondary>{t.show}</Button>
            </div>
          </details>
        </form>
      </search>
      <p role="status" data-list-count>
        {count}
      </p>
      <div data-list-result>
        {children}
        <Pagination language={language} {...pages} href={(page) => withFilter(path, query, page)} />
        <p class="downloads">
          <a href={withFilter(file, query)}>{t.downloadList}</a>
          {workbook && <a href={withFilter(workbook, query)}>{t.downloadWorkbook}</a>}
        </p>
      </div>
    </>
  )
}
