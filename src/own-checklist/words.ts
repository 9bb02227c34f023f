import { identifierWords } from '../i18n/identifier-words.ts'
import { formatDay, translated } from '../i18n/translated.ts'
import { dayOf } from '../lib/dates.ts'
import { localPath } from '../web/paths.ts'
import type { ChecklistKind, FactName, SitePoint, UnitPoint } from './rules.ts'

export const paths = {
  list: localPath({ fi: '/oma-muistilista', sv: '/egen-checklista', en: '/own-checklist' }),
  point: localPath({
    fi: '/oma-muistilista/:point',
    sv: '/egen-checklista/:point',
    en: '/own-checklist/:point',
  }),
  untick: localPath({
    fi: '/oma-muistilista/:point/poista',
    sv: '/egen-checklista/:point/ta-bort',
    en: '/own-checklist/:point/untick',
  }),
}

type Point = { title: string; lines: readonly string[] }
const points = (words: { unit: Record<UnitPoint, Point>; site: Record<SitePoint, Point> }) => words
const facts = (words: Record<FactName, { holds: string; lacks: string; mend: string }>) => words
const kinds = (words: Record<ChecklistKind, string>) => words

/** The living checklist of one's own unit or site. */
export const words = translated({
  fi: {
    title: 'Muistilista',
    lead: kinds({
      unit: 'Yksikkösi oma muistilista. Osan kohdista Kaikukanta merkitsee itse.',
      site: 'Kohteesi oma muistilista. Osan kohdista Kaikukanta merkitsee itse.',
    }),
    print: 'Sivun voi tulostaa selaimen tulostuksella.',
    progress: (done: number, all: number) => `Kunnossa ${done}/${all}`,
    done: 'Kunnossa',
    open: 'Tekemättä',
    tick: 'Merkitse tehdyksi',
    untick: 'Poista merkintä',
    about: (title: string) => `: ${title}`,
    addNote: 'Lisää huomautus',
    note: 'Huomautus työkavereille',
    noteHint: 'Esimerkiksi: Julisteet ovat aulassa ja odotustilassa.',
    ticked: (at: Date, by: string) => `Merkitty ${formatDay('fi', dayOf(at))}, ${by}.`,
    noted: (note: string) => `Huomautus: ${note}`,
    facts: facts({
      contact: {
        holds: 'Yhteyshenkilö on nimetty.',
        lacks: 'Yhteyshenkilö puuttuu.',
        mend: 'Lisää yhteyshenkilö',
      },
      confirmed: {
        holds: 'Tiedot on vahvistettu tälle vuodelle.',
        lacks: 'Tietoja ei ole vahvistettu tälle vuodelle.',
        mend: 'Vahvista tiedot',
      },
      inducted: {
        holds: 'Kaikkien perehdytys on voimassa.',
        lacks: 'Kaikilla ei ole voimassa olevaa perehdytystä.',
        mend: 'Katso, keneltä se puuttuu',
      },
      visiting: {
        holds: 'Käyntitiedot on kerrottu.',
        lacks: 'Käyntitiedot puuttuvat.',
        mend: 'Kirjoita käyntitiedot',
      },
      terms: {
        holds: 'Kortin ehdoissa lukee, miten lipun saa.',
        lacks: 'Kortin ehdoista puuttuu, miten lipun saa.',
        mend: 'Kirjoita ehdot',
      },
    }),
    points: points({
      unit: {
        contact: {
          title: 'Yhteyshenkilö on nimetty',
          lines: ['Tiedot tarkistetaan kerran vuodessa.'],
        },
        staff: {
          title: 'Henkilökunta on perehdytetty',
          lines: ['Perehdytys tehdään vähintään kerran vuodessa, myös kokeneiden kanssa.'],
        },
        handbook: {
          title: 'Käsikirja on tuttu',
          lines: ['Perehdytysmateriaali on julkisilla sivuilla kohdassa Kortinjakajille.'],
        },
        coordinators: {
          title: 'Vastuuhenkilöt ovat tiedossa',
          lines: ['Nimet ovat sivulla Oma paikka ja alueen omalla sivulla.'],
        },
        model: {
          title: 'Olemme sitoutuneet toimintamalliin',
          lines: ['Valtakunnallinen toimintamalli on luettu yhdessä.'],
        },
        tell: {
          title: 'Kerromme, että olemme mukana',
          lines: ['Valmis palvelukuvaus on sivulla Paperit ja tekstit.'],
        },
        posters: { title: 'Julisteet ovat esillä', lines: ['Tulosta ne sivulta Paperit ja tekstit.'] },
        criteria: {
          title: 'Emme pyydä tulotodistuksia',
          lines: ['Asiakkuus ja tiukka rahatilanne riittävät.'],
        },
        register: {
          title: 'Kortit rekisteröidään huolellisesti',
          lines: [
            'Jokaisella on oma tunnus Kaikukantaan.',
            'Suostumus kysytään tietoihin ja erikseen hyvinvointikysymyksiin.',
            'Nimeä, syntymäaikaa, henkilötunnusta, osoitetta tai puhelinnumeroa ei kirjata.',
            'Luovutuslomake on poikkeus. Kortti rekisteröidään pian.',
            'Korttiin kirjoitetaan nimi, viimeinen päivä ja lasten määrä.',
          ],
        },
        guide: {
          title: 'Neuvomme kortin käytön',
          lines: [
            'Asiakas saa tänä vuonna julkaistun esitteen.',
            'Kortti on mukana, kun varaa, hakee lipun ja osallistuu.',
            'Kohde voi pyytää henkilöllisyystodistuksen.',
            'Kohteiden tavat vaihtelevat: tarkista etukäteen, ja käytä varattu lippu.',
            'Asiakas tietää, missä tietosuojaseloste on.',
          ],
        },
        groups: {
          title: 'Järjestämme pienryhmäkäyntejä',
          lines: [
            'Yhteisön kortilla työntekijä pääsee maksutta asiakkaiden mukaan.',
            'Asiakkailla on omat kortit mukana. Alle 16-vuotiaat pääsevät yhteisön kortilla.',
          ],
        },
        figures: { title: 'Seuraamme omia lukuja', lines: ['Luvut ovat sivulla Omat tilastot.'] },
        help: {
          title: 'Tiedämme, kuka auttaa',
          lines: ['Ongelmissa auttaa alueen vastuuhenkilö, sitten Kaikukeskus.'],
        },
        national: {
          title: 'Valtakunnalliset yhteystiedot ovat tallessa',
          lines: ['Sivu Yhteystiedot on kirjanmerkeissä.'],
        },
      },
      site: {
        contact: {
          title: 'Yhteyshenkilö on nimetty',
          lines: ['Tiedot tarkistetaan kerran vuodessa.'],
        },
        change: {
          title: 'Kerromme vaihdoksista',
          lines: ['Uusi yhteyshenkilö kirjataan heti, ja vastuuhenkilö saa tiedon.'],
        },
        staff: {
          title: 'Henkilökunta on perehdytetty',
          lines: ['Perehdytys tehdään vähintään kerran vuodessa kaikille, jotka antavat lippuja.'],
        },
        model: {
          title: 'Olemme sitoutuneet toimintamalliin',
          lines: ['Valtakunnallinen toimintamalli on luettu yhdessä.'],
        },
        terms: {
          title: 'Kortin ehdot on kerrottu',
          lines: ['Ehdoissa lukee, mitä kortilla saa, mitä ei ja miten lipun hankkii.'],
        },
        tell: {
          title: 'Kerromme olevamme Kaikukortti-kohde',
          lines: ['Tieto on omilla sivuilla ja mainoksissa.'],
        },
        issuers: { title: 'Alueen kortinjakajat ovat tiedossa', lines: ['Luettelo on alueen sivulla.'] },
        check: {
          title: 'Kortti tarkistetaan Kaikukannasta',
          lines: [
            'Kortti on aina mukana. Henkilöllisyyden voi tarkistaa.',
            'Kaikukanta ratkaisee, jos paperikortissa on eri tieto.',
          ],
        },
        children: {
          title: 'Lasten liput kirjataan erikseen',
          lines: ['Lasten määrä on Kaikukannassa. Kurssipaikkoja ei saa lapsille.'],
        },
        companions: {
          title: 'Avustaja ja tulkki pääsevät maksutta',
          lines: ['Todistusta ei pyydetä.'],
        },
        record: {
          title: 'Jokainen käyttö kirjataan',
          lines: ['Käyttö kirjataan suoraan Kaikukantaan. Paperilista tuodaan pian.'],
        },
        courses: {
          title: 'Kurssit ja rajat ovat selvät',
          lines: [
            'Kurssin tunnus otetaan vastaan toimistossa.',
            'Rajoja on vain toimintamallin mukaan, ja ne kerrotaan ehdoissa.',
          ],
        },
        community: {
          title: 'Yhteisön kortti on tuttu',
          lines: ['Kortilla tulee työntekijä asiakkaiden kanssa. Aikuisilla asiakkailla on omat kortit.'],
        },
        trouble: {
          title: 'Tiedämme, mitä tehdä, kun jokin ei toimi',
          lines: ['Kassa toimii ilman verkkoa. Ovilista on tulostettu varalle.'],
        },
      },
    }),
    problems: {
      'note-long': 'Huomautus on liian pitkä. Lyhennä se 300 merkkiin.',
      ...identifierWords('fi'),
    },
  },
  sv: {
    title: 'Checklista',
    lead: kinds({
      unit: 'Din enhets egen checklista. En del av punkterna markerar Kaikukanta själv.',
      site: 'Ditt ställes egen checklista. En del av punkterna markerar Kaikukanta själv.',
    }),
    print: 'Sidan kan skrivas ut med webbläsarens utskrift.',
    progress: (done: number, all: number) => `I skick ${done}/${all}`,
    done: 'I skick',
    open: 'Inte gjort',
    tick: 'Markera som gjort',
    untick: 'Ta bort markeringen',
    about: (title: string) => `: ${title}`,
    addNote: 'Lägg till en anmärkning',
    note: 'Anmärkning till kollegorna',
    noteHint: 'Till exempel: Affischerna finns i aulan och väntrummet.',
    ticked: (at: Date, by: string) => `Markerat ${formatDay('sv', dayOf(at))}, ${by}.`,
    noted: (note: string) => `Anmärkning: ${note}`,
    facts: facts({
      contact: {
        holds: 'En kontaktperson är utsedd.',
        lacks: 'Kontaktperson saknas.',
        mend: 'Lägg till en kontaktperson',
      },
      confirmed: {
        holds: 'Uppgifterna är bekräftade för i år.',
        lacks: 'Uppgifterna är inte bekräftade för i år.',
        mend: 'Bekräfta uppgifterna',
      },
      inducted: {
        holds: 'Allas introduktion gäller.',
        lacks: 'Alla har inte en giltig introduktion.',
        mend: 'Se vem som saknar den',
      },
      visiting: {
        holds: 'Besöksuppgifterna är berättade.',
        lacks: 'Besöksuppgifterna saknas.',
        mend: 'Skriv besöksuppgifterna',
      },
      terms: {
        holds: 'Kortets villkor säger hur man får en biljett.',
        lacks: 'Kortets villkor säger inte hur man får en biljett.',
        mend: 'Skriv villkoren',
      },
    }),
    points: points({
      unit: {
        contact: {
          title: 'En kontaktperson är utsedd',
          lines: ['Uppgifterna kontrolleras en gång om året.'],
        },
        staff: {
          title: 'Personalen är introducerad',
          lines: ['Introduktionen görs minst en gång om året, också med erfarna.'],
        },
        handbook: {
          title: 'Handboken är bekant',
          lines: ['Introduktionsmaterialet finns på de offentliga sidorna under För kortutdelare.'],
        },
        coordinators: {
          title: 'Ansvarspersonerna är kända',
          lines: ['Namnen finns på sidan Mitt ställe och på områdets egen sida.'],
        },
        model: {
          title: 'Vi har förbundit oss till verksamhetsmodellen',
          lines: ['Den nationella verksamhetsmodellen är läst tillsammans.'],
        },
        tell: {
          title: 'Vi berättar att vi är med',
          lines: ['En färdig tjänstebeskrivning finns på sidan Papper och texter.'],
        },
        posters: { title: 'Affischerna är uppe', lines: ['Skriv ut dem på sidan Papper och texter.'] },
        criteria: {
          title: 'Vi begär inga inkomstintyg',
          lines: ['Att vara klient och ha stram ekonomi räcker.'],
        },
        register: {
          title: 'Korten registreras noga',
          lines: [
            'Var och en har ett eget konto i Kaikukanta.',
            'Samtycke begärs till uppgifterna och skilt till frågorna om välbefinnande.',
            'Namn, födelsetid, personbeteckning, adress eller telefonnummer antecknas inte.',
            'Överlåtelseblanketten är ett undantag. Kortet registreras snart.',
            'På kortet skrivs namn, sista dag och antalet barn.',
          ],
        },
        guide: {
          title: 'Vi berättar hur kortet används',
          lines: [
            'Klienten får broschyren som har getts ut i år.',
            'Kortet är med när klienten bokar, hämtar biljetten och deltar.',
            'Besöksmålet kan be om legitimation.',
            'Praxis varierar: kontrollera på förhand, och använd den bokade biljetten.',
            'Klienten vet var dataskyddsbeskrivningen finns.',
          ],
        },
        groups: {
          title: 'Vi ordnar besök i små grupper',
          lines: [
            'Med gemenskapens kort följer en anställd avgiftsfritt med klienterna.',
            'Klienterna har egna kort. De som är under 16 kommer in på gemenskapens kort.',
          ],
        },
        figures: {
          title: 'Vi följer våra egna siffror',
          lines: ['Siffrorna finns på sidan Egen statistik.'],
        },
        help: {
          title: 'Vi vet vem som hjälper',
          lines: ['Vid problem hjälper områdets ansvarsperson, sedan Kaikukeskus.'],
        },
        national: {
          title: 'De nationella kontaktuppgifterna är sparade',
          lines: ['Sidan Kontakt finns bland bokmärkena.'],
        },
      },
      site: {
        contact: {
          title: 'En kontaktperson är utsedd',
          lines: ['Uppgifterna kontrolleras en gång om året.'],
        },
        change: {
          title: 'Vi berättar om byten',
          lines: ['En ny kontaktperson antecknas genast, och ansvarspersonen får veta.'],
        },
        staff: {
          title: 'Personalen är introducerad',
          lines: ['Introduktionen görs minst en gång om året med alla som ger biljetter.'],
        },
        model: {
          title: 'Vi har förbundit oss till verksamhetsmodellen',
          lines: ['Den nationella verksamhetsmodellen är läst tillsammans.'],
        },
        terms: {
          title: 'Kortets villkor är berättade',
          lines: ['Villkoren säger vad kortet ger, vad det inte ger och hur man får en biljett.'],
        },
        tell: {
          title: 'Vi berättar att vi tar emot Kaikukortet',
          lines: ['Det står på våra egna sidor och i reklamen.'],
        },
        issuers: { title: 'Områdets kortutdelare är kända', lines: ['Listan finns på områdets sida.'] },
        check: {
          title: 'Kortet kontrolleras i Kaikukanta',
          lines: [
            'Kortet är alltid med. Identiteten kan kontrolleras.',
            'Kaikukanta avgör om papperskortet har en annan uppgift.',
          ],
        },
        children: {
          title: 'Barnens biljetter registreras skilt',
          lines: ['Antalet barn finns i Kaikukanta. Kursplatser ges inte till barn.'],
        },
        companions: {
          title: 'Assistent och tolk kommer in avgiftsfritt',
          lines: ['Inget intyg begärs.'],
        },
        record: {
          title: 'Varje användning registreras',
          lines: ['Användningen registreras direkt i Kaikukanta. En papperslista importeras snart.'],
        },
        courses: {
          title: 'Kurser och gränser är klara',
          lines: [
            'Kursens kod tas emot på kansliet.',
            'Gränser sätts bara enligt verksamhetsmodellen, och de står i villkoren.',
          ],
        },
        community: {
          title: 'Gemenskapens kort är bekant',
          lines: ['På kortet kommer en anställd med klienter. Vuxna klienter har egna kort.'],
        },
        trouble: {
          title: 'Vi vet vad vi gör när något inte fungerar',
          lines: ['Kassan fungerar utan nät. Dörrlistan är utskriven i reserv.'],
        },
      },
    }),
    problems: {
      'note-long': 'Anmärkningen är för lång. Korta den till 300 tecken.',
      ...identifierWords('sv'),
    },
  },
  en: {
    title: 'Checklist',
    lead: kinds({
      unit: 'Your unit’s own checklist. Some of its points Kaikukanta ticks by itself.',
      site: 'Your venue’s own checklist. Some of its points Kaikukanta ticks by itself.',
    }),
    print: 'You can print this page from the browser.',
    progress: (done: number, all: number) => `In order ${done}/${all}`,
    done: 'In order',
    open: 'Not done',
    tick: 'Mark as done',
    untick: 'Take the mark back',
    about: (title: string) => `: ${title}`,
    addNote: 'Add a note',
    note: 'A note to your colleagues',
    noteHint: 'For example: The posters are in the hall and the waiting room.',
    ticked: (at: Date, by: string) => `Marked on ${formatDay('en', dayOf(at))} by ${by}.`,
    noted: (note: string) => `Note: ${note}`,
    facts: facts({
      contact: {
        holds: 'There is a contact person.',
        lacks: 'There is no contact person.',
        mend: 'Add a contact person',
      },
      confirmed: {
        holds: 'The details are confirmed for this year.',
        lacks: 'The details are not confirmed for this year.',
        mend: 'Confirm the details',
      },
      inducted: {
        holds: 'Everybody’s induction holds.',
        lacks: 'Some have no induction that holds.',
        mend: 'See who has none',
      },
      visiting: {
        holds: 'The visiting details are told.',
        lacks: 'The visiting details are missing.',
        mend: 'Write the visiting details',
      },
      terms: {
        holds: 'The terms tell how one gets a ticket.',
        lacks: 'The terms do not tell how one gets a ticket.',
        mend: 'Write the terms',
      },
    }),
    points: points({
      unit: {
        contact: {
          title: 'There is a named contact person',
          lines: ['The details are looked through once a year.'],
        },
        staff: {
          title: 'The staff has had an induction',
          lines: ['An induction is held at least once a year, with the experienced too.'],
        },
        handbook: {
          title: 'We know the handbook',
          lines: ['The induction material is on the public pages, under For card issuers.'],
        },
        coordinators: {
          title: 'We know the area coordinators',
          lines: ['Their names are on the page My place and on the area’s own page.'],
        },
        model: {
          title: 'We are committed to the operating model',
          lines: ['We have read the national operating model together.'],
        },
        tell: {
          title: 'We tell that we are part of it',
          lines: ['A ready service description is on the page Papers and texts.'],
        },
        posters: { title: 'The posters are up', lines: ['Print them from the page Papers and texts.'] },
        criteria: {
          title: 'We ask for no proof of income',
          lines: ['Being a client with little money is enough.'],
        },
        register: {
          title: 'Cards are registered with care',
          lines: [
            'Everybody has an account of their own in Kaikukanta.',
            'Consent is asked for the details, and apart for the wellbeing questions.',
            'No name, birth date, identity code, address or phone number is recorded.',
            'The hand-over form is an exception. The card is registered soon.',
            'The name, the last day and the number of children are written on the card.',
          ],
        },
        guide: {
          title: 'We tell how the card is used',
          lines: [
            'The client gets the brochure published this year.',
            'The card is along when booking, collecting and attending.',
            'A venue may ask for proof of identity.',
            'Venues differ: check beforehand, and use the ticket you book.',
            'The client knows where the privacy statement is.',
          ],
        },
        groups: {
          title: 'We arrange visits in small groups',
          lines: [
            'With the community card a worker goes along with clients, free of charge.',
            'Clients bring their own cards. Those under 16 come on the community card.',
          ],
        },
        figures: { title: 'We follow our own figures', lines: ['They are on the page My statistics.'] },
        help: {
          title: 'We know who helps',
          lines: ['With problems the area coordinator helps, then Kaikukeskus.'],
        },
        national: {
          title: 'We have the national contact details',
          lines: ['The page Contacts is among the bookmarks.'],
        },
      },
      site: {
        contact: {
          title: 'There is a named contact person',
          lines: ['The details are looked through once a year.'],
        },
        change: {
          title: 'We tell of changes',
          lines: ['A new contact person is entered at once, and the coordinator is told.'],
        },
        staff: {
          title: 'The staff has had an induction',
          lines: ['An induction is held at least once a year for all who give tickets.'],
        },
        model: {
          title: 'We are committed to the operating model',
          lines: ['We have read the national operating model together.'],
        },
        terms: {
          title: 'The terms of the card are told',
          lines: ['They say what the card gives and does not, and how one gets a ticket.'],
        },
        tell: {
          title: 'We tell that we take the Kaikukortti',
          lines: ['It stands on our own pages and in our marketing.'],
        },
        issuers: {
          title: 'We know the card issuers of the area',
          lines: ['The list is on the area’s page.'],
        },
        check: {
          title: 'The card is checked in Kaikukanta',
          lines: [
            'The card is always along. Identity may be checked.',
            'Kaikukanta decides where the paper card says something else.',
          ],
        },
        children: {
          title: 'Children’s tickets are recorded apart',
          lines: ['The number of children is in Kaikukanta. Course places are not for children.'],
        },
        companions: {
          title: 'Assistants and interpreters come free',
          lines: ['No proof is asked for.'],
        },
        record: {
          title: 'Every use is recorded',
          lines: ['A use is recorded straight in Kaikukanta. A paper list is brought in soon.'],
        },
        courses: {
          title: 'Courses and limits are clear',
          lines: [
            'The code for a course is taken at the office.',
            'Limits follow the operating model only, and stand in the terms.',
          ],
        },
        community: {
          title: 'We know the community card',
          lines: ['A worker comes on it with clients. Adult clients have their own cards.'],
        },
        trouble: {
          title: 'We know what to do when something does not work',
          lines: ['The desk works without a network. The door list is printed, just in case.'],
        },
      },
    }),
    problems: {
      'note-long': 'The note is too long. Shorten it to 300 characters.',
      ...identifierWords('en'),
    },
  },
})
