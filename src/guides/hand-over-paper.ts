import { genders, lifeSituations } from '../cards/rules.ts'
import { words as cardWords } from '../cards/words.ts'
import type { Language } from '../i18n/translated.ts'
import type { Paper } from '../lib/pdf.ts'
import { handOverWords } from './hand-over-words.ts'

/**
 * The form for a card that is given away from the register: one page, with no room for anything that names a client.
 * @param unit the issuer's own, already written in; null leaves a line
 */
export const handOverPaper = (language: Language, childAge: number, unit: string | null): Paper => {
  const { title, ...t } = handOverWords[language]
  const card = cardWords[language]
  return {
    template: new URL('./hand-over.typ', import.meta.url),
    data: {
      ...{ title, lang: language, direction: 'ltr', ...t, unitName: unit },
      code: card.code,
      consent: { title: card.consentTitle, hint: card.consentHint, say: card.consentSay(childAge) },
      birthYear: { label: card.birthYear, hint: card.birthYearHint },
      postalCode: { label: card.postalCode, hint: card.postalCodeHint },
      children: { label: card.children(childAge), hint: card.childrenHint },
      life: { label: card.life, choices: lifeSituations.map((value) => card.lives[value]) },
      gender: { label: card.gender, choices: genders.map((value) => card.genders[value]) },
    },
  }
}
