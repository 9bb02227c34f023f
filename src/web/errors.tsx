import type { Language } from '../i18n/translated.ts'
import type { Page } from './page.ts'
import { errorWords } from './words.ts'

/** Thrown for what does not exist, and for what is not yours: both look the same. */
export class NotFound extends Error {}
/** Thrown for what the role may never do. */
export class Forbidden extends Error {}
/** Thrown for what was public once and may be read no more (410), such as a file that was withdrawn; with a page of its own, that is shown. */
export class Gone extends Error {
  readonly page: Page | null
  constructor(page: Page | null = null) {
    super('gone')
    this.page = page
  }
}
/** Thrown when the visitor asks too often. */
export class TooMany extends Error {
  readonly seconds: number
  constructor(seconds: number) {
    super('too many requests')
    this.seconds = seconds
  }
}

export type ErrorKind =
  | 'not-found'
  | 'gone'
  | 'forbidden'
  | 'foreign'
  | 'method'
  | 'too-large'
  | 'too-many'
  | 'busy'
  | 'bug'
  | 'device'
export const statusOf: Record<ErrorKind, 403 | 404 | 405 | 410 | 413 | 429 | 500 | 503> = {
  'not-found': 404,
  gone: 410,
  forbidden: 403,
  foreign: 403,
  method: 405,
  'too-large': 413,
  'too-many': 429,
  busy: 503,
  bug: 500,
  device: 403,
}

type More = {
  reference?: string
  waitSeconds?: number
  back?: string
  home?: string | undefined
  feedback?: string | undefined
}

/** What somebody may want to tell us about. */
const tellable: readonly ErrorKind[] = ['not-found', 'bug']

/** Minutes up to two hours, then hours. */
const waitText = (language: Language, minutes: number) => {
  const t = errorWords[language]
  return minutes > 120 ? t.waitHours(Math.ceil(minutes / 60)) : t.wait(minutes)
}

export const errorPage = (language: Language, kind: ErrorKind, more: More = {}): Page => {
  const t = errorWords[language]
  const [title, advice] = t[kind] as [string, string]
  return {
    title,
    kind: 'staff',
    main: (
      <>
        <h1>{title}</h1>
        <p>{advice}</p>
        {more.waitSeconds && <p>{waitText(language, Math.ceil(more.waitSeconds / 60))}</p>}
        {more.reference && <p>{t.reference(more.reference)}</p>}
        <p>
          <a href={more.back ?? more.home ?? `/${language}`}>
            {kind === 'busy' ? t.again : more.back ? t.back : more.home ? t.desk : t.home}
          </a>
        </p>
        {more.feedback && tellable.includes(kind) && (
          <p>
            <a href={more.feedback}>{t.tellUs}</a>
          </p>
        )}
      </>
    ),
  }
}
