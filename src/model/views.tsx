import type { Language } from '../i18n/translated.ts'
import { addDays, type Day } from '../lib/dates.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { Notice } from '../web/components/notice.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import { Changes } from './changes-view.tsx'
import type { Change } from './diff-rules.ts'
import { look, Points, StandingTag } from './points-view.tsx'
import { inForce, type Point, standingOf, type Version } from './rules.ts'
import { publicPaths, words } from './words.ts'

/** From when, and until when where a newer version has taken or takes its place. */
export const spanText = (language: Language, version: Version, versions: readonly Version[]): string => {
  const t = words[language]
  const next = versions
    .filter(({ number, from }) => number > version.number && from !== null)
    .sort((a, b) => a.number - b.number)[0]
  if (version.from === null) return t.standings.draft
  return next?.from ? t.between(version.from, addDays(next.from, -1)) : t.since(version.from)
}

type ModelProps = {
  language: Language
  today: Day
  version: Version
  versions: readonly Version[]
  points: readonly Point[]
}

/** What stands above a version that is not the one in force, or that will be followed by another. */
const Notes = ({ language, today, version, versions }: ModelProps) => {
  const t = words[language]
  const standing = standingOf(version, versions, today)
  const coming = versions.find((one) => standingOf(one, versions, today) === 'coming')
  const now = inForce(versions, today)
  if (standing === 'former')
    return (
      <Notice kind="info">
        <p>
          {t.formerNote} <a href={publicPaths.inForce[language]}>{t.toInForce}</a>
        </p>
      </Notice>
    )
  if (!coming?.from) return null
  const isOwn = coming.number === version.number
  return (
    <Notice kind="info">
      <p>{t.comingNote(coming.number, coming.from)}</p>
      <p>
        <a href={fill(publicPaths.changes[language], { model: coming.number })}>
          {t.changesTitle(coming.number)}
        </a>
      </p>
      {isOwn && now && (
        <p>
          <a href={publicPaths.inForce[language]}>{t.toInForce}</a>
        </p>
      )}
    </Notice>
  )
}

/** A version for everyone: its points with their marks, and the others. */
export const modelPage = (props: ModelProps): Page => {
  const { language, today, version, versions, points } = props
  const t = words[language]
  const published = versions.filter(({ state }) => state === 'published')
  return {
    title: t.title(version.number),
    kind: 'public',
    description: t.lead,
    styles: [look],
    main: (
      <>
        <h1>{t.title(version.number)}</h1>
        <p>
          <StandingTag language={language} standing={standingOf(version, versions, today)} />{' '}
          {spanText(language, version, published)}
        </p>
        <p class="lead">{t.lead}</p>
        <Notes {...props} />
        <p>{t.marksLead}</p>
        <Points language={language} points={points} />
        <h2>{t.versions}</h2>
        <ul>
          {published.map((one) => (
            <li>
              <a href={fill(publicPaths.version[language], { model: one.number })}>{t.version(one.number)}</a>{' '}
              <StandingTag language={language} standing={standingOf(one, versions, today)} />{' '}
              {spanText(language, one, published)}
              {one.number > 1 && (
                <>
                  {' · '}
                  <a href={fill(publicPaths.changes[language], { model: one.number })}>
                    {t.seeChanges(one.number)}
                  </a>
                </>
              )}
            </li>
          ))}
        </ul>
      </>
    ),
  }
}

type ChangesProps = {
  language: Language
  version: Version
  versions: readonly Version[]
  changes: readonly Change[]
}

/** What a published version changed, side by side. */
export const changesPage = ({ language, version, versions, changes }: ChangesProps): Page => {
  const t = words[language]
  const title = t.changesTitle(version.number)
  const own = fill(publicPaths.version[language], { model: version.number })
  return {
    title,
    kind: 'public',
    styles: [look],
    main: (
      <>
        <Breadcrumb
          language={language}
          trail={[{ label: t.model, href: publicPaths.inForce[language] }]}
          here={title}
        />
        <h1>{title}</h1>
        <p>
          {spanText(language, version, versions)} · <a href={own}>{t.seeVersion}</a>
        </p>
        <Changes
          language={language}
          changes={changes}
          versions={{ before: version.number - 1, after: version.number }}
        />
      </>
    ),
  }
}
