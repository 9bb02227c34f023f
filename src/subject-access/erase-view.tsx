import { formatDay, type Language } from '../i18n/translated.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { Button, ButtonRow, LinkButton } from '../web/components/button.tsx'
import { Checkbox } from '../web/components/choices.tsx'
import { CodeEnd } from '../web/components/code.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import type { Problem } from './forms.ts'
import type { HoldersCard } from './queries.ts'
import { paths, words } from './words.ts'

type EraseProps = { language: Language; typed: Typed; card: number; cards: readonly HoldersCard[] }

/** What goes, what stays and for how long: read together before it is done, since it cannot be undone. */
export const ErasePage = ({ language, typed, card, cards }: EraseProps): Page => {
  const t = words[language]
  const problem = typed.problems.confirm && t.problems[typed.problems.confirm as Problem]
  const back = fill(paths.subject[language], { card })
  const trail = [
    { label: t.title, href: paths.ask[language] },
    { label: t.dataTitle, href: back },
  ]
  return {
    title: t.eraseTitle,
    kind: 'staff',
    main: (
      <>
        <Breadcrumb language={language} trail={trail} here={t.eraseTitle} />
        <ProblemSummary language={language} problems={problem ? [{ name: 'confirm', text: problem }] : []} />
        <h1>{t.eraseTitle}</h1>
        <p class="lead">{t.eraseLead}</p>
        <h2>{t.goes}</h2>
        <ul>
          {cards.map(({ tail, registeredOn, uses }) => (
            <li>
              <CodeEnd lastFour={tail} />
              {`, ${t.registeredOn(formatDay(language, registeredOn!))}, ${t.usesOf(uses)}`}
            </li>
          ))}
        </ul>
        {cards.length > 1 && <p>{t.goesChain}</p>}
        <p>{t.goesText}</p>
        <h2>{t.stays}</h2>
        <ul>
          {t.staysList.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
        <form method="post" action={fill(paths.erase[language], { card })} novalidate>
          <Checkbox name="confirm" label={t.confirm} problem={problem || undefined} />
          <ButtonRow>
            <Button>{t.erase}</Button>
            <LinkButton href={back} secondary>
              {t.keep}
            </LinkButton>
          </ButtonRow>
        </form>
      </>
    ),
  }
}
