import { commonWords } from '../i18n/common-words.ts'
import type { Language } from '../i18n/translated.ts'
import { TextField } from '../web/components/field.tsx'
import { formPage, sayProblems } from '../web/components/form-page.tsx'
import { Notice } from '../web/components/notice.tsx'
import { TextArea } from '../web/components/text-area.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import type { ContactUnit } from './contact-queries.ts'
import { noteLanguages, nothingSaid } from './contact-rules.ts'
import { contactPath, contactWords } from './contact-words.ts'

const noteNames = { fi: 'noteFi', sv: 'noteSv', en: 'noteEn' } as const

type Props = {
  language: Language
  unit: ContactUnit
  /** The unit's own page, or one's own place. */
  back: { label: string; href: string }
  typed: Typed
  isDone: boolean
}

export const contactPage = ({ language, unit, back, typed, isDone }: Props): Page => {
  const t = contactWords[language]
  const { list, at } = sayProblems(typed.problems, t.problems)
  const known = unit.contact ?? nothingSaid
  const optional = commonWords[language].optional
  const field = (name: 'street' | 'phone' | 'url') => ({
    ...{ name, label: t[name], optional, problem: at(name), autocomplete: 'off' },
    value: typed.values[name] ?? known[name] ?? undefined,
  })
  return formPage({
    language,
    title: t.title,
    trail: [back],
    lead: t.lead,
    action: fill(contactPath[language], { unit: unit.id }),
    problems: list,
    button: t.save,
    children: (
      <>
        {isDone && <Notice kind="ok" title={t.saved} />}
        {!unit.isPublic && (
          <Notice kind="info" title={t.hidden}>
            <p>{t.hiddenWhy}</p>
          </Notice>
        )}
        <TextField {...field('street')} hint={t.streetHint} />
        <TextField {...field('phone')} hint={t.phoneHint} width={24} />
        <TextField {...field('url')} hint={t.urlHint} />
        {noteLanguages.map((one) => (
          <TextArea
            name={noteNames[one]}
            label={t.notes[one]}
            hint={t.noteHint}
            optional={optional}
            lang={one}
            rows={3}
            value={typed.values[noteNames[one]] ?? known.notes[one]}
            problem={at(noteNames[one])}
          />
        ))}
      </>
    ),
  })
}
