import type { Child } from 'hono/jsx'
import { guideWords } from '../guides/guide-words.ts'
import { formatHolderDay } from '../i18n/holder-format.ts'
import { holderFrameWords } from '../i18n/holder-frame-words.ts'
import { aboutLanguages, type HolderLanguage } from '../i18n/holder-languages.ts'
import { groupByArea } from '../network/rules.ts'
import { publicPaths } from '../public-paths.ts'
import { shownText } from '../terms/rules.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { Notice } from '../web/components/notice.tsx'
import type { Page } from '../web/page.ts'
import { fill, type HolderPath } from '../web/paths.ts'
import { areaWords } from './area-words.ts'
import { Exceptions } from './areas-view.tsx'
import { Contacts } from './contacts-view.tsx'
import type { LocalContent, LocalSite } from './content.ts'
import { localWords } from './page-words.ts'
import {
  areaNameFor,
  Grouped,
  inLanguage,
  OwnText,
  orderFor,
  PlaceTags,
  StandingLine,
  UnitLine,
  Unreviewed,
} from './parts.tsx'
import { firstSaid } from './rules.ts'

type Props = { reader: HolderLanguage; content: LocalContent }
type Part = { id: string; title: string; body: Child }

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

/** A page of another slice that may not be there. */
const brochurePath = (publicPaths as { brochure?: HolderPath }).brochure

/** What the card is and who may get it: of the policy of the day. */
const aboutCard = ({ reader, content }: Props): Part[] => {
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
const placesHere = ({ reader, content: { units, sites } }: Props): Part[] => {
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
const using = ({ reader, content: { policy, members } }: Props): Part[] => {
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
const aboutArea = ({ reader, content }: Props): Part[] => {
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

const partsOf = (props: Props): Part[] => [
  ...aboutCard(props),
  ...placesHere(props),
  ...using(props),
  ...aboutArea(props),
]

const Intro = ({ reader, content: { words, exceptions } }: Props) => {
  const notice = firstSaid(words.notice, orderFor(reader))
  const intro = firstSaid(words.intro, orderFor(reader))
  return (
    <>
      <Exceptions reader={reader} notices={exceptions} />
      {notice && (
        <Notice kind="info" title={localWords[reader].notice}>
          <OwnText reader={reader} said={notice} />
        </Notice>
      )}
      {intro && <OwnText reader={reader} said={intro} />}
    </>
  )
}

const Body = ({ parts }: { parts: readonly Part[] }) => (
  <>
    {parts.map(({ id, title, body }) => (
      <>
        <h2 id={id}>{title}</h2>
        {body}
      </>
    ))}
  </>
)

const Updated = ({ reader, content: { changedOn, today } }: Props) => (
  <p class="hint">
    {holderFrameWords[reader].updated} {formatHolderDay(reader, changedOn ?? today)}
  </p>
)

const headOf = ({ reader, content: { area } }: Props) => {
  const t = localWords[reader]
  const name = areaNameFor(area, reader)
  return { title: t.title(name), description: t.description(name), kind: 'public' as const, reader }
}

/** The local page of an area, all of it made from the register but for the area's own words. */
export const localPage = (props: Props): Page => {
  const { reader, content } = props
  const parts = partsOf(props)
  const head = headOf(props)
  return {
    ...head,
    main: (
      <>
        <Breadcrumb
          language={reader}
          trail={[{ label: areaWords[reader].title, href: publicPaths.areas[reader] }]}
          here={areaNameFor(content.area, reader)}
        />
        <h1>{head.title}</h1>
        <Unreviewed reader={reader} />
        <Intro {...props} />
        <nav aria-labelledby="contents">
          <h2 id="contents">{holderFrameWords[reader].onThisPage}</h2>
          <ul>
            {parts.map(({ id, title }) => (
              <li>
                <a href={`#${id}`}>{title}</a>
              </li>
            ))}
          </ul>
        </nav>
        <Body parts={parts} />
        {brochurePath && (
          <p>
            <a href={fill(brochurePath[reader] as '/:area', { area: content.area.slug })}>
              {localWords[reader].brochure}
            </a>
          </p>
        )}
        <Updated {...props} />
      </>
    ),
  }
}

/** The same for a frame on a page of the city or county: no menu, and every link leads out of the frame. */
export const embeddedPage = (props: Props): Page => {
  const { reader, content } = props
  const head = headOf(props)
  return {
    ...head,
    embedded: true,
    main: (
      <>
        <h1>{head.title}</h1>
        <Unreviewed reader={reader} />
        <Intro {...props} />
        <Body parts={partsOf(props)} />
        <Updated {...props} />
        <p>
          <a href={fill(publicPaths.localPage[reader], { area: content.area.slug })}>
            {localWords[reader].whole}
          </a>
        </p>
      </>
    ),
  }
}
