/** What a contact person answers for. */
const kinds = ['organisation', 'unit', 'site'] as const
export type Kind = (typeof kinds)[number]

/** The way to reach somebody at work. One of the two is enough. */
export type Person = { name: string; email: string | null; phone: string | null }

/**
 * Why a contact person cannot be ended, or null. Every issuing organisation and every site always has a named one:
 * the last can only be replaced (Kaikukortti's instructions for issuers and sites).
 * @param current how many there are now, this one included
 */
export const endProblem = (current: number): 'last' | null => (current > 1 ? null : 'last')

/** The same person typed twice, by a double click or because the first answer was lost. */
export const isSamePerson = (one: Person, other: Person): boolean =>
  one.name === other.name && one.email === other.email && one.phone === other.phone

/** The most that one place has at a time: more names are a list of staff, and nobody's to answer. */
export const mostContacts = 10
