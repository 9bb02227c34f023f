import type { Owner } from '../contacts/queries.ts'
import { languageNames } from '../i18n/common-words.ts'
import { type Language, languages } from '../i18n/translated.ts'
import { municipalityName } from '../network/rules.ts'
import { Button, ButtonRow, LinkButton } from '../web/components/button.tsx'
import { Checkbox } from '../web/components/choices.tsx'
import { Empty } from '../web/components/empty.tsx'
import { Tag } from '../web/components/tag.tsx'
import type { Page } from '../web/page.ts'
import { nothingTyped, type Typed } from '../web/visit.ts'
import { type Part, type TermsLinks, termsPage, WordsField } from './form-parts.tsx'
import { tickName } from './forms.ts'
import {
  isOutdated,
  linesOf,
  type Terms,
  type TextField,
  type Texts,
  type Translation,
  textFields,
} from './rules.ts'
import { TermsView } from './terms-view.tsx'
import { words } from './words.ts'

type Common = { language: Language; site: Owner; terms: Terms; links: TermsLinks }

/** One translation beside its source. */
export const TranslationPage = (props: Common & { to: Translation; typed: Typed }): Page => {
  const { language, site, terms, links, to, typed } = props
  const t = words[language]
  const sources = textFields.filter((field) => terms.texts[field]?.fi)
  const stored = Object.fromEntries(textFields.map((field) => [field, terms.texts[field]?.[to]?.text ?? '']))
  const isBack = Object.keys(typed.values).length > 0
  const part = { language, typed: { ...typed, values: isBack ? typed.values : stored } }
  const frame = { language, typed, site, links, title: t.translationTitle[to], isBelow: true }
  const back = (
    <LinkButton href={links.terms} secondary>
      {t.back}
    </LinkButton>
  )
  if (sources.length === 0)
    return termsPage({
      ...frame,
      children: (
        <Empty title={t.noSource}>
          <p>{t.noSourceText}</p>
          {back}
        </Empty>
      ),
    })
  return termsPage({
    ...frame,
    children: (
      <>
        <p class="lead">{t.translationLead}</p>
        <form method="post" action={links.translation(to)} novalidate>
          {sources.map((field) => (
            <OneText {...part} texts={terms.texts} field={field} to={to} />
          ))}
          <ButtonRow>
            <Button>{t.saveTranslation}</Button>
            {back}
          </ButtonRow>
        </form>
      </>
    ),
  })
}

/** The Finnish, whether it has moved on, and the place for the translation. */
const OneText = ({
  texts,
  field,
  to,
  ...part
}: Part & { texts: Texts; field: TextField; to: Translation }) => {
  const t = words[part.language]
  const isOld = isOutdated(texts, field, to)
  return (
    <section aria-labelledby={`source-${field}`}>
      <h2 id={`source-${field}`}>{t.labels[field]}</h2>
      <blockquote lang={part.language === 'fi' ? undefined : 'fi'}>
        {linesOf(texts[field]!.fi!.text).map((line) => (
          <p>{line}</p>
        ))}
      </blockquote>
      {isOld && (
        <p>
          <Tag kind="wait">{t.outdated}</Tag>
        </p>
      )}
      <WordsField {...part} name={field} lang={to} label={t.inLanguage[to]} />
      {isOld && (
        <Checkbox
          name={tickName(field)}
          label={t.still}
          checked={part.typed.values[tickName(field)] === 'yes'}
        />
      )}
    </section>
  )
}

/** The terms as a cardholder sees them, in each language. */
export const PreviewPage = ({ language, site, terms, links }: Common): Page => {
  const t = words[language]
  const names = { nameFi: site.nameFi ?? '', nameSv: site.nameSv }
  return termsPage({
    language,
    typed: nothingTyped,
    site,
    links,
    title: t.previewTitle,
    isBelow: true,
    children: (
      <>
        {languages.map((shown) => (
          <section lang={shown} aria-labelledby={`preview-${shown}`}>
            <h2 id={`preview-${shown}`}>{languageNames[shown]}</h2>
            <TermsView language={shown} terms={terms} town={municipalityName(names, shown)} level={3} />
          </section>
        ))}
        <p>
          <LinkButton href={links.terms} secondary>
            {t.back}
          </LinkButton>
        </p>
      </>
    ),
  })
}
