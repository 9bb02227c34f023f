import { formatHolderDay } from '../i18n/holder-format.ts'
import { holderFrameWords } from '../i18n/holder-frame-words.ts'
import { publicPaths } from '../public-paths.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { Notice } from '../web/components/notice.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import { areaWords } from './area-words.ts'
import { Exceptions } from './areas-view.tsx'
import { type LocalProps, type Part, partsOf } from './local-parts.tsx'
import { localWords } from './page-words.ts'
import { areaNameFor, OwnText, orderFor, Unreviewed } from './parts.tsx'
import { firstSaid } from './rules.ts'

const Intro = ({ reader, content: { words, exceptions } }: LocalProps) => {
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

const Contents = ({ reader, parts }: { reader: LocalProps['reader']; parts: readonly Part[] }) => (
  <nav class="aside contents" aria-labelledby="contents">
    <h2 id="contents">{holderFrameWords[reader].onThisPage}</h2>
    <ul>
      {parts.map(({ id, title }) => (
        <li>
          <a href={`#${id}`}>{title}</a>
        </li>
      ))}
    </ul>
  </nav>
)

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

const Updated = ({ reader, content: { changedOn, today } }: LocalProps) => (
  <p class="hint">
    {holderFrameWords[reader].updated} {formatHolderDay(reader, changedOn ?? today)}
  </p>
)

const headOf = ({ reader, content: { area } }: LocalProps) => {
  const t = localWords[reader]
  const name = areaNameFor(area, reader)
  return { title: t.title(name), description: t.description(name), kind: 'public' as const, reader }
}

/** The local page of an area, all of it made from the register but for the area's own words. */
export const localPage = (props: LocalProps): Page => {
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
        <div class="cols">
          <div>
            <h1>{head.title}</h1>
            <Unreviewed reader={reader} />
            <Intro {...props} />
          </div>
          <Contents reader={reader} parts={parts} />
          <div class="after">
            <Body parts={parts} />
            {content.hasBrochure && (
              <p>
                <a href={fill(publicPaths.brochure[reader], { area: content.area.id })}>
                  {localWords[reader].brochure}
                </a>
              </p>
            )}
            <Updated {...props} />
          </div>
        </div>
      </>
    ),
  }
}

/** The same for a frame on a page of the city or county: no menu, and every link leads out of the frame. */
export const embeddedPage = (props: LocalProps): Page => {
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
