import type { Write } from '../db/db.ts'
import type { Language } from '../i18n/translated.ts'
import { queueMail } from '../mail/queries.ts'
import { fill } from '../web/paths.ts'
import { type LetterKind, letterWords } from './order-letter-words.ts'
import { listRecipients, type Order } from './order-queries.ts'
import type { DeclineReason } from './order-rules.ts'
import { paths, unitWords, words } from './order-words.ts'

/** Nobody acts on an older letter: the page tells by then. */
const lifeDays = 14

type About = { now: Date; origin: string; reason?: DeclineReason }

/** Tells those whose turn it is, or who waited for an answer. Nobody there: nobody is told, and the page waits. */
export const tell = async (
  db: Write,
  kind: LetterKind,
  whose: Parameters<typeof listRecipients>[1],
  order: Pick<Order, 'id' | 'cardType' | 'wanted' | 'unit' | 'area'>,
  { now, origin, reason }: About,
) => {
  const expiresAt = new Date(now.getTime() + lifeDays * 86_400_000)
  for (const { email, language } of await listRecipients(db, whose)) {
    const url = origin + addressOf(kind, order.id, language)
    const facts = {
      whom: order.unit ?? words[language].toStock(order.area),
      cards: unitWords[language].cards[order.cardType](order.wanted),
      url,
      ...(reason ? { reason: words[language].reasons[reason] } : {}),
    }
    const letter = letterWords[language][kind](facts)
    await queueMail(db, { kind, to: email, language, letter, now, expiresAt })
  }
}

const addressOf = (kind: LetterKind, order: number, language: Language) =>
  kind === 'order-sent' ? paths.own[language] : fill(paths.one[language], { order })
