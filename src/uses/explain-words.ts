import { inLanguage, type Notice } from '../exceptions/rules.ts'
import { formatDay, formatTime, type Language, plural, translated } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import { resetsAt } from './limit-rules.ts'
import { limitWords, onDay } from './limit-words.ts'
import type { RecentUse, SiteLimit, UseRefusal } from './rules.ts'
import { words } from './words.ts'

/** What is so; why, by which rule; what still works; and what to do next. Never a word that shames the holder. */
export type Explained = { what: string; why: string; still: string; next: string }

export type Explainable = UseRefusal | 'card-code-malformed'

/** What of the facts the words tell. */
export type ExplainFacts = {
  card?: { validUntil: Day | null; children: number } | undefined
  recent: RecentUse | null
  exception: Notice | null
  limit: SiteLimit | null
}

/** The facts in words already. */
type Told = {
  ended: string
  children: string
  hasChildren: boolean
  earlier: string
  at: string
  limit: string
  again: string | null
  reason: string | null
  instead: string | null
}

type Words = Record<Explainable, (told: Told) => Explained>
const refusals = (said: Words) => said

const explained = translated({
  fi: refusals({
    'card-unknown': () => ({
      what: 'Tunnusta ei löydy.',
      why: 'Lippu kirjataan aina kortin omalla tunnuksella.',
      still: 'Vanhanmuotoiset ja uudet tunnukset käyvät molemmat.',
      next: 'Tarkista, että kirjoitit sen oikein. Asiakas voi pyytää apua kortinjakajalta.',
    }),
    'card-not-registered': () => ({
      what: 'Korttia ei ole vielä rekisteröity.',
      why: 'Toimintamallin mukaan kortti käy, kun se on rekisteröity Kaikukantaan.',
      still: 'Kortti käy heti rekisteröinnin jälkeen.',
      next: 'Asiakas voi pyytää kortinjakajaa rekisteröimään sen.',
    }),
    'card-expired': ({ ended }) => ({
      what: `Kortin voimassaolo päättyi ${ended}.`,
      why: 'Toimintamallin mukaan kortti on voimassa vuoden tai kokeilun loppuun.',
      still: 'Uusittu kortti käy heti. Voit myydä lipun tavalliseen tapaan, jos asiakas haluaa.',
      next: 'Sen voi uusia siellä, mistä kortin sai.',
    }),
    'card-replaced': () => ({
      what: 'Tämän kortin tilalle on annettu uusi kortti.',
      why: 'Kun asiakas saa uuden kortin, vanha ei enää käy.',
      still: 'Asiakkaan uusi kortti käy täällä.',
      next: 'Pyydä asiakkaalta uusi kortti.',
    }),
    'card-lost': () => ({
      what: 'Tämä kortti on suljettu.',
      why: 'Kortinhaltija on pyytänyt sulkemaan kortin, jotta vain hän itse saa lippuja.',
      still: 'Voit myydä lipun tavalliseen tapaan, jos asiakas haluaa.',
      next: 'Asiakas saa uuden kortin kortinjakajalta.',
    }),
    'card-blocked': () => ({
      what: 'Kortti ei ole enää käytössä.',
      why: 'Vain käytössä oleva kortti käy. Kassalla ei näytetä, mistä syystä kortti on suljettu.',
      still: 'Voit myydä lipun tavalliseen tapaan, jos asiakas haluaa.',
      next: 'Asiakas voi kysyä asiasta kortinjakajalta.',
    }),
    'card-local-only': () => ({
      what: 'Kortti ei käy tässä kohteessa.',
      why: 'Kokeilussa kortti käy vain oman alueensa kohteissa.',
      still: 'Kortti käy oman alueensa kohteissa. Voit myydä lipun tavalliseen tapaan, jos asiakas haluaa.',
      next: 'Asiakas näkee Kaikukortin sivuilta, mihin kortilla pääsee.',
    }),
    'site-closed': () => ({
      what: 'Kaikukortti ei käy tässä kohteessa tänä päivänä.',
      why: 'Kohde ei ole mukana Kaikukortissa tänä päivänä.',
      still: 'Kortti käy muissa kohteissa.',
      next: 'Jos tämä on väärin, ota yhteyttä alueen vastuuhenkilöön.',
    }),
    'site-paused': ({ reason, instead }) => ({
      what: 'Kaikukortin käyttö on tauolla tässä kohteessa.',
      why: reason ?? 'Kohteen käyttö on merkitty tauolle Kaikukantaan.',
      still: instead ?? 'Kortti käy muissa kohteissa.',
      next: 'Kortti käy täällä taas tauon jälkeen.',
    }),
    'children-exceed-card': ({ children, hasChildren }) => ({
      what: hasChildren ? `Kortin tiedoissa on ${children}.` : 'Kortin tiedoissa ei ole lapsia.',
      why: 'Rekisterissä oleva lasten määrä ratkaisee (käyttöehdot 26.2.2025).',
      still: hasChildren
        ? `Kortilla pääsee aikuinen ja enintään ${children}.`
        : 'Aikuinen ja avustaja pääsevät kortilla.',
      next: 'Kortinjakaja voi korjata määrän.',
    }),
    'children-not-on-courses': () => ({
      what: 'Kurssipaikan saa vain kortinhaltija.',
      why: 'Toimintamallin mukaan lapset pääsevät tapahtumiin, mutta eivät kursseille.',
      still: 'Kortinhaltija saa kurssipaikan. Lapset pääsevät mukaan tapahtumiin.',
      next: 'Valitse lasten määräksi 0.',
    }),
    'ticket-type-not-offered': () => ({
      what: 'Kohde ei anna tällaista lippua tai paikkaa kortilla.',
      why: 'Kohde valitsee itse, antaako se lippuja, kurssipaikkoja vai kausikortteja.',
      still: 'Kortti käy kaikkeen, mitä kohde antaa.',
      next: 'Valitse toinen vaihtoehto. Kohde voi muuttaa valintaansa omissa tiedoissaan.',
    }),
    'limit-reached': ({ limit, again }) => ({
      what: `Tässä kohteessa saa ${limit}.`,
      why: 'Kortti on jo saanut sen verran. Toimintamallin mukaan kohde voi rajata määrää.',
      still: 'Kortti käy muissa kohteissa. Voit myydä lipun tavalliseen tapaan, jos asiakas haluaa.',
      next: again ? `Seuraavan saa ${again}.` : 'Seuraavan saa toiseen tapahtumaan.',
    }),
    'duplicate-suspected': ({ earlier, at }) => ({
      what: `Tälle kortille on jo kirjattu ${earlier} (klo ${at}).`,
      why: 'Sama lippu kirjataan vain kerran, jotta tilastot pitävät paikkansa.',
      still: 'Lisää lippuja voi kirjata, jos ne ovat eri lippuja.',
      next: 'Tarkista, onko tämä sama kirjaus.',
    }),
    'recorded-in-future': () => ({
      what: 'Aika on tulevaisuudessa.',
      why: 'Käyttö kirjataan sille ajalle, jolloin kortti luettiin.',
      still: 'Käytön voi kirjata, kun laitteen kello on oikeassa.',
      next: 'Tarkista laitteen kello.',
    }),
    'recorded-too-late': () => ({
      what: 'Käytöstä on yli 30 päivää.',
      why: 'Kassalla voi kirjata käytöt viimeisten 30 päivän ajalta.',
      still: 'Käyttö lasketaan mukaan, kun se tuodaan tiedostona.',
      next: 'Lähetä se tuontitiedostossa.',
    }),
    'nothing-to-record': () => ({
      what: 'Kirjauksessa ei ole yhtään lippua.',
      why: 'Tilastoihin lasketaan annetut liput.',
      still: 'Myös pelkän lapsen tai avustajan lipun voi kirjata.',
      next: 'Kirjaa ainakin yksi lippu.',
    }),
    'card-code-malformed': () => ({
      what: 'Tämä ei ole kortin tunnus.',
      why: 'Lippu kirjataan aina kortin omalla tunnuksella.',
      still: 'Vanhanmuotoiset ja uudet tunnukset käyvät molemmat.',
      next: 'Kirjoita tunnus niin kuin se on kortissa.',
    }),
  }),
  sv: refusals({
    'card-unknown': () => ({
      what: 'Koden finns inte.',
      why: 'Biljetten registreras alltid med kortets egen kod.',
      still: 'Både gamla och nya koder gäller.',
      next: 'Kontrollera att du skrev rätt. Kunden kan be kortutdelaren om hjälp.',
    }),
    'card-not-registered': () => ({
      what: 'Kortet är inte registrerat ännu.',
      why: 'Enligt verksamhetsmodellen gäller kortet när det har registrerats i Kaikukanta.',
      still: 'Kortet gäller genast efter registreringen.',
      next: 'Kunden kan be den som gav kortet att registrera det.',
    }),
    'card-expired': ({ ended }) => ({
      what: `Kortets giltighetstid gick ut ${ended}.`,
      why: 'Enligt verksamhetsmodellen gäller kortet i ett år eller till försökets slut.',
      still: 'Ett förnyat kort gäller genast. Du kan sälja en biljett som vanligt om kunden vill.',
      next: 'Kortet kan förnyas där det delades ut.',
    }),
    'card-replaced': () => ({
      what: 'Kortet har ersatts.',
      why: 'När kunden får ett nytt kort slutar det gamla gälla.',
      still: 'Kundens nya kort gäller här.',
      next: 'Be kunden visa det nya kortet.',
    }),
    'card-lost': () => ({
      what: 'Det här kortet är stängt.',
      why: 'Kortinnehavaren har bett att kortet stängs, så att bara hen själv får biljetter.',
      still: 'Du kan sälja en biljett som vanligt om kunden vill.',
      next: 'Kunden får ett nytt kort av kortutdelaren.',
    }),
    'card-blocked': () => ({
      what: 'Kortet är inte längre i bruk.',
      why: 'Bara ett kort i bruk gäller. Kassan får inte veta varför kortet är stängt.',
      still: 'Du kan sälja en biljett som vanligt om kunden vill.',
      next: 'Kunden kan fråga kortutdelaren.',
    }),
    'card-local-only': () => ({
      what: 'Kortet gäller inte på det här stället.',
      why: 'Under försöket gäller kortet bara på det egna områdets ställen.',
      still:
        'Kortet gäller på det egna områdets ställen. Du kan sälja en biljett som vanligt om kunden vill.',
      next: 'På Kaikukortets sidor ser kunden var kortet gäller.',
    }),
    'site-closed': () => ({
      what: 'Kaikukortet gäller inte på det här stället den här dagen.',
      why: 'Stället är inte med i Kaikukortet den här dagen.',
      still: 'Kortet gäller på andra ställen.',
      next: 'Om det här är fel, kontakta områdets ansvarsperson.',
    }),
    'site-paused': ({ reason, instead }) => ({
      what: 'Kaikukortet har paus på det här stället.',
      why: reason ?? 'Stället har en paus i Kaikukanta.',
      still: instead ?? 'Kortet gäller på andra ställen.',
      next: 'Kortet gäller här igen efter pausen.',
    }),
    'children-exceed-card': ({ children, hasChildren }) => ({
      what: hasChildren ? `I kortets uppgifter finns ${children}.` : 'I kortets uppgifter finns inga barn.',
      why: 'Antalet barn i registret avgör (användarvillkoren 26.2.2025).',
      still: hasChildren
        ? `Med kortet kommer en vuxen och högst ${children} in.`
        : 'Den vuxna och en assistent kommer in med kortet.',
      next: 'Kortutdelaren kan rätta antalet.',
    }),
    'children-not-on-courses': () => ({
      what: 'Bara kortinnehavaren får en kursplats.',
      why: 'Enligt verksamhetsmodellen får barnen komma på evenemang men inte på kurser.',
      still: 'Kortinnehavaren får en kursplats. Barnen kommer med på evenemang.',
      next: 'Välj 0 som antal barn.',
    }),
    'ticket-type-not-offered': () => ({
      what: 'Stället ger inte en sådan biljett eller plats med kortet.',
      why: 'Stället väljer självt om det ger biljetter, kursplatser eller säsongskort.',
      still: 'Kortet gäller för allt som stället ger.',
      next: 'Välj ett annat alternativ. Stället kan ändra sitt val i sina uppgifter.',
    }),
    'limit-reached': ({ limit, again }) => ({
      what: `På det här stället får man ${limit}.`,
      why: 'Kortet har redan fått så många. Enligt verksamhetsmodellen kan stället begränsa antalet.',
      still: 'Kortet gäller på andra ställen. Du kan sälja en biljett som vanligt om kunden vill.',
      next: again ? `Nästa fås ${again}.` : 'Nästa fås till ett annat evenemang.',
    }),
    'duplicate-suspected': ({ earlier, at }) => ({
      what: `Redan registrerat med det här kortet: ${earlier} (kl. ${at}).`,
      why: 'Samma biljett registreras bara en gång, så att statistiken stämmer.',
      still: 'Fler biljetter kan registreras om de är andra biljetter.',
      next: 'Kontrollera om det är samma registrering.',
    }),
    'recorded-in-future': () => ({
      what: 'Tiden ligger i framtiden.',
      why: 'Användningen registreras för den tid då kortet lästes.',
      still: 'Användningen kan registreras när enhetens klocka går rätt.',
      next: 'Kontrollera enhetens klocka.',
    }),
    'recorded-too-late': () => ({
      what: 'Användningen är över 30 dagar gammal.',
      why: 'I kassan registreras användning från de senaste 30 dagarna.',
      still: 'Användningen räknas när den kommer i en fil.',
      next: 'Skicka den i en importfil.',
    }),
    'nothing-to-record': () => ({
      what: 'Registreringen har ingen biljett.',
      why: 'Statistiken räknar de biljetter som har getts.',
      still: 'Det går också att registrera bara ett barns eller en assistents biljett.',
      next: 'Registrera minst en biljett.',
    }),
    'card-code-malformed': () => ({
      what: 'Det här är inte en kortkod.',
      why: 'Biljetten registreras alltid med kortets egen kod.',
      still: 'Både gamla och nya koder gäller.',
      next: 'Skriv koden så som den står på kortet.',
    }),
  }),
  en: refusals({
    'card-unknown': () => ({
      what: 'We cannot find this code.',
      why: 'A ticket is always recorded with the card’s own code.',
      still: 'Both old and new codes work.',
      next: 'Check that it is typed correctly. The customer can ask a card issuer for help.',
    }),
    'card-not-registered': () => ({
      what: 'This card is not registered yet.',
      why: 'By the national model, a card works once it is registered in Kaikukanta.',
      still: 'The card works as soon as it is registered.',
      next: 'The customer can ask the person who gave the card to register it.',
    }),
    'card-expired': ({ ended }) => ({
      what: `The card expired on ${ended}.`,
      why: 'By the national model, a card lasts a year or until the pilot ends.',
      still: 'A renewed card works at once. You can sell a ticket as usual if the customer wishes.',
      next: 'It can be renewed where it was issued.',
    }),
    'card-replaced': () => ({
      what: 'This card was replaced by a new one.',
      why: 'When the customer gets a new card, the old one no longer works.',
      still: 'The customer’s new card works here.',
      next: 'Ask for the new card.',
    }),
    'card-lost': () => ({
      what: 'This card is closed.',
      why: 'Its holder asked to have it closed, so that nobody else gets tickets with it.',
      still: 'You can sell a ticket as usual if the customer wishes.',
      next: 'The customer can get a new card from a card issuer.',
    }),
    'card-blocked': () => ({
      what: 'The card is no longer in use.',
      why: 'Only a card in use works. The desk is not told why the card is closed.',
      still: 'You can sell a ticket as usual if the customer wishes.',
      next: 'The customer can ask a card issuer about it.',
    }),
    'card-local-only': () => ({
      what: 'The card does not work at this place.',
      why: 'In this pilot a card works only at the places of its own area.',
      still:
        'The card works at the places of its own area. You can sell a ticket as usual if the customer wishes.',
      next: 'The Kaikukortti website shows the customer where the card works.',
    }),
    'site-closed': () => ({
      what: 'This place does not take the Kaikukortti on this day.',
      why: 'The place is not part of Kaikukortti on this day.',
      still: 'The card works at other places.',
      next: 'If this is not right, contact the coordinator of the area.',
    }),
    'site-paused': ({ reason, instead }) => ({
      what: 'The Kaikukortti is paused at this place.',
      why: reason ?? 'The place is marked as paused in Kaikukanta.',
      still: instead ?? 'The card works at other places.',
      next: 'The card works here again after the pause.',
    }),
    'children-exceed-card': ({ children, hasChildren }) => ({
      what: hasChildren ? `The register says ${children}.` : 'The register says no children.',
      why: 'The number of children in the register decides (terms of use, 26 February 2025).',
      still: hasChildren
        ? `The card lets in an adult and at most ${children}.`
        : 'The adult and an assistant get in with the card.',
      next: 'A card issuer can correct the number.',
    }),
    'children-not-on-courses': () => ({
      what: 'Only the cardholder gets a course place.',
      why: 'By the national model, children come along to events but not to courses.',
      still: 'The cardholder gets a course place. The children can come along to events.',
      next: 'Choose 0 as the number of children.',
    }),
    'ticket-type-not-offered': () => ({
      what: 'The venue does not give this kind of ticket or place with the card.',
      why: 'The venue chooses itself between tickets, course places and season passes.',
      still: 'The card is good for all that the venue gives.',
      next: 'Choose something else. The venue can change its choice in its own details.',
    }),
    'limit-reached': ({ limit, again }) => ({
      what: `This place gives ${limit}.`,
      why: 'The card has already had that many. By the national model, a place may set a limit.',
      still: 'The card works at other places. You can sell a ticket as usual if the customer wishes.',
      next: again ? `The next one can be had on ${again}.` : 'The next one can be had for another event.',
    }),
    'duplicate-suspected': ({ earlier, at }) => ({
      what: `Already recorded with this card: ${earlier} (at ${at}).`,
      why: 'The same ticket is recorded only once, so that the statistics hold.',
      still: 'More tickets can be recorded if they are different tickets.',
      next: 'Check whether this is the same record.',
    }),
    'recorded-in-future': () => ({
      what: 'The time is in the future.',
      why: 'A use is recorded for the time when the card was read.',
      still: 'The use can be recorded once the clock of the device is right.',
      next: 'Check the clock of the device.',
    }),
    'recorded-too-late': () => ({
      what: 'The use is more than 30 days old.',
      why: 'A desk records uses of the last 30 days.',
      still: 'The use is counted when it comes in a file.',
      next: 'Send it in an import file.',
    }),
    'nothing-to-record': () => ({
      what: 'There is no ticket in the record.',
      why: 'The statistics count the tickets that were given.',
      still: 'A ticket for only a child or an assistant can be recorded too.',
      next: 'Record at least one ticket.',
    }),
    'card-code-malformed': () => ({
      what: 'This is not a card code.',
      why: 'A ticket is always recorded with the card’s own code.',
      still: 'Both old and new codes work.',
      next: 'Type the code as it stands on the card.',
    }),
  }),
})

const children = {
  fi: plural('fi', { one: '# lapsi', other: '# lasta' }),
  sv: plural('sv', { one: '# barn', other: '# barn' }),
  en: plural('en', { one: '# child', other: '# children' }),
}

const limitTold = (language: Language, { kind, volume, period }: SiteLimit) => {
  const { got, periods } = limitWords[language]
  return `${got[kind](volume)} ${periods[period]}`
}

const toldOf = (language: Language, { card, recent, exception, limit }: ExplainFacts): Told => {
  const again = limit && resetsAt(limit)
  return {
    ended: card?.validUntil ? formatDay(language, card.validUntil) : '',
    children: children[language](card?.children ?? 0),
    hasChildren: (card?.children ?? 0) > 0,
    earlier: recent ? words[language].tickets(recent) : '',
    at: recent ? formatTime(language, recent.usedAt) : '',
    limit: limit ? limitTold(language, limit) : '',
    again: again && onDay(language, again),
    reason: exception && inLanguage(exception.reason, language),
    instead: exception?.instead ? inLanguage(exception.instead, language) : null,
  }
}

/** A refusal in four parts, for whoever stands at the desk. */
export const explain = (language: Language, refusal: Explainable, facts: ExplainFacts): Explained =>
  explained[language][refusal](toldOf(language, facts))

/** A refusal in a line or two: what is so, and what to do next. Of an exception, also what is offered instead. */
export const refusalText = (language: Language, refusal: UseRefusal, facts: ExplainFacts): string => {
  const { what, why, still, next } = explain(language, refusal, facts)
  const isException = refusal === 'site-paused' && facts.exception !== null
  const notice = isException ? [why, ...(facts.exception!.instead ? [still] : [])] : []
  return [what, ...notice, next].join(' ')
}
