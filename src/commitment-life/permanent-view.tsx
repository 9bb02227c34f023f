import { paths as lists } from '../commitment-lists/words.ts'
import { formatDay, type Language } from '../i18n/translated.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { LinkButton } from '../web/components/button.tsx'
import { Checkbox, Fieldset } from '../web/components/choices.tsx'
import { Empty } from '../web/components/empty.tsx'
import { TextArea } from '../web/components/field.tsx'
import { formPage, sayProblems } from '../web/components/form-page.tsx'
import { Notice } from '../web/components/notice.tsx'
import type { Page } from '../web/page.ts'
import type { Typed } from '../web/visit.ts'
import { boxOf } from './forms.ts'
import type { Pilot } from './renewal-queries.ts'
import { paths, words } from './words.ts'

type Props = { language: Language; typed: Typed; pilots: readonly Pilot[]; done: number }

/** The pilots that can become permanent, all chosen unless told otherwise, and what was decided. */
export const permanentPage = ({ language, typed, pilots, done }: Props): Page => {
  const t = words[language]
  const trail = [{ label: t.list, href: lists.list[language] }]
  const said = done > 0 && <Notice kind="ok" title={t.permanentDone(done)} />
  if (pilots.length === 0)
    return {
      title: t.permanentTitle,
      kind: 'staff',
      main: (
        <>
          <Breadcrumb language={language} trail={trail} here={t.permanentTitle} />
          {said}
          <h1>{t.permanentTitle}</h1>
          <Empty title={t.permanentNone}>
            <p>{t.permanentNoneWhy}</p>
            <LinkButton href={lists.list[language]}>{t.list}</LinkButton>
          </Empty>
        </>
      ),
    }
  const { list, at } = sayProblems(typed.problems, { ...t.refusals, ...t.problems })
  const isAgain = Object.keys(typed.values).length > 0
  return formPage({
    ...{ language, trail, title: t.permanentTitle, lead: t.permanentLead, problems: list },
    action: paths.permanent[language],
    button: t.doPermanent,
    children: (
      <>
        {said}
        <Fieldset name="commitments" label={t.permanentWhich}>
          {pilots.map(({ id, names, area, until }) => (
            <Checkbox
              name={boxOf(id)}
              label={names}
              hint={`${area} · ${t.until}: ${formatDay(language, until)}`}
              checked={isAgain ? typed.values[boxOf(id)] === 'yes' : true}
            />
          ))}
        </Fieldset>
        <TextArea
          name="reason"
          label={t.permanentReason}
          hint={t.permanentReasonHint}
          rows={2}
          value={typed.values.reason}
          problem={at('reason')}
        />
      </>
    ),
  })
}
