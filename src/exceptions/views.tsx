import { commonWords } from '../i18n/common-words.ts'
import { formatDay, type Language, languages } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { Button, LinkButton, PostButton } from '../web/components/button.tsx'
import { type CardItem, CardList } from '../web/components/card-list.tsx'
import { Checkbox } from '../web/components/choices.tsx'
import { Empty } from '../web/components/empty.tsx'
import { Select, TextField } from '../web/components/field.tsx'
import { Notice } from '../web/components/notice.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import { SummaryList } from '../web/components/summary-list.tsx'
import { Tag } from '../web/components/tag.tsx'
import { TextArea } from '../web/components/text-area.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import type { ExceptionRow, listTargets } from './queries.ts'
import { type ExceptionState, inLanguage, stateOn } from './rules.ts'
import { type Problem, paths, words } from './words.ts'

const targetOf = ({ area, site }: ExceptionRow, language: Language) => {
  const t = words[language]
  if (site) return t.siteOf(site)
  return area ? t.areaOf(area) : t.nation
}

const timeOf = ({ from, until }: ExceptionRow, language: Language) =>
  `${formatDay(language, from)}–${formatDay(language, until)}`

const effectOf = ({ pausesSites, cardsUntil, instead }: ExceptionRow, language: Language) => {
  const t = words[language]
  return [
    pausesSites && t.pausesSites,
    cardsUntil && t.prolongs(cardsUntil),
    instead && inLanguage(instead, language),
  ]
    .filter(Boolean)
    .join(' ')
}

const itemOf = (row: ExceptionRow, language: Language): CardItem => ({
  title: targetOf(row, language),
  href: fill(paths.one[language], { exception: row.id }),
  lines: [
    timeOf(row, language),
    inLanguage(row.reason, language),
    effectOf(row, language),
    ...(row.withdrawnAt ? [<Tag kind="no">{words[language].withdrawnTag}</Tag>] : []),
  ],
})

type ListProps = { language: Language; today: Day; rows: readonly ExceptionRow[]; done: string | null }
const order: ExceptionState[] = ['standing', 'coming', 'past']

export const ExceptionsPage = ({ language, today, rows, done }: ListProps): Page => {
  const t = words[language]
  const make = <LinkButton href={paths.make[language]}>{t.make}</LinkButton>
  return {
    title: t.title,
    kind: 'staff',
    main: (
      <>
        {done && <Notice kind="ok">{<p>{done}</p>}</Notice>}
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
        {rows.length === 0 ? (
          <Empty title={t.none}>
            <p>{t.noneWhy}</p>
            {make}
          </Empty>
        ) : (
          <>
            <p>{make}</p>
            {order.map((state) => {
              const items = rows.filter((row) => stateOn(row, today) === state)
              return (
                <>
                  <h2>{t.states[state]}</h2>
                  {items.length === 0 ? (
                    <p>{t.noneOf}</p>
                  ) : (
                    <CardList items={items.map((row) => itemOf(row, language))} />
                  )}
                </>
              )
            })}
          </>
        )}
      </>
    ),
  }
}

const trailOf = (language: Language) => [{ label: words[language].title, href: paths.list[language] }]

type OneProps = { language: Language; row: ExceptionRow; mayWithdraw: boolean; typed: Typed }

export const ExceptionPage = ({ language, row, mayWithdraw, typed }: OneProps): Page => {
  const t = words[language]
  const problem = t.problems[typed.problems[''] as Problem] as string | undefined
  const title = targetOf(row, language)
  return {
    title,
    kind: 'staff',
    main: (
      <>
        <ProblemSummary language={language} problems={problem ? [{ name: '', text: problem }] : []} />
        <Breadcrumb language={language} trail={trailOf(language)} here={title} />
        <h1>{title}</h1>
        <SummaryList
          rows={[
            { label: t.time, value: timeOf(row, language) },
            { label: t.effect, value: effectOf(row, language) },
            ...languages.flatMap((one) => {
              const text = row.reason[one]
              return text ? [{ label: t.reason[one], value: <span lang={one}>{text}</span> }] : []
            }),
          ]}
        />
        {mayWithdraw && (
          <>
            <h2>{t.withdraw}</h2>
            <p>{t.withdrawWhy}</p>
            <PostButton secondary action={fill(paths.withdraw[language], { exception: row.id })}>
              {t.withdraw}
            </PostButton>
          </>
        )}
      </>
    ),
  }
}

type MakeProps = {
  language: Language
  typed: Typed
  targets: Awaited<ReturnType<typeof listTargets>>
  mayNational: boolean
}
const suffixes = { fi: 'Fi', sv: 'Sv', en: 'En' } as const
const fields = [
  ...['', 'target', 'from', 'until', 'cardsUntil', 'pausesSites'],
  ...['reasonFi', 'reasonSv', 'reasonEn', 'insteadFi', 'insteadSv', 'insteadEn'],
]

export const MakePage = ({ language, typed, targets, mayNational }: MakeProps): Page => {
  const t = words[language]
  const { optional } = commonWords[language]
  const say = (name: string) => t.problems[typed.problems[name] as Problem] as string | undefined
  const problems = fields.flatMap((name) => {
    const text = say(name)
    return text === undefined ? [] : [{ name, text }]
  })
  const day = (name: 'from' | 'until' | 'cardsUntil') => ({
    ...{ name, label: t[name], width: 12 as const, autocomplete: 'off' },
    ...{ value: typed.values[name], problem: say(name) },
  })
  const texts = (kind: 'reason' | 'instead') =>
    languages.map((one) => {
      const name = `${kind}${suffixes[one]}`
      return (
        <TextArea
          name={name}
          label={t[kind][one]}
          lang={one}
          rows={3}
          value={typed.values[name]}
          problem={say(name)}
          hint={kind === 'reason' && one === 'fi' ? t.reasonHint : undefined}
          optional={kind === 'reason' && one === 'fi' ? undefined : optional}
        />
      )
    })
  const options = [
    { value: '', label: t.choose },
    ...(mayNational ? [{ value: 'nation', label: t.nation }] : []),
    ...targets.areas.map(({ id, name }) => ({ value: `area-${id}`, label: t.areaOf(name) })),
    ...targets.sites.map(({ id, name }) => ({ value: `site-${id}`, label: t.siteOf(name) })),
  ]
  return {
    title: t.make,
    kind: 'staff',
    main: (
      <>
        <ProblemSummary language={language} problems={problems} />
        <Breadcrumb language={language} trail={trailOf(language)} here={t.make} />
        <h1>{t.make}</h1>
        <form method="post" action={paths.make[language]} novalidate>
          <Select
            name="target"
            label={t.target}
            value={typed.values.target}
            problem={say('target')}
            options={options}
          />
          <TextField {...day('from')} hint={t.dayHint} />
          <TextField {...day('until')} hint={t.dayHint} />
          <TextField {...day('cardsUntil')} hint={t.cardsUntilHint} optional={optional} />
          <Checkbox
            name="pausesSites"
            label={t.pauses}
            hint={t.pausesHint}
            checked={typed.values.pausesSites === 'yes'}
          />
          {texts('reason')}
          {texts('instead')}
          <Button>{t.make}</Button>
        </form>
      </>
    ),
  }
}
