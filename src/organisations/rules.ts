/** Who runs issuing units and sites, by law and by custom. */
export const organisationKinds = [
  'municipality',
  'joint-authority',
  'county',
  'association',
  'parish',
  'company',
  'foundation',
  'state',
  'independent',
] as const
export type OrganisationKind = (typeof organisationKinds)[number]

const weights = [7, 9, 10, 5, 8, 4, 2]

/**
 * A Finnish business id (Y-tunnus): seven digits, a hyphen and a check digit, modulo 11 (Tax Administration, PRH).
 * An old one of six digits has a nought in front.
 * @returns the id as it is written, or null when there is no such id
 */
export const readBusinessId = (text: string): string | null => {
  const typed = text
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]/gu, '')
    .replace(/\p{Pd}/gu, '-')
  const [, digits, check] = /^(?:FI)?(\d{6,7})-?(\d)$/i.exec(typed) ?? []
  if (!digits || !check) return null
  const padded = digits.padStart(7, '0')
  const rest = weights.reduce((sum, weight, at) => sum + weight * Number(padded[at]), 0) % 11
  // A remainder of 1 would need the check digit 10: such numbers are not given out.
  if (rest === 1 || Number(check) !== (rest === 0 ? 0 : 11 - rest)) return null
  return `${padded}-${check}`
}
