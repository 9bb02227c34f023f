import { identifierWords } from '../i18n/identifier-words.ts'
import { formatDay, type Language, plural, translated } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import type { IdentifierKind } from '../lib/identifiers.ts'
import { localPath } from '../web/paths.ts'
import { type ExceptionState, inLanguage, type Notice } from './rules.ts'

export const paths = {
  list: localPath({ fi: '/poikkeukset', sv: '/undantag', en: '/exceptions' }),
  make: localPath({ fi: '/poikkeukset/uusi', sv: '/undantag/nytt', en: '/exceptions/new' }),
  one: localPath({ fi: '/poikkeukset/:exception', sv: '/undantag/:exception', en: '/exceptions/:exception' }),
  withdraw: localPath({
    fi: '/poikkeukset/:exception/peru',
    sv: '/undantag/:exception/aterta',
    en: '/exceptions/:exception/withdraw',
  }),
}

export type Problem =
  | ('target-missing' | 'from-missing' | 'from-past' | 'until-missing' | 'until-before' | 'day-form')
  | ('cards-before' | 'cards-at-site' | 'reason-missing' | 'finnish-missing' | 'nothing-said')
  | ('text-long' | 'withdrawn' | IdentifierKind)

const problems = (words: Record<Problem, string>) => words
const states = (words: Record<ExceptionState, string>) => words
const span = (language: Language, from: Day, until: Day) =>
  `${formatDay(language, from)}${language === 'en' ? ' – ' : '–'}${formatDay(language, until)}`

const fiCards = plural('fi', { one: '# kortin', other: '# kortin' })
const svCards = plural('sv', { one: '# korts', other: '# korts' })
const enCards = plural('en', { one: '# card', other: '# cards' })

export const words = translated({
  fi: {
    title: 'Poikkeukset',
    lead: 'Poikkeus muuttaa sääntöjä määräajaksi: koko maassa, yhdellä alueella tai yhdessä kohteessa.',
    make: 'Tee uusi poikkeus',
    none: 'Poikkeuksia ei ole',
    noneWhy: 'Tee poikkeus, jos kohteet ovat kiinni tai kortteja pitää jatkaa.',
    noneOf: 'Ei yhtään.',
    states: states({ standing: 'Voimassa nyt', coming: 'Tulossa', past: 'Päättyneet ja perutut' }),
    withdrawnTag: 'Peruttu',
    target: 'Ketä poikkeus koskee?',
    choose: 'Valitse',
    nation: 'Koko maa',
    areaOf: (name: string) => `Alue: ${name}`,
    siteOf: (name: string) => `Kohde: ${name}`,
    time: 'Aika',
    from: 'Ensimmäinen päivä',
    until: 'Viimeinen päivä',
    dayHint: 'Esimerkiksi 31.12.2026.',
    cardsUntil: 'Jatka voimassa olevia kortteja tähän päivään',
    cardsUntilHint: 'Koskee kortteja, jotka ovat voimassa poikkeuksen ensimmäisenä päivänä.',
    pauses: 'Keskeytä kortin käyttö kohteissa',
    pausesHint: 'Uusia käyttöjä ei silloin voi kirjata.',
    reason: { fi: 'Syy suomeksi', sv: 'Syy ruotsiksi', en: 'Syy englanniksi' },
    reasonHint: 'Syy näkyy julkisilla sivuilla ja kassalla.',
    instead: {
      fi: 'Mitä tilalla tarjotaan, suomeksi',
      sv: 'Mitä tilalla tarjotaan, ruotsiksi',
      en: 'Mitä tilalla tarjotaan, englanniksi',
    },
    effect: 'Vaikutus',
    pausesSites: 'Kortin käyttö on tauolla.',
    prolongs: (day: Day) => `Kortteja jatketaan ${formatDay('fi', day)} asti.`,
    made: 'Poikkeus on tehty.',
    withdraw: 'Peru poikkeus',
    withdrawWhy: 'Poikkeus loppuu heti. Sen jatkamat kortit palaavat omaan viimeiseen päiväänsä.',
    withdrawn: 'Poikkeus on peruttu.',
    moved: (count: number) => `${fiCards(count)} viimeinen päivä siirtyi.`,
    public: (from: Day, until: Day) => `Poikkeus ${span('fi', from, until)}`,
    problems: problems({
      'target-missing': 'Valitse, ketä poikkeus koskee.',
      'from-missing': 'Kirjoita ensimmäinen päivä.',
      'from-past': 'Ensimmäinen päivä voi olla aikaisintaan tänään.',
      'until-missing': 'Kirjoita viimeinen päivä.',
      'until-before': 'Viimeinen päivä on ennen ensimmäistä. Tarkista päivät.',
      'day-form': 'Kirjoita päivä näin: 31.12.2026.',
      'cards-before': 'Kortteja voi jatkaa vain poikkeuksen alun jälkeen.',
      'cards-at-site': 'Kohteen poikkeus ei voi jatkaa kortteja. Tyhjennä päivä tai valitse alue.',
      'reason-missing': 'Kirjoita syy suomeksi.',
      'finnish-missing': 'Kirjoita sama myös suomeksi.',
      'nothing-said':
        'Valitse, mitä poikkeus muuttaa. Se voi koskea kortteja, kohteita tai sitä, mitä tarjotaan tilalla.',
      'text-long': 'Teksti on liian pitkä. Lyhennä sitä.',
      ...identifierWords('fi'),
      withdrawn: 'Poikkeus on jo peruttu tai päättynyt.',
    }),
  },
  sv: {
    title: 'Undantag',
    lead: 'Ett undantag ändrar reglerna för en tid. Det gäller hela landet, ett område eller ett ställe.',
    make: 'Gör ett nytt undantag',
    none: 'Det finns inga undantag',
    noneWhy: 'Gör ett undantag om ställen är stängda eller kort ska förlängas.',
    noneOf: 'Inga.',
    states: states({ standing: 'Gäller nu', coming: 'På väg', past: 'Avslutade och återtagna' }),
    withdrawnTag: 'Återtaget',
    target: 'Vem gäller undantaget?',
    choose: 'Välj',
    nation: 'Hela landet',
    areaOf: (name: string) => `Område: ${name}`,
    siteOf: (name: string) => `Ställe: ${name}`,
    time: 'Tid',
    from: 'Första dag',
    until: 'Sista dag',
    dayHint: 'Till exempel 31.12.2026.',
    cardsUntil: 'Förläng giltiga kort till den här dagen',
    cardsUntilHint: 'Gäller kort som är giltiga på undantagets första dag.',
    pauses: 'Pausa kortet på ställena',
    pausesHint: 'Då kan ingen ny användning registreras.',
    reason: { fi: 'Orsak på finska', sv: 'Orsak på svenska', en: 'Orsak på engelska' },
    reasonHint: 'Orsaken syns på de offentliga sidorna och i kassan.',
    instead: {
      fi: 'Vad som erbjuds i stället, på finska',
      sv: 'Vad som erbjuds i stället, på svenska',
      en: 'Vad som erbjuds i stället, på engelska',
    },
    effect: 'Verkan',
    pausesSites: 'Kortet har paus.',
    prolongs: (day: Day) => `Kort förlängs till ${formatDay('sv', day)}.`,
    made: 'Undantaget är gjort.',
    withdraw: 'Återta undantaget',
    withdrawWhy: 'Undantaget slutar genast. Korten som det förlängt återgår till sin egen sista dag.',
    withdrawn: 'Undantaget har återtagits.',
    moved: (count: number) => `${svCards(count)} sista dag flyttades.`,
    public: (from: Day, until: Day) => `Undantag ${span('sv', from, until)}`,
    problems: problems({
      'target-missing': 'Välj vem undantaget gäller.',
      'from-missing': 'Skriv den första dagen.',
      'from-past': 'Den första dagen kan tidigast vara i dag.',
      'until-missing': 'Skriv den sista dagen.',
      'until-before': 'Den sista dagen är före den första. Kontrollera dagarna.',
      'day-form': 'Skriv dagen så här: 31.12.2026.',
      'cards-before': 'Kort kan bara förlängas efter undantagets början.',
      'cards-at-site': 'Ett ställes undantag kan inte förlänga kort. Töm dagen eller välj ett område.',
      'reason-missing': 'Skriv orsaken på finska.',
      'finnish-missing': 'Skriv samma sak på finska också.',
      'nothing-said':
        'Välj vad undantaget ändrar. Det kan gälla kort, ställen eller vad som erbjuds i stället.',
      'text-long': 'Texten är för lång. Förkorta den.',
      ...identifierWords('sv'),
      withdrawn: 'Undantaget har redan återtagits eller slutat.',
    }),
  },
  en: {
    title: 'Exceptions',
    lead: 'An exception changes the rules for a time. It holds in the whole country, one area or one site.',
    make: 'Make a new exception',
    none: 'There are no exceptions',
    noneWhy: 'Make an exception if sites are closed or cards need to last longer.',
    noneOf: 'None.',
    states: states({ standing: 'In force now', coming: 'Coming', past: 'Ended and withdrawn' }),
    withdrawnTag: 'Withdrawn',
    target: 'Whom does the exception concern?',
    choose: 'Choose',
    nation: 'The whole country',
    areaOf: (name: string) => `Area: ${name}`,
    siteOf: (name: string) => `Site: ${name}`,
    time: 'Time',
    from: 'First day',
    until: 'Last day',
    dayHint: 'For example 31.12.2026.',
    cardsUntil: 'Prolong valid cards to this day',
    cardsUntilHint: 'Concerns the cards that are valid on the first day of the exception.',
    pauses: 'Pause the card at the sites',
    pausesHint: 'No new use can then be recorded.',
    reason: { fi: 'Reason in Finnish', sv: 'Reason in Swedish', en: 'Reason in English' },
    reasonHint: 'The reason is shown on the public pages and at the desk.',
    instead: {
      fi: 'What is offered instead, in Finnish',
      sv: 'What is offered instead, in Swedish',
      en: 'What is offered instead, in English',
    },
    effect: 'Effect',
    pausesSites: 'The card is paused.',
    prolongs: (day: Day) => `Cards are prolonged to ${formatDay('en', day)}.`,
    made: 'The exception has been made.',
    withdraw: 'Withdraw the exception',
    withdrawWhy: 'The exception ends at once. The cards that it prolonged return to their own last day.',
    withdrawn: 'The exception has been withdrawn.',
    moved: (count: number) => `The last day of ${enCards(count)} moved.`,
    public: (from: Day, until: Day) => `Exception ${span('en', from, until)}`,
    problems: problems({
      'target-missing': 'Choose whom the exception concerns.',
      'from-missing': 'Enter the first day.',
      'from-past': 'The first day can be today at the earliest.',
      'until-missing': 'Enter the last day.',
      'until-before': 'The last day is before the first. Check the days.',
      'day-form': 'Enter the day like this: 31.12.2026.',
      'cards-before': 'Cards can only be prolonged past the start of the exception.',
      'cards-at-site': 'The exception of a site cannot prolong cards. Empty the day or choose an area.',
      'reason-missing': 'Enter the reason in Finnish.',
      'finnish-missing': 'Enter the same in Finnish too.',
      'nothing-said': 'Choose what the exception changes. It may be cards, sites or what is offered instead.',
      'text-long': 'The text is too long. Shorten it.',
      ...identifierWords('en'),
      withdrawn: 'The exception has been withdrawn already, or has ended.',
    }),
  },
})

/**
 * An exception as every page tells it: when and where, then why and what is offered instead. A part that its keepers
 * have not translated has the language that it is in.
 */
export const told = (
  language: Language,
  { area, site, notice }: { area: string | null; site: string | null; notice: Notice },
): { title: string; parts: { text: string; lang?: Language }[] } => {
  const t = words[language]
  const when = t.public(notice.from, notice.until)
  const where = site ?? area ?? t.nation
  return {
    title: `${when}: ${where}`,
    parts: [
      ...(notice.pausesSites ? [{ text: t.pausesSites }] : []),
      ...[notice.reason, notice.instead].flatMap((said) => {
        if (!said) return []
        const text = inLanguage(said, language)
        return [said[language] === null ? { text, lang: 'fi' as const } : { text }]
      }),
    ],
  }
}
