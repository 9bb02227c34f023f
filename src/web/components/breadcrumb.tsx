import { commonWords } from '../../i18n/common-words.ts'
import type { Language } from '../../i18n/translated.ts'

type BreadcrumbProps = {
  language: Language
  trail: readonly { label: string; href: string }[]
  here: string
  /** What the trail is called, in a language that only holders have. */
  label?: string
}

/** The way back, from the front page down. The page itself is the last word and no link. */
export const Breadcrumb = ({ language, trail, here, label }: BreadcrumbProps) => (
  <nav class="crumbs" aria-label={label ?? commonWords[language].breadcrumb}>
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
