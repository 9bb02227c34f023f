import type { Child } from 'hono/jsx'
import { guideWords } from '../guides/guide-words.ts'
import { aboutLanguages, type HolderLanguage, inLanguage } from '../i18n/holder-languages.ts'
import { groupByArea } from '../network/rules.ts'
import { publicPaths } from '../public-paths.ts'
import { shownText } from '../terms/rules.ts'
import { fill } from '../web/paths.ts'
import { areaWords } from './area-words.ts'
import { Contacts } from './contacts-view.tsx'
import type { LocalContent, LocalSite } from './content.ts'
import { localWords } from './page-words.ts'
import { Grouped, OwnText, orderFor, PlaceTags, StandingLine, UnitLine } from './parts.tsx'
import { firstSaid } from './rules.ts'

export type LocalProps = { reader: HolderLanguage; content: LocalContent }
export type Part = { id: string; title: string; body: Child }

/** A site, and in one sentence how one gets a ticket there. */
const SiteLine = ({ reader, site }: { reader: HolderLanguage; site: LocalSite }) => {
  const how = shownText(site.texts, 'how', aboutLanguages[reader].falls)
  return (
    <li>
      <strong>
        <a href={fill(publicPaths.site[reader], { site: site.id })}>
          <bdi>{site.name}</bdi>
        </a>
      </strong>
      <PlaceTags reader={reader} place={site} />
      <br />
      {guideWords[reader].categories[site.category]}
      {how && (
        <>
          <br />
          <span {...inLanguage(how.language, reader)}>{how.text}</span>
        </>
      )}
    </li>
  )
}

const Lines = ({ lines }: { lines: readonly string[] }) => (
  <>
    {lines.map((line) => (
      <p>{line}</p>
    ))}
  </>
)

const Bullets = ({ lines }: { lines: readonly string[] }) => (
  <ul>
    {lines.map((line) => (
      <li>{line}</li>
    ))}
  </ul>
)

/** What the card is and who may get it: of the policy of the day. */
const aboutCard = ({ reader, content }: LocalProps): Part[] => {
  const t = localWords[reader]
  const lines = t.who.lines.map((line) => line.replaceAll('#', String(content.policy.minimumAge)))
  return [
    { id: 'what', title: t.what, body: <Lines lines={guideWords[reader].lead} /> },
    {
      id: 'who',
      title: t.who.title,
      body: (
        <>
          <p>{t.who.lead}</p>
          <Bullets lines={lines} />
          <p>{t.who.noPapers}</p>
        </>
      ),
    },
  ]
}

/** Who gives the card here, and where it takes one. */
const placesHere = ({ reader, content: { units, sites } }: LocalProps): Part[] => {
  const t = localWords[reader]
  return [
    {
      id: 'where',
      title: t.where.title,
      body: (
        <>
          <p>{units.length === 0 ? t.where.none : t.where.ask}</p>
          <Grouped reader={reader} places={units} level={3}>
            {(unit) => <UnitLine reader={reader} unit={unit} />}
          </Grouped>
        </>
      ),
    },
    {
      id: 'places',
      title: t.places.title,
      body: (
        <>
          <p>{sites.length === 0 ? t.places.none : t.places.askThere}</p>
          <Grouped reader={reader} places={sites} level={3}>
            {(site) => <SiteLine reader={reader} site={site} />}
          </Grouped>
          <p>
            <a href={publicPaths.sites[reader]}>{t.places.all}</a>
          </p>
        </>
      ),
    },
  ]
}

/** How one uses the card, in the words of the holder's guide. */
const using = ({ reader, content: { policy, members } }: LocalProps): Part[] => {
  const { ticket, along, children } = guideWords[reader]
  const facts = { childAge: policy.childAge, months: policy.validityMonths }
  const part = (id: string, { title, lines }: { title: string; lines: string[] }) => ({
    ...{ id, title, body: <Bullets lines={lines} /> },
  })
  const { community, elsewhere } = localWords[reader]
  const isLocal = members.every(({ crossUse }) => !crossUse)
  const lines = isLocal ? [areaWords[reader].localOnly] : elsewhere.lines
  return [
    part('ticket', ticket),
    part('along', along),
    part('children', children(facts)),
    part('community', community),
    { id: 'elsewhere', title: elsewhere.title, body: <Elsewhere reader={reader} lines={lines} /> },
  ]
}

const Elsewhere = ({ reader, lines }: { reader: HolderLanguage; lines: readonly string[] }) => (
  <>
    <Lines lines={lines} />
    <p>
      <a href={publicPaths.areas[reader]}>{areaWords[reader].title}</a>
    </p>
  </>
)

/** How the area stands, what it tells by itself, and whom one may ask. */
const aboutArea = ({ reader, content }: LocalProps): Part[] => {
  const t = localWords[reader]
  const { area, members, words, contacts, today } = content
  const [grouped] = groupByArea(members.map((member) => ({ ...member, area: area.name })))
  const good = firstSaid(words['good-to-know'], orderFor(reader))
  return [
    ...(good ? [{ id: 'good', title: t.goodToKnow, body: <OwnText reader={reader} said={good} /> }] : []),
    {
      id: 'municipalities',
      title: t.municipalities,
      body: (
        <>
          {grouped!.standings.map((standing) => (
            <StandingLine reader={reader} standing={standing} />
          ))}
          <p>{areaWords[reader].asOf(today)}</p>
        </>
      ),
    },
    ...(contacts.culture || contacts.sote || area.ownUrl
      ? [
          {
            id: 'contacts',
            title: t.contacts.title,
            body: (
              <>
                <Contacts reader={reader} contacts={contacts} titled={false} />
                {area.ownUrl && (
                  <p>
                    <a href={area.ownUrl} rel="noopener noreferrer">
                      {areaWords[reader].ownPage}
                    </a>
                  </p>
                )}
              </>
            ),
          },
        ]
      : []),
  ]
}

/** All parts of the page, in the order of the template that areas have long used. */
export const partsOf = (props: LocalProps): Part[] => [
  ...aboutCard(props),
  ...placesHere(props),
  ...using(props),
  ...aboutArea(props),
]
