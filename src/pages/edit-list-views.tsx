import type { Child } from 'hono/jsx'
import { commonWords } from '../i18n/common-words.ts'
import { aboutLanguages, type HolderLanguage } from '../i18n/holder-languages.ts'
import type { Language } from '../i18n/translated.ts'
import { Button, ButtonRow, LinkButton } from '../web/components/button.tsx'
import { ChipGroup } from '../web/components/choices.tsx'
import { Select, TextField } from '../web/components/field.tsx'
import { formPage, sayProblems } from '../web/components/form-page.tsx'
import { Table } from '../web/components/table.tsx'
import { Tag, type TagKind } from '../web/components/tag.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import { audienceWords } from './audience-words.ts'
import { editWords, paths, problemTexts } from './edit-words.ts'
import type { Kept } from './editing.ts'
import { addedKinds, kinds, type Mark, professionals } from './rules.ts'
import { textListWords } from './text-list-words.ts'

const looks: Record<Mark, TagKind> = {
  draft: 'wait',
  scheduled: 'wait',
  withdrawn: 'off',
  'finnish-changed': 'wait',
  'shipped-changed': 'wait',
  missing: 'no',
}

export const MarkTag = ({ language, mark }: { language: Language; mark: Mark }) => (
  <Tag kind={looks[mark]}>{editWords[language].marks[mark]}</Tag>
)

export type Marked = { edition: HolderLanguage; marks: Mark[] }
export type ListedText = Kept & { marked: Marked[] }
export const shownMarks = [
  'draft',
  'scheduled',
  'finnish-changed',
  'shipped-changed',
  'missing',
  'withdrawn',
] as const
export type TextFilter = { q: string; kind: string; mark: string }

const Editions = ({ language, text }: { language: Language; text: ListedText }): Child => {
  const open = text.marked.filter(({ marks }) => marks.length > 0)
  if (open.length === 0) return <Tag kind="ok">{textListWords[language].noMarks}</Tag>
  const missing = open.filter(({ marks }) => marks.includes('missing')).map(({ edition }) => edition)
  return (
    <>
      {open
        .filter(({ marks }) => !marks.includes('missing'))
        .map(({ edition, marks }) => (
          <div>
            {aboutLanguages[edition].name}:{' '}
            {marks.map((mark) => (
              <>
                <MarkTag language={language} mark={mark} />{' '}
              </>
            ))}
          </div>
        ))}
      {missing.length > 0 && (
        <div>
          {textListWords[language].isMissing}:{' '}
          {missing.map((edition) => aboutLanguages[edition].name).join(', ')}
        </div>
      )}
    </>
  )
}

/** Every text with what is open in its languages. */
export const listPage = (language: Language, texts: readonly ListedText[], asked: TextFilter): Page => {
  const t = editWords[language]
  const l = textListWords[language]
  const all = { value: '', label: l.all }
  return {
    title: t.title,
    kind: 'staff',
    main: (
      <>
        <h1>{t.title}</h1>
        <p class="lead">{l.lead}</p>
        <p>
          <LinkButton href={paths.new[language]}>{l.add}</LinkButton>
        </p>
        <search>
          <form method="get" action={paths.list[language]}>
            <div class="row">
              <TextField name="q" label={l.search} type="search" value={asked.q} />
              <Select
                name="kind"
                label={l.kind}
                value={asked.kind}
                options={[all, ...kinds.map((value) => ({ value, label: t.kinds[value] }))]}
              />
              <Select
                name="mark"
                label={l.mark}
                value={asked.mark}
                options={[all, ...shownMarks.map((value) => ({ value, label: t.marks[value] }))]}
              />
            </div>
            <ButtonRow>
              <Button secondary>{commonWords[language].show}</Button>
            </ButtonRow>
          </form>
        </search>
        <Table
          id="texts"
          shape="stack"
          caption={l.listCaption(texts.length)}
          rows={texts}
          empty={l.none}
          columns={[
            {
              label: l.name,
              header: true,
              cell: ({ content, title }) => (
                <a href={fill(paths.one[language], { content: content.id })}>{title}</a>
              ),
            },
            { label: l.kind, cell: ({ content }) => t.kinds[content.kind] },
            { label: l.languages, cell: (text) => <Editions language={language} text={text} /> },
          ]}
        />
      </>
    ),
  }
}

/** A news item, a story or a question begins with its title. */
export const newPage = (language: Language, typed: Typed): Page => {
  const t = editWords[language]
  const l = textListWords[language]
  const said = sayProblems(typed.problems, problemTexts(language))
  return formPage({
    language,
    title: l.add,
    trail: [{ label: t.title, href: paths.list[language] }],
    lead: l.addLead,
    action: paths.new[language],
    problems: said.list,
    button: l.add,
    children: (
      <>
        <ChipGroup
          name="kind"
          label={l.kind}
          value={typed.values.kind}
          problem={said.at('kind')}
          choices={addedKinds.map((value) => ({ value, label: t.kinds[value] }))}
        />
        <ChipGroup
          name="audience"
          label={audienceWords[language].title}
          hint={audienceWords[language].hint}
          value={typed.values.audience ?? ''}
          choices={[
            { value: '', label: audienceWords[language].everyoneOrHolders },
            ...professionals.map((value) => ({ value, label: audienceWords[language].audiences[value] })),
          ]}
        />
        <TextField
          name="title"
          label={t.fieldTitle}
          value={typed.values.title}
          problem={said.at('title')}
          autocomplete="off"
        />
      </>
    ),
  })
}
