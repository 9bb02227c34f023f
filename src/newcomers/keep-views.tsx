import { formatDay, type Language } from '../i18n/translated.ts'
import { type Day, dayOf } from '../lib/dates.ts'
import { municipalityName } from '../network/rules.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { ButtonRow, LinkButton } from '../web/components/button.tsx'
import { CardList } from '../web/components/card-list.tsx'
import { Empty } from '../web/components/empty.tsx'
import { Notice } from '../web/components/notice.tsx'
import { SummaryList } from '../web/components/summary-list.tsx'
import { Tag, type TagKind } from '../web/components/tag.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Newcomer } from './queries.ts'
import { daysWaited, type Progress, progressOf, type RequestState, stepsOfKind } from './rules.ts'
import { doneLine, paths, words } from './words.ts'

const tags: Record<RequestState, TagKind> = { asked: 'wait', accepted: 'ok', declined: 'off' }

const StateTag = ({ language, one }: { language: Language; one: Newcomer }) => {
  const t = words[language]
  if (one.facts?.unitState === 'declined') return <Tag kind={tags.declined}>{t.states.declined}</Tag>
  const isIn = one.facts !== null && progressOf(one.facts).next === null
  return <Tag kind={tags[one.state]}>{isIn ? t.joined : t.states[one.state]}</Tag>
}

const whereOf = (language: Language, one: Newcomer) =>
  [words[language].kindNames[one.kind], municipalityName(one, language), one.area].filter(Boolean).join(' · ')

type ListedProps = { language: Language; newcomers: readonly Newcomer[]; today: Day }

/** One newcomer a card: what comes next, whose turn it is and how long it has waited. */
const linesOf = ({ language, today }: Omit<ListedProps, 'newcomers'>, one: Newcomer) => {
  const t = words[language]
  const asked = t.asked(formatDay(language, dayOf(one.askedAt)))
  if (one.state === 'asked')
    return [whereOf(language, one), asked, t.waited(daysWaited(dayOf(one.askedAt), today))]
  const progress = one.facts && progressOf(one.facts)
  if (!progress?.next) return [whereOf(language, one), <StateTag language={language} one={one} />]
  const { name, doer, waitedSince } = progress.next
  return [
    whereOf(language, one),
    t.next(t.steps[name]),
    `${t.doers[doer]}. ${t.waited(daysWaited(waitedSince, today))}.`,
    t.count(progress.done.length, stepsOfKind[one.kind].length),
  ]
}

const Listed = ({ newcomers, ...props }: ListedProps) => (
  <CardList
    items={newcomers.map((one) => ({
      title: one.place,
      href: fill(paths.one[props.language], { request: one.id }),
      lines: linesOf(props, one),
    }))}
  />
)

const isOnWay = ({ facts }: Newcomer) => facts !== null && progressOf(facts).next !== null
const waitedSince = ({ facts }: Newcomer) => (facts && progressOf(facts).next?.waitedSince) ?? ''

/** Who asks to join the kept areas, and where each is on its way: what has waited longest comes first. */
export const listPage = ({ language, newcomers, today }: ListedProps): Page => {
  const t = words[language]
  const part = { language, today }
  const waiting = newcomers.filter(({ state }) => state === 'asked')
  const onWay = newcomers
    .filter(isOnWay)
    .toSorted((a, b) => (waitedSince(a) < waitedSince(b) ? -1 : waitedSince(a) > waitedSince(b) ? 1 : 0))
  const ended = newcomers.filter((one) => one.state !== 'asked' && !isOnWay(one))
  return {
    title: t.listTitle,
    kind: 'staff',
    main: (
      <>
        <h1>{t.listTitle}</h1>
        <p class="lead">{t.listLead}</p>
        {newcomers.length === 0 ? (
          <Empty title={t.listNone}>
            <p>{t.listNoneWhy}</p>
            <p>
              <a href={paths.ask[language]}>{t.toForm}</a>
            </p>
          </Empty>
        ) : (
          <>
            <p>
              <a href={paths.ask[language]}>{t.toForm}</a>
            </p>
            <h2>{t.waiting}</h2>
            {waiting.length === 0 ? <p>{t.waitingNone}</p> : <Listed {...part} newcomers={waiting} />}
            <h2>{t.onWay}</h2>
            {onWay.length === 0 ? <p>{t.onWayNone}</p> : <Listed {...part} newcomers={onWay} />}
            {ended.length > 0 && (
              <>
                <h2>{t.ended}</h2>
                <Listed {...part} newcomers={ended} />
              </>
            )}
          </>
        )}
      </>
    ),
  }
}

export const trailTo = (language: Language, one: Newcomer) => [
  { label: words[language].listTitle, href: paths.list[language] },
  { label: one.place, href: fill(paths.one[language], { request: one.id }) },
]

type StepsProps = {
  language: Language
  progress: Progress
  today: Day
  deed: { label: string; href: string } | null
}

const Steps = ({ language, progress, today, deed }: StepsProps) => {
  const t = words[language]
  const { done, next, left, joinedOn } = progress
  return (
    <section aria-labelledby="steps">
      <h2 id="steps">{t.stepsTitle}</h2>
      {joinedOn !== null && <p>{t.joinedOn(formatDay(language, joinedOn))}</p>}
      {next && (
        <Notice kind="info" level={3} title={t.next(t.steps[next.name])}>
          <p>{t.situations[next.situation].keeper}</p>
          <p>{`${t.doer}: ${t.doers[next.doer]}. ${t.waited(daysWaited(next.waitedSince, today))}.`}</p>
          {deed && (
            <p>
              <LinkButton href={deed.href}>{deed.label}</LinkButton>
            </p>
          )}
        </Notice>
      )}
      <SummaryList
        rows={[
          ...done.map(({ name, doneOn }) => ({ label: t.steps[name], value: doneLine(language, doneOn) })),
          ...left.slice(1).map((name) => ({ label: t.steps[name], value: t.later })),
        ]}
      />
    </section>
  )
}

/** An answer is asked for, or the municipality has to come in first. */
const Answering = ({
  language,
  one,
  mayOpenAreas,
}: {
  language: Language
  one: Newcomer
  mayOpenAreas: string | null
}) => {
  const t = words[language]
  const id = { request: one.id }
  return (
    <>
      {one.areaId === null && (
        <Notice kind="warn" title={t.outside}>
          <p>{t.outsideText}</p>
          {mayOpenAreas !== null && (
            <p>
              <a href={mayOpenAreas}>{t.toNewAreas}</a>
            </p>
          )}
        </Notice>
      )}
      <ButtonRow>
        {one.areaId !== null && <LinkButton href={fill(paths.accept[language], id)}>{t.accept}</LinkButton>}
        <LinkButton secondary href={fill(paths.decline[language], id)}>
          {t.decline}
        </LinkButton>
      </ButtonRow>
    </>
  )
}

type OneProps = {
  language: Language
  one: Newcomer
  today: Day
  isDone: boolean
  /** Where a keeper does the next step; null when it is not theirs. */
  deed: { label: string; href: string } | null
  /** Where the place's own record is, once it has one. */
  record: string | null
  /** The centre's page of areas on their way in; null for coordinators. */
  mayOpenAreas: string | null
}

export const onePage = ({ language, one, today, isDone, deed, record, mayOpenAreas }: OneProps): Page => {
  const t = words[language]
  return {
    title: one.place,
    kind: 'staff',
    main: (
      <>
        <Breadcrumb
          language={language}
          trail={[{ label: t.listTitle, href: paths.list[language] }]}
          here={one.place}
        />
        {isDone && <Notice kind="ok">{<p>{t.answered}</p>}</Notice>}
        <h1>{one.place}</h1>
        <p>
          <StateTag language={language} one={one} />
        </p>
        {one.state === 'accepted' && one.facts === null && <p>{t.gone}</p>}
        {one.facts && <Steps {...{ language, today, deed }} progress={progressOf(one.facts)} />}
        <SummaryList
          rows={[
            { label: t.wish, value: t.kinds[one.kind] },
            { label: t.organisation, value: one.organisation },
            { label: t.where, value: whereOf(language, one) },
            {
              label: t.sender,
              value: one.name === null ? t.senderGone : `${one.name}, ${one.email}`,
            },
            { label: t.language, value: t.languages[one.language] },
            {
              label: t.told,
              value: (
                <span class="lines" lang={one.language}>
                  {one.message ?? '–'}
                </span>
              ),
            },
            ...(one.declineReason === null
              ? []
              : [
                  {
                    label: t.reason,
                    value: (
                      <span class="lines" lang={one.language}>
                        {one.declineReason}
                      </span>
                    ),
                  },
                ]),
          ]}
        />
        {one.state === 'asked' && <Answering {...{ language, one, mayOpenAreas }} />}
        {record !== null && (
          <p>
            <a href={record}>{t.toPlace}</a>
          </p>
        )}
      </>
    ),
  }
}
