import { z } from 'zod'
import { limitPeriods } from '../uses/limit-rules.ts'
import { useKinds } from '../uses/rules.ts'
import { asJson, Id } from '../web/answers.ts'
import { type Endpoint, openData } from '../web/endpoint.ts'
import { problem } from '../web/problem.ts'
import { readTerms } from './queries.ts'
import { isOutdated, linkKinds, type Texts, textFields, translations } from './rules.ts'

const Said = z
  .object({
    fi: z.string().describe('In Finnish.'),
    sv: z.string().nullable().describe('In Swedish, where it is translated.'),
    en: z.string().nullable().describe('In English, where it is translated.'),
    outdated: z.array(z.enum(translations)).describe('Translations older than the Finnish text.'),
  })
  .nullable()
  .describe('In the site’s own words; null where it says nothing.')

const OffersAnswer = z.object({
  siteId: z.number().int().describe('The site.'),
  kinds: z.array(z.enum(useKinds)).describe('What the site gives with the card: all else is refused there.'),
  texts: z
    .object(Object.fromEntries(textFields.map((field) => [field, Said])))
    .describe('What the site says of each matter.'),
  courses: z
    .object({
      perCard: z.number().int().describe('How many places on courses one card gets in a period.'),
      period: z.enum(limitPeriods).describe('In what time.'),
    })
    .nullable()
    .describe('Null where the site says nothing of courses.'),
  courseFee: z
    .object({
      highestCents: z
        .number()
        .int()
        .describe('The highest fee of a course that is free with the card, in cents.'),
      excessByHolder: z.boolean().describe('Whether the holder may pay what goes over.'),
    })
    .nullable()
    .describe('Null where the site has no highest fee.'),
  links: z
    .object(
      Object.fromEntries(
        linkKinds.map((kind) => [kind, z.url().nullable().describe('Null where there is none.')]),
      ),
    )
    .describe('Pages of the site.'),
})

const saidOf = (texts: Texts, field: (typeof textFields)[number]) => {
  const fi = texts[field]?.fi?.text
  if (fi === undefined) return null
  const { sv, en } = texts[field]!
  const outdated = translations.filter((to) => isOutdated(texts, field, to))
  return { fi, sv: sv?.text ?? null, en: en?.text ?? null, outdated }
}

/** What the card covers at a site, as the site itself has said it. */
export const endpoints: Endpoint[] = [
  openData({
    path: '/api/v1/sites/:id/offers',
    permission: 'api.read',
    summary: 'What the card covers at a site: tickets, courses and limits, in the site’s own words.',
    params: z.object({ id: Id.describe('The id of the site.') }),
    answers: {
      200: { what: 'What the site has said; null where it has said nothing.', schema: OffersAnswer },
    },
    run: async ({ db, today, params: { id } }) => {
      const terms = await readTerms(db, id, today)
      if (!terms) throw problem('not-found')
      const { feeCents, excessByHolder } = terms.courses
      const limit = terms.limits['course-place']
      return asJson({
        siteId: id,
        kinds: terms.kinds,
        texts: Object.fromEntries(textFields.map((field) => [field, saidOf(terms.texts, field)])),
        courses: limit ? { perCard: limit.volume, period: limit.period } : null,
        courseFee: feeCents === null ? null : { highestCents: feeCents, excessByHolder },
        links: Object.fromEntries(linkKinds.map((kind) => [kind, terms.links[kind] ?? null])),
      })
    },
  }),
]
