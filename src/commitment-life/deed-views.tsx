import type { Child } from 'hono/jsx'
import { commonWords } from '../i18n/common-words.ts'
import { formatDay, type Language } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import { writeDay } from '../lib/typed-day.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { ButtonRow, LinkButton, PostButton } from '../web/components/button.tsx'
import { Checkbox } from '../web/components/choices.tsx'
import { Select, TextArea, TextField } from '../web/components/field.tsx'
import { formPage, sayProblems } from '../web/components/form-page.tsx'
import { Notice } from '../web/components/notice.tsx'
import { SummaryList, type SummaryRow } from '../web/components/summary-list.tsx'
import type { Page } from '../web/page.ts'
import type { LocalPath } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import type { Seen } from './deeds.ts'
import { earliestEnd, type LifeEvent } from './rules.ts'
import type { Choice } from './successor-queries.ts'
import { at, trailOf } from './views.tsx'
import { paths, words } from './words.ts'

type FormProps = { language: Language; today: Day; typed: Typed; seen: Seen }

const say = (language: Language, typed: Typed) =>
  sayProblems(typed.problems, { ...words[language].refusals, ...words[language].problems })

const stepsTo = (language: Language, seen: Seen) => [
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
        <PartyField {...{ language, typed }} label={t.whichParty} parties={seen.parties} />
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

type CheckProps = {
  language: Language
  seen: Seen
  event: LifeEvent
  right: boolean
  place?: string | null
}

/** What each deed is called on its check page, and where its form and its doing are. */
const deedOf = (language: Language, { kind }: LifeEvent) => {
  const t = words[language]
  if (kind === 'notice')
    return { title: t.checkNotice, button: t.doNotice, form: paths.notice, confirm: paths.giveNotice }
  if (kind === 'ended') return { title: t.checkEnd, button: t.doEnd, form: paths.end, confirm: paths.endIt }
  if (kind === 'extended')
    return { title: t.checkExtend, button: t.doExtend, form: paths.extend, confirm: paths.extendIt }
  return { title: t.checkSucceed, button: t.doSucceed, form: paths.succeed, confirm: paths.succeedIt }
}

const valuesOf = (event: LifeEvent, right: boolean): Record<string, string> => {
  const reason = event.details.reason ?? ''
  if (event.kind === 'notice')
    return {
      ...{ party: String(event.party), endsOn: writeDay(event.details.endsOn), reason },
      ...{ came: event.details.came ?? '', right: right ? 'yes' : '' },
    }
  if (event.kind === 'ended') return { endsOn: writeDay(event.details.endsOn), reason }
  if (event.kind === 'extended') return { until: writeDay(event.details.until), reason }
  if (event.kind === 'succeeded')
    return { party: String(event.party), organisation: String(event.details.organisation), reason }
  return { reason }
}

const factsOf = ({ language, seen, event, place }: CheckProps): SummaryRow[] => {
  const t = words[language]
  const partyName = seen.parties.find(({ id }) => id === event.party)?.name
  const day =
    event.kind === 'extended' ? event.details.until : 'endsOn' in event.details ? event.details.endsOn : null
  return [
    { label: t.parties, value: seen.parties.map(({ name }) => name).join(' · ') },
    ...(partyName ? [{ label: event.kind === 'notice' ? t.party : t.whichParty, value: partyName }] : []),
    ...(event.kind === 'succeeded' ? [{ label: t.successor, value: event.details.name }] : []),
    ...(place ? [{ label: t.place, value: place }] : []),
    ...(day
      ? [{ label: event.kind === 'extended' ? t.newUntil : t.endsOn, value: formatDay(language, day) }]
      : []),
    ...(event.kind === 'notice' && event.details.came ? [{ label: t.came, value: event.details.came }] : []),
    ...(event.details.reason
      ? [{ label: event.kind === 'notice' ? t.reason : t.basis, value: event.details.reason }]
      : []),
    ...(event.kind === 'notice' || event.kind === 'ended' ? [{ label: t.after, value: t.afterWhat }] : []),
    { label: t.told, value: t.toldWho },
  ]
}

/** Before it is done: what it is, who is told, and what follows. Nothing is saved yet. */
export const checkPage = (props: CheckProps): Page => {
  const { language, seen, event, right } = props
  const t = words[language]
  const deed = deedOf(language, event)
  const isEnd = event.kind === 'notice' || event.kind === 'ended'
  return {
    title: deed.title,
    kind: 'staff',
    main: (
      <>
        <Breadcrumb language={language} trail={stepsTo(language, seen)} here={deed.title} />
        <h1>{deed.title}</h1>
        {isEnd && <Notice kind="warn" title={t.endsTitle} />}
        <SummaryList rows={factsOf(props)} />
        <ButtonRow>
          <PostButton action={at(language, deed.confirm, seen.life.id)} fields={valuesOf(event, right)}>
            {deed.button}
          </PostButton>
          <LinkButton secondary href={at(language, deed.form, seen.life.id)}>
            {commonWords[language].cancel}
          </LinkButton>
        </ButtonRow>
      </>
    ),
  }
}
