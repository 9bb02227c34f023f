import type { LinkFacts, LinkRefusal } from '../commitments/link-rules.ts'
import type { BindingLanguage, Commitment, Party } from '../commitments/rules.ts'
import type { Language } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import { Button, ButtonRow, LinkButton } from '../web/components/button.tsx'
import { TextField } from '../web/components/field.tsx'
import { sayProblems } from '../web/components/form-page.tsx'
import { Notice } from '../web/components/notice.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import { SummaryList } from '../web/components/summary-list.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import { linkWords } from './link-words.ts'
import { DoneNotice } from './one-view.tsx'
import { CommitmentFacts, noStory, partyRows, sayStatus } from './party-views.tsx'
import { statusOf, textIn } from './rules.ts'
import { CommitmentText } from './text-view.tsx'
import { linkPaths, words } from './words.ts'

type CodeProps = { language: Language; token: string; facts: LinkFacts; typed: Typed }

/** What a link shows before its code: whom it is for, and nothing of the text. Looking at it uses nothing up. */
export const codeFormPage = ({ language, token, facts, typed }: CodeProps): Page => {
  const t = linkWords[language]
  const { list, at } = sayProblems(typed.problems, t.problems)
  return {
    title: t.title,
    kind: 'staff',
    main: (
      <>
        <ProblemSummary language={language} problems={list} />
        <h1>{t.title}</h1>
        <p class="lead">{t.lead(facts.party)}</p>
        <p>{t.sentTo(facts.email, facts.expiresAt)}</p>
        <form method="post" action={fill(linkPaths.link[language], { token })} novalidate>
          <TextField
            name="code"
            label={t.code}
            hint={t.codeHint}
            problem={at('code')}
            autocomplete="one-time-code"
            width={6}
            numeric
          />
          <ButtonRow>
            <Button>{t.open}</Button>
          </ButtonRow>
        </form>
        <h2>{t.noCode}</h2>
        <p>{t.noCodeText}</p>
      </>
    ),
  }
}

/** Why a link opens nothing, and what to do. */
export const refusalPage = (language: Language, refusal: LinkRefusal, said: string | null): Page => {
  const { title, text, todo } = linkWords[language].refusals[refusal]
  return {
    title: said === null ? title : said,
    kind: 'staff',
    main:
      said === null ? (
        <Notice kind="info" level={1} title={title}>
          <p>{text}</p>
          <p>{todo}</p>
        </Notice>
      ) : (
        <Notice kind="ok" level={1} title={said} />
      ),
  }
}

type TextProps = {
  language: Language
  shown: BindingLanguage
  token: string
  commitment: Commitment
  parties: readonly Party[]
  party: Party
  today: Day
  /** Why it cannot be signed now, in the reader's words. */
  refused: string | null
  /** Whether it was signed by this very link. */
  hasSigned: boolean
}

/** The commitment as who opened the link reads it. */
export const linkTextPage = (props: TextProps): Page => {
  const { language, shown, token, commitment, parties, party, today, refused, hasSigned } = props
  const t = words[language]
  const title = textIn(commitment.content.title, language, commitment.bindingLanguage)
  const status = statusOf(commitment, parties, today)
  const at = { token }
  return {
    title: title.text,
    kind: 'staff',
    main: (
      <>
        {hasSigned && (
          <DoneNotice language={language} done="signed" isSigned={commitment.state === 'signed'} />
        )}
        <h1 lang={title.lang}>{title.text}</h1>
        <p class="lead">{sayStatus(language, status, 'says')}</p>
        {!hasSigned && (
          <Notice kind={refused === null ? 'info' : 'warn'} title={linkWords[language].yours(party.name)}>
            <p>{refused ?? t.yourTurn}</p>
            {refused === null && (
              <ButtonRow>
                <LinkButton href={fill(linkPaths.sign[language], at)}>{t.sign}</LinkButton>
                <LinkButton secondary href={fill(linkPaths.decline[language], at)}>
                  {t.decline}
                </LinkButton>
                <LinkButton secondary href={fill(linkPaths.signatory[language], at)}>
                  {t.wrongPerson}
                </LinkButton>
              </ButtonRow>
            )}
          </Notice>
        )}
        <CommitmentFacts language={language} commitment={commitment} status={status} />
        <h2>{t.parties}</h2>
        {parties.map((one) => (
          <section>
            <h3>{one.name}</h3>
            <SummaryList rows={partyRows(language, one, noStory)} />
          </section>
        ))}
        <CommitmentText
          language={language}
          shown={shown}
          commitment={commitment}
          addressOf={(text) => `${fill(linkPaths.link[language], at)}?text=${text}`}
        />
        {refused === null && !hasSigned && (
          <ButtonRow>
            <LinkButton href={fill(linkPaths.sign[language], at)}>{t.sign}</LinkButton>
          </ButtonRow>
        )}
      </>
    ),
  }
}
