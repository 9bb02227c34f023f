import type { Language } from '../i18n/translated.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { LinkButton } from '../web/components/button.tsx'
import { formPage, sayProblems } from '../web/components/form-page.tsx'
import { Notice } from '../web/components/notice.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import { ChangesSection } from './changes-view.tsx'
import { type Content, type Edition, type EditionName, printedName, type Refusal } from './rules.ts'
import { type Area, trailOf } from './views.tsx'
import { paths, words } from './words.ts'

type PublishProps = {
  language: Language
  typed: Typed
  area: Area
  content: Content
  name: EditionName
  latest: Edition | undefined
  /** Why it cannot be published as it stands. */
  refusal: Refusal | null
  /** The withdrawn edition that said the same. */
  withdrawn: EditionName | undefined
}

/** The last look before an edition that will never change: what it holds, and what is otherwise than in the last one. */
export const publishPage = (props: PublishProps): Page => {
  const { language, typed, area, content, name, latest, refusal, withdrawn } = props
  const t = words[language]
  const draft = { label: t.title, href: fill(paths.draft[language], { area: area.id }) }
  const title = t.publishTitle(printedName(name))
  const trail = [...trailOf(language, area), draft]
  if (refusal)
    return {
      title,
      kind: 'staff',
      main: (
        <>
          <Breadcrumb language={language} trail={trail} here={title} />
          <h1>{title}</h1>
          <Notice kind="warn" title={t.problems[refusal]} />
          <p>
            <LinkButton href={draft.href}>{t.goBack}</LinkButton>
          </p>
        </>
      ),
    }
  return formPage({
    ...{ language, title, trail },
    lead: t.publishLead,
    action: fill(paths.publish[language], { area: area.id }),
    problems: sayProblems(typed.problems, t.problems).list,
    button: t.publish,
    children: (
      <>
        {withdrawn && (
          <Notice kind="warn" title={t.asWithdrawn(printedName(withdrawn))}>
            <p>{t.asWithdrawnHint}</p>
          </Notice>
        )}
        <p>{t.holds(content.sites.length, content.units.length)}</p>
        {latest && <ChangesSection reader={language} before={latest} after={content} />}
      </>
    ),
  })
}
