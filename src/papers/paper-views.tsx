import { aboutLanguages } from '../i18n/holder-languages.ts'
import { paths as printRuns } from '../stock/run-words.ts'
import { ButtonRow, LinkButton } from '../web/components/button.tsx'
import type { Shown } from './page-shape.ts'
import { keyOf, type Size } from './rules.ts'
import { files, hrefOf, words } from './words.ts'

type PaperProps = { title: string; text: string; links: readonly { label: string; href: string }[] }

const PaperItem = ({ title, text, links }: PaperProps) => (
  <>
    <h3>{title}</h3>
    <p>{text}</p>
    <ButtonRow>
      {links.map(({ label, href }) => (
        <LinkButton href={href} secondary>
          {label}
        </LinkButton>
      ))}
    </ButtonRow>
  </>
)

/** What is printed: for walls and doors; for who works with the card also for the desk and the card itself. */
export const PapersSection = ({ language, subject, paperLanguage, textLanguage, own }: Shown) => {
  const t = words[language]
  const place = keyOf(subject.key)
  const isUnit = subject.key?.kind === 'unit'
  const linksTo = (file: string, title: string, sizes: readonly Size[], asked: string = paperLanguage) =>
    sizes.map((size) => ({
      label: t.open(title, size.toUpperCase()),
      href: hrefOf(file, { place, language: asked, size: sizes.length > 1 ? size : '' }),
    }))
  return (
    <section aria-labelledby="papers">
      <h2 id="papers">{t.papers}</h2>
      {!aboutLanguages[paperLanguage].isReviewed && <p>{t.unreviewed}</p>}
      <PaperItem title={t.poster} text={t.posterText} links={linksTo(files.poster, t.poster, ['a4', 'a3'])} />
      <PaperItem
        title={t.sign}
        text={isUnit ? t.unitSignText : t.signText}
        links={linksTo(files.sign, t.sign, ['a5', 'a6'])}
      />
      {own && (
        <>
          {!isUnit && (
            <PaperItem
              title={t.deskCard}
              text={t.deskCardText}
              links={linksTo(files.deskCard, t.deskCard, ['a5'], textLanguage)}
            />
          )}
          <PaperItem
            title={t.cardBacks}
            text={t.cardBacksText}
            links={linksTo(files.cardBacks, t.cardBacks, ['a4'])}
          />
          {own.mayPrintCards && (
            <p>
              <a href={printRuns.runs[language]}>{t.printRuns}</a>
            </p>
          )}
        </>
      )}
    </section>
  )
}
