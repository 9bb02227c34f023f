import { afterNoSign, findAll } from './edges.ts'

/** Lengths of account numbers by country (ISO 13616), of those whose digits alone tell enough. */
const lengths: Record<string, number> = {
  ...{
    FI: 18,
    SE: 24,
    NO: 15,
    DK: 18,
    EE: 20,
    LT: 20,
    DE: 22,
    PL: 28,
    ES: 24,
    CH: 21,
    AT: 20,
    BE: 16,
    UA: 29,
  },
  ...{ LV: 21, NL: 18, GB: 22, IE: 22, FR: 27, IT: 27, RO: 24, TR: 26, PT: 25, HU: 28, CZ: 24, SK: 24 },
}
const digitsOnly = ['FI', 'SE', 'NO', 'DK', 'EE', 'LT', 'DE', 'PL', 'ES', 'AT', 'BE', 'CZ', 'SK', 'HU', 'PT']

const shape = new RegExp(`${afterNoSign}[A-Z]{2} ?\\d{2}(?:[ -]?[A-Z\\d]){10,30}`, 'giu')

const remainder = (iban: string): number => {
  let rest = 0
  for (const sign of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(sign, 36)
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest
}

const isAccount = (written: string): boolean => {
  const compact = written.replace(/[ -]/g, '').toUpperCase()
  const length = lengths[compact.slice(0, 2)]
  if (length === undefined || compact.length < length) return false
  const iban = compact.slice(0, length)
  return (digitsOnly.includes(iban.slice(0, 2)) && /^..\d+$/.test(iban)) || remainder(iban) === 1
}

/** True when a bank account number stands in the text, with or without its spaces, or one with a typing error. */
export const holdsIban = (text: string): boolean => findAll(text, shape).some(({ found }) => isAccount(found))
