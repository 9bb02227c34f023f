import type { Language } from '../i18n/translated.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { Button } from '../web/components/button.tsx'
import { Empty } from '../web/components/empty.tsx'
import { TextArea, TextField } from '../web/components/field.tsx'
import { formPage, sayProblems } from '../web/components/form-page.tsx'
import { Notice } from '../web/components/notice.tsx'
import type { Page } from '../web/page.ts'
import type { Typed } from '../web/visit.ts'
import { problemWords } from './problem-words.ts'
import type { SiteToVisit } from './queries.ts'
import { paths, words } from './words.ts'

const trailOf = (language: Language) => [{ label: words[language].title, href: paths.own[language] }]

type ChooseProps = { language: Language; words: string; sites: SiteToVisit[]; missing: boolean }

/** First the place: those of one's own municipality, or what a search finds. */
export const ChooseSitePage = ({ language, words: typed, sites, missing }: ChooseProps): Page => {
  const t = words[language]
  return {
    title: t.ask,
    kind: 'staff',
    main: (
      <>
        <Breadcrumb language={language} trail={trailOf(language)} here={t.ask} />
        {missing && <Notice kind="error" title={problemWords[language]['site-missing']!} />}
        <h1>{t.chooseSite}</h1>
        <search>
          <form method="get" action={paths.ask[language]}>
            <div class="row">
              <TextField name="q" type="search" label={t.searchSite} value={typed} autocomplete="off" />
              <Button>{t.search}</Button>
            </div>
          </form>
        </search>
        <h2>{typed === '' ? t.sitesHere : t.sitesFound}</h2>
        {sites.length === 0 ? (
          <Empty title={t.noSites} />
        ) : (
          <ul>
            {sites.map(({ id, name, municipality }) => (
              <li>
                <a href={`${paths.ask[language]}?site=${id}`}>{name}</a>, {municipality}
              </li>
            ))}
          </ul>
        )}
      </>
    ),
  }
}

type AskProps = { language: Language; site: SiteToVisit; typed: Typed }

/** Then the day and the numbers. */
export const AskPage = ({ language, site, typed }: AskProps): Page => {
  const t = words[language]
  const { list, at } = sayProblems(typed.problems, problemWords[language])
  const field = (name: string, first = '') => ({
    name,
    value: typed.values[name] ?? first,
    problem: at(name),
  })
  return formPage({
    language,
    title: t.ask,
    trail: trailOf(language),
    lead: (
      <>
        <strong>{site.name}</strong>, {site.municipality}{' '}
        <a href={`${paths.ask[language]}?q=`}>{t.otherSite}</a>
      </>
    ),
    action: `${paths.ask[language]}?site=${site.id}`,
    problems: list,
    button: t.send,
    children: (
      <>
        <input type="hidden" name="site" value={String(site.id)} />
        <TextField
          {...field('visitOn')}
          label={t.visitOn}
          hint={t.visitOnHint}
          width={12}
          autocomplete="off"
        />
        <TextField
          {...field('startsAt')}
          label={t.startsAt}
          hint={t.startsAtHint}
          width={4}
          optional={t.optional}
          autocomplete="off"
        />
        <TextField
          {...field('event')}
          label={t.event}
          hint={t.eventHint}
          optional={t.optional}
          autocomplete="off"
        />
        <TextField
          {...field('clients')}
          label={t.clients}
          hint={t.clientsHint}
          numeric
          width={4}
          autocomplete="off"
        />
        <TextField
          {...field('under16')}
          label={t.under16}
          hint={t.under16Hint}
          numeric
          width={4}
          autocomplete="off"
        />
        <TextField {...field('workers', '1')} label={t.workers} numeric width={4} autocomplete="off" />
        <TextArea {...field('wish')} label={t.wish} hint={t.wishHint} optional={t.optional} rows={3} />
      </>
    ),
  })
}
