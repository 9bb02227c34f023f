import { holderFrameWords } from '../i18n/holder-frame-words.ts'
import type { HolderLanguage } from '../i18n/holder-languages.ts'
import { publicPaths } from '../public-paths.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { LinkButton } from '../web/components/button.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import { ownWords } from './own-words.ts'
import { pageWords } from './page-words.ts'
import { type EditionName, printedName } from './rules.ts'

/** In the place of a withdrawn edition: that it is none any more, and where the present one is. Nothing of what it said. */
export const gonePage = (props: {
  reader: HolderLanguage
  area: { id: number }
  name: EditionName
}): Page => {
  const { reader, area, name } = props
  const t = pageWords[reader]
  const trail = [
    { label: holderFrameWords[reader].front, href: publicPaths.front[reader] },
    { label: t.areas, href: publicPaths.areas[reader] },
  ]
  return {
    ...{ title: t.goneTitle, kind: 'public', reader },
    main: (
      <>
        <Breadcrumb language={reader} trail={trail} here={t.goneTitle} />
        <h1>{t.goneTitle}</h1>
        <p>
          {ownWords[reader].edition} <bdi>{printedName(name)}</bdi>
        </p>
        <p>{t.gone}</p>
        <p>
          <LinkButton href={fill(publicPaths.brochure[reader], { area: area.id })}>{t.current}</LinkButton>
        </p>
      </>
    ),
  }
}
