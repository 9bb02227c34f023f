import { commonWords } from '../i18n/common-words.ts'
import type { Language } from '../i18n/translated.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { LinkButton } from '../web/components/button.tsx'
import { TextField } from '../web/components/field.tsx'
import { fieldsOf, formPage } from '../web/components/form-page.tsx'
import { Notice } from '../web/components/notice.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import { Changes, changeCounts } from './changes-view.tsx'
import type { Change } from './diff-rules.ts'
import type { Consequence } from './follow-rules.ts'
import { followLine } from './follow-views.tsx'
import { trailTo } from './form-views.tsx'
import { keepWords, paths } from './keep-words.ts'
import type { Counts } from './list-queries.ts'
import { look } from './points-view.tsx'
import type { Version } from './rules.ts'
import { words } from './words.ts'

type DraftChangesProps = { language: Language; version: Version; changes: readonly Change[] }

/** What a draft changes of the version before it. */
export const draftChangesPage = ({ language, version, changes }: DraftChangesProps): Page => {
  const title = words[language].changesTitle(version.number)
  const versions = { before: version.number - 1, after: version.number }
  return {
    title,
    kind: 'staff',
    styles: [look],
    main: (
      <>
        <Breadcrumb language={language} trail={trailTo(language, version)} here={title} />
        <h1>{title}</h1>
        <Changes language={language} changes={changes} versions={versions} />
        <p>
          <LinkButton secondary href={fill(paths.one[language], { model: version.number })}>
            {commonWords[language].back}
          </LinkButton>
        </p>
      </>
    ),
  }
}

type PublishProps = {
  language: Language
  typed: Typed
  version: Version
  changes: readonly Change[]
  consequences: readonly Consequence[]
  counts: Counts
}

/** Before a version is published: how many will be asked to commit again, what changes, and what follows. */
export const publishPage = (props: PublishProps): Page => {
  const { language, typed, version, changes, consequences, counts } = props
  const t = keepWords[language]
  const { said, field } = fieldsOf(typed, keepWords[language].problems)
  return formPage({
    ...{ language, problems: said.list, button: t.publishButton, trail: trailTo(language, version) },
    title: t.publish,
    lead: t.publishLead,
    action: fill(paths.publish[language], { model: version.number }),
    children: (
      <>
        <Notice kind="info" title={t.willAsk(counts.all - counts.committed)}>
          <p>{t.willTell}</p>
          <p>
            {changeCounts(language, changes)} ·{' '}
            <a href={fill(paths.changes[language], { model: version.number })}>{t.seeChanges}</a>
          </p>
        </Notice>
        <h2>{t.follows}</h2>
        {consequences.length === 0 ? (
          <p>{t.noFollows}</p>
        ) : (
          <ul>
            {consequences.map((one) => (
              <li>{followLine(language, one)}</li>
            ))}
          </ul>
        )}
        <TextField {...field('from')} label={t.from} hint={t.fromHint} width={12} autocomplete="off" />
      </>
    ),
  })
}
