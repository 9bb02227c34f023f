import type { Language } from '../i18n/translated.ts'
import { LinkButton } from '../web/components/button.tsx'
import { Notice } from '../web/components/notice.tsx'
import { SummaryList } from '../web/components/summary-list.tsx'
import type { Page } from '../web/page.ts'
import type { DoneStep, PlaceKind, Progress } from './rules.ts'
import { doneLine, words } from './words.ts'

const DoneSteps = ({ language, done }: { language: Language; done: readonly DoneStep[] }) => {
  const t = words[language]
  return (
    <details>
      <summary>{`${t.ownDone} (${done.length})`}</summary>
      <SummaryList
        rows={done.map(({ name, doneOn }) => ({ label: t.steps[name], value: doneLine(language, doneOn) }))}
      />
    </details>
  )
}

type OwnProps = {
  language: Language
  place: string
  kind: PlaceKind
  /** Null when the place did not come in by a request: then all is done. */
  progress: Progress | null
  /** Where the next step is done; null when there is nothing for the reader to do. */
  deed: { label: string; href: string } | null
  /** Where the work itself is. */
  work: string
}

/** What comes next at one's own place, and nothing else: one step and one button. */
export const ownPage = ({ language, place, kind, progress, deed, work }: OwnProps): Page => {
  const t = words[language]
  const next = progress?.next
  const done = progress?.done ?? []
  return {
    title: t.ownTitle,
    kind: 'staff',
    main: (
      <>
        {next ? (
          <>
            <h1>{t.ownTitle}</h1>
            <p>{t.ownLead(place)}</p>
            <h2>{t.next(t.steps[next.name])}</h2>
            <p class="lead">{t.situations[next.situation].own}</p>
            {deed && (
              <p>
                <LinkButton big href={deed.href} secondary={next.doer !== 'place'}>
                  {deed.label}
                </LinkButton>
              </p>
            )}
            {next.doer !== 'place' && <p>{`${t.ownWaits}: ${t.doers[next.doer]}`}</p>}
          </>
        ) : (
          <>
            <Notice kind="ok" level={1} title={t.ownAll}>
              <p>{t.ownAllText[kind]}</p>
            </Notice>
            <p>
              <LinkButton big href={work}>
                {t.toWork[kind]}
              </LinkButton>
            </p>
          </>
        )}
        {done.length > 0 && <DoneSteps language={language} done={done} />}
      </>
    ),
  }
}
