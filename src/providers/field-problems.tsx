import type { Language } from '../i18n/translated.ts'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import type { Typed } from '../web/visit.ts'
import { type Problem, words } from './words.ts'

/** The sentence beside each field that needs one, and all of them in the order of the form. */
export const fieldProblems = (language: Language, typed: Typed, fields: readonly string[]) => {
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
