import { commonWords, languageNames } from '../i18n/common-words.ts'
import { type Language, languages } from '../i18n/translated.ts'
import { Button } from './components/button.tsx'
import { Checkbox, ChipGroup } from './components/choices.tsx'
import { CodeField, NumberField, Select, TextField } from './components/field.tsx'
import { Tag } from './components/tag.tsx'
import type { GalleryWords } from './gallery-words.ts'

type PartProps = { language: Language; t: GalleryWords }

/** Fields of one value: empty, filled, wrong, disabled. */
export const GalleryFields = ({ language, t }: PartProps) => {
  const optional = commonWords[language].optional
  const options = languages.map((value) => ({ value, label: languageNames[value], lang: value }))
  return (
    <>
      <h2>{t.parts.fields}</h2>
      <CodeField
        name="code"
        label={t.code}
        hint={t.codeHint}
        beside={<Button secondary>{t.second}</Button>}
      />
      <CodeField name="code-full" label={t.code} value="K7PQ2-X9D4F" status={<Tag kind="ok">{t.free}</Tag>} />
      <CodeField name="code-bad" label={t.code} hint={t.codeHint} value="K7PQ2-X9" problem={t.codeProblem} />
      <NumberField name="born" label={t.birthYear} />
      <NumberField name="born-bad" label={t.birthYear} value="87" problem={t.birthYearProblem} />
      <NumberField name="post" label={t.postalCode} width={6} value="87100" />
      <NumberField name="post-off" label={t.postalCode} width={6} value="87100" disabled />
      <TextField name="place" label={t.place} width={24} optional={optional} />
      <TextField name="place-full" label={t.place} value={t.longWord} />
      <TextField name="place-bad" label={t.longWord} value={'<b>"&'} problem={t.longWord} />
      <Select name="guide" label={t.guide} value={language} options={options} />
      <Select name="guide-bad" label={t.guide} options={options} problem={t.childrenProblem} />
      <Select name="guide-off" label={t.guide} options={options} disabled />
    </>
  )
}

const amounts = ['0', '1', '2', '3', '4'].map((value) => ({ value, label: value }))

/** Choices by tap: none, one, several, another number, wrong, disabled. */
export const GalleryChoices = ({ language, t }: PartProps) => {
  const { optional, otherAmount, howMany } = commonWords[language]
  const lives = t.lives.map((label, index) => ({ value: String(index), label }))
  const filters = t.filters.map((label, index) => ({ value: String(index), label }))
  return (
    <>
      <h2>{t.parts.choices}</h2>
      <Checkbox name="consent" label={t.consent} hint={t.codeHint} />
      <Checkbox name="consent-yes" label={t.consent} checked />
      <Checkbox name="consent-bad" label={t.consent} problem={t.consentProblem} />
      <Checkbox name="consent-off" label={t.longWord} disabled />
      <ChipGroup
        name="children"
        label={t.children}
        hint={t.childrenHint}
        choices={amounts}
        value="0"
        big
        other={{ label: otherAmount, name: 'children-more', numberLabel: howMany }}
      />
      <ChipGroup
        name="children-other"
        label={t.children}
        choices={amounts}
        value="other"
        other={{ label: otherAmount, name: 'children-other-more', numberLabel: howMany, number: '12' }}
      />
      <ChipGroup name="children-bad" label={t.children} choices={amounts} problem={t.childrenProblem} />
      <ChipGroup name="life" label={t.life} choices={lives} value="2" optional={optional} />
      <ChipGroup name="only" label={t.only} choices={filters} value={['0', '2']} several />
      <ChipGroup name="life-off" label={t.longWord} choices={lives} value="1" disabled />
    </>
  )
}
