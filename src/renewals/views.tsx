import { childrenChips, childrenChoice } from '../cards/answer-rules.ts'
import { standingOn } from '../cards/life-rules.ts'
import { genders, lifeSituations, type Policy } from '../cards/rules.ts'
import { words as cardWords } from '../cards/words.ts'
import { commonWords } from '../i18n/common-words.ts'
import { formatDay, type Language } from '../i18n/translated.ts'
import { type Day, yearOf } from '../lib/dates.ts'
import { looksLikeIdentityCode } from '../lib/identity-code.ts'
import { Button, ButtonRow, LinkButton } from '../web/components/button.tsx'
import { Checkbox, ChipGroup, Fieldset } from '../web/components/choices.tsx'
import { CodeEnd } from '../web/components/code.tsx'
import { CodeField, NumberField } from '../web/components/field.tsx'
import { Notice } from '../web/components/notice.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import { SummaryList } from '../web/components/summary-list.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import { fieldNames } from './forms.ts'
import type { OldCard } from './queries.ts'
import { paths, words } from './words.ts'

/** The sentence of each problem: of the code and the answers as everywhere, of the renewal itself its own. */
const sayIn = (language: Language, typed: Typed, policy: Policy | null, today: Day | null) => {
  const t = words[language]
  const shared: Record<string, string> = cardWords[language].problems({
    minimumAge: policy?.minimumAge ?? 0,
    maximumChildren: policy?.maximumChildren ?? 0,
    latestBirthYear: today && policy ? yearOf(today) - policy.minimumAge : 0,
    issuedOn: null,
  })
  const own: Record<string, string> = {
    ...t.problems,
    'other-unit': t.otherUnit,
    'in-stock': t.inStock,
    'too-many-codes': t.tooMany,
  }
  return (name: string): string | undefined => {
    const slug = typed.problems[name]
    return slug === undefined ? undefined : (own[slug] ?? shared[slug] ?? slug)
  }
}

/** What was typed comes back, except a personal identity code: that is shown nowhere. */
const echo = (value = '') => (looksLikeIdentityCode(value) ? '' : value)

type StartProps = { language: Language; typed: Typed; isUndone: boolean }

export const startPage = ({ language, typed, isUndone }: StartProps): Page => {
  const t = words[language]
  const problem = sayIn(language, typed, null, null)('code')
  return {
    title: t.title,
    kind: 'staff',
    main: (
      <>
        <ProblemSummary language={language} problems={problem ? [{ name: 'code', text: problem }] : []} />
        {isUndone && (
          <Notice kind="ok" title={t.undone}>
            <p>{t.undoneText}</p>
          </Notice>
        )}
        <h1>{t.title}</h1>
        <p>{t.lead}</p>
        <form method="post" action={paths.start[language]} novalidate>
          <CodeField
            name="code"
            label={t.oldCode}
            hint={t.codeHint}
            value={echo(typed.values.code)}
            problem={problem}
            first={!problem}
          />
          <ButtonRow>
            <Button>{t.read}</Button>
            <LinkButton href={paths.lost[language]} secondary>
              {t.isLost}
            </LinkButton>
          </ButtonRow>
        </form>
      </>
    ),
  }
}

/** What is known of the old card, as far as the renewal needs it. */
export const OldFacts = ({ language, old, today }: { language: Language; old: OldCard; today: Day }) => {
  const t = words[language]
  const day = (value: Day | null) => (value === null ? '–' : formatDay(language, value))
  return (
    <SummaryList
      rows={[
        { label: t.old, value: <CodeEnd lastFour={old.tail} /> },
        { label: t.state, value: cardWords[language].standings[standingOn(old, today)] },
        { label: t.registered, value: day(old.registeredOn) },
        { label: t.validUntil, value: day(old.validUntil) },
        ...(old.birthYear === null ? [] : [{ label: t.birthYear, value: String(old.birthYear) }]),
      ]}
    />
  )
}

type RenewProps = {
  language: Language
  typed: Typed
  old: OldCard
  policy: Policy
  today: Day
  renewal: string
}

export const renewPage = (props: RenewProps): Page => {
  const { language, typed, old, policy, today, renewal } = props
  const t = words[language]
  const say = sayIn(language, typed, policy, today)
  const problems = ['', ...fieldNames].flatMap((name) => {
    const text = say(name)
    return text === undefined ? [] : [{ name, text }]
  })
  return {
    title: t.same,
    kind: 'staff',
    main: (
      <>
        <ProblemSummary language={language} problems={problems} />
        <h1>{t.same}</h1>
        {!old.own && <Notice kind="info">{<p>{t.closedUnit(old.unit)}</p>}</Notice>}
        <OldFacts language={language} old={old} today={today} />
        <form method="post" action={fill(paths.renewal[language], { renewal })} novalidate>
          <CodeField
            name="code"
            label={t.newCode}
            hint={t.newCodeHint}
            value={echo(typed.values.code)}
            problem={say('code')}
            first={problems.length === 0}
          />
          <Consent {...props} problem={say('consent')} />
          <p class="lead">{t.confirm}</p>
          <Answers {...props} say={say} />
          <p>{t.afterSubmit}</p>
          <Button>{t.submit}</Button>
        </form>
      </>
    ),
  }
}

const Consent = ({ language, typed, policy, problem }: RenewProps & { problem: string | undefined }) => {
  const t = words[language]
  const c = cardWords[language]
  return (
    <Fieldset name="consent-question" label={t.consentTitle} hint={t.consentHint}>
      <p class="lead">{c.consentSay(policy.childAge)}</p>
      <Checkbox name="consent" label={c.consent} checked={typed.values.consent === 'yes'} problem={problem} />
    </Fieldset>
  )
}

/** The answers as the register has them, to be confirmed or changed. */
const Answers = (props: RenewProps & { say: (name: string) => string | undefined }) => {
  const { language, typed, old, policy, say } = props
  const t = words[language]
  const c = cardWords[language]
  const { optional, otherAmount, howMany } = commonWords[language]
  const shown = (name: string, known: string | null) => echo(typed.values[name] ?? known ?? '')
  const kids = childrenChoice(typed, old.children)
  const start = childrenChoice({ values: {}, problems: {} }, old.children).value
  const skip = { value: '', label: t.skip }
  return (
    <>
      <input type="hidden" name="childrenWas" value={start} />
      <ChipGroup
        name="children"
        label={t.children(policy.childAge)}
        hint={t.childrenHint}
        choices={childrenChips.map((value) => ({ value, label: value }))}
        value={kids.value}
        other={{
          label: otherAmount,
          name: 'childrenOther',
          numberLabel: howMany,
          number: echo(kids.number),
        }}
        problem={say('children')}
      />
      <NumberField
        name="postalCode"
        label={t.postalCode}
        hint={t.postalCodeHint}
        width={6}
        value={shown('postalCode', old.postalCode)}
        problem={say('postalCode')}
      />
      {old.birthYear === null && (
        <NumberField
          name="birthYear"
          label={t.askBirthYear}
          hint={t.birthYearHint}
          value={shown('birthYear', null)}
          problem={say('birthYear')}
        />
      )}
      <ChipGroup
        name="lifeSituation"
        label={t.life}
        optional={optional}
        choices={[...lifeSituations.map((value) => ({ value, label: c.lives[value] })), skip]}
        value={shown('lifeSituation', old.lifeSituation)}
        problem={say('lifeSituation')}
      />
      <ChipGroup
        name="gender"
        label={t.gender}
        optional={optional}
        choices={[...genders.map((value) => ({ value, label: c.genders[value] })), skip]}
        value={shown('gender', old.gender)}
        problem={say('gender')}
      />
    </>
  )
}
