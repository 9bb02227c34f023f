import type { Child } from 'hono/jsx'
import type { Language } from '../i18n/translated.ts'
import { styleSheet } from '../web/assets.ts'
import { Tag } from '../web/components/tag.tsx'
import { chapters, type Mark, numberOf, type Point, type Standing } from './rules.ts'
import { words } from './words.ts'

export const look = styleSheet(new URL('./model.css', import.meta.url))

const tags = { draft: 'wait', coming: 'wait', 'in-force': 'ok', former: 'off' } as const
export const StandingTag = ({ language, standing }: { language: Language; standing: Standing }) => (
  <Tag kind={tags[standing]}>{words[language].standings[standing]}</Tag>
)

/** Whom a point concerns, by the model's own letters, and in words. */
export const Marks = ({ language, marks }: { language: Language; marks: readonly Mark[] }) => {
  const t = words[language]
  return (
    <p class="hint">
      {t.concerns}
      {marks.map((mark) => `${t.letters[mark]} (${t.marks[mark]})`).join(', ')}
    </p>
  )
}

type PointsProps = {
  language: Language
  points: readonly Point[]
  /** What can be done with a point, for who writes it. */
  deeds?: (point: Point) => Child
}

/** The points of a version, chapter by chapter. */
export const Points = ({ language, points, deeds }: PointsProps) => (
  <>
    {chapters.map((chapter) => {
      const own = points.filter((point) => point.chapter === chapter)
      return (
        own.length > 0 && (
          <>
            <h2>
              {chapter} {words[language].chapters[chapter]}
            </h2>
            <ul class="points">
              {own.map((point) => (
                <li id={`point-${point.line}`}>
                  <h3>
                    {numberOf(point)} {point.heading[language]}
                  </h3>
                  <p>{point.text[language]}</p>
                  <Marks language={language} marks={point.marks} />
                  {deeds?.(point)}
                </li>
              ))}
            </ul>
          </>
        )
      )
    })}
  </>
)
