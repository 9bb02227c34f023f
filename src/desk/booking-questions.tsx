import type { Day } from '../lib/dates.ts'
import type { UseKind } from '../uses/rules.ts'
import { ChipGroup } from '../web/components/choices.tsx'
import { TextField } from '../web/components/field.tsx'
import { shown } from './forms.ts'
import { problemTexts, type QuestionProps } from './questions.tsx'
import { words } from './words.ts'

/** What the customer gets; asked only where the site gives more than one thing. */
export const Kinds = (props: QuestionProps & { kinds: readonly UseKind[] }) => {
  const { language, kinds, typed } = props
  if (kinds.length < 2) return <input type="hidden" name="kind" value={kinds[0]} />
  const t = words[language]
  const chosen = kinds.find((kind) => kind === typed.values.kind)
  return (
    <ChipGroup
      name="kind"
      label={t.kind}
      choices={kinds.map((value) => ({ value, label: t.kinds[value] }))}
      value={chosen ?? kinds[0]}
    />
  )
}

/** Folded away until it is needed: most tickets are for here and now. */
export const OtherDay = (props: QuestionProps & { until: Day }) => {
  const { language, typed, until } = props
  const t = words[language]
  const problem = (field: string) => problemTexts(props).find(({ name }) => name === field)?.text
  const day = shown(typed.values['event-on'])
  const isOpen = day !== '' || problem('event-on') !== undefined || problem('other-event') !== undefined
  return (
    <details open={isOpen}>
      <summary>{t.otherDay}</summary>
      <TextField
        name="event-on"
        type="date"
        label={t.eventDay}
        hint={t.eventDayHint(until)}
        value={day}
        problem={problem('event-on')}
      />
      <TextField
        name="other-event"
        label={t.eventName}
        hint={t.otherEventHint}
        autocomplete="off"
        value={shown(typed.values['other-event'])}
        problem={problem('other-event')}
      />
    </details>
  )
}
