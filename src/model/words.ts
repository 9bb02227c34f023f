import { formatDay, plural, translated } from '../i18n/translated.ts'
import { localPath } from '../web/paths.ts'
import type { Changed } from './diff-rules.ts'
import type { Chapter, Mark, Standing } from './rules.ts'

/** What everyone may read of the operating model. */
export const publicPaths = {
  /** The version in force. */
  inForce: localPath({ fi: '/toimintamalli', sv: '/verksamhetsmodell', en: '/operating-model' }),
  version: localPath({
    fi: '/toimintamalli/:model',
    sv: '/verksamhetsmodell/:model',
    en: '/operating-model/:model',
  }),
  /** What a version changed of the one before it. */
  changes: localPath({
    fi: '/toimintamalli/:model/muutokset',
    sv: '/verksamhetsmodell/:model/andringar',
    en: '/operating-model/:model/changes',
  }),
}

const standings = (words: Record<Standing, string>) => words
const marks = (words: Record<Mark, string>) => words
const chapters = (words: Record<Chapter, string>) => words
const changed = (words: Record<Changed, string>) => words

/** The model itself: the same words for everyone who reads it. */
export const words = translated({
  fi: {
    model: 'Toimintamalli',
    title: (number: number) => `Toimintamalli, versio ${number}`,
    version: (number: number) => `Versio ${number}`,
    lead: 'Kaikki Kaikukortin verkostossa sitoutuvat samaan toimintamalliin. Siksi kortti käy kaikkialla.',
    marksLead: 'J koskee kortinjakajia, K kohteita ja V alueen vastuuhenkilöitä.',
    standings: standings({
      draft: 'Luonnos',
      coming: 'Tulossa',
      'in-force': 'Voimassa',
      former: 'Aiempi',
    }),
    since: (day: string) => `Voimassa ${formatDay('fi', day)} alkaen`,
    between: (from: string, until: string) => `${formatDay('fi', from)}–${formatDay('fi', until)}`,
    comingNote: (number: number, day: string) =>
      `Uusi versio ${number} tulee voimaan ${formatDay('fi', day)}.`,
    formerNote: 'Tämä on aiempi versio.',
    toInForce: 'Lue voimassa oleva versio',
    chapters: chapters({
      1: 'Perusteet ja kortin antaminen',
      2: 'Kohteiden tarjonta',
      3: 'Tilastot ja tietosuoja',
    }),
    letters: marks({ issuers: 'J', venues: 'K', coordinators: 'V' }),
    marks: marks({ issuers: 'kortinjakajat', venues: 'kohteet', coordinators: 'vastuuhenkilöt' }),
    concerns: 'Koskee: ',
    versions: 'Versiot',
    seeChanges: (number: number) => `Katso, mitä versio ${number} muuttaa`,
    seeVersion: 'Lue koko versio',
    changesTitle: (number: number) => `Mitä versio ${number} muuttaa`,
    changesLead: (before: number, after: number) =>
      `Vasemmalla tai ylempänä on versio ${before}, sitten versio ${after}. Poistettu on yliviivattu ja lisätty alleviivattu.`,
    noChanges: 'Versioissa on samat kohdat',
    counts: {
      changed: plural('fi', { one: '# kohta muuttuu', other: '# kohtaa muuttuu' }),
      added: plural('fi', { one: '# kohta on uusi', other: '# kohtaa on uusia' }),
      removed: plural('fi', { one: '# kohta poistuu', other: '# kohtaa poistuu' }),
      same: plural('fi', { one: '# kohta pysyy samana', other: '# kohtaa pysyy samoina' }),
    },
    kinds: { added: 'Uusi kohta', removed: 'Poistuva kohta', changed: 'Muuttuva kohta' },
    what: changed({
      heading: 'otsikko',
      text: 'teksti',
      marks: 'keitä koskee',
      number: 'numero',
    }),
    changes: 'Muuttuu: ',
    old: 'poistettu: ',
    new: 'lisätty: ',
    end: ' (päättyy) ',
    formerly: (number: string) => `ennen ${number}`,
  },
  sv: {
    model: 'Verksamhetsmodell',
    title: (number: number) => `Verksamhetsmodell, version ${number}`,
    version: (number: number) => `Version ${number}`,
    lead: 'Alla i Kaikukortets nätverk förbinder sig till samma verksamhetsmodell. Därför gäller kortet överallt.',
    marksLead: 'J gäller kortutdelare, K besöksmål och V områdets ansvarspersoner.',
    standings: standings({
      draft: 'Utkast',
      coming: 'På väg',
      'in-force': 'Gäller nu',
      former: 'Tidigare',
    }),
    since: (day: string) => `Gäller från och med ${formatDay('sv', day)}`,
    between: (from: string, until: string) => `${formatDay('sv', from)}–${formatDay('sv', until)}`,
    comingNote: (number: number, day: string) =>
      `En ny version ${number} börjar gälla ${formatDay('sv', day)}.`,
    formerNote: 'Det här är en tidigare version.',
    toInForce: 'Läs versionen som gäller nu',
    chapters: chapters({
      1: 'Grunder och utdelning av kort',
      2: 'Besöksmålens utbud',
      3: 'Statistik och dataskydd',
    }),
    letters: marks({ issuers: 'J', venues: 'K', coordinators: 'V' }),
    marks: marks({ issuers: 'kortutdelare', venues: 'besöksmål', coordinators: 'ansvarspersoner' }),
    concerns: 'Gäller: ',
    versions: 'Versioner',
    seeChanges: (number: number) => `Se vad version ${number} ändrar`,
    seeVersion: 'Läs hela versionen',
    changesTitle: (number: number) => `Vad version ${number} ändrar`,
    changesLead: (before: number, after: number) =>
      `Till vänster eller överst står version ${before}, sedan version ${after}. Borttaget är överstruket och tillagt understruket.`,
    noChanges: 'Versionerna har samma punkter',
    counts: {
      changed: plural('sv', { one: '# punkt ändras', other: '# punkter ändras' }),
      added: plural('sv', { one: '# punkt är ny', other: '# punkter är nya' }),
      removed: plural('sv', { one: '# punkt tas bort', other: '# punkter tas bort' }),
      same: plural('sv', { one: '# punkt är oförändrad', other: '# punkter är oförändrade' }),
    },
    kinds: { added: 'Ny punkt', removed: 'Punkt som tas bort', changed: 'Punkt som ändras' },
    what: changed({
      heading: 'rubriken',
      text: 'texten',
      marks: 'vem den gäller',
      number: 'numret',
    }),
    changes: 'Ändras: ',
    old: 'borttaget: ',
    new: 'tillagt: ',
    end: ' (slut) ',
    formerly: (number: string) => `tidigare ${number}`,
  },
  en: {
    model: 'Operating model',
    title: (number: number) => `Operating model, version ${number}`,
    version: (number: number) => `Version ${number}`,
    lead: 'All in the Kaikukortti network commit to the same operating model. That is why the card is good everywhere.',
    marksLead: 'J concerns card issuers, K venues and V area coordinators.',
    standings: standings({
      draft: 'Draft',
      coming: 'Coming',
      'in-force': 'In force',
      former: 'Former',
    }),
    since: (day: string) => `In force from ${formatDay('en', day)}`,
    between: (from: string, until: string) => `${formatDay('en', from)} to ${formatDay('en', until)}`,
    comingNote: (number: number, day: string) =>
      `A new version ${number} comes into force on ${formatDay('en', day)}.`,
    formerNote: 'This is a former version.',
    toInForce: 'Read the version in force',
    chapters: chapters({
      1: 'Basics and issuing',
      2: 'What venues give',
      3: 'Statistics and data protection',
    }),
    letters: marks({ issuers: 'J', venues: 'K', coordinators: 'V' }),
    marks: marks({ issuers: 'card issuers', venues: 'venues', coordinators: 'coordinators' }),
    concerns: 'Concerns: ',
    versions: 'Versions',
    seeChanges: (number: number) => `See what version ${number} changes`,
    seeVersion: 'Read the whole version',
    changesTitle: (number: number) => `What version ${number} changes`,
    changesLead: (before: number, after: number) =>
      `On the left or above stands version ${before}, then version ${after}. Removed text is struck through and added text underlined.`,
    noChanges: 'The versions have the same points',
    counts: {
      changed: plural('en', { one: '# point changes', other: '# points change' }),
      added: plural('en', { one: '# point is new', other: '# points are new' }),
      removed: plural('en', { one: '# point is removed', other: '# points are removed' }),
      same: plural('en', { one: '# point stays the same', other: '# points stay the same' }),
    },
    kinds: { added: 'New point', removed: 'Removed point', changed: 'Changed point' },
    what: changed({
      heading: 'heading',
      text: 'text',
      marks: 'whom it concerns',
      number: 'number',
    }),
    changes: 'Changes: ',
    old: 'removed: ',
    new: 'added: ',
    end: ' (end) ',
    formerly: (number: string) => `formerly ${number}`,
  },
})
