import type { Language } from '../i18n/translated.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { LinkButton, PostButton } from '../web/components/button.tsx'
import { Empty } from '../web/components/empty.tsx'
import { Notice } from '../web/components/notice.tsx'
import { Table } from '../web/components/table.tsx'
import { Tag, type TagKind } from '../web/components/tag.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import { failureText } from './problem-words.ts'
import type { Delivery, Webhook } from './queries.ts'
import type { DeliveryState } from './rules.ts'
import { paths, words } from './words.ts'

export const doneKinds = ['resent', 'resumed', 'tested', 'webhook-ended'] as const
export type Done = (typeof doneKinds)[number]

type WebhooksProps = {
  language: Language
  program: { id: string; name: string; href: string; list: string; isTest: boolean; hasEnded: boolean }
  webhooks: readonly Webhook[]
  deliveries: readonly Delivery[]
  done: Done | undefined
}

const eventName = (language: Language, event: string) => {
  const names: Record<string, string> = words[language].events
  return names[event] ?? event
}

const tagOf: Record<DeliveryState, TagKind> = { waiting: 'wait', delivered: 'ok', failed: 'no' }

const AddressActions = ({
  language,
  program,
  webhook,
}: Pick<WebhooksProps, 'language' | 'program'> & { webhook: Webhook }) => {
  const t = words[language]
  const to = { program: program.id, webhook: webhook.id }
  const which = (
    <span class="vh">
      {' '}
      <bdi>{webhook.url}</bdi>
    </span>
  )
  return (
    <>
      <PostButton secondary action={fill(paths.test[language], to)}>
        {t.tryOut}
        {which}
      </PostButton>
      <div>
        <a href={fill(paths.secret[language], to)}>
          {t.renew}
          {which}
        </a>
      </div>
      <div>
        <a href={fill(paths.end[language], to)}>
          {t.end}
          {which}
        </a>
      </div>
    </>
  )
}

const Addresses = ({ language, program, webhooks }: WebhooksProps) => {
  const t = words[language]
  return (
    <>
      {webhooks
        .filter(({ pausedAt }) => pausedAt !== null)
        .map(({ id, url }) => (
          <Notice kind="warn" title={t.pausedTitle}>
            <p>
              {t.pausedText} <bdi>{new URL(url).host}</bdi>
            </p>
            <PostButton secondary action={fill(paths.resume[language], { program: program.id, webhook: id })}>
              {t.resume}
            </PostButton>
          </Notice>
        ))}
      <Table
        id="addresses"
        caption={t.addresses}
        shape="stack"
        empty={t.none}
        rows={webhooks}
        columns={[
          { label: t.address, header: true, cell: ({ url }) => <bdi>{url}</bdi> },
          {
            label: t.told,
            cell: ({ events }) => events.map((event) => <div>{eventName(language, event)}</div>),
          },
          {
            label: t.state,
            cell: ({ pausedAt }) =>
              pausedAt ? <Tag kind="no">{t.paused}</Tag> : <Tag kind="ok">{t.active}</Tag>,
          },
          { label: t.action, cell: (webhook) => <AddressActions {...{ language, program, webhook }} /> },
        ]}
      />
    </>
  )
}

const nextOf = (language: Language, { state, nextTryAt }: Delivery) => {
  const t = words[language]
  if (state !== 'waiting') return '–'
  return nextTryAt ? t.at(nextTryAt) : t.soon
}

/** What the receiver said last, and what that means: the name of a problem alone helps nobody but a programmer. */
const Answer = ({ language, delivery }: { language: Language; delivery: Delivery }) => {
  const { answeredStatus, problem, tries } = delivery
  if (tries === 0) return <>–</>
  const why = failureText(language, delivery)
  return (
    <>
      {why && <div>{why}</div>}
      {why ? <small>{answeredStatus ?? problem}</small> : (answeredStatus ?? words[language].noAnswer)}
    </>
  )
}

/** Which of several addresses; of one that has been ended nothing more is known here. */
const WhereTo = ({ webhooks, id }: { webhooks: readonly Webhook[]; id: string }) => {
  const to = webhooks.length > 1 && webhooks.find((webhook) => webhook.id === id)
  return to ? (
    <div>
      <small>
        <bdi>{new URL(to.url).host}</bdi>
      </small>
    </div>
  ) : null
}

const Deliveries = ({ language, program, deliveries, webhooks }: WebhooksProps) => {
  const t = words[language]
  return (
    <>
      <Table
        id="deliveries"
        caption={t.latest}
        shape="stack"
        empty={t.latestNone}
        rows={deliveries}
        columns={[
          {
            label: t.event,
            header: true,
            cell: ({ event, webhookId }) => (
              <>
                {eventName(language, event)}
                <WhereTo webhooks={webhooks} id={webhookId} />
              </>
            ),
          },
          { label: t.made, cell: ({ madeAt }) => t.at(madeAt) },
          { label: t.state, cell: ({ state }) => <Tag kind={tagOf[state]}>{t.states[state]}</Tag> },
          { label: t.tries, number: true, cell: ({ tries }) => tries },
          { label: t.answer, cell: (delivery) => <Answer {...{ language, delivery }} /> },
          { label: t.next, cell: (delivery) => nextOf(language, delivery) },
          {
            label: t.action,
            cell: ({ id, event, madeAt }) => (
              <PostButton
                secondary
                action={fill(paths.resend[language], { program: program.id, notice: id })}
              >
                {t.resend}
                <span class="vh">
                  {' '}
                  {eventName(language, event)} {t.at(madeAt)}
                </span>
              </PostButton>
            ),
          },
        ]}
      />
      <p class="hint">{t.kept}</p>
    </>
  )
}

/** Where a program is told of events, and what became of each. */
export const webhooksPage = (props: WebhooksProps): Page => {
  const { language, program, webhooks, done } = props
  const t = words[language]
  return {
    title: `${t.title}: ${program.name}`,
    kind: 'staff',
    main: (
      <>
        <Breadcrumb
          language={language}
          trail={[
            { label: t.programs, href: program.list },
            { label: program.name, href: program.href },
          ]}
          here={t.title}
        />
        {done && (
          <Notice kind="ok" title={t[done]}>
            {done === 'tested' && <p>{t.testedThen}</p>}
          </Notice>
        )}
        <h1>
          {t.title}: {program.name}
        </h1>
        <p class="lead">{t.lead}</p>
        {program.isTest && (
          <Notice kind="info">
            <p>{t.isTest}</p>
          </Notice>
        )}
        {!program.hasEnded && (
          <p>
            <LinkButton href={fill(paths.make[language], { program: program.id })}>{t.add}</LinkButton>
          </p>
        )}
        {webhooks.length === 0 && props.deliveries.length === 0 ? (
          <Empty title={t.none}>
            <p>{t.noneWhy}</p>
          </Empty>
        ) : (
          <>
            <Addresses {...props} />
            <Deliveries {...props} />
          </>
        )}
      </>
    ),
  }
}
