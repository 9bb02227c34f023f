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
import { editWords, paths, problemTexts } from './edit-words.ts'
import type { Kept } from './editing.ts'
import { addedKinds, kinds, type Mark, professionals } from './rules.ts'

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
  if (open.length === 0) return <Tag kind="ok">{editWords[language].noMarks}</Tag>
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
          {editWords[language].isMissing}: {missing.map((edition) => aboutLanguages[edition].name).join(', ')}
        </div>
      )}
    </>
  )
}

/** Every text with what is open in its languages. */
export const listPage = (language: Language, texts: readonly ListedText[], asked: TextFilter): Page => {
  const t = editWords[language]
  const all = { value: '', label: t.all }
  return {
    title: t.title,
    kind: 'staff',
    main: (
      <>
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
        <p>
          <LinkButton href={paths.new[language]}>{t.add}</LinkButton>
        </p>
        <search>
          <form method="get" action={paths.list[language]}>
            <div class="row">
              <TextField name="q" label={t.search} type="search" value={asked.q} />
              <Select
                name="kind"
                label={t.kind}
                value={asked.kind}
                options={[all, ...kinds.map((value) => ({ value, label: t.kinds[value] }))]}
              />
              <Select
                name="mark"
                label={t.mark}
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
          caption={t.listCaption(texts.length)}
          rows={texts}
          empty={t.none}
          columns={[
            {
              label: t.name,
              header: true,
              cell: ({ content, title }) => (
                <a href={fill(paths.one[language], { content: content.id })}>{title}</a>
              ),
            },
            { label: t.kind, cell: ({ content }) => t.kinds[content.kind] },
            { label: t.languages, cell: (text) => <Editions language={language} text={text} /> },
          ]}
        />
      </>
    ),
  }
}

/** A news item, a story or a question begins with its title. */
export const newPage = (language: Language, typed: Typed): Page => {
  const t = editWords[language]
  const said = sayProblems(typed.problems, problemTexts(language))
  return formPage({
    language,
    title: t.add,
    trail: [{ label: t.title, href: paths.list[language] }],
    lead: t.addLead,
    action: paths.new[language],
    problems: said.list,
    button: t.add,
    children: (
      <>
        <ChipGroup
          name="kind"
          label={t.kind}
          value={typed.values.kind}
          problem={said.at('kind')}
          choices={addedKinds.map((value) => ({ value, label: t.kinds[value] }))}
        />
        <ChipGroup
          name="audience"
          label={t.audience}
          hint={t.audienceHint}
          value={typed.values.audience ?? ''}
          choices={[
            { value: '', label: t.everyoneOrHolders },
            ...professionals.map((value) => ({ value, label: t.audiences[value] })),
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
