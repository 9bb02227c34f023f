import { paths as commitments } from '../commitments/words.ts'
import { formatDay, formatTime, type Language } from '../i18n/translated.ts'
import { dayOf } from '../lib/dates.ts'
import type { IssuedFile } from '../signed-files/queries.ts'
import { inGroups, paths as verifying } from '../signed-files/words.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { ButtonRow, LinkButton, PostButton } from '../web/components/button.tsx'
import { CardList } from '../web/components/card-list.tsx'
import { sayProblems } from '../web/components/form-page.tsx'
import { Notice } from '../web/components/notice.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import type { Facts } from './issue-rules.ts'
import { paths, words } from './words.ts'

type Props = {
  language: Language
  typed: Typed
  facts: Facts
  files: readonly IssuedFile[]
  /** Whether the files tell all that has happened. */
  isCurrent: boolean
  isDone: boolean
}

type FilesProps = Pick<Props, 'language' | 'facts' | 'files'> & { hrefOf: (file: IssuedFile) => string }

export const Files = ({ language, facts, files, hrefOf }: FilesProps) => {
  const t = words[language]
  const { document } = facts.commitment
  const binding = document?.bindingLanguage
  // What people read stands first, the binding text before its translations; what programs read, last.
  const place = ({ language: of }: IssuedFile) => (of === null ? 2 : of === binding ? 0 : 1)
  return (
    <CardList
      items={[...files]
        .sort((a, b) => place(a) - place(b))
        .map((file) => ({
          title: file.language === null ? t.evidence : t.pdf[file.language],
          href: hrefOf(file),
          lines: [
            ...(file.language === null ? [] : [file.language === binding ? t.binding : t.translation]),
            `${t.moment(formatDay(language, dayOf(file.issuedAt)), formatTime(language, file.issuedAt))} · ${t.size(Math.ceil(file.bytes / 1000))}`,
            t.sha256(inGroups(file.sha256)),
          ],
        }))}
    />
  )
}

/** Whether the files are there to be taken, to be made, or not to be had yet. */
export const State = (props: Omit<Props, 'typed'> & { action: string }) => {
  const { language, facts, files, isCurrent, isDone, action } = props
  const t = words[language]
  if (facts.commitment.state !== 'signed')
    return (
      <Notice kind="info" title={t.notSigned}>
        <p>{t.notSignedText}</p>
      </Notice>
    )
  if (isCurrent) return isDone ? <Notice kind="ok" title={t.made} /> : null
  const isFirst = files.length === 0
  return (
    <Notice kind="info" title={isFirst ? t.notMade : t.newer}>
      <p>{isFirst ? t.notMadeText : t.newerText}</p>
      <PostButton action={action}>{t.make}</PostButton>
    </Notice>
  )
}

/** How anybody can tell that a file is as it was issued. */
export const Checking = ({ language }: { language: Language }) => {
  const t = words[language]
  return (
    <>
      <h2>{t.check}</h2>
      <p>{t.checkText}</p>
      <ButtonRow>
        <LinkButton secondary href={verifying.verify[language]}>
          {t.checkLink}
        </LinkButton>
      </ButtonRow>
    </>
  )
}

/** The signed files of a commitment, the latest first. */
export const filesPage = (props: Props): Page => {
  const { language, typed, facts, files } = props
  const t = words[language]
  const { id, document } = facts.commitment
  const head = files[0]?.headNumber
  const [latest, earlier] = [
    files.filter(({ headNumber }) => headNumber === head),
    files.filter(({ headNumber }) => headNumber !== head),
  ]
  const title = document?.content.title[language]
  const hrefOf = (file: IssuedFile) => fill(paths.file[language], { commitment: id, signedFile: file.id })
  return {
    title: t.title,
    kind: 'staff',
    main: (
      <>
        <Breadcrumb
          language={language}
          trail={[{ label: title ?? t.back, href: fill(commitments.one[language], { commitment: id }) }]}
          here={t.title}
        />
        <ProblemSummary language={language} problems={sayProblems(typed.problems, t.problems).list} />
        <h1>{t.title}</h1>
        {title && <p class="lead">{title}</p>}
        <p>{t.lead}</p>
        <State {...props} action={fill(paths.files[language], { commitment: id })} />
        {latest.length > 0 && (
          <>
            <h2>{t.latest}</h2>
            <Files {...{ language, facts, hrefOf }} files={latest} />
          </>
        )}
        {earlier.length > 0 && (
          <>
            <h2>{t.earlier}</h2>
            <Files {...{ language, facts, hrefOf }} files={earlier} />
          </>
        )}
        <Checking language={language} />
      </>
    ),
  }
}
