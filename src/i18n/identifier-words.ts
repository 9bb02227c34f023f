import type { IdentifierKind } from '../lib/identifiers.ts'
import { type Language, translated } from './translated.ts'

/** What was noticed, without a word of the text itself. */
const noticed = translated<Record<IdentifierKind, string>>({
  fi: {
    'identity-code': 'Tekstissä näyttää olevan henkilötunnus. Sitä ei tallennettu.',
    phone: 'Tekstissä näyttää olevan puhelinnumero. Sitä ei tallennettu.',
    'e-mail': 'Tekstissä näyttää olevan sähköpostiosoite. Sitä ei tallennettu.',
    iban: 'Tekstissä näyttää olevan tilinumero. Sitä ei tallennettu.',
    'street-address': 'Tekstissä näyttää olevan katuosoite. Sitä ei tallennettu.',
    'birth-date': 'Tekstissä näyttää olevan syntymäaika. Sitä ei tallennettu.',
  },
  sv: {
    'identity-code': 'Texten verkar innehålla en personbeteckning. Den sparades inte.',
    phone: 'Texten verkar innehålla ett telefonnummer. Det sparades inte.',
    'e-mail': 'Texten verkar innehålla en e-postadress. Den sparades inte.',
    iban: 'Texten verkar innehålla ett kontonummer. Det sparades inte.',
    'street-address': 'Texten verkar innehålla en gatuadress. Den sparades inte.',
    'birth-date': 'Texten verkar innehålla ett födelsedatum. Det sparades inte.',
  },
  en: {
    'identity-code': 'There seems to be a personal identity code in the text. It was not stored.',
    phone: 'There seems to be a phone number in the text. It was not stored.',
    'e-mail': 'There seems to be an e-mail address in the text. It was not stored.',
    iban: 'There seems to be a bank account number in the text. It was not stored.',
    'street-address': 'There seems to be a street address in the text. It was not stored.',
    'birth-date': 'There seems to be a birth date in the text. It was not stored.',
  },
})

const again = translated({
  fi: 'Kirjoita teksti uudelleen ilman sitä.',
  sv: 'Skriv texten på nytt utan den uppgiften.',
  en: 'Write the text again without it.',
})

const ending = (language: Language, prefix: string, then: string) =>
  Object.fromEntries(
    Object.entries(noticed[language]).map(([kind, text]) => [`${prefix}${kind}`, `${text} ${then}`]),
  )

/**
 * The words of a form's problems for each kind of personal identifier in a text.
 * @param then what to do; else to write the text again
 */
export const identifierWords = (language: Language, then = again[language]) =>
  ending(language, '', then) as Record<IdentifierKind, string>

/**
 * The same for a field whose problems carry its name: `event-phone`.
 * @param then what to write instead
 */
export const identifierWordsOf = <Field extends string>(language: Language, field: Field, then: string) =>
  ending(language, `${field}-`, then) as Record<`${Field}-${IdentifierKind}`, string>
