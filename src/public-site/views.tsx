import type { Child } from 'hono/jsx'
import { formatNumber, type Language } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import { publicPaths } from '../public-paths.ts'
import type { Totals as AllTotals } from '../statistics/total-rules.ts'
import { publishedNotes, totalWords } from '../statistics/total-words.ts'
import { WithAside } from '../web/components/aside.tsx'
import { Button, ButtonRow, LinkButton } from '../web/components/button.tsx'
import { Hero } from '../web/components/hero.tsx'
import { Kpis } from '../web/components/kpis.tsx'
import type { Page } from '../web/page.ts'
import { demoRoles, frontWords } from './words.ts'

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
  const t = frontWords[language]
  return (
    <Section id="demo" title={t.demo}>
      <p>{t.demoWhy}</p>
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

/** What there has been since the first year. */
const SinceBeginning = ({ language, all }: { language: Language; all: AllTotals }) => {
  const t = totalWords[language]
  if (all.since === null) return null
  const figures = [
    { label: t.tickets, value: all.tickets },
    { label: t.children, value: all.children },
    { label: t.cards, value: all.cards },
  ]
  return (
    <>
      <h3>{t.title(all.since)}</h3>
      <Kpis figures={figures.map(({ label, value }) => ({ label, value: formatNumber(language, value) }))} />
      <p>{[t.reach(all), ...publishedNotes(language, all)].join(' ')}</p>
    </>
  )
}

const Numbers = ({ language, today, totals }: { language: Language; today: Day; totals: Totals }) => {
  const t = frontWords[language]
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
      <Kpis figures={figures.map(({ label, value }) => ({ label, value: formatNumber(language, value) }))} />
      <SinceBeginning language={language} all={all} />
      <p>{t.asOf(today)}</p>
      <p>
        <LinkButton href={publicPaths.statistics[language]} secondary>
          {t.statistics}
        </LinkButton>
      </p>
    </>
  )
}

/** The front page, for somebody who may get the card: what it is, who it is for, how one gets it and uses it. */
export const frontPage = (language: Language, today: Day, totals: Totals, demo: boolean): Page => {
  const t = frontWords[language]
  return {
    title: t.title,
    kind: 'public',
    description: t.description,
    main: (
      <>
        <Hero title={t.title}>
          <p class="lead">{t.lead}</p>
          <ButtonRow>
            <LinkButton href={publicPaths.sites[language]}>{t.where}</LinkButton>
            <LinkButton href="#get" secondary>
              {t.how}
            </LinkButton>
          </ButtonRow>
        </Hero>
        {demo && <DemoRoles language={language} />}
        <WithAside title={t.numbers} aside={<Numbers language={language} today={today} totals={totals} />}>
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
              <a href={publicPaths.areas[language]}>{t.areas}</a>
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
