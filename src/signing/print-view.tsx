import type { BindingLanguage, Commitment, Party } from '../commitments/rules.ts'
import { words as commitmentWords } from '../commitments/words.ts'
import type { Language } from '../i18n/translated.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { SummaryList } from '../web/components/summary-list.tsx'
import type { Page } from '../web/page.ts'
import { keepWords } from './keep-words.ts'
import { CommitmentFacts } from './party-views.tsx'
import { statusOf, textIn } from './rules.ts'
import { CommitmentText } from './text-view.tsx'
import { words } from './words.ts'

type Props = {
  language: Language
  shown: BindingLanguage
  trail: readonly { label: string; href: string }[]
  commitment: Commitment
  parties: readonly Party[]
  today: string
  addressOf: (language: BindingLanguage) => string
}

/** The commitment for paper, with lines to sign on by hand. */
export const printPage = (props: Props): Page => {
  const { language, shown, trail, commitment, parties, today, addressOf } = props
  const [t, c] = [keepWords[language], commitmentWords[language]]
  const title = textIn(commitment.content.title, shown, commitment.bindingLanguage)
  const lines = [t.lines.name, t.lines.title, t.lines.right, t.lines.day, t.lines.sign]
  return {
    title: title.text,
    kind: 'staff',
    main: (
      <>
        <Breadcrumb language={language} trail={trail} here={words[language].print} />
        <h1 lang={title.lang}>{title.text}</h1>
        <p>{parties.map(({ name }) => name).join(' · ')}</p>
        <p class="hint screen-only">{t.printHow}</p>
        <CommitmentFacts
          language={language}
          commitment={commitment}
          status={statusOf(commitment, parties, today)}
        />
        <CommitmentText language={language} shown={shown} commitment={commitment} addressOf={addressOf} />
        <h2>{t.linesTitle}</h2>
        {parties.map(({ side, name }) => (
          <section class="clause">
            <h3>{c.sides[side] === name ? name : `${c.sides[side]}: ${name}`}</h3>
            <SummaryList
              rows={lines.map((label) => ({ label, value: <span class="sign-line">&nbsp;</span> }))}
            />
          </section>
        ))}
      </>
    ),
  }
}
