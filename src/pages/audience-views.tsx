import { commonWords } from '../i18n/common-words.ts'
import type { Language } from '../i18n/translated.ts'
import { LinkButton } from '../web/components/button.tsx'
import { ChipGroup } from '../web/components/choices.tsx'
import { formPage, sayProblems } from '../web/components/form-page.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import { audienceWords } from './audience-words.ts'
import type { Content } from './edit-queries.ts'
import { paths, problemTexts } from './edit-words.ts'
import type { Kept } from './editing.ts'
import { professionals } from './rules.ts'

/** A question that is for none of those who work with the card is the cardholders'. */
const everyoneOf = (language: Language, { kind }: Content) =>
  kind === 'question' ? audienceWords[language].forHolders : audienceWords[language].everyone

/** Whom a news item or a question is for, and the way to change it. */
export const AudienceLine = ({ language, content }: { language: Language; content: Content }) => {
  const t = audienceWords[language]
  const { id, audience } = content
  return (
    <>
      <p>
        {t.title}: {audience ? t.audiences[audience] : everyoneOf(language, content)}
      </p>
      <p>
        <LinkButton secondary href={fill(paths.audience[language], { text: id })}>
          {t.change}
          <span class="vh">: {t.title}</span>
        </LinkButton>
      </p>
    </>
  )
}

/** Moves a news item or a question to other readers. */
export const audiencePage = (
  language: Language,
  kept: Kept,
  trail: readonly { label: string; href: string }[],
  typed: Typed,
): Page => {
  const t = audienceWords[language]
  const { content } = kept
  const said = sayProblems(typed.problems, problemTexts(language))
  return formPage({
    ...{ language, trail, title: t.title, lead: t.lead, problems: said.list },
    action: fill(paths.audience[language], { text: content.id }),
    button: commonWords[language].save,
    children: (
      <ChipGroup
        name="audience"
        label={t.title}
        value={typed.values.audience ?? content.audience ?? ''}
        choices={[
          { value: '', label: everyoneOf(language, content) },
          ...professionals.map((value) => ({ value, label: t.audiences[value] })),
        ]}
      />
    ),
  })
}
