import { translated } from '../i18n/translated.ts'
import { localPath } from '../web/paths.ts'

export const turnPath = localPath({ fi: '/kassa/naytto', sv: '/kassa/skarm', en: '/desk/screen' })

/** What a screen turned to the customer says of a refusal: no reason, no number, nothing to be ashamed of. */
export const turnedWords = translated({
  fi: {
    setting: 'Näyttö on käännetty asiakkaaseen päin',
    settingHint: 'Näyttö ei kerro syytä eikä lasten määrää. Henkilökunta voi katsoa syyn.',
    refused: 'Tällä kortilla ei saa nyt lippua täältä.',
    ask: 'Kysy henkilökunnalta.',
    hold: 'Pieni hetki. Henkilökunta auttaa.',
    readAgain: 'Lue kortti uudelleen.',
    give: 'Anna lippu',
    adults: 'Montako aikuista tulee?',
    title: 'Näyttö',
    turn: 'Käännä näyttö asiakkaaseen päin',
    turnBack: 'Käännä näyttö takaisin',
    show: 'Näytä syy',
    choose: 'Valitse syy',
  },
  sv: {
    setting: 'Skärmen är vänd mot kunden',
    settingHint: 'Skärmen visar varken orsaken eller antalet barn. Personalen kan se orsaken.',
    refused: 'Med det här kortet fås ingen biljett här just nu.',
    ask: 'Fråga personalen.',
    hold: 'Ett ögonblick. Personalen hjälper dig.',
    readAgain: 'Läs av kortet på nytt.',
    give: 'Ge biljetten',
    adults: 'Hur många vuxna kommer?',
    title: 'Skärmen',
    turn: 'Vänd skärmen mot kunden',
    turnBack: 'Vänd tillbaka skärmen',
    show: 'Visa orsaken',
    choose: 'Välj orsak',
  },
  en: {
    setting: 'The screen is turned to the customer',
    settingHint: 'The screen shows no reason and no number of children. The staff can look at the reason.',
    refused: 'This card gives no ticket here right now.',
    ask: 'Ask the staff.',
    hold: 'One moment. The staff will help you.',
    readAgain: 'Read the card again.',
    give: 'Give the ticket',
    adults: 'How many adults are coming?',
    title: 'Screen',
    turn: 'Turn the screen to the customer',
    turnBack: 'Turn the screen back',
    show: 'Show the reason',
    choose: 'Choose a reason',
  },
})
export type TurnedWords = (typeof turnedWords)['fi']
