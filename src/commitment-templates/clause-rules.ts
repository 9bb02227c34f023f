import type { Texts } from '../commitments/rules.ts'

/** What the clauses of the shipped templates say; one may stand in several of them. */
export type Piece = { heading: Texts; text: Texts }

export const model: Piece = {
  heading: { fi: 'Toimintamalli', sv: 'Verksamhetsmodellen', en: 'The operating model' },
  text: {
    fi: 'Osapuolet noudattavat Kaikukortin valtakunnallista toimintamallia, versiota {{modelVersion}}. Malli on kaikilla alueilla sama. Siksi kortti käy koko verkostossa.',
    sv: 'Parterna följer Kaikukortets nationella verksamhetsmodell, version {{modelVersion}}. Modellen är densamma i alla områden. Därför gäller kortet i hela nätverket.',
    en: 'The parties follow the national operating model of the Kaikukortti, version {{modelVersion}}. The model is the same in all areas. That is why the card works in the whole network.',
  },
}

export const supply: Piece = {
  heading: { fi: 'Maksuttomat liput', sv: 'Gratis biljetter', en: 'Free tickets' },
  text: {
    fi: 'Kohde antaa kortinhaltijalle maksuttoman lipun. Lippuja on tarjolla samoin kuin muille alennusryhmille.\nKohde kertoo omilla sivuillaan, mihin kortti käy, ja kirjaa jokaisen käytön Kaikukantaan.\nLipuista ei makseta kohteelle korvausta.',
    sv: 'Besöksmålet ger kortinnehavaren en gratis biljett. Biljetter finns på samma sätt som för andra rabattgrupper.\nBesöksmålet berättar på sina egna sidor vad kortet gäller till och registrerar varje användning i Kaikukanta.\nBesöksmålet får ingen ersättning för biljetterna.',
    en: 'The venue gives the cardholder a free ticket. Tickets are available as they are for other discount groups.\nThe venue tells on its own pages what the card covers and records each use in Kaikukanta.\nThe venue is not paid for the tickets.',
  },
}

export const issuing: Piece = {
  heading: { fi: 'Kortin jakaminen', sv: 'Utdelning av kortet', en: 'Issuing the card' },
  text: {
    fi: 'Kortinjakaja antaa kortin asiakkaalleen, joka on taloudellisesti tiukassa tilanteessa. Todistuksia tuloista ei pyydetä.\nKortti rekisteröidään Kaikukantaan asiakkaan suostumuksella.\nAsiakas saa kortin lisäksi vuoden esitteen ja kuulee, miten korttia käytetään ja mistä löytyy tietosuojaseloste.',
    sv: 'Kortutdelaren ger kortet till en klient som har det ekonomiskt trångt. Inga intyg över inkomster begärs.\nKortet registreras i Kaikukanta med klientens samtycke.\nKlienten får också årets broschyr och får veta hur kortet används och var dataskyddsbeskrivningen finns.',
    en: 'The issuer gives the card to a client in a tight financial situation. No proof of income is asked for.\nThe card is registered in Kaikukanta with the client’s consent.\nThe client also gets the brochure of the year and is told how the card is used and where the privacy statement is.',
  },
}

export const groupVisits: Piece = {
  heading: {
    fi: 'Ryhmäkäynnit ja esillä olo',
    sv: 'Gruppbesök och synlighet',
    en: 'Group visits and being seen',
  },
  text: {
    fi: 'Kortinjakaja voi käydä kohteissa asiakkaiden kanssa yhteisökortilla.\nKortinjakaja kertoo asiakkailleen olevansa verkostossa ja pitää julisteen esillä.',
    sv: 'Kortutdelaren kan besöka ställen med klienter med ett gemenskapskort.\nKortutdelaren berättar för sina klienter att den hör till nätverket och har affischen framme.',
    en: 'The issuer can visit venues together with clients by a community card.\nThe issuer tells its clients that it is in the network and keeps the poster up.',
  },
}

export const induction: Piece = {
  heading: { fi: 'Perehdytys', sv: 'Introduktion', en: 'Induction' },
  text: {
    fi: 'Osapuoli perehdyttää henkilöstönsä Kaikukorttiin vähintään kerran vuodessa. Uusi työntekijä perehdytetään ennen kuin hän palvelee kortinhaltijoita.',
    sv: 'Parten introducerar sin personal i Kaikukortet minst en gång om året. En ny medarbetare introduceras innan hen betjänar kortinnehavare.',
    en: 'The party inducts its staff in the Kaikukortti at least once a year. A new worker is inducted before serving cardholders.',
  },
}

export const contact: Piece = {
  heading: { fi: 'Yhteyshenkilö', sv: 'Kontaktperson', en: 'Contact person' },
  text: {
    fi: 'Yhteyshenkilö on {{contactPerson}}. Jos yhteyshenkilö vaihtuu, osapuoli kertoo sen heti alueen vastuuhenkilölle.',
    sv: 'Kontaktperson är {{contactPerson}}. Om kontaktpersonen byts meddelar parten det genast till områdets ansvarsperson.',
    en: 'The contact person is {{contactPerson}}. If the contact person changes, the party tells the area’s coordinator at once.',
  },
}

export const guidelines: Piece = {
  heading: { fi: 'Sisäiset ohjeet', sv: 'Interna anvisningar', en: 'Internal guidelines' },
  text: {
    fi: 'Osapuoli tekee työpaikalle omat ohjeet, joista jokainen näkee, miten Kaikukortti otetaan vastaan tai annetaan.',
    sv: 'Parten gör egna anvisningar på arbetsplatsen, där var och en ser hur Kaikukortet tas emot eller delas ut.',
    en: 'The party keeps guidelines of its own at work that show everyone how the Kaikukortti is taken or issued.',
  },
}

export const privacy: Piece = {
  heading: { fi: 'Tietosuoja', sv: 'Dataskydd', en: 'Data protection' },
  text: {
    fi: 'Kortinhaltijan nimeä, syntymäaikaa, henkilötunnusta, osoitetta tai puhelinnumeroa ei kirjata Kaikukantaan. Osapuoli ei kerää kortinhaltijoista omaa luetteloa.',
    sv: 'Kortinnehavarens namn, födelsedatum, personbeteckning, adress eller telefonnummer skrivs inte in i Kaikukanta. Parten för ingen egen lista över kortinnehavare.',
    en: 'The cardholder’s name, date of birth, identity code, address or phone number is not written in Kaikukanta. The party keeps no list of its own of cardholders.',
  },
}

export const validity: Piece = {
  heading: { fi: 'Voimassaolo ja päättäminen', sv: 'Giltighet och uppsägning', en: 'Validity and ending' },
  text: {
    fi: 'Sitoumus alkaa {{from}}. Se on voimassa {{until}}.\nOsapuoli voi päättää sitoumuksen ilmoittamalla siitä {{noticeMonths}} aiemmin. Jo annetut liput ja kortit pysyvät voimassa.',
    sv: 'Förbindelsen börjar {{from}}. Den gäller {{until}}.\nEn part kan säga upp förbindelsen genom att meddela det {{noticeMonths}} i förväg. Biljetter och kort som redan har getts gäller fortfarande.',
    en: 'The commitment begins on {{from}}. It is valid {{until}}.\nA party can end the commitment by telling so {{noticeMonths}} before. Tickets and cards that were given stay valid.',
  },
}

export const coordination: Piece = {
  heading: { fi: 'Alueen tehtävät', sv: 'Områdets uppgifter', en: 'What the area does' },
  text: {
    fi: 'Alue nimeää vastuuhenkilöt kulttuurin ja sosiaali- ja terveyspalvelujen puolelta.\nAlue neuvottelee kohteet ja kortinjakajat mukaan, tekee niiden kanssa sitoumukset ja perehdyttää ne.\nAlue huolehtii korteista, esitteestä, julisteista, omasta sivusta ja palautteesta. Mukana on myös kolmannen sektorin toimijoita.',
    sv: 'Området utser ansvarspersoner för kulturen och för social- och hälsovården.\nOmrådet förhandlar med besöksmål och kortutdelare, ingår förbindelser med dem och introducerar dem.\nOmrådet ansvarar för kort, broschyr, affischer, egen sida och respons. Aktörer inom tredje sektorn är med.',
    en: 'The area names coordinators for culture and for social and health services.\nThe area negotiates with venues and issuers, makes commitments with them and inducts them.\nThe area takes care of cards, the brochure, posters, its own page and feedback. Third-sector partners take part too.',
  },
}

export const centre: Piece = {
  heading: { fi: 'Kaikukeskuksen tehtävät', sv: 'Kaikukeskus uppgifter', en: 'What Kaikukeskus does' },
  text: {
    fi: 'Kaikukeskus ylläpitää toimintamallia, Kaikukantaa ja valtakunnallisia sivuja. Se kouluttaa ja neuvoo aluetta.',
    sv: 'Kaikukeskus upprätthåller verksamhetsmodellen, Kaikukanta och de nationella sidorna. Det utbildar området och ger råd.',
    en: 'Kaikukeskus keeps the operating model, Kaikukanta and the national pages. It trains and advises the area.',
  },
}

export const together: Piece = {
  heading: { fi: 'Työnjako', sv: 'Arbetsfördelning', en: 'Who does what' },
  text: {
    fi: '{{county}} huolehtii siitä, että sen palveluissa annetaan Kaikukortteja.\n{{municipality}} huolehtii kunnan omista kohteista ja kertoo kortista asukkaille.\n{{organisation}} ottaa kortin vastaan: {{site}}.',
    sv: '{{county}} ser till att Kaikukort delas ut i dess tjänster.\n{{municipality}} ser till kommunens egna besöksmål och berättar om kortet för invånarna.\n{{organisation}} tar emot kortet: {{site}}.',
    en: '{{county}} sees to it that the Kaikukortti is issued in its services.\n{{municipality}} looks after its own venues and tells residents about the card.\n{{organisation}} takes the card: {{site}}.',
  },
}

export const trial: Piece = {
  heading: { fi: 'Kokeilu', sv: 'Försöket', en: 'The pilot' },
  text: {
    fi: 'Alue kokeilee Kaikukorttia määräajan: {{area}}. Osapuoli osallistuu kokeilun kyselyihin ja palautetilaisuuteen.\nKokeilun kortit voivat päättyä yhdessä kokeilun kanssa.',
    sv: 'Området prövar Kaikukortet en bestämd tid: {{area}}. Parten deltar i försökets enkäter och i ett responsmöte.\nFörsökets kort kan upphöra samtidigt med försöket.',
    en: 'The area tries the Kaikukortti for a fixed time: {{area}}. The party takes part in the surveys and the feedback meeting of the pilot.\nThe cards of the pilot can end together with it.',
  },
}

export const popUp: Piece = {
  heading: { fi: 'Pop up -kohde', sv: 'Pop-up-ställe', en: 'Pop-up site' },
  text: {
    fi: '{{site}} on Kaikukortin kohde vain sovitun ajan. Se ottaa vastaan kaikkien alueiden kortit.',
    sv: '{{site}} är ett besöksmål för Kaikukortet bara den avtalade tiden. Det tar emot kort från alla områden.',
    en: '{{site}} is a Kaikukortti venue only for the agreed time. It takes cards from all areas.',
  },
}
