import { words as cardWords } from '../cards/words.ts'
import { formatDay } from '../i18n/translated.ts'
import { type Column, Table } from '../web/components/table.tsx'
import { moreWords } from './more-words.ts'
import { correctionsOf, type Told } from './rules.ts'
import { instantIn, latest, type TellingProps, textOf, wordOf } from './told-view.tsx'
import { words } from './words.ts'

/** Sections that most cards do not have: each is left out where there is nothing to tell. */

const correctedFields = ['birthYear', 'postalCode', 'children', 'lifeSituation', 'gender']

/** What was put right, with the value that the log alone still holds. */
export const Corrections = ({ language, data }: TellingProps) => {
  const t = moreWords[language]
  const c = cardWords[language]
  const rows = correctionsOf(data.log).flatMap(({ day, subject }) =>
    correctedFields
      .filter((field) => `${field}.from` in subject)
      .map((field) => ({ day, field, from: subject[`${field}.from`], to: subject[`${field}.to`] })),
  )
  if (rows.length === 0) return null
  const told = (value: unknown) => wordOf({ ...c.lives, ...c.genders }, value ?? null)
  const columns: Column<Told>[] = [
    { label: t.day, cell: ({ day }) => formatDay(language, String(day)), header: true },
    { label: t.field, cell: ({ field }) => wordOf(t.fields, field) },
    { label: t.before, cell: ({ from }) => told(from) },
    { label: t.after, cell: ({ to }) => told(to) },
  ]
  return (
    <Table id="corrections" caption={t.corrections} shape="stack" columns={columns} rows={rows} empty="" />
  )
}

/** That there are answers, and how many; what they say is in the file alone, since others may see the screen. */
export const Wellbeing = ({ language, data }: TellingProps) => {
  const t = moreWords[language]
  const rounds = data.wellbeing_round ?? []
  if (rounds.length === 0) return null
  const answersOf = (round: Told) =>
    (data.wellbeing_answer ?? []).filter(({ round_id }) => round_id === round.id).length
  const stateOf = ({ finished_at, ended_at }: Told) =>
    finished_at ? `${t.finished} ${instantIn(language, finished_at)}` : ended_at ? t.ended : t.open
  const columns: Column<Told>[] = [
    { label: t.begun, cell: ({ begun_at }) => instantIn(language, begun_at), header: true },
    { label: t.way, cell: ({ way }) => wordOf(t.ways, way) },
    { label: t.state, cell: stateOf },
    { label: t.answersTitle, cell: (round) => t.answers(answersOf(round)) },
  ]
  const rows = latest(rounds, 'begun_at')
  return (
    <>
      <Table id="wellbeing" caption={t.wellbeing} shape="stack" columns={columns} rows={rows} empty="" />
      <p>{t.wellbeingText}</p>
      {(data.wellbeing_mean_pair ?? []).length > 0 && <p>{t.published}</p>}
    </>
  )
}

/** Tickets that were given on the card before it was registered, and what became of them. */
export const WaitingTickets = ({ language, data }: TellingProps) => {
  const t = moreWords[language]
  const rows = latest(data.unrecognised_use ?? [], 'used_at')
  if (rows.length === 0) return null
  const columns: Column<Told>[] = [
    { label: t.time, cell: ({ used_at }) => instantIn(language, used_at), header: true },
    { label: t.place, cell: ({ site }) => textOf(site) },
    {
      label: t.given,
      cell: ({ adults, children, companions }) =>
        words[language].ticketsOf(Number(adults), Number(children), Number(companions)),
    },
    { label: t.state, cell: ({ state }) => wordOf(t.ticketStates, state) },
  ]
  return <Table id="waiting" caption={t.tickets} shape="stack" columns={columns} rows={rows} empty="" />
}

/** A card that lay on the table for a renewal: kept for a day. */
export const Renewals = ({ language, data }: TellingProps) => {
  const t = moreWords[language]
  const times = (data.renewal_check ?? []).length
  if (times === 0) return null
  return (
    <>
      <h2>{t.renewals}</h2>
      <p>{t.times(times)}</p>
    </>
  )
}
