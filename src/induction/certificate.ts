import { formatDay, type Language } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import type { Paper } from '../lib/pdf.ts'
import { certificateWords } from './certificate-words.ts'
import type { InductionRole } from './lesson-rules.ts'
import { lessonsOf } from './lessons-words.ts'
import type { Induction } from './queries.ts'

type Wanted = { language: Language; name: string; role: InductionRole; induction: Induction; lastDay: Day }

/** One A4 for the worker: who, where, when, and what was gone through. */
export const certificatePaper = ({ language, name, role, induction, lastDay }: Wanted): Paper => {
  const t = certificateWords[language]
  return {
    template: new URL('./certificate.typ', import.meta.url),
    data: {
      ...{ title: t.title, lang: language, direction: 'ltr', name, did: t.did[role], from: t.from },
      facts: [
        { label: t.place, value: induction.place },
        { label: t.day, value: formatDay(language, induction.doneOn) },
        { label: t.until, value: formatDay(language, lastDay) },
      ],
      lessonsTitle: t.lessons,
      lessons: [...Object.values(lessonsOf(language, role)).map(({ title }) => title), t.practice],
      note: t.edition(induction.editionOn),
    },
  }
}
