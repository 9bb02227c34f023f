import { NotFound } from './errors.tsx'
import { page, type Route } from './route.tsx'
import { problemWords } from './words.ts'

type Known = Record<string, { status: number; title: string }>

/** Where the `type` of a refusal leads: what it means, for the person who writes the calling program. */
export const problemPage = (problems: Known): Route =>
  page('/problems/:type', 'public.read', async ({ language, params }) => {
    const known = Object.hasOwn(problems, params.type) ? problems[params.type] : undefined
    if (!known) throw new NotFound()
    const t = problemWords[language]
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
          <p>{t.message}</p>
        </>
      ),
    }
  })
