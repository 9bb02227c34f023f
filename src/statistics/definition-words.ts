import { translated } from '../i18n/translated.ts'

type Definition = { term: string; meaning: string }

/** What each figure means, in the order in which a reader meets them. No figure is published without its definition. */
export const definitionWords = translated({
  fi: [
    {
      term: 'Lippu',
      meaning:
        'Yksi pääsylippu, yksi kurssipaikka tai yksi kausikortti. Äiti ja kaksi lasta on kolme lippua: yksi aikuisen ja kaksi lasten lippua.',
    },
    {
      term: 'Aikuiset ja lapset',
      meaning:
        'Aikuisen lippu on kortinhaltijan oma. Lasten lippu on hänen oman lapsensa tai lapsenlapsensa.',
    },
    {
      term: 'Kulttuuri, koulutus, tiede ja liikunta',
      meaning: 'Kohteen ala. Kohde voi merkitä yksittäiselle käytölle toisen alan.',
    },
    {
      term: 'Kortteja rekisteröity',
      meaning: 'Henkilökohtaiset kortit sen vuoden mukaan, jona kortti rekisteröitiin.',
    },
    {
      term: 'Kortteja otettu käyttöön',
      meaning: 'Sinä vuonna rekisteröidyt kortit, joita on käytetty ainakin kerran tähän päivään mennessä.',
    },
    {
      term: 'Kuntia',
      meaning:
        'Kunnat, joissa on sinä vuonna rekisteröity kortti tai käytetty korttia. Kortti lasketaan sen antaneen yksikön kuntaan ja käyttö kohteen kuntaan. Pop up -kohteet lasketaan vain koko maan lippuihin.',
    },
    {
      term: 'Alusta asti',
      meaning:
        'Kaikki vuodet yhteensä, jokainen kerran. Summassa ovat myös vuodet, joista on vain muualla julkaistut luvut. Niistä on mukana se, mikä on julkaistu.',
    },
    {
      term: 'Muualla julkaistut vuodet',
      meaning:
        'Vuodet, joita tämä rekisteri ei ole laskenut. Ne on merkitty tähdellä, ja niistä kerrotaan lähde ja päivä. Jos rekisterissä on vuodelta omia rivejä, vain ne lasketaan.',
    },
    {
      term: 'Verkosto nyt ja kaikkiaan',
      meaning:
        'Nyt: jakavat yksiköt ja kohteet, jotka ovat mukana tänään, ja kunnat, joissa kortti on käytössä. Kaikkiaan: ne, jotka ovat joskus olleet. Yhdistetty paikka lasketaan kerran. Hyvinvointialueet ovat näiden kuntien alueet.',
    },
    {
      term: 'Mitä ei lasketa',
      meaning:
        'Avustajan ja tulkin lippuja ei lasketa, eikä kumottuja kirjauksia. Yhteisön Kaikukortin liput eivät ole näissä luvuissa.',
    },
  ] satisfies Definition[],
  sv: [
    {
      term: 'Biljett',
      meaning:
        'En inträdesbiljett, en kursplats eller ett säsongskort. En mamma och två barn är tre biljetter: en för vuxen och två för barn.',
    },
    {
      term: 'Vuxna och barn',
      meaning: 'Vuxenbiljetten är kortinnehavarens egen. Barnbiljetten är för hens eget barn eller barnbarn.',
    },
    {
      term: 'Kultur, utbildning, vetenskap och motion',
      meaning: 'Ställets verksamhet. Stället kan välja en annan för en enskild användning.',
    },
    {
      term: 'Registrerade kort',
      meaning: 'Personliga kort enligt det år då kortet registrerades.',
    },
    {
      term: 'Kort som tagits i bruk',
      meaning: 'Kort som registrerades det året och har använts minst en gång fram till i dag.',
    },
    {
      term: 'Kommuner',
      meaning:
        'Kommuner där ett kort har registrerats eller använts under året. Kortet räknas till kommunen för enheten som delade ut det, användningen till ställets kommun. Pop up-platser räknas bara i hela landets biljetter.',
    },
    {
      term: 'Från början',
      meaning:
        'Alla år tillsammans, varje år en gång. Också år med enbart siffror från annat håll ingår, så långt de har publicerats.',
    },
    {
      term: 'År som publicerats på annat håll',
      meaning:
        'År som det här registret inte har räknat. De är märkta med en stjärna, och källan och dagen berättas. Om registret har egna rader för året räknas bara de.',
    },
    {
      term: 'Nätverket nu och genom tiderna',
      meaning:
        'Nu: enheter och ställen som är med i dag, och kommuner där kortet används. Genom tiderna: de som någon gång har varit med. En sammanslagen plats räknas en gång. Välfärdsområdena är de där kommunerna ligger.',
    },
    {
      term: 'Vad som inte räknas',
      meaning:
        'Biljetter för assistenter och tolkar räknas inte, inte heller ångrade registreringar. Biljetter med gemenskapens Kaikukort ingår inte i siffrorna.',
    },
  ],
  en: [
    {
      term: 'Ticket',
      meaning:
        'One admission ticket, one course place or one season pass. A mother with two children is three tickets: one adult’s and two children’s.',
    },
    {
      term: 'Adults and children',
      meaning:
        'The adult ticket is the cardholder’s own. A child ticket is for their own child or grandchild.',
    },
    {
      term: 'Culture, education, science and sports',
      meaning: 'The field of the place. The place can choose another field for a single use.',
    },
    {
      term: 'Cards registered',
      meaning: 'Personal cards by the year in which the card was registered.',
    },
    {
      term: 'Cards taken into use',
      meaning: 'Cards registered that year that have been used at least once by today.',
    },
    {
      term: 'Municipalities',
      meaning:
        'Municipalities in which a card was registered or used that year. A card counts for the municipality of its issuer. A use counts for that of the place. Pop-up places count only in the tickets of the whole country.',
    },
    {
      term: 'Since the beginning',
      meaning:
        'All years together, each once. Years with only figures published elsewhere are included too, as far as they were published.',
    },
    {
      term: 'Years published elsewhere',
      meaning:
        'Years that this register has not counted. They are marked with a star, and their source and day are told. Where the register has rows of its own for a year, only those count.',
    },
    {
      term: 'The network now and ever',
      meaning:
        'Now: today’s units and sites, and the municipalities in which the card is in use. Ever: those that have at any time. A merged place counts once. Counties are those in which these municipalities lie.',
    },
    {
      term: 'What is not counted',
      meaning:
        'Tickets for assistants and interpreters are not counted, and neither are undone records. Tickets obtained with a community card are not in these figures.',
    },
  ],
})
