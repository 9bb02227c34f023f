import type { Language } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { LinkButton } from '../web/components/button.tsx'
import { ChipGroup } from '../web/components/choices.tsx'
import { formPage, sayProblems } from '../web/components/form-page.tsx'
import { Notice } from '../web/components/notice.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import { editionKey, type KeptEdition, printedName, withdrawalReasons } from './rules.ts'
import { type Area, trailOf } from './views.tsx'
import { paths, words } from './words.ts'

type Props = { language: Language; area: Area; edition: KeptEdition }

const trailTo = (language: Language, area: Area) => [
  ...trailOf(language, area),
  { label: words[language].title, href: fill(paths.draft[language], { area: area.id }) },
]

/** Before what cannot be undone: what happens, why it is done, and which editions are read from then on. */
export const withdrawPage = (props: Props & { typed: Typed; others: readonly KeptEdition[] }): Page => {
  const { language, typed, area, edition, others } = props
  const t = words[language]
  const { list, at } = sayProblems(typed.problems, t.problems)
  return formPage({
    ...{ language, title: t.withdrawTitle(printedName(edition)), trail: trailTo(language, area) },
    lead: t.withdrawLead,
    action: fill(paths.withdraw[language], { area: area.id, edition: editionKey(edition) }),
    problems: list,
    button: t.withdraw,
    children: (
      <>
        <p>{t.withdrawPapers}</p>
        {others.length > 0 && (
          <Notice kind="info" title={t.othersStay}>
            <p>{t.checkOthers}</p>
            <ul>
              {others.map((one) => (
                <li>
                  <a href={fill(paths.edition[language], { area: area.id, edition: editionKey(one) })}>
                    {t.edition(printedName(one), one.publishedOn)}
                  </a>
                </li>
              ))}
            </ul>
          </Notice>
        )}
        <ChipGroup
          name="reason"
          label={t.reason}
          hint={t.reasonHint}
          value={typed.values.reason}
          problem={at('reason')}
          choices={withdrawalReasons.map((value) => ({ value, label: t.reasons[value] }))}
        />
      </>
    ),
  })
}

/** For whoever comes back to it, or comes second. */
export const withdrawnPage = ({
  language,
  area,
  edition,
  withdrawnOn,
}: Props & { withdrawnOn: Day }): Page => {
  const t = words[language]
  const title = t.withdrawTitle(printedName(edition))
  const trail = trailTo(language, area)
  return {
    title,
    kind: 'staff',
    main: (
      <>
        <Breadcrumb language={language} trail={trail} here={title} />
        <h1>{title}</h1>
        <Notice kind="info" title={t.wasWithdrawn(withdrawnOn)} />
        <p>
          <LinkButton href={trail.at(-1)!.href}>{t.goBack}</LinkButton>
        </p>
      </>
    ),
  }
}
