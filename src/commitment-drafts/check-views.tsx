import { paths as areas } from '../areas/words.ts'
import { isField } from '../commitment-templates/rules.ts'
import { templateName, paths as templates, words as templateWords } from '../commitment-templates/words.ts'
import { type BindingLanguage, type Content, languages } from '../commitments/rules.ts'
import { paths as commitments, words as commitmentWords } from '../commitments/words.ts'
import { contactsPath } from '../contacts/words.ts'
import { formatDay, type Language } from '../i18n/translated.ts'
import { paths as organisations } from '../organisations/words.ts'
import { placeAddress } from '../places/words.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { Busy } from '../web/components/busy.tsx'
import { Button, ButtonRow, LinkButton, PostButton } from '../web/components/button.tsx'
import { sayProblems } from '../web/components/form-page.tsx'
import { Notice } from '../web/components/notice.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import { SummaryList, type SummaryRow } from '../web/components/summary-list.tsx'
import type { Page } from '../web/page.ts'
import { fill as fillPath } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import type { FoundDraft } from './queries.ts'
import { type RegisterFacts, type Source, sourceOf } from './rules.ts'
import { trailOf } from './step-views.tsx'
import { paths, words } from './words.ts'

/** Where a value is mended; null where nobody mends it by hand. */
const mendAt = (language: Language, source: Source, id: number, facts: RegisterFacts): string | null => {
  const { place, organisation, area } = facts
  const areaPage = area && fillPath(areas.area[language], { area: area.id })
  switch (source) {
    case 'place':
      return place && placeAddress(place.kind, language, place.id)
    case 'organisation':
      return organisation && fillPath(organisations.organisation[language], { organisation: organisation.id })
    case 'contacts':
      return place ? contactsPath(language, place.kind, place.id) : areaPage
    case 'area':
      return areaPage
    case 'draft':
      return fillPath(paths.parties[language], { commitment: id })
    case 'model':
    case 'notice':
      return null
  }
}

type CheckProps = { language: Language; draft: FoundDraft; seen: string; typed: Typed; isSaved: boolean }

/** What the register said for each field of the template, and where from. */
const fieldRows = ({ language, draft }: CheckProps): SummaryRow[] => {
  const t = words[language]
  const { source, commitment } = draft
  if (!source) return []
  const names = Object.keys(source.values).filter(isField)
  return names
    .filter((name) => JSON.stringify(source.template).includes(`{{${name}}}`))
    .map((name) => {
      const value = source.values[name]?.[language] ?? t.empty
      const href = mendAt(language, sourceOf[name], commitment.id, source.facts)
      const label = templateWords[language].fields[name]
      return {
        label: label.charAt(0).toUpperCase() + label.slice(1),
        value: `${value} (${t.sources[sourceOf[name]]})`,
        ...(href === null ? {} : { change: { href, label: t.mend, about: label } }),
      }
    })
}

const Gaps = ({ language, draft }: CheckProps) => {
  const t = words[language]
  const { gaps, source, commitment } = draft
  if (!source || gaps.length === 0) return null
  const told = gaps.map(({ name, kind }) => {
    if (kind === 'unknown' || !isField(name))
      return {
        text: t.unknownField(`{{${name}}}`),
        href: fillPath(templates.one[language], { kind: commitment.kind }),
      }
    const href = mendAt(language, sourceOf[name], commitment.id, source.facts)
    return { text: t.emptyField(templateWords[language].fields[name]), href }
  })
  return (
    <Notice kind="warn" title={t.missing}>
      <ul>
        {told.map(({ text, href }) => (
          <li>
            {text} {href && <a href={href}>{t.mend}</a>}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

const Lines = ({ text }: { text: string }) => (
  <>
    {text.split('\n').map((line) => (
      <p>{line}</p>
    ))}
  </>
)

type TextProps = { language: Language; in: BindingLanguage; content: Content }

/** The text of a commitment in one language, as its parties read it. */
const CommitmentText = ({ language, in: one, content }: TextProps) => (
  <div lang={one} class="letter prose">
    <h3>{content.title[one]}</h3>
    <ul>
      {content.summary[one].split('\n').map((point) => (
        <li>{point}</li>
      ))}
    </ul>
    {content.clauses.map(({ number, heading, text }) => (
      <>
        <h4>
          {number}. {heading[one]}
        </h4>
        <Lines text={text[one]} />
      </>
    ))}
    {content.additions && (
      <>
        <h4>{words[one].additions}</h4>
        {content.additions[one] === '' ? (
          <p lang={language}>{words[language].notAdded}</p>
        ) : (
          <Lines text={content.additions[one]} />
        )}
      </>
    )}
  </div>
)

const factRows = ({ language, draft }: CheckProps): SummaryRow[] => {
  const t = words[language]
  const { commitment, parties, source } = draft
  const id = { commitment: commitment.id }
  const change = (about: string) => ({
    change: { href: fillPath(paths.parties[language], id), label: t.mend, about },
  })
  const { from, until, answerUntil, bindingLanguage } = commitment
  const days = until === null ? t.openEnd(from) : `${formatDay(language, from)}–${formatDay(language, until)}`
  return [
    { label: t.kindLabel, value: commitmentWords[language].kinds[commitment.kind] },
    ...(source ? [{ label: t.template, value: templateName(language, source.template) }] : []),
    { label: t.model, value: String(commitment.modelNumber) },
    ...(commitment.earlierId === null
      ? []
      : [
          {
            label: commitmentWords[language].earlier,
            value: (
              <a href={fillPath(commitments.one[language], { commitment: commitment.earlierId })}>
                {commitmentWords[language].seeEarlier}
              </a>
            ),
          },
        ]),
    ...parties.map(({ name, side, way, signatory }, index) => ({
      label: t.party(index + 1),
      value: [
        `${commitmentWords[language].sides[side]}: ${name}`,
        commitmentWords[language].ways[way],
        ...(signatory ? [[signatory.name, signatory.title, signatory.email].filter(Boolean).join(', ')] : []),
      ].join(' · '),
      ...change(name),
    })),
    { label: t.valid, value: days, ...change(t.valid) },
    { label: t.answerLabel, value: formatDay(language, answerUntil), ...change(t.answerLabel) },
    { label: t.bindingLabel, value: t.languages[bindingLanguage], ...change(t.bindingLabel) },
  ]
}

/** All that will be sent, and what keeps it from it. */
export const checkPage = (props: CheckProps): Page => {
  const { language, draft, seen, typed, isSaved } = props
  const t = words[language]
  const { commitment, gaps } = draft
  const id = { commitment: commitment.id }
  const rows = fieldRows(props)
  const { list: problems } = sayProblems(typed.problems, t.problems)
  return {
    title: t.checkTitle,
    kind: 'staff',
    main: (
      <>
        <Breadcrumb language={language} trail={trailOf(language)} here={t.checkTitle} />
        <ProblemSummary language={language} problems={problems.map(({ text }) => ({ name: '', text }))} />
        {isSaved && <Notice kind="ok" title={t.done.saved} />}
        <h1>{t.checkTitle}</h1>
        <p class="lead">{commitment.content.title[language]}</p>
        <Gaps {...props} />
        <h2>{t.facts}</h2>
        <SummaryList rows={factRows(props)} />
        {rows.length > 0 && (
          <details class="more" open={gaps.length > 0}>
            <summary>{t.fields}</summary>
            <SummaryList rows={rows} />
          </details>
        )}
        <h2>{t.preview}</h2>
        {languages.map((one) => (
          <details class="more" open={one === language}>
            <summary>
              {one === commitment.bindingLanguage ? `${t.languages[one]}, ${t.isBinding}` : t.languages[one]}
            </summary>
            <CommitmentText language={language} in={one} content={commitment.content} />
          </details>
        ))}
        {gaps.length === 0 && (
          <form method="post" action={fillPath(paths.check[language], id)}>
            <input type="hidden" name="seen" value={seen} />
            <p>{t.sendLead}</p>
            <ButtonRow>
              <Button>{t.send}</Button>
            </ButtonRow>
            <Busy>{t.sending}</Busy>
          </form>
        )}
        <ButtonRow>
          <LinkButton secondary href={fillPath(paths.additions[language], id)}>
            {t.additionsTitle}
          </LinkButton>
          <PostButton secondary action={fillPath(paths.cancel[language], id)}>
            {t.cancel}
          </PostButton>
        </ButtonRow>
      </>
    ),
  }
}
