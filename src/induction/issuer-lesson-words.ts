import { translated } from '../i18n/translated.ts'
import type { IssuerLesson, Lesson } from './lesson-rules.ts'

const lessons = (words: Record<IssuerLesson, Lesson>) => words

/*
 * Sources: Kaikukortti's checklist for issuers (points 1–7, 13 and 14: unit; 8: who; 9a–9d: consent and register; 9e–10d:
 * hand; 11–12: together) and the issuer's handbook of the public site, which says the same at length.
 */
export const issuerLessons = translated({
  fi: lessons({
    unit: {
      title: 'Yksikkö kuntoon',
      points: [
        'Kaikukortti avaa ovia ihmisille, joilla on tiukka rahatilanne. Kohteet antavat liput hyvästä tahdosta.',
        'Yksiköllä on nimetty yhteyshenkilö. Kerro vaihdoksesta heti alueen vastuuhenkilölle.',
        'Kaikki noudattavat samaa valtakunnallista toimintamallia. Siksi kortti käy eri alueilla.',
        'Kerro viestinnässä, että yksikkö antaa kortteja. Laita julisteet esille.',
        'Perehdytys tehdään vähintään kerran vuodessa, myös kokeneiden kanssa.',
      ],
      questions: [
        {
          ask: 'Yhteyshenkilö jää pois töistä. Mitä teet?',
          right: {
            say: 'Lisään uuden ja kerron vastuuhenkilölle.',
            why: 'Näin ohjeet ja kysymykset löytävät oikean ihmisen.',
          },
          others: [
            {
              say: 'Odotan vuoden vaihdetta.',
              why: 'Sillä välin viestejä ei lue kukaan. Kerro vaihdoksesta heti.',
            },
            {
              say: 'Ilmoitan asiasta Kaikukeskukseen.',
              why: 'Oman alueen vastuuhenkilö on lähempänä. Kaikukeskus auttaa häntä.',
            },
          ],
        },
        {
          ask: 'Kuka tarvitsee perehdytyksen?',
          right: {
            say: 'Jokainen, joka antaa kortteja, kerran vuodessa.',
            why: 'Ohjeet muuttuvat, ja kertaus auttaa kaikkia.',
          },
          others: [
            {
              say: 'Vain uudet työntekijät.',
              why: 'Myös kokenut hyötyy kertauksesta. Toimintamalli uudistui viimeksi vuonna 2025.',
            },
            {
              say: 'Vain yhteyshenkilö.',
              why: 'Yhteyshenkilö auttaa muita, mutta kortteja antaa moni.',
            },
          ],
        },
      ],
    },
    who: {
      title: 'Kuka voi saada kortin',
      points: [
        'Asiakas on vähintään 16-vuotias tai täyttää 16 tänä vuonna.',
        'Hänen kotikuntansa on mukana Kaikukortissa, ja hän on yksikkösi asiakas.',
        'Hänen rahatilanteensa on tiukka. Siksi hän ei voi ostaa lippuja tai maksaa kursseja.',
        'Asiakkaan oma kertomus riittää. Älä pyydä, katso tai tallenna tulotietoja.',
      ],
      questions: [
        {
          ask: 'Asiakas tarjoaa palkkakuittia todisteeksi. Mitä sanot?',
          right: {
            say: 'Kiitos, sitä ei tarvita. Sinun sanasi riittää.',
            why: 'Tulotodistuksia ei pyydetä eikä katsota. Asiakkuus ja tiukka rahatilanne riittävät.',
          },
          others: [
            {
              say: 'Katson sen, mutta en tallenna sitä.',
              why: 'Myös katsominen jää pois. Kortti perustuu luottamukseen.',
            },
            {
              say: 'Pyydän vielä tiliotteen.',
              why: 'Tulotietoja ei pyydetä. Sinä arvioit tilanteen keskustelun perusteella.',
            },
          ],
        },
        {
          ask: 'Asiakas täyttää 16 vuotta joulukuussa. Voiko hän saada kortin kesällä?',
          right: {
            say: 'Voi, jos muut ehdot täyttyvät.',
            why: 'Ikä lasketaan vuodesta, jona asiakas täyttää 16.',
          },
          others: [
            {
              say: 'Ei ennen syntymäpäivää.',
              why: 'Syntymäpäivää ei tarvitse odottaa. Vain vuosi ratkaisee, ja vain se kirjataan.',
            },
            {
              say: 'Voi, jos huoltaja allekirjoittaa.',
              why: 'Allekirjoitusta ei pyydetä. Kortti on nuoren oma.',
            },
          ],
        },
      ],
    },
    consent: {
      title: 'Suostumus ja tietosuoja',
      points: [
        'Lue suostumuksen lause ääneen ja merkitse se vasta, kun asiakas suostuu.',
        'Hyvinvointikysymyksiin on oma suostumus. Kortti toimii ilman vastauksiakin.',
        'Älä kirjoita Kaikukantaan nimeä, syntymäaikaa, henkilötunnusta, osoitetta tai puhelinnumeroa.',
        'Asiakas voi perua suostumuksen milloin vain. Syytä ei kysytä.',
      ],
      questions: [
        {
          ask: 'Asiakas ei halua vastata hyvinvointikysymyksiin. Saako hän kortin?',
          right: {
            say: 'Saa. Kysymykset ovat vapaaehtoisia.',
            why: 'Kortin rekisteröintiin ja kysymyksiin on eri suostumukset.',
          },
          others: [
            {
              say: 'Ei, molemmat kuuluvat yhteen.',
              why: 'Kortti ei riipu vastauksista. Kysy suostumukset erikseen.',
            },
            {
              say: 'Saa, mutta vain puoleksi vuodeksi.',
              why: 'Voimassaolo on kaikilla sama, vastasi asiakas tai ei.',
            },
          ],
        },
        {
          ask: 'Minne asiakkaan nimi kirjoitetaan?',
          right: {
            say: 'Vain korttiin, käsin.',
            why: 'Kassa voi verrata nimeä henkilökorttiin. Kaikukannassa nimeä ei ole.',
          },
          others: [
            {
              say: 'Kaikukantaan lisätietoihin.',
              why: 'Nimeä ei tallenneta minnekään. Ohjelma myös torjuu tällaiset tiedot.',
            },
            {
              say: 'Yksikön omaan listaan kortin tunnuksen viereen.',
              why: 'Silloin lista kertoisi, kenellä on kortti. Pidä tieto vain asiakkaalla.',
            },
          ],
        },
      ],
    },
    register: {
      title: 'Kortin rekisteröinti',
      points: [
        'Ota kortti oman yksikön varastosta ja lue tunnus huolellisesti.',
        'Kirjaa syntymävuosi, postinumero ja alle 18-vuotiaiden lasten tai lastenlasten määrä.',
        'Kortti toimii heti rekisteröinnin jälkeen. Voit kumota 15 minuutin ajan.',
        'Luovutuslomake paperilla on poikkeus. Kortti ei toimi ennen rekisteröintiä.',
        'Käytä aina omaa tunnustasi. Pyydä se vastuuhenkilöltä tai työkaverilta.',
      ],
      questions: [
        {
          ask: 'Verkko ei toimi, ja asiakas odottaa. Mitä teet?',
          right: {
            say: 'Täytän luovutuslomakkeen ja rekisteröin kortin pian.',
            why: 'Kerro asiakkaalle, että kortti toimii vasta rekisteröinnin jälkeen.',
          },
          others: [
            {
              say: 'Annan kortin ja kirjaan sen, kun muistan.',
              why: 'Kassa ei tunne korttia ennen rekisteröintiä. Tee se mieluiten samana päivänä.',
            },
            {
              say: 'Pyydän asiakkaan tulemaan toiste.',
              why: 'Kortin voi antaa heti. Luovutuslomake on tehty juuri tähän.',
            },
          ],
        },
        {
          ask: 'Huomaat heti, että tunnuksessa on väärä merkki. Mitä teet?',
          right: {
            say: 'Kumoan rekisteröinnin ja aloitan alusta.',
            why: 'Kumoaminen toimii 15 minuuttia, kun korttia ei ole käytetty.',
          },
          others: [
            {
              say: 'Korjaan merkin kynällä korttiin.',
              why: 'Korttiin painettu tunnus ratkaisee. Kumoa ja rekisteröi oikea tunnus.',
            },
            {
              say: 'Annan olla, koska ero on pieni.',
              why: 'Silloin asiakkaan kortti ei toimi missään. Kumoa ja aloita alusta.',
            },
          ],
        },
      ],
    },
    hand: {
      title: 'Kortti asiakkaan käteen',
      points: [
        'Kirjoita korttiin nimi, viimeinen voimassaolopäivä ja lasten määrä.',
        'Kortti on voimassa 12 kuukautta antopäivästä tai kokeilun loppuun.',
        'Anna tänä vuonna julkaistu esite ja kerro, miten korttia käytetään.',
        'Kortti on mukana, kun varaa, hakee lipun ja osallistuu. Kassa voi pyytää henkilökortin.',
        'Kohteiden tavat vaihtelevat. Neuvo tarkistamaan etukäteen, mihin kortilla pääsee.',
        'Kerro, missä tietosuojaseloste on.',
      ],
      questions: [
        {
          ask: 'Annat kortin 15.3.2027. Mikä on viimeinen voimassaolopäivä?',
          right: {
            say: '14.3.2028',
            why: 'Antopäivä on ensimmäinen päivä. Ohjelma laskee päivän puolestasi.',
          },
          others: [
            { say: '31.12.2027', why: 'Kortti ei seuraa kalenterivuotta. Se on voimassa 12 kuukautta.' },
            {
              say: '15.3.2028',
              why: 'Lähellä. Antopäivä lasketaan mukaan, joten aika päättyy päivää aiemmin.',
            },
          ],
        },
        {
          ask: 'Asiakas kysyy, saako hän lipun mihin tahansa. Mitä vastaat?',
          right: {
            say: 'Tarkista ensin kohteelta tai sen sivulta.',
            why: 'Kohteet antavat liput hyvästä tahdosta, ja tavat vaihtelevat.',
          },
          others: [
            {
              say: 'Kyllä, kortti velvoittaa kohteen.',
              why: 'Kohteet saavat itse päättää tarjonnastaan, eikä niille makseta korvausta.',
            },
            {
              say: 'Kysy kassalla, kun menet.',
              why: 'Turha matka harmittaa. Etukäteen tarkistaminen säästää sen.',
            },
          ],
        },
      ],
    },
    together: {
      title: 'Yhdessä liikkeelle ja apu',
      points: [
        'Yhteisön kortilla työntekijä, vapaaehtoinen tai opiskelija pääsee maksutta asiakkaan mukaan.',
        'Yhteisön kortti antaa lipun myös alle 16-vuotiaille asiakkaille. Muilla on omat kortit mukana.',
        'Sivu Tehtävät näyttää kortit, jotka vanhenevat pian tai joita ei ole käytetty.',
        'Kortti uusitaan siellä, mistä sen sai. Kadonneen tilalle annetaan uusi.',
        'Kun et ole varma, kysy vastuuhenkilöltä. Oman yksikön luvut näet Kaikukannasta.',
      ],
      questions: [
        {
          ask: 'Lähdet teatteriin kahden aikuisen asiakkaan kanssa. Millä kortilla he pääsevät?',
          right: {
            say: 'Omilla korteillaan.',
            why: 'Yhteisön kortti on sinun lippuasi varten. Aikuisilla asiakkailla on omat kortit.',
          },
          others: [
            {
              say: 'Yhteisön kortilla kaikki kolme.',
              why: 'Yhteisön kortti kattaa saattajan ja alle 16-vuotiaat. Aikuiset tarvitsevat oman kortin.',
            },
            {
              say: 'Minun henkilökohtaisella lipullani.',
              why: 'Sinunkin lippusi tulee yhteisön kortista. Asiakkaat käyttävät omia korttejaan.',
            },
          ],
        },
        {
          ask: 'Asiakas ei ole käyttänyt korttiaan. Miten autat?',
          right: {
            say: 'Etsin hänen kanssaan yhden kohteen ja lähden ehkä mukaan.',
            why: 'Moni kortti jää käyttämättä, koska seuraa ei ole.',
          },
          others: [
            {
              say: 'Suljen kortin.',
              why: 'Käyttämätön kortti on yhä asiakkaan. Kysy, mitä hän haluaisi kokea.',
            },
            {
              say: 'En mitenkään, kortti on hänen asiansa.',
              why: 'Käyttö on vapaaehtoista, mutta ensimmäinen kerta on usein vaikein.',
            },
          ],
        },
      ],
    },
  }),
  sv: lessons({
    unit: {
      title: 'Enheten i skick',
      points: [
        'Kaikukortet öppnar dörrar för människor med stram ekonomi. Besöksmålen ger biljetterna av god vilja.',
        'Enheten har en utsedd kontaktperson. Berätta genast för områdets ansvarsperson om den byts.',
        'Alla följer samma nationella verksamhetsmodell. Därför gäller kortet i olika områden.',
        'Berätta i er kommunikation att enheten delar ut kort. Sätt upp affischerna.',
        'Introduktionen görs minst en gång om året, också med erfarna.',
      ],
      questions: [
        {
          ask: 'Kontaktpersonen slutar. Vad gör du?',
          right: {
            say: 'Jag lägger till en ny och berättar för ansvarspersonen.',
            why: 'Då hittar anvisningar och frågor rätt människa.',
          },
          others: [
            {
              say: 'Jag väntar till årsskiftet.',
              why: 'Under tiden läser ingen meddelandena. Berätta genast om bytet.',
            },
            {
              say: 'Jag anmäler saken till Kaikukeskus.',
              why: 'Områdets ansvarsperson är närmare. Kaikukeskus hjälper hen.',
            },
          ],
        },
        {
          ask: 'Vem behöver introduktionen?',
          right: {
            say: 'Alla som delar ut kort, en gång om året.',
            why: 'Anvisningarna ändras, och alla har nytta av repetition.',
          },
          others: [
            {
              say: 'Bara nya anställda.',
              why: 'Också den erfarna har nytta av den. Verksamhetsmodellen förnyades senast 2025.',
            },
            {
              say: 'Bara kontaktpersonen.',
              why: 'Kontaktpersonen hjälper andra, men många delar ut kort.',
            },
          ],
        },
      ],
    },
    who: {
      title: 'Vem kan få kortet',
      points: [
        'Klienten är minst 16 år eller fyller 16 i år.',
        'Hemkommunen är med i Kaikukortet, och personen är klient hos din enhet.',
        'Ekonomin är stram. Därför kan klienten inte köpa biljetter eller betala kurser.',
        'Klientens egna ord räcker. Begär, granska eller spara inte inkomstuppgifter.',
      ],
      questions: [
        {
          ask: 'Klienten vill visa sitt lönebesked som bevis. Vad säger du?',
          right: {
            say: 'Tack, det behövs inte. Ditt ord räcker.',
            why: 'Inkomstintyg begärs och granskas inte. Att vara klient och ha stram ekonomi räcker.',
          },
          others: [
            {
              say: 'Jag ser på det men sparar det inte.',
              why: 'Också granskningen faller bort. Kortet bygger på förtroende.',
            },
            {
              say: 'Jag ber om ett kontoutdrag också.',
              why: 'Inkomstuppgifter begärs inte. Du bedömer situationen utifrån samtalet.',
            },
          ],
        },
        {
          ask: 'Klienten fyller 16 år i december. Kan hen få kortet på sommaren?',
          right: {
            say: 'Ja, om de andra villkoren uppfylls.',
            why: 'Åldern räknas enligt året då klienten fyller 16.',
          },
          others: [
            {
              say: 'Inte före födelsedagen.',
              why: 'Födelsedagen behöver inte inväntas. Bara året avgör, och bara det antecknas.',
            },
            {
              say: 'Ja, om en vårdnadshavare skriver under.',
              why: 'Ingen underskrift begärs. Kortet är den ungas eget.',
            },
          ],
        },
      ],
    },
    consent: {
      title: 'Samtycke och dataskydd',
      points: [
        'Läs samtyckets mening högt och markera det först när klienten samtycker.',
        'Frågorna om välbefinnande har ett eget samtycke. Kortet fungerar också utan svar.',
        'Skriv inte namn, födelsetid, personbeteckning, adress eller telefonnummer i Kaikukanta.',
        'Klienten kan ta tillbaka samtycket när som helst. Ingen orsak frågas.',
      ],
      questions: [
        {
          ask: 'Klienten vill inte svara på frågorna om välbefinnande. Får hen kortet?',
          right: {
            say: 'Ja. Frågorna är frivilliga.',
            why: 'Registreringen av kortet och frågorna har olika samtycken.',
          },
          others: [
            {
              say: 'Nej, de hör ihop.',
              why: 'Kortet beror inte på svaren. Fråga om samtyckena var för sig.',
            },
            {
              say: 'Ja, men bara för ett halvt år.',
              why: 'Giltighetstiden är lika för alla, vare sig klienten svarar eller inte.',
            },
          ],
        },
        {
          ask: 'Var skrivs klientens namn?',
          right: {
            say: 'Bara på kortet, för hand.',
            why: 'Kassan kan jämföra namnet med identitetskortet. I Kaikukanta finns inget namn.',
          },
          others: [
            {
              say: 'I Kaikukanta bland tilläggsuppgifterna.',
              why: 'Namnet sparas ingenstans. Programmet avvisar också sådana uppgifter.',
            },
            {
              say: 'I enhetens egen lista bredvid kortets kod.',
              why: 'Då skulle listan visa vem som har kort. Låt uppgiften finnas bara hos klienten.',
            },
          ],
        },
      ],
    },
    register: {
      title: 'Registrera kortet',
      points: [
        'Ta ett kort ur den egna enhetens lager och läs koden noga.',
        'Anteckna födelseår, postnummer och antalet barn eller barnbarn under 18 år.',
        'Kortet fungerar genast efter registreringen. Du kan ångra inom 15 minuter.',
        'Överlåtelseblanketten på papper är ett undantag. Kortet fungerar inte före registreringen.',
        'Använd alltid ditt eget konto. Be ansvarspersonen eller en kollega om det.',
      ],
      questions: [
        {
          ask: 'Nätet fungerar inte och klienten väntar. Vad gör du?',
          right: {
            say: 'Jag fyller i överlåtelseblanketten och registrerar kortet snart.',
            why: 'Berätta för klienten att kortet fungerar först efter registreringen.',
          },
          others: [
            {
              say: 'Jag ger kortet och registrerar när jag kommer ihåg.',
              why: 'Kassan känner inte kortet före registreringen. Gör den helst samma dag.',
            },
            {
              say: 'Jag ber klienten komma en annan gång.',
              why: 'Kortet kan ges genast. Överlåtelseblanketten är gjord just för detta.',
            },
          ],
        },
        {
          ask: 'Du märker genast att ett tecken i koden är fel. Vad gör du?',
          right: {
            say: 'Jag ångrar registreringen och börjar om.',
            why: 'Det går att ångra i 15 minuter när kortet inte har använts.',
          },
          others: [
            {
              say: 'Jag rättar tecknet på kortet med penna.',
              why: 'Koden som är tryckt på kortet avgör. Ångra och registrera rätt kod.',
            },
            {
              say: 'Jag låter det vara, felet är litet.',
              why: 'Då fungerar klientens kort ingenstans. Ångra och börja om.',
            },
          ],
        },
      ],
    },
    hand: {
      title: 'Kortet till klienten',
      points: [
        'Skriv namnet, den sista giltighetsdagen och antalet barn på kortet.',
        'Kortet gäller i 12 månader från utdelningsdagen eller till slutet av försöket.',
        'Ge broschyren som har getts ut i år och berätta hur kortet används.',
        'Kortet är med när klienten bokar, hämtar biljetten och deltar. Kassan kan be om legitimation.',
        'Besöksmålens praxis varierar. Be klienten kontrollera på förhand vad kortet gäller för.',
        'Berätta var dataskyddsbeskrivningen finns.',
      ],
      questions: [
        {
          ask: 'Du ger kortet 15.3.2027. Vilken är den sista giltighetsdagen?',
          right: {
            say: '14.3.2028',
            why: 'Utdelningsdagen är den första dagen. Programmet räknar dagen åt dig.',
          },
          others: [
            { say: '31.12.2027', why: 'Kortet följer inte kalenderåret. Det gäller i 12 månader.' },
            { say: '15.3.2028', why: 'Nära. Utdelningsdagen räknas med, så tiden tar slut en dag tidigare.' },
          ],
        },
        {
          ask: 'Klienten frågar om kortet ger biljett till vad som helst. Vad svarar du?',
          right: {
            say: 'Kontrollera först med besöksmålet eller på dess sida.',
            why: 'Besöksmålen ger biljetterna av god vilja, och praxis varierar.',
          },
          others: [
            {
              say: 'Ja, kortet binder besöksmålet.',
              why: 'Besöksmålen bestämmer själva vad de ger, och de får ingen ersättning.',
            },
            {
              say: 'Fråga i kassan när du går dit.',
              why: 'En onödig resa är tråkig. Att kontrollera på förhand sparar den.',
            },
          ],
        },
      ],
    },
    together: {
      title: 'Ut tillsammans, och hjälp',
      points: [
        'Med gemenskapens kort följer en anställd, frivillig eller studerande avgiftsfritt med klienten.',
        'Gemenskapens kort ger biljett också till klienter under 16 år. Andra har egna kort med sig.',
        'Sidan Uppgifter visar kort som snart går ut eller inte har använts.',
        'Kortet förnyas där det delades ut. Ett försvunnet kort ersätts med ett nytt.',
        'Fråga ansvarspersonen när du är osäker. Enhetens siffror ser du i Kaikukanta.',
      ],
      questions: [
        {
          ask: 'Du går på teater med två vuxna klienter. Med vilket kort kommer de in?',
          right: {
            say: 'Med sina egna kort.',
            why: 'Gemenskapens kort är för din biljett. Vuxna klienter har egna kort.',
          },
          others: [
            {
              say: 'Alla tre med gemenskapens kort.',
              why: 'Gemenskapens kort gäller ledsagaren och barn under 16 år. Vuxna behöver egna kort.',
            },
            {
              say: 'Med min personliga biljett.',
              why: 'Också din biljett kommer från gemenskapens kort. Klienterna använder sina egna.',
            },
          ],
        },
        {
          ask: 'Klienten har inte använt sitt kort. Hur hjälper du?',
          right: {
            say: 'Vi söker upp ett ställe tillsammans, och kanske följer jag med.',
            why: 'Många kort blir oanvända för att sällskap saknas.',
          },
          others: [
            {
              say: 'Jag stänger kortet.',
              why: 'Ett oanvänt kort är fortfarande klientens. Fråga vad hen skulle vilja uppleva.',
            },
            {
              say: 'Inte alls, kortet är klientens sak.',
              why: 'Användningen är frivillig, men första gången är ofta svårast.',
            },
          ],
        },
      ],
    },
  }),
  en: lessons({
    unit: {
      title: 'Your unit, ready for the card',
      points: [
        'The Kaikukortti opens doors to people with little money. Venues give the tickets out of goodwill.',
        'The unit has a named contact person. Tell the area coordinator at once when that changes.',
        'Everybody follows the same national operating model. That is why the card works in many areas.',
        'Tell in your communication that the unit issues cards. Put the posters up.',
        'Induction is held at least once a year, with the experienced too.',
      ],
      questions: [
        {
          ask: 'The contact person leaves. What do you do?',
          right: {
            say: 'I add a new one and tell the coordinator.',
            why: 'Then advice and questions reach the right person.',
          },
          others: [
            {
              say: 'I wait for the new year.',
              why: 'Until then nobody reads the messages. Tell of the change at once.',
            },
            {
              say: 'I tell Kaikukeskus.',
              why: 'The coordinator of your own area is closer. Kaikukeskus helps the coordinator.',
            },
          ],
        },
        {
          ask: 'Who needs the induction?',
          right: {
            say: 'Everybody who issues cards, once a year.',
            why: 'Instructions change, and going over them helps everybody.',
          },
          others: [
            {
              say: 'Only new workers.',
              why: 'The experienced gain from it too. The operating model was last reformed in 2025.',
            },
            {
              say: 'Only the contact person.',
              why: 'The contact person helps the others, but many people issue cards.',
            },
          ],
        },
      ],
    },
    who: {
      title: 'Who may have a card',
      points: [
        'The client is at least 16, or turns 16 this year.',
        'Their home municipality takes part, and they are a client of your unit.',
        'Their money is tight. So they cannot buy tickets or pay for courses.',
        'Their own word is enough. Do not ask for, look at or keep proof of income.',
      ],
      questions: [
        {
          ask: 'A client offers a payslip as proof. What do you say?',
          right: {
            say: 'Thank you, that is not needed. Your word is enough.',
            why: 'Proof of income is neither asked for nor looked at. Being a client with little money is enough.',
          },
          others: [
            {
              say: 'I look at it, but keep no copy.',
              why: 'Looking is left out too. The card rests on trust.',
            },
            {
              say: 'I ask for a bank statement as well.',
              why: 'No facts of income are asked for. You judge by what you talk about.',
            },
          ],
        },
        {
          ask: 'A client turns 16 in December. Can they have a card in summer?',
          right: {
            say: 'Yes, if the other conditions are met.',
            why: 'What counts is the year in which the client turns 16.',
          },
          others: [
            {
              say: 'Not before the birthday.',
              why: 'There is no need to wait. Only the year matters, and only the year is recorded.',
            },
            {
              say: 'Yes, if a guardian signs.',
              why: 'No signature is asked for. The card is the young person’s own.',
            },
          ],
        },
      ],
    },
    consent: {
      title: 'Consent and privacy',
      points: [
        'Read the sentence of consent aloud, and tick it only when the client agrees.',
        'The wellbeing questions have a consent of their own. The card works without answers too.',
        'Never write a name, birth date, identity code, address or phone number in Kaikukanta.',
        'A client may withdraw consent at any time. No reason is asked.',
      ],
      questions: [
        {
          ask: 'A client does not want to answer the wellbeing questions. Do they get the card?',
          right: {
            say: 'Yes. The questions are voluntary.',
            why: 'Registering the card and the questions have separate consents.',
          },
          others: [
            {
              say: 'No, the two belong together.',
              why: 'The card does not depend on answers. Ask for the consents one by one.',
            },
            {
              say: 'Yes, but only for half a year.',
              why: 'A card is valid as long for everybody, with answers or without.',
            },
          ],
        },
        {
          ask: 'Where do you write the client’s name?',
          right: {
            say: 'Only on the card, by hand.',
            why: 'A desk can compare it with an identity card. Kaikukanta holds no name.',
          },
          others: [
            {
              say: 'In Kaikukanta, as a further detail.',
              why: 'The name is stored nowhere. The program also turns such details away.',
            },
            {
              say: 'On our own list, beside the card code.',
              why: 'Then the list would tell who has a card. Let only the client have that.',
            },
          ],
        },
      ],
    },
    register: {
      title: 'Registering the card',
      points: [
        'Take a card from your own unit’s stock and read the code with care.',
        'Record the year of birth, the postal code, and children or grandchildren under 18.',
        'The card works as soon as it is registered. You can undo it for 15 minutes.',
        'The hand-over form on paper is an exception. The card does not work before registration.',
        'Always use your own account. Ask the coordinator or a colleague for it.',
      ],
      questions: [
        {
          ask: 'The network is down and a client waits. What do you do?',
          right: {
            say: 'I fill in the hand-over form and register the card soon.',
            why: 'Tell the client that the card works only once it is registered.',
          },
          others: [
            {
              say: 'I hand the card over and register it when I remember.',
              why: 'No desk knows the card before that. Register it the same day if you can.',
            },
            {
              say: 'I ask the client to come another day.',
              why: 'The card can be given at once. The hand-over form is made for this.',
            },
          ],
        },
        {
          ask: 'You see at once that a character of the code is wrong. What do you do?',
          right: {
            say: 'I undo the registration and start again.',
            why: 'Undoing works for 15 minutes while the card has not been used.',
          },
          others: [
            {
              say: 'I correct the character on the card with a pen.',
              why: 'The printed code decides. Undo, and register the right code.',
            },
            {
              say: 'I leave it, the difference is small.',
              why: 'Then the client’s card works nowhere. Undo, and start again.',
            },
          ],
        },
      ],
    },
    hand: {
      title: 'The card in the client’s hand',
      points: [
        'Write the name, the last valid day and the number of children on the card.',
        'The card is valid for 12 months from the hand-over day. In a pilot it may end sooner.',
        'Give the brochure published this year, and tell how the card is used.',
        'The card is along when booking, collecting and attending. A desk may ask for an identity card.',
        'Venues differ. Advise the client to check beforehand what the card covers.',
        'Tell where the privacy statement is.',
      ],
      questions: [
        {
          ask: 'You hand a card over on 15 March 2027. What is its last valid day?',
          right: {
            say: '14 March 2028',
            why: 'The hand-over day is day one. The program works the day out for you.',
          },
          others: [
            {
              say: '31 December 2027',
              why: 'The card does not follow the calendar year. It is valid for 12 months.',
            },
            {
              say: '15 March 2028',
              why: 'Close. The hand-over day counts, so the time ends a day earlier.',
            },
          ],
        },
        {
          ask: 'A client asks whether the card gives a ticket to anything. What do you answer?',
          right: {
            say: 'Check first with the venue or on its page.',
            why: 'Venues give the tickets out of goodwill, and they differ.',
          },
          others: [
            {
              say: 'Yes, the card binds the venue.',
              why: 'Venues decide themselves what they give, and they are paid nothing for it.',
            },
            {
              say: 'Ask at the desk when you go.',
              why: 'A trip for nothing is a disappointment. Checking beforehand saves it.',
            },
          ],
        },
      ],
    },
    together: {
      title: 'Going together, and getting help',
      points: [
        'With the community card a worker, volunteer or student goes along free.',
        'The community card also gives tickets to clients under 16. Others bring their own cards.',
        'The page Tasks shows cards that soon expire or have not been used.',
        'A card is renewed where it was issued. A lost card is replaced with a new one.',
        'When in doubt, ask the coordinator. Your unit’s figures are in Kaikukanta.',
      ],
      questions: [
        {
          ask: 'You go to the theatre with two adult clients. Which card lets them in?',
          right: {
            say: 'Their own cards.',
            why: 'The community card is for your ticket. Adult clients have their own cards.',
          },
          others: [
            {
              say: 'The community card, for all three.',
              why: 'The community card covers the worker and clients under 16. Adults need their own.',
            },
            {
              say: 'My personal ticket.',
              why: 'Your ticket comes from the community card too. The clients use their own.',
            },
          ],
        },
        {
          ask: 'A client has not used the card. How do you help?',
          right: {
            say: 'We find one place together, and perhaps I go along.',
            why: 'Many cards stay unused because there is nobody to go with.',
          },
          others: [
            {
              say: 'I close the card.',
              why: 'An unused card is still the client’s. Ask what they would like to do.',
            },
            {
              say: 'Not at all, the card is their matter.',
              why: 'Using it is voluntary, but the first time is often the hardest.',
            },
          ],
        },
      ],
    },
  }),
})
