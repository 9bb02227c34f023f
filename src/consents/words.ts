import { lifePaths } from '../cards/life-words.ts'
import { formatDay, formatTime, type Language, translated } from '../i18n/translated.ts'
import { dayOf } from '../lib/dates.ts'
import { localPath } from '../web/paths.ts'
import type { ConsentKind } from './rules.ts'

export const paths = {
  consents: localPath({
    fi: '/kortti/:card/suostumukset',
    sv: '/kort/:card/samtycken',
    en: '/card/:card/consents',
  }),
  withdrawWellbeing: localPath({
    fi: '/kortti/:card/suostumukset/peru-kysymykset',
    sv: '/kort/:card/samtycken/ta-tillbaka-fragor',
    en: '/card/:card/consents/withdraw-questions',
  }),
  withdrawRegister: localPath({
    fi: '/kortti/:card/suostumukset/peru-kortti',
    sv: '/kort/:card/samtycken/ta-tillbaka-kort',
    en: '/card/:card/consents/withdraw-card',
  }),
}

/** The page of one card, which the pages about it lead back to. */
export const cardPage = lifePaths.card

const kinds = (words: Record<ConsentKind, string>) => words
const at = (language: Language, instant: Date) =>
  `${formatDay(language, dayOf(instant))} ${formatTime(language, instant)}`

export const words = translated({
  fi: {
    title: 'Suostumukset',
    lead: 'Asiakas voi perua suostumuksensa milloin vain. Syytä ei kysytä.',
    kinds: kinds({ register: 'Kortin rekisteröinti', wellbeing: 'Hyvinvointikysymykset' }),
    state: 'Tila',
    stands: 'Voimassa',
    withdrawn: (instant: Date) => `Peruttu ${at('fi', instant)}`,
    given: 'Annettu',
    instant: (instant: Date) => at('fi', instant),
    day: (day: string) => formatDay('fi', day),
    language: 'Kieli',
    unknown: 'Ei tiedossa',
    version: 'Tekstin versio',
    unit: 'Kysynyt',
    showWords: 'Näytä, mitä kysyttiin',
    noWords: 'Tämän version sanat eivät ole tallessa.',
    none: 'Suostumuksia ei ole kirjattu',
    noneText: 'Kortti on tuotu muualta, eikä suostumuksia ole kerrottu.',
    withdraw: 'Peru suostumus',
    toCard: 'Takaisin korttiin',
    doneWellbeing: 'Suostumus on peruttu ja vastaukset poistettu',
    doneWellbeingText: 'Kortti toimii niin kuin ennenkin.',
    doneRegister: 'Suostumus on peruttu ja kortti suljettu',
    doneRegisterText: 'Kortilla ei enää saa lippuja. Ota kortti asiakkaalta, jos hän haluaa luopua siitä.',
    askWellbeing: 'Perutaanko suostumus kysymyksiin?',
    askWellbeingText:
      'Poistamme kaikki asiakkaan vastaukset heti, myös aiempien korttien. Niitä ei saa takaisin. Kortti toimii edelleen.',
    doWellbeing: 'Peru ja poista vastaukset',
    askRegister: 'Perutaanko suostumus ja suljetaanko kortti?',
    askRegisterText:
      'Kortti lakkaa toimimasta heti, eikä sitä voi avata uudelleen. Poistamme myös vastaukset hyvinvointikysymyksiin.',
    askRegisterThen: 'Jos asiakas muuttaa mielensä, hän voi saada uuden kortin.',
    doRegister: 'Peru ja sulje kortti',
  },
  sv: {
    title: 'Samtycken',
    lead: 'Klienten kan ta tillbaka sitt samtycke när som helst. Ingen orsak frågas.',
    kinds: kinds({ register: 'Registrering av kortet', wellbeing: 'Frågor om välbefinnande' }),
    state: 'Läge',
    stands: 'I kraft',
    withdrawn: (instant: Date) => `Taget tillbaka ${at('sv', instant)}`,
    given: 'Gett',
    instant: (instant: Date) => at('sv', instant),
    day: (day: string) => formatDay('sv', day),
    language: 'Språk',
    unknown: 'Okänt',
    version: 'Textens version',
    unit: 'Frågades av',
    showWords: 'Visa vad som frågades',
    noWords: 'Den här versionens ord finns inte sparade.',
    none: 'Inga samtycken är antecknade',
    noneText: 'Kortet kommer från ett annat system, och inga samtycken har meddelats.',
    withdraw: 'Ta tillbaka samtycket',
    toCard: 'Tillbaka till kortet',
    doneWellbeing: 'Samtycket är taget tillbaka och svaren raderade',
    doneWellbeingText: 'Kortet fungerar som förut.',
    doneRegister: 'Samtycket är taget tillbaka och kortet stängt',
    doneRegisterText: 'Kortet ger inte längre biljetter. Ta emot kortet om klienten vill lämna det.',
    askWellbeing: 'Ta tillbaka samtycket till frågorna?',
    askWellbeingText:
      'Vi raderar genast alla klientens svar, också för tidigare kort. De kan inte återställas. Kortet fungerar fortfarande.',
    doWellbeing: 'Ta tillbaka och radera svaren',
    askRegister: 'Ta tillbaka samtycket och stänga kortet?',
    askRegisterText:
      'Kortet slutar fungera genast och kan inte öppnas igen. Vi raderar också svaren på frågorna om välbefinnande.',
    askRegisterThen: 'Om klienten ändrar sig kan hen få ett nytt kort.',
    doRegister: 'Ta tillbaka och stäng kortet',
  },
  en: {
    title: 'Consents',
    lead: 'The client can withdraw a consent at any time. No reason is asked.',
    kinds: kinds({ register: 'Registration of the card', wellbeing: 'Wellbeing questions' }),
    state: 'State',
    stands: 'In force',
    withdrawn: (instant: Date) => `Withdrawn ${at('en', instant)}`,
    given: 'Given',
    instant: (instant: Date) => at('en', instant),
    day: (day: string) => formatDay('en', day),
    language: 'Language',
    unknown: 'Not known',
    version: 'Version of the text',
    unit: 'Asked by',
    showWords: 'Show what was asked',
    noWords: 'The words of this version are not kept.',
    none: 'No consents are recorded',
    noneText: 'The card comes from another system, and no consents were told.',
    withdraw: 'Withdraw the consent',
    toCard: 'Back to the card',
    doneWellbeing: 'The consent is withdrawn and the answers deleted',
    doneWellbeingText: 'The card works as before.',
    doneRegister: 'The consent is withdrawn and the card closed',
    doneRegisterText: 'The card gives no more tickets. Take it if the client wants to give it up.',
    askWellbeing: 'Withdraw the consent to the questions?',
    askWellbeingText:
      'We delete all of the client’s answers at once, of earlier cards too. They cannot be restored. The card keeps working.',
    doWellbeing: 'Withdraw and delete the answers',
    askRegister: 'Withdraw the consent and close the card?',
    askRegisterText:
      'The card stops working at once and cannot be opened again. We also delete the answers to the wellbeing questions.',
    askRegisterThen: 'If the client has second thoughts, they can get a new card.',
    doRegister: 'Withdraw and close the card',
  },
})
