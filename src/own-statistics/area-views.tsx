import { paths as goodwill } from '../goodwill/words.ts'
import { formatDay, formatNumber, type Language } from '../i18n/translated.ts'
import { type Day, dayOf, yearOf } from '../lib/dates.ts'
import type { AreaChoice } from '../places/queries.ts'
import type { Publication } from '../publications/rules.ts'
import { Button } from '../web/components/button.tsx'
import { Empty } from '../web/components/empty.tsx'
import { Select } from '../web/components/field.tsx'
import { Kpis } from '../web/components/kpis.tsx'
import type { Page } from '../web/page.ts'
import { words as areaWords } from './area-words.ts'
import { Choices, Shown, StatisticsPage } from './page-view.tsx'
import type { Statistics } from './part.ts'
import { paths, words } from './words.ts'

type AreaProps = {
  language: Language
  today: Day
  name: string
  /** What may be chosen beside the whole country: nothing for a coordinator. */
  areas: readonly AreaChoice[]
  areaId: number | null
  /** What the ledger of goodwill tells of this year. */
  now: { tickets: number; giving: number; quiet: number }
  publications: readonly Publication[]
  /** That a period is being closed right now, or what it waits for; null where nothing is due. */
  closingNote: string | null
  /** Null while nothing has been closed. */
  shown: { publication: Publication; statistics: Statistics } | null
}

const chosenOf = ({ areas, areaId }: AreaProps): Record<string, string> =>
  areas.length > 0 && areaId !== null ? { area: String(areaId) } : {}

const AreaChoices = ({ language, areas, areaId, shown }: AreaProps) => {
  const a = areaWords[language]
  if (areas.length === 0) return null
  return (
    <form method="get" action={paths.statistics[language]}>
      <div class="row">
        <Select
          name="area"
          label={a.area}
          value={areaId === null ? '' : String(areaId)}
          options={[
            { value: '', label: a.country },
            ...areas.map(({ id, name }) => ({ value: String(id), label: name })),
          ]}
        />
        {shown && <input type="hidden" name="period" value={shown.publication.period} />}
        <Button secondary>{words[language].show}</Button>
      </div>
    </form>
  )
}

const Now = ({ language, today, now }: AreaProps) => {
  const a = areaWords[language]
  const say = (count: number) => formatNumber(language, count)
  return (
    <>
      <h2>{a.now(yearOf(today))}</h2>
      <Kpis
        figures={[
          { label: a.given, value: say(now.tickets) },
          { label: a.givingSites, value: say(now.giving) },
          { label: a.quietSites, value: say(now.quiet) },
        ]}
      />
      <p>
        <a href={goodwill.area.ledger[language]}>{a.goodwill}</a>
      </p>
    </>
  )
}

const Closed = (props: AreaProps) => {
  const { language, publications, closingNote, shown } = props
  const [t, a] = [words[language], areaWords[language]]
  if (shown === null)
    return (
      <Empty title={a.none}>
        <p>{closingNote ?? a.noneWhy}</p>
      </Empty>
    )
  const { publication, statistics } = shown
  const query = (period: string) => ({ ...chosenOf(props), period })
  return (
    <>
      <h2>{`${a.closed}: ${t.periodName(publication.period)}`}</h2>
      {closingNote && <p class="hint">{closingNote}</p>}
      <Choices
        label={t.period}
        items={publications.map(({ period }) => period)}
        chosen={publication.period}
        nameOf={t.periodName}
        hrefOf={(period) => `${paths.statistics[language]}?${new URLSearchParams(query(period))}`}
      />
      <p>
        {a.closedLead} {a.published(publication.number)}{' '}
        {t.countedOn(formatDay(language, dayOf(publication.asOf)))}
      </p>
      <Shown language={language} statistics={statistics} query={query(publication.period)} />
    </>
  )
}

/** An area, or for the centre the country: what the ledger tells of this year, and closed periods as they were published. */
export const AreaPage = (props: AreaProps): Page =>
  StatisticsPage({
    language: props.language,
    today: props.today,
    name: props.name,
    lead: areaWords[props.language].lead,
    hasClosed: true,
    children: (
      <>
        <AreaChoices {...props} />
        <Now {...props} />
        <Closed {...props} />
      </>
    ),
  })
