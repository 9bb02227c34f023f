import type { AreaContacts, AreaLink } from '../areas/page-queries.ts'
import type { HolderLanguage } from '../i18n/holder-languages.ts'
import type { Day } from '../lib/dates.ts'
import type { PublicMember } from '../network/queries.ts'
import { municipalityChoices, municipalityName } from '../network/rules.ts'
import { publicPaths } from '../public-paths.ts'
import { Button } from '../web/components/button.tsx'
import { Select } from '../web/components/field.tsx'
import { Notice } from '../web/components/notice.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import { areaWords } from './area-words.ts'
import { Contacts } from './contacts-view.tsx'
import { areaNameFor, Grouped, UnitLine, Unreviewed } from './parts.tsx'
import type { PublicUnit } from './rules.ts'
import { whereWords } from './where-words.ts'

/** A municipality that was chosen, with all that the page tells of it. */
type Chosen = {
  member: PublicMember
  units: PublicUnit[]
  area: AreaLink
  contacts: AreaContacts
}

type WhereProps = {
  reader: HolderLanguage
  today: Day
  members: readonly PublicMember[]
  units: readonly PublicUnit[]
  /** Null while none is chosen: then all are told of. */
  chosen: Chosen | null
}

const Choice = ({ reader, members, chosen }: WhereProps) => {
  const t = whereWords[reader]
  const options = municipalityChoices(reader, members)
  return (
    <form method="get" action={publicPaths.whereToGet[reader]}>
      <Select
        name="municipality"
        label={t.municipality}
        value={chosen ? String(chosen.member.id) : ''}
        options={[{ value: '', label: t.every }, ...options]}
      />
      <Button>{t.show}</Button>
    </form>
  )
}

const Todo = ({ reader }: { reader: HolderLanguage }) => {
  const { title, lines } = whereWords[reader].todo
  return (
    <>
      <h2>{title}</h2>
      <ol>
        {lines.map((line) => (
          <li>{line}</li>
        ))}
      </ol>
    </>
  )
}

/** The services of one municipality, or what to do where none is public. */
const Here = ({ reader, chosen }: { reader: HolderLanguage; chosen: Chosen }) => {
  const t = whereWords[reader]
  const { member, units, area, contacts } = chosen
  const town = municipalityName(member, reader)
  const isComing = member.phase === 'preparing'
  return (
    <>
      {isComing && <Notice kind="info" title={t.coming(town)} />}
      {units.length > 0 && (
        <>
          <h2>
            {t.issuers}: <bdi>{town}</bdi>
          </h2>
          <ul>
            {units.map((unit) => (
              <UnitLine reader={reader} unit={unit} />
            ))}
          </ul>
        </>
      )}
      {units.length === 0 && !isComing && (
        <Notice kind="info" title={t.none(town)}>
          <p>{t.noneTodo}</p>
        </Notice>
      )}
      {(units.length > 0 || !isComing) && <Todo reader={reader} />}
      <Contacts reader={reader} contacts={contacts} />
      <p>
        <a href={fill(publicPaths.localPage[reader], { area: area.slug })}>
          {t.area(areaNameFor(area, reader))}
        </a>
      </p>
    </>
  )
}

const Everywhere = ({ reader, units }: Pick<WhereProps, 'reader' | 'units'>) => (
  <>
    <Todo reader={reader} />
    <h2>{whereWords[reader].issuers}</h2>
    {units.length === 0 && <p>{whereWords[reader].noneTodo}</p>}
    <Grouped reader={reader} places={units} level={3}>
      {(unit) => <UnitLine reader={reader} unit={unit} />}
    </Grouped>
  </>
)

/** Where one gets the card: what to do, and which services of one's municipality to ask. */
export const whereToGetPage = (props: WhereProps): Page => {
  const { reader, today, units, chosen } = props
  const t = whereWords[reader]
  return {
    title: chosen ? `${t.title} ${municipalityName(chosen.member, reader)}` : t.title,
    kind: 'public',
    reader,
    description: t.description,
    main: (
      <>
        <h1>{t.title}</h1>
        <Unreviewed reader={reader} />
        <p class="lead">{t.lead}</p>
        <Choice {...props} />
        {chosen ? <Here reader={reader} chosen={chosen} /> : <Everywhere reader={reader} units={units} />}
        <p>{t.outside}</p>
        <p class="hint">{areaWords[reader].asOf(today)}</p>
      </>
    ),
  }
}
