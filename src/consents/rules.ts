/** What a holder agrees to: that the card is registered, and apart from it that wellbeing is asked about. */
export type ConsentKind = 'register' | 'wellbeing'

/**
 * The words as they were said. The age of a child is the policy's, which has a date of its own.
 * @param words with `{childAge}` where the age stands
 */
export const saidWords = (words: string, childAge: number): string =>
  words.replaceAll('{childAge}', String(childAge))

/** An old consent is known by its day only; there the whole day stands for the instant. */
export type Consent = {
  kind: ConsentKind
  version: string
  /** BCP 47 or one of our own, such as `fi-simple`. Null where an import did not tell. */
  language: string | null
  givenOn: string
  givenAt: Date | null
  withdrawnAt: Date | null
  unit: string
  /** Null where the words of that version and language are not kept: an import may name any. */
  words: string | null
}

/** Whether a consent of the kind stands. */
export const hasConsent = (consents: readonly Consent[], kind: ConsentKind): boolean =>
  consents.some((consent) => consent.kind === kind && consent.withdrawnAt === null)
