import type { Language } from '../i18n/translated.ts'
import { Button } from '../web/components/button.tsx'
import { Figure } from '../web/components/chart-figure.tsx'
import { Empty } from '../web/components/empty.tsx'
import { Select } from '../web/components/field.tsx'
import { Kpis } from '../web/components/kpis.tsx'
import { LineChart } from '../web/components/line-chart.tsx'
import { Table } from '../web/components/table.tsx'
import type { Page } from '../web/page.ts'
import { isYear } from './period-rules.ts'
import type { KeptCurve, Place } from './queries.ts'
import { grid } from './rules.ts'
import { lastShown, type ShownCurve } from './shown-rules.ts'
import { paths, words } from './words.ts'

type FirstUseProps = {
  language: Language
  cohorts: readonly string[]
  places: readonly Place[]
  /** What was chosen; null while nothing has been counted. */
  chosen: { cohort: string; place: Place } | null
  curve: KeptCurve | undefined
  country: KeptCurve | undefined
  /** Where the cards that wait for their first use are listed, for those who have any. */
  tasks: string | null
  guides: string
}

/** The days that the axis names: the first ones would stand on each other. */
const namedDays = [30, 90, 180, 365]

/** How a place stands in the address: `unit-12`, `country`. */
export const placeKey = ({ level, placeId }: Pick<Place, 'level' | 'placeId'>) =>
  placeId === null ? level : `${level}-${placeId}`

const nameOf = (language: Language, { level, name }: Place) => {
  const t = words[language]
  return name === null ? t.country : t.placeName(t.levels[level], name)
}

/** The time to first use of one group beside the country's, and what helps a card into use. */
export const firstUsePage = (props: FirstUseProps): Page => {
  const { language, chosen, cohorts, curve } = props
  const t = words[language]
  return {
    title: t.title,
    kind: 'staff',
    main: (
      <>
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
        {chosen === null || cohorts.length === 0 ? (
          <Empty title={t.noneTitle}>
            <p>{t.noneText}</p>
          </Empty>
        ) : (
          <>
            <Choice {...props} chosen={chosen} />
            {curve && <Figures {...props} chosen={chosen} curve={curve} />}
          </>
        )}
        <div class="cols">
          <div>{chosen && cohorts.length > 0 && <Curve {...props} chosen={chosen} />}</div>
          <Levers {...props} />
          <div class="after">
            <h2>{t.how}</h2>
            {t.howText.map((text) => (
              <p>{text}</p>
            ))}
          </div>
        </div>
      </>
    ),
  }
}

type Chosen = FirstUseProps & { chosen: NonNullable<FirstUseProps['chosen']> }

const Choice = ({ language, cohorts, places, chosen }: Chosen) => {
  const t = words[language]
  return (
    <form method="get" action={paths.firstUse[language]}>
      <div class="row">
        <Select
          name="place"
          label={t.place}
          value={placeKey(chosen.place)}
          options={places.map((place) => ({ value: placeKey(place), label: nameOf(language, place) }))}
        />
        <Select
          name="cohort"
          label={t.cohort}
          value={chosen.cohort}
          options={cohorts.map((cohort) => ({ value: cohort, label: t.cohortName(cohort) }))}
        />
        <Button secondary>{t.show}</Button>
      </div>
    </form>
  )
}

/** The curve, or why there is none. */
const Curve = (props: Chosen) => {
  const { language, chosen, curve } = props
  const t = words[language]
  if (curve) return <Drawing {...props} curve={curve} />
  const isQuarter = !isYear(chosen.cohort) && chosen.place.level !== 'country'
  return (
    <Empty title={isQuarter ? t.quarterTitle : t.smallTitle}>
      <p>{isQuarter ? t.quarter : t.small}</p>
    </Empty>
  )
}

type Shown = Chosen & { curve: KeptCurve }

const shareAt = (curve: ShownCurve | undefined, day: number) =>
  curve?.points.find((point) => point.day === day)?.share ?? null

const Figures = ({ language, curve, country }: Shown) => {
  const t = words[language]
  const told = (share: number | null) => (share === null ? t.hidden : t.share(share))
  const median = (of: ShownCurve | undefined) => (of?.medianWeeks ? t.medianIn(of.medianWeeks) : t.notReached)
  const beside = (value: string) => (country && curve.level !== 'country' ? { note: t.ofCountry(value) } : {})
  return (
    <Kpis
      figures={[
        ...[30, 90, 180].map((day) => ({
          label: t.within(day),
          value: told(shareAt(curve, day)),
          ...beside(told(shareAt(country, day))),
        })),
        {
          label: t.median,
          value: median(curve),
          ...beside(median(country)),
        },
      ]}
    />
  )
}

const findingOf = (language: Language, curve: ShownCurve) => {
  const t = words[language].finding
  const last = lastShown(curve.points)
  if (curve.medianWeeks !== null) return t.half(curve.medianWeeks)
  return last ? t.share(last.share, last.day) : t.none
}

const Drawing = ({ language, chosen, curve, country }: Shown) => {
  const t = words[language]
  const name = nameOf(language, curve)
  const finding = findingOf(language, curve)
  const summary = t.summary(name, t.cohortName(chosen.cohort), curve.cards, curve.asOf)
  const other = curve.level === 'country' ? undefined : country
  const lines = [
    { name, points: curve.points },
    ...(other ? [{ name: t.compare, points: other.points }] : []),
  ]
  return (
    <Figure
      language={language}
      finding={finding}
      summary={summary}
      drawing={
        lastShown(curve.points) && (
          <LineChart
            id="curve"
            language={language}
            lines={lines}
            days={namedDays}
            title={finding}
            summary={summary}
          />
        )
      }
      note={t.note}
      table={<Numbers language={language} curve={curve} other={other} />}
      downloads={[{ label: t.csv, href: `${paths.csv[language]}?cohort=${chosen.cohort}` }]}
    />
  )
}

type NumbersProps = { language: Language; curve: ShownCurve; other: ShownCurve | undefined }

const Numbers = ({ language, curve, other }: NumbersProps) => {
  const t = words[language]
  const told = (share: number | null) => (share === null ? t.hidden : t.share(share))
  return (
    <Table
      id="by-day"
      caption={t.byDay}
      empty={t.noneTitle}
      rows={grid.map((day) => ({ day, point: curve.points.find((point) => point.day === day)! }))}
      columns={[
        { label: t.day, header: true, cell: ({ day }) => String(day) },
        { label: t.used, number: true, cell: ({ point }) => told(point.share) },
        {
          label: t.sure,
          number: true,
          cell: ({ point: { low, high } }) =>
            low === null || high === null ? t.hidden : t.interval(low, high),
        },
        ...(other
          ? [
              {
                label: t.compare,
                number: true,
                cell: ({ day }: { day: number }) => told(shareAt(other, day)),
              },
            ]
          : []),
      ]}
    />
  )
}

const Levers = ({ language, tasks, guides }: FirstUseProps) => {
  const t = words[language]
  return (
    <aside class="aside">
      <h2>{t.levers}</h2>
      <p>{t.leversLead}</p>
      <ul>
        {t.lever.map(([name, text]) => (
          <li>
            <strong>{name}.</strong> {text}
          </li>
        ))}
      </ul>
      <p class="downloads">
        <a href={guides}>{t.guides}</a>
        {tasks && <a href={tasks}>{t.tasks}</a>}
      </p>
    </aside>
  )
}
