import { describe, expect, test } from 'vitest'
import { languages } from '../../i18n/translated.ts'
import { galleryPage } from '../gallery.tsx'
import { PostButton } from './button.tsx'
import { Checkbox, ChipGroup } from './choices.tsx'
import { CodeField, NumberField, Select, TextField } from './field.tsx'
import { Notice } from './notice.tsx'
import { Pagination, pagesToShow } from './pagination.tsx'
import { ProblemSummary } from './problem-summary.tsx'
import { Result } from './result.tsx'
import { Table } from './table.tsx'

const evil = `"><script>alert('1')</script>&amp;`
const choices = [
  { value: '0', label: '0' },
  { value: '1', label: '1' },
]
const idsIn = (page: string) => [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id!)
const attribute = (page: string, name: string) => page.match(new RegExp(`\\s${name}="([^"]*)"`))?.[1]

describe('what people wrote is text, never markup', () => {
  const field = { name: 'x', label: evil, value: evil, problem: evil, hint: evil, optional: evil }
  const rows = [{ cell: evil }]
  test.each([
    ['TextField', <TextField {...field} />],
    ['CodeField', <CodeField {...field} status={evil} />],
    ['Select', <Select {...field} options={[{ value: evil, label: evil }]} />],
    ['Checkbox', <Checkbox {...field} />],
    ['ChipGroup', <ChipGroup {...field} choices={[{ value: evil, label: evil }]} />],
    ['Notice', <Notice kind="info" title={evil} children={evil} />],
    ['Result', <Result outcome="no" title={evil} children={evil} />],
    ['ProblemSummary', <ProblemSummary language="fi" problems={[{ name: evil, text: evil }]} />],
    ['PostButton', <PostButton action={evil} fields={{ [evil]: evil }} children={evil} />],
    [
      'Table',
      <Table
        id="t"
        caption={evil}
        empty=""
        rows={rows}
        columns={[{ label: evil, cell: ({ cell }) => cell }]}
      />,
    ],
  ])('%s', (_name, element) => {
    const page = String(element)
    expect(page).toContain('&lt;script&gt;')
    expect(page).not.toContain('<script')
    expect(page).toContain('&amp;amp;')
  })
})

describe('a field', () => {
  test('is tied to its label, hint and problem, in reading order', () => {
    const page = String(
      <CodeField name="code" label="Tunnus" hint="Takana." problem="Kirjoita tunnus." value="k7" />,
    )
    expect(attribute(page, 'for')).toBe('f-code')
    expect(attribute(page, 'aria-describedby')).toBe('f-code-hint f-code-problem')
    expect(attribute(page, 'aria-invalid')).toBe('true')
    expect(attribute(page, 'value')).toBe('k7')
    expect(idsIn(page)).toEqual(['f-code-hint', 'f-code-problem', 'f-code'])
  })

  test('says nothing of hints and problems that it has not', () => {
    const page = String(<TextField name="a" label="A" problem={undefined} />)
    expect(page).not.toMatch(/aria-describedby|aria-invalid|class="field bad"|value=/)
  })

  test('a card code is typed left to right, in capitals, uncorrected', () => {
    const page = String(<CodeField name="code" label="Tunnus" first />)
    for (const part of [
      'dir="ltr"',
      'autocapitalize="characters"',
      'spellcheck="false"',
      'autocomplete="off"',
    ])
      expect(page).toContain(part)
    expect(page).toContain('autofocus')
    expect(String(<CodeField name="code" label="Tunnus" />)).not.toContain('autofocus')
  })

  test('a number is plain text with a number keyboard', () => {
    const page = String(<NumberField name="born" label="Syntymävuosi" value="1987" />)
    expect(page).toContain('type="text"')
    expect(page).toContain('inputmode="numeric"')
    expect(page).not.toContain('type="number"')
  })

  test('only optional fields are marked', () => {
    expect(String(<TextField name="a" label="A" optional="(vapaaehtoinen)" />)).toContain('(vapaaehtoinen)')
    expect(String(<TextField name="a" label="A" />)).not.toMatch(/\*|required|optional/)
  })

  test('a list keeps what was chosen', () => {
    const options = [
      { value: 'fi', label: 'Suomi' },
      { value: 'sv', label: 'Svenska', lang: 'sv' },
    ]
    const page = String(<Select name="l" label="Kieli" value="sv" options={options} />)
    expect(page.match(/selected/g)).toHaveLength(1)
    expect(page).toMatch(/<option value="sv" lang="sv" selected[^>]*>Svenska/)
  })
})

describe('choices', () => {
  test('chips are one group with one name, described by hint and problem, led to by the first', () => {
    const page = String(
      <ChipGroup name="kids" label="Lapsia" hint="h" problem="p" choices={choices} value="1" />,
    )
    expect(page.match(/type="radio"[^>]*name="kids"/g)).toHaveLength(2)
    expect(attribute(page, 'aria-describedby')).toBe('f-kids-hint f-kids-problem')
    expect(page).toMatch(/id="f-kids" name="kids" value="0"/)
    expect(page.match(/value="1" checked/g)).toHaveLength(1)
    expect(page.match(/checked/g)).toHaveLength(1)
  })

  test('several may be chosen', () => {
    const page = String(<ChipGroup name="f" label="F" choices={choices} value={['0', '1']} several />)
    expect(page.match(/type="checkbox"/g)).toHaveLength(2)
    expect(page.match(/checked/g)).toHaveLength(2)
  })

  test('another number has a chip and a labelled field of its own', () => {
    const other = { label: 'Muu määrä', name: 'more', numberLabel: 'Kuinka monta?', number: '12' }
    const page = String(
      <ChipGroup name="kids" label="Lapsia" choices={choices} value="other" other={other} />,
    )
    expect(page).toContain('value="other" checked')
    expect(page).toContain('<label for="f-more">Kuinka monta?</label>')
    expect(page).toMatch(/id="f-more" name="more"[^>]*value="12"/)
  })

  test('a box is ticked only when told so', () => {
    expect(String(<Checkbox name="c" label="C" checked />)).toContain('checked')
    expect(String(<Checkbox name="c" label="C" checked={false} />)).not.toContain('checked=')
  })
})

describe('the problem summary', () => {
  test('leads to each field by the id that the field has', () => {
    const page = String(
      <>
        <ProblemSummary
          language="fi"
          problems={[
            { name: 'code', text: 'a' },
            { name: 'kids', text: 'b' },
            { name: 'consent', text: 'c' },
            { name: '', text: 'd' },
          ]}
        />
        <CodeField name="code" label="Tunnus" />
        <ChipGroup name="kids" label="Lapsia" choices={choices} />
        <Checkbox name="consent" label="C" />
      </>,
    )
    const targets = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id!)
    expect(targets).toEqual(['f-code', 'f-kids', 'f-consent'])
    for (const target of targets) expect(idsIn(page)).toContain(target)
    expect(page).toContain('<li>d</li>')
    expect(page).toMatch(/tabindex="-1" data-focus/)
    expect(page).not.toContain('role="alert"')
  })

  test('is not there without problems', () => {
    expect(String(<ProblemSummary language="fi" problems={[]} />)).not.toContain('<section')
  })
})

describe('a table', () => {
  const columns = [
    { label: 'Kortti', header: true, cell: (row: { card: string }) => row.card },
    { label: 'Lapsia', number: true, cell: () => 2 },
  ]
  test('says so when it has no rows, across all columns', () => {
    const page = String(<Table id="t" caption="Kortit" columns={columns} rows={[]} empty="Ei kortteja." />)
    expect(page).toContain('<td colspan="2">Ei kortteja.</td>')
  })

  test('stacked, it keeps its roles and names each cell', () => {
    const rows = [{ card: '•••9D4F' }]
    const page = String(
      <Table id="t" shape="stack" caption="Kortit" columns={columns} rows={rows} empty="" />,
    )
    for (const role of ['table', 'rowgroup', 'row', 'columnheader', 'rowheader', 'cell'])
      expect(page).toContain(`role="${role}"`)
    expect(page).toContain('<td class="num" role="cell" data-label="Lapsia">2</td>')
  })

  test('scrolling, it is a named region that the keyboard reaches', () => {
    const page = String(<Table id="t" shape="scroll" caption="Kortit" columns={columns} rows={[]} empty="" />)
    expect(page).toMatch(/^<section class="scroll" aria-labelledby="t" tabindex="0"><table><caption id="t">/)
  })
})

describe('pages of a list', () => {
  test.each([
    [1, 1, [1]],
    [1, 3, [1, 2, 3]],
    [1, 9, [1, 2, null, 9]],
    [5, 9, [1, null, 4, 5, 6, null, 9]],
    [4, 9, [1, 2, 3, 4, 5, null, 9]],
    [9, 9, [1, null, 8, 9]],
  ])('page %i of %i', (page, pages, shown) => {
    expect(pagesToShow(page, pages)).toEqual(shown)
  })

  test('one page needs no links; the ends have no way out', () => {
    const at = (page: number, pages: number) =>
      String(<Pagination language="fi" page={page} pages={pages} href={(n) => `?page=${n}`} />)
    expect(at(1, 1)).not.toContain('<nav')
    expect(at(1, 3)).not.toContain('rel="prev"')
    expect(at(3, 3)).not.toContain('rel="next"')
    expect(at(2, 3)).toContain('href="?page=2" aria-label="Sivu 2" aria-current="page"')
  })
})

describe('the gallery', () => {
  test.each(languages)('has no id twice and no reference to a missing one (%s)', (language) => {
    const page = String(galleryPage(language).main)
    const ids = idsIn(page)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    const references = [
      ...[...page.matchAll(/aria-(?:labelledby|describedby)="([^"]+)"/g)].flatMap(([, list]) =>
        list!.split(' '),
      ),
      ...[...page.matchAll(/(?:href="|url\()#([\w-]+)/g)].map(([, id]) => id!),
      ...[...page.matchAll(/\sfor="([^"]+)"/g)].map(([, id]) => id!),
    ]
    expect(references.length).toBeGreaterThan(40)
    expect(references.filter((id) => !ids.includes(id))).toEqual([])
  })
})
