import { translated } from '../i18n/translated.ts'
import type { Lesson, VenueLesson } from './lesson-rules.ts'

const lessons = (words: Record<VenueLesson, Lesson>) => words

/*
 * Sources: what Kaikukortti asks of sites (a named contact person, instruction every year, the operating model, telling what
 * is included, every acquisition recorded with children apart, the register before the paper, companions without proof,
 * limits as the model allows, course codes to the office) and the venues' handbook of the public site.
 */
export const venueLessons = translated({
  fi: lessons({
    site: {
      title: 'Kohde kuntoon',
      points: [
        'Kaikukortilla ihminen, jolla on tiukka rahatilanne, saa lipun maksutta. Kohde antaa sen hyvästä tahdosta.',
        'Kohteella on nimetty yhteyshenkilö. Kerro vaihdoksesta heti alueen vastuuhenkilölle.',
        'Kohde noudattaa valtakunnallista toimintamallia, ja henkilökunta perehdytetään vuosittain.',
        'Kerro omilla sivuillasi, mitä kortilla saa ja miten lipun hankkii.',
        'Ota selvää, ketkä alueellasi antavat kortteja.',
      ],
      questions: [
        {
          ask: 'Kortti ei käy vierailunäytäntöön. Missä kerrot sen?',
          right: {
            say: 'Kortin ehdoissa ja tapahtuman tiedoissa etukäteen.',
            why: 'Näin kukaan ei tule turhaan. Selvä tieto on parasta palvelua.',
          },
          others: [
            {
              say: 'Kassalla, jos joku kysyy.',
              why: 'Silloin asiakas on jo tehnyt matkan. Kerro asia etukäteen.',
            },
            {
              say: 'En missään, se on poikkeus.',
              why: 'Juuri poikkeus kannattaa kertoa. Muuten siitä tulee pettymys.',
            },
          ],
        },
        {
          ask: 'Asiakas kysyy, mistä kortin voi saada. Mitä teet?',
          right: {
            say: 'Neuvon hänelle alueen kortinjakajat.',
            why: 'Jakajat ovat julkisilla sivuilla. Kohde ei itse anna kortteja.',
          },
          others: [
            {
              say: 'Kysyn ensin, mikä hänen tilanteensa on.',
              why: 'Rahatilanteesta ei kysytä kassalla. Kortinjakaja keskustelee siitä rauhassa.',
            },
            {
              say: 'Sanon, etten tiedä.',
              why: 'Tieto löytyy nopeasti alueen sivulta. Pidä osoite kassalla.',
            },
          ],
        },
      ],
    },
    check: {
      title: 'Kortin tarkistaminen',
      points: [
        'Kortti on aina mukana. Pelkkä nimi ei riitä.',
        'Tarkista kortti Kaikukannasta. Näet, onko kortti voimassa ja montako lasta siihen kuuluu.',
        'Kaikukanta ratkaisee, jos paperikortissa on eri tieto.',
        'Voit pyytää henkilökortin, ajokortin tai passin ja verrata nimeä korttiin.',
        'Älä kysy, miksi asiakkaalla on kortti. Puhu kuten kaikille.',
      ],
      questions: [
        {
          ask: 'Korttiin on kirjoitettu maaliskuu, mutta Kaikukanta sanoo kesäkuu. Kumpi pitää?',
          right: {
            say: 'Kaikukanta.',
            why: 'Kaikukanta ratkaisee. Pyydä asiakasta kertomaan virheestä kortinjakajalle.',
          },
          others: [
            {
              say: 'Paperikortti, koska se on kädessä.',
              why: 'Käsin kirjoittaessa sattuu virheitä. Kaikukannan tieto on tuorein.',
            },
            {
              say: 'Se, joka on aikaisempi.',
              why: 'Asiakas ei saa kärsiä kirjoitusvirheestä. Kaikukanta ratkaisee.',
            },
          ],
        },
        {
          ask: 'Kortti on vanhentunut. Mitä sanot?',
          right: {
            say: 'Kortin voi uusia siellä, mistä sen sai.',
            why: 'Lippua ei voi antaa, mutta asiakas saa tietää seuraavan askeleen.',
          },
          others: [
            {
              say: 'Kortti ei kelpaa. Seuraava.',
              why: 'Kerro aina, mitä asiakas voi tehdä. Puhu hiljaa ja ystävällisesti.',
            },
            {
              say: 'Annan lipun tämän kerran.',
              why: 'Vanhentuneella kortilla lippua ei saa. Uusiminen on nopeaa.',
            },
          ],
        },
      ],
    },
    record: {
      title: 'Käytön kirjaaminen',
      points: [
        'Kirjaa jokainen lippu, kurssipaikka ja kausikortti. Ilman kirjausta se ei näy tilastoissa.',
        'Lue kortti, kysy lasten määrä ja paina Kirjaa. Anna sitten lippu.',
        'Lasten liput kirjataan erikseen aikuisten lipuista.',
        'Kirjaa mieluiten heti Kaikukantaan. Paperilista on poikkeus ja tuodaan pian.',
        'Väärän kirjauksen voi kumota saman päivän aikana.',
      ],
      questions: [
        {
          ask: 'Asiakas tulee lapsensa kanssa. Miten kirjaat?',
          right: {
            say: 'Yksi aikuinen ja yksi lapsi.',
            why: 'Lapset lasketaan erikseen, jotta tiedetään, keitä kortti tavoittaa.',
          },
          others: [
            {
              say: 'Kaksi lippua samaan lukuun.',
              why: 'Silloin lapset katoavat luvuista. Merkitse heidät erikseen.',
            },
            {
              say: 'Vain aikuinen, koska lapsi on maksuton.',
              why: 'Kaikki kortilla saadut liput kirjataan. Lapsen lippu on yksi niistä.',
            },
          ],
        },
        {
          ask: 'Ilta oli kiireinen, ja tunnukset jäivät paperille. Mitä teet?',
          right: {
            say: 'Tuon listan Kaikukantaan mahdollisimman pian ja hävitän paperin.',
            why: 'Lista otetaan vastaan 30 päivän ajan. Paperilla tunnukset eivät ole turvassa.',
          },
          others: [
            {
              say: 'Kerään listat ja tuon ne vuoden lopussa.',
              why: 'Yli 30 päivää vanhoja ei oteta vastaan. Tuo lista pian.',
            },
            {
              say: 'Annan olla, käynnit olivat jo.',
              why: 'Ilman kirjausta antamasi liput eivät näy missään. Ne ansaitsevat näkyä.',
            },
          ],
        },
      ],
    },
    family: {
      title: 'Lapset, avustajat ja yhteisön kortti',
      points: [
        'Kortinhaltija saa lipun omille alle 18-vuotiaille lapsille tai lastenlapsille samaan tapahtumaan.',
        'Avustaja ja tulkki pääsevät maksutta ilman todistusta. Heidän lippunsa ei ole käyttö.',
        'Yhteisön kortilla tulee kortinjakajan työntekijä, vapaaehtoinen tai opiskelija asiakkaan mukana.',
        'Yhteisön kortti antaa lipun myös alle 16-vuotiaille asiakkaille. Muilla on omat kortit.',
      ],
      questions: [
        {
          ask: 'Avustaja tulee kortinhaltijan kanssa. Mitä pyydät häneltä?',
          right: {
            say: 'En mitään. Annan avustajalle lipun.',
            why: 'Avustajalta ei pyydetä todistusta. Merkitse avustaja kirjaukseen.',
          },
          others: [
            {
              say: 'Avustajakortin tai todistuksen.',
              why: 'Todistusta ei pyydetä. Kortinhaltijan sana riittää.',
            },
            { say: 'Puolet lipun hinnasta.', why: 'Avustaja ja tulkki pääsevät aina maksutta.' },
          ],
        },
        {
          ask: 'Työntekijä tuo yhteisön kortilla kolme 14-vuotiasta asiakasta. Miten kirjaat?',
          right: {
            say: 'Yhden työntekijän ja kolme lasta yhteisön kortille.',
            why: 'Yhteisön kortti kattaa saattajan ja alle 16-vuotiaat asiakkaat.',
          },
          others: [
            {
              say: 'Pyydän nuorilta omat kortit.',
              why: 'Alle 16-vuotias ei vielä saa omaa korttia. Yhteisön kortti kattaa hänet.',
            },
            {
              say: 'Kirjaan vain työntekijän.',
              why: 'Jokainen lippu kirjataan. Lapset merkitään omaan kohtaansa.',
            },
          ],
        },
      ],
    },
    courses: {
      title: 'Varaukset, kurssit ja rajat',
      points: [
        'Ennalta varattu lippu kirjataan tapahtumapäivälle. Kun asiakas tulee, merkitse saapuminen.',
        'Kurssille ilmoittaudutaan tavalliseen tapaan. Asiakas kertoo tunnuksen toimistolle.',
        'Kurssipaikka kirjataan kerran. Yksittäisiä kokoontumisia ei kirjata.',
        'Anna kortilla samat palvelut kuin muille alennusryhmille. Rajat kerrotaan kortin ehdoissa.',
        'Kun asiakas peruu, peru varaus Kaikukannassa. Lipun voi antaa toiselle.',
      ],
      questions: [
        {
          ask: 'Kurssi kokoontuu kymmenen kertaa. Montako kertaa kirjaat?',
          right: {
            say: 'Kerran, kun paikka annetaan.',
            why: 'Kurssipaikka on yksi käyttö koko kurssin ajalta.',
          },
          others: [
            { say: 'Kymmenen kertaa.', why: 'Silloin yksi paikka näyttäisi kymmeneltä. Kirjaa se kerran.' },
            { say: 'En kertaakaan, koska kurssi ei ole lippu.', why: 'Myös kurssipaikka on kortin käyttö.' },
          ],
        },
        {
          ask: 'Haluat rajata kortin kahteen kurssiin vuodessa. Mitä teet?',
          right: {
            say: 'Kirjoitan rajan kortin ehtoihin.',
            why: 'Raja on silloin kaikille sama ja tiedossa ennen ilmoittautumista.',
          },
          others: [
            {
              say: 'Sanon siitä, kun joku tulee kolmannelle.',
              why: 'Yllätys tuntuu epäreilulta. Kerro raja etukäteen ehdoissa.',
            },
            {
              say: 'Rajat ovat aina kiellettyjä.',
              why: 'Poikkeuksellinen raja on mahdollinen, kun se kerrotaan. Kysy vastuuhenkilöltä.',
            },
          ],
        },
      ],
    },
    trouble: {
      title: 'Kun jokin ei toimi',
      points: [
        'Kassa toimii ilman verkkoa. Katso kortista viimeinen päivä, anna lippu ja kirjaa se laitteelle.',
        'Vie laite verkkoon samana päivänä. Kirjaukset lähtevät itsestään.',
        'Kun laitetta ei ole, kirjoita tunnus ovilistaan ja tuo lista pian.',
        'Kun tunnusta ei löydy, vertaa merkkejä korttiin. Voit ohjata asiakkaan kortinjakajalle.',
        'Ongelmissa auttavat alueen vastuuhenkilö ja Kaikukeskus.',
      ],
      questions: [
        {
          ask: 'Verkko katkeaa kesken jonon. Mitä teet?',
          right: {
            say: 'Jatkan kirjaamista laitteella ja annan liput.',
            why: 'Kirjaukset odottavat laitteella ja lähtevät, kun verkko toimii taas.',
          },
          others: [
            {
              say: 'Pyydän kortinhaltijat odottamaan.',
              why: 'Odottaa ei tarvitse. Kassa tarkistaa kortin myöhemmin.',
            },
            {
              say: 'Annan liput ilman kirjausta.',
              why: 'Silloin käynnit jäävät pois tilastoista. Kirjaa ne laitteelle.',
            },
          ],
        },
        {
          ask: 'Kassa sanoo: korttia ei ole rekisteröity. Mitä sanot asiakkaalle?',
          right: {
            say: 'Kortinjakaja voi rekisteröidä kortin. Pyydä sitä häneltä.',
            why: 'Vika ei ole asiakkaassa. Kerro, kuka voi auttaa.',
          },
          others: [
            {
              say: 'Kortti on väärennös.',
              why: 'Kortti on annettu, mutta rekisteröinti on kesken. Älä epäile asiakasta.',
            },
            {
              say: 'Soita Kaikukeskukseen.',
              why: 'Kortin antanut yksikkö korjaa asian. Ohjaa asiakas sinne.',
            },
          ],
        },
      ],
    },
  }),
  sv: lessons({
    site: {
      title: 'Besöksmålet i skick',
      points: [
        'Med Kaikukortet får en människa med stram ekonomi biljetten gratis. Besöksmålet ger den av god vilja.',
        'Besöksmålet har en utsedd kontaktperson. Berätta genast för områdets ansvarsperson om den byts.',
        'Besöksmålet följer den nationella verksamhetsmodellen, och personalen introduceras varje år.',
        'Berätta på era sidor vad kortet ger och hur man får en biljett.',
        'Ta reda på vilka som delar ut kort i ditt område.',
      ],
      questions: [
        {
          ask: 'Kortet gäller inte för ett gästspel. Var berättar du det?',
          right: {
            say: 'I kortets villkor och evenemangets uppgifter på förhand.',
            why: 'Då kommer ingen förgäves. Tydlig information är den bästa servicen.',
          },
          others: [
            {
              say: 'I kassan, om någon frågar.',
              why: 'Då har kunden redan gjort resan. Berätta på förhand.',
            },
            {
              say: 'Ingenstans, det är ett undantag.',
              why: 'Just undantaget är värt att berätta. Annars blir det en besvikelse.',
            },
          ],
        },
        {
          ask: 'En kund frågar var man kan få kortet. Vad gör du?',
          right: {
            say: 'Jag visar vilka som delar ut kort i området.',
            why: 'Kortutdelarna finns på de offentliga sidorna. Besöksmålet delar inte ut kort.',
          },
          others: [
            {
              say: 'Jag frågar först hurdan situationen är.',
              why: 'I kassan frågas inte om ekonomin. Kortutdelaren talar om den i lugn och ro.',
            },
            {
              say: 'Jag säger att jag inte vet.',
              why: 'Svaret finns snabbt på områdets sida. Ha adressen i kassan.',
            },
          ],
        },
      ],
    },
    check: {
      title: 'Kontrollera kortet',
      points: [
        'Kortet är alltid med. Bara ett namn räcker inte.',
        'Kontrollera kortet i Kaikukanta. Du ser om kortet gäller och hur många barn det omfattar.',
        'Kaikukanta avgör om papperskortet har en annan uppgift.',
        'Du kan be om identitetskort, körkort eller pass och jämföra namnet med kortet.',
        'Fråga inte varför kunden har kortet. Tala som med alla.',
      ],
      questions: [
        {
          ask: 'På kortet står mars, men Kaikukanta säger juni. Vilket gäller?',
          right: {
            say: 'Kaikukanta.',
            why: 'Kaikukanta avgör. Be kunden berätta om felet för kortutdelaren.',
          },
          others: [
            {
              say: 'Papperskortet, för det har jag i handen.',
              why: 'När man skriver för hand blir det fel. Kaikukantas uppgift är färskast.',
            },
            {
              say: 'Det som är tidigare.',
              why: 'Kunden ska inte lida av ett skrivfel. Kaikukanta avgör.',
            },
          ],
        },
        {
          ask: 'Kortet har gått ut. Vad säger du?',
          right: {
            say: 'Kortet kan förnyas där det delades ut.',
            why: 'Biljetten kan inte ges, men kunden får veta nästa steg.',
          },
          others: [
            {
              say: 'Kortet duger inte. Nästa.',
              why: 'Berätta alltid vad kunden kan göra. Tala lågt och vänligt.',
            },
            {
              say: 'Jag ger biljetten den här gången.',
              why: 'Ett kort som gått ut ger ingen biljett. Det går snabbt att förnya.',
            },
          ],
        },
      ],
    },
    record: {
      title: 'Registrera användningen',
      points: [
        'Registrera varje biljett, kursplats och säsongskort. Utan registrering syns den inte i statistiken.',
        'Läs av kortet, fråga om antalet barn och tryck på Registrera. Ge sedan biljetten.',
        'Barnens biljetter registreras skilt från de vuxnas.',
        'Registrera helst genast i Kaikukanta. En papperslista är ett undantag och importeras snart.',
        'En felaktig registrering kan ångras samma dag.',
      ],
      questions: [
        {
          ask: 'Kunden kommer med sitt barn. Hur registrerar du?',
          right: {
            say: 'En vuxen och ett barn.',
            why: 'Barnen räknas skilt, så att man vet vilka kortet når.',
          },
          others: [
            {
              say: 'Två biljetter i samma antal.',
              why: 'Då försvinner barnen ur siffrorna. Markera dem skilt.',
            },
            {
              say: 'Bara den vuxna, för barnet är gratis.',
              why: 'Alla biljetter på kortet registreras. Barnets biljett är en av dem.',
            },
          ],
        },
        {
          ask: 'Kvällen var livlig och koderna blev på papper. Vad gör du?',
          right: {
            say: 'Jag importerar listan så snart som möjligt och förstör papperet.',
            why: 'Listan tas emot i 30 dagar. På papper är koderna inte i säkerhet.',
          },
          others: [
            {
              say: 'Jag samlar listorna och importerar dem vid årets slut.',
              why: 'Äldre än 30 dagar tas inte emot. Importera listan snart.',
            },
            {
              say: 'Jag låter det vara, besöken var redan.',
              why: 'Utan registrering syns biljetterna ingenstans. De förtjänar att synas.',
            },
          ],
        },
      ],
    },
    family: {
      title: 'Barn, assistenter och gemenskapens kort',
      points: [
        'Kortinnehavaren får biljett till egna barn eller barnbarn under 18 år till samma evenemang.',
        'Assistent och tolk kommer in avgiftsfritt utan intyg. Deras biljett är ingen användning.',
        'Med gemenskapens kort kommer kortutdelarens anställda, frivilliga eller studerande med klienten.',
        'Gemenskapens kort ger biljett också till klienter under 16 år. Andra har egna kort.',
      ],
      questions: [
        {
          ask: 'En assistent kommer med kortinnehavaren. Vad ber du om?',
          right: {
            say: 'Ingenting. Jag ger assistenten en biljett.',
            why: 'Inget intyg begärs av assistenten. Markera assistenten i registreringen.',
          },
          others: [
            {
              say: 'Ett assistentkort eller intyg.',
              why: 'Inget intyg begärs. Kortinnehavarens ord räcker.',
            },
            { say: 'Halva biljettpriset.', why: 'Assistent och tolk kommer alltid in avgiftsfritt.' },
          ],
        },
        {
          ask: 'En anställd kommer på gemenskapens kort med tre 14-åriga klienter. Hur registrerar du?',
          right: {
            say: 'En anställd och tre barn på gemenskapens kort.',
            why: 'Gemenskapens kort gäller ledsagaren och klienter under 16 år.',
          },
          others: [
            {
              say: 'Jag ber de unga om egna kort.',
              why: 'Den som är under 16 får ännu inget eget kort. Gemenskapens kort gäller hen.',
            },
            {
              say: 'Jag registrerar bara den anställda.',
              why: 'Varje biljett registreras. Barnen har en egen punkt.',
            },
          ],
        },
      ],
    },
    courses: {
      title: 'Bokningar, kurser och gränser',
      points: [
        'En förhandsbokad biljett registreras på evenemangets dag. Markera ankomsten när kunden kommer.',
        'Till kurser anmäler man sig som vanligt. Kunden uppger koden för kansliet.',
        'Kursplatsen registreras en gång. Enskilda träffar registreras inte.',
        'Ge samma tjänster på kortet som andra rabattgrupper får. Gränserna står i kortets villkor.',
        'När kunden avbokar, avboka i Kaikukanta. Biljetten kan ges till någon annan.',
      ],
      questions: [
        {
          ask: 'Kursen träffas tio gånger. Hur många gånger registrerar du?',
          right: { say: 'En gång, när platsen ges.', why: 'Kursplatsen är en användning för hela kursen.' },
          others: [
            { say: 'Tio gånger.', why: 'Då skulle en plats se ut som tio. Registrera den en gång.' },
            {
              say: 'Ingen gång, för en kurs är ingen biljett.',
              why: 'Också en kursplats är användning av kortet.',
            },
          ],
        },
        {
          ask: 'Du vill begränsa kortet till två kurser om året. Vad gör du?',
          right: {
            say: 'Jag skriver gränsen i kortets villkor.',
            why: 'Då är gränsen lika för alla och känd före anmälan.',
          },
          others: [
            {
              say: 'Jag säger det när någon kommer till en tredje.',
              why: 'En överraskning känns orättvis. Berätta om gränsen på förhand i villkoren.',
            },
            {
              say: 'Gränser är alltid förbjudna.',
              why: 'En gräns är möjlig i undantagsfall, när den berättas. Fråga ansvarspersonen.',
            },
          ],
        },
      ],
    },
    trouble: {
      title: 'När något inte fungerar',
      points: [
        'Kassan fungerar utan nät. Se den sista dagen på kortet, ge biljetten och registrera på enheten.',
        'Anslut enheten till nätet samma dag. Registreringarna skickas av sig själva.',
        'När ingen enhet finns, skriv koden på dörrlistan och importera listan snart.',
        'När koden inte finns, jämför tecknen med kortet. Du kan hänvisa kunden till kortutdelaren.',
        'Områdets ansvarsperson och Kaikukeskus hjälper vid problem.',
      ],
      questions: [
        {
          ask: 'Nätet bryts mitt i kön. Vad gör du?',
          right: {
            say: 'Jag fortsätter registrera på enheten och ger biljetterna.',
            why: 'Registreringarna väntar på enheten och skickas när nätet fungerar igen.',
          },
          others: [
            {
              say: 'Jag ber kortinnehavarna vänta.',
              why: 'Ingen behöver vänta. Kassan kontrollerar kortet senare.',
            },
            {
              say: 'Jag ger biljetterna utan registrering.',
              why: 'Då faller besöken ur statistiken. Registrera dem på enheten.',
            },
          ],
        },
        {
          ask: 'Kassan säger: kortet är inte registrerat. Vad säger du till kunden?',
          right: {
            say: 'Kortutdelaren kan registrera kortet. Be hen göra det.',
            why: 'Felet är inte kundens. Berätta vem som kan hjälpa.',
          },
          others: [
            {
              say: 'Kortet är en förfalskning.',
              why: 'Kortet är utdelat, men registreringen är inte klar. Misstänk inte kunden.',
            },
            {
              say: 'Ring till Kaikukeskus.',
              why: 'Enheten som gav kortet rättar saken. Hänvisa kunden dit.',
            },
          ],
        },
      ],
    },
  }),
  en: lessons({
    site: {
      title: 'Your venue, ready for the card',
      points: [
        'With the Kaikukortti a person with little money gets a ticket free. The venue gives it out of goodwill.',
        'The venue has a named contact person. Tell the area coordinator at once when that changes.',
        'The venue follows the national operating model, and its staff has an induction every year.',
        'Tell on your own pages what the card gives and how to get a ticket.',
        'Find out who issues cards in your area.',
      ],
      questions: [
        {
          ask: 'The card does not cover a guest performance. Where do you tell that?',
          right: {
            say: 'In the terms of the card and with the event, beforehand.',
            why: 'Then nobody comes in vain. Clear facts are the best service.',
          },
          others: [
            {
              say: 'At the desk, if somebody asks.',
              why: 'By then the customer has made the trip. Tell it beforehand.',
            },
            {
              say: 'Nowhere, it is an exception.',
              why: 'An exception is just what to tell. It would be a disappointment otherwise.',
            },
          ],
        },
        {
          ask: 'A customer asks where one gets the card. What do you do?',
          right: {
            say: 'I tell who issues cards in the area.',
            why: 'The issuers are on the public pages. A venue issues no cards itself.',
          },
          others: [
            {
              say: 'I first ask about their situation.',
              why: 'Nobody is asked about money at a desk. A card issuer talks about it in peace.',
            },
            {
              say: 'I say that I do not know.',
              why: 'The answer is quickly found on the area’s page. Keep its address at the desk.',
            },
          ],
        },
      ],
    },
    check: {
      title: 'Checking the card',
      points: [
        'The card is always along. A name alone is not enough.',
        'Check the card in Kaikukanta. It tells whether the card is valid and for how many children.',
        'Kaikukanta decides where the paper card says something else.',
        'You may ask for an identity card, driving licence or passport, and compare the name.',
        'Do not ask why the customer has the card. Speak as you do to everybody.',
      ],
      questions: [
        {
          ask: 'The card says March, but Kaikukanta says June. Which holds?',
          right: {
            say: 'Kaikukanta.',
            why: 'Kaikukanta decides. Ask the customer to tell the issuer of the slip.',
          },
          others: [
            {
              say: 'The paper card, as it is in my hand.',
              why: 'Slips happen in writing by hand. What Kaikukanta says is the newest.',
            },
            {
              say: 'Whichever is earlier.',
              why: 'The customer is not to suffer for a slip of the pen. Kaikukanta decides.',
            },
          ],
        },
        {
          ask: 'The card has expired. What do you say?',
          right: {
            say: 'The card can be renewed where it was issued.',
            why: 'No ticket can be given, but the customer learns the next step.',
          },
          others: [
            {
              say: 'The card is no good. Next.',
              why: 'Always tell what the customer can do. Speak softly and kindly.',
            },
            {
              say: 'I give the ticket this once.',
              why: 'An expired card gives no ticket. Renewing it is quick.',
            },
          ],
        },
      ],
    },
    record: {
      title: 'Recording a use',
      points: [
        'Record every ticket, course place and season pass. Unrecorded, it is in no statistics.',
        'Read the card, ask how many children, and choose Record. Then hand over the ticket.',
        'Children’s tickets are recorded apart from those of adults.',
        'Record straight in Kaikukanta if you can. A paper list is an exception, brought in soon.',
        'A wrong record can be undone on the same day.',
      ],
      questions: [
        {
          ask: 'A customer comes with their child. How do you record it?',
          right: {
            say: 'One adult and one child.',
            why: 'Children are counted apart, so that we know whom the card reaches.',
          },
          others: [
            {
              say: 'Two tickets in one number.',
              why: 'Then the children vanish from the figures. Mark them apart.',
            },
            {
              say: 'Only the adult, as the child is free.',
              why: 'All tickets on the card are recorded. The child’s is one of them.',
            },
          ],
        },
        {
          ask: 'It was a busy night, and the codes stayed on paper. What do you do?',
          right: {
            say: 'I bring the list into Kaikukanta soon and destroy the paper.',
            why: 'A list is taken for 30 days. Codes are not safe on paper.',
          },
          others: [
            {
              say: 'I collect the lists and bring them at the end of the year.',
              why: 'Older than 30 days they are not taken. Bring the list soon.',
            },
            {
              say: 'I leave it, the visits are over.',
              why: 'Unrecorded, the tickets you gave are seen nowhere. They deserve to be seen.',
            },
          ],
        },
      ],
    },
    family: {
      title: 'Children, companions and the community card',
      points: [
        'Cardholders get tickets for their own children or grandchildren under 18, to the same event.',
        'Assistants and interpreters come free and without proof. Their ticket is no use of the card.',
        'With the community card an issuer’s worker, volunteer or student comes along with a client.',
        'The community card also gives tickets to clients under 16. Others have their own cards.',
      ],
      questions: [
        {
          ask: 'An assistant comes with a cardholder. What do you ask for?',
          right: {
            say: 'Nothing. I give the assistant a ticket.',
            why: 'Assistants show no proof. Mark the assistant in the record.',
          },
          others: [
            {
              say: 'An assistant’s card or a certificate.',
              why: 'No proof is asked for. The cardholder’s word is enough.',
            },
            { say: 'Half the price of the ticket.', why: 'Assistants and interpreters always come free.' },
          ],
        },
        {
          ask: 'A worker with the community card brings three clients aged 14. How do you record it?',
          right: {
            say: 'One worker and three children, on the community card.',
            why: 'The community card covers the worker and clients under 16.',
          },
          others: [
            {
              say: 'I ask the young for their own cards.',
              why: 'Under 16 they cannot have a card yet. The community card covers them.',
            },
            {
              say: 'I record only the worker.',
              why: 'Every ticket is recorded. Children have a field of their own.',
            },
          ],
        },
      ],
    },
    courses: {
      title: 'Bookings, courses and limits',
      points: [
        'A ticket booked beforehand is recorded for the day of the event. Mark the arrival when they come.',
        'People enrol in courses as usual. The customer gives the code to the office.',
        'A course place is recorded once. Single meetings are not recorded.',
        'Give with the card what other discount groups get. Limits stand in the terms of the card.',
        'When a customer cancels, cancel the booking in Kaikukanta. Somebody else can have the ticket.',
      ],
      questions: [
        {
          ask: 'A course meets ten times. How many times do you record it?',
          right: {
            say: 'Once, when the place is given.',
            why: 'A course place is one use for the whole course.',
          },
          others: [
            { say: 'Ten times.', why: 'Then one place would look like ten. Record it once.' },
            { say: 'Never, as a course is no ticket.', why: 'A course place is a use of the card too.' },
          ],
        },
        {
          ask: 'You want to limit the card to two courses a year. What do you do?',
          right: {
            say: 'I write the limit in the terms of the card.',
            why: 'Then it is the same for all, and known before anybody enrols.',
          },
          others: [
            {
              say: 'I say so when somebody comes for a third.',
              why: 'A surprise feels unfair. Tell the limit beforehand in the terms.',
            },
            {
              say: 'Limits are never allowed.',
              why: 'A limit is possible as an exception, when it is told. Ask the coordinator.',
            },
          ],
        },
      ],
    },
    trouble: {
      title: 'When something does not work',
      points: [
        'The desk works without a network. See the last day on the card, give the ticket, record it.',
        'Take the device to a network the same day. The records are sent by themselves.',
        'Without a device, write the code on the door list. Bring the list in soon.',
        'When a code is not found, compare it with the card. You can point to the issuer.',
        'The area coordinator and Kaikukeskus help with problems.',
      ],
      questions: [
        {
          ask: 'The network breaks in the middle of a queue. What do you do?',
          right: {
            say: 'I go on recording on the device and give the tickets.',
            why: 'The records wait on the device and are sent when the network is back.',
          },
          others: [
            {
              say: 'I ask the cardholders to wait.',
              why: 'Nobody needs to wait. The desk checks the card later.',
            },
            {
              say: 'I give the tickets without recording.',
              why: 'Then the visits are missing from the statistics. Record them on the device.',
            },
          ],
        },
        {
          ask: 'The desk says: this card is not registered. What do you tell the customer?',
          right: {
            say: 'The issuer can register the card. Ask them to.',
            why: 'The fault is not the customer’s. Tell who can help.',
          },
          others: [
            {
              say: 'The card is a forgery.',
              why: 'The card was given, but not registered yet. Do not doubt the customer.',
            },
            {
              say: 'Call Kaikukeskus.',
              why: 'The unit that gave the card puts it right. Point the customer there.',
            },
          ],
        },
      ],
    },
  }),
})
