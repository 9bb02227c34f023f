import { type Language, languages } from '../i18n/translated.ts'
import { Checkbox, Fieldset } from '../web/components/choices.tsx'
import { Select, TextField } from '../web/components/field.tsx'
import { fieldsOf, formPage } from '../web/components/form-page.tsx'
import { TextArea } from '../web/components/text-area.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import { markField } from './forms.ts'
import { keepWords, paths } from './keep-words.ts'
import { chapters, marks, numberOf, type Point, type Version } from './rules.ts'
import { words } from './words.ts'

export const trailTo = (language: Language, version?: Version) => [
  { label: keepWords[language].title, href: paths.list[language] },
  ...(version
    ? [
        {
          label: words[language].version(version.number),
          href: fill(paths.one[language], { model: version.number }),
        },
      ]
    : []),
]

const suffixes = { fi: 'Fi', sv: 'Sv', en: 'En' } as const

type PointProps = { language: Language; typed: Typed; version: Version; point: Point | null }

/** A new point, or one that is changed: what it says in each language, and whom it concerns. */
export const pointPage = ({ language, typed, version, point }: PointProps): Page => {
  const t = keepWords[language]
  const { said, field } = fieldsOf(typed, keepWords[language].problems)
  return formPage({
    ...{ language, problems: said.list, button: t.save, trail: trailTo(language, version) },
    title: point ? `${t.changePoint} ${numberOf(point)}` : t.addPoint,
    action: point
      ? fill(paths.point[language], { model: version.number, point: point.line })
      : fill(paths.addPoint[language], { model: version.number }),
    children: (
      <>
        <Select
          {...field('chapter')}
          label={t.chapter}
          options={chapters.map((chapter) => ({
            value: String(chapter),
            label: `${chapter} ${words[language].chapters[chapter]}`,
          }))}
        />
        <Fieldset name="marks" label={t.marks} problem={field('marks').problem}>
          {marks.map((mark) => (
            <Checkbox
              name={markField(mark)}
              label={t.markNames[mark]}
              checked={field(markField(mark)).value === 'yes'}
            />
          ))}
        </Fieldset>
        {languages.map((one) => (
          <>
            <TextField
              {...field(`heading${suffixes[one]}`)}
              label={t.headings[one]}
              lang={one}
              autocomplete="off"
            />
            <TextArea
              {...field(`text${suffixes[one]}`)}
              label={t.texts[one]}
              rows={4}
              lang={one}
              {...(one === 'fi' ? { hint: t.textHint } : {})}
            />
          </>
        ))}
      </>
    ),
  })
}

type RemoveProps = { language: Language; typed: Typed; version: Version; point: Point }

/** Asks before a point goes out of a draft: its texts in three languages go with it. */
export const removePage = ({ language, typed, version, point }: RemoveProps): Page => {
  const t = keepWords[language]
  return formPage({
    ...{ language, button: t.removeSure, trail: trailTo(language, version), title: t.removeAsk },
    problems: fieldsOf(typed, keepWords[language].problems).said.list,
    lead: `${numberOf(point)} ${point.heading[language]}. ${t.removeLead}`,
    action: fill(paths.remove[language], { model: version.number, point: point.line }),
    children: <input type="hidden" name="sure" value="yes" />,
  })
}
