import { isKnownByDay } from '../cards/life-rules.ts'
import { words as cardWords } from '../cards/words.ts'
import { aboutLanguages, isHolderLanguage } from '../i18n/holder-languages.ts'
import { formatDay, formatTime, type Language } from '../i18n/translated.ts'
import { dayOf } from '../lib/dates.ts'
import { CodeEnd } from '../web/components/code.tsx'
import { SummaryList } from '../web/components/summary-list.tsx'
import { type Column, Table } from '../web/components/table.tsx'
import { fill } from '../web/paths.ts'
import { correctionsOf, otherTables, type SubjectData, type Told } from './rules.ts'
import { paths, words } from './words.ts'

type Props = { language: Language; data: SubjectData }

const textOf = (value: unknown) =>
  value === null || value === undefined || value === '' ? '–' : String(value)
const dayIn = (language: Language, value: unknown) =>
  typeof value === 'string' ? formatDay(language, value.slice(0, 10)) : '–'
const instantIn = (language: Language, value: unknown) => {
  if (typeof value !== 'string') return '–'
  const at = new Date(value)
  return `${formatDay(language, dayOf(at))} ${formatTime(language, at)}`
}
/** A value of ours in words; one that is not in the list is told as it stands. */
const wordOf = (list: object, value: unknown) =>
  value === null ? '–' : ((list as Record<string, string>)[String(value)] ?? String(value))

/** A language by its own name, as whoever speaks it knows it. */
const languageOf = (value: unknown) => {
  if (typeof value !== 'string' || !isHolderLanguage(value)) return textOf(value)
  const { name, tag } = aboutLanguages[value]
  return <span lang={tag}>{name}</span>
}

/** The newest first. */
const latest = (rows: readonly Told[], column: string) =>
  [...rows].sort((a, b) => (String(a[column]) < String(b[column]) ? 1 : -1))

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
  const stateOf = ({ id }: Told) => {
    const row = undone.get(id)
    return row ? t.undoneAt(instantIn(language, row.cancelled_at)) : t.stands
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
  const corrections = correctionsOf(data.log).map(({ day, subject }) => ({ day, ...subject }))
  const others: [string, readonly Told[]][] = otherTables(data)
  const lists: [string, readonly Told[]][] =
    corrections.length > 0 ? [[t.corrections, corrections], ...others] : others
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
    <CheckTable {...props} />
    <Others {...props} />
  </>
)
