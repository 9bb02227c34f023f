import { formatDay, plural, translated } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import { localPath } from '../web/paths.ts'
import type { MergerProblem } from './rules.ts'

export const paths = {
  list: localPath({ fi: '/kunnat', sv: '/kommuner', en: '/municipalities' }),
  merger: localPath({
    fi: '/kunnat/:municipality/liita',
    sv: '/kommuner/:municipality/sla-ihop',
    en: '/municipalities/:municipality/merge',
  }),
}

const problems = (words: Record<MergerProblem, string>) => words

export const words = translated({
  fi: {
    title: 'Kunnat',
    lead: 'Kaikki kunnat, niiden tunnukset ja hyvinvointialueet.',
    search: 'Kunnan nimi tai tunnus',
    count: plural('fi', { one: '# kunta', other: '# kuntaa' }),
    code: 'Kuntanumero',
    name: 'Kunta',
    county: 'Hyvinvointialue',
    area: 'Kaikukortti-alue',
    merger: 'Kuntaliitos',
    merge: 'Liitä toiseen kuntaan',
    merged: (into: string, on: Day) => `Liittyy kuntaan ${into} ${formatDay('fi', on)}`,
    none: 'Kuntia ei löytynyt',
    noneWhy: 'Kokeile toista nimeä tai näytä kaikki kunnat.',
    showAll: 'Näytä kaikki kunnat',
    mergeTitle: (name: string) => `Kuntaliitos: ${name}`,
    mergeLead:
      'Kunta liittyy toiseen vuoden ensimmäisenä päivänä. Sen yksiköt ja kohteet siirtyvät samana päivänä. Aiemmat tilastot jäävät vanhalle kunnalle.',
    into: 'Mihin kuntaan se liittyy?',
    choose: 'Valitse kunta',
    year: 'Minkä vuoden alussa?',
    look: 'Tarkista liitos',
    confirmTitle: 'Tarkista ja vahvista',
    effect: (one: string, into: string, on: Day) =>
      `${one} on osa kuntaa ${into} ${formatDay('fi', on)} alkaen.`,
    units: plural('fi', { one: '# jakava yksikkö siirtyy', other: '# jakavaa yksikköä siirtyy' }),
    sites: plural('fi', { one: '# kohde siirtyy', other: '# kohdetta siirtyy' }),
    noUndo: 'Liitosta ei voi perua järjestelmässä.',
    confirm: 'Vahvista kuntaliitos',
    goBack: 'Muuta tietoja',
    done: 'Kuntaliitos on kirjattu.',
    problems: problems({
      'into-missing': 'Valitse kunta, johon tämä liittyy.',
      'into-itself': 'Valitse toinen kunta.',
      'into-merged': 'Valittu kunta liittyy itse toiseen. Valitse toinen kunta.',
      'merged-already': 'Tämän kunnan liitos on jo kirjattu.',
      'year-missing': 'Valitse tuleva vuosi.',
      'name-clash':
        'Organisaatiolla on samanniminen yksikkö tai kohde molemmissa kunnissa. Muuta ensin toisen nimi.',
    }),
  },
  sv: {
    title: 'Kommuner',
    lead: 'Alla kommuner, deras nummer och välfärdsområden.',
    search: 'Kommunens namn eller nummer',
    count: plural('sv', { one: '# kommun', other: '# kommuner' }),
    code: 'Kommunnummer',
    name: 'Kommun',
    county: 'Välfärdsområde',
    area: 'Kaikukortsområde',
    merger: 'Kommunsammanslagning',
    merge: 'Slå ihop med en annan kommun',
    merged: (into: string, on: Day) => `Går upp i ${into} ${formatDay('sv', on)}`,
    none: 'Inga kommuner hittades',
    noneWhy: 'Försök med ett annat namn eller visa alla kommuner.',
    showAll: 'Visa alla kommuner',
    mergeTitle: (name: string) => `Kommunsammanslagning: ${name}`,
    mergeLead:
      'Kommunen går upp i en annan på årets första dag. Dess enheter och ställen flyttas samma dag. Tidigare statistik stannar hos den gamla kommunen.',
    into: 'Vilken kommun går den upp i?',
    choose: 'Välj kommun',
    year: 'I början av vilket år?',
    look: 'Kontrollera sammanslagningen',
    confirmTitle: 'Kontrollera och bekräfta',
    effect: (one: string, into: string, on: Day) =>
      `${one} är en del av ${into} från ${formatDay('sv', on)}.`,
    units: plural('sv', {
      one: '# enhet som delar ut kort flyttas',
      other: '# enheter som delar ut kort flyttas',
    }),
    sites: plural('sv', { one: '# ställe flyttas', other: '# ställen flyttas' }),
    noUndo: 'Sammanslagningen kan inte ångras i systemet.',
    confirm: 'Bekräfta sammanslagningen',
    goBack: 'Ändra uppgifterna',
    done: 'Kommunsammanslagningen har registrerats.',
    problems: problems({
      'into-missing': 'Välj kommunen som den här går upp i.',
      'into-itself': 'Välj en annan kommun.',
      'into-merged': 'Den valda kommunen går själv upp i en annan. Välj en annan kommun.',
      'merged-already': 'Den här kommunens sammanslagning är redan registrerad.',
      'year-missing': 'Välj ett kommande år.',
      'name-clash':
        'I båda kommunerna finns en enhet eller ett ställe med samma namn. Ändra först det ena namnet.',
    }),
  },
  en: {
    title: 'Municipalities',
    lead: 'All municipalities, their codes and wellbeing services counties.',
    search: 'Name or code of a municipality',
    count: plural('en', { one: '# municipality', other: '# municipalities' }),
    code: 'Code',
    name: 'Municipality',
    county: 'Wellbeing services county',
    area: 'Kaikukortti area',
    merger: 'Merger',
    merge: 'Merge into another',
    merged: (into: string, on: Day) => `Merges into ${into} on ${formatDay('en', on)}`,
    none: 'No municipalities were found',
    noneWhy: 'Try another name, or show all municipalities.',
    showAll: 'Show all municipalities',
    mergeTitle: (name: string) => `Merger: ${name}`,
    mergeLead:
      'The municipality becomes part of another on the first day of a year. Its units and sites move on that day. Earlier statistics stay with the old municipality.',
    into: 'Which municipality does it become part of?',
    choose: 'Choose a municipality',
    year: 'At the start of which year?',
    look: 'Check the merger',
    confirmTitle: 'Check and confirm',
    effect: (one: string, into: string, on: Day) => `${one} is part of ${into} from ${formatDay('en', on)}.`,
    units: plural('en', { one: '# issuing unit moves', other: '# issuing units move' }),
    sites: plural('en', { one: '# site moves', other: '# sites move' }),
    noUndo: 'A merger cannot be undone in this system.',
    confirm: 'Confirm the merger',
    goBack: 'Edit the details',
    done: 'The merger has been recorded.',
    problems: problems({
      'into-missing': 'Choose the municipality that this one becomes part of.',
      'into-itself': 'Choose another municipality.',
      'into-merged': 'The chosen municipality merges into another itself. Choose another one.',
      'merged-already': 'The merger of this municipality has been recorded already.',
      'year-missing': 'Choose a coming year.',
      'name-clash':
        'Both municipalities have a unit or site of one organisation and name. Rename one of them first.',
    }),
  },
})
