/** How the public comes to a unit: only what is the office's own, never a person's. Each part may be missing. */
export type UnitContact = {
  /** The door: street and town in one line. */
  street: string | null
  phone: string | null
  /** https */
  url: string | null
  /** When it is open, or how one books a time, in the languages that the unit has written it in. */
  notes: { fi?: string; sv?: string; en?: string }
}

export const noteLanguages = ['fi', 'sv', 'en'] as const

/** Longest note, in characters: it stands in a list. */
export const longestNote = 300

/** What is told, in one line; null for nothing. */
export const contactLine = (contact: UnitContact | null): string | null =>
  [contact?.street, contact?.phone, contact?.url, ...Object.values(contact?.notes ?? {})]
    .filter(Boolean)
    .join(' · ') || null

export const nothingSaid: UnitContact = { street: null, phone: null, url: null, notes: {} }
