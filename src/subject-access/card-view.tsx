import { isKnownByDay } from '../cards/life-rules.ts'
import { words as cardWords } from '../cards/words.ts'
import { formatDay } from '../i18n/translated.ts'
import { dayOf } from '../lib/dates.ts'
import { CodeEnd } from '../web/components/code.tsx'
import { SummaryList } from '../web/components/summary-list.tsx'
import { type Column, Table } from '../web/components/table.tsx'
import { fill } from '../web/paths.ts'
import { Corrections, Renewals, WaitingTickets, Wellbeing } from './more-view.tsx'
import { otherTables, type Told } from './rules.ts'
import {
  dayIn,
  instantIn,
  languageOf,
  latest,
  type TellingProps as Props,
  textOf,
  wordOf,
} from './told-view.tsx'
import { paths, words } from './words.ts'

const CardSection = ({ language, data }: Props) => {
  const t = words[language]
  const c = cardWords[language]
  const card = data.card[0]!
  const isPersonal = card.type === 'personal'
  return (
    <>
      <h2>{t.card}</h2>
      <SummaryList
        rows={[
          { label: t.type, value: wordOf(t.types, card.type) },
          { label: t.state, value: wordOf(t.states, card.state) },
          { label: t.unit, value: textOf(card.unit) },
          { label: t.registered, value: instantIn(language, card.registered_at) },
          { label: t.validUntil, value: dayIn(language, card.valid_until) },
          ...(card.closed_on
            ? [{ label: t.closed, value: `${dayIn(language, card.closed_on)} ${textOf(card.closed_reason)}` }]
            : []),
          ...(isPersonal
            ? [
                { label: t.birthYear, value: textOf(card.birth_year) },
                { label: t.postalCode, value: textOf(card.postal_code) },
                { label: t.children, value: textOf(card.children) },
                { label: t.life, value: wordOf(c.lives, card.life_situation) },
                { label: t.gender, value: wordOf(c.genders, card.gender) },
              ]
            : []),
        ]}
      />
    </>
  )
}

const ConsentTable = ({ language, data }: Props) => {
  const t = words[language]
  const columns: Column<Told>[] = [
    { label: t.consentTo, cell: ({ kind }) => wordOf(t.consentKinds, kind), header: true },
    { label: t.given, cell: ({ given_on }) => dayIn(language, given_on) },
    { label: t.unit, cell: ({ unit }) => textOf(unit) },
    { label: t.textVersion, cell: ({ text_version }) => textOf(text_version) },
    { label: t.language, cell: ({ language: spoken }) => languageOf(spoken) },
    { label: t.withdrawn, cell: ({ withdrawn_at }) => instantIn(language, withdrawn_at) },
  ]
  const rows = latest(data.consent ?? [], 'given_on')
  return (
    <Table id="consents" caption={t.consents} shape="stack" columns={columns} rows={rows} empty={t.nothing} />
  )
}

const EventTable = ({ language, data }: Props) => {
  const t = words[language]
  const columns: Column<Told>[] = [
    {
      label: t.time,
      cell: ({ event, reason, happened_at }) =>
        isKnownByDay({ event, reason })
          ? formatDay(language, dayOf(new Date(String(happened_at))))
          : instantIn(language, happened_at),
      header: true,
    },
    { label: t.whatDone, cell: ({ event }) => wordOf(t.events, event) },
    { label: t.place, cell: ({ actor }) => textOf(actor ?? t.keepers) },
    { label: t.reason, cell: ({ reason }) => textOf(reason) },
  ]
  const rows = [...(data.card_event ?? [])].sort((a, b) => Number(b.id) - Number(a.id))
  return (
    <Table id="events" caption={t.cardEvents} shape="stack" columns={columns} rows={rows} empty={t.nothing} />
  )
}

const UseTable = ({ language, data }: Props) => {
  const t = words[language]
  const undone = new Map((data.use_cancellation ?? []).map((row) => [row.use_id, row]))
  const arrived = new Map((data.arrival ?? []).map((row) => [row.use_id, row]))
  const stateOf = ({ id, event_on }: Told) => {
    const row = undone.get(id)
    if (row) return t.undoneAt(instantIn(language, row.cancelled_at))
    const come = arrived.get(id)
    return [
      event_on ? t.forDay(formatDay(language, String(event_on))) : t.stands,
      ...(come ? [t.arrivedAt(instantIn(language, come.arrived_at))] : []),
    ].join(' · ')
  }
  const columns: Column<Told>[] = [
    { label: t.time, cell: ({ used_at }) => instantIn(language, used_at), header: true },
    { label: t.place, cell: ({ site }) => textOf(site) },
    { label: t.event, cell: ({ event }) => textOf(event) },
    { label: t.useKind, cell: ({ kind }) => wordOf(t.useKinds, kind) },
    {
      label: t.tickets,
      cell: ({ adults, children, companions }) =>
        t.ticketsOf(Number(adults), Number(children), Number(companions)),
    },
    { label: t.useState, cell: stateOf },
  ]
  const rows = latest(data.use ?? [], 'used_at')
  return <Table id="uses" caption={t.uses} shape="stack" columns={columns} rows={rows} empty={t.noUses} />
}

const CheckTable = ({ language, data }: Props) => {
  const t = words[language]
  const columns: Column<Told>[] = [
    { label: t.time, cell: ({ checked_at }) => instantIn(language, checked_at), header: true },
    { label: t.place, cell: ({ site }) => textOf(site) },
  ]
  const rows = latest(data.card_check ?? [], 'checked_at')
  return <Table id="checks" caption={t.checks} columns={columns} rows={rows} empty={t.nothing} />
}

const Links = ({ language, data }: Props) => {
  const t = words[language]
  if (data.linked_cards.length === 0) return null
  return (
    <>
      <h2>{t.linked}</h2>
      <ul>
        {data.linked_cards.map(({ id, code_tail, registered_on, newer }) => {
          const text = `${newer ? t.newer : t.older} ${dayIn(language, registered_on)} `
          const end = <CodeEnd lastFour={code_tail} />
          return (
            <li>
              {id === null ? (
                [text, end]
              ) : (
                <a href={fill(paths.subject[language], { card: id })}>{[text, end]}</a>
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}

/** What no section above tells: as it is kept, so that nothing tied to the card stays unsaid. */
const Others = ({ language, data }: Props) => {
  const t = words[language]
  const lists = otherTables(data)
  if (lists.length === 0) return null
  return (
    <>
      <h2>{t.others}</h2>
      {lists.map(([name, rows]) => (
        <>
          <h3>{name}</h3>
          {rows.map((row) => (
            <SummaryList
              rows={Object.entries(row).map(([label, value]) => ({
                label,
                value: typeof value === 'object' && value !== null ? JSON.stringify(value) : textOf(value),
              }))}
            />
          ))}
        </>
      ))}
    </>
  )
}

/** Everything that the register holds of the card, section by section. */
export const CardSections = (props: Props) => (
  <>
    <CardSection {...props} />
    <Links {...props} />
    <ConsentTable {...props} />
    <EventTable {...props} />
    <UseTable {...props} />
    <WaitingTickets {...props} />
    <CheckTable {...props} />
    <Corrections {...props} />
    <Wellbeing {...props} />
    <Renewals {...props} />
    <Others {...props} />
  </>
)
