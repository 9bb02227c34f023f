import type { z } from 'zod'
import type { Read, Write } from '../db/db.ts'
import { holderLanguages, isHolderLanguage } from '../i18n/holder-languages.ts'
import { actorOf } from '../web/audit.ts'
import { fill } from '../web/paths.ts'
import { action, type Outcome, page, type Route } from '../web/route.tsx'
import type { SignedIn, Typed } from '../web/visit.ts'
import { PageForm, TextForm } from './page-forms.ts'
import {
  findAreaContacts,
  findAreaLink,
  findPageFacts,
  findWords,
  saveAreaContact,
  savePageFacts,
  saveWords,
} from './page-queries.ts'
import { areaFields, contactSides } from './page-rules.ts'
import { embedPage, factsPage, textPage } from './page-views.tsx'
import { areaOf } from './routes.tsx'
import { paths } from './words.ts'

type OnArea = { params: { area: string } }
type Reading = SignedIn & { db: Read } & OnArea
type Writing = SignedIn & { db: Write } & OnArea

/** The kept area with its public address. */
const linkOf = async (visit: Reading) => {
  const { id } = await areaOf(visit)
  return (await findAreaLink(visit.db, String(id)))!
}

const showText = async (visit: Reading, typed: Typed) => {
  const area = await linkOf(visit)
  const asked = typed.values.language ?? visit.query.get('language') ?? undefined
  const writing = isHolderLanguage(asked) ? asked : visit.language
  return textPage({
    ...{ language: visit.language, typed, area, writing },
    saved: holderLanguages.find((one) => one === visit.query.get('saved')) ?? null,
    words: await findWords(visit.db, area.id),
  })
}

const keepText = async (visit: Writing, form: z.output<typeof TextForm>): Promise<Outcome> => {
  const { db, user, now } = visit
  const area = await areaOf(visit)
  for (const field of areaFields) {
    const words = { field, language: form.language, text: form[field] }
    await saveWords(db, area, words, { actor: actorOf(user), now })
  }
  const at = (path: (typeof paths)['text' | 'area']) => fill(path[visit.language], { area: area.id })
  const redirect = form.next
    ? `${at(paths.text)}?language=${form.next}&saved=${form.language}`
    : `${at(paths.area)}?done=text`
  return { redirect, subject: { area: area.id } }
}

const showFacts = async (visit: Reading, typed: Typed) => {
  const area = await linkOf(visit)
  return factsPage({
    ...{ language: visit.language, typed, area },
    facts: await findPageFacts(visit.db, area.id),
    contacts: await findAreaContacts(visit.db, area.id),
  })
}

const keepFacts = async (
  visit: Writing,
  { facts, contacts }: z.output<typeof PageForm>,
): Promise<Outcome> => {
  const { db, user, now } = visit
  const area = await areaOf(visit)
  const by = { actor: actorOf(user), now }
  await savePageFacts(db, area, facts, by)
  for (const side of contactSides) await saveAreaContact(db, area, side, contacts[side], by)
  const redirect = `${fill(paths.area[visit.language], { area: area.id })}?done=page`
  return { redirect, subject: { area: area.id } }
}

const showEmbed = async (visit: Reading) =>
  embedPage({ language: visit.language, area: await linkOf(visit), origin: visit.origin })

/** Where an area's coordinators keep its local page. */
export const routes: Route[] = [
  page(paths.text, 'areas.describe', showText),
  action(paths.text, 'areas.describe', TextForm, showText, keepText),
  page(paths.page, 'areas.describe', showFacts),
  action(paths.page, 'areas.describe', PageForm, showFacts, keepFacts),
  page(paths.embed, 'areas.describe', showEmbed),
]
