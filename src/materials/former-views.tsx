import { formatDay, formatTime, type Language } from '../i18n/translated.ts'
import { dayOf } from '../lib/dates.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { PostButton } from '../web/components/button.tsx'
import { Empty } from '../web/components/empty.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import type { Former } from './former-queries.ts'
import { trailTo } from './keep-views.tsx'
import { keepWords, sayProblem } from './keep-words.ts'
import type { Material } from './queries.ts'
import { SaidText } from './views.tsx'
import { paths } from './words.ts'

const moment = (language: Language, at: Date) =>
  `${formatDay(language, dayOf(at))} ${formatTime(language, at)}`

type FormerProps = { language: Language; row: Material; former: readonly Former[]; typed: Typed }

/** What was said of a material before, who changed it and when; each can be brought back. */
export const formerPage = ({ language, row, former, typed }: FormerProps): Page => {
  const t = keepWords[language]
  const action = fill(paths.former[language], { material: row.id })
  const problems = Object.values(typed.problems).map((problem) => ({
    name: '',
    text: sayProblem(language, problem) ?? problem,
  }))
  return {
    title: t.former,
    kind: 'staff',
    main: (
      <>
        <ProblemSummary language={language} problems={problems} />
        <Breadcrumb language={language} trail={trailTo(language, row)} here={t.former} />
        <h1>{t.former}</h1>
        {former.length === 0 ? (
          <Empty title={t.noFormer}>
            <p>{t.noFormerWhy}</p>
          </Empty>
        ) : (
          <ul class="materials">
            {former.map(({ id, facts, replacedAt, by }) => (
              <li>
                <h2>
                  <SaidText said={facts.title} language={language} />
                </h2>
                <p>
                  <SaidText said={facts.description} language={language} />
                </p>
                <p class="hint">{t.replacedAt(moment(language, replacedAt), by ?? t.somebody)}</p>
                <PostButton secondary action={action} fields={{ former: String(id) }}>
                  {t.restoreFormer}
                  <span class="vh">: {moment(language, replacedAt)}</span>
                </PostButton>
              </li>
            ))}
          </ul>
        )}
      </>
    ),
  }
}
