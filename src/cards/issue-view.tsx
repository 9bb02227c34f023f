import type { Child } from 'hono/jsx'
import { paths as communityPaths, words as communityWords } from '../community-cards/words.ts'
import { commonWords } from '../i18n/common-words.ts'
import type { Language } from '../i18n/translated.ts'
import { paths as inductionPaths, words as inductionWords } from '../induction/words.ts'
import type { Day } from '../lib/dates.ts'
import { identifierIn } from '../lib/identifiers.ts'
import type { Home } from '../postal-codes/rules.ts'
import { WithAside } from '../web/components/aside.tsx'
import { Button } from '../web/components/button.tsx'
import { Checkbox, ChipGroup, Fieldset } from '../web/components/choices.tsx'
import { CodeEnd } from '../web/components/code.tsx'
import { CodeField, NumberField } from '../web/components/field.tsx'
import { Notice, type Told, ToldNotice } from '../web/components/notice.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import type { Page } from '../web/page.ts'
import type { Typed } from '../web/visit.ts'
import { acceptedCode, type FieldName, fieldNames } from './forms.ts'
import { Eligibility, IssueAside, type ListedSource } from './issue-help-view.tsx'
import { issueWords, type Way } from './issue-words.ts'
import { paperDays } from './paper-rules.ts'
import { genders, lifeSituations, type Policy, postalCode } from './rules.ts'
import { type Problem, words } from './words.ts'

export type Unit = { name: string; placeFi: string; placeSv: string | null }
/** Which unit works here. */
export const UnitLine = ({ unit, language }: { unit: Unit; language: Language }) => (
  <p class="who">{`${unit.name}, ${language === 'sv' ? (unit.placeSv ?? unit.placeFi) : unit.placeFi}`}</p>
)

/** What is to be told of the worker's own induction, and the way to it. */
export const InductionLine = ({ language, text }: { language: Language; text: string }) => (
  <p>
    {text}. <a href={inductionPaths.overview[language]}>{inductionWords[language].title}</a>
  </p>
)

type IssueProps = {
  language: Language
  way: Way
  title: string
  /** Where the form is sent. */
  address: string
  /** What the unit should do in time. */
  told?: Told | null
  /** What stands between the heading and the first question. */
  above?: Child
  /** The first question, where there is one before the card's code. */
  before?: ((problem: string | undefined) => Child) | undefined
  typed: Typed
  unit: Unit
  policy: Policy
  latestBirthYear: number
  /** Set when the card was issued already. */
  issuedOn: Day | null
  /** A card of the unit's own stock whose code differs by one character. */
  meant: string | null
  /** The end of the code of a card just put back in stock. */
  undone: string | null
  /** Where the postal code lies, when it is asked about. */
  home: Home | null
  source: ListedSource | null
}

export const IssuePage = (props: IssueProps): Page => {
  const { language, way, title, address, typed, unit, policy, latestBirthYear, issuedOn, undone, home } =
    props
  const t = words[language]
  const homeName = (language === 'sv' ? home?.nameSv : null) ?? home?.nameFi ?? ''
  const sentences = t.problems({ ...policy, latestBirthYear, issuedOn, home: homeName, paperDays })
  const say = (name: string) => {
    const slug = typed.problems[name]
    return slug === undefined ? undefined : sentences[slug as Problem]
  }
  const problems = ['', ...fieldNames].flatMap((name) => {
    const text = say(name)
    return text === undefined ? [] : [{ name, text }]
  })
  return {
    title,
    kind: 'staff',
    main: (
      <>
        <ProblemSummary language={language} problems={problems} />
        {undone !== null && (
          <Notice kind="ok" title={t.undone}>
            <p>
              {t.card} <CodeEnd lastFour={undone} /> {t.undoneText}
            </p>
          </Notice>
        )}
        <UnitLine unit={unit} language={language} />
        <h1>{title}</h1>
        {props.told && <ToldNotice told={props.told} />}
        {props.above}
        <WithAside
          title={t.goodToKnow}
          aside={<IssueAside language={language} way={way} source={props.source} />}
        >
          <Eligibility language={language} minimumAge={policy.minimumAge} />
          <form method="post" action={address} novalidate>
            <Questions {...props} problem={say} />
            <Button>{t.submit}</Button>
          </form>
        </WithAside>
      </>
    ),
  }
}

const amounts = ['0', '1', '2', '3', '4', '5'].map((value) => ({ value, label: value }))

/** What was typed comes back, except what names or reaches a person. A legacy code can look like a phone number. */
const echo = (values: Typed['values'], name: string) => {
  const value = values[name] ?? ''
  return identifierIn(value, name === 'code' ? ['phone'] : []) ? '' : value
}

/** A label is plain text, so a code in it keeps together by its hyphen. */
const unbroken = (code: string) => code.replace('-', '\u2011')

const Questions = (props: IssueProps & { problem: (name: FieldName) => string | undefined }) => {
  const { language, typed, policy, meant, home, problem, before } = props
  const t = words[language]
  const { optional, otherAmount, howMany } = commonWords[language]
  const shown = (name: string) => echo(typed.values, name)
  const isNew = typed.values.code === undefined
  const isUnclear = typed.problems.children === 'children-unclear'
  const skip = { value: '', label: t.skip }
  return (
    <>
      {before?.(problem('handedOn'))}
      <CodeField
        name="code"
        label={t.code}
        hint={t.codeHint}
        value={acceptedCode({ code: shown('code'), meant: shown('meant') })}
        problem={problem('code')}
        first={isNew}
      />
      {typed.problems.code === 'community-card' && (
        <p>
          <a href={communityPaths.list[language]}>{communityWords[language].title}</a>
        </p>
      )}
      {meant !== null && (
        <Checkbox name="meant" value={meant} label={t.didYouMean(unbroken(meant))} hint={t.didYouMeanHint} />
      )}
      <Fieldset name="consent-question" label={t.consentTitle} hint={t.consentHint}>
        <p class="lead">{t.consentSay(policy.childAge)}</p>
        <Checkbox
          name="consent"
          label={t.consent}
          checked={typed.values.consent === 'yes'}
          problem={problem('consent')}
        />
      </Fieldset>
      <NumberField
        name="birthYear"
        label={t.birthYear}
        hint={t.birthYearHint}
        value={shown('birthYear')}
        problem={problem('birthYear')}
      />
      <NumberField
        name="postalCode"
        label={t.postalCode}
        hint={t.postalCodeHint}
        width={6}
        value={shown('postalCode')}
        problem={problem('postalCode')}
      />
      <HomeQuestion language={language} typed={typed} home={home} problem={problem('home')} />
      <ChipGroup
        name="children"
        label={t.children(policy.childAge)}
        hint={t.childrenHint}
        choices={amounts}
        value={isNew ? '0' : isUnclear ? undefined : shown('children')}
        other={{
          label: otherAmount,
          name: 'childrenOther',
          numberLabel: howMany,
          number: isUnclear ? '' : shown('childrenOther'),
        }}
        problem={problem('children')}
      />
      <ChipGroup
        name="lifeSituation"
        label={t.life}
        optional={optional}
        choices={[...lifeSituations.map((value) => ({ value, label: t.lives[value] })), skip]}
        value={shown('lifeSituation')}
        problem={problem('lifeSituation')}
      />
      <ChipGroup
        name="gender"
        label={t.gender}
        optional={optional}
        choices={[...genders.map((value) => ({ value, label: t.genders[value] })), skip]}
        value={shown('gender')}
        problem={problem('gender')}
      />
    </>
  )
}

/** Asked only when the postal code raises it; the tick answers for that very code. */
const HomeQuestion = ({
  language,
  typed,
  home,
  problem,
}: Pick<IssueProps, 'language' | 'typed' | 'home'> & { problem: string | undefined }) => {
  const t = issueWords[language]
  const code = postalCode(typed.values.postalCode ?? '')
  const isAnswered = code !== null && typed.values.home === code
  if (code === null || (problem === undefined && !isAnswered)) return null
  return (
    <Checkbox
      name="home"
      value={code}
      label={home === null ? t.homeRight : t.homeAnyway}
      hint={t.homeHint}
      checked={isAnswered}
      problem={problem}
    />
  )
}
