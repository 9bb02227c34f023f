import type { CommitmentEvent } from '../commitments/event-queries.ts'
import type { BindingLanguage, Commitment, Party } from '../commitments/rules.ts'
import { words as commitmentWords } from '../commitments/words.ts'
import type { Language } from '../i18n/translated.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { SummaryList } from '../web/components/summary-list.tsx'
import type { Page } from '../web/page.ts'
import { keepWords } from './keep-words.ts'
import { CommitmentFacts, partyRows, storyOf } from './party-views.tsx'
import { statusOf, textIn } from './rules.ts'
import { CommitmentText } from './text-view.tsx'
import { words } from './words.ts'

type Props = {
  language: Language
  shown: BindingLanguage
  trail: readonly { label: string; href: string }[]
  commitment: Commitment
  parties: readonly Party[]
  events: readonly CommitmentEvent[]
  today: string
  addressOf: (language: BindingLanguage) => string
}

/** The commitment for paper: who has signed, and lines to sign on by hand for who still can. */
export const printPage = (props: Props): Page => {
  const { language, shown, trail, commitment, parties, events, today, addressOf } = props
  const [t, c] = [keepWords[language], commitmentWords[language]]
  const title = textIn(commitment.content.title, shown, commitment.bindingLanguage)
  const status = statusOf(commitment, parties, today)
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
        <CommitmentFacts language={language} commitment={commitment} status={status} />
        <CommitmentText language={language} shown={shown} commitment={commitment} addressOf={addressOf} />
        <h2>{t.linesTitle}</h2>
        {parties.map((party) => (
          <section class="clause">
            <h3>
              {c.sides[party.side] === party.name ? party.name : `${c.sides[party.side]}: ${party.name}`}
            </h3>
            <SummaryList
              rows={
                status.kind === 'waiting' && party.signedAt === null
                  ? lines.map((label) => ({ label, value: <span class="sign-line">&nbsp;</span> }))
                  : partyRows(language, party, storyOf(party, commitment.state, events))
              }
            />
          </section>
        ))}
      </>
    ),
  }
}
