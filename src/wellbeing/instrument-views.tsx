import { aboutLanguages, type HolderLanguage, holderLanguages } from '../i18n/holder-languages.ts'
import { formatNumber, type Language } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import { LinkButton } from '../web/components/button.tsx'
import { SummaryList } from '../web/components/summary-list.tsx'
import { Tag } from '../web/components/tag.tsx'
import type { Page } from '../web/page.ts'
import type { KeptInstrument } from './instrument-queries.ts'
import { textIn } from './rules.ts'
import { paths, words } from './words.ts'

type InstrumentsProps = {
  language: Language
  /** The newest first. */
  instruments: readonly KeptInstrument[]
  /** How often each was answered, at least. */
  rounds: ReadonlyMap<number, number>
  /** Of which day the newest figures are; null while there are none. */
  countedOn: Day | null
}

/** The sets of questions that have been in force, and the way to their figures. */
export const instrumentsPage = ({ language, instruments, rounds, countedOn }: InstrumentsProps): Page => {
  const t = words[language]
  return {
    title: t.title,
    kind: 'staff',
    main: (
      <>
        <h1>{t.title}</h1>
        <p class="lead">{t.instrumentsLead}</p>
        <p>{t.downloadText}</p>
        <p>
          {countedOn === null ? t.notPublished : t.publishedOn(countedOn)} {t.publishedWhen}
        </p>
        <LinkButton href={paths.means[language]}>{t.download}</LinkButton>
        {instruments.map((instrument) => (
          <OneInstrument
            language={language}
            instrument={instrument}
            rounds={rounds.get(instrument.id) ?? 0}
          />
        ))}
        <p>{t.howTo}</p>
        <p class="breakable">
          <code>npm run kaiku -- import instrument data/instruments/swb-10-placeholder.json --dry-run</code>
        </p>
      </>
    ),
  }
}

/** Each in its own language, and apart, so that those that run the other way disturb no other. */
const Languages = ({ known }: { known: readonly HolderLanguage[] }) => (
  <>
    {known.map((one, index) => (
      <>
        {index > 0 && ', '}
        <bdi lang={aboutLanguages[one].tag}>{aboutLanguages[one].name}</bdi>
      </>
    ))}
  </>
)

type OneProps = { language: Language; instrument: KeptInstrument; rounds: number }

const OneInstrument = ({ language, instrument, rounds }: OneProps) => {
  const t = words[language]
  const known = holderLanguages.filter((one) => instrument.lead[one] !== undefined)
  return (
    <>
      <h2>
        {instrument.name} {instrument.isPlaceholder && <Tag kind="wait">{t.placeholder}</Tag>}
      </h2>
      <SummaryList
        rows={[
          { label: t.version, value: instrument.version },
          { label: t.validFrom, value: t.day(instrument.validFrom) },
          { label: t.rounds, value: formatNumber(language, rounds) },
          { label: t.languages, value: <Languages known={known} /> },
          { label: t.source, value: <span lang="en">{instrument.source}</span> },
          { label: t.licence, value: instrument.licence },
        ]}
      />
      <details>
        <summary>
          {t.items}
          <span class="vh"> {instrument.version}</span>
        </summary>
        <ol>
          {instrument.items.map((texts) => (
            <li>{textIn(texts, language, language)}</li>
          ))}
        </ol>
      </details>
    </>
  )
}
