import type { Language } from '../i18n/translated.ts'
import type { IssuedFile } from '../signed-files/queries.ts'
import { Button, ButtonRow } from '../web/components/button.tsx'
import { sayProblems } from '../web/components/form-page.tsx'
import { Notice } from '../web/components/notice.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import type { CopyFacts, CopyRefusal } from './copy-rules.ts'
import { copyPaths, copyWords } from './copy-words.ts'
import type { Facts } from './issue-rules.ts'
import { Checking, Files, State } from './views.tsx'
import { words } from './words.ts'

type ClosedProps = { language: Language; token: string; facts: CopyFacts; typed: Typed }

/** What a copy link shows before it is opened: for which party, and nothing of the text. */
export const copyClosedPage = ({ language, token, facts, typed }: ClosedProps): Page => {
  const t = copyWords[language]
  return {
    title: t.title,
    kind: 'staff',
    main: (
      <>
        <ProblemSummary language={language} problems={sayProblems(typed.problems, t.problems).list} />
        <h1>{t.title}</h1>
        <p class="lead">{t.lead(facts.party)}</p>
        <p>{t.until(facts.expiresAt)}</p>
        <form method="post" action={fill(copyPaths.copy[language], { token })}>
          <p>{t.here}</p>
          <ButtonRow>
            <Button>{t.open}</Button>
          </ButtonRow>
        </form>
      </>
    ),
  }
}

/** Why a copy link opens nothing, and what to do. */
export const copyRefusedPage = (language: Language, refusal: CopyRefusal): Page => {
  const { title, text, todo } = copyWords[language].refusals[refusal]
  return {
    title,
    kind: 'staff',
    main: (
      <Notice kind="info" level={1} title={title}>
        <p>{text}</p>
        <p>{todo}</p>
      </Notice>
    ),
  }
}

type OpenProps = {
  language: Language
  typed: Typed
  token: string
  link: CopyFacts
  facts: Facts
  files: readonly IssuedFile[]
  isCurrent: boolean
  isDone: boolean
}

/** The signed files, for who opened the link here: those that tell all that has happened. */
export const copyFilesPage = (props: OpenProps): Page => {
  const { language, typed, token, link, facts, files } = props
  const t = copyWords[language]
  const title = facts.commitment.document?.content.title[language]
  return {
    title: t.title,
    kind: 'staff',
    main: (
      <>
        <ProblemSummary language={language} problems={sayProblems(typed.problems, t.problems).list} />
        <h1>{t.title}</h1>
        {title && <p class="lead">{title}</p>}
        <p>{`${t.keep} ${t.until(link.expiresAt)}`}</p>
        <State {...props} action={fill(copyPaths.files[language], { token })} />
        {files.length > 0 && <h2>{words[language].latest}</h2>}
        <Files
          language={language}
          facts={facts}
          files={files}
          hrefOf={({ id }) => fill(copyPaths.file[language], { token, signedFile: id })}
        />
        <Checking language={language} />
      </>
    ),
  }
}
