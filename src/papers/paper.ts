import encodeQR from 'qr'
import { guideWords, unreviewedWords } from '../guides/guide-words.ts'
import { formatHolderDay } from '../i18n/holder-format.ts'
import { aboutLanguages, type HolderLanguage } from '../i18n/holder-languages.ts'
import { formatDay, type Language } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import type { Paper } from '../lib/pdf.ts'
import { municipalityName } from '../network/rules.ts'
import { practicePaths } from '../practice/words.ts'
import { publicPaths } from '../public-paths.ts'
import { frontWords } from '../public-site/front-words.ts'
import { fill } from '../web/paths.ts'
import { deskCardWords } from './desk-words.ts'
import { holderWords } from './holder-words.ts'
import type { Contents } from './queries.ts'
import { type Size, type Subject, sizes } from './rules.ts'

type Wanted = { language: HolderLanguage; size: Size; subject: Subject; today: Day; origin: string }

/** Level M, with the empty border of four squares that readers need (ISO/IEC 18004). */
const qrOf = (url: string, alt: string) => ({
  url,
  shown: decodeURI(url).replace(/^https?:\/\//, ''),
  svg: encodeQR(url, 'svg', { ecc: 'medium', border: 4 }),
  alt,
})

/** The name of a place; empty for the country. Names stay Finnish or Swedish in every language. */
export const nameOf = ({ name, municipality, area }: Subject, language: HolderLanguage): string =>
  name ??
  (municipality ? municipalityName(municipality, language) : area ? municipalityName(area, language) : '')

/**
 * Where the code of a paper leads: to the place itself, to the finder of its municipality, or to the page of its area.
 * An area's page is known by its id too.
 */
export const leadsTo = ({
  language,
  subject: { key, municipality, area },
  origin,
}: Pick<Wanted, 'language' | 'subject' | 'origin'>) => {
  const own = holderWords[language]
  const guide = guideWords[language]
  if (key?.kind === 'site')
    return {
      title: own.gives,
      ...qrOf(`${origin}${fill(publicPaths.site[language], { site: key.id })}`, own.siteScan),
    }
  if (key?.kind === 'area' && area)
    return {
      title: own.areaPage,
      ...qrOf(`${origin}${fill(publicPaths.localPage[language], { area: area.id })}`, own.areaScan),
    }
  const search = municipality
    ? `?q=${encodeURIComponent(municipalityName(municipality, aboutLanguages[language].falls))}`
    : ''
  return { title: guide.places, ...qrOf(`${origin}${publicPaths.sites[language]}${search}`, guide.scan) }
}

const notesOf = (language: HolderLanguage) => {
  const { tag, isReviewed } = aboutLanguages[language]
  const own = { lang: tag as string, text: unreviewedWords[language] }
  return isReviewed ? [] : tag === 'fi' ? [own] : [own, { lang: 'fi', text: unreviewedWords.fi }]
}

/** What every paper for holders says of itself. */
const common = ({ language, size, subject, today }: Wanted, title: string) => ({
  ...{ title, lang: aboutLanguages[language].tag, direction: aboutLanguages[language].direction },
  paper: sizes[size],
  name: nameOf(subject, language),
  printed: `${holderWords[language].printed} ${formatHolderDay(language, today)}`,
  notes: notesOf(language),
})

/** Units named on a poster: more than this would be read by nobody on a wall. */
const mostUnits = 6

/** For the wall of a library or an office: what the card is, for whom, where to ask for it and where it works. */
export const posterPaper = (wanted: Wanted, { units }: Pick<Contents, 'units'>): Paper => {
  const { language, subject } = wanted
  const front = frontWords[language]
  const own = holderWords[language]
  const isUnit = subject.key?.kind === 'unit'
  const compare = new Intl.Collator('fi').compare
  return {
    template: new URL('./poster.typ', import.meta.url),
    data: {
      ...common(wanted, `Kaikukortti – ${front.title}`),
      ...{ headline: front.title, lead: front.lead },
      whom: { title: front.whom, lead: front.whomLead, lines: front.whomList },
      how: { title: front.how, lines: front.getSteps.slice(0, 2) },
      // On the wall of a unit it is that unit which is asked.
      ask: isUnit
        ? { title: own.askHere, names: [subject.name] }
        : { title: own.givers, names: [...units].sort(compare).slice(0, mostUnits) },
      code: leadsTo(wanted),
      scan: own.scan,
    },
  }
}

/** For a door: “Kaikukortti käy täällä” at a site, “Kysy Kaikukortista täällä” at a unit that gives it. */
export const signPaper = (wanted: Wanted, childAge: number): Paper => {
  const { language, subject } = wanted
  const own = holderWords[language]
  const isUnit = subject.key?.kind === 'unit'
  const title = isUnit ? own.askHere : own.worksHere
  const others = (['fi', 'sv', 'en'] as const).filter(
    (other) => other !== aboutLanguages[language].tag && other !== language,
  )
  return {
    template: new URL('./sign.typ', import.meta.url),
    data: {
      ...common(wanted, title),
      text: isUnit ? frontWords[language].lead : own.show,
      companions: isUnit ? '' : guideWords[language].children({ childAge, months: 12 }).lines.at(-1),
      also: others.map((lang) => ({
        lang,
        text: isUnit ? holderWords[lang].askHere : holderWords[lang].worksHere,
      })),
      code: leadsTo(wanted),
    },
  }
}

/** The outer side of ten cards, for the other side of the numbered sheets of a print run: it says nothing secret. */
export const cardBacksPaper = (wanted: Wanted): Paper => {
  const { language } = wanted
  const guide = guideWords[language]
  return {
    template: new URL('./card-backs.typ', import.meta.url),
    data: {
      ...common({ ...wanted, size: 'a4' }, `Kaikukortti – ${guide.places}`),
      lines: [holderWords[language].personal, guide.along.lines[0]],
      code: leadsTo(wanted),
    },
  }
}

/** For the ticket desk: the steps, the four answers, and a code that opens the practice desk. */
export const deskCardPaper = ({
  language,
  subject,
  today,
  origin,
}: Omit<Wanted, 'language' | 'size'> & { language: Language }): Paper => {
  const t = deskCardWords[language]
  return {
    template: new URL('./desk-card.typ', import.meta.url),
    data: {
      ...{ title: t.title, lang: language, direction: 'ltr', paper: sizes.a5 },
      name: nameOf(subject, language),
      ...{
        steps: t.steps,
        answersTitle: t.answers,
        notes: t.notes,
        help: { title: t.help, text: t.helpText },
      },
      answers: [
        { sign: 'ok', ...t.valid },
        { sign: 'no', ...t.ended },
        { sign: 'hold', ...t.waits },
        { sign: 'ask', ...t.unknown },
      ],
      code: qrOf(`${origin}${practicePaths.practice[language]}`, t.scan),
      printed: `${t.printed} ${formatDay(language, today)}`,
    },
  }
}
