import { raw } from 'hono/html'
import { aboutLanguages, type HolderLanguage } from '../i18n/holder-languages.ts'
import type { Language } from '../i18n/translated.ts'
import { renderInline, renderMarkdown } from '../lib/markdown.ts'
import { styleSheet } from '../web/assets.ts'
import { WithAside } from '../web/components/aside.tsx'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { Button, ButtonRow } from '../web/components/button.tsx'
import { TextArea, TextField } from '../web/components/field.tsx'
import { sayProblems } from '../web/components/form-page.tsx'
import { Notice } from '../web/components/notice.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import type { Change } from './change-rules.ts'
import type { Finding } from './checks.ts'
import { trailTo } from './content-views.tsx'
import type { Version, VersionText } from './edit-queries.ts'
import { editWords, paths, problemTexts } from './edit-words.ts'
import type { Kept } from './editing.ts'
import { Changes, History, moment, StateTag } from './history-views.tsx'
import { stateAt } from './rules.ts'
import { versionWords } from './version-words.ts'

export const editLook = styleSheet(new URL('./texts-edit.css', import.meta.url))

const Findings = ({ language, findings }: { language: Language; findings: readonly Finding[] }) => {
  const t = editWords[language]
  if (findings.length === 0) return null
  return (
    <Notice kind="warn" title={t.findingsTitle}>
      <ul>
        {findings.map(({ kind, about }) => (
          <li>
            {t.findings[kind]} <bdi>{about}</bdi>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

type Text = Omit<VersionText, 'id'>

/** The text that one translates from, as readers see it. */
const Source = ({ source }: { source: Text }) => (
  <div lang="fi" class="source">
    <h3>{source.title}</h3>
    <p>{raw(renderInline(source.lead))}</p>
    {raw(renderMarkdown(source.body).html.replaceAll(/<(\/?)h[2-5]\b[^>]*>/g, '<$1h4>'))}
  </div>
)

export type EditPageProps = {
  language: Language
  kept: Kept
  edition: HolderLanguage
  /** Of this edition, the newest first. */
  versions: readonly Version[]
  /** What the form begins with. */
  text: Text
  typed: Typed
  now: Date
  /** The Finnish version to translate from; null when Finnish itself is edited. */
  finnish: { id: number; text: Text } | null
  /** What changed in Finnish since the newest version was translated; null where it is up to date. */
  finnishChanges: readonly Change[] | null
  /** The hash of the program's own text, and what changed in it since an editor saw it. */
  shipped: { hash: string; changes: readonly Change[] | null } | null
  findings: readonly Finding[]
  done: string | null
}

const Behind = ({ language, kept, edition, finnishChanges, shipped }: EditPageProps) => {
  const t = editWords[language]
  const v = versionWords[language]
  const here = fill(paths.edit[language], { content: kept.content.id, edition })
  return (
    <>
      {finnishChanges !== null && (
        <Notice kind="warn" title={t.finnishChanged}>
          <p>{t.finnishChangedText}</p>
          <details>
            <summary>{v.whatChanged}</summary>
            <div lang="fi">
              <Changes language={language} changes={finnishChanges} />
            </div>
          </details>
        </Notice>
      )}
      {shipped?.changes && (
        <Notice kind="warn" title={t.shippedChanged}>
          <p>{t.shippedChangedText}</p>
          <details>
            <summary>{v.whatChanged}</summary>
            <div lang={aboutLanguages[edition].tag} dir={aboutLanguages[edition].direction}>
              <Changes language={language} changes={shipped.changes} />
            </div>
          </details>
          <p>
            <a href={`${here}?from=shipped`}>{t.takeShipped}</a>
          </p>
        </Notice>
      )}
    </>
  )
}

const Fields = ({ language, edition, text, typed }: EditPageProps) => {
  const t = editWords[language]
  const said = sayProblems(typed.problems, problemTexts(language))
  const { tag, direction } = aboutLanguages[edition]
  const written = { lang: tag, dir: direction }
  const field = (name: keyof Text) => ({
    ...{ name, value: typed.values[name] ?? text[name], problem: said.at(name) },
    ...written,
  })
  return (
    <>
      <TextField {...field('title')} label={t.fieldTitle} autocomplete="off" />
      <TextArea {...field('lead')} label={t.fieldLead} hint={t.fieldLeadHint} rows={3} />
      <TextArea {...field('body')} label={t.fieldBody} hint={t.fieldBodyHint} rows={24} />
      <ButtonRow>
        <Button name="do" value="draft">
          {t.save}
        </Button>
        <Button name="do" value="preview" secondary>
          {t.preview}
        </Button>
        <Button name="do" value="publish" secondary>
          {t.publish}
        </Button>
      </ButtonRow>
      <details open={Boolean(said.at('day') ?? said.at('time')) || undefined}>
        <summary>{t.scheduleTitle}</summary>
        <div class="row">
          <TextField
            name="day"
            label={t.day}
            hint={t.dayHint}
            width={12}
            value={typed.values.day}
            problem={said.at('day')}
            autocomplete="off"
          />
          <TextField
            name="time"
            label={t.time}
            hint={t.timeHint}
            width={6}
            value={typed.values.time ?? ''}
            problem={said.at('time')}
            autocomplete="off"
          />
        </div>
        <Button name="do" value="schedule" secondary>
          {t.schedule}
        </Button>
      </details>
    </>
  )
}

const StateLine = ({ language, versions, now }: EditPageProps) => {
  const current = versions.filter((one) => stateAt(one, versions, now) !== 'earlier').slice(0, 3)
  return (
    <p>
      {current.length === 0 && editWords[language].notShown}
      {current.map((version) => (
        <>
          <StateTag language={language} state={stateAt(version, versions, now)} />{' '}
          {version.publishAt && moment(language, version.publishAt)}{' '}
        </>
      ))}
    </p>
  )
}

/** Writing one text in one language, beside the Finnish one. */
export const editPage = (props: EditPageProps): Page => {
  const { language, kept, edition, versions, typed, now, finnish, shipped, findings, done } = props
  const t = editWords[language]
  const { content, title } = kept
  const name = aboutLanguages[edition].name
  const said = sayProblems(typed.problems, problemTexts(language))
  const form = (
    <form
      method="post"
      action={fill(paths.edit[language], { content: content.id, edition })}
      enctype="multipart/form-data"
      novalidate
    >
      <input type="hidden" name="base" value={versions[0]?.id ?? ''} />
      <input type="hidden" name="finnish" value={finnish?.id ?? ''} />
      <input type="hidden" name="seen" value={shipped?.hash ?? ''} />
      <Fields {...props} />
    </form>
  )
  return {
    title: `${title}, ${name}`,
    kind: 'staff',
    styles: [editLook],
    main: (
      <>
        <Breadcrumb language={language} trail={trailTo(language, kept)} here={name} />
        <ProblemSummary language={language} problems={said.list} />
        {done && <Notice kind="ok" title={done} />}
        <h1>
          {title} (<span lang={aboutLanguages[edition].tag}>{name}</span>)
        </h1>
        <StateLine {...props} />
        <Behind {...props} />
        <Findings language={language} findings={findings} />
        {finnish === null ? (
          form
        ) : (
          <WithAside title={t.source} aside={<Source source={finnish.text} />}>
            {form}
          </WithAside>
        )}
        <History language={language} versions={versions} now={now} />
      </>
    ),
  }
}
