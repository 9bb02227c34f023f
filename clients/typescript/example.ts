// A ticket shop in ten lines: address and key from where secrets are kept, the rest from the sale at hand.
// In a program of your own the import is from 'kaiku-client'.
import { Kaiku, KaikuProblem } from './src/kaiku.ts'

const kaiku = new Kaiku({ url: process.env.KAIKU_URL!, key: process.env.KAIKU_KEY! })

export const sellFreeTicket = async (sale: { id: string; siteId: number; code: string; event: string }) => {
  const { code, siteId, event } = sale
  const { allowed, message } = await kaiku.checkCard({ code, siteId, eventId: event })
  if (!allowed) return { ticket: null, say: message.fi }
  const use = await kaiku.recordUse({ code, siteId, event, adults: 1, children: 0 }, sale.id)
  return { ticket: use.id, say: message.fi }
}

export const refund = (use: string) =>
  kaiku.cancelUse(use).catch((error: unknown) => {
    if (error instanceof KaikuProblem) return error.endUserMessage?.fi
    throw error
  })
