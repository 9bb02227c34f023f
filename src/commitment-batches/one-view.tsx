import { templateName } from '../commitment-templates/words.ts'
import { paths as commitments, words as commitmentWords } from '../commitments/words.ts'
import { formatDay, type Language } from '../i18n/translated.ts'
import { placeAddress } from '../places/words.ts'
import { clientScript } from '../web/assets.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { ButtonRow, LinkButton, PostButton } from '../web/components/button.tsx'
import { Notice } from '../web/components/notice.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import { SummaryList } from '../web/components/summary-list.tsx'
import { Table } from '../web/components/table.tsx'
import { Tag, type TagKind } from '../web/components/tag.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import type { batchDeeds } from './forms.ts'
import type { Batch, Counts, Item } from './queries.ts'
import { type BatchState, batchState, type ItemProblem } from './rules.ts'
import { trailOf } from './views.tsx'
import { type BatchProblem, paths, words } from './words.ts'

const progressScript = clientScript(new URL('./progress.client.ts', import.meta.url))
const tags: Record<BatchState, TagKind> = { unstarted: 'off', running: 'wait', paused: 'wait', done: 'ok' }

type Props = {
  language: Language
  batch: Batch & { counts: Counts }
  items: readonly Item[]
  /** Of a batch that is not begun: what would keep its partners out. */
  foreseen: ReadonlyMap<number, ItemProblem>
  typed: Typed
}

const Deed = ({
  language,
  batch,
  deed,
  children,
}: Pick<Props, 'language' | 'batch'> & {
  deed: (typeof batchDeeds)[number]
  children: string
}) => (
  <PostButton
    secondary={deed === 'delete' || deed === 'pause' || deed === 'retry'}
    action={fill(paths.state[language], { batch: batch.id })}
    fields={{ deed }}
  >
    {children}
  </PostButton>
)

const ItemTable = ({ language, items, foreseen }: Props) => {
  const t = words[language]
  const standing = (item: Item) => {
    const problem = item.problem ?? foreseen.get(item.itemId)
    if (problem) return t.itemProblems[problem]
    if (item.commitmentId === null) return t.itemWaiting
    return `${commitmentWords[language].states[item.state as 'waiting']} · ${t.signed(item.signed, item.parties)}`
  }
  const address = (item: Item) =>
    item.commitmentId === null
      ? placeAddress(item.kind, language, item.id)
      : fill(commitments.one[language], { commitment: item.commitmentId })
  return (
    <Table
      id="partners"
      caption={t.partners}
      shape="stack"
      empty={t.noPartners}
      rows={[...items].sort((a, b) => Number(foreseen.has(b.itemId)) - Number(foreseen.has(a.itemId)))}
      columns={[
        { label: t.partner, header: true, cell: (item) => <a href={address(item)}>{item.name}</a> },
        { label: t.standing, cell: standing },
      ]}
    />
  )
}

/** A batch that is not begun: how many get a commitment, and who is left out and why. */
const Check = (props: Props) => {
  const { language, batch, foreseen } = props
  const t = words[language]
  const ready = batch.counts.all - foreseen.size
  return (
    <>
      <p class="lead">{t.ready(ready)}</p>
      {foreseen.size > 0 && (
        <Notice kind="warn" title={t.exceptions(foreseen.size)}>
          <p>{t.exceptionsLead}</p>
        </Notice>
      )}
      <ButtonRow>
        {ready > 0 && (
          <Deed language={language} batch={batch} deed="start">
            {t.begin}
          </Deed>
        )}
        <Deed language={language} batch={batch} deed="delete">
          {t.giveUp}
        </Deed>
      </ButtonRow>
    </>
  )
}

const Progress = ({ language, batch, state }: Props & { state: BatchState }) => {
  const t = words[language]
  const { counts } = batch
  return (
    <>
      <SummaryList
        rows={[
          { label: t.stateLabel, value: <Tag kind={tags[state]}>{t.states[state]}</Tag> },
          { label: t.progressLabel, value: t.progress(counts.all - counts.waiting, counts.all) },
          { label: t.signedLabel, value: t.progress(counts.signed, counts.made) },
        ]}
      />
      {counts.failed > 0 && <p>{t.exceptions(counts.failed)}</p>}
    </>
  )
}

const Running = (props: Props & { state: BatchState }) => {
  const { language, batch, state } = props
  const t = words[language]
  const { counts } = batch
  return (
    <>
      {state === 'running' ? (
        <div data-progress="true" role="status">
          <Progress {...props} />
        </div>
      ) : (
        <Progress {...props} />
      )}
      {counts.codes > 0 && (
        <Notice kind="info" title={t.codesLead(counts.codes)}>
          <PostButton secondary action={fill(paths.codes[language], { batch: batch.id })}>
            {t.codes}
          </PostButton>
        </Notice>
      )}
      <ButtonRow>
        {state === 'running' && (
          <>
            <LinkButton href={fill(paths.one[language], { batch: batch.id })}>{t.refresh}</LinkButton>
            <Deed language={language} batch={batch} deed="pause">
              {t.pause}
            </Deed>
          </>
        )}
        {state === 'paused' && (
          <Deed language={language} batch={batch} deed="start">
            {t.resume}
          </Deed>
        )}
        {counts.failed > 0 && (
          <Deed language={language} batch={batch} deed="retry">
            {t.retry}
          </Deed>
        )}
      </ButtonRow>
    </>
  )
}

/** One batch: first what is to be checked, then how far it is. */
export const onePage = (props: Props): Page => {
  const { language, batch, typed } = props
  const t = words[language]
  const state = batchState(batch, batch.counts.waiting)
  const title =
    state === 'unstarted' ? t.checkTitle : `${commitmentWords[language].kinds[batch.kind]}, ${batch.area}`
  const problems = Object.values(typed.problems).map((problem) => ({
    name: '',
    text: t.problems[problem as BatchProblem] ?? problem,
  }))
  return {
    title,
    kind: 'staff',
    main: (
      <>
        <Breadcrumb language={language} trail={trailOf(language)} here={title} />
        <ProblemSummary language={language} problems={problems} />
        <h1>{title}</h1>
        {state === 'unstarted' ? <Check {...props} /> : <Running {...props} state={state} />}
        <SummaryList
          rows={[
            { label: t.template, value: templateName(language, batch.template) },
            { label: t.answer, value: formatDay(language, batch.terms.answerUntil) },
          ]}
        />
        <ItemTable {...props} />
      </>
    ),
    ...(state === 'running' ? { scripts: [progressScript] } : {}),
  }
}
