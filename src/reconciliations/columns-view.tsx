import { holdsCode } from '../codes/rules.ts'
import type { Language } from '../i18n/translated.ts'
import { identifierIn } from '../lib/identifiers.ts'
import type { FileTable } from '../lib/table-file.ts'
import { ChipGroup } from '../web/components/choices.tsx'
import { Select, TextField } from '../web/components/field.tsx'
import { formPage, sayProblems } from '../web/components/form-page.tsx'
import { Table } from '../web/components/table.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import { cardRules, columnNames, type Mapping } from './column-rules.ts'
import { problemsIn } from './views.tsx'
import { paths, words } from './words.ts'

type ColumnsProps = {
  language: Language
  upload: string
  site: { name: string }
  table: FileTable
  mapping: Mapping
  typed: Typed
}

const shownRows = 3
const longestCell = 40

/** A cell as an example of its column: what may be a card's code, or names somebody, is not shown. */
const example = (cell: string, isCode: boolean) =>
  (isCode && cell !== '') || holdsCode(cell) || identifierIn(cell) !== null
    ? '•••'
    : Array.from(cell).slice(0, longestCell).join('')

/** The value that a field has: as it was typed, else as the mapping says. */
const valueIn = (typed: Typed, mapping: Mapping) => (name: (typeof columnNames)[number]) =>
  typed.values[name] ?? (mapping[name] === null ? '' : String(mapping[name]))

/** Which column means what: asked once for each kind of export. */
export const columnsPage = ({ language, upload, site, table, mapping, typed }: ColumnsProps): Page => {
  const t = words[language]
  const { list, at } = sayProblems(typed.problems, problemsIn(language))
  const value = valueIn(typed, mapping)
  const options = [
    { value: '', label: t.noColumn },
    ...table.header.map((heading, index) => ({
      value: String(index),
      label: example(heading, false) || String(index + 1),
    })),
  ]
  return formPage({
    language,
    title: t.columnsTitle,
    trail: [{ label: t.title, href: paths.list[language] }],
    lead: `${site.name}. ${t.columnsLead}`,
    action: fill(paths.columns[language], { upload }),
    problems: list,
    button: t.compare,
    children: (
      <>
        <Table
          id="sample"
          caption={t.sample}
          columns={table.header.map((heading, index) => ({
            label: example(heading, false),
            cell: (row: string[]) => example(row[index] ?? '', mapping.code === index),
          }))}
          rows={table.rows.slice(0, shownRows)}
          empty=""
          shape="scroll"
        />
        {columnNames.map((name) => (
          <Select
            name={name}
            label={t.columns[name]}
            value={value(name)}
            problem={at(name)}
            options={options}
          />
        ))}
        <ChipGroup
          name="rule"
          label={t.rule}
          value={typed.values.rule ?? mapping.rule}
          problem={at('rule')}
          choices={cardRules.map((rule) => ({ value: rule, label: t.rules[rule] }))}
        />
        <TextField
          name="words"
          label={t.ruleWords}
          hint={t.ruleWordsHint}
          value={typed.values.words ?? mapping.words}
          problem={at('words')}
          width={24}
        />
      </>
    ),
  })
}
