/** Of which country a postal code is, as far as the way it is written tells. */
export type Country = 'FI' | 'SE'

const invisible = /\p{Cf}/gu
const prefixed = /^(FIN?|AX|SE?)[\s-]*\d/i
/** Haparanda, 953 xx: the Swedish town that uses the card. Its codes are written in two parts. */
const haparandaApart = /^953[\s]\d\d$/

/**
 * The country that a written postal code names, by a prefix or by Haparanda's own two parts; null when the digits
 * alone are there. `95330` is Tervola in Finland, `953 30` is Haparanda.
 */
export const countryOf = (typed: string): Country | null => {
  const text = typed.normalize('NFKC').replace(invisible, '').trim()
  const prefix = prefixed.exec(text)?.[1]?.toUpperCase()
  if (prefix !== undefined) return prefix.startsWith('S') ? 'SE' : 'FI'
  return haparandaApart.test(text) ? 'SE' : null
}

/** The Swedish codes are not on the Finnish list: a rule of ours (docs/decisions/0018-postal-codes.md). */
export const haparanda = { code: '2583', name: 'Haaparanta', prefix: '953' } as const

/** The municipality where somebody lives, as the postal code tells it. */
export type Home = {
  /** Null when the register does not have the municipality. */
  municipalityId: number | null
  nameFi: string
  nameSv: string | null
  /** In the network that day, or served by the area all the same. */
  isServed: boolean
}

/** `isListed` is false in a register that has no postal codes at all: it has nothing to ask by. */
export type FoundHome = { isListed: boolean; home: Home | null }
export type HomeQuestion = 'home-unknown' | 'home-outside'

/** What is asked about a home, or null. A question only: the issuer knows better than any list. */
export const homeQuestion = ({ isListed, home }: FoundHome): HomeQuestion | null => {
  if (!isListed) return null
  if (home === null) return 'home-unknown'
  return home.isServed ? null : 'home-outside'
}
