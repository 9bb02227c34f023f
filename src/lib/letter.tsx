import { raw } from 'hono/html'
import { commonWords } from '../i18n/common-words.ts'
import { letterWords } from '../i18n/letter-words.ts'
import type { Language } from '../i18n/translated.ts'

/** A letter as its slice writes it: plain sentences, and at most one link. Text and HTML are made of it here. */
export type Letter = {
  subject: string
  paragraphs: string[]
  link?: { label: string; url: string }
  /** What stands below the link: until when it works, what to do when the letter came to the wrong person. */
  after?: string[]
}

/** Characters of a line: what every mail program shows without breaking it anew (RFC 5322 asks for 78 at most). */
const lineLength = 72

/** Breaks at spaces only, so that an address stays whole however long it is. */
const wrap = (paragraph: string): string => {
  const lines: string[] = []
  for (const word of paragraph.split(/\s+/).filter((part) => part !== '')) {
    const last = lines.at(-1)
    if (last !== undefined && `${last} ${word}`.length <= lineLength)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.join('\n')
}

/** The letter for those who read plain text: the link stands on a line of its own. */
const textOf = ({ paragraphs, link, after = [] }: Letter, language: Language): string => {
  const { sender, noPassword } = letterWords[language]
  const blocks = [
    ...paragraphs.map(wrap),
    ...(link ? [`${wrap(`${link.label}:`)}\n${link.url}`] : []),
    ...after.map(wrap),
    // The signature mark of mail programs, which fold away what is below it.
    `-- \n${wrap(sender)}\n${wrap(noPassword)}`,
  ]
  return `${blocks.join('\n\n')}\n`
}

const styles = {
  body: "margin:0;padding:24px 16px;font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif",
  column: 'display:block;max-width:36em;margin:0 auto',
  brand: 'margin:0 0 24px;font-weight:700',
  heading: 'margin:0 0 16px;font-size:22px;line-height:1.3',
  button:
    'display:inline-block;padding:12px 20px;border-radius:8px;background:#0b4f4a;color:#ffffff;font-weight:700;text-decoration:none',
  clear: 'word-break:break-all',
  footer:
    'display:block;max-width:36em;margin:32px auto 0;padding-top:12px;border-top:1px solid;font-size:14px',
}

const Link = ({ link, language }: { link: NonNullable<Letter['link']>; language: Language }) => (
  <>
    <p style="margin:24px 0">
      <a href={link.url} style={styles.button}>
        {link.label}
      </a>
    </p>
    <p>
      {letterWords[language].copyLink}
      <br />
      <span style={styles.clear}>{link.url}</span>
    </p>
  </>
)

/**
 * The letter for those who read HTML. Nothing is fetched: no picture, no font, nothing that tells who has read it.
 * Only the button has colours, and both of them, so that a dark mail program can turn the rest as it likes.
 */
const htmlOf = ({ subject, paragraphs, link, after = [] }: Letter, language: Language): string => {
  const { sender, noPassword } = letterWords[language]
  return String(
    <>
      {raw('<!doctype html>')}
      <html lang={language}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <title>{subject}</title>
        </head>
        <body style={styles.body}>
          <main style={styles.column}>
            <p style={styles.brand}>{commonWords[language].register}</p>
            <h1 style={styles.heading}>{subject}</h1>
            {paragraphs.map((paragraph) => (
              <p>{paragraph}</p>
            ))}
            {link && <Link link={link} language={language} />}
            {after.map((paragraph) => (
              <p>{paragraph}</p>
            ))}
          </main>
          <footer style={styles.footer}>
            <p>
              {sender}
              <br />
              {noPassword}
            </p>
          </footer>
        </body>
      </html>
    </>,
  )
}

/** Both forms of a letter; every mail carries both, and each reader's program takes the one it can show. */
export const renderLetter = (letter: Letter, language: Language): { text: string; html: string } => ({
  text: textOf(letter, language),
  html: htmlOf(letter, language),
})
