import { commonWords } from '../i18n/common-words.ts'
import type { Language } from '../i18n/translated.ts'
import { type Day, yearOf } from '../lib/dates.ts'
import { looksLikeIdentityCode } from '../lib/identity-code.ts'
import { LinkButton } from '../web/components/button.tsx'
import { ChipGroup } from '../web/components/choices.tsx'
import { CodeEnd } from '../web/components/code.tsx'
import { NumberField } from '../web/components/field.tsx'
import { formPage } from '../web/components/form-page.tsx'
import { Notice } from '../web/components/notice.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import { childrenChips, childrenChoice } from './answer-rules.ts'
import { correctFields } from './life-forms.ts'
import { type Background, closings, closingsOf } from './life-rules.ts'
import { lifePaths, lifeWords } from './life-words.ts'
import type { OwnCard } from './queries.ts'
import { genders, lifeSituations, type Policy } from './rules.ts'
import { paths, words } from './words.ts'

const trailTo = (language: Language, card: OwnCard) => [
  { label: words[language].cards, href: paths.cards[language] },
  {
    label: `${lifeWords[language].card} •••${card.tail}`,
    href: fill(lifePaths.card[language], { card: card.id }),
  },
]

/** What was typed comes back, except a personal identity code: that is shown nowhere. */
const echo = (value = '') => (looksLikeIdentityCode(value) ? '' : value)

type CorrectProps = {
  language: Language
  typed: Typed
  card: OwnCard
  background: Background
  /** The rules of the registration day. */
  policy: Policy
  registeredOn: Day
}

/** The sentence at each field; a problem without a field of its own, such as a changed card, is the whole form's. */
const sayIn = ({ language, typed, policy, registeredOn }: CorrectProps) => {
  const t = lifeWords[language]
  const texts: Record<string, string> = {
    ...words[language].problems({
      ...policy,
      latestBirthYear: yearOf(registeredOn) - policy.minimumAge,
      issuedOn: null,
    }),
    ...t.problems,
    'children-unclear': t.childrenUnclear,
    'too-young': t.correctAge(policy.minimumAge, registeredOn),
  }
  const own = (name: string) =>
    name === '' ? (typed.problems[''] ?? typed.problems.revision) : typed.problems[name]
  return (name: string): string | undefined => {
    const slug = own(name)
    return slug === undefined ? undefined : (texts[slug] ?? texts.changed)
  }
}

export const correctPage = (props: CorrectProps): Page => {
  const { language, card } = props
  const t = lifeWords[language]
  const say = sayIn(props)
  return formPage({
    language,
    title: t.correctTitle,
    trail: trailTo(language, card),
    lead: (
      <>
        {t.card} <CodeEnd lastFour={card.tail} />. {t.correctLead}
      </>
    ),
    action: fill(lifePaths.correct[language], { card: card.id }),
    problems: ['', ...correctFields].flatMap((name) => {
      const text = say(name)
      return text === undefined ? [] : [{ name, text }]
    }),
    button: t.correctButton,
    children: (
      <>
        <input type="hidden" name="revision" value={String(card.revision)} />
        <Answers {...props} say={say} />
        <p>{t.correctCode}</p>
      </>
    ),
  })
}

const Answers = (props: CorrectProps & { say: (name: string) => string | undefined }) => {
  const { language, typed, background, policy, registeredOn, say } = props
  const t = lifeWords[language]
  const w = words[language]
  const { optional, otherAmount, howMany } = commonWords[language]
  const shown = (name: string, known: string | number | null) =>
    echo(typed.values[name] ?? String(known ?? ''))
  const kids = childrenChoice(typed, background.children)
  const start = childrenChoice({ values: {}, problems: {} }, background.children).value
  const skip = { value: '', label: w.skip }
  return (
    <>
      <input type="hidden" name="childrenWas" value={start} />
      <ChipGroup
        name="children"
        label={t.children(policy.childAge)}
        hint={w.childrenHint}
        choices={childrenChips.map((value) => ({ value, label: value }))}
        value={kids.value}
        other={{ label: otherAmount, name: 'childrenOther', numberLabel: howMany, number: echo(kids.number) }}
        problem={say('children')}
      />
      <NumberField
        name="postalCode"
        label={t.postalCode}
        width={6}
        value={shown('postalCode', background.postalCode)}
        problem={say('postalCode')}
      />
      <NumberField
        name="birthYear"
        label={t.birthYear}
        hint={t.correctAge(policy.minimumAge, registeredOn)}
        value={shown('birthYear', background.birthYear)}
        problem={say('birthYear')}
      />
      <ChipGroup
        name="lifeSituation"
        label={t.life}
        optional={optional}
        choices={[...lifeSituations.map((value) => ({ value, label: w.lives[value] })), skip]}
        value={shown('lifeSituation', background.lifeSituation)}
        problem={say('lifeSituation')}
      />
      <ChipGroup
        name="gender"
        label={t.gender}
        optional={optional}
        choices={[...genders.map((value) => ({ value, label: w.genders[value] })), skip]}
        value={shown('gender', background.gender)}
        problem={say('gender')}
      />
    </>
  )
}

type CloseProps = { language: Language; typed: Typed; card: OwnCard; asked: string | null }

/** What closing means, why it is done, and the way back: the page is itself the question whether to do it. */
export const closePage = ({ language, typed, card, asked }: CloseProps): Page => {
  const t = lifeWords[language]
  const texts: Record<string, string> = t.problems
  const said = Object.entries(typed.problems).map(([name, slug]) => ({
    name: name === 'revision' ? '' : name,
    text: texts[slug] ?? t.problems.changed,
  }))
  const chosen = typed.values.closing ?? asked ?? undefined
  return formPage({
    language,
    title: t.closeTitle,
    trail: trailTo(language, card),
    lead: (
      <>
        {t.card} <CodeEnd lastFour={card.tail} />. {t.closeLead}
      </>
    ),
    action: fill(lifePaths.close[language], { card: card.id }),
    problems: said,
    button: t.closeButton,
    children: (
      <>
        <input type="hidden" name="revision" value={String(card.revision)} />
        <ChipGroup
          name="closing"
          label={t.closeAsk}
          choices={closingsOf(card.type).map((value) => ({ value, label: t.closings[value] }))}
          value={closings.find((name) => name === chosen)}
          problem={said.find(({ name }) => name === 'closing')?.text}
        />
        <p>{t.closeUndo}</p>
      </>
    ),
  })
}

export const reopenRefusedPage = ({
  language,
  card,
  problem,
}: {
  language: Language
  card: OwnCard
  problem: string
}): Page => {
  const t = lifeWords[language]
  const texts: Record<string, string> = { ...t.problems, ...t.reopenProblems }
  return {
    title: t.notReopened,
    kind: 'staff',
    main: (
      <>
        <Notice kind="warn" level={1} title={t.notReopened}>
          <p>{texts[problem] ?? t.problems.changed}</p>
        </Notice>
        <LinkButton href={fill(lifePaths.card[language], { card: card.id })}>
          {words[language].openCard}
        </LinkButton>
      </>
    ),
  }
}
