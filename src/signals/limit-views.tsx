import { formatDay, formatNumber, type Language } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import { LinkButton, PostButton } from '../web/components/button.tsx'
import { NumberField, TextArea, TextField } from '../web/components/field.tsx'
import { formPage, sayProblems } from '../web/components/form-page.tsx'
import { Notice } from '../web/components/notice.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import { SummaryList } from '../web/components/summary-list.tsx'
import type { Page } from '../web/page.ts'
import type { Typed } from '../web/visit.ts'
import { explainWords, limitOf } from './explain-words.ts'
import { type Limits, limitNames, limitsOn, shippedReason } from './limit-rules.ts'
import { kinds } from './rules.ts'
import { paths, words } from './words.ts'

type HowProps = {
  language: Language
  today: Day
  limits: readonly Limits[]
  /** The last day that was looked at. */
  lastRound: Day | null
  mayChange: boolean
  /** Whether the reader sees signals: the way back to them. */
  mayRead: boolean
  done: string | null
  typed: Typed
}

const LimitFacts = ({ language, limits }: { language: Language; limits: Limits }) => {
  const t = words[language]
  return (
    <SummaryList
      rows={[
        ...limitNames.map((name) => ({ label: t.names[name], value: formatNumber(language, limits[name]) })),
        { label: t.limitReason, value: limits.reason === shippedReason ? t.firstReason : limits.reason },
      ]}
    />
  )
}

const Sets = ({ language, title, sets, takesBack }: Sets) => {
  const t = words[language]
  if (sets.length === 0) return null
  return (
    <>
      <h2>{title}</h2>
      {sets.map((limits) => (
        <>
          <h3>{t.since(limits.validFrom)}</h3>
          <LimitFacts language={language} limits={limits} />
          {takesBack && (
            <PostButton
              secondary
              action={paths.takeBack[language]}
              fields={{ from: formatDay('fi', limits.validFrom) }}
            >
              {t.takeBack}
              <span class="vh"> {t.since(limits.validFrom)}</span>
            </PostButton>
          )}
        </>
      ))}
    </>
  )
}
type Sets = { language: Language; title: string; sets: readonly Limits[]; takesBack: boolean }

/** How signals are made: for everybody whose place may be in one. */
export const howPage = (props: HowProps): Page => {
  const { language, today, limits, lastRound, mayChange, mayRead, done, typed } = props
  const t = words[language]
  const now = limitsOn(limits, today)
  const { list } = sayProblems(typed.problems, t.problems)
  return {
    title: t.howTitle,
    kind: 'staff',
    main: (
      <>
        <ProblemSummary language={language} problems={list.map(({ text }) => ({ name: '', text }))} />
        {done && (
          <Notice kind="ok">
            <p>{done}</p>
          </Notice>
        )}
        <h1>{t.howTitle}</h1>
        <p class="lead">{t.howLead}</p>
        <ul>
          {t.principles.map((one) => (
            <li>{one}</li>
          ))}
        </ul>
        <p class="hint">{lastRound === null ? t.noRound : t.lastRound(lastRound)}</p>
        {mayRead && (
          <p>
            <a href={paths.list[language]}>{t.title}</a>
          </p>
        )}
        {kinds.map((kind) => {
          const { name, rule, innocent } = explainWords[language].kinds[kind]
          return (
            <>
              <h2 id={kind}>{name}</h2>
              <p>
                {rule} {t.inLimits(now[limitOf[kind]])}
              </p>
              <h3>{t.innocent}</h3>
              <ul>
                {innocent.map((one) => (
                  <li>{one}</li>
                ))}
              </ul>
            </>
          )
        })}
        <h2>{t.limitsTitle}</h2>
        <LimitFacts language={language} limits={now} />
        {mayChange && (
          <p>
            <LinkButton href={paths.limits[language]}>{t.changeLimits}</LinkButton>
          </p>
        )}
        <Sets
          language={language}
          title={t.limitsComing}
          sets={limits.filter(({ validFrom }) => validFrom > today)}
          takesBack={mayChange}
        />
        <Sets
          language={language}
          title={t.limitsBefore}
          sets={limits.filter(({ validFrom }) => validFrom < now.validFrom).reverse()}
          takesBack={false}
        />
      </>
    ),
  }
}

type LimitsProps = { language: Language; typed: Typed }

/** A set of limits from a coming day. */
export const limitsPage = ({ language, typed }: LimitsProps): Page => {
  const t = words[language]
  const { list, at } = sayProblems(typed.problems, t.problems)
  return formPage({
    ...{ language, problems: list, button: t.saveLimits, title: t.limitsNew, lead: t.limitsLead },
    trail: [{ label: t.howTitle, href: paths.how[language] }],
    action: paths.limits[language],
    children: (
      <>
        <TextField
          name="from"
          label={t.from}
          hint={t.fromHint}
          width={12}
          autocomplete="off"
          value={typed.values.from}
          problem={at('from')}
        />
        {limitNames.map((name) => (
          <NumberField name={name} label={t.names[name]} value={typed.values[name]} problem={at(name)} />
        ))}
        <TextArea
          name="reason"
          label={t.limitReason}
          hint={t.limitReasonHint}
          rows={2}
          value={typed.values.reason}
          problem={at('reason')}
        />
      </>
    ),
  })
}
