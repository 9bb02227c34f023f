import { formatDay, formatNumber, translated } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'

/** A name, its count, and whether larger ones may be hidden. */
type Most = { name: string; count: number; isAmongShown: boolean }

export const periodWords = translated({
  fi: {
    title: 'Suljettu jakso',
    lead: 'Suljetun jakson luvut on laskettu kerran, eivätkä ne muutu.',
    none: 'Suljettuja jaksoja ei ole vielä',
    noneWhen: (day: Day) =>
      `Ensimmäinen neljännes suljetaan aikaisintaan ${formatDay('fi', day)}. Luvut tulevat silloin tähän.`,
    choose: 'Jakso',
    cited: (number: number, day: Day) => `Julkaisu ${number}, tilanne ${formatDay('fi', day)}.`,
    ofChildren: (count: number) => `Niistä lapsille ${formatNumber('fi', count)}`,
    hidden:
      '– tarkoittaa, ettei lukua näytetä. Sen takana on liian vähän kortteja, tai siitä voisi laskea sellaisen.',
    hiddenShort: 'Ei näytetä',
    meanings: 'Mitä luvut tarkoittavat',
    countyFinding: ({ name, count, isAmongShown }: Most) =>
      `Eniten lippuja${isAmongShown ? ' näytetyistä alueista' : ''}: ${name}, ${formatNumber('fi', count)}`,
    noCounty: 'Lippuja hyvinvointialueittain ei näytetä',
    countySummary: (period: string) =>
      `Liput hyvinvointialueittain, ${period}. Ruutu on alue, ja vahvempi väri on enemmän lippuja. Helsinki ei kuulu mihinkään hyvinvointialueeseen. Pop up -kohteet ja Ahvenanmaa eivät ole kartalla.`,
    county: 'Hyvinvointialue',
    tickets: 'Lippuja',
    cards: 'Kortteja',
    bar: 'Palkki',
    fieldFinding: ({ name, count, isAmongShown }: Most) =>
      `Eniten lippuja${isAmongShown ? ' näytetyistä aloista' : ''}: ${name}, ${formatNumber('fi', count)}`,
    noField: 'Lippuja aloittain ei näytetä',
    fieldSummary: (period: string) => `Liput kohteen alan mukaan, koko maa, ${period}.`,
    field: 'Ala',
    about: (count: string) => `noin ${count}`,
    ageFindings: {
      valid: ({ name, count, isAmongShown }: Most) =>
        `Eniten kortteja voimassa${isAmongShown ? ' näytetyistä ikäryhmistä' : ''}: ${name} vuotta, noin ${formatNumber('fi', count)}`,
      registered: ({ name, count, isAmongShown }: Most) =>
        `Eniten uusia kortteja${isAmongShown ? ' näytetyistä ikäryhmistä' : ''}: ${name} vuotta, ${formatNumber('fi', count)}`,
    },
    noAge: 'Kortteja ikäryhmittäin ei näytetä',
    ageSummaries: {
      valid: (period: string) =>
        `Jakson lopussa voimassa olevat kortit iän mukaan, lähimpään viiteen, koko maa, ${period}.`,
      registered: (period: string) => `Rekisteröidyt kortit kortinhaltijan iän mukaan, koko maa, ${period}.`,
    },
    age: 'Ikäryhmä',
    figures: (kilobytes: number) => `Kaikki jakson luvut (CSV, ${formatNumber('fi', kilobytes)} kt)`,
    all: 'Avoin data: tiedostot, määritelmät ja lisenssi',
  },
  sv: {
    title: 'Stängd period',
    lead: 'Siffrorna för en stängd period har räknats en gång och ändras inte.',
    none: 'Det finns inga stängda perioder ännu',
    noneWhen: (day: Day) =>
      `Det första kvartalet stängs tidigast ${formatDay('sv', day)}. Då kommer siffrorna hit.`,
    choose: 'Period',
    cited: (number: number, day: Day) => `Publikation ${number}, läget ${formatDay('sv', day)}.`,
    ofChildren: (count: number) => `Av dem för barn ${formatNumber('sv', count)}`,
    hidden:
      '– betyder att siffran inte visas. Den gäller för få kort, eller så kunde man räkna ut en sådan siffra.',
    hiddenShort: 'Visas inte',
    meanings: 'Vad siffrorna betyder',
    countyFinding: ({ name, count, isAmongShown }: Most) =>
      `Flest biljetter${isAmongShown ? ' av de områden som visas' : ''}: ${name}, ${formatNumber('sv', count)}`,
    noCounty: 'Biljetter per välfärdsområde visas inte',
    countySummary: (period: string) =>
      `Biljetter per välfärdsområde, ${period}. En ruta är ett område, och starkare färg är fler biljetter. Helsingfors hör inte till något välfärdsområde. Pop up-platser och Åland finns inte på kartan.`,
    county: 'Välfärdsområde',
    tickets: 'Biljetter',
    cards: 'Kort',
    bar: 'Stapel',
    fieldFinding: ({ name, count, isAmongShown }: Most) =>
      `Flest biljetter${isAmongShown ? ' av de verksamheter som visas' : ''}: ${name}, ${formatNumber('sv', count)}`,
    noField: 'Biljetter per verksamhet visas inte',
    fieldSummary: (period: string) => `Biljetter enligt ställets verksamhet, hela landet, ${period}.`,
    field: 'Verksamhet',
    about: (count: string) => `omkring ${count}`,
    ageFindings: {
      valid: ({ name, count, isAmongShown }: Most) =>
        `Flest giltiga kort${isAmongShown ? ' av de åldersgrupper som visas' : ''}: ${name} år, omkring ${formatNumber('sv', count)}`,
      registered: ({ name, count, isAmongShown }: Most) =>
        `Flest nya kort${isAmongShown ? ' av de åldersgrupper som visas' : ''}: ${name} år, ${formatNumber('sv', count)}`,
    },
    noAge: 'Kort per åldersgrupp visas inte',
    ageSummaries: {
      valid: (period: string) =>
        `Giltiga kort i slutet av perioden enligt ålder, till närmaste fem, hela landet, ${period}.`,
      registered: (period: string) =>
        `Registrerade kort enligt kortinnehavarens ålder, hela landet, ${period}.`,
    },
    age: 'Åldersgrupp',
    figures: (kilobytes: number) => `Periodens alla siffror (CSV, ${formatNumber('sv', kilobytes)} kB)`,
    all: 'Öppna data: filer, definitioner och licens',
  },
  en: {
    title: 'Closed period',
    lead: 'The figures of a closed period have been counted once and do not change.',
    none: 'There are no closed periods yet',
    noneWhen: (day: Day) =>
      `The first quarter is closed on ${formatDay('en', day)} at the earliest. Its figures will be here then.`,
    choose: 'Period',
    cited: (number: number, day: Day) => `Publication ${number}, as of ${formatDay('en', day)}.`,
    ofChildren: (count: number) => `Of these for children ${formatNumber('en', count)}`,
    hidden:
      '– means that the figure is not shown. Too few cards stand behind it, or such a one could be worked out.',
    hiddenShort: 'Not shown',
    meanings: 'What the figures mean',
    countyFinding: ({ name, count, isAmongShown }: Most) =>
      `Most tickets${isAmongShown ? ' among those shown' : ''}: ${name}, ${formatNumber('en', count)}`,
    noCounty: 'Tickets by county are not shown',
    countySummary: (period: string) =>
      `Tickets by wellbeing services county, ${period}. A tile is a county, and a stronger colour means more tickets. Helsinki belongs to no county. Pop-up sites and Åland are not on the map.`,
    county: 'County',
    tickets: 'Tickets',
    cards: 'Cards',
    bar: 'Bar',
    fieldFinding: ({ name, count, isAmongShown }: Most) =>
      `Most tickets${isAmongShown ? ' among those shown' : ''}: ${name}, ${formatNumber('en', count)}`,
    noField: 'Tickets by field are not shown',
    fieldSummary: (period: string) => `Tickets by the field of the site, whole country, ${period}.`,
    field: 'Field',
    about: (count: string) => `about ${count}`,
    ageFindings: {
      valid: ({ name, count, isAmongShown }: Most) =>
        `Most valid cards${isAmongShown ? ' among those shown' : ''}: ages ${name}, about ${formatNumber('en', count)}`,
      registered: ({ name, count, isAmongShown }: Most) =>
        `Most new cards${isAmongShown ? ' among those shown' : ''}: ages ${name}, ${formatNumber('en', count)}`,
    },
    noAge: 'Cards by age group are not shown',
    ageSummaries: {
      valid: (period: string) =>
        `Cards valid at the period’s end by age, to the nearest five, whole country, ${period}.`,
      registered: (period: string) => `Cards registered by the cardholder’s age, whole country, ${period}.`,
    },
    age: 'Age group',
    figures: (kilobytes: number) => `All figures of the period (CSV, ${formatNumber('en', kilobytes)} kB)`,
    all: 'Open data: files, definitions and licence',
  },
})
