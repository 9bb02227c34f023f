import { formatDay, type Language } from '../i18n/translated.ts'
import type { UseKind } from '../uses/rules.ts'
import { TextField } from '../web/components/field.tsx'
import { formPage, sayProblems } from '../web/components/form-page.tsx'
import type { Page } from '../web/page.ts'
import type { Typed } from '../web/visit.ts'
import { priceField } from './forms.ts'
import { Prices } from './price-views.tsx'
import type { PriceList } from './rules.ts'
import type { Links } from './way.ts'
import { words } from './words.ts'

type Props = { language: Language; links: Links; typed: Typed }

const trailOf = (language: Language, links: Links) => [
  ...links.trail,
  { label: words[language].title, href: links.to('ledger') },
  { label: words[language].pricesTitle, href: links.to('prices') },
]

/** @param list the list that is put right; null for a new one */
export const PriceFormPage = ({
  language,
  links,
  typed,
  list,
  kinds,
}: Props & { list: number | null; kinds: readonly UseKind[] }): Page => {
  const t = words[language]
  const said = sayProblems(typed.problems, t.problems)
  return formPage({
    language,
    title: list === null ? t.newTitle : t.correctTitle,
    trail: trailOf(language, links),
    lead: list === null ? t.newLead : t.correctLead,
    action: list === null ? links.to('newPrices') : links.to('correct', list),
    problems: said.list,
    button: t.savePrices,
    children: (
      <>
        <TextField
          name="from"
          label={t.fromField}
          hint={t.fromHint}
          width={12}
          autocomplete="off"
          value={typed.values.from}
          problem={said.at('from')}
        />
        {kinds.map((kind, nth) => (
          <fieldset>
            <legend>{t.kinds[kind]}</legend>
            {(['adult', 'child'] as const).map((who) => (
              <TextField
                name={priceField(kind, who)}
                label={t.whos[who]}
                hint={nth === 0 ? { adult: t.priceHint, child: t.childHint }[who] : undefined}
                width={6}
                autocomplete="off"
                value={typed.values[priceField(kind, who)]}
                problem={said.at(priceField(kind, who))}
              />
            ))}
          </fieldset>
        ))}
      </>
    ),
  })
}

/** Asks once more before a list is left out of the sums. */
export const TakeBackPage = ({ language, links, typed, list }: Props & { list: PriceList }): Page => {
  const t = words[language]
  return formPage({
    language,
    title: t.takeBackTitle,
    trail: trailOf(language, links),
    lead: t.takeBackAsk(list.validFrom),
    action: links.to('takeBack', list.id),
    problems: sayProblems(typed.problems, t.problems).list,
    button: t.takeBackButton,
    children: (
      <>
        <h2>{formatDay(language, list.validFrom)}</h2>
        <Prices language={language} prices={list.prices} />
      </>
    ),
  })
}
