import type { Child } from 'hono/jsx'
import type { Language } from '../i18n/translated.ts'
import { scannerStyles } from '../scanner/view.tsx'
import { Button, ButtonRow, PostButton } from '../web/components/button.tsx'
import { Empty } from '../web/components/empty.tsx'
import { EventBar } from '../web/components/event-bar.tsx'
import { TextField } from '../web/components/field.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import type { Page } from '../web/page.ts'
import type { Typed } from '../web/visit.ts'
import { AppData, appScript } from './app-view.tsx'
import { shown } from './forms.ts'
import { turnedWords, turnPath } from './turned-words.ts'
import type { At, Site } from './views.tsx'
import { type Problem, paths, type Ruled, words } from './words.ts'

/** Buttons of one tap each, one under the other. */
const Picks = ({ children }: { children: Child }) => <ButtonRow>{children}</ButtonRow>

const SitePicks = ({ language, sites }: { language: Language; sites: Site[] }) => (
  <Picks>
    {sites.map(({ id, name }) => (
      <PostButton action={paths.event[language]} fields={{ site: String(id), here: 'yes' }} secondary>
        {name}
      </PostButton>
    ))}
  </Picks>
)

/** The first page of the day for someone who records for several sites. */
export const sitePage = (language: Language, sites: Site[], typed: Typed): Page => {
  const t = words[language]
  const problem = (['site-missing', 'undo-too-late'] as const).find((slug) =>
    Object.values(typed.problems).includes(slug),
  )
  return {
    title: sites.length === 0 ? t.noSites : t.chooseSite,
    kind: 'desk',
    scripts: problem || sites.length === 0 ? [] : [appScript],
    styles: problem || sites.length === 0 ? [] : [scannerStyles],
    main:
      sites.length === 0 ? (
        <>
          <h1>{t.scan}</h1>
          <Empty title={t.noSites}>
            <p>{t.noSitesWhy}</p>
          </Empty>
        </>
      ) : (
        <>
          <ProblemSummary
            language={language}
            problems={problem ? [{ name: '', text: t.problems[problem] }] : []}
          />
          <h1>{t.chooseSite}</h1>
          <p>{t.remembered}</p>
          <SitePicks language={language} sites={sites} />
          {!problem && <AppData language={language} at={null} />}
        </>
      ),
  }
}

/** By one button: which way the screen is, and to turn it. */
const Turning = ({ language, turned }: { language: Language; turned: boolean }) => {
  const t = turnedWords[language]
  return (
    <>
      <h2>{t.title}</h2>
      <p>{turned ? `${t.setting}.` : t.settingHint}</p>
      <PostButton action={turnPath[language]} fields={{ turned: turned ? 'no' : 'yes' }} secondary>
        {turned ? t.turnBack : t.turn}
      </PostButton>
    </>
  )
}

type EventProps = {
  language: Language
  at: At
  sites: Site[]
  recent: string[]
  check: string
  /** The screen is turned to the customer. */
  turned: boolean
  typed: Typed
}

/** What the tickets are for: here today, an event of late, or a name typed now. */
export const eventPage = ({ language, at, sites, recent, check, turned, typed }: EventProps): Page => {
  const t = words[language]
  const slug = typed.problems.event as Exclude<Problem, Ruled> | undefined
  const problem = slug && t.problems[slug]
  const site = { site: String(at.site.id), ...(check && { check }) }
  const others = sites.filter(({ id }) => id !== at.site.id)
  return {
    title: t.chooseEvent,
    kind: 'desk',
    main: (
      <>
        <ProblemSummary language={language} problems={problem ? [{ name: 'event', text: problem }] : []} />
        <EventBar
          title={at.event ?? t.hereToday}
          detail={at.event ? t.todayAt(at.site.name) : at.site.name}
        />
        <h1>{t.chooseEvent}</h1>
        <p>{t.remembered}</p>
        <PostButton action={paths.event[language]} fields={{ ...site, here: 'yes' }}>
          {t.hereToday}
        </PostButton>
        {recent.length > 0 && (
          <>
            <h2>{t.recentEvents}</h2>
            <Picks>
              {recent.map((event) => (
                <PostButton action={paths.event[language]} fields={{ ...site, event }} secondary>
                  {event}
                </PostButton>
              ))}
            </Picks>
          </>
        )}
        <h2>{t.otherEvent}</h2>
        <form method="post" action={paths.event[language]} novalidate>
          {Object.entries(site).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <TextField
            name="event"
            label={t.eventName}
            hint={t.eventNameHint}
            autocomplete="off"
            value={shown(typed.values.event)}
            problem={problem}
          />
          <Button secondary>{t.useEvent}</Button>
        </form>
        {others.length > 0 && (
          <>
            <h2>{t.otherSites}</h2>
            <SitePicks language={language} sites={others} />
          </>
        )}
        <Turning language={language} turned={turned} />
      </>
    ),
  }
}
