import { formatDay, type Language, plural, translated } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import { localPath } from '../web/paths.ts'
import { type DropReason, waitDays } from './rules.ts'

export const paths = {
  list: localPath({ fi: '/odottavat', sv: '/vantande', en: '/waiting' }),
  kept: localPath({
    fi: '/kohteet-yllapito/:site/odottavat',
    sv: '/stallen-underhall/:site/vantande',
    en: '/places-upkeep/:site/waiting',
  }),
}

const day = (language: Language, value: Day) => formatDay(language, value)
const reasons = (words: Record<DropReason, string>) => words

export const words = translated({
  fi: {
    title: 'Odottavat liput',
    lead: 'Nämä liput on annettu ennen kuin kortti on rekisteröity. Ne eivät vielä näy tilastoissa.',
    waiting: 'Odottavat rekisteröintiä',
    noneWaiting: 'Mikään lippu ei odota nyt',
    noneWhy: 'Kun kortti rekisteröidään, sen liput kirjautuvat käytöiksi itsestään.',
    becomes: `Kun kortti rekisteröidään, lippu kirjautuu käytöksi. Lippu odottaa enintään ${waitDays} päivää.`,
    dropped: 'Jäivät kirjautumatta',
    noneDropped: 'Kaikista lipuista on tullut käyttöjä.',
    onlyNewest: (count: string) => `Luettelossa on ${count} uusinta lippua.`,
    given: 'Annettu',
    tickets: 'Liput',
    site: 'Kohde',
    event: 'Tapahtuma',
    noEvent: 'Ei tapahtumaa',
    card: 'Kortti',
    why: 'Syy',
    reasons: reasons({
      undone: 'Kirjaus kumottiin.',
      'too-old': `Korttia ei rekisteröity ${waitDays} päivässä.`,
      'before-registration': 'Kortti rekisteröitiin myöhemmästä päivästä alkaen.',
      'card-closed': 'Kortti ei ollut enää käytössä sinä päivänä.',
      'card-expired': 'Kortin voimassaolo oli päättynyt.',
      'card-local-only': 'Kortti käy vain oman alueensa kohteissa.',
    }),
    choice: 'Lippu ennen rekisteröintiä',
    explain:
      'Jos korttia ei ole vielä rekisteröity, saamme antaa lipun ja kirjata sen odottamaan. Asiakas ei jää ilman lippua jakajan kiireen vuoksi.',
    explainMore: 'Jos korttia ei koskaan rekisteröidä, lippu ei näy tilastoissa.',
    on: (since: Day) => `Käytössä ${day('fi', since)} alkaen.`,
    off: 'Ei käytössä. Rekisteröimättömällä kortilla ei saa lippua.',
    turnOn: 'Salli lippu ennen rekisteröintiä',
    turnOff: 'Lopeta salliminen',
    saved: 'Valinta on tallennettu.',
    counts: (waiting: number, dropped: number) =>
      `${plural('fi', { one: '# lippukirjaus odottaa', other: '# lippukirjausta odottaa' })(waiting)}, ${dropped} jäi kirjautumatta.`,
  },
  sv: {
    title: 'Biljetter som väntar',
    lead: 'De här biljetterna gavs innan kortet var registrerat. De syns inte i statistiken ännu.',
    waiting: 'Väntar på registrering',
    noneWaiting: 'Ingen biljett väntar just nu',
    noneWhy: 'När ett kort registreras blir dess biljetter användningar av sig själva.',
    becomes: `När kortet registreras blir biljetten en användning. Biljetten väntar högst ${waitDays} dagar.`,
    dropped: 'Blev inte användningar',
    noneDropped: 'Alla biljetter har blivit användningar.',
    onlyNewest: (count: string) => `Listan har de ${count} senaste biljetterna.`,
    given: 'Gavs',
    tickets: 'Biljetter',
    site: 'Ställe',
    event: 'Evenemang',
    noEvent: 'Inget evenemang',
    card: 'Kort',
    why: 'Orsak',
    reasons: reasons({
      undone: 'Registreringen ångrades.',
      'too-old': `Kortet registrerades inte inom ${waitDays} dagar.`,
      'before-registration': 'Kortet registrerades från och med en senare dag.',
      'card-closed': 'Kortet var inte längre i bruk den dagen.',
      'card-expired': 'Kortets giltighetstid hade gått ut.',
      'card-local-only': 'Kortet gäller bara på det egna områdets ställen.',
    }),
    choice: 'Biljett före registreringen',
    explain:
      'Om kortet inte är registrerat ännu får vi ge biljetten och sätta den på vänt. Kunden blir inte utan biljett för att utdelaren har bråttom.',
    explainMore: 'Om kortet aldrig registreras syns biljetten inte i statistiken.',
    on: (since: Day) => `I bruk från och med ${day('sv', since)}.`,
    off: 'Inte i bruk. Ett oregistrerat kort ger ingen biljett.',
    turnOn: 'Tillåt biljett före registreringen',
    turnOff: 'Sluta tillåta',
    saved: 'Valet är sparat.',
    counts: (waiting: number, dropped: number) =>
      `${plural('sv', { one: '# registrering väntar', other: '# registreringar väntar' })(waiting)}, ${dropped} blev inte användningar.`,
  },
  en: {
    title: 'Tickets that wait',
    lead: 'These tickets were given before the card was registered. They are not in the statistics yet.',
    waiting: 'Waiting for registration',
    noneWaiting: 'No ticket is waiting now',
    noneWhy: 'When a card is registered, its tickets become uses by themselves.',
    becomes: `When the card is registered, the ticket becomes a use. It waits for at most ${waitDays} days.`,
    dropped: 'Never became uses',
    noneDropped: 'All tickets have become uses.',
    onlyNewest: (count: string) => `The list has the ${count} latest tickets.`,
    given: 'Given',
    tickets: 'Tickets',
    site: 'Place',
    event: 'Event',
    noEvent: 'No event',
    card: 'Card',
    why: 'Reason',
    reasons: reasons({
      undone: 'The record was undone.',
      'too-old': `The card was not registered in ${waitDays} days.`,
      'before-registration': 'The card was registered from a later day on.',
      'card-closed': 'The card was no longer in use on that day.',
      'card-expired': 'The card had expired.',
      'card-local-only': 'The card works only at the places of its own area.',
    }),
    choice: 'Ticket before registration',
    explain:
      'If the card is not registered yet, we may give a ticket that waits. The customer gets in even when the issuer is busy.',
    explainMore: 'If the card is never registered, the ticket is not in the statistics.',
    on: (since: Day) => `In use since ${day('en', since)}.`,
    off: 'Not in use. A card not yet registered gives no ticket.',
    turnOn: 'Allow tickets before registration',
    turnOff: 'Stop allowing',
    saved: 'The choice is saved.',
    counts: (waiting: number, dropped: number) =>
      `${plural('en', { one: '# record waits', other: '# records wait' })(waiting)}, ${dropped} never became uses.`,
  },
})
