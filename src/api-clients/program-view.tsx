import { isKeyScope } from '../accounts/key-rules.ts'
import { paths as apiDocs } from '../api-docs/words.ts'
import { formatDay, type Language } from '../i18n/translated.ts'
import { dayOf } from '../lib/dates.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { ButtonRow, LinkButton } from '../web/components/button.tsx'
import { Code } from '../web/components/code.tsx'
import { Notice } from '../web/components/notice.tsx'
import { SummaryList } from '../web/components/summary-list.tsx'
import { Table } from '../web/components/table.tsx'
import { Tag } from '../web/components/tag.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import { keeperOf, StateTag, type Viewer } from './list-views.tsx'
import type { Approval, Program, ProgramKey } from './queries.ts'
import { hasRoomForKey, keyStateOf } from './rules.ts'
import { paths, words } from './words.ts'

export const doneKinds = ['approved', 'unapproved', 'key-ended', 'ended'] as const
export type Done = (typeof doneKinds)[number]

type ProgramProps = {
  language: Language
  viewer: Viewer
  program: Program
  keys: readonly ProgramKey[]
  approvals: readonly Approval[]
  /** Sites that sell through the same intermediary and have not said yes. */
  notApproved: readonly string[]
  done: Done | undefined
  /** Where its webhooks are, for those who keep it. */
  webhooks: string | null
  now: Date
}

/** What a key may do, as sentences. */
export const ScopeList = ({ language, scopes }: { language: Language; scopes: readonly string[] }) => (
  <ul>
    {scopes.filter(isKeyScope).map((scope) => (
      <li>{words[language].scopes[scope]}</li>
    ))}
  </ul>
)

const Keys = ({ language, program, keys, viewer, now }: ProgramProps) => {
  const t = words[language]
  const mayEnd = program.isOwn || viewer === 'centre'
  return (
    <Table
      id="keys"
      caption={t.keys}
      shape="stack"
      empty={t.noKeysYet}
      rows={keys}
      columns={[
        { label: t.starts, header: true, cell: ({ shownStart }) => <Code>{shownStart}</Code> },
        { label: t.may, cell: ({ scopes }) => <ScopeList language={language} scopes={scopes} /> },
        { label: t.created, cell: ({ createdAt }) => formatDay(language, dayOf(createdAt)) },
        { label: t.expires, cell: ({ expiresAt }) => formatDay(language, dayOf(expiresAt)) },
        {
          label: t.lastUsed,
          cell: ({ lastUsedOn }) => (lastUsedOn ? formatDay(language, lastUsedOn) : t.never),
        },
        {
          label: t.state,
          cell: (key) => {
            const state = keyStateOf(key, now)
            return <Tag kind={state === 'works' ? 'ok' : 'off'}>{t.keyStates[state]}</Tag>
          },
        },
        {
          label: t.action,
          cell: (key) =>
            mayEnd && keyStateOf(key, now) === 'works' ? (
              <a href={fill(paths.endKey[language], { program: program.id, key: key.id })}>
                {t.endKey}
                <span class="vh"> {key.shownStart}</span>
              </a>
            ) : (
              '–'
            ),
        },
      ]}
    />
  )
}

type Row = { site: string; state: string; stands: boolean }

const Sites = ({ language, approvals, notApproved }: ProgramProps) => {
  const t = words[language]
  const rows: Row[] = [
    ...approvals.map(({ site, approvedAt, endedAt }) => ({
      site,
      state: endedAt ? t.until(endedAt) : t.since(approvedAt),
      stands: endedAt === null,
    })),
    ...notApproved.map((site) => ({ site, state: t.waiting, stands: false })),
  ]
  return (
    <Table
      id="sites"
      caption={t.approvals}
      shape="stack"
      empty={t.approvalsNone}
      rows={rows}
      columns={[
        { label: t.site, header: true, cell: ({ site }) => site },
        {
          label: t.state,
          cell: ({ state, stands }) => <Tag kind={stands ? 'ok' : 'off'}>{state}</Tag>,
        },
      ]}
    />
  )
}

const Actions = ({ language, viewer, program, keys, webhooks, now }: ProgramProps) => {
  const t = words[language]
  const to = { program: program.id }
  if (program.endedAt) return null
  return (
    <>
      {program.isOwn && !hasRoomForKey(keys, now) && <p class="hint">{t.twoAlive}</p>}
      <ButtonRow>
        {program.isOwn && hasRoomForKey(keys, now) && (
          <LinkButton href={fill(paths.key[language], to)}>{t.newKey}</LinkButton>
        )}
        {viewer === 'venue' && (
          <LinkButton
            secondary
            href={fill(program.approvals > 0 ? paths.unapprove[language] : paths.approve[language], to)}
          >
            {program.approvals > 0 ? t.unapprove : t.approveAgain}
          </LinkButton>
        )}
        {program.isOwn && webhooks && (
          <LinkButton secondary href={webhooks}>
            {t.webhooks}
          </LinkButton>
        )}
        {(program.isOwn || viewer === 'centre') && (
          <LinkButton secondary href={fill(paths.end[language], to)}>
            {t.end}
          </LinkButton>
        )}
      </ButtonRow>
    </>
  )
}

/** One program: whose, its keys, the sites that let it record, and what can be done. */
export const programPage = (props: ProgramProps): Page => {
  const { language, viewer, program, done } = props
  const t = words[language]
  const said: Record<Done, string> = {
    approved: t.approvedNow,
    unapproved: t.unapprovedNow,
    'key-ended': t.keyEnded,
    ended: t.programEnded,
  }
  return {
    title: program.name,
    kind: 'staff',
    main: (
      <>
        <Breadcrumb
          language={language}
          trail={[{ label: t.title, href: paths.list[language] }]}
          here={program.name}
        />
        {done && (
          <Notice kind="ok" title={said[done]}>
            {done === 'unapproved' && !program.endedAt && <p>{t.unapproveThen}</p>}
          </Notice>
        )}
        <h1>{program.name}</h1>
        {program.isTest && (
          <Notice kind="info">
            <p>{t.isTest}</p>
            {program.isOwn && viewer === 'intermediary' && <p>{t.testApproval}</p>}
            <p>
              <a href={apiDocs.api[language]}>{t.toDocs}</a>
            </p>
          </Notice>
        )}
        <SummaryList
          rows={[
            { label: t.keeper, value: keeperOf(language, program) },
            {
              label: t.state,
              value: program.endedAt ? (
                t.endedOn(program.endedAt)
              ) : (
                <StateTag language={language} viewer={viewer} program={program} />
              ),
            },
          ]}
        />
        <Actions {...props} />
        <Keys {...props} />
        {viewer !== 'venue' && <Sites {...props} />}
      </>
    ),
  }
}
