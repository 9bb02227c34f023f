import { formatNumber, type Language, plural, translated } from '../i18n/translated.ts'
import type { LimitName } from './limit-rules.ts'
import type { Kind, Numbers } from './rules.ts'

/**
 * What a kind of signal says: its name, what was noticed and how it was counted with the numbers of one, the rule in
 * general, explanations that are nobody's fault, and words to ask with.
 */
type Explained<K extends Kind> = {
  name: string
  seen: (numbers: Numbers[K]) => string
  counted: (numbers: Numbers[K]) => string
  rule: string
  innocent: readonly string[]
  say: string
}
type AllKinds = { [K in Kind]: Explained<K> }
const explained = (kinds: AllKinds) => kinds

/** The limit of a kind that the page of the rules names. */
export const limitOf: Record<Kind, LimitName> = {
  busy: 'busyLeast',
  quiet: 'quietLeast',
  children: 'childrenLeast',
  sequence: 'sequenceLeast',
  hours: 'hoursLeast',
  repeats: 'repeatsLeast',
  early: 'earlyLeast',
  unused: 'unusedLeast',
}

const two = (hour: number) => String(hour).padStart(2, '0')
const [fi, sv, en] = (['fi', 'sv', 'en'] as const).map(
  (language) => (value: number) => formatNumber(language, value),
) as [(value: number) => string, (value: number) => string, (value: number) => string]

const fiUses = plural('fi', { one: '# käyttö', other: '# käyttöä' })
const svUses = plural('sv', { one: '# användning', other: '# användningar' })
const enUses = plural('en', { one: '# use', other: '# uses' })
const fiUnknown = plural('fi', { one: '# tunnus oli tuntematon', other: '# tunnusta oli tuntemattomia' })
const svUnknown = plural('sv', { one: '# kod var okänd', other: '# koder var okända' })
const enUnknown = plural('en', { one: '# code was unknown', other: '# codes were unknown' })
const fiMinutes = plural('fi', { one: '# minuutin', other: '# minuutin' })
const svMinutes = plural('sv', { one: '# minut', other: '# minuter' })
const enMinutes = plural('en', { one: '# minute', other: '# minutes' })
const fiCards = plural('fi', { one: '# korttia', other: '# korttia' })
const svCards = plural('sv', { one: '# kort', other: '# kort' })
const enCards = plural('en', { one: '# card', other: '# cards' })

export const explainWords = translated({
  fi: {
    kinds: explained({
      busy: {
        name: 'Poikkeuksellisen vilkas viikko',
        seen: ({ seen, usual }) =>
          `Viikolla kirjattiin ${fiUses(seen)}. Tavallisesti kohteessa on viikossa noin ${fi(usual)}.`,
        counted: ({ busiest, limit, weeks }) =>
          `Viikkoa verrattiin kohteen omiin ${fi(weeks)} viikkoon. Niistä vilkkaimmalla oli ${fiUses(busiest)}. Havainto syntyy, kun käyttöjä on vähintään ${fi(limit)}.`,
        rule: 'Viikossa on paljon enemmän käyttöjä kuin kohteen oma vuosi antaa odottaa. Niitä on myös puolet enemmän kuin vuoden vilkkaimmalla viikolla.',
        innocent: [
          'Kohteessa oli festivaali, ensi-ilta tai muu suuri tapahtuma.',
          'Ryhmiä kävi tavallista enemmän.',
          'Paperille kerätyt käynnit kirjattiin kerralla.',
          'Alueella annettiin juuri paljon uusia kortteja.',
        ],
        say: 'Hei, teillä oli vilkas viikko Kaikukortin kanssa. Hienoa. Oliko silloin jotakin erityistä?',
      },
      quiet: {
        name: 'Kohde hiljeni',
        seen: ({ seen, usual }) =>
          `Neljässä viikossa kirjattiin ${fiUses(seen)}. Tavallisesti niitä on noin ${fi(usual)}.`,
        counted: ({ lastYear, limit, weeks }) =>
          `Viikkoja verrattiin kohteen omiin ${fi(weeks)} viikkoon. Vuosi sitten samaan aikaan oli vähintään ${fiUses(lastYear)}. Havainto syntyy, kun käyttöjä on enintään ${fi(limit)}.`,
        rule: 'Neljässä viikossa on alle kolmannes tavallisesta. Myös vuosi sitten samaan aikaan käyttöjä oli paljon enemmän. Tauolla olevia kohteita ei katsota.',
        innocent: [
          'Kohteessa on remontti, tauko tai poikkeava aukioloaika.',
          'Laite on rikki, ja käynnit kerätään paperille.',
          'Uusi työntekijä ei vielä tunne korttia.',
          'Kohde on lopettanut, eikä siitä ole kerrottu.',
        ],
        say: 'Hei, teiltä ei ole viime aikoina tullut kirjauksia. Onko kaikki kunnossa? Voimmeko auttaa?',
      },
      children: {
        name: 'Lapsia toistuvasti enemmän kuin kortilla',
        seen: ({ seen, uses, weeks }) =>
          `Kahdeksassa viikossa lapsia oli ${fi(seen)} kertaa enemmän kuin kortilla. Näin oli ${fi(weeks)} viikolla. Käyttöjä oli ${fi(uses)}.`,
        counted: ({ usual, limit }) =>
          `Kohteen oma aiempi osuus antaa odottaa noin ${fi(usual)} kertaa. Havainto syntyy, kun kertoja on vähintään ${fi(limit)}.`,
        rule: 'Kahdeksassa viikossa lapsia on kortin määrää enemmän useammin kuin kohteessa ennen. Näin on vähintään kolmella viikolla.',
        innocent: [
          'Perheeseen on syntynyt lapsi, eikä tietoa ole vielä korjattu.',
          'Lapsen kaveri tai serkku oli mukana.',
          'Kassa merkitsee vahingossa koko seurueen lapset.',
          'Kohde antaa lapsille liput joka tapauksessa.',
        ],
        say: 'Hei, teillä kirjataan usein enemmän lapsia kuin kortilla on. Mistä se voisi johtua? Yksikkö voi korjata lasten määrän.',
      },
      sequence: {
        name: 'Peräkkäisiä tunnuksia kassalla',
        seen: ({ seen, unknown, minutes }) =>
          `Yhdellä kassalla tarkistettiin ${fi(seen)} korttia, jotka ovat varastossa vierekkäin. Se tapahtui noin ${fiMinutes(minutes)} aikana. ${fiUnknown(unknown)}.`,
        counted: ({ limit }) =>
          `Kortit ovat vierekkäin, kun järjestysnumeroiden väli on enintään kaksi. Havainto syntyy, kun niitä on vähintään ${fi(limit)} peräkkäin.`,
        rule: 'Samalla kassalla tarkistetaan peräkkäin kortteja, joiden järjestysnumerot ovat vierekkäin. Mukaan luetaan myös tunnukset, joita ei ole. Tunnuksia ei tallenneta.',
        innocent: [
          'Ryhmä tuli yhdessä, ja kortit annettiin samana päivänä.',
          'Kassalla harjoiteltiin uusilla korteilla.',
          'Lukija luki tunnukset väärin.',
          'Yksikkö tarkisti uuden korttierän toimivuuden.',
        ],
        say: 'Hei, kassallanne tarkistettiin monta korttia peräkkäin. Kävikö teillä silloin ryhmä, tai harjoitteliko joku?',
      },
      hours: {
        name: 'Kirjauksia outoon aikaan',
        seen: ({ seen, days, first, last }) =>
          `Neljässä viikossa kirjattiin ${fiUses(seen)} kello ${two(first)}–${two((last + 1) % 24)}. Niitä oli ${fi(days)} päivänä.`,
        counted: ({ before, limit }) =>
          `Kohteen ${fi(before)} aiemmasta käytöstä yksikään ei ollut näihin aikoihin. Havainto syntyy, kun käyttöjä on vähintään ${fi(limit)} kahtena päivänä.`,
        rule: 'Käyttöjä kirjataan kellonaikoina, joina kohteessa ei vuoteen ole kirjattu mitään. Yksi myöhäinen ilta ei riitä.',
        innocent: [
          'Kohteessa oli yötapahtuma tai uusi aukioloaika.',
          'Päivän käynnit kirjattiin vasta illalla.',
          'Laitteen kello on väärässä ajassa.',
          'Tilaa käyttää myös toinen toimija.',
        ],
        say: 'Hei, teillä on kirjattu käyntejä myöhään tai aikaisin. Ovatko aukiolonne muuttuneet, vai kirjataanko käynnit jälkikäteen?',
      },
      repeats: {
        name: 'Sama kortti toistuvasti samana päivänä',
        seen: ({ seen, uses, weeks }) =>
          `Kahdeksassa viikossa sama kortti kirjattiin uudelleen samana päivänä ${fi(seen)} kertaa. Näin oli ${fi(weeks)} viikolla. Käyttöjä oli ${fi(uses)}.`,
        counted: ({ usual, limit }) =>
          `Kohteen oma aiempi osuus antaa odottaa noin ${fi(usual)} kertaa. Havainto syntyy, kun kertoja on vähintään ${fi(limit)}.`,
        rule: 'Kahdeksassa viikossa sama kortti kirjataan samaan tapahtumaan samana päivänä useammin kuin kohteessa ennen. Näin on vähintään kolmella viikolla.',
        innocent: [
          'Lapset ja aikuiset kirjataan erikseen.',
          'Asiakas käy aamulla ja illalla.',
          'Kaksi laitetta kirjaa saman käynnin.',
          'Kassa ei huomaa, että käynti tallentui jo.',
        ],
        say: 'Hei, sama kortti kirjataan teillä usein kahdesti päivässä. Miten kirjaatte, kun mukana on lapsia?',
      },
      early: {
        name: 'Kortteja käytetään ennen rekisteröintiä',
        seen: ({ seen, registered }) =>
          `Neljässä viikossa ${fiCards(seen)} käytettiin ennen rekisteröintiä. Yksikkö rekisteröi samana aikana ${fiCards(registered)}.`,
        counted: ({ usual, limit }) =>
          `Aiemmin niitä on ollut neljässä viikossa noin ${fi(usual)}. Havainto syntyy, kun kortteja on vähintään ${fi(limit)}.`,
        rule: 'Yksikön kortteja käytetään ennen rekisteröintiä useammin kuin kahdeksana aiempana viikkona.',
        innocent: [
          'Luovutuslomakkeet odottavat pinossa, koska joku on lomalla.',
          'Kortit annettiin tilaisuudessa, jossa ei ollut verkkoa.',
          'Uusi työntekijä luuli, että toinen rekisteröi kortit.',
          'Kortit jaettiin toiselle yksikölle, eikä siirtoa kirjattu.',
        ],
        say: 'Hei, kortteja käytetään jo ennen kuin ne ehditään rekisteröidä. Onko teillä ruuhkaa? Miten voisimme auttaa?',
      },
      unused: {
        name: 'Moni uusi kortti jäi käyttämättä',
        seen: ({ registered, used, usual }) =>
          `Neljänneksen ${fi(registered)} kortista ${fi(used)} käytettiin kolmessa kuukaudessa. Tavallisesti niistä käytettäisiin noin ${fi(usual)}.`,
        counted: ({ limit }) =>
          `Vertailussa ovat yksikön oma aiempi vuosi ja kaikki yksiköt. Havainto syntyy, kun käytettyjä on enintään ${fi(limit)}.`,
        rule: 'Yksikön neljänneksen korteista alle puolet tavallisesta otetaan käyttöön kolmessa kuukaudessa.',
        innocent: [
          'Asiakkaille ei ole kerrottu, missä kortti käy.',
          'Lähellä ei ole kohteita, tai ne olivat kiinni.',
          'Kortteja annettiin varalle ryhmätilaisuudessa.',
          'Kortit rekisteröitiin, mutta niitä ei ehditty antaa.',
        ],
        say: 'Hei, moni antamanne kortti odottaa ensimmäistä käyttöä. Tarvitsetteko oppaita tai tietoa lähikohteista?',
      },
    }),
  },
  sv: {
    kinds: explained({
      busy: {
        name: 'En ovanligt livlig vecka',
        seen: ({ seen, usual }) =>
          `Under veckan registrerades ${svUses(seen)}. Vanligen är de ungefär ${sv(usual)} i veckan.`,
        counted: ({ busiest, limit, weeks }) =>
          `Veckan jämfördes med besöksmålets egna ${sv(weeks)} veckor. Den livligaste hade ${svUses(busiest)}. En iakttagelse uppstår när användningarna är minst ${sv(limit)}.`,
        rule: 'Veckan har många fler användningar än besöksmålets eget år ger anledning att vänta. De är också hälften fler än under årets livligaste vecka.',
        innocent: [
          'Det pågick en festival, en premiär eller något annat stort.',
          'Fler grupper än vanligt kom på besök.',
          'Besök som samlats på papper registrerades på en gång.',
          'Många nya kort delades nyss ut i området.',
        ],
        say: 'Hej, det var en livlig vecka med Kaikukortet hos er. Fint. Hände något särskilt då?',
      },
      quiet: {
        name: 'Besöksmålet har tystnat',
        seen: ({ seen, usual }) =>
          `På fyra veckor registrerades ${svUses(seen)}. Vanligen är de ungefär ${sv(usual)}.`,
        counted: ({ lastYear, limit, weeks }) =>
          `Veckorna jämfördes med besöksmålets egna ${sv(weeks)} veckor. För ett år sedan fanns minst ${svUses(lastYear)}. En iakttagelse uppstår när användningarna är högst ${sv(limit)}.`,
        rule: 'Fyra veckor har mindre än en tredjedel av det vanliga. Också för ett år sedan var användningarna många fler. Besöksmål med paus ingår inte.',
        innocent: [
          'Besöksmålet renoveras, har paus eller andra öppettider.',
          'En enhet är trasig, och besöken samlas på papper.',
          'En ny medarbetare känner inte kortet än.',
          'Verksamheten har upphört utan att någon har berättat det.',
        ],
        say: 'Hej, vi har inte fått några registreringar av er på sistone. Är allt bra? Kan vi hjälpa?',
      },
      children: {
        name: 'Fler barn än på kortet, gång på gång',
        seen: ({ seen, uses, weeks }) =>
          `På åtta veckor var barnen ${sv(seen)} gånger fler än på kortet. Det hände under ${sv(weeks)} veckor. Användningarna var ${sv(uses)}.`,
        counted: ({ usual, limit }) =>
          `Besöksmålets egen tidigare andel ger ungefär ${sv(usual)} gånger. En iakttagelse uppstår när gångerna är minst ${sv(limit)}.`,
        rule: 'På åtta veckor är barnen fler än på kortet oftare än förut. Det händer under minst tre veckor.',
        innocent: [
          'Familjen har fått ett barn, och uppgiften är inte rättad än.',
          'Ett barns vän eller kusin var med.',
          'Kassan antecknar av misstag alla barn i sällskapet.',
          'Besöksmålet ger barn biljett i alla fall.',
        ],
        say: 'Hej, hos er registreras ofta fler barn än kortet har. Vad kan det bero på? Enheten kan rätta antalet.',
      },
      sequence: {
        name: 'Koder i följd i kassan',
        seen: ({ seen, unknown, minutes }) =>
          `I en kassa kontrollerades ${sv(seen)} kort som ligger bredvid varandra i lagret. Det tog ungefär ${svMinutes(minutes)}. ${svUnknown(unknown)}.`,
        counted: ({ limit }) =>
          `Kort ligger bredvid varandra när löpnumren skiljer sig med högst två. En iakttagelse uppstår när de är minst ${sv(limit)} i följd.`,
        rule: 'I samma kassa kontrolleras kort vars löpnummer följer på varandra. Koder som inte finns räknas också. Koderna sparas inte.',
        innocent: [
          'En grupp kom tillsammans, och korten delades ut samma dag.',
          'Någon övade med nya kort i kassan.',
          'Läsaren läste koderna fel.',
          'Enheten provade om ett nytt parti kort fungerar.',
        ],
        say: 'Hej, i er kassa kontrollerades många kort i följd. Kom en grupp på besök, eller övade någon?',
      },
      hours: {
        name: 'Registreringar vid en ovanlig tid',
        seen: ({ seen, days, first, last }) =>
          `På fyra veckor registrerades ${svUses(seen)} klockan ${two(first)}–${two((last + 1) % 24)}. De gjordes på ${sv(days)} dagar.`,
        counted: ({ before, limit }) =>
          `Av ${sv(before)} tidigare användningar var ingen vid den tiden. En iakttagelse uppstår när användningarna är minst ${sv(limit)} på två dagar.`,
        rule: 'Användningar registreras vid tider då besöksmålet inte har registrerat något på ett år. En enda sen kväll räcker inte.',
        innocent: [
          'Det var ett nattevenemang eller nya öppettider.',
          'Dagens besök registrerades först på kvällen.',
          'Klockan i en enhet går fel.',
          'En annan aktör använder också lokalen.',
        ],
        say: 'Hej, hos er har besök registrerats sent eller tidigt. Har öppettiderna ändrats, eller registreras besöken i efterhand?',
      },
      repeats: {
        name: 'Samma kort flera gånger samma dag',
        seen: ({ seen, uses, weeks }) =>
          `På åtta veckor registrerades samma kort på nytt samma dag ${sv(seen)} gånger. Det hände under ${sv(weeks)} veckor. Användningarna var ${sv(uses)}.`,
        counted: ({ usual, limit }) =>
          `Besöksmålets egen tidigare andel ger ungefär ${sv(usual)} gånger. En iakttagelse uppstår när gångerna är minst ${sv(limit)}.`,
        rule: 'På åtta veckor registreras samma kort till samma evenemang samma dag oftare än förut. Det händer under minst tre veckor.',
        innocent: [
          'Barn och vuxna registreras var för sig.',
          'Klienten kommer både på morgonen och på kvällen.',
          'Två enheter registrerar samma besök.',
          'Kassan märker inte att besöket redan sparades.',
        ],
        say: 'Hej, samma kort registreras ofta två gånger om dagen hos er. Hur registreras barnen hos er?',
      },
      early: {
        name: 'Kort används före registreringen',
        seen: ({ seen, registered }) =>
          `På fyra veckor användes ${svCards(seen)} före registreringen. Enheten registrerade ${svCards(registered)} under samma tid.`,
        counted: ({ usual, limit }) =>
          `Tidigare har de varit ungefär ${sv(usual)} på fyra veckor. En iakttagelse uppstår när korten är minst ${sv(limit)}.`,
        rule: 'Enhetens kort används före registreringen oftare än under de åtta föregående veckorna.',
        innocent: [
          'Överlåtelseblanketter väntar i en hög, för någon har semester.',
          'Korten delades ut på ett tillfälle utan nätverk.',
          'En ny medarbetare trodde att någon annan registrerar korten.',
          'Korten gavs till en annan enhet, men flytten antecknades inte.',
        ],
        say: 'Hej, kort används redan innan de hinner registreras. Är det bråttom hos er? Hur kan vi hjälpa?',
      },
      unused: {
        name: 'Många nya kort blev oanvända',
        seen: ({ registered, used, usual }) =>
          `Av kvartalets ${sv(registered)} kort användes ${sv(used)} inom tre månader. Vanligen skulle ungefär ${sv(usual)} användas.`,
        counted: ({ limit }) =>
          `Jämförelsen är enhetens eget föregående år och alla enheter. En iakttagelse uppstår när högst ${sv(limit)} är använda.`,
        rule: 'Enhetens kort från ett kvartal används mindre än hälften så ofta som vanligt. De har haft tre månader på sig.',
        innocent: [
          'Klienterna har inte fått veta var kortet gäller.',
          'Det finns inga besöksmål i närheten, eller de var stängda.',
          'Kort gavs för säkerhets skull på en gruppträff.',
          'Korten registrerades, men de hann inte delas ut.',
        ],
        say: 'Hej, många kort från er väntar på sin första användning. Behövs guider eller tips om ställen?',
      },
    }),
  },
  en: {
    kinds: explained({
      busy: {
        name: 'An unusually busy week',
        seen: ({ seen, usual }) =>
          `${enUses(seen)} were recorded in the week. The venue usually has about ${en(usual)} a week.`,
        counted: ({ busiest, limit, weeks }) =>
          `The week was compared with the venue’s own ${en(weeks)} weeks. The busiest had ${enUses(busiest)}. A signal is made from ${en(limit)} uses on.`,
        rule: 'The week has many more uses than the venue’s own year lets one expect. It also has half as many again as the busiest week of the year.',
        innocent: [
          'There was a festival, a premiere or another large event.',
          'More groups than usual came.',
          'Visits kept on paper were recorded all at once.',
          'Many new cards were just given out in the area.',
        ],
        say: 'Hello, you had a busy week with the Kaikukortti. Good to see. Was there something special on?',
      },
      quiet: {
        name: 'The venue fell quiet',
        seen: ({ seen, usual }) =>
          `${enUses(seen)} were recorded in four weeks. There are usually about ${en(usual)}.`,
        counted: ({ lastYear, limit, weeks }) =>
          `The weeks were compared with the venue’s own ${en(weeks)} weeks. A year ago there were at least ${enUses(lastYear)}. A signal is made at ${en(limit)} uses or fewer.`,
        rule: 'Four weeks have less than a third of what is usual. A year ago there were many more uses too. Paused venues are not looked at.',
        innocent: [
          'The venue is being renovated, on a break or has other hours.',
          'A device is broken, and visits are kept on paper.',
          'A new worker does not know the card yet.',
          'The venue has ended, and nobody has said so.',
        ],
        say: 'Hello, we have not seen records from you lately. Is everything all right? Can we help?',
      },
      children: {
        name: 'More children than on the card, again and again',
        seen: ({ seen, uses, weeks }) =>
          `In eight weeks there were more children than on the card ${en(seen)} times. It happened in ${en(weeks)} weeks. There were ${en(uses)} uses.`,
        counted: ({ usual, limit }) =>
          `The venue’s own earlier share lets one expect about ${en(usual)} times. A signal is made from ${en(limit)} times on.`,
        rule: 'In eight weeks there are more children than on the card more often than before. It happens in at least three weeks.',
        innocent: [
          'A family has a new child, and the card is not corrected yet.',
          'A child’s friend or cousin came along.',
          'The desk writes down all children of the party by mistake.',
          'The venue gives tickets to children anyway.',
        ],
        say: 'Hello, you often record more children than the card has. What could be the reason? The unit can correct the number.',
      },
      sequence: {
        name: 'Codes in sequence at a desk',
        seen: ({ seen, unknown, minutes }) =>
          `At one desk ${en(seen)} cards were checked that lie beside each other in stock. It took about ${enMinutes(minutes)}. ${enUnknown(unknown)}.`,
        counted: ({ limit }) =>
          `Cards lie beside each other when their serial numbers differ by two at most. A signal is made from ${en(limit)} in a row on.`,
        rule: 'One desk checks cards whose serial numbers follow each other. Codes that do not exist count too. No code is kept.',
        innocent: [
          'A group came together, and its cards were given on one day.',
          'Somebody practised at the desk with new cards.',
          'The reader misread the codes.',
          'A unit tried whether a new batch of cards works.',
        ],
        say: 'Hello, many cards in a row were checked at your desk. Did you have a group, or was somebody practising?',
      },
      hours: {
        name: 'Records at an unusual hour',
        seen: ({ seen, days, first, last }) =>
          `In four weeks ${enUses(seen)} were recorded at ${two(first)}–${two((last + 1) % 24)}. They were on ${en(days)} days.`,
        counted: ({ before, limit }) =>
          `Of ${en(before)} earlier uses none was at that time. A signal is made from ${en(limit)} uses on two days on.`,
        rule: 'Uses are recorded at hours at which the venue has recorded nothing for a year. One late evening is not enough.',
        innocent: [
          'There was a night event, or the opening hours are new.',
          'The visits of the day were recorded only in the evening.',
          'The clock of a device is wrong.',
          'Somebody else uses the room too.',
        ],
        say: 'Hello, visits have been recorded late or early at your venue. Have your hours changed, or are visits recorded afterwards?',
      },
      repeats: {
        name: 'The same card again on the same day',
        seen: ({ seen, uses, weeks }) =>
          `In eight weeks the same card was recorded again on the same day ${en(seen)} times. It happened in ${en(weeks)} weeks. There were ${en(uses)} uses.`,
        counted: ({ usual, limit }) =>
          `The venue’s own earlier share lets one expect about ${en(usual)} times. A signal is made from ${en(limit)} times on.`,
        rule: 'In eight weeks cards are recorded twice for the same event more often than before. It happens in at least three weeks.',
        innocent: [
          'Children and adults are recorded apart.',
          'A client comes in the morning and in the evening.',
          'Two devices record the same visit.',
          'The desk does not see that the visit is saved already.',
        ],
        say: 'Hello, the same card is often recorded twice a day at your venue. How do you record when children come along?',
      },
      early: {
        name: 'Cards are used before registration',
        seen: ({ seen, registered }) =>
          `In four weeks ${enCards(seen)} were used before registration. The unit registered ${enCards(registered)} in that time.`,
        counted: ({ usual, limit }) =>
          `Earlier there were about ${en(usual)} in four weeks. A signal is made from ${en(limit)} cards on.`,
        rule: 'Cards are used before registration more often than in the eight weeks before.',
        innocent: [
          'Hand-over forms wait in a pile because somebody is on holiday.',
          'Cards were given at an event without a network.',
          'A new worker thought that somebody else registers the cards.',
          'Cards were passed to another unit, and the move was not recorded.',
        ],
        say: 'Hello, cards are used before there is time to register them. Are you short of time? How could we help?',
      },
      unused: {
        name: 'Many new cards stayed unused',
        seen: ({ registered, used, usual }) =>
          `Of the quarter’s ${en(registered)} cards ${en(used)} were used within three months. Usually about ${en(usual)} would be.`,
        counted: ({ limit }) =>
          `They were compared with the unit’s own year before and all units. A signal is made when ${en(limit)} or fewer are used.`,
        rule: 'Less than half the usual number of a quarter’s cards are used within three months.',
        innocent: [
          'Clients have not been told where the card can be used.',
          'There are no venues nearby, or they were closed.',
          'Cards were given just in case at a group meeting.',
          'The cards were registered but not handed over yet.',
        ],
        say: 'Hello, many of the cards you gave wait for their first use. Do you need guides or tips about nearby places?',
      },
    }),
  },
})

/** What a kind says, with the numbers of one signal put in. */
export const explain = (language: Language, { kind, numbers }: { kind: Kind; numbers: Numbers[Kind] }) => {
  const { seen, counted, ...rest } = explainWords[language].kinds[kind] as Explained<Kind>
  // The kind and its numbers come as a pair (`Signal`); taken apart, the type cannot say so.
  const given = numbers as never
  return { ...rest, seen: seen(given), counted: counted(given) }
}
