import { commonWords } from '../../i18n/common-words.ts'
import { formatNumber, type Language } from '../../i18n/translated.ts'

type PaginationProps = {
  language: Language
  /** 1 is the first. */
  page: number
  pages: number
  href: (page: number) => string
}

/** The numbers to show: first, last, the current and its neighbours; null is a gap. */
export const pagesToShow = (page: number, pages: number): (number | null)[] => {
  const shown = [...new Set([1, page - 1, page, page + 1, pages])]
    .filter((number) => number >= 1 && number <= pages)
    .sort((a, b) => a - b)
  return shown.flatMap((number, index) => {
    const before = shown[index - 1] ?? 0
    if (number - before === 2) return [number - 1, number]
    return number - before > 2 ? [null, number] : [number]
  })
}

/** Pages of a long list; nothing at all when one page holds it. */
export const Pagination = ({ language, page, pages, href }: PaginationProps) => {
  if (pages <= 1) return null
  const words = commonWords[language]
  return (
    <nav class="pages" aria-label={words.pages}>
      <ul>
        {page > 1 && (
          <li>
            <a href={href(page - 1)} rel="prev">
              {words.previous}
            </a>
          </li>
        )}
        {pagesToShow(page, pages).map((number) => (
          <li>
            {number === null ? (
              <span>…</span>
            ) : (
              <a
                href={href(number)}
                aria-label={words.page(formatNumber(language, number))}
                aria-current={number === page ? 'page' : undefined}
              >
                {formatNumber(language, number)}
              </a>
            )}
          </li>
        ))}
        {page < pages && (
          <li>
            <a href={href(page + 1)} rel="next">
              {words.next}
            </a>
          </li>
        )}
      </ul>
    </nav>
  )
}
