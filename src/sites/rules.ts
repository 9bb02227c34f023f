/** `pop-up`: outside the networks and within its time; afterwards it is closed. */
export const siteStates = ['active', 'paused', 'closed', 'pop-up'] as const
export type SiteState = (typeof siteStates)[number]

/**
 * A postal code, Finnish or Swedish: five digits, with or without the Swedish space.
 * @returns null when it is none
 */
export const readPostalCode = (text: string): string | null => {
  const digits = text.normalize('NFKC').replace(/[\s\p{Cf}]/gu, '')
  return /^\d{5}$/.test(digits) ? digits : null
}
