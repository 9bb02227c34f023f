import type { Child } from 'hono/jsx'
import { commonWords } from '../i18n/common-words.ts'
import { aboutLanguages, type HolderLanguage } from '../i18n/holder-languages.ts'
import { formatDay, type Language } from '../i18n/translated.ts'
import { writeDay } from '../lib/typed-day.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { LinkButton } from '../web/components/button.tsx'
import { ChipGroup } from '../web/components/choices.tsx'
import { TextField } from '../web/components/field.tsx'
import { formPage, sayProblems } from '../web/components/form-page.tsx'
import { Notice } from '../web/components/notice.tsx'
import { SummaryList } from '../web/components/summary-list.tsx'
import { Table } from '../web/components/table.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import { AudienceLine } from './audience-views.tsx'
import { type Marked, MarkTag } from './edit-list-views.tsx'
import type { Content } from './edit-queries.ts'
import { editWords, paths, problemTexts } from './edit-words.ts'
import { type Kept, publicAddress } from './editing.ts'
import { hasAudience, shownAt, tellers } from './rules.ts'
import { storyWords } from './story-words.ts'
import { textListWords } from './text-list-words.ts'

export const trailTo = (language: Language, { content, title }: Kept) => [
  { label: editWords[language].title, href: paths.list[language] },
  { label: title, href: fill(paths.one[language], { content: content.id }) },
]

const StoryFacts = ({ language, content }: { language: Language; content: Content }) => {
  const s = storyWords[language]
  const { id, teller, place, year, source, leaveOn, leaveFrom } = content
  return (
    <>
      <h2>{s.details}</h2>
      {leaveOn === null && (
        <Notice kind="warn">
          <p>{s.noLeave}</p>
        </Notice>
      )}
      <SummaryList
        rows={[
          { label: s.teller, value: teller ? s.tellers[teller] : '–' },
          { label: s.place, value: place ?? '–' },
          { label: s.year, value: year ?? '–' },
          { label: s.storySource, value: source ?? '–' },
          { label: s.leaveOn, value: leaveOn ? `${formatDay(language, leaveOn)}, ${leaveFrom}` : '–' },
        ]}
      />
      <p>
        <LinkButton secondary href={fill(paths.details[language], { content: id })}>
          {s.change}
          <span class="vh"> {s.details}</span>
        </LinkButton>
      </p>
    </>
  )
}

type ContentPageProps = {
  language: Language
  kept: Kept
  marked: readonly Marked[]
  now: Date
  done: string | null
}

/** A content in all its languages. */
export const contentPage = ({ language, kept, marked, now, done }: ContentPageProps): Page => {
  const t = editWords[language]
  const l = textListWords[language]
  const { content, versions, title } = kept
  const shownOf = (edition: HolderLanguage) =>
    shownAt(
      versions.filter((one) => one.language === edition),
      now,
    )
  const isOpen = content.kind !== 'story' || content.leaveOn !== null
  const address = (edition: HolderLanguage): Child => {
    if (!shownOf(edition) || !isOpen) return t.notShown
    return (
      <a href={publicAddress(content, edition)}>
        {t.seePublic}
        <span class="vh">, {aboutLanguages[edition].name}</span>
      </a>
    )
  }
  return {
    title,
    kind: 'staff',
    main: (
      <>
        <Breadcrumb language={language} trail={trailTo(language, kept).slice(0, 1)} here={title} />
        {done && <Notice kind="ok" title={done} />}
        <h1>{title}</h1>
        <p>{t.kinds[content.kind]}</p>
        {hasAudience(content.kind) && <AudienceLine language={language} content={content} />}
        <Table
          id="editions"
          shape="stack"
          caption={t.languagesCaption}
          rows={marked}
          empty=""
          columns={[
            {
              label: t.language,
              header: true,
              cell: ({ edition, marks }) => (
                <a href={fill(paths.edit[language], { content: content.id, edition })}>
                  {marks.includes('missing') ? t.write : t.edit}:{' '}
                  <span lang={aboutLanguages[edition].tag}>{aboutLanguages[edition].name}</span>
                </a>
              ),
            },
            {
              label: l.mark,
              cell: ({ marks }) =>
                marks.length === 0
                  ? l.noMarks
                  : marks.map((mark) => (
                      <>
                        <MarkTag language={language} mark={mark} />{' '}
                      </>
                    )),
            },
            { label: t.state, cell: ({ edition }) => address(edition) },
          ]}
        />
        {content.kind === 'story' && <StoryFacts language={language} content={content} />}
      </>
    ),
  }
}

/** Who tells a story, and the leave without which nobody sees it. */
export const detailsPage = (language: Language, kept: Kept, typed: Typed): Page => {
  const t = editWords[language]
  const s = storyWords[language]
  const { content } = kept
  const said = sayProblems(typed.problems, problemTexts(language))
  const field = (name: 'place' | 'source' | 'leaveFrom') => ({
    ...{ name, value: typed.values[name] ?? content[name] ?? undefined, problem: said.at(name) },
    ...{ autocomplete: 'off', optional: name === 'leaveFrom' ? undefined : commonWords[language].optional },
  })
  return formPage({
    language,
    title: s.details,
    trail: trailTo(language, kept),
    lead: s.detailsLead,
    action: fill(paths.details[language], { content: content.id }),
    problems: said.list,
    button: commonWords[language].save,
    children: (
      <>
        <ChipGroup
          name="teller"
          label={s.teller}
          value={typed.values.teller ?? content.teller ?? undefined}
          choices={tellers.map((value) => ({ value, label: s.tellers[value] }))}
        />
        <TextField {...field('place')} label={s.place} />
        <TextField
          name="year"
          label={s.year}
          optional={commonWords[language].optional}
          width={6}
          value={typed.values.year ?? content.year?.toString()}
          problem={said.at('year')}
          autocomplete="off"
        />
        <TextField {...field('source')} label={s.storySource} />
        <TextField
          name="leaveOn"
          label={s.leaveOn}
          hint={t.dayHint}
          width={12}
          value={typed.values.leaveOn ?? writeDay(content.leaveOn)}
          problem={said.at('leaveOn')}
          autocomplete="off"
        />
        <TextField {...field('leaveFrom')} label={s.leaveFrom} hint={s.leaveFromHint} />
      </>
    ),
  })
}
