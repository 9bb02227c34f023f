import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { keepWords } from '../src/signing/keep-words.ts'
import { linkWords } from '../src/signing/link-words.ts'
import { signWords } from '../src/signing/sign-words.ts'
import { words } from '../src/signing/words.ts'
import { onePixel } from './signing.ts'

/** The pages of signing, as somebody goes through them in a browser. */

type PageLanguage = 'fi' | 'sv'

const main = (page: Page) => page.locator('main')
export const press = (page: Page, name: string) =>
  main(page).getByRole('button', { name, exact: true }).click()
export const follow = (page: Page, name: string) =>
  main(page).getByRole('link', { name, exact: true }).first().click()

/** Answers in which right one signs: by a decision. */
export const answerRight = async (page: Page, title: string) => {
  await page.fill('input[name="title"]', title)
  await page.locator('label:has(input[name="basis"][value="decision"])').click()
  await page.fill('input[name="reference"]', 'Lautakunta 12.3.2026 § 45')
}

/** From the page that says it is one's turn to the signature. */
export const signHere = async (page: Page, language: PageLanguage, title: string) => {
  const s = signWords[language]
  await follow(page, words[language].sign)
  await answerRight(page, title)
  await press(page, s.toCheck)
  await page.check('input[name="right"]')
  await press(page, s.submit)
  await page.getByText(words[language].done.signed.title).waitFor()
}

/** Sends a party's link from the commitment's page. @returns the code that is shown once */
export const sendLink = async (keeper: Page, language: PageLanguage, party: string): Promise<string> => {
  await press(keeper, keepWords[language].newLinkFor(party))
  return (await main(keeper).locator('strong').first().textContent())!.replace(/\D/g, '')
}

/** Opens the link with its code. */
export const openWithCode = async (page: Page, language: PageLanguage, code: string) => {
  await page.fill('input[name="code"]', code)
  await press(page, linkWords[language].open)
}

/** Takes in, at its page, a paper that was signed by hand today. */
export const takePaper = async (keeper: Page, language: PageLanguage, title: string) => {
  await keeper.fill('input[name="name"]', 'Heli Hallitus')
  await answerRight(keeper, title)
  await keeper.fill('input[name="signedOn"]', '4.5.2026')
  await keeper.check('input[name="same"]')
  await keeper.setInputFiles('input[name="file"]', {
    ...{ name: 'paperi.png', mimeType: 'image/png', buffer: onePixel },
  })
  await press(keeper, keepWords[language].takeButton)
  await keeper.getByText(words[language].done.paper.title).waitFor()
}

/** The bytes that following a link brings, as a browser keeps them. */
export const download = async (page: Page, name: string): Promise<Buffer> => {
  const [kept] = await Promise.all([page.waitForEvent('download'), follow(page, name)])
  return readFileSync(await kept.path())
}

type Told = {
  version: string
  document: unknown
  head: { number: number; hash: string }
  events: { number: number; text: string; hash: string }[]
}

/** Runs with the bytes in a file of their own. */
export const inFile = async <T>(bytes: Buffer, run: (path: string) => T | Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'kaiku-'))
  try {
    const path = join(folder, 'sitoumus.pdf')
    writeFileSync(path, bytes)
    return await run(path)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The evidence that a PDF carries, taken out by a program that is not ours. */
export const evidenceIn = (pdf: Buffer): Promise<Told> =>
  inFile(pdf, (path) => {
    const out = `${path}.json`
    execFileSync('pdfdetach', ['-save', '1', '-o', out, path], { stdio: 'ignore' })
    return JSON.parse(readFileSync(out, 'utf8')) as Told
  })

/** JSON with its names in order and no white space, written here once more: a test that asks the program proves nothing. */
const inOrder = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(inOrder).join()}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const fields = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))
  return `{${fields.map(([name, one]) => `${JSON.stringify(name)}:${inOrder(one)}`).join()}}`
}

/** What the evidence's hashes have to be, computed from its texts alone. */
export const hashesOf = ({ document, events }: Told): { version: string; chain: string[] } => {
  let previous: Buffer = Buffer.alloc(32)
  const chain = events.map(({ text }) => {
    previous = createHash('sha256').update(previous).update(text).digest()
    return previous.toString('hex')
  })
  return { version: createHash('sha256').update(inOrder(document)).digest('hex'), chain }
}
