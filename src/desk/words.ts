import type { CardRefusal } from '../cards/rules.ts'
import { identifierWordsOf } from '../i18n/identifier-words.ts'
import { formatDay, formatTime, type Language, plural, translated } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import type { IdentifierKind } from '../lib/identifiers.ts'
import type { PlaceRefusal } from '../uses/rules.ts'
import { localPath } from '../web/paths.ts'
import type { OverrideReason } from './rules.ts'

export const paths = {
  desk: localPath({ fi: '/kassa', sv: '/kassa', en: '/desk' }),
  check: localPath({
    fi: '/kassa/tarkistus/:check',
    sv: '/kassa/kontroll/:check',
    en: '/desk/checks/:check',
  }),
  today: localPath({ fi: '/kassa/tanaan', sv: '/kassa/i-dag', en: '/desk/today' }),
  event: localPath({ fi: '/kassa/tapahtuma', sv: '/kassa/evenemang', en: '/desk/event' }),
  undo: localPath({
    fi: '/kassa/kaytot/:use/kumoa',
    sv: '/kassa/anvandningar/:use/angra',
    en: '/desk/uses/:use/undo',
  }),
}

/** Every name of what can be wrong in a form of the desk. */
export type Problem =
  | ('empty' | 'too-short' | 'too-long' | 'check' | 'not-found' | 'identity-code')
  | ('site-missing' | 'event-missing' | 'event-too-long' | 'event-card-code' | `event-${IdentifierKind}`)
  | ('amount' | 'amount-unclear' | 'too-many-tickets' | 'nothing-to-record' | 'one-adult')
  | ('children-exceed-card' | 'reason-missing' | 'undo-too-late')

/** What is said when a card gives no ticket: what it is, then what the customer can do. */
type Refused = { title: string; advice: string }
type Refusals = Record<Exclude<CardRefusal, 'card-expired'> | PlaceRefusal, Refused> & {
  'card-expired': (day: Day) => Refused
}

const refusals = (words: Refusals) => words
const reasons = (words: Record<OverrideReason, string>) => words
const problems = (words: Record<Exclude<Problem, 'children-exceed-card'>, string>) => words
const day = (language: Language, value: Day) => formatDay(language, value)
const time = (language: Language, at: Date) => formatTime(language, at)

export const words = translated({
  fi: {
    scan: 'Lue kortti',
    type: 'tai kirjoita tunnus',
    check: 'Tarkista kortti',
    meant: 'Tarkoititko tätä tunnusta?',
    checkMeant: 'Tarkista tämä tunnus',
    next: 'Lue seuraava kortti',
    again: 'Lue kortti uudelleen',
    hereToday: 'Tänään täällä',
    todayAt: (site: string) => `tänään · ${site}`,
    event: 'tapahtuma',
    valid: 'Kortti on voimassa',
    until: (last: Day) => `Voimassa ${day('fi', last)} asti`,
    soon: (days: number) =>
      days === 0
        ? 'Kortti on voimassa vielä tänään. Kerro asiakkaalle.'
        : plural('fi', {
            one: 'Kortti vanhenee # päivän päästä. Kerro asiakkaalle.',
            other: 'Kortti vanhenee # päivän päästä. Kerro asiakkaalle.',
          })(days),
    children: 'Montako lasta tulee mukaan?',
    childrenHint: (count: number, age: number) =>
      count === 0
        ? 'Kortin tiedoissa ei ole lapsia.'
        : plural('fi', {
            one: `Kortin tiedoissa on # lapsi. Lapsen pitää olla alle ${age}-vuotias.`,
            other: `Kortin tiedoissa on # lasta. Lasten pitää olla alle ${age}-vuotiaita.`,
          })(count),
    tooManyChildren: (count: number) =>
      count === 0
        ? 'Kortin tiedoissa ei ole lapsia. Kortinjakaja voi korjata määrän.'
        : plural('fi', {
            one: 'Kortin tiedoissa on # lapsi. Kortinjakaja voi korjata määrän.',
            other: 'Kortin tiedoissa on # lasta. Kortinjakaja voi korjata määrän.',
          })(count),
    reason: 'Miksi lapsia on enemmän?',
    reasons: reasons({ 'paper-card': 'Paperikortissa on enemmän lapsia', other: 'Muu syy' }),
    recordAnyway: 'Kirjaa silti',
    companions: 'Avustaja tai tulkki mukana?',
    companionsHint: 'Maksuton. Todistusta ei tarvita.',
    withCompanions: plural('fi', { one: '# avustaja tai tulkki', other: '# avustajaa tai tulkkia' }),
    community: 'Yhteisön kortti on voimassa',
    workers: 'Työntekijöitä',
    clients: (age: number) => `Alle ${age}-v. asiakkaita`,
    withClients: 'Kortti käy vain, kun mukana on asiakkaita.',
    clientsHint: 'Muilla asiakkailla on omat kortit.',
    record: 'Kirjaa käyttö',
    recordThis: 'Kirjaa:',
    adult: { one: '# aikuinen', other: '# aikuista' },
    child: { one: '# lapsi', other: '# lasta' },
    done: 'Kirjattu. Anna lippu.',
    undone: 'Kirjaus on kumottu.',
    already: 'Kortti on jo kirjattu.',
    alreadyAdvice: 'Jos määrä on väärä, kumoa kirjaus ja lue kortti uudelleen.',
    stale: 'Tarkistus on vanhentunut.',
    staleAdvice: (minutes: number) =>
      `Kortti tarkistettiin yli ${minutes} minuuttia sitten. Lue kortti uudelleen.`,
    repeat: 'Onko tämä sama kirjaus?',
    repeated: (tickets: string, at: Date, isEvent: boolean) =>
      isEvent
        ? `Tälle kortille on jo kirjattu ${tickets} tähän tapahtumaan (kirjattu klo ${time('fi', at)}).`
        : `Tälle kortille on jo kirjattu ${tickets} (kirjattu klo ${time('fi', at)}).`,
    moreAdults: 'Montako aikuisen lippua lisää?',
    moreChildren: 'Montako lapsen lippua lisää?',
    recordMore: 'Kirjaa lisäliput',
    recordNothing: 'Sama kirjaus, älä tee mitään',
    refusals: refusals({
      'card-unknown': {
        title: 'Tunnusta ei löydy.',
        advice: 'Tarkista, että kirjoitit sen oikein. Asiakas voi pyytää apua kortinjakajalta.',
      },
      'card-not-registered': {
        title: 'Korttia ei ole vielä rekisteröity.',
        advice: 'Asiakas voi pyytää kortinjakajaa rekisteröimään sen.',
      },
      'card-expired': (last) => ({
        title: `Kortin voimassaolo päättyi ${day('fi', last)}.`,
        advice: 'Sen voi uusia siellä, mistä kortin sai.',
      }),
      'card-replaced': {
        title: 'Tämän kortin tilalle on annettu uusi kortti.',
        advice: 'Pyydä asiakkaalta uusi kortti.',
      },
      'card-lost': {
        title: 'Kortti on ilmoitettu kadonneeksi.',
        advice: 'Asiakas saa uuden kortin kortinjakajalta.',
      },
      'card-blocked': {
        title: 'Kortti ei ole enää käytössä.',
        advice: 'Asiakas voi kysyä asiasta kortinjakajalta.',
      },
      'card-local-only': {
        title: 'Kortti ei käy tässä kohteessa.',
        advice: 'Kokeilussa kortti käy vain oman alueensa kohteissa.',
      },
      'site-closed': {
        title: 'Tässä kohteessa ei käy Kaikukortti tänään.',
        advice: 'Kortti käy muissa kohteissa.',
      },
      'site-paused': {
        title: 'Kaikukortin käyttö on tauolla tässä kohteessa.',
        advice: 'Kortti käy täällä taas tauon jälkeen.',
      },
    }),
    problems: problems({
      empty: 'Kirjoita kortin tunnus.',
      'too-short': 'Tunnuksesta puuttuu merkki. Kirjoita tunnus kokonaan, esimerkiksi K7PQ2-X9D4F.',
      'too-long': 'Tunnus on liian pitkä. Kirjoita vain kortin tunnus.',
      'not-found': 'Tunnusta ei löydy. Tarkista, että kirjoitit sen oikein.',
      check: 'Tunnuksessa on kirjoitusvirhe. Vertaa sitä korttiin.',
      'identity-code':
        'Tämä näyttää henkilötunnukselta. Sitä ei tallennettu. Kirjoita sen sijaan kortin tunnus.',
      'site-missing': 'Valitse ensin kohde.',
      'event-missing': 'Valitse tapahtuma, johon lippu annetaan.',
      'event-too-long': 'Nimi on liian pitkä. Lyhennä se 120 merkkiin.',
      'event-card-code': 'Tämä näyttää kortin tunnukselta. Kirjoita tapahtuman nimi.',
      ...identifierWordsOf('fi', 'event', 'Kirjoita tapahtuman nimi.'),
      amount: 'Kirjoita määrä numerona, esimerkiksi 5.',
      'amount-unclear': 'Valitse määrä uudelleen. Valittuna oli yksi luku ja kentässä toinen.',
      'too-many-tickets': 'Kerralla voi kirjata enintään 100 lippua. Tarkista määrä.',
      'nothing-to-record': 'Valitse ainakin yksi lippu.',
      'one-adult': 'Henkilökohtaisella kortilla saa yhden aikuisen lipun.',
      'reason-missing': 'Valitse syy.',
      'undo-too-late': 'Kumoamisaika on päättynyt. Pyydä apua vastuuhenkilöltä.',
    }),
    today: 'Tänään kirjatut',
    todayCount: (count: string) => `Tänään kirjatut (${count})`,
    records: 'Kirjauksia',
    adultTickets: 'Aikuisten lippuja',
    childTickets: 'Lasten lippuja',
    list: 'Kirjaukset, uusin ensin',
    onlyNewest: (count: string) => `Luettelossa on ${count} uusinta kirjausta. Summissa ovat kaikki.`,
    at: 'Aika',
    tickets: 'Liput',
    eventColumn: 'Tapahtuma',
    card: 'Kortti',
    state: 'Tila',
    tagUndone: 'Kumottu',
    tagOverride: 'Lapsia enemmän kuin tiedoissa',
    none: 'Tänään ei ole vielä kirjattu mitään',
    noneWhy: 'Ensimmäinen kirjaus näkyy tässä heti.',
    chooseEvent: 'Mihin lippu annetaan?',
    remembered: 'Valinta muistetaan tämän päivän ajan.',
    recentEvents: 'Viime aikojen tapahtumat',
    otherEvent: 'Jokin muu tapahtuma',
    eventName: 'Tapahtuman nimi',
    eventNameHint: 'Älä kirjoita tähän mitään asiakkaasta.',
    useEvent: 'Valitse tapahtuma',
    chooseSite: 'Missä kohteessa lippu annetaan?',
    otherSites: 'Vaihda kohde',
    noSites: 'Sinulla ei ole vielä kohteita',
    noSitesWhy: 'Vastuuhenkilö liittää kohteet organisaatioosi.',
  },
  sv: {
    scan: 'Läs av kortet',
    type: 'eller skriv koden',
    check: 'Kontrollera kortet',
    meant: 'Menade du den här koden?',
    checkMeant: 'Kontrollera den här koden',
    next: 'Läs av nästa kort',
    again: 'Läs av kortet på nytt',
    hereToday: 'Här i dag',
    todayAt: (site: string) => `i dag · ${site}`,
    event: 'evenemang',
    valid: 'Kortet gäller',
    until: (last: Day) => `Gäller till ${day('sv', last)}`,
    soon: (days: number) =>
      days === 0
        ? 'Kortet gäller ännu i dag. Berätta det för kunden.'
        : plural('sv', {
            one: 'Kortet går ut om # dag. Berätta det för kunden.',
            other: 'Kortet går ut om # dagar. Berätta det för kunden.',
          })(days),
    children: 'Hur många barn kommer med?',
    childrenHint: (count: number, age: number) =>
      count === 0
        ? 'I kortets uppgifter finns inga barn.'
        : plural('sv', {
            one: `I kortets uppgifter finns # barn. Barnet ska vara under ${age} år.`,
            other: `I kortets uppgifter finns # barn. Barnen ska vara under ${age} år.`,
          })(count),
    tooManyChildren: (count: number) =>
      count === 0
        ? 'I kortets uppgifter finns inga barn. Kortutdelaren kan rätta antalet.'
        : plural('sv', {
            one: 'I kortets uppgifter finns # barn. Kortutdelaren kan rätta antalet.',
            other: 'I kortets uppgifter finns # barn. Kortutdelaren kan rätta antalet.',
          })(count),
    reason: 'Varför är barnen fler?',
    reasons: reasons({ 'paper-card': 'På papperskortet står det fler barn', other: 'Annan orsak' }),
    recordAnyway: 'Registrera ändå',
    companions: 'Är en assistent eller tolk med?',
    companionsHint: 'Avgiftsfritt. Inget intyg behövs.',
    withCompanions: plural('sv', { one: '# assistent eller tolk', other: '# assistenter eller tolkar' }),
    community: 'Gemenskapens kort gäller',
    workers: 'Anställda',
    clients: (age: number) => `Klienter under ${age} år`,
    withClients: 'Kortet gäller bara när klienter är med.',
    clientsHint: 'Andra klienter har egna kort.',
    record: 'Registrera användningen',
    recordThis: 'Registrera:',
    adult: { one: '# vuxen', other: '# vuxna' },
    child: { one: '# barn', other: '# barn' },
    done: 'Registrerat. Ge kunden biljetten.',
    undone: 'Registreringen har ångrats.',
    already: 'Kortet är redan registrerat.',
    alreadyAdvice: 'Om antalet är fel, ångra registreringen och läs av kortet på nytt.',
    stale: 'Kontrollen är för gammal.',
    staleAdvice: (minutes: number) =>
      `Kortet kontrollerades för över ${minutes} minuter sedan. Läs av kortet på nytt.`,
    repeat: 'Är det samma registrering?',
    repeated: (tickets: string, at: Date, isEvent: boolean) =>
      isEvent
        ? `Redan registrerat för evenemanget med det här kortet: ${tickets} (kl. ${time('sv', at)}).`
        : `Redan registrerat med det här kortet: ${tickets} (kl. ${time('sv', at)}).`,
    moreAdults: 'Hur många vuxenbiljetter till?',
    moreChildren: 'Hur många barnbiljetter till?',
    recordMore: 'Registrera fler biljetter',
    recordNothing: 'Samma registrering, gör ingenting',
    refusals: refusals({
      'card-unknown': {
        title: 'Koden finns inte.',
        advice: 'Kontrollera att du skrev rätt. Kunden kan be kortutdelaren om hjälp.',
      },
      'card-not-registered': {
        title: 'Kortet är inte registrerat ännu.',
        advice: 'Kunden kan be den som gav kortet att registrera det.',
      },
      'card-expired': (last) => ({
        title: `Kortets giltighetstid gick ut ${day('sv', last)}.`,
        advice: 'Kortet kan förnyas där det delades ut.',
      }),
      'card-replaced': { title: 'Kortet har ersatts.', advice: 'Be kunden visa det nya kortet.' },
      'card-lost': {
        title: 'Kortet är anmält som försvunnet.',
        advice: 'Kunden får ett nytt kort av kortutdelaren.',
      },
      'card-blocked': {
        title: 'Kortet är inte längre i bruk.',
        advice: 'Kunden kan fråga kortutdelaren.',
      },
      'card-local-only': {
        title: 'Kortet gäller inte på det här stället.',
        advice: 'Under försöket gäller kortet bara på det egna områdets ställen.',
      },
      'site-closed': {
        title: 'Kaikukortet gäller inte på det här stället i dag.',
        advice: 'Kortet gäller på andra ställen.',
      },
      'site-paused': {
        title: 'Kaikukortet har paus på det här stället.',
        advice: 'Kortet gäller här igen efter pausen.',
      },
    }),
    problems: problems({
      empty: 'Skriv kortets kod.',
      'too-short': 'Det saknas ett tecken i koden. Skriv hela koden, till exempel K7PQ2-X9D4F.',
      'too-long': 'Koden är för lång. Skriv bara kortets kod.',
      'not-found': 'Koden finns inte. Kontrollera att du skrev rätt.',
      check: 'Det finns ett skrivfel i koden. Jämför den med kortet.',
      'identity-code':
        'Det här ser ut som en personbeteckning. Den sparades inte. Skriv kortets kod i stället.',
      'site-missing': 'Välj först ett besöksmål.',
      'event-missing': 'Välj vilket evenemang biljetten gäller.',
      'event-too-long': 'Namnet är för långt. Förkorta det till 120 tecken.',
      'event-card-code': 'Det här ser ut som en kortkod. Skriv evenemangets namn.',
      ...identifierWordsOf('sv', 'event', 'Skriv evenemangets namn.'),
      amount: 'Skriv antalet med siffror, till exempel 5.',
      'amount-unclear': 'Välj antalet på nytt. Ett tal var valt och ett annat stod i fältet.',
      'too-many-tickets': 'Du kan registrera högst 100 biljetter på en gång. Kontrollera antalet.',
      'nothing-to-record': 'Välj minst en biljett.',
      'one-adult': 'Ett personligt kort ger en vuxenbiljett.',
      'reason-missing': 'Välj en orsak.',
      'undo-too-late': 'Tiden för att ångra har gått ut. Be den ansvariga om hjälp.',
    }),
    today: 'Registrerat i dag',
    todayCount: (count: string) => `Registrerat i dag (${count})`,
    records: 'Registreringar',
    adultTickets: 'Vuxenbiljetter',
    childTickets: 'Barnbiljetter',
    list: 'Registreringar, den nyaste först',
    onlyNewest: (count: string) => `Listan har de ${count} nyaste registreringarna. Summorna har alla.`,
    at: 'Tid',
    tickets: 'Biljetter',
    eventColumn: 'Evenemang',
    card: 'Kort',
    state: 'Läge',
    tagUndone: 'Ångrad',
    tagOverride: 'Fler barn än i uppgifterna',
    none: 'Ingenting har registrerats i dag ännu',
    noneWhy: 'Den första registreringen syns här genast.',
    chooseEvent: 'Vad gäller biljetten?',
    remembered: 'Valet sparas för i dag.',
    recentEvents: 'Den senaste tidens evenemang',
    otherEvent: 'Något annat evenemang',
    eventName: 'Evenemangets namn',
    eventNameHint: 'Skriv ingenting om kunden här.',
    useEvent: 'Välj evenemanget',
    chooseSite: 'Vid vilket besöksmål ges biljetten?',
    otherSites: 'Byt besöksmål',
    noSites: 'Du har inga besöksmål ännu',
    noSitesWhy: 'Den ansvariga kopplar besöksmålen till din organisation.',
  },
  en: {
    scan: 'Scan the card',
    type: 'or type the code',
    check: 'Check the card',
    meant: 'Did you mean this code?',
    checkMeant: 'Check this code',
    next: 'Scan the next card',
    again: 'Scan the card again',
    hereToday: 'Here today',
    todayAt: (site: string) => `today · ${site}`,
    event: 'event',
    valid: 'The card is valid',
    until: (last: Day) => `Valid until ${day('en', last)}`,
    soon: (days: number) =>
      days === 0
        ? 'Today is the last day of this card. Tell the customer.'
        : plural('en', {
            one: 'The card expires in # day. Tell the customer.',
            other: 'The card expires in # days. Tell the customer.',
          })(days),
    children: 'How many children are coming?',
    childrenHint: (count: number, age: number) =>
      count === 0
        ? 'The register says no children.'
        : plural('en', {
            one: `The register says # child. The child must be under ${age}.`,
            other: `The register says # children. They must be under ${age}.`,
          })(count),
    tooManyChildren: (count: number) =>
      count === 0
        ? 'The register says no children. A card issuer can correct the number.'
        : plural('en', {
            one: 'The register says # child. A card issuer can correct the number.',
            other: 'The register says # children. A card issuer can correct the number.',
          })(count),
    reason: 'Why are there more children?',
    reasons: reasons({ 'paper-card': 'The paper card says more children', other: 'Another reason' }),
    recordAnyway: 'Record anyway',
    companions: 'Is an assistant or interpreter coming?',
    companionsHint: 'Free of charge. No proof is needed.',
    withCompanions: plural('en', {
      one: '# assistant or interpreter',
      other: '# assistants or interpreters',
    }),
    community: 'The community card is valid',
    workers: 'Workers',
    clients: (age: number) => `Clients under ${age}`,
    withClients: 'The card is for going together with clients only.',
    clientsHint: 'Other clients have their own cards.',
    record: 'Record the use',
    recordThis: 'Record:',
    adult: { one: '# adult', other: '# adults' },
    child: { one: '# child', other: '# children' },
    done: 'Recorded. Hand over the ticket.',
    undone: 'The record was undone.',
    already: 'This card is already recorded.',
    alreadyAdvice: 'If the number is wrong, undo the record and scan the card again.',
    stale: 'This check is too old.',
    staleAdvice: (minutes: number) =>
      `The card was checked more than ${minutes} minutes ago. Scan the card again.`,
    repeat: 'Is this the same record?',
    repeated: (tickets: string, at: Date, isEvent: boolean) =>
      isEvent
        ? `This card already has ${tickets} for this event, recorded at ${time('en', at)}.`
        : `This card already has ${tickets}, recorded at ${time('en', at)}.`,
    moreAdults: 'How many more adult tickets?',
    moreChildren: 'How many more child tickets?',
    recordMore: 'Record more tickets',
    recordNothing: 'The same record, do nothing',
    refusals: refusals({
      'card-unknown': {
        title: 'We cannot find this code.',
        advice: 'Check that it is typed correctly. The customer can ask a card issuer for help.',
      },
      'card-not-registered': {
        title: 'This card is not registered yet.',
        advice: 'The customer can ask the person who gave the card to register it.',
      },
      'card-expired': (last) => ({
        title: `The card expired on ${day('en', last)}.`,
        advice: 'It can be renewed where it was issued.',
      }),
      'card-replaced': { title: 'This card was replaced.', advice: 'Ask for the new card.' },
      'card-lost': {
        title: 'The card was reported lost.',
        advice: 'The customer can get a new one from a card issuer.',
      },
      'card-blocked': {
        title: 'The card is no longer in use.',
        advice: 'The customer can ask a card issuer about it.',
      },
      'card-local-only': {
        title: 'The card does not work at this place.',
        advice: 'In this pilot a card works only at the places of its own area.',
      },
      'site-closed': {
        title: 'This place does not take the Kaikukortti today.',
        advice: 'The card works at other places.',
      },
      'site-paused': {
        title: 'The Kaikukortti is paused at this place.',
        advice: 'The card works here again after the pause.',
      },
    }),
    problems: problems({
      empty: 'Enter the card code.',
      'too-short': 'A character is missing. Enter the whole code, for example K7PQ2-X9D4F.',
      'too-long': 'The code is too long. Enter only the card code.',
      'not-found': 'We cannot find this code. Check that it is typed correctly.',
      check: 'There is a typing error in the code. Compare it with the card.',
      'identity-code':
        'This looks like a personal identity code. It was not stored. Enter the card code instead.',
      'site-missing': 'Choose a site first.',
      'event-missing': 'Choose the event for the ticket.',
      'event-too-long': 'The name is too long. Shorten it to 120 characters.',
      'event-card-code': 'This looks like a card code. Enter the name of the event.',
      ...identifierWordsOf('en', 'event', 'Enter the name of the event.'),
      amount: 'Enter the number in digits, for example 5.',
      'amount-unclear': 'Choose the number again. One number was chosen and another was in the field.',
      'too-many-tickets': 'You can record at most 100 tickets at a time. Check the number.',
      'nothing-to-record': 'Choose at least one ticket.',
      'one-adult': 'A personal card gives one adult ticket.',
      'reason-missing': 'Choose a reason.',
      'undo-too-late': 'It is too late to undo. Ask your coordinator for help.',
    }),
    today: 'Recorded today',
    todayCount: (count: string) => `Recorded today (${count})`,
    records: 'Records',
    adultTickets: 'Adult tickets',
    childTickets: 'Child tickets',
    list: 'Records, newest first',
    onlyNewest: (count: string) => `The list shows the ${count} newest records. The sums count them all.`,
    at: 'Time',
    tickets: 'Tickets',
    eventColumn: 'Event',
    card: 'Card',
    state: 'State',
    tagUndone: 'Undone',
    tagOverride: 'More children than in the register',
    none: 'Nothing is recorded today yet',
    noneWhy: 'The first record appears here at once.',
    chooseEvent: 'What is the ticket for?',
    remembered: 'The choice is remembered for today.',
    recentEvents: 'Recent events',
    otherEvent: 'Another event',
    eventName: 'Name of the event',
    eventNameHint: 'Do not write anything about the customer here.',
    useEvent: 'Choose the event',
    chooseSite: 'At which site is the ticket given?',
    otherSites: 'Change the site',
    noSites: 'You have no sites yet',
    noSitesWhy: 'Your coordinator links the sites to your organisation.',
  },
})
