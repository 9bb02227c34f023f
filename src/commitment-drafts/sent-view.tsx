import { paths as commitments } from '../commitments/words.ts'
import type { Language } from '../i18n/translated.ts'
import { ButtonRow, LinkButton } from '../web/components/button.tsx'
import { Notice } from '../web/components/notice.tsx'
import { SummaryList } from '../web/components/summary-list.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import { paths, words } from './words.ts'

type SentProps = {
  language: Language
  id: number
  kind: 'ok' | 'info'
  title: string
  /** What is told under the title. */
  lead: string
  codes: readonly { party: string; code: string }[]
  /** Parties that sign on paper. */
  onPaper: readonly string[]
  /** Whether whoever sent it can sign for a party. */
  signsOwn: boolean
}

/** Where the commitment is now and what to do next: the codes are shown here and nowhere after. */
export const sentPage = (props: SentProps): Page => {
  const { language, id, kind, title, lead, codes, onPaper, signsOwn } = props
  const t = words[language]
  return {
    title,
    kind: 'staff',
    main: (
      <>
        <Notice kind={kind} level={1} title={title}>
          <p>{lead}</p>
        </Notice>
        {codes.length > 0 && (
          <>
            <h2>{t.codes}</h2>
            <p>{t.codesLead}</p>
            <SummaryList
              rows={codes.map(({ party, code }) => ({
                label: party,
                value: <strong class="nb">{`${code.slice(0, 3)} ${code.slice(3)}`}</strong>,
              }))}
            />
          </>
        )}
        {signsOwn && <p>{t.signOwn}</p>}
        {onPaper.map((party) => (
          <p>{t.onPaper(party)}</p>
        ))}
        <ButtonRow>
          <LinkButton href={fill(commitments.one[language], { commitment: id })}>{t.open}</LinkButton>
          <LinkButton secondary href={paths.waiting[language]}>
            {t.seeWaiting}
          </LinkButton>
        </ButtonRow>
      </>
    ),
  }
}
