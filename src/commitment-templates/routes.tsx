import type { z } from 'zod'
import { may } from '../access.ts'
import { type Kind, kinds, languages } from '../commitments/rules.ts'
import type { Read, Write } from '../db/db.ts'
import { actorOf } from '../web/audit.ts'
import { NotFound } from '../web/errors.tsx'
import { fill } from '../web/paths.ts'
import { action, type Outcome, page, type Route } from '../web/route.tsx'
import type { SignedIn, Typed } from '../web/visit.ts'
import { fieldNames, suffixes, TemplateForm, type TemplateProblem } from './forms.ts'
import { findTemplate, listTemplates, listVersions, saveTemplate } from './queries.ts'
import { changesBetween, type TemplateText, writeClauses } from './rules.ts'
import { changePage, listPage, onePage } from './views.tsx'
import { paths } from './words.ts'

type OfKind = { params: { kind: string } }
type Reading = SignedIn & { db: Read }
type Writing = SignedIn & { db: Write }

const kindIn = ({ params }: OfKind): Kind => {
  const kind = kinds.find((one) => one === params.kind)
  if (!kind) throw new NotFound()
  return kind
}

const showOne = async (visit: Reading & OfKind) => {
  const { db, language, user, query } = visit
  const [template, before] = await listVersions(db, kindIn(visit))
  return onePage({
    ...{ language, template: template!, changes: before ? changesBetween(before, template!) : null },
    mayChange: may(user, 'commitment-templates.change'),
    isSaved: query.get('done') === 'saved',
  })
}

const typedOf = (text: TemplateText): Record<string, string> =>
  Object.fromEntries(
    languages.flatMap((language) => [
      [`title${suffixes[language]}`, text.title[language]],
      [`summary${suffixes[language]}`, text.summary[language]],
      [`clauses${suffixes[language]}`, writeClauses(text, language)],
    ]),
  )

const showChange = async (visit: Reading & OfKind, typed: Typed) => {
  const template = await findTemplate(visit.db, kindIn(visit))
  const isAgain = Object.keys(typed.problems).length > 0
  const inOrder = ['', ...fieldNames].filter((name) => typed.problems[name] !== undefined)
  const problems = Object.fromEntries(inOrder.map((name) => [name, typed.problems[name]!]))
  const shown = isAgain ? { ...typed, problems } : { values: typedOf(template), problems: {} }
  return changePage({ language: visit.language, template, typed: shown })
}

const change = async (
  visit: Writing & OfKind,
  { text, seen }: z.output<typeof TemplateForm>,
): Promise<Outcome> => {
  const { db, user, now, language } = visit
  const kind = kindIn(visit)
  const refuse = (problem: TemplateProblem): Outcome => ({ problems: { '': problem } })
  const template = await findTemplate(db, kind)
  if (template.version === seen && changesBetween(template, text).length === 0)
    return refuse('nothing-changed')
  const version = await saveTemplate(db, kind, text, { seen, now, actor: actorOf(user) })
  if (version === null) return refuse('changed-meanwhile')
  return { redirect: `${fill(paths.one[language], { kind })}?done=saved`, subject: { kind, version } }
}

export const routes: Route[] = [
  page(paths.list, 'commitment-templates.read', async ({ db, language }) =>
    listPage({ language, templates: await listTemplates(db) }),
  ),
  page(paths.one, 'commitment-templates.read', showOne),
  page(paths.change, 'commitment-templates.change', showChange),
  action(paths.change, 'commitment-templates.change', TemplateForm, showChange, change),
]
