import { areaScopeOf } from '../access.ts'
import { findKeptArea } from '../areas/queries.ts'
import type { Read, Write } from '../db/db.ts'
import { isHolderLanguage } from '../i18n/holder-languages.ts'
import { yearOf } from '../lib/dates.ts'
import { actorOf } from '../web/audit.ts'
import { NotFound } from '../web/errors.tsx'
import { paperFile } from '../web/paper-file.ts'
import { fill } from '../web/paths.ts'
import { action, file, type Outcome, page, type Route } from '../web/route.tsx'
import { rowId } from '../web/row-id.ts'
import type { SignedIn, Typed } from '../web/visit.ts'
import { type Draft, emptyDraft } from './content-rules.ts'
import { DraftForm, PublishForm } from './forms.ts'
import { prepare } from './making.ts'
import { brochurePaper } from './paper.ts'
import { publishPage } from './publish-view.tsx'
import { addEdition, findDraft, findEdition, listEditions, lockDraft, saveDraft } from './queries.ts'
import { currentOf, type Edition, editionKey, layoutsFor, nextName, refusalOf } from './rules.ts'
import { doneThings, draftPage } from './views.tsx'
import { findWithdrawnLike, listWithdrawals } from './withdrawal-queries.ts'
import { paths } from './words.ts'

type OnArea = { params: { area: string } }
export type Reading = SignedIn & OnArea & { db: Read }
export type Writing = SignedIn & OnArea & { db: Write }

/** An area that is not yours does not exist. @throws NotFound */
export const areaOf = async ({ db, user, params }: Reading) => {
  const area = await findKeptArea(db, areaScopeOf(user), rowId(params.area))
  if (!area) throw new NotFound()
  return area
}

const showDraft = async (visit: Reading, typed: Typed) => {
  const { db, language, today, query } = visit
  const area = await areaOf(visit)
  const done = query.get('done')
  return draftPage({
    ...{ language, typed, area },
    register: (await prepare(db, area, visit)).register,
    draft: (await findDraft(db, area)) ?? emptyDraft,
    editions: await listEditions(db, area.id),
    withdrawals: await listWithdrawals(db, area),
    year: yearOf(today),
    done: doneThings.find((one) => one === done) ?? null,
  })
}

const keepDraft = async (visit: Writing, draft: Draft): Promise<Outcome> => {
  const { db, user, language, now } = visit
  const area = await areaOf(visit)
  await saveDraft(db, area, draft, { actor: actorOf(user), now })
  const redirect = `${fill(paths.draft[language], { area: area.id })}?done=saved`
  return { redirect, subject: { area: area.id } }
}

/** The edition that the draft would make today, and the one before it. */
const readNext = async (visit: Reading, draft: Draft) => {
  const { db, today } = visit
  const area = await areaOf(visit)
  const editions = await listEditions(db, area.id)
  const current = currentOf(editions)
  const latest = current && (await findEdition(db, area.id, current))
  const { contentWith } = await prepare(db, area, visit)
  const name = nextName(editions, yearOf(today))
  const edition: Edition = { ...name, publishedOn: today, content: contentWith(draft) }
  return { area, latest, edition }
}

/** @throws NotFound for a language or a layout that is not ours */
const preview = async (visit: Reading) => {
  const { db, query } = visit
  const language = query.get('language') ?? visit.language
  if (!isHolderLanguage(language)) throw new NotFound()
  const [usual] = layoutsFor(language)
  const asked = query.get('layout') ?? usual
  // The form offers the same layouts for all languages; plain Finnish has one of its own.
  const layout = language === 'fi-simple' ? usual : layoutsFor(language).find((one) => one === asked)
  if (!layout) throw new NotFound()
  const draft = await findDraft(db, await areaOf(visit))
  const { edition } = await readNext(visit, draft ?? emptyDraft)
  return paperFile(`${language}-${layout}.pdf`, brochurePaper(edition, language, layout))
}

const showPublish = async (visit: Reading, typed: Typed) => {
  const { db, language } = visit
  const draft = await findDraft(db, await areaOf(visit))
  const { area, latest, edition } = await readNext(visit, draft ?? emptyDraft)
  const { content, year } = edition
  const refusal = refusalOf(content, year, latest)
  const withdrawn = await findWithdrawnLike(db, area, content)
  return publishPage({ language, typed, area, latest, content, name: edition, refusal, withdrawn })
}

const publish = async (visit: Writing): Promise<Outcome> => {
  const { db, user, language, now } = visit
  const draft = await lockDraft(db, await areaOf(visit))
  const { area, latest, edition } = await readNext(visit, draft ?? emptyDraft)
  const refusal = refusalOf(edition.content, edition.year, latest)
  if (refusal) return { problems: { '': refusal } }
  await addEdition(db, area, edition, { actor: actorOf(user), now })
  const redirect = `${fill(paths.draft[language], { area: area.id })}?done=published`
  return { redirect, subject: { area: area.id, edition: editionKey(edition) } }
}

export const draftRoutes: Route[] = [
  page(paths.draft, 'areas.describe', showDraft),
  action(paths.draft, 'areas.describe', DraftForm, showDraft, keepDraft),
  // What a preview shows is going to be public: it asks for no fresh proof, as files about people do.
  { ...file(paths.preview, 'areas.describe', preview), proven: false },
  page(paths.publish, 'areas.describe', showPublish),
  action(paths.publish, 'areas.describe', PublishForm, showPublish, publish),
]
