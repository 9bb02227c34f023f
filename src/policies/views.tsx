import { commonWords } from '../i18n/common-words.ts'
import type { Language } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import { Button, ButtonRow, LinkButton } from '../web/components/button.tsx'
import { TextField } from '../web/components/field.tsx'
import { Notice } from '../web/components/notice.tsx'
import { SummaryList } from '../web/components/summary-list.tsx'
import type { Page } from '../web/page.ts'
import { explainPolicy, sourceOf } from './explain-words.ts'
import { arranged, lastDayOf, numberNames, type SourcedPolicy } from './rules.ts'
import { paths, words } from './words.ts'

/** All that a policy says, and what it rests on. */
export const PolicyFacts = ({ language, policy }: { language: Language; policy: SourcedPolicy }) => {
  const t = words[language]
  const { yes, no } = commonWords[language]
  return (
    <SummaryList
      rows={[
        ...numberNames.map((name) => ({ label: t.names[name], value: String(policy[name]) })),
        { label: t.names.phoneCard, value: policy.phoneCard ? yes : no },
        { label: t.source, value: sourceOf(language, policy) },
      ]}
    />
  )
}

type ListProps = {
  language: Language
  today: Day
  policies: readonly SourcedPolicy[]
  mayChange: boolean
  /** What was asked about, as it came; null when nothing was. */
  asked: string | null
  askedDay: Day | null
  done: string | null
}

/** Which rule held on a day: asked in the page's own address, for a day names nobody. */
const Explanation = ({ language, policies, asked, askedDay }: ListProps) => {
  const t = words[language]
  const first = policies[0]!.validFrom
  const isEarly = askedDay !== null && askedDay < first
  const problem = isEarly ? t.explainEarly(first) : asked && !askedDay ? t.explainForm : undefined
  return (
    <>
      <h2>{t.explain}</h2>
      <form method="get" action={paths.list[language]} novalidate>
        <TextField
          name="on"
          label={t.explainDay}
          hint={t.explainHint}
          width={12}
          autocomplete="off"
          value={askedDay || problem ? (asked ?? '') : ''}
          problem={problem}
        />
        <ButtonRow>
          <Button secondary>{t.explainShow}</Button>
        </ButtonRow>
      </form>
      {askedDay && !isEarly && (
        <Notice kind="info">
          {explainPolicy(language, policies, askedDay).map((sentence) => (
            <p>{sentence}</p>
          ))}
        </Notice>
      )}
    </>
  )
}

/** What holds, what comes and what held, each with its source. */
export const PoliciesPage = (props: ListProps): Page => {
  const { language, today, policies, mayChange, done } = props
  const t = words[language]
  const { now, before, coming } = arranged(policies, today)
  const span = (policy: SourcedPolicy) => {
    const until = lastDayOf(policies, policy)
    return until === null ? t.since(policy.validFrom) : t.between(policy.validFrom, until)
  }
  return {
    title: t.title,
    kind: 'staff',
    main: (
      <>
        {done && (
          <Notice kind="ok">
            <p>{done}</p>
          </Notice>
        )}
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
        {mayChange && (
          <p>
            <LinkButton href={paths.new[language]}>{t.add}</LinkButton>
          </p>
        )}
        <h2>{t.now}</h2>
        <p>{span(now)}</p>
        <PolicyFacts language={language} policy={now} />
        <h2>{t.coming}</h2>
        {coming.length === 0 && <p>{t.noneComing}</p>}
        {coming.map((policy) => (
          <>
            <h3>{span(policy)}</h3>
            <PolicyFacts language={language} policy={policy} />
            {mayChange && (
              <p>
                <LinkButton secondary href={`${paths.takeBack[language]}?from=${policy.validFrom}`}>
                  {t.takeBack}
                  <span class="vh"> {span(policy)}</span>
                </LinkButton>
              </p>
            )}
          </>
        ))}
        <h2>{t.before}</h2>
        {before.length === 0 && <p>{t.noneBefore}</p>}
        {before.map((policy) => (
          <>
            <h3>{span(policy)}</h3>
            <PolicyFacts language={language} policy={policy} />
          </>
        ))}
        <Explanation {...props} />
      </>
    ),
  }
}
