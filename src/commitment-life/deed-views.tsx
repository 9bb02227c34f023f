import type { Child } from 'hono/jsx'
import { commonWords } from '../i18n/common-words.ts'
import { formatDay, type Language } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import { writeDay } from '../lib/typed-day.ts'
import { Checkbox } from '../web/components/choices.tsx'
import { Select, TextArea, TextField } from '../web/components/field.tsx'
import { formPage, sayProblems } from '../web/components/form-page.tsx'
import { SummaryList } from '../web/components/summary-list.tsx'
import type { Page } from '../web/page.ts'
import type { LocalPath } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import type { Seen } from './deeds.ts'
import { earliestEnd, maySucceed } from './rules.ts'
import type { Choice } from './successor-queries.ts'
import { at, trailOf } from './views.tsx'
import { paths, words } from './words.ts'

type FormProps = { language: Language; today: Day; typed: Typed; seen: Seen }

const say = (language: Language, typed: Typed) =>
  sayProblems(typed.problems, { ...words[language].refusals, ...words[language].problems })

/** The way back to the commitment from what is done to it. */
export const stepsTo = (language: Language, seen: Seen) => [
  ...trailOf(language, seen),
  { label: words[language].title, href: at(language, paths.life, seen.life.id) },
]

type Frame = {
  language: Language
  seen: Seen
  typed: Typed
  title: string
  lead: Child
  path: LocalPath
  button: string
  children: Child
}
const form = ({ language, seen, typed, title, lead, path, button, children }: Frame): Page =>
  formPage({
    ...{ language, title, lead, button, children },
    trail: stepsTo(language, seen),
    action: at(language, path, seen.life.id),
    problems: say(language, typed).list,
  })

const DayField = (props: {
  language: Language
  typed: Typed
  name: 'endsOn' | 'until'
  label: string
  fallback?: string
}) => (
  <TextField
    name={props.name}
    label={props.label}
    hint={words[props.language].dayHint}
    width={12}
    autocomplete="off"
    value={props.typed.values[props.name] ?? props.fallback}
    problem={say(props.language, props.typed).at(props.name)}
  />
)

const Text = (props: {
  language: Language
  typed: Typed
  name: 'reason' | 'came'
  label: string
  hint: string
  isOptional?: boolean
}) => (
  <TextArea
    name={props.name}
    label={props.label}
    hint={props.hint}
    rows={2}
    optional={props.isOptional ? commonWords[props.language].optional : undefined}
    value={props.typed.values[props.name]}
    problem={say(props.language, props.typed).at(props.name)}
  />
)

const PartyField = ({
  language,
  typed,
  label,
  parties,
}: {
  language: Language
  typed: Typed
  label: string
  parties: Seen['parties']
}) =>
  parties.length === 1 ? (
    <>
      <input type="hidden" name="party" value={String(parties[0]!.id)} />
      <SummaryList rows={[{ label, value: parties[0]!.name }]} />
    </>
  ) : (
    <Select
      name="party"
      label={label}
      value={typed.values.party}
      problem={say(language, typed).at('party')}
      options={[
        { value: '', label: '–' },
        ...parties.map(({ id, name }) => ({ value: String(id), label: name })),
      ]}
    />
  )

/** A notice: who, the last day, why; how it came where somebody else writes it down. */
export const noticeForm = (props: FormProps): Page => {
  const { language, today, typed, seen } = props
  const t = words[language]
  const earliest = earliestEnd(seen.life, today, seen.noticeMonths)
  const common = { language, typed }
  return form({
    ...{ ...common, seen, title: t.notice, path: paths.notice, button: t.look },
    lead: t.noticeLead(t.months(seen.noticeMonths), formatDay(language, earliest)),
    children: (
      <>
        <PartyField {...common} label={t.party} parties={seen.own} />
        <DayField {...common} name="endsOn" label={t.endsOn} fallback={writeDay(earliest)} />
        <Text {...common} name="reason" label={t.reason} hint={t.reasonHint} isOptional />
        {seen.isKeeper && <Text {...common} name="came" label={t.came} hint={t.cameHint} isOptional />}
        {seen.signsFor.length > 0 && (
          <Checkbox
            name="right"
            label={t.right}
            checked={typed.values.right === 'yes'}
            problem={say(language, typed).at('right')}
          />
        )}
      </>
    ),
  })
}

/** An end that was agreed on, or a later last day: a day, and how it was agreed. */
export const dayForm = (kind: 'ended' | 'extended', props: FormProps): Page => {
  const { language, typed, seen } = props
  const t = words[language]
  const { until } = seen.life
  const isEnd = kind === 'ended'
  return form({
    ...{ language, typed, seen, button: t.look },
    title: isEnd ? t.end : t.extend,
    lead: isEnd ? t.endLead : t.extendLead(until === null ? t.open : formatDay(language, until)),
    path: isEnd ? paths.end : paths.extend,
    children: (
      <>
        <DayField
          {...{ language, typed }}
          name={isEnd ? 'endsOn' : 'until'}
          label={isEnd ? t.endsOn : t.newUntil}
        />
        <Text {...{ language, typed }} name="reason" label={t.howAgreed} hint={t.howAgreedHint} />
      </>
    ),
  })
}

/** Which party, by whom, and what that is based on. */
export const succeedForm = (props: Omit<FormProps, 'today'> & { successors: readonly Choice[] }): Page => {
  const { language, typed, seen, successors } = props
  const t = words[language]
  return form({
    ...{ language, typed, seen, title: t.succeed, lead: t.succeedLead, path: paths.succeed, button: t.look },
    children: (
      <>
        <PartyField {...{ language, typed }} label={t.whichParty} parties={seen.parties.filter(maySucceed)} />
        <Select
          name="organisation"
          label={t.successor}
          value={typed.values.organisation}
          problem={say(language, typed).at('organisation')}
          options={[
            { value: '', label: t.choose },
            ...successors.map(({ id, name, businessId }) => ({
              value: String(id),
              label: businessId ? `${name} (${businessId})` : name,
            })),
          ]}
        />
        <Text {...{ language, typed }} name="reason" label={t.basis} hint={t.basisHint} />
      </>
    ),
  })
}

/** The way back from a notice, or from an agreement to end. */
export const takeBackForm = (props: FormProps): Page => {
  const { language, typed, seen } = props
  const t = words[language]
  return form({
    ...{ language, typed, seen, title: t.takeBack, lead: t.takeBackLead, path: paths.takeBack },
    button: t.takeBack,
    children: <Text {...{ language, typed }} name="reason" label={t.reason} hint={t.reasonHint} isOptional />,
  })
}
