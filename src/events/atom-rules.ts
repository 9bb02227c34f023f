import { derivedId } from '../lib/derived-id.ts'
import { type CalendarEvent, eventUid } from './calendar-rules.ts'

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
/** XML 1.0 has no control signs at all. */
const xml = (text: string) =>
  text.replace(/(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '').replace(/[&<>"']/g, (sign) => signs[sign]!)

type Feed = {
  origin: string
  title: string
  lang: string
  /** This feed’s own address, and that of the page that shows the same. */
  self: string
  page: string
  /** When it would have changed last, were there no events. */
  since: Date
}

const entry = (origin: string, event: CalendarEvent): string =>
  [
    '<entry>',
    `<id>urn:uuid:${eventUid(origin, event.id)}</id>`,
    `<title${event.lang ? ` xml:lang="${xml(event.lang)}"` : ''}>${xml(event.name)}</title>`,
    `<updated>${event.changedAt.toISOString()}</updated>`,
    `<link rel="alternate" href="${xml(event.url)}"/>`,
    `<summary>${xml([event.when, event.location, event.text].filter(Boolean).join('\n'))}</summary>`,
    '</entry>',
  ].join('')

/** A feed of what is coming (Atom, RFC 4287). All that sources say is text in it, never markup. */
export const writeAtom = (
  { origin, title, lang, self, page, since }: Feed,
  events: readonly CalendarEvent[],
): string => {
  const updated = new Date(Math.max(since.getTime(), ...events.map(({ changedAt }) => changedAt.getTime())))
  return [
    '<?xml version="1.0" encoding="utf-8"?>\n',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xml(lang)}">`,
    `<id>urn:uuid:${derivedId(`${origin} feed ${self}`)}</id>`,
    `<title>${xml(title)}</title>`,
    `<updated>${updated.toISOString()}</updated>`,
    '<author><name>Kaiku</name></author>',
    `<link rel="self" type="application/atom+xml" href="${xml(self)}"/>`,
    `<link rel="alternate" type="text/html" href="${xml(page)}"/>`,
    ...events.map((event) => entry(origin, event)),
    '</feed>\n',
  ].join('')
}
