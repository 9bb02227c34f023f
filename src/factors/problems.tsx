import type { Language } from '../i18n/translated.ts'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import type { Typed } from '../web/visit.ts'
import { type Problem, words } from './words.ts'

/** The sentence beside each field that needs one, and all of them in the order of the form. */
export const problemsOf = (language: Language, typed: Typed, fields: string[]) => {
  const texts: Record<string, string> = words[language].problems
  const say = (name: string) => texts[(typed.problems[name] ?? '') as Problem]
  const all = fields.flatMap((name) => {
    const text = say(name)
    return text === undefined ? [] : [{ name, text }]
  })
  return { say, summary: <ProblemSummary language={language} problems={all} /> }
}
