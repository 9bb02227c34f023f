import type { Language } from '../i18n/translated.ts'
import { Notice } from '../web/components/notice.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import type { Typed } from '../web/visit.ts'
import { type Done, type Problem, words } from './words.ts'

/** The sentence beside each field that needs one, and all of them in the order of the form. */
export const sentences = (language: Language, typed: Typed, fields: string[]) => {
  const say = (name: string): string | undefined => {
    const problem = typed.problems[name]
    return problem === undefined ? undefined : words[language].problems[problem as Problem]
  }
  const problems = fields.flatMap((name) => {
    const text = say(name)
    return text === undefined ? [] : [{ name, text }]
  })
  return { say, summary: <ProblemSummary language={language} problems={problems} /> }
}

const isDone = (text: string | null): text is Done => text !== null && Object.hasOwn(words.fi.done, text)

/** What was done just now, as the address says. */
export const DoneNotice = ({ language, done }: { language: Language; done: string | null }) =>
  isDone(done) ? (
    <Notice kind="ok">
      <p>{words[language].done[done]}</p>
    </Notice>
  ) : null
