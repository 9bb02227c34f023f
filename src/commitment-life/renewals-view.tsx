import { followOnKind, mayStart, partnerField } from '../commitment-drafts/rules.ts'
import { paths as drafts } from '../commitment-drafts/words.ts'
import { paths as lists } from '../commitment-lists/words.ts'
import { paths as commitments, words as commitmentWords } from '../commitments/words.ts'
import { formatDay, type Language } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { Button, ButtonRow, LinkButton, PostButton } from '../web/components/button.tsx'
import { Select } from '../web/components/field.tsx'
import { type Column, Table } from '../web/components/table.tsx'
import type { Page } from '../web/page.ts'
import type { Renewal } from './renewal-queries.ts'
import type { Changed } from './successor-queries.ts'
import { at } from './views.tsx'
import { paths, words } from './words.ts'

type Props = {
  language: Language
  months: number
  rows: readonly Renewal[]
  changed: readonly Changed[]
  /** How many pilots could become permanent. */
  pilots: number
  /** Whether the reader keeps what no area does. */
  isCentre: boolean
}

const lastOf = ({ until, endedOn }: Renewal): Day => [until, endedOn].filter((day) => day !== null).sort()[0]!
const namesOf = ({ parties }: Renewal) => parties.map(({ name }) => name).join(' · ')

/** With what its follow-on is begun; null where it cannot be followed as it is. A notice is a party's own. */
const followOnOf = ({ why, kind, partner, id }: Renewal, isCentre: boolean) => {
  if (why === 'notice' || partner === null) return null
  const next = followOnKind(kind, partner)
  return mayStart(next, isCentre) ? { kind: next, partner: partnerField(partner), earlier: String(id) } : null
}

/** What can be done about one that ends: the one that takes its place, or the ways to go on. */
const Deeds = ({ language, row, isCentre }: { language: Language; row: Renewal; isCentre: boolean }) => {
  const t = words[language]
  const { next, why, id } = row
  const about = <span class="vh"> {namesOf(row)}</span>
  if (next)
    return (
      <a href={at(language, next.state === 'draft' ? drafts.check : commitments.one, next.id)}>
        {t.next[next.state]}
        {about}
      </a>
    )
  const fields = followOnOf(row, isCentre)
  if (!fields && why !== 'until') return '–'
  return (
    <ButtonRow>
      {fields && (
        <PostButton secondary action={`${drafts.partner[language]}?kind=${fields.kind}`} fields={fields}>
          {t.renew}
          {about}
        </PostButton>
      )}
      {why === 'until' && (
        <a href={at(language, paths.extend, id)}>
          {t.extend}
          {about}
        </a>
      )}
    </ButtonRow>
  )
}

const columnsOf = ({ language, isCentre }: Props): Column<Renewal>[] => {
  const t = words[language]
  return [
    {
      ...{ label: t.parties, header: true },
      cell: (row) => <a href={at(language, paths.life, row.id)}>{namesOf(row)}</a>,
    },
    { label: t.kind, cell: ({ kind }) => commitmentWords[language].kinds[kind] },
    { label: t.ends, cell: (row) => formatDay(language, lastOf(row)) },
    { label: t.why, cell: ({ why }) => t.whys[why] },
    {
      label: t.letters,
      cell: ({ lettersOn }) =>
        lettersOn.length === 0
          ? t.noLetters
          : t.lettersOn(lettersOn.map((day) => formatDay(language, day)).join(', ')),
    },
    { label: t.deeds, cell: (row) => <Deeds language={language} row={row} isCentre={isCentre} /> },
  ]
}

const changedColumns = (language: Language): Column<Changed>[] => {
  const t = words[language]
  return [
    { label: t.who, header: true, cell: ({ name }) => name },
    { label: t.now, cell: ({ organisation }) => organisation.name },
    {
      label: t.deeds,
      cell: ({ commitmentId, partyId, name, organisation }) => (
        <a
          href={`${at(language, paths.succeed, commitmentId)}?party=${partyId}&organisation=${organisation.id}`}
        >
          {t.succeed}
          <span class="vh"> {name}</span>
        </a>
      ),
    },
  ]
}

/** What ends soon and what can be done about it; below, the parties that are another organisation's by now. */
export const renewalsPage = (props: Props): Page => {
  const { language, months, rows, changed, pilots } = props
  const t = words[language]
  return {
    title: t.renewalsTitle,
    kind: 'staff',
    main: (
      <>
        <Breadcrumb
          language={language}
          trail={[{ label: t.list, href: lists.list[language] }]}
          here={t.renewalsTitle}
        />
        <h1>{t.renewalsTitle}</h1>
        <p class="lead">{t.renewalsLead(months)}</p>
        <form method="get" action={paths.renewals[language]}>
          <div class="row">
            <Select
              name="months"
              label={t.within}
              value={String(months)}
              options={[3, 6, 12].map((count) => ({ value: String(count), label: t.withinMonths(count) }))}
            />
            <Button secondary>{t.look}</Button>
          </div>
        </form>
        <Table
          id="renewals"
          shape="stack"
          caption={t.renewalsTitle}
          isCaptionHeard
          columns={columnsOf(props)}
          rows={rows}
          empty={t.renewalsNone}
        />
        {changed.length > 0 && (
          <Table
            id="changed"
            shape="stack"
            caption={t.changedTitle}
            columns={changedColumns(language)}
            rows={changed}
            empty={t.changedNone}
          />
        )}
        {pilots > 0 && (
          <ButtonRow>
            <LinkButton href={paths.permanent[language]} secondary>
              {t.pilots}
            </LinkButton>
          </ButtonRow>
        )}
      </>
    ),
  }
}
