import { formatNumber, type Language } from '../i18n/translated.ts'
import { unwrapped } from '../lib/letter.tsx'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { Button, PostButton } from '../web/components/button.tsx'
import { ChipGroup } from '../web/components/choices.tsx'
import { Empty } from '../web/components/empty.tsx'
import { Notice } from '../web/components/notice.tsx'
import { Pagination } from '../web/components/pagination.tsx'
import { SummaryList, type SummaryRow } from '../web/components/summary-list.tsx'
import { type Column, Table } from '../web/components/table.tsx'
import { Tag, type TagKind } from '../web/components/tag.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { ListedMail, ShownMail } from './outbox-queries.ts'
import { carriesLink, type MailState, mailStates, problemKind } from './rules.ts'
import { paths, words } from './words.ts'

const tags: Record<MailState, TagKind> = { waiting: 'wait', failed: 'no', sent: 'ok', expired: 'off' }

const kindOf = (language: Language, kind: string) => words[language].kinds[kind] ?? kind

const ServerNotice = ({ language, hasMailServer }: { language: Language; hasMailServer: boolean }) => {
  const t = words[language]
  if (hasMailServer) return <p>{t.server}</p>
  return (
    <Notice kind="warn" title={t.noServer}>
      <p>{t.noServerText}</p>
    </Notice>
  )
}

type OutboxProps = {
  language: Language
  hasMailServer: boolean
  counts: Record<MailState, number>
  state: MailState | null
  mails: readonly ListedMail[]
  page: number
  pages: number
}

const columnsOf = (language: Language): Column<ListedMail>[] => {
  const t = words[language]
  return [
    {
      label: t.recipient,
      header: true,
      cell: ({ id, recipient }) => <a href={fill(paths.mail[language], { mail: id })}>{recipient}</a>,
    },
    { label: t.kind, cell: ({ kind }) => kindOf(language, kind) },
    {
      label: t.state,
      cell: ({ state, problem }) => (
        <>
          <Tag kind={tags[state]}>{t.states[state]}</Tag>
          {state === 'failed' && problem && <div class="hint">{t.problems[problemKind(problem)]}</div>}
        </>
      ),
    },
    { label: t.made, cell: ({ madeAt }) => t.at(madeAt) },
  ]
}

/** What has been sent, what waits, and what could not be sent. */
export const OutboxPage = (props: OutboxProps): Page => {
  const { language, hasMailServer, counts, state, mails, page, pages } = props
  const t = words[language]
  const isEmpty = mailStates.every((one) => counts[one] === 0)
  const choices = mailStates.map((one) => ({
    value: one,
    label: `${t.states[one]} (${formatNumber(language, counts[one])})`,
  }))
  return {
    title: t.title,
    kind: 'staff',
    main: (
      <>
        <h1>{t.title}</h1>
        <p>{t.lead}</p>
        <ServerNotice language={language} hasMailServer={hasMailServer} />
        {isEmpty ? (
          <Empty title={t.empty}>
            <p>{t.emptyText}</p>
          </Empty>
        ) : (
          <>
            <form method="get" action={paths.outbox[language]}>
              <ChipGroup
                name="state"
                label={t.filter}
                choices={[{ value: '', label: t.all }, ...choices]}
                value={state ?? ''}
              />
              <p>
                <Button secondary>{t.filter}</Button>
              </p>
            </form>
            <Table
              id="mails"
              shape="stack"
              caption={t.list}
              columns={columnsOf(language)}
              rows={mails}
              empty={t.none}
            />
            <Pagination
              language={language}
              page={page}
              pages={pages}
              href={(number) => `${paths.outbox[language]}?state=${state ?? ''}&page=${number}`}
            />
          </>
        )}
      </>
    ),
  }
}

const factsOf = (language: Language, mail: ShownMail): SummaryRow[] => {
  const t = words[language]
  const waits = mail.state === 'waiting' || mail.state === 'failed'
  const isGivenUp = mail.dueAt.getTime() >= mail.expiresAt.getTime()
  const fact = (label: string, value: SummaryRow['value'] | null): SummaryRow[] =>
    value === null ? [] : [{ label, value }]
  return [
    ...fact(t.recipient, mail.recipient),
    ...fact(t.subject, <span lang={mail.language}>{mail.subject}</span>),
    ...fact(t.state, <Tag kind={tags[mail.state]}>{t.states[mail.state]}</Tag>),
    ...fact(
      t.reason,
      mail.problem && mail.state !== 'sent'
        ? `${t.problems[problemKind(mail.problem)]} (${mail.problem})`
        : null,
    ),
    ...fact(t.made, t.at(mail.madeAt)),
    ...fact(t.sentAt, mail.sentAt && t.at(mail.sentAt)),
    ...fact(t.tries, mail.tries > 0 ? formatNumber(language, mail.tries) : null),
    ...fact(t.nextTry, waits && mail.tries > 0 ? (isGivenUp ? t.noMoreTries : t.at(mail.dueAt)) : null),
    ...fact(t.validUntil, waits ? t.at(mail.expiresAt) : null),
  ]
}

type MailProps = {
  language: Language
  hasMailServer: boolean
  mail: ShownMail
  /** It has just been put first in line. */
  tried: boolean
  problem: 'not-waiting' | null
}

type Words = Pick<MailProps, 'language' | 'hasMailServer' | 'mail'>

/** What a mail says, while it is kept. A link that its recipient gets from the mail server is nobody else's. */
const MailWords = ({ language, hasMailServer, mail }: Words) => {
  const t = words[language]
  if (mail.text === null) return <p>{t.gone}</p>
  if (hasMailServer && carriesLink(mail.kind)) return <p>{t.linkHidden}</p>
  return (
    <>
      <p>{t.secret}</p>
      <pre class="letter" lang={mail.language}>
        {unwrapped(mail.text)}
      </pre>
    </>
  )
}

/** One mail, with its words while they are kept: without a mail server the centre hands its link on. */
export const MailPage = ({ language, hasMailServer, mail, tried, problem }: MailProps): Page => {
  const t = words[language]
  const name = kindOf(language, mail.kind)
  const canTry = hasMailServer && (mail.state === 'waiting' || mail.state === 'failed')
  return {
    title: name,
    kind: 'staff',
    main: (
      <>
        <Breadcrumb
          language={language}
          trail={[{ label: t.title, href: paths.outbox[language] }]}
          here={name}
        />
        <h1>{name}</h1>
        {problem && <Notice kind="warn" title={t[problem]} />}
        {tried && !problem && mail.state !== 'sent' && <Notice kind="ok" title={t.tried} />}
        {!hasMailServer && <ServerNotice language={language} hasMailServer={false} />}
        <SummaryList rows={factsOf(language, mail)} />
        {canTry && (
          <PostButton action={fill(paths.tryNow[language], { mail: mail.id })}>{t.tryNow}</PostButton>
        )}
        <h2>{t.text}</h2>
        <MailWords language={language} hasMailServer={hasMailServer} mail={mail} />
      </>
    ),
  }
}
