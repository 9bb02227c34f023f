import { NotFound } from './errors.tsx'
import type { KnownProblems } from './openapi.ts'
import type { LocalPath } from './paths.ts'
import { generalAdvice } from './problem-advice.ts'
import { generalMessages } from './problem-words.ts'
import { page, type Route } from './route.tsx'
import { problemWords } from './words.ts'

/** Whether the same request may be sent again: the fault was not in it. */
const mayRepeat = (status: number) => status === 429 || status >= 500

const messageOf = (type: string, messages: Record<string, string>) =>
  Object.hasOwn(messages, type) ? messages[type]! : null

/**
 * Where the `type` of a refusal leads: what it means, and what to do, for the person at the till and for the one who
 * writes the calling program. @param advice of the slices, for their own refusals @param guide where the API is told of
 */
export const problemPage = (
  problems: KnownProblems,
  advice: Record<string, string>,
  guide: LocalPath,
): Route =>
  page('/problems/:type', 'public.read', async ({ language, params }) => {
    const known = Object.hasOwn(problems, params.type) ? problems[params.type] : undefined
    if (!known) throw new NotFound()
    const t = problemWords[language]
    const message = messageOf(params.type, generalMessages[language])
    const program = messageOf(params.type, { ...generalAdvice, ...advice })
    return {
      title: known.title,
      kind: 'public',
      main: (
        <>
          <p>{t.about}</p>
          <h1 lang="en">{known.title}</h1>
          <p>
            <code>{params.type}</code> · HTTP {known.status}
          </p>
          <h2>{t.atTill}</h2>
          {message && <p>{message}</p>}
          <p>{t.message}</p>
          <h2>{t.program}</h2>
          {program && <p lang="en">{program}</p>}
          <p>{mayRepeat(known.status) ? t.repeat : t.doNotRepeat}</p>
          <p>
            <a href={guide[language]}>{t.guide}</a>
          </p>
        </>
      ),
    }
  })
