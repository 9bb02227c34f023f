import { formatDay, formatNumber, formatTime, type Language, plural, translated } from '../i18n/translated.ts'
import { dayOf } from '../lib/dates.ts'
import { saidIn } from '../materials/rules.ts'
import { type Professional, professionals } from '../pages/rules.ts'
import { localPath } from '../web/paths.ts'
import type { Training, TrainingGroup } from './rules.ts'

export const paths = {
  calendar: localPath({ fi: '/koulutukset.ics', sv: '/utbildningar.ics', en: '/trainings.ics' }),
  keep: localPath({
    fi: '/koulutukset-yllapito',
    sv: '/utbildningar-underhall',
    en: '/manage-trainings',
  }),
  add: localPath({
    fi: '/koulutukset-yllapito/uusi',
    sv: '/utbildningar-underhall/ny',
    en: '/manage-trainings/new',
  }),
  one: localPath({
    fi: '/koulutukset-yllapito/:training',
    sv: '/utbildningar-underhall/:training',
    en: '/manage-trainings/:training',
  }),
  change: localPath({
    fi: '/koulutukset-yllapito/:training/muuta',
    sv: '/utbildningar-underhall/:training/andra',
    en: '/manage-trainings/:training/change',
  }),
  cancel: localPath({
    fi: '/koulutukset-yllapito/:training/peru',
    sv: '/utbildningar-underhall/:training/stall-in',
    en: '/manage-trainings/:training/cancel',
  }),
  state: localPath({
    fi: '/koulutukset-yllapito/:training/tila',
    sv: '/utbildningar-underhall/:training/status',
    en: '/manage-trainings/:training/state',
  }),
}

type Groups = { groups: Record<TrainingGroup, string>; audiences: Record<Professional, string> }
const ofGroups = (words: Groups) => words

/** What everyone reads of trainings. */
export const words = translated({
  fi: {
    ...ofGroups({
      groups: { coming: 'Tulevat koulutukset', recordings: 'Tallenteet', past: 'Menneet koulutukset' },
      audiences: { issuers: 'kortinjakajille', venues: 'kohteille', coordinators: 'vastuuhenkilöille' },
    }),
    forAll: 'kaikille',
    for: 'Kenelle',
    languages: { fi: 'suomi', sv: 'ruotsi', en: 'englanti' },
    inLanguages: plural('fi', { one: 'Kieli', other: 'Kielet' }),
    centre: 'Kaikukeskus',
    host: 'Järjestää',
    remote: 'Etänä',
    where: 'Missä',
    orRemote: (place: string) => `${place} tai etänä`,
    seats: 'Paikkoja kaikkiaan',
    cancelled: 'Peruttu',
    signUp: 'Ilmoittaudu',
    watch: 'Katso tallenne',
    minutes: (count: number) => `${count} min`,
    subtitled: 'Tekstitetty',
    unsubtitled: 'Ei tekstitystä',
    readText: 'Lue tekstinä',
    noneComing: 'Koulutuksia ei ole nyt tiedossa. Uudet päivät tulevat tälle sivulle.',
    toCalendar: 'Lisää koulutukset kalenteriin (iCal)',
    next: 'Seuraavat koulutukset',
    all: 'Katso kaikki koulutukset',
    from: (hours: string) => `klo ${hours}`,
  },
  sv: {
    ...ofGroups({
      groups: {
        coming: 'Kommande utbildningar',
        recordings: 'Inspelningar',
        past: 'Tidigare utbildningar',
      },
      audiences: { issuers: 'kortutdelare', venues: 'besöksmål', coordinators: 'ansvarspersoner' },
    }),
    forAll: 'alla',
    for: 'För',
    languages: { fi: 'finska', sv: 'svenska', en: 'engelska' },
    inLanguages: plural('sv', { one: 'Språk', other: 'Språk' }),
    centre: 'Kaikukeskus',
    host: 'Ordnas av',
    remote: 'På distans',
    where: 'Var',
    orRemote: (place: string) => `${place} eller på distans`,
    seats: 'Platser i allt',
    cancelled: 'Inställd',
    signUp: 'Anmäl dig',
    watch: 'Se inspelningen',
    minutes: (count: number) => `${count} min`,
    subtitled: 'Textad',
    unsubtitled: 'Inte textad',
    readText: 'Läs som text',
    noneComing: 'Inga utbildningar är planerade just nu. Nya datum kommer på den här sidan.',
    toCalendar: 'Lägg till utbildningarna i kalendern (iCal)',
    next: 'Följande utbildningar',
    all: 'Se alla utbildningar',
    from: (hours: string) => `kl. ${hours}`,
  },
  en: {
    ...ofGroups({
      groups: {
        coming: 'Coming training sessions',
        recordings: 'Recordings',
        past: 'Past training sessions',
      },
      audiences: { issuers: 'card issuers', venues: 'venues', coordinators: 'area coordinators' },
    }),
    forAll: 'everyone',
    for: 'For',
    languages: { fi: 'Finnish', sv: 'Swedish', en: 'English' },
    inLanguages: plural('en', { one: 'Language', other: 'Languages' }),
    centre: 'Kaikukeskus',
    host: 'Held by',
    remote: 'Online',
    where: 'Where',
    orRemote: (place: string) => `${place} or online`,
    seats: 'Seats in all',
    cancelled: 'Cancelled',
    signUp: 'Sign up',
    watch: 'Watch the recording',
    minutes: (count: number) => `${count} min`,
    subtitled: 'With subtitles',
    unsubtitled: 'No subtitles',
    readText: 'Read as text',
    noneComing: 'No training is planned just now. New dates appear on this page.',
    toCalendar: 'Add the training to your calendar (iCal)',
    next: 'Next training',
    all: 'See all training',
    from: (hours: string) => hours,
  },
})

const weekdays: Record<Language, Intl.DateTimeFormat> = {
  fi: new Intl.DateTimeFormat('fi', { weekday: 'short', timeZone: 'Europe/Helsinki' }),
  sv: new Intl.DateTimeFormat('sv', { weekday: 'short', timeZone: 'Europe/Helsinki' }),
  en: new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'Europe/Helsinki' }),
}

/** When it is held, by Finnish clocks: `ke 13.1.2027 klo 13.00–14.30`. Empty for a mere recording. */
export const whenText = (language: Language, { startsAt, endsAt }: Pick<Training, 'startsAt' | 'endsAt'>) => {
  if (startsAt === null || endsAt === null) return ''
  const day = `${weekdays[language].format(startsAt)} ${formatDay(language, dayOf(startsAt))}`
  const hours = `${formatTime(language, startsAt)}–${formatTime(language, endsAt)}`
  return `${day}${language === 'fi' ? ' ' : ', '}${words[language].from(hours)}`
}

const listOf: Record<Language, Intl.ListFormat> = {
  fi: new Intl.ListFormat('fi'),
  sv: new Intl.ListFormat('sv'),
  en: new Intl.ListFormat('en-GB'),
}

/** Whom it is for: `kortinjakajille ja kohteille`. */
export const audienceText = (language: Language, audiences: readonly Professional[]): string => {
  const t = words[language]
  if (audiences.length === professionals.length) return t.forAll
  return listOf[language].format(audiences.map((one) => t.audiences[one]))
}

/** Where it is held: `Kajaanin kirjasto tai etänä`. */
export const placeText = (language: Language, { isRemote, place }: Pick<Training, 'isRemote' | 'place'>) => {
  const t = words[language]
  if (place === null) return t.remote
  return isRemote ? t.orRemote(place) : place
}

/** Everything else that one wants to know of a training before it. */
export const factRows = (language: Language, training: Training): { label: string; value: string }[] => {
  const t = words[language]
  const { audiences, languages, area, seats, startsAt } = training
  const spoken = listOf[language].format(languages.map((one) => t.languages[one]))
  const isHeld = startsAt !== null
  return [
    { label: t.for, value: audienceText(language, audiences) },
    { label: t.inLanguages(languages.length), value: spoken },
    ...(isHeld ? [{ label: t.where, value: placeText(language, training) }] : []),
    { label: t.host, value: area ?? t.centre },
    ...(isHeld && seats !== null ? [{ label: t.seats, value: formatNumber(language, seats) }] : []),
  ]
}

/** The same as lines: `Kenelle: kortinjakajille`. */
export const factLines = (language: Language, training: Training): string[] =>
  factRows(language, training).map(({ label, value }) => `${label}: ${value}`)

/** Of a recording: how long it is, and whether one can read what is said. */
export const recordingText = (language: Language, { recordingLength, hasSubtitles }: Training): string => {
  const t = words[language]
  const length = recordingLength === null ? [] : [t.minutes(recordingLength)]
  return [...length, hasSubtitles ? t.subtitled : t.unsubtitled].join(' · ')
}

/** The title for the reader, and in which language it is. */
export const titleIn = (language: Language, { title }: Pick<Training, 'title'>) => saidIn(title, language)
