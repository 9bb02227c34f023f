import { may } from '../access.ts'
import type { Read, Write } from '../db/db.ts'
import type { Language } from '../i18n/translated.ts'
import { action, type Outcome, page, type Route } from '../web/route.tsx'
import type { SignedIn, Typed } from '../web/visit.ts'
import { CheckPage } from './check-view.tsx'
import { NewPage, TakeBackPage } from './form-views.tsx'
import { askedDay, PolicyForm, TakeBackForm, valuesOf } from './forms.ts'
import { addPolicy, listSourced, previewOf, takeBackPolicy } from './queries.ts'
import { addProblems, arranged, numberNames, type SourcedPolicy, yearBefore } from './rules.ts'
import { PoliciesPage } from './views.tsx'
import { paths, words } from './words.ts'

type Reading = SignedIn & { db: Read }
type Writing = SignedIn & { db: Write }

const showList = async ({ db, user, language, today, query }: Reading) => {
  const said: Record<string, string> = { added: words[language].added, back: words[language].takenBack }
  return PoliciesPage({
    language,
    today,
    policies: await listSourced(db),
    mayChange: may(user, 'policies.change'),
    asked: query.get('on'),
    askedDay: askedDay(query.get('on')),
    done: said[query.get('done') ?? ''] ?? null,
  })
}

/** The form starts with the numbers that will hold last. */
const showNew = async ({ db, language, today }: Reading, typed: Typed) => {
  const { now, coming } = arranged(await listSourced(db), today)
  const isSent = Object.keys(typed.values).length > 0
  return NewPage({
    language,
    typed: isSent ? typed : { ...typed, values: valuesOf(coming.at(-1) ?? now) },
  })
}

/** The numbers in the audit log. The source is text, and stays in the table. */
const subjectOf = (policy: SourcedPolicy) => ({
  policy: policy.validFrom,
  ...Object.fromEntries(numberNames.map((name) => [name, policy[name]])),
  phoneCard: policy.phoneCard,
})

/** Nothing is saved yet: the answer is what the numbers would have done to last year's cards. */
const check = async ({ db, language, today }: Writing, policy: SourcedPolicy): Promise<Outcome> => {
  const policies = await listSourced(db)
  const problems = addProblems(policies, policy, today)
  if (problems) return { problems }
  const span = yearBefore(today)
  const preview = await previewOf(db, span, policy)
  return {
    page: CheckPage({ language, policies, policy, span, preview }),
    subject: { ...subjectOf(policy), looked: true },
  }
}

const add = async ({ db, language, today }: Writing, policy: SourcedPolicy): Promise<Outcome> => {
  const problems = addProblems(await listSourced(db), policy, today)
  if (problems) return { problems }
  if (!(await addPolicy(db, policy))) return { problems: { from: 'from-taken' } }
  return { redirect: backTo(language, 'added'), subject: subjectOf(policy) }
}

const backTo = (language: Language, done: string) => `${paths.list[language]}?done=${done}`

const showTakeBack = async ({ db, language, today, query }: Reading, typed: Typed) => {
  const { coming } = arranged(await listSourced(db), today)
  const day = askedDay(typed.values.from ?? query.get('from'))
  const policy = coming.find(({ validFrom }) => validFrom === day) ?? null
  return TakeBackPage({ language, typed, policy })
}

const takeBack = async ({ db, language, today }: Writing, asked: { from: string }): Promise<Outcome> =>
  (await takeBackPolicy(db, asked.from, today))
    ? { redirect: backTo(language, 'back'), subject: { policy: asked.from, takenBack: true } }
    : { problems: { '': 'begun' } }

export const routes: Route[] = [
  page(paths.list, 'policies.read', showList),
  page(paths.new, 'policies.change', showNew),
  action(paths.new, 'policies.change', PolicyForm, showNew, check),
  action(paths.add, 'policies.change', PolicyForm, showNew, add),
  // What was refused there stands at this address: a reload then shows the form.
  page(paths.add, 'policies.change', showNew),
  page(paths.takeBack, 'policies.change', showTakeBack),
  action(paths.takeBack, 'policies.change', TakeBackForm, showTakeBack, takeBack),
]
