import type { Write } from '../db/db.ts'
import { plainOf } from '../lib/markdown.ts'
import { addPages, keepShipped, lockTexts, publishShipped, readKnownHashes } from './fill-queries.ts'
import { pageKeys } from './page-list-words.ts'
import { readShippedTexts, type ShippedText } from './shipped.ts'

export const plainText = ({ title, lead, body }: { title: string; lead: string; body: string }): string =>
  [title, plainOf(lead), plainOf(body)].filter((part) => part !== '').join('\n')

/**
 * Gives the register the texts that come with the program: those that are new or have changed since the last start are
 * published where nobody has written their own. What people wrote stays, and an editor sees that the program's changed.
 * Finnish comes first, since each translation keeps which Finnish version it goes with.
 * @returns how many texts were published
 */
export const fillPages = async (
  db: Write,
  now: Date,
  texts: readonly ShippedText[] = readShippedTexts(),
): Promise<number> => {
  await lockTexts(db)
  await addPages(db, pageKeys, now)
  const known = await readKnownHashes(db)
  const fresh = texts
    .filter(({ key, language, hash }) => known.get(`${key}/${language}`) !== hash)
    .map((text) => ({ ...text, plain: plainText(text) }))
  if (fresh.length === 0) return 0
  await keepShipped(db, fresh, now)
  const finnish = fresh.filter(({ language }) => language === 'fi')
  const others = fresh.filter(({ language }) => language !== 'fi')
  const published = finnish.length > 0 ? await publishShipped(db, finnish, now) : 0
  return published + (others.length > 0 ? await publishShipped(db, others, now) : 0)
}
