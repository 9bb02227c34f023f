import { type Language, translated } from '../i18n/translated.ts'
import type { Level, Period } from '../publications/rules.ts'
import { periodName } from '../publications/words.ts'
import type { Kind } from './rules.ts'

/** The words of a report itself, on the page and in its files alike. */
export const reportWords = translated({
  fi: {
    ownQuarter: 'Neljänneksen luvut',
    ownQuarterLead: 'Neljänneksen luvut ja valmis teksti niistä.',
    kinds: {
      board: 'Lautakuntaraportti',
      annual: 'Tilinpäätöksen luvut',
      wellbeing: 'Hyvinvointikertomuksen luvut',
      teaviisari: 'TEAviisarin luvut',
      grant: 'Luvut rahoitushakemukseen',
    } satisfies Record<Kind, string>,
    leads: {
      board: 'Neljänneksen luvut ja valmis teksti lautakunnalle.',
      annual: 'Vuoden luvut ja valmis teksti tilinpäätökseen.',
      wellbeing: 'Vuoden luvut ja valmis teksti hyvinvointikertomukseen.',
      teaviisari: 'Vuoden luvut, joita tarvitset TEAviisarin vastauksiin.',
      grant: 'Vuoden luvut ja valmis teksti rahoitushakemukseen.',
    } satisfies Record<Kind, string>,
    keyFigures: 'Tärkeimmät luvut',
    figure: 'Luku',
    change: 'Muutos vuodessa',
    percent: (sign: string, percent: number) => `${sign}${percent} %`,
    by: (name: string, division: string) => `${name}: ${division.toLowerCase()}`,
    /** What is told to the nearest five: its name, and its number. */
    aboutName: (name: string) => `${name}, noin`,
    about: (count: string) => `noin ${count}`,
    most: (name: string, part: string, count: string) => `${name}, eniten: ${part} (${count})`,
    hidden: (threshold: number, telling: number) =>
      `Viiva (–) tarkoittaa, ettei lukua näytetä. Luvun takana on silloin alle ${threshold} korttia, elämäntilanteessa kunnittain alle ${telling}. Viiva on myös luvulla, jonka lipuista yli puolet on yhden kortin. Joskus piilotetaan lisäksi toinen luku, jotta pientä lukua ei voi laskea.`,
    blank: (tables: string) => `Kokonaan tai lähes kokonaan piilossa: ${tables}.`,
    hiddenCell: 'ei näytetä: pieni määrä kortteja, tai luku, josta sellaisen voisi laskea',
    source: (number: number, day: string) => `Julkaisu ${number}. Tilanne ${day}.`,
    digest: (digest: string) => `Tarkiste (SHA-256): ${digest}`,
    text: 'Teksti',
    definitions: 'Mitä luvut tarkoittavat',
    definitionsSheet: 'Määritelmät',
    definition: 'Määritelmä',
    unit: 'Yksikkö',
    asOf: 'Tilanne',
    period: 'Jakso',
    publication: 'Julkaisu',
    place: 'Paikka',
    kind: 'Raportti',
    numbers: 'Luvut',
    division: 'Jako',
    part: 'Luokka',
    value: 'Määrä',
    why: 'Miksi ei näytetä',
  },
  sv: {
    ownQuarter: 'Kvartalets siffror',
    ownQuarterLead: 'Kvartalets siffror och en färdig text om dem.',
    kinds: {
      board: 'Rapport till nämnden',
      annual: 'Siffror till bokslutet',
      wellbeing: 'Siffror till välfärdsberättelsen',
      teaviisari: 'Siffror till TEAviisari',
      grant: 'Siffror till en bidragsansökan',
    },
    leads: {
      board: 'Kvartalets siffror och en färdig text till nämnden.',
      annual: 'Årets siffror och en färdig text till bokslutet.',
      wellbeing: 'Årets siffror och en färdig text till välfärdsberättelsen.',
      teaviisari: 'Årets siffror som du behöver när du svarar i TEAviisari.',
      grant: 'Årets siffror och en färdig text till en bidragsansökan.',
    },
    keyFigures: 'De viktigaste siffrorna',
    figure: 'Siffra',
    change: 'Förändring på ett år',
    percent: (sign: string, percent: number) => `${sign}${percent} %`,
    by: (name: string, division: string) => `${name}: ${division.toLowerCase()}`,
    aboutName: (name: string) => `${name}, omkring`,
    about: (count: string) => `omkring ${count}`,
    most: (name: string, part: string, count: string) => `${name}, flest: ${part} (${count})`,
    hidden: (threshold: number, telling: number) =>
      `Ett streck (–) betyder att siffran inte visas. Då finns färre än ${threshold} kort bakom den, för livssituation per kommun färre än ${telling}. Strecket står också där över hälften av biljetterna hör till ett kort. Ibland döljs dessutom en annan siffra, så att den lilla inte kan räknas ut.`,
    blank: (tables: string) => `Visas inte alls eller nästan inte alls: ${tables}.`,
    hiddenCell: 'visas inte: få kort, eller en siffra som avslöjar en sådan',
    source: (number: number, day: string) => `Publikation ${number}. Läget ${day}.`,
    digest: (digest: string) => `Kontrollsumma (SHA-256): ${digest}`,
    text: 'Text',
    definitions: 'Vad siffrorna betyder',
    definitionsSheet: 'Definitioner',
    definition: 'Definition',
    unit: 'Enhet',
    asOf: 'Läget',
    period: 'Period',
    publication: 'Publikation',
    place: 'Plats',
    kind: 'Rapport',
    numbers: 'Siffror',
    division: 'Indelning',
    part: 'Klass',
    value: 'Antal',
    why: 'Varför den inte visas',
  },
  en: {
    ownQuarter: 'Figures of the quarter',
    ownQuarterLead: 'The figures of the quarter and a ready text about them.',
    kinds: {
      board: 'Board report',
      annual: 'Figures for the annual accounts',
      wellbeing: 'Figures for the wellbeing report',
      teaviisari: 'Figures for TEAviisari',
      grant: 'Figures for a grant application',
    },
    leads: {
      board: 'The figures of the quarter and a ready text for the board.',
      annual: 'The figures of the year and a ready text for the annual accounts.',
      wellbeing: 'The figures of the year and a ready text for the wellbeing report.',
      teaviisari: 'The figures of the year that you need when you answer TEAviisari.',
      grant: 'The figures of the year and a ready text for a grant application.',
    },
    keyFigures: 'Main figures',
    figure: 'Figure',
    change: 'Change in a year',
    percent: (sign: string, percent: number) => `${sign}${percent}%`,
    by: (name: string, division: string) => `${name}: ${division.toLowerCase()}`,
    aboutName: (name: string) => `${name}, about`,
    about: (count: string) => `about ${count}`,
    most: (name: string, part: string, count: string) => `${name}, most: ${part} (${count})`,
    hidden: (threshold: number, telling: number) =>
      `A dash (–) means that the number is not shown. Then fewer than ${threshold} cards stand behind it, or ${telling} for life situation by municipality. A dash also stands where one card has over half of the tickets. Sometimes another number is hidden too, so that the small one cannot be worked out.`,
    blank: (tables: string) => `Not shown, or hardly at all: ${tables}.`,
    hiddenCell: 'not shown: few cards, or a number that would give one away',
    source: (number: number, day: string) => `Publication ${number}. As of ${day}.`,
    digest: (digest: string) => `Checksum (SHA-256): ${digest}`,
    text: 'Text',
    definitions: 'What the figures mean',
    definitionsSheet: 'Definitions',
    definition: 'Definition',
    unit: 'Unit',
    asOf: 'As of',
    period: 'Period',
    publication: 'Publication',
    place: 'Place',
    kind: 'Report',
    numbers: 'Figures',
    division: 'Division',
    part: 'Class',
    value: 'Number',
    why: 'Why it is not shown',
  },
})

const isSingle = (level: Level) => level === 'unit' || level === 'site'

/** What a report is called: a single unit or site has no board to report to. */
export const kindName = (language: Language, kind: Kind, level: Level): string =>
  kind === 'board' && isSingle(level) ? reportWords[language].ownQuarter : reportWords[language].kinds[kind]

/** What it is for, in a sentence. */
export const leadOf = (language: Language, kind: Kind, level: Level): string =>
  kind === 'board' && isSingle(level)
    ? reportWords[language].ownQuarterLead
    : reportWords[language].leads[kind]

/** The title of a report: what it is, of where and when. */
export const titleOf = (
  language: Language,
  { kind, place, period }: { kind: Kind; place: { level: Level; name: string }; period: Period },
): string => `${kindName(language, kind, place.level)}: ${place.name}, ${periodName(language, period)}`
