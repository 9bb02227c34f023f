import type { Owner } from '../contacts/queries.ts'
import type { Language } from '../i18n/translated.ts'
import { type UseKind, useKinds } from '../uses/rules.ts'
import { Button, ButtonRow, LinkButton } from '../web/components/button.tsx'
import { Checkbox, ChipGroup, Fieldset } from '../web/components/choices.tsx'
import { NumberField, TextField } from '../web/components/field.tsx'
import { Notice } from '../web/components/notice.tsx'
import { SummaryList } from '../web/components/summary-list.tsx'
import type { Page } from '../web/page.ts'
import type { Typed } from '../web/visit.ts'
import { type Part, sentence, type TermsLinks, termsPage, WordsField } from './form-parts.tsx'
import { kindNames, limitNames, linkName } from './forms.ts'
import {
  type TextField as Field,
  linkKinds,
  periodsFor,
  type Terms,
  textFields,
  traits,
  translationState,
  translations,
} from './rules.ts'
import { euros, words } from './words.ts'

type Props = {
  language: Language
  site: Owner
  terms: Terms
  links: TermsLinks
  typed: Typed
  saved: boolean
}

/** What is kept, as the form would have been typed. */
const valuesOf = (
  language: Language,
  { texts, links, courses, kinds, limits, traits: said, street, postalCode }: Terms,
): Record<string, string> => ({
  ...Object.fromEntries(textFields.map((field) => [field, texts[field]?.fi?.text ?? ''])),
  ...Object.fromEntries(linkKinds.map((kind) => [linkName(kind), links[kind] ?? ''])),
  ...Object.fromEntries(
    useKinds.flatMap((kind) => [
      [limitNames[kind].volume, String(limits[kind]?.volume ?? '')],
      [limitNames[kind].period, limits[kind]?.period ?? ''],
    ]),
  ),
  ...Object.fromEntries(traits.map((trait) => [trait, said.includes(trait) ? 'yes' : ''])),
  givesCourses: kinds.includes('course-place') ? 'yes' : '',
  givesPasses: kinds.includes('season-pass') ? 'yes' : '',
  courseFee: courses.feeCents === null ? '' : euros(courses.feeCents, language === 'en' ? '.' : ','),
  courseExcess: courses.excessByHolder ? 'yes' : '',
  street: street ?? '',
  postalCode: postalCode ?? '',
})

/** Where a site says what the card gives. Finnish is written here; the translations have pages of their own. */
export const TermsPage = ({ language, site, terms, links, typed, saved }: Props): Page => {
  const t = words[language]
  const isBack = Object.keys(typed.values).length > 0
  const values = isBack ? typed.values : valuesOf(language, terms)
  const part = { language, typed: { ...typed, values } }
  const field = (name: Field) => <WordsField {...part} name={name} lang="fi" hint={t.hints[name]} />
  return termsPage({
    language,
    typed,
    site,
    links,
    title: t.title,
    isBelow: false,
    children: (
      <>
        {saved && (
          <Notice kind="ok">
            <p>{t.saved}</p>
          </Notice>
        )}
        <p class="lead">{t.lead}</p>
        <Notice kind="info">
          <p>{t.noPeople}</p>
        </Notice>
        <Versions language={language} terms={terms} links={links} />
        <form method="post" action={links.terms} novalidate>
          <h2>{t.basics}</h2>
          <p class="hint">{t.inFinnish}</p>
          {(
            ['included', 'how', 'cancelling', 'limits', 'children', 'companions', 'accessibility'] as const
          ).map(field)}
          <LimitsFields {...part} />
          <CourseFields {...part} />
          {field('courses')}
          <LinkFields {...part} />
          <AddressFields {...part} />
          {(['arrival', 'opening', 'season'] as const).map(field)}
          <TraitFields {...part} />
          <ButtonRow>
            <Button>{t.save}</Button>
            <LinkButton href={links.preview} secondary>
              {t.preview}
            </LinkButton>
          </ButtonRow>
        </form>
      </>
    ),
  })
}

/** How far each translation has come, and the way to it. */
const Versions = ({ language, terms, links }: Pick<Props, 'language' | 'terms' | 'links'>) => {
  const t = words[language]
  return (
    <section aria-labelledby="versions">
      <h2 id="versions">{t.languages}</h2>
      <SummaryList
        rows={translations.map((to) => {
          const { all, missing, outdated } = translationState(terms.texts, to)
          return {
            label: t.translationTitle[to],
            value: all === 0 ? t.nothingYet : t.state(missing, outdated),
            change: { href: links.translation(to), label: t.translate[to], about: '' },
          }
        })}
      />
      <p>
        <a href={links.preview}>{t.preview}</a>
      </p>
    </section>
  )
}

/** How many of a kind, and in what time. */
const LimitFields = ({ kind, ...part }: Part & { kind: UseKind }) => {
  const t = words[part.language]
  const { values } = part.typed
  const { volume, period } = limitNames[kind]
  return (
    <>
      <NumberField
        name={volume}
        label={t.volumes[kind]}
        value={values[volume]}
        problem={sentence(part, volume)}
      />
      <ChipGroup
        name={period}
        label={t.limitPeriod}
        value={values[period] ?? ''}
        choices={[
          { value: '', label: t.notSaid },
          ...periodsFor[kind].map((value) => ({ value, label: t.periods[value] })),
        ]}
        problem={sentence(part, period)}
      />
    </>
  )
}

/** What the desk can choose besides tickets. */
const Gives = ({ kind, ...part }: Part & { kind: keyof typeof kindNames }) => (
  <Checkbox
    name={kindNames[kind]}
    label={words[part.language].gives[kind]}
    checked={part.typed.values[kindNames[kind]] === 'yes'}
  />
)

const LimitsFields = (part: Part) => {
  const t = words[part.language]
  return (
    <>
      <h2>{t.limitTitle}</h2>
      <p class="hint">{t.limitLead}</p>
      <LimitFields {...part} kind="ticket" />
      <Gives {...part} kind="season-pass" />
      <LimitFields {...part} kind="season-pass" />
    </>
  )
}

const CourseFields = (part: Part) => {
  const t = words[part.language]
  const { values } = part.typed
  return (
    <>
      <h2>{t.courseTitle}</h2>
      <p class="hint">{t.courseLead}</p>
      <Gives {...part} kind="course-place" />
      <LimitFields {...part} kind="course-place" />
      <TextField
        name="courseFee"
        label={t.courseFee}
        hint={t.courseFeeHint}
        width={6}
        autocomplete="off"
        value={values.courseFee}
        problem={sentence(part, 'courseFee')}
      />
      <Checkbox name="courseExcess" label={t.courseExcess} checked={values.courseExcess === 'yes'} />
    </>
  )
}

const LinkFields = (part: Part) => {
  const t = words[part.language]
  return (
    <>
      <h2>{t.linksTitle}</h2>
      {linkKinds.map((kind) => (
        <TextField
          name={linkName(kind)}
          label={t.links[kind]}
          hint={kind === 'home' ? t.linkHint : undefined}
          autocomplete="off"
          value={part.typed.values[linkName(kind)]}
          problem={sentence(part, linkName(kind))}
        />
      ))}
    </>
  )
}

/** Facts by which places are found. */
const TraitFields = (part: Part) => {
  const t = words[part.language]
  return (
    <Fieldset name="traits" label={t.traitsTitle} hint={t.traitsLead}>
      {traits.map((trait) => (
        <Checkbox name={trait} label={t.traits[trait]} checked={part.typed.values[trait] === 'yes'} />
      ))}
    </Fieldset>
  )
}

const AddressFields = (part: Part) => {
  const t = words[part.language]
  const { values } = part.typed
  return (
    <>
      <h2>{t.addressTitle}</h2>
      <TextField
        name="street"
        label={t.street}
        autocomplete="off"
        value={values.street}
        problem={sentence(part, 'street')}
      />
      <NumberField
        name="postalCode"
        label={t.postalCode}
        width={6}
        value={values.postalCode}
        problem={sentence(part, 'postalCode')}
      />
    </>
  )
}
