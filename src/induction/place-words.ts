import { formatDay, plural, translated } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import type { Letter } from '../mail/queries.ts'
import type { Counted, InductionState } from './rules.ts'

const states = (words: Record<InductionState, string>) => words
const counted = (words: Record<keyof Counted, string>) => words

/** Who has done it: at one's own place, and by place for those who keep an area. */
export const placeWords = translated({
  fi: {
    colleagues: 'Työkaverien perehdytys',
    colleaguesLead: 'Kaikki, joilla on tunnus tähän paikkaan. Muistuta ystävällisesti: kiire on kaikilla.',
    people: 'Ihmiset',
    person: 'Nimi',
    state: 'Tila',
    until: 'Voimassa',
    untilDay: (day: Day) => `${formatDay('fi', day)} asti`,
    states: states({ done: 'Tehty', soon: 'Päättyy pian', over: 'Uusittava', missing: 'Tekemättä' }),
    places: 'Perehdytykset',
    placesLead: 'Näin monella on voimassa oleva perehdytys. Luettelo on kuntien ja nimien järjestyksessä.',
    placesNote:
      'Mukana ovat paikat, joissa jollakulla on tunnus. Nimet näkee vain paikan oma väki. Yhteyshenkilö saa muistutuksen kerran kuussa.',
    counted: counted({ done: 'Tehty', soon: 'Päättyy pian', missing: 'Tekemättä' }),
    place: 'Paikka',
    municipality: 'Kunta',
    kind: 'Näytä',
    kinds: { '': 'Kaikki', unit: 'Jakavat yksiköt', site: 'Kohteet' },
    narrow: 'Rajaa luetteloa',
    caption: plural('fi', { one: '# paikka', other: '# paikkaa' }),
    none: 'Paikkoja ei ole.',
  },
  sv: {
    colleagues: 'Kollegornas introduktion',
    colleaguesLead: 'Alla som har ett konto för det här stället. Påminn vänligt: alla har bråttom.',
    people: 'Personer',
    person: 'Namn',
    state: 'Läge',
    until: 'Gäller',
    untilDay: (day: Day) => `till ${formatDay('sv', day)}`,
    states: states({ done: 'Gjord', soon: 'Går snart ut', over: 'Ska förnyas', missing: 'Inte gjord' }),
    places: 'Introduktioner',
    placesLead: 'Så här många har en giltig introduktion. Listan följer kommunernas och ställenas namn.',
    placesNote:
      'Här finns de ställen där någon har ett konto. Bara ställets egna ser namnen. Kontaktpersonen får en påminnelse en gång i månaden.',
    counted: counted({ done: 'Gjord', soon: 'Går snart ut', missing: 'Inte gjord' }),
    place: 'Ställe',
    municipality: 'Kommun',
    kind: 'Visa',
    kinds: { '': 'Alla', unit: 'Enheter som delar ut kort', site: 'Besöksmål' },
    narrow: 'Avgränsa listan',
    caption: plural('sv', { one: '# ställe', other: '# ställen' }),
    none: 'Det finns inga ställen.',
  },
  en: {
    colleagues: 'Your colleagues’ induction',
    colleaguesLead: 'Everybody with an account for this place. Remind them kindly: all are busy.',
    people: 'People',
    person: 'Name',
    state: 'State',
    until: 'Valid',
    untilDay: (day: Day) => `until ${formatDay('en', day)}`,
    states: states({ done: 'Done', soon: 'Ends soon', over: 'To be renewed', missing: 'Not done' }),
    places: 'Inductions',
    placesLead: 'So many people have an induction that holds. The list goes by municipality and name.',
    placesNote:
      'These are the places where somebody has an account. Only a place’s own people see names. The contact person gets a reminder once a month.',
    counted: counted({ done: 'Done', soon: 'Ends soon', missing: 'Not done' }),
    place: 'Place',
    municipality: 'Municipality',
    kind: 'Show',
    kinds: { '': 'All', unit: 'Issuing units', site: 'Venues' },
    narrow: 'Narrow the list',
    caption: plural('en', { one: '# place', other: '# places' }),
    none: 'There are no places.',
  },
})

const waiting = {
  fi: plural('fi', { one: '# työntekijän perehdytys puuttuu', other: '# työntekijän perehdytys puuttuu' }),
  sv: plural('sv', {
    one: '# medarbetare saknar introduktionen',
    other: '# medarbetare saknar introduktionen',
  }),
  en: plural('en', { one: '# worker has no induction', other: '# workers have no induction' }),
}

/** To the contact persons of a place: a number and no names, since a letter may be read by others. */
export const reminderLetter = translated({
  fi: ({ place, missing, url }: { place: string; missing: number; url: string }): Letter => ({
    subject: `Kaikukortti-perehdytys: ${place}`,
    paragraphs: [
      'Hei,',
      `${place}: ${waiting.fi(missing)} tai on vanhentunut.`,
      'Perehdytys tehdään vähintään kerran vuodessa. Siihen menee noin 20 minuuttia.',
    ],
    link: { label: 'Katso, ketä voit muistuttaa', url },
    after: ['Jos et enää ole yhteyshenkilö, pyydä työkaveriasi vaihtamaan tilalle uusi.'],
  }),
  sv: ({ place, missing, url }) => ({
    subject: `Introduktion i Kaikukortet: ${place}`,
    paragraphs: [
      'Hej,',
      `${place}: ${waiting.sv(missing)} eller behöver förnya den.`,
      'Introduktionen görs minst en gång om året. Den tar ungefär 20 minuter.',
    ],
    link: { label: 'Se vem du kan påminna', url },
    after: ['Är du inte längre kontaktperson? Be då en kollega byta till en ny.'],
  }),
  en: ({ place, missing, url }) => ({
    subject: `Kaikukortti induction: ${place}`,
    paragraphs: [
      'Hello,',
      `${place}: ${waiting.en(missing)} that holds.`,
      'An induction is done at least once a year. It takes some 20 minutes.',
    ],
    link: { label: 'See whom to remind', url },
    after: ['Are you no longer a contact person? Ask a colleague to put a new one in your place.'],
  }),
})
