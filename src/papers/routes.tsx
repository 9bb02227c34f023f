import { listPolicies } from '../cards/queries.ts'
import { policyOn } from '../cards/rules.ts'
import type { Read } from '../db/db.ts'
import { aboutLanguages, type HolderLanguage, isHolderLanguage } from '../i18n/holder-languages.ts'
import { isLanguage, type Language } from '../i18n/translated.ts'
import { keptPaper } from '../lib/kept-pdf.ts'
import type { Paper } from '../lib/pdf.ts'
import { NotFound } from '../web/errors.tsx'
import { paperFile } from '../web/paper-file.ts'
import { file, page, type Route } from '../web/route.tsx'
import type { Visit } from '../web/visit.ts'
import { readTexts } from './making.ts'
import { cardBacksPaper, deskCardPaper, posterPaper, signPaper } from './paper.ts'
import { altOf, isTellable, picturePaper, pictureSubjects } from './picture.ts'
import { findContents, findSubject } from './queries.ts'
import { pictureSizes, readKey, type Size, type Subject } from './rules.ts'
import { showOpen, showOwn } from './showing.ts'
import { withAlt } from './svg.ts'
import { plainText } from './texts.ts'
import { files, paths } from './words.ts'

type Reading = Visit & { db: Read }

/** What the address names. @throws NotFound for a place that is not public, and for what is no place */
const subjectOf = async ({ db, query, today }: Reading): Promise<Subject> => {
  const key = readKey(query.get('place') ?? '')
  const subject = key === undefined ? undefined : await findSubject(db, key, today)
  if (!subject) throw new NotFound()
  return subject
}

const oneOf = <One extends string>(known: readonly One[], asked: string | null): One => {
  const found = asked === null ? known[0] : known.find((one) => one === asked)
  if (!found) throw new NotFound()
  return found
}

const holderLanguageOf = ({ query, language }: Reading): HolderLanguage => {
  const asked = query.get('language') ?? language
  if (!isHolderLanguage(asked)) throw new NotFound()
  return asked
}

/** Of papers that are in three languages. */
const languageIn = ({ query, language }: Reading): Language => {
  const asked = query.get('language') ?? language
  if (!isLanguage(asked)) throw new NotFound()
  return asked
}

const wantedBy = async (visit: Reading, sizes: readonly Size[]) => ({
  language: holderLanguageOf(visit),
  size: oneOf(sizes, visit.query.get('size')),
  subject: await subjectOf(visit),
  ...{ today: visit.today, origin: visit.origin },
})

const pdf = (kind: string, { language, size }: { language: string; size: string }, paper: Paper) =>
  paperFile(`kaikukortti-${kind}-${language}-${size}.pdf`, paper)

const makePoster = async (visit: Reading) => {
  const wanted = await wantedBy(visit, ['a4', 'a3'])
  return pdf('poster', wanted, posterPaper(wanted, await findContents(visit.db, wanted.subject, visit.today)))
}

const makeSign = async (visit: Reading) => {
  const wanted = await wantedBy(visit, ['a5', 'a6'])
  const { childAge } = policyOn(await listPolicies(visit.db), visit.today)
  return pdf('sign', wanted, signPaper(wanted, childAge))
}

const makeCardBacks = async (visit: Reading) => {
  const wanted = await wantedBy(visit, ['a4'])
  return pdf('card-backs', wanted, cardBacksPaper(wanted))
}

const makeDeskCard = async (visit: Reading) => {
  const language = languageIn(visit)
  const { today, origin } = visit
  const paper = deskCardPaper({ language, today, origin, subject: await subjectOf(visit) })
  return pdf('desk-card', { language, size: 'a5' }, paper)
}

const textsOf = async (visit: Reading) => {
  const { db, today, origin, query } = visit
  const language = languageIn(visit)
  const period = query.get('period')
  return {
    language,
    texts: await readTexts(db, { subject: await subjectOf(visit), language, today, origin, period }),
  }
}

const textFile = (name: string, language: Language, body: string) => ({
  type: 'text/plain; charset=utf-8',
  name: `kaikukortti-${name}-${language}.txt`,
  body: `${body}\n`,
})

const makeService = async (visit: Reading) => {
  const { language, texts } = await textsOf(visit)
  const { sentence, paragraph, page: whole } = texts.service
  return textFile('service', language, [sentence, paragraph, plainText(whole)].join('\n\n---\n\n'))
}

const makePress = async (visit: Reading) => {
  const { language, texts } = await textsOf(visit)
  return textFile('press', language, plainText([texts.press]))
}

/** @throws NotFound for a picture of figures where none may be told */
const makePicture = (form: 'svg' | 'png') => async (visit: Reading) => {
  const { language, texts } = await textsOf(visit)
  const size = oneOf(Object.keys(pictureSizes) as (keyof typeof pictureSizes)[], visit.query.get('size'))
  const about = oneOf(pictureSubjects, visit.query.get('about'))
  const wanted = { ...texts.picture, size, about }
  if (!isTellable(wanted)) throw new NotFound()
  const made = paperFile(`kaikukortti-${about}-${language}-${size}.${form}`, picturePaper(wanted), (paper) =>
    keptPaper(paper, form),
  )
  const body = made.body as () => Promise<Uint8Array>
  return form === 'png'
    ? { ...made, type: 'image/png', shown: false }
    : {
        ...made,
        ...{ type: 'image/svg+xml; charset=utf-8', shown: false },
        body: async () => withAlt(await body(), altOf(wanted), aboutLanguages[language].tag),
      }
}

export const routes: Route[] = [
  page(paths.open, 'public.read', showOpen),
  page(paths.own, 'papers.read', showOwn),
  file(files.poster, 'public.read', makePoster),
  file(files.sign, 'public.read', makeSign),
  file(files.deskCard, 'public.read', makeDeskCard),
  file(files.cardBacks, 'public.read', makeCardBacks),
  file(files.service, 'public.read', makeService),
  file(files.press, 'public.read', makePress),
  file(files.svg, 'public.read', makePicture('svg')),
  file(files.png, 'public.read', makePicture('png')),
]
