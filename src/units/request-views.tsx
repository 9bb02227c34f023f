import { formatDay, type Language } from '../i18n/translated.ts'
import { dayOf } from '../lib/dates.ts'
import { municipalityName } from '../network/rules.ts'
import { placeAddress, placePaths, placeWords } from '../places/words.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { CardList } from '../web/components/card-list.tsx'
import { ChipGroup } from '../web/components/choices.tsx'
import { Empty } from '../web/components/empty.tsx'
import { TextField } from '../web/components/field.tsx'
import { formPage, sayProblems } from '../web/components/form-page.tsx'
import { SummaryList } from '../web/components/summary-list.tsx'
import { Tag } from '../web/components/tag.tsx'
import type { Page } from '../web/page.ts'
import type { Typed } from '../web/visit.ts'
import type { Unit } from './queries.ts'
import type { Request } from './request-queries.ts'
import { kindName, words } from './words.ts'

const RequestTag = ({ language, answer }: { language: Language; answer: Request['answer'] }) => {
  const t = words[language]
  if (answer === null) return <Tag kind="wait">{t.states.proposed}</Tag>
  return <Tag kind={answer === 'approved' ? 'ok' : 'no'}>{t.answers[answer]}</Tag>
}

/** The proposals of new issuers, those that wait for an answer first. */
export const requestsPage = (language: Language, requests: readonly Request[]): Page => {
  const t = words[language]
  return {
    title: t.requests,
    kind: 'staff',
    main: (
      <>
        <Breadcrumb
          language={language}
          trail={[{ label: t.title, href: placePaths.unit.list[language] }]}
          here={t.requests}
        />
        <h1>{t.requests}</h1>
        {requests.length === 0 ? (
          <Empty title={t.noRequests}>
            <p>{t.noRequestsWhy}</p>
          </Empty>
        ) : (
          <>
            <h2>{t.waiting(requests.filter(({ answer }) => answer === null).length)}</h2>
            <CardList
              items={requests.map((request) => ({
                title: request.name,
                href: placeAddress('unit', language, request.id, request.answer ? 'place' : 'answer'),
                lines: [
                  `${request.organisation}, ${municipalityName(request, language)} (${request.area})`,
                  request.reason,
                  `${t.askedOn} ${formatDay(language, dayOf(request.askedAt))}`,
                  <RequestTag language={language} answer={request.answer} />,
                ],
              }))}
            />
          </>
        )}
      </>
    ),
  }
}

export const answerPage = (language: Language, unit: Unit, typed: Typed): Page => {
  const t = words[language]
  const p = placeWords[language]
  const said = sayProblems(typed.problems, { ...p.problems, ...t.problems })
  return formPage({
    language,
    title: t.answer,
    trail: [
      { label: t.title, href: placePaths.unit.list[language] },
      { label: t.requests, href: placePaths.unit.requests[language] },
    ],
    action: placeAddress('unit', language, unit.id, 'answer'),
    problems: said.list,
    button: t.saveAnswer,
    children: (
      <>
        <SummaryList
          rows={[
            { label: p.name, value: unit.name },
            { label: p.organisation, value: unit.organisation },
            { label: t.kind, value: kindName(language, unit.kind) },
            { label: t.thirdSector, value: unit.thirdSector ? t.yes : t.no },
            { label: p.municipality, value: `${municipalityName(unit, language)} (${unit.area})` },
            { label: t.reason, value: unit.reason ?? '–' },
          ]}
        />
        <ChipGroup
          name="answer"
          label={t.answerIt}
          value={typed.values.answer}
          problem={said.at('answer')}
          choices={[
            { value: 'approved', label: t.approved },
            { value: 'declined', label: t.declined },
          ]}
        />
        <TextField
          name="reason"
          label={t.answerReason}
          hint={t.answerReasonHint}
          value={typed.values.reason}
          problem={said.at('reason')}
          autocomplete="off"
        />
      </>
    ),
  })
}
