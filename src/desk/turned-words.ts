import { translated } from '../i18n/translated.ts'

/** What a screen turned to the customer says of a refusal: no reason, no number, nothing to be ashamed of. */
export const turnedWords = translated({
  fi: {
    setting: 'Näyttö on käännetty asiakkaaseen päin',
    settingHint: 'Näyttö ei kerro syytä eikä lasten määrää. Henkilökunta voi katsoa syyn.',
    refused: 'Tällä kortilla ei saa nyt lippua täältä.',
    ask: 'Kysy henkilökunnalta.',
    show: 'Näytä syy',
    hides: 'Syy piiloutuu itsestään.',
  },
  sv: {
    setting: 'Skärmen är vänd mot kunden',
    settingHint: 'Skärmen visar varken orsaken eller antalet barn. Personalen kan se orsaken.',
    refused: 'Med det här kortet fås ingen biljett här just nu.',
    ask: 'Fråga personalen.',
    show: 'Visa orsaken',
    hides: 'Orsaken döljs av sig själv.',
  },
  en: {
    setting: 'The screen is turned to the customer',
    settingHint: 'The screen shows no reason and no number of children. The staff can look at the reason.',
    refused: 'This card gives no ticket here right now.',
    ask: 'Please ask the staff.',
    show: 'Show the reason',
    hides: 'The reason hides by itself.',
  },
})
export type TurnedWords = (typeof turnedWords)['fi']
