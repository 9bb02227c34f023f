import type { Write } from '../db/db.ts'
import { addDays, type Day } from '../lib/dates.ts'
import { instantOf } from '../lib/local-time.ts'
import { addTraining, setCancelled } from '../trainings/queries.ts'
import type { TrainingFacts } from '../trainings/rules.ts'

type Told = Omit<TrainingFacts, keyof typeof unsaid> &
  Partial<TrainingFacts> & {
    isOfArea?: true
    /** Days from today, and minutes since midnight. */
    on?: { days: number; from: number; until: number }
    isCancelled?: true
  }

const unsaid = {
  ...{ place: null, seats: null, signUpUrl: null, recordingUrl: null, recordingLength: null, textUrl: null },
  ...{ takesSignUp: false, areaId: null, startsAt: null, endsAt: null, hasSubtitles: false },
}

const trainings: Told[] = [
  {
    title: {
      fi: 'Kaikukanta kortinjakajille',
      sv: 'Kaikukanta för kortutdelare',
      en: 'Kaikukanta for card issuers',
    },
    description: {
      fi: 'Käymme läpi kortin antamisen, uusimisen ja korjaamisen. Lopussa on aikaa kysymyksille.',
      sv: 'Vi går igenom hur kort delas ut, förnyas och rättas. I slutet finns tid för frågor.',
      en: 'We go through issuing, renewing and correcting a card. There is time for questions at the end.',
    },
    ...{ audiences: ['issuers'], languages: ['fi'], isRemote: true, seats: 100 },
    signUpUrl: 'https://ilmoittaudu.esimerkki.example/kortinjakajat',
    on: { days: 13, from: 13 * 60, until: 14 * 60 + 30 },
  },
  {
    title: { fi: 'Kassan perehdytys kohteille', sv: null, en: null },
    description: { fi: 'Harjoittelemme kortin tarkistamista ja lipun kirjaamista.', sv: null, en: null },
    ...{
      audiences: ['venues'],
      languages: ['fi'],
      isRemote: true,
      place: 'Esimerkkilän kirjasto',
      seats: 2,
      takesSignUp: true,
    },
    ...{ isOfArea: true, on: { days: 20, from: 9 * 60, until: 10 * 60 + 30 } },
  },
  {
    title: {
      fi: 'Kortti ja toimintamalli ruotsiksi',
      sv: 'Kortet och verksamhetsmodellen',
      en: 'The card and the operating model, in Swedish',
    },
    description: {
      fi: 'Toimintamallin pääkohdat ruotsiksi koko verkostolle.',
      sv: 'Verksamhetsmodellens huvudpunkter på svenska för hela nätverket.',
      en: 'The main points of the operating model in Swedish for the whole network.',
    },
    ...{ audiences: ['issuers', 'venues', 'coordinators'], languages: ['sv'], isRemote: true },
    on: { days: 27, from: 12 * 60, until: 13 * 60 },
  },
  {
    title: {
      fi: 'Vastuuhenkilöiden aamukahvit',
      sv: 'Ansvarspersonernas morgonkaffe',
      en: 'Morning coffee for coordinators',
    },
    description: {
      fi: 'Vaihdamme kuulumisia ja katsomme vuoden lukuja.',
      sv: 'Vi utbyter erfarenheter och ser på årets siffror.',
      en: 'We share news and look at the figures of the year.',
    },
    ...{ audiences: ['coordinators'], languages: ['fi', 'sv'], isRemote: true, isCancelled: true },
    on: { days: 6, from: 8 * 60 + 30, until: 9 * 60 + 30 },
  },
  {
    title: {
      fi: 'Kaikukortti tutuksi: tallenne',
      sv: 'Bekanta dig med Kaikukortet: inspelning',
      en: 'Getting to know the Kaikukortti: recording',
    },
    description: {
      fi: 'Mikä kortti on, kenelle se on ja miten se toimii.',
      sv: 'Vad kortet är, vem det är för och hur det fungerar.',
      en: 'What the card is, whom it is for and how it works.',
    },
    ...{ audiences: ['issuers', 'venues', 'coordinators'], languages: ['fi'], isRemote: true },
    ...{ recordingUrl: 'https://video.esimerkki.example/tutuksi', recordingLength: 42, hasSubtitles: true },
    textUrl: '/fi/lisatietoa/toimintamalli',
  },
  {
    title: {
      fi: 'Syksyn koulutus kohteille',
      sv: 'Höstens utbildning för besöksmål',
      en: 'Autumn training for venues',
    },
    description: {
      fi: 'Kortin ehdot, kurssit ja rajat.',
      sv: 'Kortets villkor, kurser och gränser.',
      en: 'The terms of the card, courses and limits.',
    },
    ...{ audiences: ['venues'], languages: ['fi'], isRemote: true },
    on: { days: -34, from: 13 * 60, until: 14 * 60 },
  },
]

const why = {
  fi: 'Kouluttaja on estynyt. Uusi aika kerrotaan tällä sivulla.',
  sv: 'Utbildaren har fått förhinder. En ny tid meddelas på den här sidan.',
  en: 'The trainer cannot come. A new time will be given on this page.',
}

/** Trainings of Kaikukeskus and of one area: to come, cancelled, recorded and past. All of them are invented. */
export const makeTrainings = async (
  db: Write,
  { areaId, today, now }: { areaId: number; today: Day; now: Date },
): Promise<void> => {
  for (const { on, isOfArea, isCancelled, ...told } of trainings) {
    const at = (minutes: number) => instantOf(addDays(today, on?.days ?? 0), minutes * 60)
    const times = on ? { startsAt: at(on.from), endsAt: at(on.until) } : {}
    const id = await addTraining(db, { ...unsaid, ...told, ...times, areaId: isOfArea ? areaId : null }, now)
    if (isCancelled) await setCancelled(db, id, why, now)
  }
}
