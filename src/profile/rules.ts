/** How long an answer about a forgotten password takes at least, whether the address is known or not. Milliseconds. */
export const evenAnswer = 100

/** Letters to a new address, for one account: so many at once, then as many an hour. */
export const emailLettersPerHour = 5
