import { aboutLanguages } from '../i18n/holder-languages.ts'
import { formatDay, type Language } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import { municipalityName } from '../network/rules.ts'
import type { Column } from '../web/components/table.tsx'
import { Tag, type TagKind } from '../web/components/tag.tsx'
import { fill } from '../web/paths.ts'
import type { Thread } from './keep-queries.ts'
import { languageName } from './letter-words.ts'
import { questionWords } from './question-words.ts'
import { clockOf, type State } from './rules.ts'
import { paths, words } from './words.ts'

const kinds: Record<State, TagKind> = { new: 'wait', working: 'wait', answered: 'ok', closed: 'off' }

/** The state in a word, the same wherever a thread is shown. */
export const StateTag = ({ language, state }: { language: Language; state: State }) => (
  <Tag kind={kinds[state]}>{words[language].states[state]}</Tag>
)

/** The due day, and how far it is where it still runs. */
export const Due = ({ language, thread, today }: { language: Language; thread: Thread; today: Day }) => {
  const t = words[language]
  const clock = clockOf(thread, today)
  if (clock.is === 'stopped') return <>{formatDay(language, thread.dueOn)}</>
  const text = clock.is === 'over' ? t.late(clock.days) : clock.days === 0 ? t.lastDay : t.left(clock.days)
  const kind = clock.is === 'over' ? 'no' : clock.is === 'soon' ? 'wait' : 'off'
  return (
    <>
      {formatDay(language, thread.dueOn)} <Tag kind={kind}>{text}</Tag>
    </>
  )
}

/** What it is about: the site, else the municipality, else nothing. */
export const placeOf = (language: Language, { siteName, nameFi, nameSv }: Thread): string =>
  siteName ?? (nameFi === null ? '–' : municipalityName({ nameFi, nameSv }, language))

/** The first words, in the language of the form that they came from. */
export const Begins = ({ thread }: { thread: Thread }) => {
  const { tag, direction } = aboutLanguages[thread.language]
  return (
    <span lang={tag} dir={direction}>
      {thread.begins.length >= 70 ? `${thread.begins}…` : thread.begins}
    </span>
  )
}

/** What it is about, and where that is, when it was said. */
const About = ({ language, thread }: { language: Language; thread: Thread }) => {
  const place = placeOf(language, thread)
  return (
    <>
      {words[language].abouts[thread.about]}
      {place !== '–' && (
        <>
          {': '}
          <bdi>{place}</bdi>
        </>
      )}
    </>
  )
}

/** What each list of threads tells of one. */
export const columnsOf = (language: Language, today: Day, isCentre: boolean): Column<Thread>[] => {
  const t = words[language]
  return [
    {
      label: t.message,
      header: true,
      cell: (thread) => (
        <a href={fill(paths.one[language], { feedback: thread.id })}>
          <Begins thread={thread} />
        </a>
      ),
    },
    { label: t.due, cell: (thread) => <Due {...{ language, thread, today }} /> },
    { label: t.about, cell: (thread) => <About {...{ language, thread }} /> },
    ...(isCentre ? [{ label: t.keeper, cell: ({ areaName }: Thread) => areaName ?? t.centre }] : []),
    { label: t.writerLanguage, cell: (thread) => <bdi>{languageName(thread.language)}</bdi> },
    {
      label: t.state,
      cell: ({ state, askedAt }) => (
        <>
          <StateTag language={language} state={state} />
          {askedAt !== null && <Tag kind="wait">{questionWords[language].waits}</Tag>}
        </>
      ),
    },
  ]
}
