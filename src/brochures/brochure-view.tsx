import { guideWords } from '../guides/guide-words.ts'
import { formatHolderDay } from '../i18n/holder-format.ts'
import { holderFrameWords } from '../i18n/holder-frame-words.ts'
import { type HolderLanguage, inLanguage } from '../i18n/holder-languages.ts'
import { publicPaths } from '../public-paths.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { LinkButton } from '../web/components/button.tsx'
import { Empty } from '../web/components/empty.tsx'
import { Notice } from '../web/components/notice.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import { ChangesSection } from './changes-view.tsx'
import { ownWords } from './own-words.ts'
import { pageWords } from './page-words.ts'
import { currentOf, type Edition, editionKey, type KeptEdition, layoutsFor, printedName } from './rules.ts'
import { inParts, type Section, sectionsOf } from './section-views.tsx'
import { languageFor, tellEdition } from './telling.ts'
import { editionFile, paths } from './words.ts'

type Reader = { reader: HolderLanguage }
type Area = { id: number; name: string }
type Props = Reader & {
  edition: Edition
  /** The edition that this one is compared with. */
  before: Edition | undefined
  /** All of the area, the latest first. */
  editions: readonly KeptEdition[]
}

const Downloads = ({ reader, edition }: Pick<Props, 'reader' | 'edition'>) => {
  const t = pageWords[reader]
  const { area } = edition.content
  const language = languageFor(edition.content, reader)
  const to = (file: string) => fill(editionFile, { area: area.id, edition: editionKey(edition), paper: file })
  return (
    <section aria-labelledby="take">
      <h2 id="take">{t.take}</h2>
      <p class="downloads">
        {layoutsFor(language).map((layout) => (
          <a href={to(`${language}-${layout}.pdf`)}>{t.layouts[layout]}</a>
        ))}
        <a href={to(`${language}.txt`)}>{t.text}</a>
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
  const t = pageWords[reader]
  const { area } = edition.content
  const nameOf = (one: KeptEdition) => (
    <>
      {ownWords[reader].edition} <bdi>{printedName(one)}</bdi>
    </>
  )
  return (
    <section aria-labelledby="editions">
      <h2 id="editions">{t.editions}</h2>
      <ul>
        {others.map((one) => (
          <li>
            {one.withdrawnOn === null ? (
              <a href={fill(paths.edition[reader], { area: area.id, edition: editionKey(one) })}>
                {nameOf(one)}
              </a>
            ) : (
              nameOf(one)
            )}
            {`, ${formatHolderDay(reader, one.publishedOn)}`}
            {one.withdrawnOn !== null && ` (${t.withdrawn})`}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What a reader ought to know of the edition before reading it. */
const Standing = ({ reader, edition, editions }: Props) => {
  const t = pageWords[reader]
  const isThis = (one: KeptEdition) => editionKey(one) === editionKey(edition)
  const newest = currentOf(editions)
  if (editions.find(isThis)?.withdrawnOn) return <Notice kind="warn" title={t.centreOnly} />
  if (!newest || isThis(newest)) return null
  return (
    <Notice kind="warn" title={t.old}>
      <p>
        <a href={fill(publicPaths.brochure[reader], { area: edition.content.area.id })}>{t.newest}</a>
      </p>
    </Notice>
  )
}

/** What the edition itself says, in the language that it has for the reader. */
const Said = ({ reader, edition }: Pick<Props, 'reader' | 'edition'>) => {
  const { content } = edition
  const language = languageFor(content, reader)
  const told = tellEdition(content, language)
  const sections = sectionsOf(language, told)
  return (
    <div {...inLanguage(language, reader)}>
      <Contents reader={language} sections={sections} />
      {inParts(told.foreword)}
      {sections.map(({ id, title, body }) => (
        <section aria-labelledby={id}>
          <h2 id={id}>{title}</h2>
          {body}
        </section>
      ))}
    </div>
  )
}

const trailOf = (reader: HolderLanguage) => [
  { label: holderFrameWords[reader].front, href: publicPaths.front[reader] },
  { label: pageWords[reader].areas, href: publicPaths.areas[reader] },
]

/** An edition on the web: the same words as on paper, with the papers to print and what has changed. */
export const brochurePage = (props: Props): Page => {
  const { reader, edition, before } = props
  const t = pageWords[reader]
  const frame = holderFrameWords[reader]
  const { content, publishedOn } = edition
  const language = languageFor(content, reader)
  const words = content.words[language]!
  const told = tellEdition(content, language)
  return {
    ...{ title: t.title(told.area), kind: 'public', reader, description: t.description(told.area) },
    main: (
      <>
        <Breadcrumb language={reader} trail={trailOf(reader)} here={t.title(told.area)} />
        <h1>{t.title(told.area)}</h1>
        <Standing {...props} />
        {language !== reader && <Notice kind="info" title={t.otherLanguage} />}
        <p class="lead" {...inLanguage(language, reader)}>
          {words.lead}
        </p>
        <p>
          <bdi lang={language === 'sv' ? undefined : 'fi'}>{told.municipalities.join(', ')}</bdi>
        </p>
        <p>
          {ownWords[reader].edition} <bdi>{printedName(edition)}</bdi>. {frame.updated}{' '}
          <time datetime={publishedOn}>{formatHolderDay(reader, publishedOn)}</time>
        </p>
        {words.unreviewed && <p class="hint">{words.unreviewed}</p>}
        <Downloads reader={reader} edition={edition} />
        <Said reader={reader} edition={edition} />
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
