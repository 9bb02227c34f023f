import { identifierWords } from '../i18n/identifier-words.ts'
import { formatDay, plural, translated } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import type { LimitPeriod } from '../uses/limit-rules.ts'
import type { UseKind } from '../uses/rules.ts'
import { localPath } from '../web/paths.ts'
import type { Problem } from './forms.ts'
import type { LinkKind, Standing, TextField } from './rules.ts'

const own = { fi: '/oma-kohde/ehdot', sv: '/mitt-besoksmal/villkor', en: '/my-site/terms' } as const
const kept = {
  fi: '/kohteet-yllapito/:site/ehdot',
  sv: '/stallen-underhall/:site/villkor',
  en: '/places-upkeep/:site/terms',
} as const

/** The venue's own pages, and the keepers' pages of any site they keep. */
export const paths = {
  own: localPath(own),
  ownTranslation: localPath({
    fi: `${own.fi}/kaannos/:to`,
    sv: `${own.sv}/oversattning/:to`,
    en: `${own.en}/translation/:to`,
  }),
  ownPreview: localPath({
    fi: `${own.fi}/esikatselu`,
    sv: `${own.sv}/forhandsvisning`,
    en: `${own.en}/preview`,
  }),
  kept: localPath(kept),
  keptTranslation: localPath({
    fi: `${kept.fi}/kaannos/:to`,
    sv: `${kept.sv}/oversattning/:to`,
    en: `${kept.en}/translation/:to`,
  }),
  keptPreview: localPath({
    fi: `${kept.fi}/esikatselu`,
    sv: `${kept.sv}/forhandsvisning`,
    en: `${kept.en}/preview`,
  }),
}

const texts = (words: Record<TextField, string>) => words
const links = (words: Record<LinkKind, string>) => words
const periods = (words: Record<LimitPeriod, string>) => words
const kinds = (words: Record<UseKind, string>) => words
const problems = (words: Record<Problem, string>) => words

/** Cents as a reader writes euros: `60 €`, `30,50 €`, `€60`. */
export const euros = (cents: number, point: ',' | '.') =>
  cents % 100 === 0 ? String(cents / 100) : (cents / 100).toFixed(2).replace('.', point)

/** What a cardholder reads. */
export const termsWords = translated({
  fi: {
    headings: texts({
      included: 'Tämän saat kortilla',
      how: 'Näin hankit lipun',
      cancelling: 'Jos et pääse',
      limits: 'Hyvä tietää rajoista',
      courses: 'Kurssit',
      children: 'Lapset',
      companions: 'Avustajat ja tulkit',
      accessibility: 'Esteettömyys',
    }),
    companions: 'Avustaja ja tulkki pääsevät aina maksutta. Todistusta ei tarvita.',
    cancelling: 'Älä jätä lippua käyttämättä. Peru se ajoissa, jos et pääse.',
    cancellingHow: 'Ota yhteyttä paikkaan, josta varasit lipun: kohteeseen tai lipunmyyntiin.',
    fee: (cents: number) => `Kurssi voi maksaa enintään ${euros(cents, ',')} €.`,
    excess: (cents: number) =>
      `Kortti kattaa kurssista ${euros(cents, ',')} €. Maksat itse sen yli menevän osan.`,
    address: 'Osoite',
    linksTitle: 'Linkit',
    links: links({
      home: 'Kohteen kotisivu',
      tickets: 'Lipunmyynti',
      programme: 'Ohjelma',
      accessibility: 'Tietoa esteettömyydestä',
    }),
    onlyFinnish: 'Tämä kohta on vain suomeksi.',
    outdated: 'Suomenkielinen teksti on muuttunut tämän käännöksen jälkeen.',
  },
  sv: {
    headings: texts({
      included: 'Det här får du med kortet',
      how: 'Så får du en biljett',
      cancelling: 'Om du inte kan komma',
      limits: 'Bra att veta om begränsningar',
      courses: 'Kurser',
      children: 'Barn',
      companions: 'Assistenter och tolkar',
      accessibility: 'Tillgänglighet',
    }),
    companions: 'Assistent och tolk kommer alltid in gratis. Inget intyg behövs.',
    cancelling: 'Lämna inte biljetten oanvänd. Avboka den i god tid om du inte kan komma.',
    cancellingHow: 'Kontakta den som du bokade biljetten hos: stället eller biljettförsäljaren.',
    fee: (cents: number) => `Kursen får kosta högst ${euros(cents, ',')} €.`,
    excess: (cents: number) =>
      `Kortet täcker ${euros(cents, ',')} € av kursen. Du betalar själv det som går över.`,
    address: 'Adress',
    linksTitle: 'Länkar',
    links: links({
      home: 'Ställets webbplats',
      tickets: 'Biljetter',
      programme: 'Program',
      accessibility: 'Om tillgängligheten',
    }),
    onlyFinnish: 'Den här punkten finns bara på finska.',
    outdated: 'Den finska texten har ändrats efter den här översättningen.',
  },
  en: {
    headings: texts({
      included: 'What you get with the card',
      how: 'How to get a ticket',
      cancelling: 'If you cannot come',
      limits: 'Limits',
      courses: 'Courses',
      children: 'Children',
      companions: 'Assistants and interpreters',
      accessibility: 'Accessibility',
    }),
    companions: 'An assistant and an interpreter always get in free. No proof is needed.',
    cancelling: 'Do not leave a ticket unused. Cancel it in good time if you cannot come.',
    cancellingHow: 'Contact whoever you booked the ticket from: the place or the ticket seller.',
    fee: (cents: number) => `A course may cost at most €${euros(cents, '.')}.`,
    excess: (cents: number) =>
      `The card covers €${euros(cents, '.')} of a course. You pay what goes over it.`,
    address: 'Address',
    linksTitle: 'Links',
    links: links({
      home: 'The place’s website',
      tickets: 'Tickets',
      programme: 'Programme',
      accessibility: 'About accessibility',
    }),
    onlyFinnish: 'This part is in Finnish only.',
    outdated: 'The Finnish text has changed after this translation.',
  },
})

/** The day on which a pause or a pop-up ends or begins; null is open. */
type Days = { from: Day | null; until: Day | null }
type Told = { title: string; text: (days: Days) => string }
const told = (words: Record<Exclude<Standing, 'open'>, Told>) => words

/** The public page of one site. */
export const siteWords = translated({
  fi: {
    sites: 'Mihin kortilla pääsee',
    description: (name: string, place: string) =>
      `${name}, ${place}: mitä Kaikukortilla saa ja miten lipun hankkii.`,
    popUp: 'Pop up',
    popUpUntil: (day: Day) => `Kortilla pääsee ${formatDay('fi', day)} asti.`,
    empty: 'Kohde ei ole vielä kertonut tarkemmin, mitä kortilla saa. Kysy kohteesta ennen kuin lähdet.',
    successor: 'Katso uusi kohde',
    others: 'Katso muita kohteita',
    standings: told({
      paused: {
        title: 'Kohde on nyt tauolla',
        text: ({ until }) =>
          until
            ? `Kortilla ei pääse tänne nyt. Tauko kestää ${formatDay('fi', until)} asti.`
            : 'Kortilla ei pääse tänne nyt.',
      },
      coming: {
        title: 'Tulossa',
        text: ({ from }) =>
          from
            ? `Kortilla pääsee tänne ${formatDay('fi', from)} alkaen.`
            : 'Kunta vasta valmistelee kortin käyttöönottoa.',
      },
      closed: { title: 'Kohde on suljettu', text: () => 'Kortilla ei pääse tänne enää.' },
      merged: {
        title: 'Kohde on yhdistetty toiseen',
        text: () => 'Ajantasaiset tiedot ovat uuden kohteen sivulla.',
      },
      over: {
        title: 'Tämä pop up -kohde on päättynyt',
        text: ({ until }) => (until ? `Se päättyi ${formatDay('fi', until)}.` : ''),
      },
      left: {
        title: 'Kortti ei ole täällä enää käytössä',
        text: () => 'Kunta ei ole enää mukana Kaikukortissa.',
      },
    }),
  },
  sv: {
    sites: 'Var kortet gäller',
    description: (name: string, place: string) =>
      `${name}, ${place}: vad du får med Kaikukortet och hur du får en biljett.`,
    popUp: 'Pop up',
    popUpUntil: (day: Day) => `Kortet gäller till och med ${formatDay('sv', day)}.`,
    empty: 'Stället har ännu inte berättat närmare vad du får med kortet. Fråga innan du åker dit.',
    successor: 'Se det nya stället',
    others: 'Se andra ställen',
    standings: told({
      paused: {
        title: 'Stället har paus just nu',
        text: ({ until }) =>
          until
            ? `Kortet gäller inte här nu. Pausen varar till och med ${formatDay('sv', until)}.`
            : 'Kortet gäller inte här nu.',
      },
      coming: {
        title: 'Kommer',
        text: ({ from }) =>
          from
            ? `Kortet gäller här från och med ${formatDay('sv', from)}.`
            : 'Kommunen förbereder ännu kortet.',
      },
      closed: { title: 'Stället är stängt', text: () => 'Kortet gäller inte här längre.' },
      merged: {
        title: 'Stället har slagits ihop med ett annat',
        text: () => 'Aktuell information finns på det nya ställets sida.',
      },
      over: {
        title: 'Det här pop up-stället är avslutat',
        text: ({ until }) => (until ? `Det slutade ${formatDay('sv', until)}.` : ''),
      },
      left: {
        title: 'Kortet används inte längre här',
        text: () => 'Kommunen är inte längre med i Kaikukortet.',
      },
    }),
  },
  en: {
    sites: 'Where the card takes you',
    description: (name: string, place: string) =>
      `${name}, ${place}: what you get with the Kaikukortti and how to get a ticket.`,
    popUp: 'Pop-up',
    popUpUntil: (day: Day) => `The card works here until ${formatDay('en', day)}.`,
    empty: 'The place has not yet told what you get with the card. Ask the place before you go.',
    successor: 'See the new place',
    others: 'See other places',
    standings: told({
      paused: {
        title: 'The place is on a break now',
        text: ({ until }) =>
          until
            ? `The card does not work here now. The break lasts until ${formatDay('en', until)}.`
            : 'The card does not work here now.',
      },
      coming: {
        title: 'Coming',
        text: ({ from }) =>
          from
            ? `The card works here from ${formatDay('en', from)}.`
            : 'The municipality is still preparing for the card.',
      },
      closed: { title: 'The place has closed', text: () => 'The card does not work here any more.' },
      merged: {
        title: 'The place has been joined with another',
        text: () => 'The page of the new place is up to date.',
      },
      over: {
        title: 'This pop-up place is over',
        text: ({ until }) => (until ? `It ended on ${formatDay('en', until)}.` : ''),
      },
      left: {
        title: 'The card is not used here any more',
        text: () => 'The municipality no longer takes part in Kaikukortti.',
      },
    }),
  },
})

/** The pages where a site writes its terms. */
export const words = translated({
  fi: {
    keptWhat: 'Mitä kortilla saa ja miten lipun saa.',
    title: 'Kortin ehdot',
    lead: 'Kerro kortinhaltijalle, mitä kortilla saa ja miten. Tyhjää kohtaa ei näytetä.',
    noPeople: 'Älä kirjoita ihmisten nimiä tai henkilökohtaisia yhteystietoja. Tämä sivu on julkinen.',
    ownPlace: 'Oma paikka',
    preview: 'Katso, miltä ehdot näyttävät',
    previewTitle: 'Näin kortinhaltija näkee ehdot',
    languages: 'Kieliversiot',
    translate: { sv: 'Käännä ruotsiksi', en: 'Käännä englanniksi' },
    state: (missing: number, outdated: number) =>
      [
        missing > 0 && `${plural('fi', { one: '# teksti', other: '# tekstiä' })(missing)} kääntämättä`,
        outdated > 0 && `${plural('fi', { one: '# käännös', other: '# käännöstä' })(outdated)} vanhentunut`,
      ]
        .filter(Boolean)
        .join(', ') || 'ajan tasalla',
    nothingYet: 'ei vielä käännettävää',
    saved: 'Ehdot on tallennettu.',
    save: 'Tallenna ehdot',
    basics: 'Mitä kortilla saa',
    inFinnish: 'Kirjoita nämä suomeksi. Käännökset tehdään omalla sivullaan.',
    labels: texts({
      included: 'Mitä kortilla saa?',
      how: 'Miten lipun saa?',
      cancelling: 'Miten varatun lipun voi perua?',
      limits: 'Mitä kortilla ei saa, tai mitä rajoja on?',
      courses: 'Muuta kursseista',
      children: 'Miten lapset pääsevät?',
      companions: 'Lisätietoa avustajista ja tulkeista',
      accessibility: 'Esteettömyys',
    }),
    hints: texts({
      included: 'Esimerkiksi: Kaikki omat näytökset ja konsertit.',
      how: 'Yksi lause, enintään 200 merkkiä. Esimerkiksi: Hae lippu kassalta ja näytä kortti.',
      cancelling: 'Esimerkiksi: Soita kassalle tai lähetä sähköpostia ennen esitystä.',
      limits: 'Esimerkiksi: Vierailunäytökset eivät kuulu etuun.',
      courses: 'Esimerkiksi: Ilmoittaudu toimistoon ennen kurssin alkua.',
      children: 'Esimerkiksi: Alle 18-vuotiaat omat lapset pääsevät mukaan.',
      companions: 'Sivulla lukee aina, että he pääsevät maksutta ilman todistusta.',
      accessibility: 'Esimerkiksi: Esteetön sisäänkäynti pihan puolelta, induktiosilmukka salissa.',
    }),
    courseTitle: 'Kurssit',
    courseLead: 'Täytä nämä, jos kohteessa on kursseja.',
    limitTitle: 'Kuinka paljon kortilla saa?',
    limitLead: 'Kassa noudattaa rajaa ja kertoo siitä. Lapsia ja avustajia ei lasketa mukaan.',
    volumes: kinds({
      ticket: 'Montako lippua kortilla saa?',
      'course-place': 'Montako kurssia kortilla saa?',
      'season-pass': 'Montako kausikorttia kortilla saa?',
    }),
    limitPeriod: 'Missä ajassa?',
    periods: periods({
      day: 'Päivässä',
      week: 'Viikossa',
      month: 'Kuukaudessa',
      term: 'Lukukaudessa',
      'calendar-year': 'Kalenterivuodessa',
      event: 'Yhteen tapahtumaan',
    }),
    gives: {
      'course-place': 'Kortilla saa kurssipaikkoja',
      'season-pass': 'Kortilla saa kausikortteja',
    },
    notSaid: 'Ei rajaa',
    courseFee: 'Kurssin korkein hinta euroina',
    courseFeeHint: 'Esimerkiksi 60 tai 30,50.',
    courseExcess: 'Kortinhaltija voi maksaa itse hinnan ylimenevän osan',
    linksTitle: 'Linkit',
    links: links({
      home: 'Kohteen kotisivu',
      tickets: 'Lipunmyynti',
      programme: 'Ohjelma',
      accessibility: 'Esteettömyystiedot',
    }),
    linkHint: 'Esimerkiksi www.esimerkki.example.',
    addressTitle: 'Osoite',
    street: 'Katuosoite',
    postalCode: 'Postinumero',
    translationTitle: { sv: 'Ehdot ruotsiksi', en: 'Ehdot englanniksi' },
    translationLead: 'Suomenkielinen teksti on lähde. Tyhjän kohdan tilalla näytetään suomi.',
    inLanguage: { sv: 'Ruotsiksi', en: 'Englanniksi' },
    outdated: 'Suomenkielinen teksti on muuttunut tämän käännöksen jälkeen',
    still: 'Käännös pitää yhä paikkansa',
    noSource: 'Suomenkielisiä tekstejä ei vielä ole',
    noSourceText: 'Kirjoita ehdot ensin suomeksi.',
    saveTranslation: 'Tallenna käännös',
    back: 'Takaisin ehtoihin',
    problems: problems({
      ...identifierWords('fi'),
      'text-long': 'Lyhennä tekstiä: enintään 1 000 merkkiä.',
      'how-long': 'Lyhennä yhteen lauseeseen: enintään 200 merkkiä.',
      'url-form': 'Tarkista linkki. Sen pitää olla verkko-osoite, esimerkiksi www.esimerkki.example.',
      'street-long': 'Lyhennä katuosoitetta: enintään 200 merkkiä.',
      'postal-form': 'Kirjoita postinumero viidellä numerolla.',
      'limit-form': 'Kirjoita määrä numeroin, 1–99.',
      'limit-missing': 'Kirjoita, montako kortilla saa. Tai valitse Ei rajaa.',
      'period-missing': 'Valitse, missä ajassa määrän saa.',
      'fee-form': 'Kirjoita hinta euroina, esimerkiksi 60 tai 30,50.',
      'fee-missing': 'Kirjoita korkein hinta, jonka yli menevän osan kortinhaltija maksaa.',
    }),
  },
  sv: {
    keptWhat: 'Vad kortet ger och hur man får en biljett.',
    title: 'Villkor för kortet',
    lead: 'Berätta för kortinnehavaren vad kortet ger och hur. En tom punkt visas inte.',
    noPeople: 'Skriv inte personers namn eller egna kontaktuppgifter. Den här sidan är offentlig.',
    ownPlace: 'Mitt ställe',
    preview: 'Se hur villkoren ser ut',
    previewTitle: 'Så här ser kortinnehavaren villkoren',
    languages: 'Språkversioner',
    translate: { sv: 'Översätt till svenska', en: 'Översätt till engelska' },
    state: (missing, outdated) =>
      [
        missing > 0 && `${plural('sv', { one: '# text', other: '# texter' })(missing)} utan översättning`,
        outdated > 0 &&
          `${plural('sv', { one: '# översättning', other: '# översättningar' })(outdated)} föråldrade`,
      ]
        .filter(Boolean)
        .join(', ') || 'aktuell',
    nothingYet: 'inget att översätta ännu',
    saved: 'Villkoren har sparats.',
    save: 'Spara villkoren',
    basics: 'Vad kortet ger',
    inFinnish: 'Skriv de här på finska. Översättningarna görs på en egen sida.',
    labels: texts({
      included: 'Vad får man med kortet?',
      how: 'Hur får man en biljett?',
      cancelling: 'Hur avbokar man en biljett?',
      limits: 'Vad får man inte, eller vilka gränser finns?',
      courses: 'Annat om kurserna',
      children: 'Hur kommer barn in?',
      companions: 'Mer om assistenter och tolkar',
      accessibility: 'Tillgänglighet',
    }),
    hints: texts({
      included: 'Till exempel: Alla egna föreställningar och konserter.',
      how: 'En mening, högst 200 tecken. Till exempel: Hämta biljetten i kassan och visa kortet.',
      cancelling: 'Till exempel: Ring kassan eller skicka e-post före föreställningen.',
      limits: 'Till exempel: Gästspel ingår inte.',
      courses: 'Till exempel: Anmäl dig på kansliet innan kursen börjar.',
      children: 'Till exempel: Egna barn under 18 år kommer in med dig.',
      companions: 'På sidan står alltid att de kommer in gratis utan intyg.',
      accessibility: 'Till exempel: Tillgänglig ingång från gården, hörslinga i salen.',
    }),
    courseTitle: 'Kurser',
    courseLead: 'Fyll i de här om stället har kurser.',
    limitTitle: 'Hur mycket får man med kortet?',
    limitLead: 'Kassan följer gränsen och berättar om den. Barn och assistenter räknas inte.',
    volumes: kinds({
      ticket: 'Hur många biljetter får man med kortet?',
      'course-place': 'Hur många kurser får man med kortet?',
      'season-pass': 'Hur många säsongskort får man med kortet?',
    }),
    limitPeriod: 'Under vilken tid?',
    periods: periods({
      day: 'Per dag',
      week: 'Per vecka',
      month: 'Per månad',
      term: 'Per termin',
      'calendar-year': 'Per kalenderår',
      event: 'Per evenemang',
    }),
    gives: {
      'course-place': 'Kortet ger kursplatser',
      'season-pass': 'Kortet ger säsongskort',
    },
    notSaid: 'Ingen gräns',
    courseFee: 'Kursens högsta avgift i euro',
    courseFeeHint: 'Till exempel 60 eller 30,50.',
    courseExcess: 'Kortinnehavaren kan själv betala det som går över avgiften',
    linksTitle: 'Länkar',
    links: links({
      home: 'Ställets webbplats',
      tickets: 'Biljetter',
      programme: 'Program',
      accessibility: 'Information om tillgänglighet',
    }),
    linkHint: 'Till exempel www.esimerkki.example.',
    addressTitle: 'Adress',
    street: 'Gatuadress',
    postalCode: 'Postnummer',
    translationTitle: { sv: 'Villkoren på svenska', en: 'Villkoren på engelska' },
    translationLead: 'Den finska texten är källan. I stället för en tom punkt visas finskan.',
    inLanguage: { sv: 'På svenska', en: 'På engelska' },
    outdated: 'Den finska texten har ändrats efter den här översättningen',
    still: 'Översättningen stämmer fortfarande',
    noSource: 'Det finns inga finska texter ännu',
    noSourceText: 'Skriv villkoren först på finska.',
    saveTranslation: 'Spara översättningen',
    back: 'Tillbaka till villkoren',
    problems: problems({
      ...identifierWords('sv'),
      'text-long': 'Förkorta texten: högst 1 000 tecken.',
      'how-long': 'Förkorta till en mening: högst 200 tecken.',
      'url-form': 'Kontrollera länken. Den ska vara en webbadress, till exempel www.esimerkki.example.',
      'street-long': 'Förkorta gatuadressen: högst 200 tecken.',
      'postal-form': 'Skriv postnumret med fem siffror.',
      'limit-form': 'Skriv antalet med siffror, 1–99.',
      'limit-missing': 'Skriv hur många man får. Eller välj Ingen gräns.',
      'period-missing': 'Välj under vilken tid antalet gäller.',
      'fee-form': 'Skriv avgiften i euro, till exempel 60 eller 30,50.',
      'fee-missing': 'Skriv den högsta avgiften. Kortinnehavaren betalar det som går över.',
    }),
  },
  en: {
    keptWhat: 'What the card gives and how to get a ticket.',
    title: 'Terms of the card',
    lead: 'Tell the cardholder what the card gives and how. An empty part is not shown.',
    noPeople: 'Do not write people’s names or personal contact details. This page is public.',
    ownPlace: 'My place',
    preview: 'See what the terms look like',
    previewTitle: 'This is what a cardholder sees',
    languages: 'Languages',
    translate: { sv: 'Translate into Swedish', en: 'Translate into English' },
    state: (missing, outdated) =>
      [
        missing > 0 && `${plural('en', { one: '# text', other: '# texts' })(missing)} not translated`,
        outdated > 0 &&
          `${plural('en', { one: '# translation', other: '# translations' })(outdated)} out of date`,
      ]
        .filter(Boolean)
        .join(', ') || 'up to date',
    nothingYet: 'nothing to translate yet',
    saved: 'The terms have been saved.',
    save: 'Save the terms',
    basics: 'What the card gives',
    inFinnish: 'Write these in Finnish. Translations have a page of their own.',
    labels: texts({
      included: 'What does the card give?',
      how: 'How does one get a ticket?',
      cancelling: 'How does one cancel a booked ticket?',
      limits: 'What is not included, or what limits are there?',
      courses: 'More about courses',
      children: 'How do children get in?',
      companions: 'More about assistants and interpreters',
      accessibility: 'Accessibility',
    }),
    hints: texts({
      included: 'For example: All our own performances and concerts.',
      how: 'One sentence, 200 characters at most. For example: Get the ticket at the box office and show the card.',
      cancelling: 'For example: Call the box office or send e-mail before the show.',
      limits: 'For example: Guest performances are not included.',
      courses: 'For example: Sign up at the office before the course begins.',
      children: 'For example: Your own children under 18 get in with you.',
      companions: 'The page always says that they get in free without proof.',
      accessibility: 'For example: Step-free entrance from the yard, induction loop in the hall.',
    }),
    courseTitle: 'Courses',
    courseLead: 'Fill these in if the site has courses.',
    limitTitle: 'How much does the card give?',
    limitLead: 'The desk keeps to the limit and tells of it. Children and assistants are not counted.',
    volumes: kinds({
      ticket: 'How many tickets does the card give?',
      'course-place': 'How many courses does the card give?',
      'season-pass': 'How many season passes does the card give?',
    }),
    limitPeriod: 'In what time?',
    periods: periods({
      day: 'In a day',
      week: 'In a week',
      month: 'In a month',
      term: 'In a term',
      'calendar-year': 'In a calendar year',
      event: 'For an event',
    }),
    gives: {
      'course-place': 'The card gives course places',
      'season-pass': 'The card gives season passes',
    },
    notSaid: 'No limit',
    courseFee: 'The highest fee of a course in euros',
    courseFeeHint: 'For example 60 or 30.50.',
    courseExcess: 'The cardholder may pay what goes over the fee',
    linksTitle: 'Links',
    links: links({
      home: 'Website of the site',
      tickets: 'Tickets',
      programme: 'Programme',
      accessibility: 'Accessibility information',
    }),
    linkHint: 'For example www.esimerkki.example.',
    addressTitle: 'Address',
    street: 'Street address',
    postalCode: 'Postal code',
    translationTitle: { sv: 'The terms in Swedish', en: 'The terms in English' },
    translationLead: 'The Finnish text is the source. Where a part is empty, the Finnish is shown.',
    inLanguage: { sv: 'In Swedish', en: 'In English' },
    outdated: 'The Finnish text has changed after this translation',
    still: 'The translation still holds',
    noSource: 'There are no Finnish texts yet',
    noSourceText: 'Write the terms in Finnish first.',
    saveTranslation: 'Save the translation',
    back: 'Back to the terms',
    problems: problems({
      ...identifierWords('en'),
      'text-long': 'Shorten the text to 1,000 characters at most.',
      'how-long': 'Shorten it to one sentence, 200 characters at most.',
      'url-form': 'Check the link. It must be a web address, for example www.esimerkki.example.',
      'street-long': 'Shorten the street address to 200 characters at most.',
      'postal-form': 'Write the postal code with five digits.',
      'limit-form': 'Write the number in digits, 1–99.',
      'limit-missing': 'Write how many the card gives. Or choose No limit.',
      'period-missing': 'Choose in what time the card gives that many.',
      'fee-form': 'Write the fee in euros, for example 60 or 30.50.',
      'fee-missing': 'Write the highest fee. The cardholder pays what goes over it.',
    }),
  },
})
