import { formatDay, type Language } from '../i18n/translated.ts'
import { dayOf } from '../lib/dates.ts'
import type { Audience, Homes } from './closed-queries.ts'
import type { Part, Row } from './part.ts'
import { words as siteWords } from './site-words.ts'
import { words } from './words.ts'

/** What a site is told of cards: from closed quarters alone, since no desk sees one card beside another. */
export const audienceParts = (
  language: Language,
  audience: readonly Audience[],
  homes: Homes | undefined,
): Part[] => {
  const [t, s] = [words[language], siteWords[language]]
  const parts: Part[] = []
  if (audience.length > 0)
    parts.push({
      id: 'audience',
      title: s.audienceTitle,
      summary: s.audience,
      header: [s.quarter, s.users, s.newAudience, s.countedOn],
      rows: audience.map(
        ({ period, asOf, users, newAudience }): Row => [
          t.periodName(period),
          users,
          newAudience,
          formatDay(language, dayOf(asOf)),
        ],
      ),
      look: 'table',
      note: t.hiddenWhy,
    })
  if (homes)
    parts.push({
      id: 'homes',
      title: s.homesTitle,
      summary: `${s.homes(t.periodName(homes.period))} ${t.asOf(dayOf(homes.asOf))}`,
      header: [s.home, s.tickets],
      rows: homes.parts.map(({ part, count }): Row => [s.homeNames[part], count]),
      look: 'bars',
      note: t.hiddenWhy,
    })
  return parts
}
