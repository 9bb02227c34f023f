import type { Language } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import { LinkButton, PostButton } from '../web/components/button.tsx'
import { ChipGroup } from '../web/components/choices.tsx'
import { NumberField, TextField } from '../web/components/field.tsx'
import { fieldsOf, formPage } from '../web/components/form-page.tsx'
import { TextArea } from '../web/components/text-area.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import { bitesOn, type Consequence } from './follow-rules.ts'
import { trailTo } from './form-views.tsx'
import { choiceValue, followChoices } from './forms.ts'
import { keepWords, paths } from './keep-words.ts'
import type { PlaceKind, Version } from './rules.ts'

/** What follows, for whom: `Kortinjakajat: uusia kortteja ei voi rekisteröidä`. */
const whatText = (language: Language, { side, kind }: Pick<Consequence, 'side' | 'kind'>): string => {
  const t = keepWords[language]
  const what = t.kinds[kind]
  return `${t.sides[side]}: ${what.charAt(0).toLocaleLowerCase(language)}${what.slice(1)}`
}

/** The same with its days. */
export const followLine = (language: Language, one: Consequence): string => {
  const t = keepWords[language]
  const on = bitesOn(one)
  return [whatText(language, one), t.grace(one.graceDays), ...(on ? [t.bites(on)] : [])].join(' · ')
}

type FollowsProps = {
  language: Language
  version: Version
  consequences: readonly Consequence[]
  mayChange: boolean
}

/** What follows from a version, and what once did. */
export const Follows = ({ language, version, consequences, mayChange }: FollowsProps) => {
  const t = keepWords[language]
  const model = version.number
  const standing = consequences.filter(({ until }) => until === null)
  const former = consequences.filter(({ until }) => until !== null)
  return (
    <section aria-labelledby="follows">
      <h2 id="follows">{t.follows}</h2>
      <p>{standing.length === 0 ? t.noFollows : t.followsLead}</p>
      <ul class="points">
        {standing.map((one) => (
          <li>
            <p>{followLine(language, one)}</p>
            {mayChange && (
              <PostButton secondary action={fill(paths.endFollow[language], { model, consequence: one.id })}>
                {t.endFollow}
                <span class="vh">{t.endFollowOf(whatText(language, one))}</span>
              </PostButton>
            )}
          </li>
        ))}
      </ul>
      {mayChange && (
        <p>
          <LinkButton secondary href={fill(paths.follow[language], { model })}>
            {t.addFollow}
          </LinkButton>
        </p>
      )}
      {former.length > 0 && (
        <details class="more">
          <summary>{t.formerFollows}</summary>
          <ul>
            {former.map((one) => (
              <li>
                {followLine(language, one)} · {t.addedOn(one.from)} · {t.endedOn(one.until!)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

type AddProps = { language: Language; typed: Typed; version: Version }

export const followPage = ({ language, typed, version }: AddProps): Page => {
  const t = keepWords[language]
  const { said, field } = fieldsOf(typed, keepWords[language].problems)
  return formPage({
    ...{ language, problems: said.list, button: t.saveFollow, trail: trailTo(language, version) },
    title: t.followTitle,
    lead: t.followsLead,
    action: fill(paths.follow[language], { model: version.number }),
    children: (
      <>
        <ChipGroup
          {...field('what')}
          label={t.what}
          choices={followChoices.map((choice) => ({
            value: choiceValue(choice),
            label: whatText(language, choice),
          }))}
        />
        <NumberField {...field('days')} label={t.days} hint={t.daysHint} />
      </>
    ),
  })
}

type ExtendProps = {
  language: Language
  typed: Typed
  version: Version
  place: { kind: PlaceKind; id: number; name: string; moreUntil: Day | null }
}

/** More time for one place, with the reason that is kept. */
export const extendPage = ({ language, typed, version, place }: ExtendProps): Page => {
  const t = keepWords[language]
  const { said, field } = fieldsOf(typed, keepWords[language].problems)
  const model = version.number
  return formPage({
    ...{ language, problems: said.list, button: t.saveMore, title: t.moreTitle },
    trail: [
      ...trailTo(language, version),
      { label: t.partners, href: fill(paths.partners[language], { model }) },
    ],
    lead: t.moreLead(place.name, model),
    action: extendAddress(language, model, place),
    children: (
      <>
        {place.moreUntil && <p>{t.moreUntil(place.moreUntil)}</p>}
        <TextField {...field('until')} label={t.until} hint={t.untilHint} width={12} autocomplete="off" />
        <TextArea {...field('reason')} label={t.reason} hint={t.reasonHint} rows={2} />
      </>
    ),
  })
}

/** Where a place is given more time. */
export const extendAddress = (
  language: Language,
  model: number,
  { kind, id }: { kind: PlaceKind; id: number },
): string =>
  kind === 'unit'
    ? fill(paths.extend.unit[language], { model, unit: id })
    : fill(paths.extend.site[language], { model, site: id })
