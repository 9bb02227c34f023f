import { words as drafts } from '../commitment-drafts/words.ts'
import { paths as lists, words as listWords } from '../commitment-lists/words.ts'
import { languages } from '../commitments/rules.ts'
import { words as commitments } from '../commitments/words.ts'
import { commonWords } from '../i18n/common-words.ts'
import type { Language } from '../i18n/translated.ts'
import { dayOf } from '../lib/dates.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { Button, ButtonRow, LinkButton } from '../web/components/button.tsx'
import { CardList } from '../web/components/card-list.tsx'
import { Checkbox, ChipGroup, Fieldset } from '../web/components/choices.tsx'
import { Empty } from '../web/components/empty.tsx'
import { Select, TextField } from '../web/components/field.tsx'
import { sayProblems } from '../web/components/form-page.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import { SummaryList } from '../web/components/summary-list.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import { placeField } from './forms.ts'
import type { TakenCode } from './item-queries.ts'
import type { Batch, Candidate, Counts } from './queries.ts'
import { type BatchKind, batchKinds, batchState, type Category, categories } from './rules.ts'
import { paths, words } from './words.ts'

const trailToAll = (language: Language) => [{ label: listWords[language].title, href: lists.list[language] }]
export const trailOf = (language: Language) => [
  ...trailToAll(language),
  { label: words[language].title, href: paths.list[language] },
]

type ListProps = { language: Language; batches: readonly (Batch & { counts: Counts })[] }

/** The batches, the newest first. */
export const listPage = ({ language, batches }: ListProps): Page => {
  const t = words[language]
  const make = <LinkButton href={paths.make[language]}>{t.make}</LinkButton>
  return {
    title: t.title,
    kind: 'staff',
    main: (
      <>
        <Breadcrumb language={language} trail={trailToAll(language)} here={t.title} />
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
        {batches.length === 0 ? (
          <Empty title={t.none}>
            <p>{t.noneWhy}</p>
            {make}
          </Empty>
        ) : (
          <>
            <ButtonRow>{make}</ButtonRow>
            <CardList
              level={2}
              items={batches.map((batch) => ({
                title: `${commitments[language].kinds[batch.kind]}, ${t.on(dayOf(batch.madeAt))}`,
                href: fill(paths.one[language], { batch: batch.id }),
                lines: [
                  batch.area,
                  `${t.states[batchState(batch, batch.counts.waiting)]} · ${t.count(batch.counts.all)}`,
                  `${t.signedLabel}: ${t.progress(batch.counts.signed, batch.counts.made)}`,
                ],
              }))}
            />
          </>
        )}
      </>
    ),
  }
}

type MakeProps = {
  language: Language
  areas: readonly { id: number; name: string }[]
  asked: { kind: BatchKind; areaId: number | null; category: Category | null; lacking: boolean }
  /** Null while no area is chosen. */
  candidates: readonly Candidate[] | null
  typed: Typed
}

const Narrowing = ({ language, areas, asked }: MakeProps) => {
  const t = words[language]
  return (
    <search>
      <form method="get" action={paths.make[language]}>
        <Select
          name="kind"
          label={t.kind}
          value={asked.kind}
          options={batchKinds.map((kind) => ({ value: kind, label: commitments[language].kinds[kind] }))}
        />
        {areas.length > 1 && (
          <Select
            name="area"
            label={t.area}
            value={String(asked.areaId ?? '')}
            options={areas.map(({ id, name }) => ({ value: String(id), label: name }))}
          />
        )}
        <Select
          name="category"
          label={t.category}
          value={asked.category ?? ''}
          options={[
            { value: '', label: t.anyCategory },
            ...categories.map((one) => ({ value: one, label: t.categories[one] })),
          ]}
        />
        <Checkbox name="lacking" label={t.lacking} checked={asked.lacking} />
        <input type="hidden" name="shown" value="yes" />
        <ButtonRow>
          <Button secondary>{t.show}</Button>
        </ButtonRow>
      </form>
    </search>
  )
}

/** Whom it goes to, and when it is to be signed. */
export const makePage = (props: MakeProps): Page => {
  const { language, asked, candidates, typed } = props
  const t = words[language]
  const d = drafts[language]
  const { optional } = commonWords[language]
  const said = sayProblems(typed.problems, { ...d.problems, ...t.problems })
  const field = (name: string) => {
    const problem = said.at(name)
    return { name, value: typed.values[name] ?? '', ...(problem === undefined ? {} : { problem }) }
  }
  const standing = ({ hasCommitment, isWaiting }: Candidate) =>
    isWaiting ? t.isWaiting : hasCommitment ? t.hasCommitment : null
  const isAgain = said.list.length > 0
  const isTicked = (one: Candidate) =>
    isAgain ? typed.values[placeField(one)] === 'yes' : !one.hasCommitment && !one.isWaiting
  return {
    title: t.makeTitle,
    kind: 'staff',
    main: (
      <>
        <Breadcrumb language={language} trail={trailOf(language)} here={t.makeTitle} />
        <ProblemSummary language={language} problems={said.list} />
        <h1>{t.makeTitle}</h1>
        <Narrowing {...props} />
        {candidates?.length === 0 && <p>{t.noPartners}</p>}
        {candidates && candidates.length > 0 && (
          <form method="post" action={paths.make[language]} novalidate>
            <input type="hidden" name="kind" value={asked.kind} />
            <input type="hidden" name="area" value={String(asked.areaId ?? '')} />
            <Fieldset
              name="partners"
              label={`${t.partners}, ${t.count(candidates.length)}`}
              hint={t.partnersHint}
              problem={field('partners').problem}
            >
              {candidates.map((one) => (
                <Checkbox
                  name={placeField(one)}
                  label={[one.name, one.place, standing(one)].filter(Boolean).join(' · ')}
                  checked={isTicked(one)}
                />
              ))}
            </Fieldset>
            <TextField {...field('from')} label={d.from} hint={d.dayHint} width={12} autocomplete="off" />
            <TextField
              {...field('until')}
              label={d.until}
              hint={d.untilHint}
              optional={optional}
              width={12}
              autocomplete="off"
            />
            <TextField {...field('answer')} label={d.answer} width={12} autocomplete="off" />
            <ChipGroup
              {...field('binding')}
              label={d.binding}
              choices={languages.map((one) => ({ value: one, label: d.languages[one] }))}
            />
            <ButtonRow>
              <Button>{t.next}</Button>
            </ButtonRow>
          </form>
        )}
      </>
    ),
  }
}

type CodesProps = {
  language: Language
  batchId: number
  codes: readonly TakenCode[]
}

/** The codes of links, shown once. */
export const codesPage = ({ language, batchId, codes }: CodesProps): Page => {
  const t = words[language]
  return {
    title: t.codesTitle,
    kind: 'staff',
    main: (
      <>
        <h1>{t.codesTitle}</h1>
        <p class="lead">{t.codesText}</p>
        <SummaryList
          rows={codes.map(({ name, code, over }) => ({
            label: name,
            value: code ? (
              <strong class="nb">{`${code.slice(0, 3)} ${code.slice(3)}`}</strong>
            ) : (
              over && t.codeOver[over]
            ),
          }))}
        />
        <ButtonRow>
          <LinkButton href={fill(paths.one[language], { batch: batchId })}>{t.back}</LinkButton>
        </ButtonRow>
      </>
    ),
  }
}
