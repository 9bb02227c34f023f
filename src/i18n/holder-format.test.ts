import { describe, expect, test } from 'vitest'
import { formatHolderDay, formatHolderNumber, holderPlural } from './holder-format.ts'
import { type HolderLanguage, holderLanguages } from './holder-languages.ts'

const days: Record<HolderLanguage, string> = {
  ...{ fi: '4.3.2027', 'fi-simple': '4.3.2027', sv: '4.3.2027', so: '4.3.2027', se: '4.3.2027' },
  en: '4 March 2027',
  ar: '4 مارس 2027',
  ru: '4 марта 2027 г.',
  uk: '4 березня 2027 р.',
}
const numbers: Record<HolderLanguage, string> = {
  ...{ fi: '12 345', 'fi-simple': '12 345', sv: '12 345', ru: '12 345', uk: '12 345', se: '12 345' },
  ...{ en: '12,345', ar: '12,345', so: '12,345' },
}
const plainSpaces = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

test.each(holderLanguages)('days and numbers as they are written (%s)', (language) => {
  expect(plainSpaces(formatHolderDay(language, '2027-03-04'))).toBe(days[language])
  expect(plainSpaces(formatHolderNumber(language, 12_345))).toBe(numbers[language])
})

describe('counted nouns', () => {
  test.each([
    [0, '0 мест'],
    [1, '1 место'],
    [2, '2 места'],
    [5, '5 мест'],
    [11, '11 мест'],
    [21, '21 место'],
    [22, '22 места'],
    [112, '112 мест'],
  ])('Russian %i', (count, text) => {
    expect(holderPlural('ru', { one: '# место', few: '# места', many: '# мест' })(count)).toBe(text)
  })

  test.each([
    [1, '1 місце'],
    [3, '3 місця'],
    [14, '14 місць'],
    [31, '31 місце'],
  ])('Ukrainian %i', (count, text) => {
    expect(holderPlural('uk', { one: '# місце', few: '# місця', many: '# місць' })(count)).toBe(text)
  })

  test.each([
    [0, 'لا أماكن'],
    [1, 'مكان واحد'],
    [2, 'مكانان'],
    [3, '3 أماكن'],
    [11, '11 مكانًا'],
    [100, '100 مكان'],
    [103, '103 أماكن'],
  ])('Arabic %i', (count, text) => {
    const places = holderPlural('ar', {
      ...{ zero: 'لا أماكن', one: 'مكان واحد', two: 'مكانان' },
      ...{ few: '# أماكن', many: '# مكانًا', other: '# مكان' },
    })
    expect(places(count)).toBe(text)
  })

  test.each([
    [1, '1 báiki'],
    [2, '2 báikki'],
    [3, '3 báikki'],
  ])('Northern Sámi %i', (count, text) => {
    expect(holderPlural('se', { one: '# báiki', two: '# báikki', other: '# báikki' })(count)).toBe(text)
  })

  test.each([
    [1, '1 goob'],
    [7, '7 goobood'],
  ])('Somali %i', (count, text) => {
    expect(holderPlural('so', { one: '# goob', other: '# goobood' })(count)).toBe(text)
  })
})
