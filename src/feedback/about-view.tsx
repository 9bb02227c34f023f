import type { HolderLanguage } from '../i18n/holder-languages.ts'
import { LinkButton } from '../web/components/button.tsx'
import type { Page } from '../web/page.ts'
import { addressOf } from './form-parts.tsx'
import { formWords } from './form-words.ts'
import { pageWords } from './page-words.ts'
import { publicPage } from './public-parts.tsx'
import { abouts } from './rules.ts'

/** The first page asks one thing, and one tap answers it. */
export const aboutPage = (reader: HolderLanguage): Page => {
  const [t, form] = [pageWords[reader], formWords[reader]]
  return publicPage({
    reader,
    title: t.title,
    children: (
      <>
        <h1>{t.title}</h1>
        <p class="lead">{form.lead}</p>
        <p>{form.privacy}</p>
        <h2>{t.about}</h2>
        <ul class="plain choices">
          {abouts.map((about) => (
            <li>
              <LinkButton href={addressOf(reader, about)} secondary>
                {t.abouts[about]}
              </LinkButton>
            </li>
          ))}
        </ul>
        <p>{form.accessibilityNote}</p>
      </>
    ),
  })
}
