import { execFileSync, spawnSync } from 'node:child_process'

/** Programs of poppler-utils, which read a PDF as others would. `.ci/run` installs them. */
export const hasPoppler = ['pdfinfo', 'pdftotext'].every(
  (name) => spawnSync(name, ['-v'], { stdio: 'ignore' }).error === undefined,
)

/** Without the marks that only say in which direction text runs. */
const run = (program: string, args: string[], pdf: Uint8Array) =>
  execFileSync(program, args, { input: pdf, encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'] }).replaceAll(
    /[\u200e\u200f\u202a-\u202e]/g,
    '',
  )

/** What the document says of itself, such as `Tagged`, `Pages` and `Title`. */
export const factsOf = (pdf: Uint8Array): Record<string, string> =>
  Object.fromEntries(
    run('pdfinfo', ['-'], pdf)
      .split('\n')
      .map((line) => line.split(/:\s+/, 2) as [string, string]),
  )

/** The tags of the document in their order, such as `H1`, `P` and `L`. */
export const tagsOf = (pdf: Uint8Array): string[] =>
  [...run('pdfinfo', ['-struct', '-'], pdf).matchAll(/^ *(\w+)(?: ".*")?(?: \(\w+\))?:?$/gm)].map(
    ([, tag]) => tag!,
  )

/** The words in reading order, with single spaces. */
export const textOf = (pdf: Uint8Array): string =>
  run('pdftotext', ['-raw', '-', '-'], pdf).replaceAll(/\s+/g, ' ')

/** The words of each page, as they lie on it. */
export const pageTextsOf = (pdf: Uint8Array): string[] =>
  run('pdftotext', ['-raw', '-', '-'], pdf).split('\f').slice(0, -1)

/** Where a word begins and ends on the page, in points from the left. */
export const placeOf = (pdf: Uint8Array, word: string): { left: number; right: number } => {
  const lines = run('pdftotext', ['-bbox', '-', '-'], pdf).split('\n')
  const line = lines.find((one) => one.includes(`>${word}<`)) ?? ''
  const [, left, right] = /xMin="([\d.]+)".*xMax="([\d.]+)"/.exec(line) ?? []
  if (left === undefined) throw new Error(`“${word}” is not on the page`)
  return { left: Number(left), right: Number(right) }
}

/** BCP 47 of the whole document, which the typesetter writes in the clear. */
export const languageOfPdf = (pdf: Uint8Array): string | undefined =>
  /\/Type \/Catalog[\s\S]*?\/Lang \(([\w-]+)\)/.exec(Buffer.from(pdf).toString('latin1'))?.[1]
