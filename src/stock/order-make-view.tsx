import type { Language } from '../i18n/translated.ts'
import { ChipGroup } from '../web/components/choices.tsx'
import { Select } from '../web/components/field.tsx'
import { formPage, sayProblems } from '../web/components/form-page.tsx'
import { Notice } from '../web/components/notice.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import { amounts } from './order-forms.ts'
import type { Side } from './order-rules.ts'
import { paths, unitWords, words } from './order-words.ts'

type Props = {
  language: Language
  side: Side
  targets: readonly { value: string; name: string; unitId: number | null }[]
  whom: string
  /** Null where there is no rate to suggest from. */
  suggested: number | null
  /** The order that is open already, when that is why it was refused. */
  openOrder: number | null
  typed: Typed
}

/** One tap for the kind, one for the number. A keeper says for whom, too. */
export const MakeOrderPage = (props: Props): Page => {
  const { language, side, targets, whom, suggested, openOrder, typed } = props
  const t = words[language]
  const { list, at } = sayProblems(typed.problems, unitWords[language].problems)
  const value = (name: string) => typed.values[name]
  const isChip = amounts.some((amount) => amount === String(suggested))
  const amount = value('amount') ?? (suggested === null ? undefined : isChip ? String(suggested) : 'other')
  const back =
    side === 'unit'
      ? { label: unitWords[language].title, href: paths.own[language] }
      : { label: t.list, href: paths.list[language] }
  return formPage({
    language,
    title: t.orderTitle,
    trail: [back],
    action: paths.make[language],
    problems: list,
    button: t.orderButton,
    children: (
      <>
        {openOrder !== null && (
          <Notice kind="info">
            <p>
              <a href={fill(paths.one[language], { order: openOrder })}>{t.seeOpen}</a>
            </p>
          </Notice>
        )}
        {side !== 'unit' && (
          <Select
            name="whom"
            label={t.whom}
            value={whom}
            problem={at('whom')}
            options={[
              { value: '', label: t.choose },
              ...targets.map(({ value: id, name, unitId }) => ({
                value: id,
                label: unitId === null ? t.toStock(name) : name,
              })),
            ]}
          />
        )}
        <ChipGroup
          name="cardType"
          label={t.cardType}
          value={value('cardType') ?? 'personal'}
          problem={at('cardType')}
          choices={[
            { value: 'personal', label: t.typeNames.personal },
            { value: 'community', label: t.typeNames.community },
          ]}
        />
        <ChipGroup
          name="amount"
          label={t.amount}
          value={amount}
          hint={suggested === null ? undefined : t.suggested(suggested)}
          problem={at('amount')}
          choices={amounts.map((one) => ({ value: one, label: one }))}
          other={{
            label: t.otherAmount,
            name: 'howMany',
            numberLabel: t.howMany,
            number: value('howMany') ?? (suggested === null || isChip ? '' : String(suggested)),
          }}
        />
      </>
    ),
  })
}
