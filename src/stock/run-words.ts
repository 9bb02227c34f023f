import type { CardType } from '../cards/rules.ts'
import { formatNumber, type Language, plural, translated } from '../i18n/translated.ts'
import { localPath } from '../web/paths.ts'
import type { Serials } from './rules.ts'
import { mostCards, type RunState } from './run-rules.ts'

export const paths = {
  runs: localPath({ fi: '/painokset', sv: '/upplagor', en: '/print-runs' }),
  make: localPath({ fi: '/painokset/uusi', sv: '/upplagor/ny', en: '/print-runs/new' }),
  run: localPath({ fi: '/painokset/:run', sv: '/upplagor/:run', en: '/print-runs/:run' }),
  printed: localPath({
    fi: '/painokset/:run/painettu',
    sv: '/upplagor/:run/tryckt',
    en: '/print-runs/:run/printed',
  }),
  sheets: localPath({
    fi: '/painokset/:run/kortit.pdf',
    sv: '/upplagor/:run/kort.pdf',
    en: '/print-runs/:run/cards.pdf',
  }),
  list: localPath({
    fi: '/painokset/:run/tunnukset.csv',
    sv: '/upplagor/:run/koder.csv',
    en: '/print-runs/:run/codes.csv',
  }),
}

const types = (words: Record<CardType, string>) => words
const states = (words: Record<RunState, string>) => words

/** `1 001–1 050`: the numbers as they stand on a box. */
export const serialsText = (language: Language, { first, last }: Serials): string =>
  first === last
    ? formatNumber(language, first)
    : `${formatNumber(language, first)}–${formatNumber(language, last)}`

export const cardsText: Record<Language, (count: number) => string> = {
  fi: plural('fi', { one: '# kortti', other: '# korttia' }),
  sv: plural('sv', { one: '# kort', other: '# kort' }),
  en: plural('en', { one: '# card', other: '# cards' }),
}

export type Problem =
  | ('cardType-missing' | 'cards-missing' | 'cards-many' | 'cards-form')
  | ('name-missing' | 'name-long' | 'name-code' | 'identity-code' | 'printed')
const problems = (words: Record<Problem, string>) => words

export const words = translated({
  fi: {
    title: 'Painokset',
    lead: 'Painos on uusia kortteja, joille on arvottu tunnukset. Kortit tulevat Kaikukeskuksen varastoon.',
    make: 'Tee painos',
    none: 'Painoksia ei vielä ole',
    noneWhy: 'Tee painos, kun uusia kortteja tarvitaan.',
    name: 'Nimi',
    nameHint: 'Mistä tunnistat painoksen, esimerkiksi Syksy 2026.',
    kind: 'Laji',
    cardType: 'Minkälaisia kortteja?',
    types: types({ personal: 'Henkilökohtaisia', community: 'Yhteisön kortteja' }),
    typeOf: types({ personal: 'Henkilökohtainen', community: 'Yhteisön kortti' }),
    cards: 'Montako korttia?',
    cardsHint: `Enintään ${formatNumber('fi', mostCards)} kerralla. Suuremmat painokset tehdään komentoriviltä.`,
    serials: 'Numerot',
    count: 'Kortteja',
    made: 'Tehty',
    printedOn: 'Painettu',
    state: 'Vaihe',
    states: states({
      imported: 'Tuotu tiedostosta',
      printing: 'Painettavana',
      printed: 'Painettu',
      forgotten: 'Tunnukset poistettu',
    }),
    done: {
      made: 'Painos on tehty. Lataa tiedostot ja lähetä ne painoon.',
      printed: 'Painos on merkitty painetuksi.',
    },
    files: 'Tiedostot painoon',
    filesWhy: (day: string) =>
      `Tiedostoissa on korttien tunnukset. Säilytä ne turvassa ja poista ne, kun kortit on painettu. Tiedostot saa ${day} asti.`,
    sheets: (numbers: string) => `Avaa arkit (PDF), numerot ${numbers}`,
    sheetsWhy: 'Kymmenen korttia A4-arkilla leikkausmerkkeineen. Voit tulostaa arkit myös itse.',
    list: 'Lataa luettelo (CSV)',
    listWhy: 'Painotalo tekee kortit luettelosta: numero, tunnus ja linkki QR-koodiin.',
    noFiles: 'Tunnuksia ei enää ole missään',
    noFilesWhy: 'Rekisteri tuntee kortit, mutta tiedostoja ei voi tehdä uudestaan.',
    mark: 'Merkitse painetuksi',
    markTitle: 'Merkitse painos painetuksi',
    markWhy: 'Tämän jälkeen tiedostoja ei saa uudestaan. Tarkista ensin, että kortit on painettu oikein.',
    sheetTitle: (name: string) => `Kortit: ${name}`,
    problems: problems({
      'cardType-missing': 'Valitse, minkälaisia kortteja tehdään.',
      'cards-missing': 'Kirjoita, montako korttia tehdään.',
      'cards-many': `Yhdessä painoksessa voi olla enintään ${formatNumber('fi', mostCards)} korttia.`,
      'cards-form': 'Kirjoita korttien määrä numeroina, esimerkiksi 500.',
      'name-missing': 'Anna painokselle nimi.',
      'name-long': 'Lyhennä nimi enintään 80 merkkiin.',
      'name-code': 'Tämä näyttää kortin tunnukselta. Anna painokselle muu nimi.',
      'identity-code': 'Tämä näyttää henkilötunnukselta. Anna painokselle muu nimi.',
      printed: 'Painos on jo merkitty painetuksi.',
    }),
  },
  sv: {
    title: 'Upplagor',
    lead: 'En upplaga är nya kort med lottade koder. Korten kommer till Kaikukeskus lager.',
    make: 'Gör en upplaga',
    none: 'Det finns inga upplagor än',
    noneWhy: 'Gör en upplaga när det behövs nya kort.',
    name: 'Namn',
    nameHint: 'Det som du känner igen upplagan på, till exempel Hösten 2026.',
    kind: 'Slag',
    cardType: 'Hurdana kort?',
    types: types({ personal: 'Personliga', community: 'Gemenskapens kort' }),
    typeOf: types({ personal: 'Personligt', community: 'Gemenskapens kort' }),
    cards: 'Hur många kort?',
    cardsHint: `Högst ${formatNumber('sv', mostCards)} på en gång. Större upplagor görs från kommandoraden.`,
    serials: 'Nummer',
    count: 'Kort',
    made: 'Gjord',
    printedOn: 'Tryckt',
    state: 'Skede',
    states: states({
      imported: 'Hämtad från fil',
      printing: 'Ska tryckas',
      printed: 'Tryckt',
      forgotten: 'Koderna är borttagna',
    }),
    done: {
      made: 'Upplagan är gjord. Ladda ner filerna och skicka dem till tryckeriet.',
      printed: 'Upplagan är märkt som tryckt.',
    },
    files: 'Filer till tryckeriet',
    filesWhy: (day: string) =>
      `Filerna innehåller kortens koder. Förvara dem tryggt och radera dem när korten är tryckta. Filerna finns till och med ${day}.`,
    sheets: (numbers: string) => `Öppna arken (PDF), nummer ${numbers}`,
    sheetsWhy: 'Tio kort på ett A4-ark med skärmärken. Du kan också skriva ut arken själv.',
    list: 'Ladda ner listan (CSV)',
    listWhy: 'Tryckeriet gör korten av listan: nummer, kod och länk till QR-koden.',
    noFiles: 'Koderna finns inte längre någonstans',
    noFilesWhy: 'Registret känner korten, men filerna kan inte göras på nytt.',
    mark: 'Märk som tryckt',
    markTitle: 'Märk upplagan som tryckt',
    markWhy: 'Efter det får du inte filerna på nytt. Kontrollera först att korten är rätt tryckta.',
    sheetTitle: (name: string) => `Kort: ${name}`,
    problems: problems({
      'cardType-missing': 'Välj hurdana kort som ska göras.',
      'cards-missing': 'Skriv hur många kort som ska göras.',
      'cards-many': `En upplaga kan ha högst ${formatNumber('sv', mostCards)} kort.`,
      'cards-form': 'Skriv antalet kort med siffror, till exempel 500.',
      'name-missing': 'Ge upplagan ett namn.',
      'name-long': 'Förkorta namnet till högst 80 tecken.',
      'name-code': 'Det här ser ut som en kortkod. Ge upplagan ett annat namn.',
      'identity-code': 'Det här ser ut som en personbeteckning. Ge upplagan ett annat namn.',
      printed: 'Upplagan är redan märkt som tryckt.',
    }),
  },
  en: {
    title: 'Print runs',
    lead: 'A print run is new cards with codes drawn for them. They enter the stock of Kaikukeskus.',
    make: 'Make a print run',
    none: 'There are no print runs yet',
    noneWhy: 'Make a print run when new cards are needed.',
    name: 'Name',
    nameHint: 'What you will know the run by, such as Autumn 2026.',
    kind: 'Kind',
    cardType: 'Which kind of cards?',
    types: types({ personal: 'Personal', community: 'Community cards' }),
    typeOf: types({ personal: 'Personal', community: 'Community card' }),
    cards: 'How many cards?',
    cardsHint: `At most ${formatNumber('en', mostCards)} at a time. Larger runs are made from the command line.`,
    serials: 'Numbers',
    count: 'Cards',
    made: 'Made',
    printedOn: 'Printed',
    state: 'Stage',
    states: states({
      imported: 'Imported from a file',
      printing: 'To be printed',
      printed: 'Printed',
      forgotten: 'Codes removed',
    }),
    done: {
      made: 'The run is made. Download the files and send them to the printer.',
      printed: 'The run is marked as printed.',
    },
    files: 'Files for printing',
    filesWhy: (day: string) =>
      `The files hold the codes of the cards. Keep them safe and delete them once the cards are printed. They are there until ${day}.`,
    sheets: (numbers: string) => `Open the sheets (PDF), numbers ${numbers}`,
    sheetsWhy: 'Ten cards on an A4 sheet with crop marks. You can print the sheets yourself too.',
    list: 'Download the list (CSV)',
    listWhy: 'A printing house makes cards from the list: number, code and the QR code’s link.',
    noFiles: 'The codes are nowhere any more',
    noFilesWhy: 'The register knows the cards, but the files cannot be made again.',
    mark: 'Mark as printed',
    markTitle: 'Mark the run as printed',
    markWhy: 'After this the files cannot be had again. First check that the cards are printed correctly.',
    sheetTitle: (name: string) => `Cards: ${name}`,
    problems: problems({
      'cardType-missing': 'Choose which kind of cards to make.',
      'cards-missing': 'Write how many cards to make.',
      'cards-many': `A print run can have at most ${formatNumber('en', mostCards)} cards.`,
      'cards-form': 'Write the number of cards in digits, such as 500.',
      'name-missing': 'Give the run a name.',
      'name-long': 'Shorten the name to 80 characters at most.',
      'name-code': 'This looks like a card code. Give the run another name.',
      'identity-code': 'This looks like a personal identity code. Give the run another name.',
      printed: 'The run is marked as printed already.',
    }),
  },
})

/** What stands on the cards, in both languages of the country at once; to be written by hand. */
export const cardWords = {
  personal: { lines: ['Nimi · Namn', 'Lapsia · Barn', 'Voimassa · Giltigt till'] },
  community: { lines: ['Yhteisö · Gemenskap', 'Voimassa · Giltigt till'] },
} as const satisfies Record<CardType, { lines: readonly string[] }>
