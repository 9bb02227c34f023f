import { standingOf } from '../commitment-lists/rules.ts'
import { paths as lists, standingWords } from '../commitment-lists/words.ts'
import type { CommitmentEvent } from '../commitments/event-queries.ts'
import { paths as commitments, words as commitmentWords } from '../commitments/words.ts'
import { formatDay, type Language } from '../i18n/translated.ts'
import { type Day, dayOf } from '../lib/dates.ts'
import { type RecordNotice, recordPage } from '../web/components/record-page.tsx'
import { type Column, Table } from '../web/components/table.tsx'
import { Tag } from '../web/components/tag.tsx'
import type { Page } from '../web/page.ts'
import { fill, type LocalPath } from '../web/paths.ts'
import type { Seen } from './deeds.ts'
import { endingOf, type LifeKind, lastDayOf } from './rules.ts'
import type { Changed } from './successor-queries.ts'
import { paths, words } from './words.ts'

/** Where one came from: a keeper from the list of all, a partner from their own. */
export const trailOf = (language: Language, { isKeeper }: Pick<Seen, 'isKeeper'>) => [
  isKeeper
    ? { label: words[language].list, href: lists.list[language] }
    : { label: words[language].own, href: lists.own[language] },
]

export const at = (language: Language, path: LocalPath, commitment: number) =>
  fill(path[language] as '/:commitment', { commitment })

type LifeProps = {
  language: Language
  today: Day
  seen: Seen
  events: readonly (CommitmentEvent & {
    kind: LifeKind | 'signed'
    /** What its party was called then. */
    who: string | null
  })[]
  changed: readonly Changed[]
  takesBack: boolean
  done: string | null
}

const endingNotice = ({ language, today, seen, takesBack }: LifeProps): RecordNotice[] => {
  const { life, parties } = seen
  const t = words[language]
  const last = lastDayOf(life)
  if (last !== null && last < today) return [{ kind: 'info', title: t.overTitle, text: t.overText }]
  const { notice, agreedEnd } = life
  const giver = parties.find(({ id }) => id === notice?.partyId)?.name ?? ''
  const text =
    agreedEnd !== null ? t.agreed(agreedEnd) : notice === null ? null : t.noticeGiven(giver, notice.endsOn)
  if (text === null) return []
  const link = { label: t.takeBack, href: at(language, paths.takeBack, life.id) }
  return [{ kind: 'warn', title: t.endsTitle, text, link: takesBack ? link : undefined }]
}

/** A party that was merged into another: the offer to put the other in its place. */
const changeNotices = ({ language, changed }: LifeProps): RecordNotice[] =>
  changed.map(({ commitmentId, partyId, name, organisation }) => ({
    ...{ kind: 'info', title: words[language].mergedTitle },
    text: words[language].merged(name, organisation.name),
    link: {
      label: words[language].succeed,
      href: `${at(language, paths.succeed, commitmentId)}?party=${partyId}&organisation=${organisation.id}`,
    },
  }))

/** What one may do now, the most usual first. What cannot be is not offered. */
const actionsOf = ({ language, today, seen }: LifeProps) => {
  const { life, own, isKeeper } = seen
  const t = words[language]
  const last = lastDayOf(life)
  const isOver = last !== null && last < today
  const isEnding = endingOf(life) !== null
  const to = (path: LocalPath, label: string, isOffered: boolean) =>
    isOffered ? [{ label, href: at(language, path, life.id) }] : []
  return [
    ...to(commitments.one, t.read, true),
    ...to(paths.extend, t.extend, isKeeper && !isOver && !isEnding && life.until !== null),
    ...to(paths.notice, t.notice, own.length > 0 && !isOver && !isEnding),
    ...to(paths.end, t.end, isKeeper && !isOver && life.agreedEnd === null),
    ...to(paths.succeed, t.succeed, isKeeper && !isOver),
  ]
}

const detailsWords = (language: Language, details: Record<string, unknown>): string => {
  const t = words[language]
  const day = details.endsOn ?? details.until
  const texts = [
    typeof day === 'string' ? t.lastDay(day) : null,
    ...[details.name, details.came, details.reason].filter((text) => typeof text === 'string'),
  ]
  return texts.filter(Boolean).join(' · ') || '–'
}

const eventColumns = (language: Language): Column<LifeProps['events'][number]>[] => {
  const t = words[language]
  return [
    { label: t.when, header: true, cell: (event) => formatDay(language, dayOf(event.at)) },
    { label: t.what, cell: ({ kind }) => t.events[kind] },
    { label: t.who, cell: ({ who }) => who ?? '–' },
    { label: t.details, cell: ({ details }) => detailsWords(language, details) },
  ]
}

/** Until when a commitment is in force, what has happened to it, and what can be done. */
export const lifePage = (props: LifeProps): Page => {
  const { language, today, seen, events, done } = props
  const { life, parties, noticeMonths } = seen
  const t = words[language]
  const standing = standingOf({ ...life, endedOn: endingOf(life) }, parties, today)
  const last = lastDayOf(life)
  return recordPage({
    ...{ language, trail: trailOf(language, seen), title: t.title, done: done ?? undefined },
    notices: [...endingNotice(props), ...changeNotices(props)],
    rows: [
      { label: t.kind, value: commitmentWords[language].kinds[life.kind] },
      { label: t.parties, value: parties.map(({ name }) => name).join(' · ') },
      {
        label: t.standing,
        value: (
          <Tag kind={standing.kind === 'ending' ? 'wait' : standing.kind === 'ended' ? 'off' : 'ok'}>
            {standingWords(language, standing)}
          </Tag>
        ),
      },
      { label: t.from, value: formatDay(language, life.from) },
      { label: t.until, value: last === null ? t.open : formatDay(language, last) },
      { label: t.noticeTime, value: t.months(noticeMonths) },
    ],
    actions: actionsOf(props),
    children: (
      <Table
        id="events"
        shape="stack"
        caption={t.whatHappened}
        columns={eventColumns(language)}
        rows={events}
        empty={t.noEvents}
      />
    ),
  })
}
