import type { Child } from 'hono/jsx'
import { formatHolderNumber } from '../i18n/holder-format.ts'
import { holderFrameWords } from '../i18n/holder-frame-words.ts'
import { aboutLanguages, type HolderLanguage, inLanguage } from '../i18n/holder-languages.ts'
import type { Language } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import { publicPaths } from '../public-paths.ts'
import type { Totals as AllTotals } from '../statistics/total-rules.ts'
import { publishedNotes, totalWords } from '../statistics/total-words.ts'
import { WithAside } from '../web/components/aside.tsx'
import { Button, ButtonRow, LinkButton } from '../web/components/button.tsx'
import { Hero } from '../web/components/hero.tsx'
import { Kpis } from '../web/components/kpis.tsx'
import type { Page } from '../web/page.ts'
import { frontWords } from './front-words.ts'
import { demoRoles, demoWords } from './words.ts'

/** What the front page counts; `year` is the latest with something recorded. */
export type Totals = {
  sites: number
  municipalities: number
  year: { year: number; tickets: number; cards: number } | null
  /** Everything since the beginning. */
  all: AllTotals
}

const Section = ({ id, title, children }: { id: string; title: string; children: Child }) => (
  <section id={id} aria-labelledby={`${id}-title`}>
    <h2 id={`${id}-title`}>{title}</h2>
    {children}
  </section>
)

/** One button for each role. Only where everything is invented, so that nobody needs an account to look around. */
const DemoRoles = ({ language }: { language: Language }) => {
  const t = demoWords[language]
  return (
    <Section id="demo" title={t.title}>
      <p>{t.why}</p>
      <form method="post" action="/demo/sign-in">
        <input type="hidden" name="language" value={language} />
        <ButtonRow>
          {demoRoles[language].map(({ user, label }) => (
            <Button secondary name="user" value={user}>
              {label}
            </Button>
          ))}
        </ButtonRow>
      </form>
    </Section>
  )
}

const toldFor = (reader: HolderLanguage, figures: readonly { label: string; value: number }[]) =>
  figures.map(({ label, value }) => ({ label, value: formatHolderNumber(reader, value) }))

/** What there has been since the first year. */
const SinceBeginning = ({ reader, all }: { reader: HolderLanguage; all: AllTotals }) => {
  const t = frontWords[reader]
  const { falls } = aboutLanguages[reader]
  if (all.since === null) return null
  const figures = [
    { label: t.allTickets, value: all.tickets },
    { label: t.children, value: all.children },
    { label: t.allCards, value: all.cards },
  ]
  return (
    <>
      <h3>{t.since(all.since)}</h3>
      <Kpis figures={toldFor(reader, figures)} />
      <p {...inLanguage(falls, reader)}>
        {[totalWords[falls].reach(all), ...publishedNotes(falls, all)].join(' ')}
      </p>
    </>
  )
}

const Numbers = ({ reader, today, totals }: { reader: HolderLanguage; today: Day; totals: Totals }) => {
  const t = frontWords[reader]
  const { sites, municipalities, year, all } = totals
  const figures = [
    { label: t.sites, value: sites },
    { label: t.municipalities, value: municipalities },
    ...(year
      ? [
          { label: t.tickets(year.year), value: year.tickets },
          { label: t.cards(year.year), value: year.cards },
        ]
      : []),
  ]
  return (
    <>
      <Kpis figures={toldFor(reader, figures)} />
      <SinceBeginning reader={reader} all={all} />
      <p>{t.asOf(today)}</p>
      <p>
        <LinkButton href={publicPaths.statistics[aboutLanguages[reader].falls]} secondary>
          {t.statistics}
        </LinkButton>
      </p>
    </>
  )
}

/** The front page, for somebody who may get the card: what it is, who it is for, how one gets it and uses it. */
export const frontPage = (reader: HolderLanguage, today: Day, totals: Totals, demo: boolean): Page => {
  const t = frontWords[reader]
  const { falls, isReviewed } = aboutLanguages[reader]
  return {
    title: t.title,
    kind: 'public',
    reader,
    description: t.description,
    main: (
      <>
        <Hero title={t.title}>
          <p class="lead">{t.lead}</p>
          <ButtonRow>
            <LinkButton href={publicPaths.sites[reader]}>{t.where}</LinkButton>
            <LinkButton href="#get" secondary>
              {t.how}
            </LinkButton>
          </ButtonRow>
        </Hero>
        {demo && <DemoRoles language={falls} />}
        {!isReviewed && <p class="hint">{holderFrameWords[reader].unreviewed}</p>}
        <WithAside title={t.numbers} aside={<Numbers reader={reader} today={today} totals={totals} />}>
          <Section id="what" title={t.what}>
            {t.whatText.map((text) => (
              <p>{text}</p>
            ))}
          </Section>
          <Section id="whom" title={t.whom}>
            <p>{t.whomLead}</p>
            <ul>
              {t.whomList.map((condition) => (
                <li>{condition}</li>
              ))}
            </ul>
            <p>
              <a href={publicPaths.areas[reader]}>{t.areas}</a>
            </p>
          </Section>
          <Section id="get" title={t.how}>
            <ol>
              {t.getSteps.map((step) => (
                <li>{step}</li>
              ))}
            </ol>
          </Section>
          <Section id="use" title={t.use}>
            <ol>
              {t.useSteps.map((step) => (
                <li>{step}</li>
              ))}
            </ol>
            <p>{t.useMore}</p>
          </Section>
        </WithAside>
      </>
    ),
  }
}
