import { guideWords } from '../guides/guide-words.ts'
import { formatHolderDay } from '../i18n/holder-format.ts'
import { holderFrameWords } from '../i18n/holder-frame-words.ts'
import type { HolderLanguage } from '../i18n/holder-languages.ts'
import { publicPaths } from '../public-paths.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { LinkButton } from '../web/components/button.tsx'
import { Empty } from '../web/components/empty.tsx'
import { Notice } from '../web/components/notice.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import { ChangesSection } from './changes-view.tsx'
import { pageWords } from './page-words.ts'
import type { KeptEdition } from './queries.ts'
import { type Edition, editionKey, layoutsFor, printedName } from './rules.ts'
import { inParts, type Section, sectionsOf } from './section-views.tsx'
import { tellEdition } from './telling.ts'
import { editionFile, paths } from './words.ts'

type Reader = { reader: HolderLanguage }
type Area = { id: number; name: string }
type Props = Reader & {
  edition: Edition
  /** The edition that this one follows. */
  before: Edition | undefined
  /** All of the area, the latest first. */
  editions: readonly KeptEdition[]
}

const Downloads = ({ reader, edition }: Pick<Props, 'reader' | 'edition'>) => {
  const t = pageWords[reader]
  const { area } = edition.content
  const to = (file: string) => fill(editionFile, { area: area.id, edition: editionKey(edition), paper: file })
  return (
    <section aria-labelledby="take">
      <h2 id="take">{t.take}</h2>
      <p class="downloads">
        {layoutsFor(reader).map((layout) => (
          <a href={to(`${reader}-${layout}.pdf`)}>{t.layouts[layout]}</a>
        ))}
        <a href={to(`${reader}.txt`)}>{t.text}</a>
      </p>
    </section>
  )
}

const Contents = ({ reader, sections }: { reader: HolderLanguage; sections: readonly Section[] }) => (
  <nav class="contents" aria-labelledby="contents">
    <h2 id="contents">{holderFrameWords[reader].onThisPage}</h2>
    <ul>
      {sections.map(({ id, title }) => (
        <li>
          <a href={`#${id}`}>{title}</a>
        </li>
      ))}
    </ul>
  </nav>
)

const OtherEditions = ({ reader, edition, editions }: Props) => {
  const others = editions.filter((one) => editionKey(one) !== editionKey(edition))
  if (others.length === 0) return null
  const { area, words } = edition.content
  return (
    <section aria-labelledby="editions">
      <h2 id="editions">{pageWords[reader].editions}</h2>
      <ul>
        {others.map((one) => (
          <li>
            <a href={fill(paths.edition[reader], { area: area.id, edition: editionKey(one) })}>
              {words[reader]!.edition} <bdi>{printedName(one)}</bdi>
            </a>
            {`, ${formatHolderDay(reader, one.publishedOn)}`}
          </li>
        ))}
      </ul>
    </section>
  )
}

const trailOf = (reader: HolderLanguage) => [
  { label: holderFrameWords[reader].front, href: publicPaths.front[reader] },
  { label: pageWords[reader].areas, href: publicPaths.areas[reader] },
]

/** An edition on the web: the same words as on paper, with the papers to print and what has changed. */
export const brochurePage = (props: Props): Page => {
  const { reader, edition, before, editions } = props
  const t = pageWords[reader]
  const frame = holderFrameWords[reader]
  const { content, publishedOn } = edition
  const words = content.words[reader]!
  const told = tellEdition(content, reader)
  const sections = sectionsOf(reader, told)
  const isOld = editions[0] !== undefined && editionKey(editions[0]) !== editionKey(edition)
  return {
    ...{ title: t.title(told.area), kind: 'public', reader, description: t.description(told.area) },
    main: (
      <>
        <Breadcrumb language={reader} trail={trailOf(reader)} here={t.title(told.area)} />
        <h1>{t.title(told.area)}</h1>
        {isOld && (
          <Notice kind="warn" title={t.old}>
            <p>
              <a href={fill(publicPaths.brochure[reader], { area: content.area.id })}>{t.newest}</a>
            </p>
          </Notice>
        )}
        <p class="lead">{words.lead}</p>
        <p>
          <bdi lang={reader === 'sv' ? undefined : 'fi'}>{told.municipalities.join(', ')}</bdi>
        </p>
        <p>
          {words.edition} <bdi>{printedName(edition)}</bdi>. {frame.updated}{' '}
          <time datetime={publishedOn}>{formatHolderDay(reader, publishedOn)}</time>
        </p>
        {words.unreviewed && <p class="hint">{words.unreviewed}</p>}
        <Downloads reader={reader} edition={edition} />
        <Contents reader={reader} sections={sections} />
        {inParts(told.foreword)}
        {sections.map(({ id, title, body }) => (
          <section aria-labelledby={id}>
            <h2 id={id}>{title}</h2>
            {body}
          </section>
        ))}
        {before && <ChangesSection reader={reader} before={before} after={content} />}
        <OtherEditions {...props} />
      </>
    ),
  }
}

/** For an area that has not published yet. */
export const noBrochurePage = ({ reader, area }: Reader & { area: Area }): Page => {
  const t = pageWords[reader]
  return {
    ...{ title: t.title(area.name), kind: 'public', reader, description: t.description(area.name) },
    main: (
      <>
        <Breadcrumb language={reader} trail={trailOf(reader)} here={t.title(area.name)} />
        <h1>{t.title(area.name)}</h1>
        <Empty title={t.none}>
          <p>{t.noneWhy}</p>
          <p>
            <LinkButton href={publicPaths.sites[reader]}>{guideWords[reader].places}</LinkButton>
          </p>
        </Empty>
      </>
    ),
  }
}
