import { formatDay, formatTime, type Language, plural, translated } from '../i18n/translated.ts'
import { dayOf } from '../lib/dates.ts'

/** When a feed or an event was: `14.3.2027 klo 17.51`. */
const moment = (language: Language, at: Date) => {
  const [day, time] = [formatDay(language, dayOf(at)), formatTime(language, at)]
  return { fi: `${day} klo ${time}`, sv: `${day} kl. ${time}`, en: `${day} at ${time}` }[language]
}

/** Our names of what can go wrong with a feed; the rest are the system's own. */
const feedTrouble = (
  problem: string,
  words: Record<
    'gone' | 'slow' | 'large' | 'form' | 'moved' | 'closed' | 'emptied' | 'cut' | 'other',
    string
  >,
) => {
  if (problem === 'EMPTIED') return words.emptied
  if (problem === 'CUT_SHORT') return words.cut
  if (problem === 'TIMEOUT') return words.slow
  if (problem === 'TOO_LARGE') return words.large
  if (problem === 'REDIRECTED') return words.moved
  if (problem === 'PRIVATE_ADDRESS' || problem === 'BAD_URL' || problem === 'BAD_NEXT') return words.closed
  if (problem === 'NO_JSON' || problem === 'NO_EVENTS') return words.form
  return /^STATUS_4/.test(problem) ? words.gone : words.other
}

/** A site's feeds, and how they fare. */
export const feedWords = translated({
  fi: {
    feeds: 'Syötteet',
    feedTitle: 'Lisää tapahtumasyöte',
    feedLead:
      'Kaiku lukee kaupungin avoimen tapahtumarajapinnan (Linked Events) tunnin välein. Tapahtumat pysyvät ajan tasalla itsestään.',
    feedUrl: 'Syötteen osoite',
    feedUrlHint: 'Esimerkiksi https://tapahtumat.esimerkki.example/v1/event/?start=today',
    feedPlace: 'Paikan tunnus syötteessä',
    feedPlaceHint:
      'Esimerkiksi tprek:7259. Jätä tyhjäksi, jos kaikki syötteen tapahtumat ovat tässä kohteessa.',
    feedSave: 'Lisää syöte',
    feedAdded: 'Syöte on lisätty. Se luetaan ensimmäisen kerran noin minuutin kuluessa.',
    feedWaits: 'Odottaa ensimmäistä lukemista.',
    feedRead: (at: Date, held: number) =>
      `Luettu ${moment('fi', at)}. ${plural('fi', { one: 'Syötteessä oli # tuleva tapahtuma.', other: 'Syötteessä oli # tulevaa tapahtumaa.' })(held)}`,
    feedSkipped: (count: number) =>
      plural('fi', {
        one: '# tapahtuma jäi pois: siltä puuttui nimi tai aika.',
        other: '# tapahtumaa jäi pois: niiltä puuttui nimi tai aika.',
      })(count),
    feedFailed: (at: Date, problem: string) =>
      `${moment('fi', at)}: ${feedTrouble(problem, {
        gone: 'syötettä ei löytynyt. Tarkista osoite.',
        slow: 'syöte ei vastannut ajoissa. Jos tämä jatkuu, rajaa sitä osoitteessa.',
        large: 'syöte oli liian suuri. Rajaa sitä osoitteessa.',
        form: 'osoitteessa ei ole tapahtumasyötettä. Tarkista osoite.',
        moved: 'syöte on siirtynyt. Vaihda tilalle uusi osoite.',
        closed: 'osoitetta ei voi lukea. Tarkista osoite.',
        emptied: 'syöte oli yhtäkkiä tyhjä. Säilytimme aiemmat tapahtumat.',
        cut: 'luimme syötteestä vain osan, koska se on pitkä. Rajaa sitä osoitteessa.',
        other: 'syöte ei vastannut. Jos tämä jatkuu, kysy syötteen ylläpitäjältä.',
      })}`,
    feedKept: 'Aiemmin luetut tapahtumat näkyvät yhä.',
    feedNext: (at: Date) => `Yritämme seuraavan kerran ${moment('fi', at)}.`,
    feedMend: 'Jos osoite ei kelpaa, lisää uusi syöte ja lopeta tämä.',
    feedBroken: 'Syötettä ei voitu lukea',
    feedsBroken: (count: number) =>
      plural('fi', {
        one: '# tapahtumasyötettä ei voitu lukea',
        other: '# tapahtumasyötettä ei voitu lukea',
      })(count),
    readNow: 'Lue syöte nyt',
    feedHurried: 'Luemme syötteen muutaman minuutin kuluessa. Katso tulos tältä sivulta.',
    toFeeds: 'Katso, mitä tehdä',
    endFeed: 'Lopeta syöte',
    endFeedTitle: 'Lopeta syöte',
    endFeedLead:
      'Syötteestä tulleet tulevat tapahtumat poistuvat julkiselta sivulta. Voit lisätä syötteen uudelleen.',
    feedEnded: 'Syöte on lopetettu.',
  },
  sv: {
    feeds: 'Flöden',
    feedTitle: 'Lägg till ett evenemangsflöde',
    feedLead:
      'Kaiku läser stadens öppna evenemangsgränssnitt (Linked Events) varje timme. Evenemangen hålls aktuella av sig själva.',
    feedUrl: 'Flödets adress',
    feedUrlHint: 'Till exempel https://evenemang.esimerkki.example/v1/event/?start=today',
    feedPlace: 'Platsens id i flödet',
    feedPlaceHint: 'Till exempel tprek:7259. Lämna tomt om alla evenemang i flödet är här.',
    feedSave: 'Lägg till flödet',
    feedAdded: 'Flödet är tillagt. Det läses första gången inom ungefär en minut.',
    feedWaits: 'Väntar på första läsningen.',
    feedRead: (at, held) =>
      `Läst ${moment('sv', at)}. ${plural('sv', { one: 'Flödet hade # kommande evenemang.', other: 'Flödet hade # kommande evenemang.' })(held)}`,
    feedSkipped: (count) =>
      plural('sv', {
        one: '# evenemang lämnades bort: det saknade namn eller tid.',
        other: '# evenemang lämnades bort: de saknade namn eller tid.',
      })(count),
    feedFailed: (at, problem) =>
      `${moment('sv', at)}: ${feedTrouble(problem, {
        gone: 'flödet hittades inte. Kontrollera adressen.',
        slow: 'flödet svarade inte i tid. Om det fortsätter, avgränsa det i adressen.',
        large: 'flödet var för stort. Begränsa det i adressen.',
        form: 'adressen har inget evenemangsflöde. Kontrollera adressen.',
        moved: 'flödet har flyttat. Byt till den nya adressen.',
        closed: 'adressen kan inte läsas. Kontrollera adressen.',
        emptied: 'flödet var plötsligt tomt. De tidigare evenemangen behölls.',
        cut: 'bara en del av flödet lästes, för det är långt. Begränsa det i adressen.',
        other: 'flödet svarade inte. Om det fortsätter, fråga den som håller flödet.',
      })}`,
    feedKept: 'De evenemang som lästes tidigare syns fortfarande.',
    feedNext: (at) => `Vi försöker nästa gång ${moment('sv', at)}.`,
    feedMend: 'Om adressen inte duger, lägg till ett nytt flöde och avsluta det här.',
    feedBroken: 'Flödet kunde inte läsas',
    feedsBroken: (count) =>
      plural('sv', {
        one: '# evenemangsflöde kunde inte läsas',
        other: '# evenemangsflöden kunde inte läsas',
      })(count),
    readNow: 'Läs flödet nu',
    feedHurried: 'Vi läser flödet inom några minuter. Se resultatet på den här sidan.',
    toFeeds: 'Se vad du kan göra',
    endFeed: 'Avsluta flödet',
    endFeedTitle: 'Avsluta flödet',
    endFeedLead:
      'Flödets kommande evenemang tas bort från den offentliga sidan. Du kan lägga till flödet på nytt.',
    feedEnded: 'Flödet är avslutat.',
  },
  en: {
    feeds: 'Feeds',
    feedTitle: 'Add an event feed',
    feedLead:
      'Kaiku reads the city’s open event interface (Linked Events) every hour. The events stay up to date by themselves.',
    feedUrl: 'Address of the feed',
    feedUrlHint: 'For example https://events.esimerkki.example/v1/event/?start=today',
    feedPlace: 'Id of the place in the feed',
    feedPlaceHint: 'For example tprek:7259. Leave empty if every event of the feed is here.',
    feedSave: 'Add the feed',
    feedAdded: 'The feed is added. It is read for the first time within about a minute.',
    feedWaits: 'Waiting for its first reading.',
    feedRead: (at, held) =>
      `Read ${moment('en', at)}. ${plural('en', { one: 'The feed had # coming event.', other: 'The feed had # coming events.' })(held)}`,
    feedSkipped: (count) =>
      plural('en', {
        one: '# event was left out: it had no name or time.',
        other: '# events were left out: they had no name or time.',
      })(count),
    feedFailed: (at, problem) =>
      `${moment('en', at)}: ${feedTrouble(problem, {
        gone: 'the feed was not found. Check the address.',
        slow: 'the feed did not answer in time. If this goes on, narrow it in the address.',
        large: 'the feed was too large. Narrow it in the address.',
        form: 'there is no event feed at the address. Check the address.',
        moved: 'the feed has moved. Change to the new address.',
        closed: 'the address cannot be read. Check the address.',
        emptied: 'the feed was suddenly empty. The earlier events were kept.',
        cut: 'only a part of the feed was read, as it is long. Narrow it in the address.',
        other: 'the feed did not answer. If this goes on, ask those who keep the feed.',
      })}`,
    feedKept: 'Events that were read earlier still show.',
    feedNext: (at) => `We try next ${moment('en', at)}.`,
    feedMend: 'If the address is no good, add a new feed and end this one.',
    feedBroken: 'The feed could not be read',
    feedsBroken: (count) =>
      plural('en', { one: '# event feed could not be read', other: '# event feeds could not be read' })(
        count,
      ),
    readNow: 'Read the feed now',
    feedHurried: 'We read the feed within a few minutes. See the result on this page.',
    toFeeds: 'See what to do',
    endFeed: 'End the feed',
    endFeedTitle: 'End the feed',
    endFeedLead: 'Coming events of the feed leave the public page. You can add the feed again.',
    feedEnded: 'The feed has ended.',
  },
})
