import { commonWords } from '../i18n/common-words.ts'
import { formatDay, type Language } from '../i18n/translated.ts'
import { dayOf } from '../lib/dates.ts'
import type { FreeMunicipality } from '../network/membership-queries.ts'
import { municipalityChoices, municipalityName } from '../network/rules.ts'
import { pageList } from '../pages/page-list-words.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { Button, ButtonRow, LinkButton } from '../web/components/button.tsx'
import { CardList } from '../web/components/card-list.tsx'
import { Empty } from '../web/components/empty.tsx'
import { Select, TextField } from '../web/components/field.tsx'
import { fieldsOf, formPage } from '../web/components/form-page.tsx'
import { Notice } from '../web/components/notice.tsx'
import { ProblemSummary } from '../web/components/problem-summary.tsx'
import { SummaryList } from '../web/components/summary-list.tsx'
import { Tag, type TagKind } from '../web/components/tag.tsx'
import { TextArea } from '../web/components/text-area.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import type { Interest } from './interest-queries.ts'
import type { Meeting } from './meeting-queries.ts'
import { MeetingList } from './meeting-views.tsx'
import { type InterestState, isOpenInterest } from './rules.ts'
import { paths, words } from './words.ts'

type Municipality = { id: number; nameFi: string; nameSv: string | null }

type FormProps = { language: Language; typed: Typed; municipalities: readonly Municipality[] }

/** Anyone tells here that their municipality or county would like the card. */
export const interestPage = ({ language, typed, municipalities }: FormProps): Page => {
  const t = words[language]
  const { said, field } = fieldsOf(typed, words[language].problems)
  const optional = commonWords[language].optional
  return {
    title: t.interestTitle,
    kind: 'public',
    description: t.interestLead,
    main: (
      <>
        <ProblemSummary language={language} problems={said.list} />
        <h1>{t.interestTitle}</h1>
        <p class="lead">{t.interestLead}</p>
        <p>
          <a href={pageList.adopt.path[language]}>{t.readMore}</a>
        </p>
        <form method="post" action={paths.interest[language]} novalidate>
          <Select
            {...field('municipality')}
            label={t.municipality}
            hint={t.municipalityHint}
            options={[
              { value: '', label: t.noMunicipality },
              ...municipalityChoices(language, municipalities),
            ]}
          />
          <TextField {...field('organisation')} label={t.organisation} autocomplete="organization" />
          <TextField {...field('name')} label={t.name} width={24} autocomplete="name" />
          <TextField
            {...field('title')}
            label={t.titleField}
            width={24}
            autocomplete="organization-title"
            optional={optional}
          />
          <TextField
            {...field('email')}
            label={t.email}
            hint={t.emailHint}
            type="email"
            width={24}
            autocomplete="email"
          />
          <TextArea {...field('message')} label={t.message} hint={t.messageHint} />
          <p>{t.privacy}</p>
          <Button>{t.send}</Button>
        </form>
      </>
    ),
  }
}

export const thanksPage = (language: Language): Page => {
  const t = words[language]
  return {
    title: t.thanksTitle,
    kind: 'public',
    main: (
      <>
        <Notice kind="ok" level={1} title={t.thanksTitle}>
          <p>{t.thanksText}</p>
        </Notice>
        <p>
          <a href={pageList.adopt.path[language]}>{t.readMore}</a>
        </p>
      </>
    ),
  }
}

const tags: Record<InterestState, TagKind> = { new: 'wait', talking: 'wait', opened: 'ok', declined: 'off' }
const StateTag = ({ language, state }: { language: Language; state: InterestState }) => (
  <Tag kind={tags[state]}>{words[language].states[state]}</Tag>
)

const placeOf = (language: Language, { nameFi, nameSv }: Interest) =>
  nameFi === null ? words[language].noMunicipality : municipalityName({ nameFi, nameSv }, language)

const Interests = ({ language, interests }: { language: Language; interests: readonly Interest[] }) => (
  <CardList
    items={interests.map((one) => ({
      title: one.organisation,
      href: fill(paths.one[language], { interest: one.id }),
      lines: [
        placeOf(language, one),
        `${words[language].received} ${formatDay(language, dayOf(one.receivedAt))}`,
        <StateTag language={language} state={one.state} />,
      ],
    }))}
  />
)

type ListProps = {
  language: Language
  interests: readonly Interest[]
  /** Areas with a plan that have not reached permanent use. */
  preparing: readonly { id: number; name: string; done: number; all: number; next: string | null }[]
}

export const listPage = ({ language, interests, preparing }: ListProps): Page => {
  const t = words[language]
  const waiting = interests.filter(({ state }) => isOpenInterest(state))
  const ended = interests.filter(({ state }) => !isOpenInterest(state))
  return {
    title: t.listTitle,
    kind: 'staff',
    main: (
      <>
        <h1>{t.listTitle}</h1>
        <p class="lead">{t.listLead}</p>
        {interests.length === 0 && (
          <Empty title={t.listNone}>
            <p>{t.listNoneWhy}</p>
            <LinkButton href={paths.interest[language]}>{t.toForm}</LinkButton>
          </Empty>
        )}
        {waiting.length > 0 && (
          <>
            <h2>{t.waiting}</h2>
            <Interests language={language} interests={waiting} />
          </>
        )}
        <h2>{t.preparing}</h2>
        {preparing.length === 0 ? (
          <p>{t.preparingNone}</p>
        ) : (
          <CardList
            items={preparing.map(({ id, name, done, all, next }) => ({
              title: name,
              href: fill(paths.plan[language], { area: id }),
              lines: [t.stepCount(done, all), next === null ? t.allDone : t.next(next)],
            }))}
          />
        )}
        {ended.length > 0 && (
          <>
            <h2>{t.ended}</h2>
            <Interests language={language} interests={ended} />
          </>
        )}
      </>
    ),
  }
}

export const trailToInterest = (language: Language, interest: Interest) => [
  { label: words[language].listTitle, href: paths.list[language] },
  { label: interest.organisation, href: fill(paths.one[language], { interest: interest.id }) },
]

type OneProps = { language: Language; interest: Interest; talks: readonly Meeting[]; done: string | null }

export const onePage = ({ language, interest, talks, done }: OneProps): Page => {
  const t = words[language]
  const id = { interest: interest.id }
  return {
    title: interest.organisation,
    kind: 'staff',
    main: (
      <>
        <Breadcrumb
          language={language}
          trail={[{ label: t.listTitle, href: paths.list[language] }]}
          here={interest.organisation}
        />
        {done && <Notice kind="ok">{<p>{done}</p>}</Notice>}
        <h1>{interest.organisation}</h1>
        <p>
          <StateTag language={language} state={interest.state} />
        </p>
        <SummaryList
          rows={[
            { label: t.municipality, value: placeOf(language, interest) },
            { label: t.received, value: formatDay(language, dayOf(interest.receivedAt)) },
            {
              label: t.sender,
              value:
                interest.name === null
                  ? t.senderGone
                  : [interest.name, interest.title, interest.email].filter((part) => part).join(', '),
            },
            ...(interest.message === null
              ? []
              : [{ label: t.message, value: <span class="lines">{interest.message}</span> }]),
            ...(interest.declineReason === null
              ? []
              : [{ label: t.notNowReason, value: <span class="lines">{interest.declineReason}</span> }]),
          ]}
        />
        {interest.areaId !== null && (
          <p>
            <LinkButton href={fill(paths.plan[language], { area: interest.areaId })}>{t.toArea}</LinkButton>
          </p>
        )}
        {isOpenInterest(interest.state) && (
          <ButtonRow>
            <LinkButton href={fill(paths.open[language], id)}>{t.openArea}</LinkButton>
            <LinkButton secondary href={fill(paths.talk[language], id)}>
              {t.addTalk}
            </LinkButton>
            <LinkButton secondary href={fill(paths.decline[language], id)}>
              {t.notNow}
            </LinkButton>
          </ButtonRow>
        )}
        <h2>{t.talks}</h2>
        {talks.length === 0 ? <p>{t.noTalks}</p> : <MeetingList language={language} meetings={talks} />}
      </>
    ),
  }
}

type DeclineProps = { language: Language; interest: Interest; typed: Typed }

export const declinePage = ({ language, interest, typed }: DeclineProps): Page => {
  const t = words[language]
  const { said, field } = fieldsOf(typed, words[language].problems)
  return formPage({
    ...{ language, title: t.notNow, trail: trailToInterest(language, interest), lead: t.notNowLead },
    ...{ problems: said.list, button: t.notNowSend },
    action: fill(paths.decline[language], { interest: interest.id }),
    children: <TextArea {...field('reason')} label={t.notNowReason} lang={interest.language} />,
  })
}

type OpenProps = DeclineProps & {
  areas: readonly { id: number; name: string }[]
  free: readonly FreeMunicipality[]
}

export const openPage = ({ language, interest, typed, areas, free }: OpenProps): Page => {
  const t = words[language]
  const { said, field } = fieldsOf(typed, words[language].problems)
  const municipality = typed.values.municipality ?? String(interest.municipalityId ?? '')
  return formPage({
    ...{ language, title: t.openArea, trail: trailToInterest(language, interest), lead: t.openLead },
    ...{ problems: said.list, button: t.openButton },
    action: fill(paths.open[language], { interest: interest.id }),
    children: (
      <>
        <Select
          {...field('municipality')}
          value={municipality}
          label={t.municipality}
          options={[{ value: '', label: t.chooseMunicipality }, ...municipalityChoices(language, free)]}
        />
        <Select
          {...field('area')}
          label={t.which}
          options={[
            { value: '', label: t.newArea },
            ...areas.map(({ id, name }) => ({ value: String(id), label: name })),
          ]}
        />
        <TextField {...field('areaName')} label={t.areaName} width={24} />
        <TextField
          {...field('areaNameSv')}
          label={t.areaNameSv}
          width={24}
          optional={commonWords[language].optional}
        />
      </>
    ),
  })
}
