import { words as commitmentWords } from '../commitments/words.ts'
import { formatDay, formatTime, type Language } from '../i18n/translated.ts'
import { type Day, dayOf } from '../lib/dates.ts'
import { Button, ButtonRow, LinkButton } from '../web/components/button.tsx'
import { FileField } from '../web/components/file-field.tsx'
import { sayProblems } from '../web/components/form-page.tsx'
import { Notice } from '../web/components/notice.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import { SummaryList } from '../web/components/summary-list.tsx'
import type { Page } from '../web/page.ts'
import type { Typed } from '../web/visit.ts'
import { type Evidence, tellSignatures } from './evidence-rules.ts'
import type { Since } from './since-rules.ts'
import type { Verdict } from './verify-rules.ts'
import { findingText, inGroups, paths, words } from './words.ts'

const ByKey = ({ language, origin }: { language: Language; origin: string }) => {
  const t = words[language]
  return (
    <>
      <h2>{t.byKey}</h2>
      <p>
        {t.byKeyText} <a href={paths.keys}>{`${origin}${paths.keys}`}</a>
      </p>
      <p>
        <code>kaiku verify sitoumus.pdf --key …</code>
      </p>
    </>
  )
}

/** Anybody gives a file, and is told whether it is as it was made. */
export const verifyPage = (language: Language, typed: Typed, origin: string): Page => {
  const t = words[language]
  const said = sayProblems(typed.problems, t.problems)
  return {
    title: t.title,
    kind: 'public',
    main: (
      <>
        <ProblemSummary language={language} problems={said.list} />
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
        <form method="post" action={paths.verify[language]} enctype="multipart/form-data" novalidate>
          <FileField
            name="file"
            label={t.file}
            hint={t.fileHint}
            accept=".pdf,.json,.zip,application/pdf,application/json,application/zip"
            {...(said.at('file') === undefined ? {} : { problem: said.at('file') })}
          />
          <p>{t.notKept}</p>
          <ButtonRow>
            <Button>{t.check}</Button>
          </ButtonRow>
        </form>
        <ByKey language={language} origin={origin} />
      </>
    ),
  }
}

const sinceText = (language: Language, since: Since): string => {
  const t = words[language].since
  return 'day' in since ? t[since.kind](formatDay(language, since.day)) : t[since.kind]
}

const dayAndTime = (language: Language, at: Date) =>
  `${formatDay(language, dayOf(at) as Day)} ${formatTime(language, at)}`

const Signatures = ({ language, evidence }: { language: Language; evidence: Evidence }) => (
  <>
    <h2>{words[language].signatures}</h2>
    <SummaryList
      rows={tellSignatures(evidence).map(({ party, name, title, way, at }) => ({
        label: party.name,
        value: `${[name, title].filter(Boolean).join(', ')} · ${dayAndTime(language, at)} · ${commitmentWords[language].ways[way]}`,
      }))}
    />
  </>
)

const Facts = (props: ResultProps) => {
  const { language, verdict, since, sha256 } = props
  const { facts, kinds } = words[language]
  const { evidence, signedBy, kind } = verdict
  return (
    <SummaryList
      rows={[
        { label: facts.kind, value: kinds[kind] },
        ...(evidence
          ? [
              { label: facts.title, value: evidence.document.content.title[language] },
              { label: facts.commitment, value: String(evidence.commitment) },
              { label: facts.issued, value: dayAndTime(language, new Date(evidence.issuedAt)) },
              { label: facts.version, value: inGroups(evidence.version) },
            ]
          : []),
        ...(since ? [{ label: facts.state, value: sinceText(language, since) }] : []),
        ...(signedBy === null ? [] : [{ label: facts.key, value: inGroups(signedBy) }]),
        { label: facts.sha256, value: inGroups(sha256) },
      ]}
    />
  )
}

type ResultProps = {
  language: Language
  verdict: Verdict
  /** What became of the commitment since; null where the file does not hold, or tells of none. */
  since: Since | null
  sha256: string
  origin: string
}

/** What was found. Of a file that does not hold nothing is told as true: no names, no signatures. */
export const resultPage = (props: ResultProps): Page => {
  const { language, verdict, origin } = props
  const t = words[language]
  const { findings, kind, evidence } = verdict
  const isWhole = findings.length === 0
  const title = isWhole ? t.whole : kind === 'unknown' ? t.unknown : t.broken
  return {
    title,
    kind: 'public',
    main: (
      <>
        <Notice kind={isWhole ? 'ok' : 'error'} title={title} level={1}>
          <p>
            {isWhole
              ? kind === 'package'
                ? t.wholePackage
                : t.wholeText
              : kind === 'unknown'
                ? t.unknownText
                : t.brokenText}
          </p>
        </Notice>
        {!isWhole && kind !== 'unknown' && (
          <>
            <h2>{t.found}</h2>
            <ul>
              {findings.slice(0, 20).map((finding) => (
                <li>{findingText(language, finding)}</li>
              ))}
            </ul>
          </>
        )}
        <Facts {...props} verdict={isWhole ? verdict : { ...verdict, evidence: null }} />
        {isWhole && evidence && <Signatures language={language} evidence={evidence} />}
        <ButtonRow>
          <LinkButton secondary href={paths.verify[language]}>
            {t.another}
          </LinkButton>
        </ButtonRow>
        <ByKey language={language} origin={origin} />
      </>
    ),
  }
}
