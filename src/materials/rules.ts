export const audiences = ['holders', 'issuers', 'venues', 'coordinators', 'media'] as const
export type Audience = (typeof audiences)[number]

export const licences = ['cc-by', 'cc0', 'own'] as const
export type Licence = (typeof licences)[number]

export const fileKinds = ['pdf', 'docx', 'pptx', 'xlsx', 'png', 'jpeg', 'webp', 'svg', 'txt', 'csv'] as const
export type FileKind = (typeof fileKinds)[number]

const pictures: readonly FileKind[] = ['png', 'jpeg', 'webp', 'svg']
export const isPicture = (kind: FileKind) => pictures.includes(kind)

/** Shown in the browser when opened; the others are saved. */
export const isShown = (kind: FileKind) => kind === 'pdf' || isPicture(kind)

/** What a browser is told that a file is. */
export const mediaTypes: Record<FileKind, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  png: 'image/png',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
}

/** Bytes. */
export const largestMaterial = 10 * 1024 * 1024

/** A text in Finnish, and in the others where somebody wrote it. */
export type Said = { fi: string; sv: string | null; en: string | null }

/** The text in the reader's language, else in Finnish, and which of them it is. */
export const saidIn = (said: Said, language: keyof Said): { text: string; lang: keyof Said } => {
  const own = said[language]
  return own ? { text: own, lang: language } : { text: said.fi, lang: 'fi' }
}

export type MaterialState = 'draft' | 'published' | 'withdrawn'

export const stateOf = (row: { publishedAt: Date | null; withdrawnAt: Date | null }): MaterialState => {
  if (row.withdrawnAt) return 'withdrawn'
  return row.publishedAt ? 'published' : 'draft'
}

export type Missing = 'file-first' | 'alt-first'

/** Why a material cannot be published yet; null when it can. A picture says in words what it shows (WCAG 2.2, 1.1.1). */
export const missingToPublish = (row: {
  alt: Said | null
  files: readonly { kind: FileKind }[]
}): Missing | null => {
  if (row.files.length === 0) return 'file-first'
  return row.files.some(({ kind }) => isPicture(kind)) && !row.alt ? 'alt-first' : null
}

/** @typeParam L the languages of files */
export type Search<L extends string = string> = {
  language: L | null
  audience: Audience | null
  year: number | null
}

type Searched = { languages: readonly string[]; audiences: readonly Audience[]; year: number }

export const isFound = (row: Searched, { language, audience, year }: Search): boolean =>
  (language === null || row.languages.includes(language)) &&
  (audience === null || row.audiences.includes(audience)) &&
  (year === null || row.year === year)

/** What of an address is a search; anything else asks for all. */
export const readSearch = <L extends string>(query: URLSearchParams, languages: readonly L[]): Search<L> => {
  const year = /^20\d\d$/.exec(query.get('year') ?? '')?.[0]
  return {
    language: languages.find((one) => one === query.get('language')) ?? null,
    audience: audiences.find((one) => one === query.get('audience')) ?? null,
    year: year === undefined ? null : Number(year),
  }
}
