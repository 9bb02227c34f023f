import type { AreaLink } from '../areas/page-queries.ts'
import type { PublicNotice } from '../exceptions/queries.ts'
import { told } from '../exceptions/words.ts'
import { compareFor } from '../i18n/holder-format.ts'
import { aboutLanguages, type HolderLanguage, inLanguage } from '../i18n/holder-languages.ts'
import type { Day } from '../lib/dates.ts'
import { type Area, countMunicipalities } from '../network/rules.ts'
import { publicPaths } from '../public-paths.ts'
import { ButtonRow, LinkButton } from '../web/components/button.tsx'
import { Empty } from '../web/components/empty.tsx'
import { Notice } from '../web/components/notice.tsx'
import { Spoken } from '../web/components/spoken.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import { areaWords } from './area-words.ts'
import { areaNameFor, StandingLine, Unreviewed } from './parts.tsx'
import { whereWords } from './where-words.ts'

/** What the keepers say of exceptions that hold today, in the nearest language that they write. */
export const Exceptions = ({
  reader,
  notices,
}: {
  reader: HolderLanguage
  notices: readonly PublicNotice[]
}) => {
  const { falls } = aboutLanguages[reader]
  return (
    <>
      {notices.map((notice) => {
        const { title, parts } = told(falls, notice)
        return (
          <div {...inLanguage(falls, reader)}>
            <Notice kind="warn" title={title}>
              <p>
                <Spoken parts={parts} />
              </p>
            </Notice>
          </div>
        )
      })}
    </>
  )
}

type AreasProps = {
  reader: HolderLanguage
  areas: readonly Area[]
  links: readonly AreaLink[]
  notices: readonly PublicNotice[]
  today: Day
}

const AreaItem = ({ reader, area, link }: { reader: HolderLanguage; area: Area; link: AreaLink }) => {
  const t = areaWords[reader]
  const name = areaNameFor(link, reader)
  return (
    <li>
      <h3>
        <a href={fill(publicPaths.localPage[reader], { area: link.slug })}>
          <bdi>{name}</bdi>
        </a>
      </h3>
      {area.standings.map((standing) => (
        <StandingLine reader={reader} standing={standing} />
      ))}
      {link.ownUrl && (
        <p>
          <a href={link.ownUrl} rel="noopener noreferrer">
            {t.ownPage}
            <span class="vh">: {name}</span>
          </a>
        </p>
      )}
    </li>
  )
}

/** Every area with its municipalities, and how each of them stands on the day. */
export const areasPage = ({ reader, areas, links, notices, today }: AreasProps): Page => {
  const t = areaWords[reader]
  const { inUse, preparing } = countMunicipalities(areas)
  const linkOf = new Map(links.map((link) => [link.name, link]))
  const compare = compareFor(reader)
  const listed = areas
    .map((area) => ({ area, link: linkOf.get(area.name)! }))
    .sort((a, b) => compare(areaNameFor(a.link, reader), areaNameFor(b.link, reader)))
  return {
    title: t.title,
    kind: 'public',
    reader,
    description: t.description,
    main: (
      <>
        <h1>{t.title}</h1>
        <Unreviewed reader={reader} />
        <Exceptions reader={reader} notices={notices} />
        {areas.length === 0 ? (
          <Empty title={t.none}>
            <p>{t.noneWhy}</p>
          </Empty>
        ) : (
          <>
            <p class="lead">
              {t.inUse(inUse)} {preparing > 0 && t.preparing(preparing)}
            </p>
            <p>
              {t.home} {t.whoGivesIt} {t.asOf(today)}
            </p>
            <ButtonRow>
              <LinkButton href={publicPaths.sites[reader]}>{t.sites}</LinkButton>
              <LinkButton secondary href={publicPaths.whereToGet[reader]}>
                {whereWords[reader].title}
              </LinkButton>
            </ButtonRow>
            <h2>{t.list}</h2>
            <ul class="cards">
              {listed.map(({ area, link }) => (
                <AreaItem reader={reader} area={area} link={link} />
              ))}
            </ul>
          </>
        )}
      </>
    ),
  }
}
