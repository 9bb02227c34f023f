import { formatNumber, type Language } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { ButtonRow, LinkButton, PostButton } from '../web/components/button.tsx'
import { CardList } from '../web/components/card-list.tsx'
import { fieldsOf } from '../web/components/form-page.tsx'
import { Notice } from '../web/components/notice.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import type { Consequence } from './follow-rules.ts'
import { Follows } from './follow-views.tsx'
import { trailTo } from './form-views.tsx'
import { type Done, keepWords, paths } from './keep-words.ts'
import type { Counts } from './list-queries.ts'
import { look, Points, StandingTag } from './points-view.tsx'
import { numberOf, type Point, standingOf, type Version } from './rules.ts'
import { spanText } from './views.tsx'
import { publicPaths, words } from './words.ts'

type ListProps = {
  language: Language
  today: Day
  versions: readonly Version[]
  /** Of each published version, who has committed. */
  counts: ReadonlyMap<number, Counts>
  mayChange: boolean
  typed: Typed
}

/** How many of the places that one keeps have committed. */
const committedText = (language: Language, { committed, all }: Counts) =>
  keepWords[language].committed(formatNumber(language, committed), formatNumber(language, all))

/** All versions, the newest first, and the way to the next one. */
export const listPage = ({ language, today, versions, counts, mayChange, typed }: ListProps): Page => {
  const t = keepWords[language]
  const draft = versions.find(({ state }) => state === 'draft')
  const published = versions.filter(({ state }) => state === 'published')
  return {
    title: t.title,
    kind: 'staff',
    main: (
      <>
        <ProblemSummary
          language={language}
          problems={fieldsOf(typed, keepWords[language].problems).said.list}
        />
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
        {mayChange && !draft && (
          <>
            <PostButton action={paths.new[language]}>{t.make}</PostButton>
            <p class="hint">{t.makeHint}</p>
          </>
        )}
        {draft && (
          <p>
            <LinkButton href={fill(paths.one[language], { model: draft.number })}>{t.open}</LinkButton>
          </p>
        )}
        <CardList
          level={2}
          items={versions.map((version) => {
            const count = counts.get(version.number)
            return {
              title: words[language].version(version.number),
              href: fill(paths.one[language], { model: version.number }),
              lines: [
                <StandingTag language={language} standing={standingOf(version, versions, today)} />,
                ...(version.from ? [spanText(language, version, published)] : []),
                ...(count ? [committedText(language, count)] : []),
              ],
            }
          })}
        />
      </>
    ),
  }
}

type OneProps = {
  language: Language
  today: Day
  version: Version
  versions: readonly Version[]
  points: readonly Point[]
  consequences: readonly Consequence[]
  counts: Counts | null
  mayChange: boolean
  mayTakeBack: boolean
  done: Done | null
  typed: Typed
}

/** Move and remove beside a point of a draft; what they do is said with the point's number, for who listens. */
const PointDeeds = ({ language, version, point }: { language: Language; version: Version; point: Point }) => {
  const t = keepWords[language]
  const ids = { model: version.number, point: point.line }
  const about = <span class="vh"> {numberOf(point)}</span>
  return (
    <ButtonRow>
      <LinkButton secondary href={fill(paths.point[language], ids)}>
        {t.change}
        {about}
      </LinkButton>
      {(['up', 'down'] as const).map((direction) => (
        <PostButton secondary action={fill(paths.move[language], ids)} fields={{ direction }}>
          {t[direction]}
          {about}
        </PostButton>
      ))}
      <LinkButton secondary href={fill(paths.remove[language], ids)}>
        {t.remove}
        {about}
      </LinkButton>
    </ButtonRow>
  )
}

const Deeds = ({ language, version, mayChange, mayTakeBack }: OneProps) => {
  const t = keepWords[language]
  const model = { model: version.number }
  const isDraft = version.state === 'draft'
  return (
    <>
      <ButtonRow>
        {isDraft && mayChange && (
          <LinkButton href={fill(paths.publish[language], model)}>{t.publish}</LinkButton>
        )}
        {isDraft && mayChange && (
          <LinkButton secondary href={fill(paths.addPoint[language], model)}>
            {t.addPoint}
          </LinkButton>
        )}
        {!isDraft && <LinkButton href={fill(paths.partners[language], model)}>{t.partners}</LinkButton>}
        {version.number > 1 && (
          <LinkButton secondary href={fill((isDraft ? paths : publicPaths).changes[language], model)}>
            {t.seeChanges}
          </LinkButton>
        )}
        {!isDraft && (
          <LinkButton secondary href={fill(publicPaths.version[language], model)}>
            {t.seePublic}
          </LinkButton>
        )}
      </ButtonRow>
      {mayTakeBack && (
        <>
          <PostButton secondary action={fill(paths.takeBack[language], model)}>
            {t.takeBack}
          </PostButton>
          <p class="hint">{t.takeBackHint}</p>
        </>
      )}
    </>
  )
}

/** One version for its keepers: its points, what follows from it, and what can be done. */
export const onePage = (props: OneProps): Page => {
  const { language, today, version, versions, points, counts, mayChange, done, typed } = props
  const t = keepWords[language]
  const title = words[language].title(version.number)
  const published = versions.filter(({ state }) => state === 'published')
  const isWritten = version.state === 'draft' && mayChange
  return {
    title,
    kind: 'staff',
    styles: [look],
    main: (
      <>
        <Breadcrumb language={language} trail={trailTo(language)} here={title} />
        <ProblemSummary
          language={language}
          problems={fieldsOf(typed, keepWords[language].problems).said.list}
        />
        {done && <Notice kind="ok" title={t.done[done]} />}
        <h1>{title}</h1>
        <p>
          <StandingTag language={language} standing={standingOf(version, versions, today)} />{' '}
          {version.from && spanText(language, version, published)}
        </p>
        <p>
          {t.points(points.length)}
          {counts && ` · ${committedText(language, counts)}`}
        </p>
        <Deeds {...props} />
        <Follows {...props} />
        <Points
          language={language}
          points={points}
          {...(isWritten
            ? { deeds: (point: Point) => <PointDeeds language={language} version={version} point={point} /> }
            : {})}
        />
      </>
    ),
  }
}
