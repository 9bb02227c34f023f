import { commonWords } from '../i18n/common-words.ts'
import type { Language } from '../i18n/translated.ts'
import { refusalText } from '../uses/explain-words.ts'
import type { RecentUse, SiteLimit } from '../uses/rules.ts'
import { ChipGroup } from '../web/components/choices.tsx'
import type { Typed } from '../web/visit.ts'
import { type Amount, shown, starts } from './forms.ts'
import { turnedWords } from './turned-words.ts'
import { type Problem, type Ruled, ruled, words } from './words.ts'

/** What the questions of tickets need to know. */
export type QuestionProps = {
  language: Language
  typed: Typed
  card: { type: 'personal' | 'community'; children: number }
  recent: RecentUse | null
  limit?: SiteLimit | null
  /** The customer sees the screen: what the register knows is told to the clerk alone. */
  turned?: boolean
}

/** What went wrong, by field, in words; the question of a repeat is no problem and stands in its own box. */
export const problemTexts = ({ turned = false, ...props }: QuestionProps) => {
  const { language, card, recent, limit = null, typed } = props
  const t = words[language]
  const facts = { card: { children: card.children, validUntil: null }, recent, limit, exception: null }
  const isRuled = (slug: Problem): slug is Ruled => ruled.some((known) => known === slug)
  const said = (slug: Problem) => {
    if (!isRuled(slug)) return t.problems[slug]
    return turned ? turnedWords[language].ask : refusalText(language, slug, facts)
  }
  return Object.entries(typed.problems)
    .filter(([name]) => name !== 'again')
    .map(([name, slug]) => ({
      name: name === 'event' || name === 'kind' ? '' : name,
      text: said(slug as Problem),
    }))
}

/**
 * One question as a chip group has it. A number without a chip stands in the field, so that it is sent again;
 * a number that was not the answer is cleared, or it would be asked about for ever.
 */
export const question = (props: QuestionProps, name: Amount, numbers: readonly number[]) => {
  const { language, typed } = props
  const chip = shown(typed.values[name] ?? starts[name])
  const isChip = numbers.some((number) => String(number) === chip)
  return {
    name,
    choices: numbers.map((number) => ({ value: String(number), label: String(number) })),
    value: isChip ? chip : 'other',
    problem: problemTexts(props).find((problem) => problem.name === name)?.text,
    other: {
      label: commonWords[language].otherAmount,
      name: `${name}-more`,
      numberLabel: commonWords[language].howMany,
      number: isChip ? undefined : chip === 'other' ? shown(typed.values[`${name}-more`]) : chip,
    },
  }
}

/** A personal card brings one adult; asked only of a community card, and of more tickets. */
export const Adults = (props: QuestionProps) => {
  const t = words[props.language]
  if (props.card.type === 'community')
    return <ChipGroup {...question(props, 'adults', [1, 2, 3, 4])} label={t.workers} big />
  if (!props.recent) return null
  const { other: _, ...oneOrNone } = question(props, 'adults', [0, 1])
  return (
    <ChipGroup {...oneOrNone} label={props.turned ? turnedWords[props.language].adults : t.moreAdults} big />
  )
}

/** Assistants and interpreters, as with every card. */
export const Companions = (props: QuestionProps) => {
  const t = words[props.language]
  const { other: _, ...few } = question(props, 'companions', [0, 1, 2])
  return <ChipGroup {...few} label={t.companions} hint={t.companionsHint} />
}
