/** What an area's coordinators say on its local page, in the order of that page. */
export const areaFields = ['intro', 'good-to-know', 'notice'] as const
export type AreaField = (typeof areaFields)[number]

/** The two kinds of coordinators that every area has. */
export const contactSides = ['culture', 'sote'] as const
export type ContactSide = (typeof contactSides)[number]

/** Whom the public may ask: an office with its common mailbox or number. */
export type AreaContact = { name: string; email: string | null; phone: string | null }

/** What is said of the local page once for all languages. */
export type PageFacts = {
  /** The page that a city or county keeps itself. */
  ownUrl: string | null
  noticeFrom: string | null
  noticeUntil: string | null
}

/** A notice is shown from its first through its last day; an open end never stops it. */
export const isNoticeOn = ({ noticeFrom, noticeUntil }: PageFacts, day: string): boolean =>
  (noticeFrom === null || noticeFrom <= day) && (noticeUntil === null || day <= noticeUntil)

/** A text's paragraphs: an empty line parts them. */
export const paragraphsOf = (text: string): string[] =>
  text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
