import { aboutLanguages } from '../i18n/holder-languages.ts'
import type { Language } from '../i18n/translated.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { LinkButton, PostButton } from '../web/components/button.tsx'
import { formPage, sayProblems } from '../web/components/form-page.tsx'
import { Notice } from '../web/components/notice.tsx'
import { SummaryList } from '../web/components/summary-list.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import type { Change } from './change-rules.ts'
import { trailTo } from './content-views.tsx'
import type { Version } from './edit-queries.ts'
import { editLook } from './edit-views.tsx'
import { editWords, paths, problemTexts } from './edit-words.ts'
import type { Kept } from './editing.ts'
import { Changes, moment, StateTag, saverOf } from './history-views.tsx'
import { stateAt } from './rules.ts'
import { versionWords } from './version-words.ts'

type VersionPageProps = {
  language: Language
  kept: Kept
  version: Version
  /** Since the version before it; null where there is none. */
  changes: readonly Change[] | null
  now: Date
}

/** One version: what it changed, and what can be done with it. */
export const versionPage = ({ language, kept, version, changes, now }: VersionPageProps): Page => {
  const t = editWords[language]
  const v = versionWords[language]
  const own = kept.versions.filter((one) => one.language === version.language)
  const state = stateAt(version, own, now)
  const ids = { content: kept.content.id, version: version.id }
  const { tag, name, direction } = aboutLanguages[version.language]
  const isNewest = own[0]?.id === version.id
  return {
    title: `${kept.title}, ${v.version(version.id)}`,
    kind: 'staff',
    styles: [editLook],
    main: (
      <>
        <Breadcrumb
          language={language}
          trail={[
            ...trailTo(language, kept),
            {
              label: name,
              href: fill(paths.edit[language], { content: kept.content.id, edition: version.language }),
            },
          ]}
          here={v.version(version.id)}
        />
        <h1>
          {kept.title}, {v.version(version.id)}
        </h1>
        <SummaryList
          rows={[
            { label: t.state, value: <StateTag language={language} state={state} /> },
            { label: t.language, value: name },
            { label: v.savedAt, value: moment(language, version.madeAt) },
            { label: v.by, value: saverOf(language, version) },
            ...(version.publishAt ? [{ label: v.shownAt, value: moment(language, version.publishAt) }] : []),
          ]}
        />
        <div class="row buttons">
          <LinkButton secondary href={fill(paths.preview[language], ids)}>
            {v.previewTitle}
          </LinkButton>
          {!isNewest && (
            <PostButton secondary action={fill(paths.version[language], ids)}>
              {v.restore}
            </PostButton>
          )}
          {(state === 'shown' || state === 'scheduled') && (
            <LinkButton secondary href={fill(paths.withdraw[language], ids)}>
              {state === 'shown' ? v.withdraw : v.unschedule}
            </LinkButton>
          )}
        </div>
        <h2>{v.whatChanged}</h2>
        {changes === null ? (
          <p>{v.firstVersion}</p>
        ) : (
          <div lang={tag} dir={direction}>
            <Changes language={language} changes={changes} />
          </div>
        )}
      </>
    ),
  }
}

/** Asked once more, since everybody sees what follows. */
export const withdrawPage = (
  language: Language,
  kept: Kept,
  { version, isShown, typed }: { version: Version; isShown: boolean; typed: Typed },
): Page => {
  const v = versionWords[language]
  const ids = { content: kept.content.id, version: version.id }
  const said = sayProblems(typed.problems, problemTexts(language))
  return formPage({
    language,
    title: isShown ? v.withdrawAsk(version.title) : v.unscheduleAsk(version.title),
    trail: [
      ...trailTo(language, kept),
      { label: v.version(version.id), href: fill(paths.version[language], ids) },
    ],
    lead: isShown ? v.withdrawText : v.unscheduleText,
    action: fill(paths.withdraw[language], ids),
    problems: said.list,
    button: isShown ? v.withdraw : v.unschedule,
    children: null,
  })
}

type BannerProps = { language: Language; version: Version; isShown: boolean }

/** Above a page that only its editors see so: what it is, and the way back. */
export const PreviewBanner = ({ language, version, isShown }: BannerProps) => {
  const v = versionWords[language]
  const { contentId, language: edition } = version
  return (
    <div lang={language} dir="ltr">
      <Notice kind="info" title={v.previewTitle}>
        <p>{isShown ? v.previewShown : v.previewText}</p>
        <p>
          <a href={fill(paths.edit[language], { content: contentId, edition })}>{v.backToEdit}</a>
        </p>
      </Notice>
    </div>
  )
}
