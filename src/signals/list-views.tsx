import type { Language } from '../i18n/translated.ts'
import { dayOf } from '../lib/dates.ts'
import { Button, PostButton } from '../web/components/button.tsx'
import { CardList } from '../web/components/card-list.tsx'
import { ChipGroup } from '../web/components/choices.tsx'
import { Empty } from '../web/components/empty.tsx'
import { Select, TextField } from '../web/components/field.tsx'
import { formPage, sayProblems } from '../web/components/form-page.tsx'
import { Notice } from '../web/components/notice.tsx'
import { Pagination } from '../web/components/pagination.tsx'
import { Table } from '../web/components/table.tsx'
import { type ListQuery, withFilter } from '../web/list-query.ts'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import { explain, explainWords } from './explain-words.ts'
import type { Mute } from './mute-queries.ts'
import type { Filter, Signal } from './queries.ts'
import { kinds } from './rules.ts'
import { endText, StateTag, whereOf } from './views.tsx'
import { paths, words } from './words.ts'

type ListProps = {
  language: Language
  filter: Filter
  query: ListQuery
  pages: { page: number; pages: number }
  count: number
  signals: readonly Signal[]
  areas: readonly { id: number; name: string }[]
  mutes: readonly Mute[]
  done: string | null
}

const Narrow = ({ language, filter, areas }: ListProps) => {
  const t = words[language]
  return (
    <form method="get" action={paths.list[language]}>
      <ChipGroup
        name="show"
        label={t.show}
        value={filter.isEnded ? 'ended' : 'open'}
        choices={Object.entries(t.shows).map(([value, label]) => ({ value, label }))}
      />
      <div class="row">
        <Select
          name="kind"
          label={t.kind}
          value={filter.kind ?? ''}
          options={[
            { value: '', label: t.everyKind },
            ...kinds.map((kind) => ({ value: kind, label: explainWords[language].kinds[kind].name })),
          ]}
        />
        <Select
          name="area"
          label={t.area}
          value={String(filter.area ?? '')}
          options={[
            { value: '', label: t.everyArea },
            ...areas.map(({ id, name }) => ({ value: String(id), label: name })),
          ]}
        />
        <Button secondary>{t.show}</Button>
      </div>
    </form>
  )
}

const Nothing = ({ language, filter }: ListProps) => {
  const t = words[language]
  if (filter.kind !== null || filter.area !== null) return <p>{t.noneFound}</p>
  if (filter.isEnded) return <p>{t.noneEnded}</p>
  return (
    <Empty title={t.none}>
      <p>{t.noneWhy}</p>
    </Empty>
  )
}

const Muted = ({ language, mutes }: ListProps) => {
  const t = words[language]
  if (mutes.length === 0) return null
  return (
    <>
      <h2>{t.muted}</h2>
      <p>{t.mutedLead}</p>
      <Table
        id="muted"
        caption={t.muted}
        isCaptionHeard
        shape="stack"
        empty=""
        rows={mutes}
        columns={[
          { label: t.place, header: true, cell: ({ place }: Mute) => place },
          { label: t.kind, cell: ({ kind }) => explainWords[language].kinds[kind].name },
          { label: t.why, cell: ({ reason, until }) => `${reason} (${t.mutedUntil(until)})` },
          {
            label: t.deed,
            cell: ({ id, place }) => (
              <PostButton secondary action={fill(paths.endMute[language], { mute: id })}>
                {t.endMute}
                <span class="vh"> {place}</span>
              </PostButton>
            ),
          },
        ]}
      />
    </>
  )
}

/** What has been noticed, the newest first; what is known of places; and the way to how it is done. */
export const listPage = (props: ListProps): Page => {
  const { language, query, pages, count, signals, done } = props
  const t = words[language]
  return {
    title: t.title,
    kind: 'staff',
    main: (
      <>
        {done && (
          <Notice kind="ok">
            <p>{done}</p>
          </Notice>
        )}
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
        <p>
          <a href={paths.how[language]}>{t.how}</a>
        </p>
        <Narrow {...props} />
        {signals.length === 0 ? <Nothing {...props} /> : <h2>{t.count(count)}</h2>}
        <CardList
          items={signals.map((signal) => {
            const { name, seen } = explain(language, signal)
            return {
              title: `${signal.place}: ${name.charAt(0).toLocaleLowerCase(language)}${name.slice(1)}`,
              href: fill(paths.one[language], { signal: signal.id }),
              lines: [
                seen,
                <>
                  <StateTag language={language} state={signal.state} /> {whereOf(language, signal)}
                </>,
                <span class="hint">
                  {t.noticed(dayOf(signal.noticedAt))}. {endText(language, signal)}
                </span>,
              ],
            }
          })}
        />
        <Pagination
          language={language}
          {...pages}
          href={(page) => withFilter(paths.list[language], query, page)}
        />
        <Muted {...props} />
      </>
    ),
  }
}

type MuteProps = { language: Language; signal: Signal; typed: Typed }

/** Asks until when no such signal is made of the place, and why. */
export const mutePage = ({ language, signal, typed }: MuteProps): Page => {
  const t = words[language]
  const { list, at } = sayProblems(typed.problems, t.problems)
  return formPage({
    ...{ language, problems: list, button: t.mute, title: t.muteTitle },
    trail: [
      { label: t.title, href: paths.list[language] },
      { label: signal.place, href: fill(paths.one[language], { signal: signal.id }) },
    ],
    lead: t.muteLead(explain(language, signal).name, signal.place),
    action: fill(paths.mute[language], { signal: signal.id }),
    children: (
      <>
        <TextField
          name="until"
          label={t.muteUntil}
          hint={t.muteHint}
          width={12}
          autocomplete="off"
          value={typed.values.until}
          problem={at('until')}
        />
        <TextField
          name="reason"
          label={t.muteReason}
          hint={t.muteReasonHint}
          autocomplete="off"
          value={typed.values.reason}
          problem={at('reason')}
        />
      </>
    ),
  })
}
