import type { Child } from 'hono/jsx'
import { commonWords } from '../i18n/common-words.ts'
import { formatNumber, type Language } from '../i18n/translated.ts'
import { dayOf } from '../lib/dates.ts'
import { kilobytes } from '../open-data/rules.ts'
import { paths as openData } from '../open-data/words.ts'
import { publicPaths } from '../public-paths.ts'
import { closingNotes } from '../publications/closing-words.ts'
import { isSum } from '../publications/lattice-rules.ts'
import { isTold } from '../publications/part-rules.ts'
import type { ClosingState } from '../publications/period-rules.ts'
import type { Division, Measure, Publication } from '../publications/rules.ts'
import { periodName, publicationWords } from '../publications/words.ts'
import { Button } from '../web/components/button.tsx'
import { Empty } from '../web/components/empty.tsx'
import { Select } from '../web/components/field.tsx'
import { Kpis } from '../web/components/kpis.tsx'
import { fill } from '../web/paths.ts'
import { LateCorrections } from './late-view.tsx'
import { Counties, Divided, type Part, type ShownPeriod } from './period-charts-view.tsx'
import { nationalOf } from './period-rules.ts'
import { periodWords } from './period-words.ts'

const keyMeasures = ['tickets', 'users', 'registered', 'taken-into-use'] as const satisfies Measure[]

/** What is told to the nearest five says so. */
const sayCount = (language: Language, measure: Measure, count: number | null) => {
  if (count === null) return '–'
  const said = formatNumber(language, count)
  return isSum(measure) ? said : periodWords[language].about(said)
}

const KeyFigures = ({ language, shown: { publication, figures } }: Part) => {
  const t = periodWords[language]
  const { measures } = publicationWords[language]
  const isKnown = (measure: Measure, division: Division) =>
    isTold(publication.period, measure, division, 'country')
  const told = keyMeasures.filter((measure) => isKnown(measure, 'all'))
  const children = isKnown('tickets', 'audience')
    ? nationalOf(figures, { measure: 'tickets', division: 'audience', part: 'children' })
    : null
  return (
    <>
      <Kpis
        figures={told.map((measure) => {
          const count = nationalOf(figures, { measure })
          const note =
            count === null
              ? t.hiddenShort
              : measure === 'tickets' && children !== null && t.ofChildren(children)
          return {
            label: measures[measure].name,
            value: sayCount(language, measure, count),
            ...(note ? { note } : {}),
          }
        })}
      />
      <details class="more">
        <summary>{t.meanings}</summary>
        <dl>
          {told.map((measure) => (
            <>
              <dt>
                <strong>{measures[measure].name}</strong>
              </dt>
              <dd>{measures[measure].meaning}</dd>
            </>
          ))}
        </dl>
      </details>
    </>
  )
}

const Choice = ({
  language,
  shown,
  publications,
}: Part & { publications: readonly Publication[] }): Child => (
  <form method="get" action={`${publicPaths.statistics[language]}#closed`}>
    <div class="row">
      <Select
        name="period"
        label={periodWords[language].choose}
        value={shown.publication.period}
        options={publications.map(({ period }) => ({ value: period, label: periodName(language, period) }))}
      />
      <Button secondary>{commonWords[language].show}</Button>
    </div>
  </form>
)

const Downloads = ({ language, shown: { publication, size } }: Part) => {
  const t = periodWords[language]
  const { number } = publication
  return (
    <p class="downloads">
      <a href={fill(openData.figures, { publication: number })}>{t.figures(kilobytes(size))}</a>
      <a href={openData.page[language]}>{t.all}</a>
    </p>
  )
}

/** A period as it was closed: four figures, the counties as a map and a table, fields and ages, and the files. */
export const ClosedPeriod = (props: {
  language: Language
  closing: ClosingState
  publications: readonly Publication[]
  shown: ShownPeriod | null
}) => {
  const { language, closing, publications, shown } = props
  const t = periodWords[language]
  const note = closingNotes[language](closing, false)
  if (!shown)
    return (
      <Empty title={t.none}>
        <p>{closing.kind === 'coming' ? t.noneWhen(closing.on) : note}</p>
      </Empty>
    )
  const { number, asOf } = shown.publication
  const part = { language, shown }
  return (
    <section aria-labelledby="closed">
      <h2 id="closed">{t.title}</h2>
      <p>{t.lead}</p>
      {note && <p class="hint">{note}</p>}
      <Choice {...part} publications={publications} />
      <p>
        <a href={fill(openData.publication[language], { publication: number })}>
          {t.cited(number, dayOf(asOf))}
        </a>
      </p>
      <KeyFigures {...part} />
      <Counties {...part} />
      <Divided {...part} />
      <LateCorrections {...part} />
      <p class="hint">{t.hidden}</p>
      <Downloads {...part} />
    </section>
  )
}
