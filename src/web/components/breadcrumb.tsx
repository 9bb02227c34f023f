import { holderFrameWords } from '../../i18n/holder-frame-words.ts'
import type { HolderLanguage } from '../../i18n/holder-languages.ts'

type BreadcrumbProps = {
  language: HolderLanguage
  trail: readonly { label: string; href: string }[]
  here: string
}

/** The way back, from the front page down. The page itself is the last word and no link. */
export const Breadcrumb = ({ language, trail, here }: BreadcrumbProps) => (
  <nav class="crumbs" aria-label={holderFrameWords[language].youAreHere}>
    <ol>
      {trail.map(({ label, href }) => (
        <li>
          <a href={href}>{label}</a>
        </li>
      ))}
      <li aria-current="page">{here}</li>
    </ol>
  </nav>
)
