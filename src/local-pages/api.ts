import { z } from 'zod'
import { findAreaLink } from '../areas/page-queries.ts'
import { contactSides } from '../areas/page-rules.ts'
import { aboutLanguages, type HolderLanguage, holderLanguages } from '../i18n/holder-languages.ts'
import { categories } from '../network/rules.ts'
import { publicPaths } from '../public-paths.ts'
import { shownText } from '../terms/rules.ts'
import { AsOf, asJson, Named } from '../web/answers.ts'
import { type Endpoint, openData } from '../web/endpoint.ts'
import { fill } from '../web/paths.ts'
import { problem } from '../web/problem.ts'
import { type LocalContent, readLocalPage } from './content.ts'
import { kindName } from './kind-words.ts'
import { orderFor } from './parts.tsx'
import { firstSaid } from './rules.ts'

const Said = z
  .object({
    text: z.string().describe('Paragraphs, parted by empty lines.'),
    language: z.enum(holderLanguages).describe('The language that it is in: another where yours is missing.'),
  })
  .nullable()
  .describe('In the words of the area’s or the site’s own; null where it says nothing.')

const Town = z
  .object({
    nameFi: z.string().describe('In Finnish.'),
    nameSv: z.string().nullable().describe('In Swedish.'),
  })
  .describe('Its municipality.')

const LocalPageAnswer = z.object({
  asOf: AsOf,
  area: Named.describe('The area.'),
  language: z.enum(holderLanguages).describe('The language that was asked for.'),
  page: z.url().describe('The page for people.'),
  embed: z.url().describe('The same for a frame on a page of yours.'),
  ownUrl: z.url().nullable().describe('The page that the city or county keeps itself.'),
  changedOn: z.iso.date().nullable().describe('When its coordinators last changed their words.'),
  notice: Said,
  intro: Said,
  goodToKnow: Said,
  municipalities: z
    .array(
      Named.extend({
        phase: z.enum(['preparing', 'pilot', 'permanent']).describe('Coming, tried or there to stay.'),
        until: z.iso.date().nullable().describe('The last day of the phase, where it has one.'),
        crossUse: z.boolean().describe('False where the card works in its own area only, both ways.'),
        preliminary: z.boolean().describe('True where the plan may still change.'),
      }),
    )
    .describe('Its municipalities.'),
  issuers: z
    .array(
      z.object({
        name: z.string().describe('The service that gives cards to its clients.'),
        kind: z.string().describe('What kind of service, in the language that was asked for.'),
        municipality: Town,
        paused: z.boolean().describe('True while it gives none.'),
        street: z.string().nullable().describe('Its door: street and town, as it tells the public.'),
        phone: z.string().nullable().describe('The number of the office.'),
        url: z.url().nullable().describe('Its own page.'),
        note: Said.describe('When it is open, or how one comes.'),
      }),
    )
    .describe('Who gives the card: those that may be told of.'),
  sites: z
    .array(
      z.object({
        id: z.number().int().describe('The id of the site.'),
        name: z.string().describe('Its name.'),
        category: z.enum(categories).describe('Its field.'),
        municipality: Town,
        paused: z.boolean().describe('True while it takes no card.'),
        coming: z.boolean().describe('True while its municipality only prepares for the card.'),
        how: Said,
      }),
    )
    .describe('Where the card takes one.'),
  contacts: z
    .array(
      z.object({
        side: z.enum(contactSides).describe('Culture, or social and health services.'),
        name: z.string().describe('The office.'),
        email: z.string().nullable().describe('Its common mailbox.'),
        phone: z.string().nullable().describe('Its number.'),
      }),
    )
    .describe('Whom the public may ask.'),
})

const tell = (content: LocalContent, language: HolderLanguage, origin: string) => {
  const { area, today, members, units, sites, words, contacts, changedOn } = content
  const at = (path: (typeof publicPaths)['localPage' | 'embeddedPage']) =>
    origin + fill(path[language], { area: area.slug })
  const said = (texts: (typeof words)['intro']) => firstSaid(texts, orderFor(language))
  const how = (site: (typeof sites)[number]) => {
    const shown = shownText(site.texts, 'how', aboutLanguages[language].falls)
    return shown && { text: shown.text, language: shown.language }
  }
  return {
    asOf: today,
    area: { id: area.id, nameFi: area.name, nameSv: area.nameSv },
    ...{ language, page: at(publicPaths.localPage), embed: at(publicPaths.embeddedPage) },
    ...{ ownUrl: area.ownUrl, changedOn },
    ...{ notice: said(words.notice), intro: said(words.intro), goodToKnow: said(words['good-to-know']) },
    municipalities: members.map(({ id, nameFi, nameSv, phase, until, crossUse, preliminary }) => ({
      ...{ id, nameFi, nameSv, phase, until, crossUse, preliminary },
    })),
    issuers: units.map(({ name, kind, nameFi, nameSv, isPaused, contact }) => ({
      ...{ name, kind: kindName(language, kind).text, municipality: { nameFi, nameSv }, paused: isPaused },
      ...{ street: contact?.street ?? null, phone: contact?.phone ?? null, url: contact?.url ?? null },
      note: said(contact?.notes),
    })),
    sites: sites.map((site) => ({
      ...{ id: site.id, name: site.name, category: site.category },
      ...{ municipality: { nameFi: site.nameFi, nameSv: site.nameSv }, paused: site.isPaused },
      ...{ coming: site.phase === 'preparing', how: how(site) },
    })),
    contacts: contactSides.flatMap((side) => {
      const contact = contacts[side]
      return contact ? [{ side, ...contact }] : []
    }),
  }
}

/** The local page of an area, for programs that show it in a look of their own. */
export const endpoints: Endpoint[] = [
  openData({
    path: '/api/v1/areas/:area/page',
    permission: 'api.read',
    summary: 'What the local page of an area says: who gives the card, where it takes one, whom to ask.',
    params: z.object({
      area: z.string().min(1).max(200).describe('The area’s name in the address of its page, or its id.'),
    }),
    query: z.object({
      language: z.enum(holderLanguages).default('fi').describe('The language of its words.'),
    }),
    answers: { 200: { what: 'The page.', schema: LocalPageAnswer } },
    run: async ({ db, today, origin, params, query }) => {
      const area = await findAreaLink(db, params.area)
      const content = area && (await readLocalPage(db, area, today))
      if (!content) throw problem('not-found')
      return asJson(tell(content, query.language, origin))
    },
  }),
]
