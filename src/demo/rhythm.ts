import type { Category } from './places.ts'

/**
 * When people go where. The national table shows swimming halls carrying more than half of all uses, and Finnish
 * theatres, schools and halls keep their summer; the figures themselves are ours.
 */
export const tastes = [
  'pool',
  'gym',
  'match',
  'theatre',
  'concert',
  'cinema',
  'museum',
  'festival',
  'course',
  'science',
] as const
export type Taste = (typeof tastes)[number]

const names: [RegExp, Taste][] = [
  [/uimahalli|simhall/i, 'pool'],
  [/hockey|jalkapallo|pesä/i, 'match'],
  [/gym|kuntosali|liikuntakeskus|idrott/i, 'gym'],
  [/kino|elokuva|filmi/i, 'cinema'],
  [/kesäteatteri|jazz ry|april jazz|folk|sommelo|juhla|kamarimusiik|festspel/i, 'festival'],
  [/orkesteri|sinfoni|konser|musiikkiopisto/i, 'concert'],
  [/teatteri|teater|näyttämö|company|dans|tanssi/i, 'theatre'],
]
const byCategory: Record<Category, Taste> = {
  culture: 'museum',
  education: 'course',
  science: 'science',
  sports: 'gym',
}

/** What people go to a site for, told by its name, else by its category. */
export const tasteOf = (site: { name: string; category: Category }): Taste =>
  site.category === 'education' || site.category === 'science'
    ? byCategory[site.category]
    : (names.find(([pattern]) => pattern.test(site.name))?.[1] ?? byCategory[site.category])

type Rhythm = {
  /** January to December. */
  months: number[]
  /** Monday to Sunday. */
  week: number[]
  /** Hours of the clock in Finland at which people come, the usual ones written more often. */
  hours: number[]
}

export const rhythms: Record<Taste, Rhythm> = {
  pool: {
    months: [1.3, 1.2, 1.15, 1.05, 0.9, 0.6, 0.3, 0.8, 1.1, 1.2, 1.2, 0.9],
    week: [1.2, 1.2, 1.25, 1.2, 1, 0.7, 0.6],
    hours: [9, 10, 11, 13, 15, 16, 16, 17, 17, 17, 18, 18, 18, 19, 19],
  },
  gym: {
    months: [1.5, 1.2, 1.1, 1, 0.8, 0.6, 0.5, 0.8, 1.2, 1.1, 1, 0.8],
    week: [1.3, 1.3, 1.2, 1.2, 0.8, 0.5, 0.5],
    hours: [9, 10, 11, 14, 16, 17, 17, 18, 18, 19],
  },
  match: {
    months: [1, 1, 1, 0.6, 1, 1.1, 0.9, 1.2, 1.1, 1, 1, 0.8],
    week: [0.1, 0.4, 0.9, 0.4, 1, 1.9, 1.3],
    hours: [14, 15, 16, 17, 18, 18],
  },
  theatre: {
    months: [0.9, 1.1, 1.2, 1, 0.5, 0.15, 0.1, 0.2, 0.9, 1.2, 1.3, 1.4],
    week: [0.05, 0.3, 0.8, 0.9, 1.4, 1.9, 0.9],
    hours: [12, 13, 13, 17, 18, 18, 18, 18],
  },
  concert: {
    months: [0.8, 1, 1.1, 1.1, 0.7, 0.2, 0.1, 0.2, 0.9, 1.1, 1.1, 1.5],
    week: [0.05, 0.4, 0.7, 1.6, 1.5, 1.2, 0.8],
    hours: [17, 18, 18, 18],
  },
  cinema: {
    months: [1.2, 1.2, 1, 0.9, 0.7, 0.6, 0.7, 0.7, 0.9, 1.1, 1.2, 1.2],
    week: [0.5, 0.6, 0.9, 0.7, 1.2, 1.5, 1.4],
    hours: [13, 15, 17, 18, 19, 20],
  },
  museum: {
    months: [0.7, 0.9, 0.9, 0.8, 0.9, 1.3, 1.8, 1.3, 0.9, 0.9, 0.8, 0.7],
    week: [0.05, 0.8, 0.9, 0.9, 0.9, 1.7, 1.7],
    hours: [11, 12, 12, 13, 13, 14, 15, 16],
  },
  festival: {
    months: [0, 0, 0, 0.2, 0.05, 1.4, 4, 2.2, 0.1, 0, 0, 0],
    week: [0.3, 0.5, 0.8, 1, 1.6, 2, 1.2],
    hours: [13, 14, 16, 17, 18, 18, 19],
  },
  course: {
    months: [2.2, 0.6, 0.3, 0.2, 0.1, 0.02, 0, 1.6, 2.6, 0.7, 0.3, 0.1],
    week: [1.4, 1.4, 1.3, 1.1, 0.5, 0.2, 0.02],
    hours: [9, 10, 12, 14, 16, 17, 17, 18],
  },
  science: {
    months: [0.8, 1.4, 1.1, 0.8, 0.7, 1.3, 1.7, 1, 0.7, 1.4, 0.8, 0.9],
    week: [0.2, 0.6, 0.7, 0.7, 0.8, 1.9, 1.7],
    hours: [10, 11, 12, 12, 13, 14, 15],
  },
}

/** How heavy a day is for a taste: about 1 on an ordinary day of the season. `day` is `YYYY-MM-DD`. */
export const weightOn = (taste: Taste, day: string): number => {
  const date = new Date(`${day}T00:00:00Z`)
  const { months, week } = rhythms[taste]
  return months[date.getUTCMonth()]! * week[(date.getUTCDay() + 6) % 7]!
}

export const isWorkday = (day: string): boolean => {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday >= 1 && weekday <= 5
}

/** Offices register few cards in July and many when a year or a school year begins. */
export const registrationMonths = [1.4, 1.1, 1.1, 1, 1, 0.7, 0.35, 1.1, 1.3, 1.1, 1, 0.7]

/** How often in a week each kind of holder goes where. Those of `family` have children with them. */
export const habits: Record<string, Partial<Record<Taste, number>>> = {
  swimmer: { pool: 0.82, gym: 0.12, museum: 0.04, cinema: 0.05, theatre: 0.04, festival: 0.02 },
  trainer: { gym: 0.75, pool: 0.2, match: 0.06, cinema: 0.05 },
  culture: { theatre: 0.3, concert: 0.18, museum: 0.22, cinema: 0.2, festival: 0.12, pool: 0.08 },
  learner: { course: 0.28, museum: 0.08, theatre: 0.07, pool: 0.1, concert: 0.05, science: 0.03 },
  family: {
    pool: 0.35,
    science: 0.14,
    museum: 0.13,
    theatre: 0.1,
    cinema: 0.12,
    match: 0.07,
    festival: 0.05,
  },
  seldom: { theatre: 0.03, museum: 0.04, pool: 0.06, cinema: 0.03, festival: 0.03, science: 0.03 },
}

/** For some things people take a bus to another region; nobody does for a swim. Beside 8 in one's own town. */
export const farPull: Partial<Record<Taste, number>> = { science: 0.12, festival: 0.1, museum: 0.03 }

/** Invented names of what was on. A hall has none: people come to swim. */
export const events: Partial<Record<Taste, readonly string[]>> = {
  match: ['Kauden avausottelu', 'Paikallispeli', 'Kotiottelu', 'Lasten turnaus'],
  theatre: [
    'Yöjuna pohjoiseen',
    'Hattukauppias ja kuu',
    'Kolme kokkia',
    'Tuulen tytär',
    'Talvisatu lapsille',
  ],
  concert: ['Syksyn sävelet', 'Kevätkonsertti', 'Torstaisarja', 'Joulukonsertti', 'Kuorojen ilta'],
  cinema: ['Iltanäytös', 'Lastenmatinea', 'Kotimainen viikko', 'Klassikkosunnuntai'],
  museum: ['Kesänäyttely', 'Opastettu kierros', 'Avoin työpaja'],
  festival: ['Avajaiset', 'Päälavan ilta', 'Yökonsertti', 'Perhepäivä'],
  course: ['Keramiikka', 'Kuntotanssi', 'Suomen kieli 2', 'Akvarellimaalaus', 'Kansalaistaidot verkossa'],
  science: ['Tähtipäivä', 'Kokeiluverstas'],
}
