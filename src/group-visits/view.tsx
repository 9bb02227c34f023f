import type { Language } from '../i18n/translated.ts'
import { formPage } from '../web/components/form-page.tsx'
import { recordPage } from '../web/components/record-page.tsx'
import type { SummaryRow } from '../web/components/summary-list.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import { StateTag, whenOf } from './list-view.tsx'
import type { GroupVisit } from './queries.ts'
import { paths, words } from './words.ts'

/** The facts of a visit, as its unit or its site sees them. */
export const factsOf = (language: Language, visit: GroupVisit, side: 'unit' | 'site'): SummaryRow[] => {
  const t = words[language]
  const { clients, under16, workers } = visit
  return [
    { label: t.state, value: <StateTag language={language} state={visit.state} /> },
    { label: t.day, value: whenOf(language, visit) },
    side === 'unit' ? { label: t.place, value: visit.siteName } : { label: t.who, value: visit.unitName },
    ...(visit.event ? [{ label: t.event, value: visit.event }] : []),
    { label: t.size, value: t.people(clients, under16, workers) },
    ...(visit.wish ? [{ label: t.wish, value: visit.wish }] : []),
    ...(visit.declineReason ? [{ label: t.reason, value: t.reasons[visit.declineReason] }] : []),
    ...(visit.answer ? [{ label: t.answerTitle, value: visit.answer }] : []),
  ]
}

type OwnProps = { language: Language; visit: GroupVisit; mayCancel: boolean; done: string | null }

/** A visit as the unit sees it that asked for it. */
export const OwnPage = ({ language, visit, mayCancel, done }: OwnProps): Page => {
  const t = words[language]
  const said: Record<string, string> = { sent: t.sent, cancelled: t.cancelledNow }
  return recordPage({
    language,
    trail: [{ label: t.title, href: paths.own[language] }],
    title: visit.event ?? visit.siteName,
    done: done === null ? undefined : said[done],
    notices: visit.state === 'accepted' ? [{ kind: 'info', title: t.atDesk, text: t.atDeskUnit }] : [],
    rows: factsOf(language, visit, 'unit'),
    actions: mayCancel ? [{ label: t.cancel, href: fill(paths.cancel[language], { visit: visit.id }) }] : [],
  })
}

/** Calling off sends a letter, so it asks once. */
export const CancelPage = ({ language, visit }: { language: Language; visit: GroupVisit }): Page => {
  const t = words[language]
  const one = fill(paths.one[language], { visit: visit.id })
  return formPage({
    language,
    title: t.cancelAsk,
    trail: [
      { label: t.title, href: paths.own[language] },
      { label: visit.event ?? visit.siteName, href: one },
    ],
    lead: `${whenOf(language, visit)}, ${visit.siteName}. ${t.cancelWhat}`,
    action: fill(paths.cancel[language], { visit: visit.id }),
    problems: [],
    button: t.cancel,
    children: null,
  })
}
