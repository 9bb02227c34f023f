import { paths as lists, words as listWords } from '../commitment-lists/words.ts'
import type { BindingLanguage } from '../commitments/rules.ts'
import { languages } from '../commitments/rules.ts'
import { words as commitments } from '../commitments/words.ts'
import type { Language } from '../i18n/translated.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { ButtonRow, LinkButton } from '../web/components/button.tsx'
import { CardList } from '../web/components/card-list.tsx'
import { TextField } from '../web/components/field.tsx'
import { formPage, sayProblems } from '../web/components/form-page.tsx'
import { Notice } from '../web/components/notice.tsx'
import { SummaryList } from '../web/components/summary-list.tsx'
import { TextArea } from '../web/components/text-area.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import { suffixes } from './forms.ts'
import type { TemplateVersion } from './queries.ts'
import { type Change, fields, type Template, type TemplateText } from './rules.ts'
import { madeText, paths, words } from './words.ts'

type ListProps = { language: Language; templates: readonly TemplateVersion[] }

/** The newest version of each kind. */
export const listPage = ({ language, templates }: ListProps): Page => {
  const t = words[language]
  return {
    title: t.title,
    kind: 'staff',
    main: (
      <>
        <Breadcrumb
          language={language}
          trail={[{ label: listWords[language].title, href: lists.list[language] }]}
          here={t.title}
        />
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
        <CardList
          level={2}
          items={templates.map(({ kind, version, madeAt }) => ({
            title: commitments[language].kinds[kind],
            href: fill(paths.one[language], { kind }),
            lines: [`${t.version(version)} · ${madeText(language, madeAt)}`],
          }))}
        />
      </>
    ),
  }
}

const Lines = ({ text }: { text: string }) => (
  <>
    {text.split('\n').map((line) => (
      <p>{line}</p>
    ))}
  </>
)

/** A text as one language says it, its fields as they are written. */
const TemplateIn = ({ text, language }: { text: TemplateText; language: BindingLanguage }) => (
  <div lang={language} class="letter prose">
    <h2>{text.title[language]}</h2>
    <ul>
      {text.summary[language].split('\n').map((point) => (
        <li>{point}</li>
      ))}
    </ul>
    {text.clauses.map(({ number, heading, text: said }) => (
      <>
        <h3>
          {number}. {heading[language]}
        </h3>
        <Lines text={said[language]} />
      </>
    ))}
  </div>
)

const ChangeOf = ({ language, change }: { language: Language; change: Change }) => {
  const t = words[language]
  const name = [t.pieces[change.piece], change.number].filter(Boolean).join(' ')
  return (
    <>
      <h2>
        {name}, {t.languages[change.language].toLowerCase()}
      </h2>
      <SummaryList
        rows={[
          {
            label: t.before,
            value: change.before === null ? t.nothing : <Lines text={change.before} />,
          },
          { label: t.after, value: change.after === null ? t.gone : <Lines text={change.after} /> },
        ]}
      />
    </>
  )
}

type OneProps = {
  language: Language
  template: TemplateVersion
  /** Against the version before; null of the first. */
  changes: readonly Change[] | null
  mayChange: boolean
  isSaved: boolean
}

/** One template: what it says, and what the last change did. */
export const onePage = ({ language, template, changes, mayChange, isSaved }: OneProps): Page => {
  const t = words[language]
  const { kind, version, madeAt } = template
  const title = commitments[language].kinds[kind]
  return {
    title,
    kind: 'staff',
    main: (
      <>
        <Breadcrumb
          language={language}
          trail={[{ label: t.title, href: paths.list[language] }]}
          here={title}
        />
        {isSaved && <Notice kind="ok" title={t.saved} />}
        <h1>{title}</h1>
        <p>
          {t.version(version)} · {madeText(language, madeAt)}
        </p>
        {mayChange && (
          <ButtonRow>
            <LinkButton href={fill(paths.change[language], { kind })}>{t.change}</LinkButton>
          </ButtonRow>
        )}
        {changes && (
          <details class="more" open={isSaved}>
            <summary>{t.changes}</summary>
            <p>{t.changesLead(version - 1, version)}</p>
            {changes.length === 0 && <p>{t.none}</p>}
            {changes.map((change) => (
              <ChangeOf language={language} change={change} />
            ))}
          </details>
        )}
        {languages.map((one) => (
          <details class="more" open={one === language}>
            <summary>{`${t.texts}: ${t.languages[one].toLowerCase()}`}</summary>
            <TemplateIn text={template} language={one} />
          </details>
        ))}
      </>
    ),
  }
}

type FormProps = { language: Language; template: Template; typed: Typed }

/** A template as three languages of a form. */
export const changePage = ({ language, template, typed }: FormProps): Page => {
  const t = words[language]
  const { kind, version } = template
  const name = commitments[language].kinds[kind]
  const said = sayProblems(typed.problems, t.problems)
  const field = (name: string) => {
    const problem = said.at(name)
    return { name, value: typed.values[name] ?? '', ...(problem === undefined ? {} : { problem }) }
  }
  return formPage({
    ...{ language, problems: said.list, button: t.save, title: t.changeTitle(name), lead: t.changeLead },
    action: fill(paths.change[language], { kind }),
    trail: [
      { label: t.title, href: paths.list[language] },
      { label: name, href: fill(paths.one[language], { kind }) },
    ],
    children: (
      <>
        <details class="more">
          <summary>{t.fieldsTitle}</summary>
          <p>{t.fieldsHint}</p>
          <SummaryList rows={fields.map((name) => ({ label: `{{${name}}}`, value: t.fields[name] }))} />
        </details>
        <input type="hidden" name="seen" value={typed.values.seen ?? String(version)} />
        {languages.map((one) => (
          <>
            <TextField
              {...field(`title${suffixes[one]}`)}
              label={t.heading[one]}
              lang={one}
              autocomplete="off"
            />
            <TextArea
              {...field(`summary${suffixes[one]}`)}
              label={t.summary[one]}
              hint={t.summaryHint}
              rows={6}
              lang={one}
            />
            <TextArea
              {...field(`clauses${suffixes[one]}`)}
              label={t.clauses[one]}
              hint={t.clausesHint}
              rows={20}
              lang={one}
            />
          </>
        ))}
      </>
    ),
  })
}
