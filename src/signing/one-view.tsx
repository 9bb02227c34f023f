import { paths as drafts, words as draftWords } from '../commitment-drafts/words.ts'
import { paths as life, words as lifeWords } from '../commitment-life/words.ts'
import { lastDayOf } from '../commitment-lists/rules.ts'
import { paths as lists, words as listWords } from '../commitment-lists/words.ts'
import { paths as papers, words as paperWords } from '../commitment-papers/words.ts'
import { nameWhen } from '../commitments/rules.ts'
import { paths as commitments, words as commitmentWords } from '../commitments/words.ts'
import type { Language } from '../i18n/translated.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { ButtonRow, LinkButton, PostButton } from '../web/components/button.tsx'
import { Notice } from '../web/components/notice.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import { SummaryList, type SummaryRow } from '../web/components/summary-list.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import { eventText } from './event-words.ts'
import { KeeperParty } from './keep-views.tsx'
import { keepWords } from './keep-words.ts'
import type { OneProps } from './one-props.ts'
import { CommitmentFacts, partyRows, sayStatus, storyOf } from './party-views.tsx'
import { statusOf, textIn } from './rules.ts'
import { CommitmentText } from './text-view.tsx'
import { type Done, moment, paths, words } from './words.ts'

/** What has just been done, and what comes of it. */
export const DoneNotice = ({
  language,
  done,
  isSigned,
}: {
  language: Language
  done: Done | null
  isSigned: boolean
}) => {
  const t = words[language]
  return (
    done && (
      <Notice kind="ok" title={t.done[done].title}>
        <p>{t.done[done].text}</p>
        {['signed', 'paper'].includes(done) && <p>{isSigned ? t.allSigned : t.othersWait}</p>}
      </Notice>
    )
  )
}

const Own = ({ language, commitment, own }: OneProps) => {
  const t = words[language]
  return (
    <>
      {own.map((party) => {
        const at = { commitment: commitment.id, party: party.id }
        return (
          <Notice kind="info" title={t.signFor(party.name)}>
            <p>{t.yourTurn}</p>
            <ButtonRow>
              <LinkButton href={fill(paths.sign[language], at)}>{t.sign}</LinkButton>
              <LinkButton secondary href={fill(paths.decline[language], at)}>
                {t.decline}
              </LinkButton>
              <LinkButton secondary href={fill(paths.signatory[language], at)}>
                {t.wrongPerson}
              </LinkButton>
            </ButtonRow>
          </Notice>
        )
      })}
    </>
  )
}

const History = ({ language, events, parties }: OneProps) => {
  const nameOf = nameWhen(parties, events)
  if (events.length === 0) return null
  return (
    <section aria-labelledby="history">
      <h2 id="history">{words[language].history}</h2>
      <ol>
        {events.map((event) => (
          <li>
            <strong>{moment(language, event.at)}</strong> {eventText(language, event, nameOf(event))}
          </li>
        ))}
      </ol>
    </section>
  )
}

/** The commitment that this one takes the place of, for who keeps them both. */
const earlierRow = ({ language, commitment: { earlierId }, isKeeper }: OneProps): SummaryRow[] => {
  const { earlier, seeEarlier } = commitmentWords[language]
  if (earlierId === null || !isKeeper) return []
  const href = fill(commitments.one[language], { commitment: earlierId })
  return [{ label: earlier, value: <a href={href}>{seeEarlier}</a> }]
}

/** The commitment that takes this one's place. Both bind until this one is ended: that is for its keepers to do. */
const laterRow = ({ language, commitment, laterId, isKeeper }: OneProps): SummaryRow[] => {
  const { later, seeLater, laterHint } = commitmentWords[language]
  if (laterId === null || !isKeeper) return []
  const href = fill(commitments.one[language], { commitment: laterId })
  const binds = commitment.state === 'signed' && lastDayOf(commitment) === null
  const value = (
    <>
      <a href={href}>{seeLater}</a>
      {binds && <p class="hint">{laterHint}</p>}
    </>
  )
  return [{ label: later, value }]
}

/** One commitment: how it stands, what is the reader's to do, its parties, its text and what has happened. */
export const onePage = (props: OneProps): Page => {
  const { language, shown, commitment, parties, events, today, isKeeper, own, done, problems } = props
  const t = words[language]
  const title = textIn(commitment.content.title, language, commitment.bindingLanguage)
  const status = statusOf(commitment, parties, today)
  const wayBack = isKeeper
    ? { label: listWords[language].title, href: lists.list[language] }
    : { label: lifeWords[language].own, href: lists.own[language] }
  const one = fill(commitments.one[language], { commitment: commitment.id })
  return {
    title: title.text,
    kind: 'staff',
    main: (
      <>
        <Breadcrumb language={language} trail={[wayBack]} here={title.text} />
        <ProblemSummary language={language} problems={problems.map((text) => ({ name: '', text }))} />
        <DoneNotice language={language} done={done} isSigned={commitment.state === 'signed'} />
        <h1 lang={title.lang}>{title.text}</h1>
        <p class="lead">{sayStatus(language, status, 'says')}</p>
        {status.kind === 'waiting' && own.length > 0 && <Own {...props} />}
        <CommitmentFacts
          language={language}
          commitment={commitment}
          status={status}
          more={[...earlierRow(props), ...laterRow(props)]}
        />
        <ButtonRow>
          {isKeeper && (commitment.state === 'declined' || commitment.state === 'expired') && (
            <>
              <PostButton action={fill(drafts.reopen[language], { commitment: commitment.id })}>
                {draftWords[language].reopen}
              </PostButton>
              <PostButton secondary action={fill(drafts.cancel[language], { commitment: commitment.id })}>
                {draftWords[language].cancelOne}
              </PostButton>
            </>
          )}
          <LinkButton secondary href={fill(paths.print[language], { commitment: commitment.id })}>
            {t.print}
          </LinkButton>
          {commitment.state === 'signed' && (
            <>
              <LinkButton secondary href={fill(papers.files[language], { commitment: commitment.id })}>
                {paperWords[language].title}
              </LinkButton>
              <LinkButton secondary href={fill(life.life[language], { commitment: commitment.id })}>
                {lifeWords[language].title}
              </LinkButton>
            </>
          )}
          {isKeeper && commitment.state === 'waiting' && (
            <LinkButton secondary href={fill(paths.withdraw[language], { commitment: commitment.id })}>
              {keepWords[language].withdraw}
            </LinkButton>
          )}
        </ButtonRow>
        <h2>{t.parties}</h2>
        {parties.map((party) => (
          <section>
            <h3>{party.name}</h3>
            {isKeeper ? (
              <KeeperParty {...props} party={party} status={status} />
            ) : (
              <SummaryList rows={partyRows(language, party, storyOf(party, commitment.state, events))} />
            )}
          </section>
        ))}
        <CommitmentText
          language={language}
          shown={shown}
          commitment={commitment}
          addressOf={(text) => `${one}?text=${text}`}
        />
        <History {...props} />
      </>
    ),
  }
}
