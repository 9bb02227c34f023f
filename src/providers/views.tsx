import { commonWords } from '../i18n/common-words.ts'
import { formatDay, type Language } from '../i18n/translated.ts'
import { dayOf } from '../lib/dates.ts'
import { WithAside } from '../web/components/aside.tsx'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { Button, ButtonRow, LinkButton, PostButton } from '../web/components/button.tsx'
import { Empty } from '../web/components/empty.tsx'
import { TextField } from '../web/components/field.tsx'
import { Notice } from '../web/components/notice.tsx'
import { SummaryList } from '../web/components/summary-list.tsx'
import { Table } from '../web/components/table.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import { fieldProblems } from './field-problems.tsx'
import type { NamedMapping } from './group-queries.ts'
import { Groups, placeIdOf } from './groups-view.tsx'
import type { ProviderRow } from './queries.ts'
import { paths, words } from './words.ts'

type ListProps = { language: Language; providers: ProviderRow[]; hasEnded: boolean }

export const ProvidersPage = ({ language, providers, hasEnded }: ListProps): Page => {
  const t = words[language]
  const add = <LinkButton href={paths.add[language]}>{t.add}</LinkButton>
  return {
    title: t.providers,
    kind: 'staff',
    main: (
      <>
        {hasEnded && (
          <Notice kind="ok">
            <p>{t.ended}</p>
          </Notice>
        )}
        <h1>{t.providers}</h1>
        <p class="lead">{t.providersWhy}</p>
        {providers.length === 0 ? (
          <Empty title={t.none}>
            <p>{t.noneThen}</p>
            {add}
          </Empty>
        ) : (
          <>
            <Table
              id="providers"
              caption={t.inUse}
              shape="stack"
              rows={providers}
              empty={t.none}
              columns={[
                {
                  label: t.name,
                  header: true,
                  cell: ({ id, name }) => (
                    <a href={fill(paths.provider[language], { provider: id })}>{name}</a>
                  ),
                },
                { label: t.issuer, cell: ({ issuer }) => issuer },
                { label: t.people, number: true, cell: ({ people }) => people },
              ]}
            />
            {add}
          </>
        )}
      </>
    ),
  }
}

export const AddProviderPage = ({ language, typed }: { language: Language; typed: Typed }): Page => {
  const t = words[language]
  const { say, summary } = fieldProblems(language, typed, [
    ...['name', 'issuer', 'clientId', 'clientSecret', 'groupsClaim'],
  ])
  const field = (name: string) => ({
    name,
    autocomplete: 'off',
    value: typed.values[name],
    problem: say(name),
  })
  return {
    title: t.add,
    kind: 'staff',
    main: (
      <>
        <Breadcrumb
          language={language}
          trail={[{ label: t.providers, href: paths.providers[language] }]}
          here={t.add}
        />
        {summary}
        <h1>{t.add}</h1>
        <WithAside title={t.trustTitle} aside={<p>{t.trust}</p>}>
          <form method="post" action={paths.add[language]} novalidate>
            <TextField {...field('name')} label={t.name} hint={t.nameHint} />
            <TextField {...field('issuer')} label={t.issuer} hint={t.issuerHint} />
            <TextField {...field('clientId')} label={t.clientId} />
            <SecretField language={language} label={t.clientSecret} problem={say('clientSecret')} />
            <TextField
              {...field('groupsClaim')}
              value={typed.values.groupsClaim ?? 'groups'}
              label={t.groupsClaim}
              hint={t.groupsClaimHint}
            />
            <ButtonRow>
              <Button>{t.add}</Button>
              <LinkButton secondary href={paths.providers[language]}>
                {commonWords[language].cancel}
              </LinkButton>
            </ButtonRow>
          </form>
        </WithAside>
      </>
    ),
  }
}

type SecretProps = { language: Language; label: string; problem: string | undefined }

/** Never filled in again, not even with what was just typed; nor by the browser with a password of one's own. */
const SecretField = ({ language, label, problem }: SecretProps) => (
  <TextField
    name="clientSecret"
    type="password"
    label={label}
    hint={words[language].secretHint}
    autocomplete="new-password"
    problem={problem}
  />
)

type ProviderProps = {
  language: Language
  typed: Typed
  provider: ProviderRow
  mappings: NamedMapping[]
  returnAddress: string
  /** What was just done here, by its name in the address. */
  said: string | null
  removed: NamedMapping | undefined
}

export const ProviderPage = (props: ProviderProps): Page => {
  const { language, typed, provider, mappings, returnAddress, said, removed } = props
  const t = words[language]
  const { say, summary } = fieldProblems(language, typed, ['clientSecret'])
  const own = { provider: provider.id }
  return {
    title: provider.name,
    kind: 'staff',
    main: (
      <>
        <Breadcrumb
          language={language}
          trail={[{ label: t.providers, href: paths.providers[language] }]}
          here={provider.name}
        />
        {summary}
        <Said language={language} said={said} />
        {removed && <Removed language={language} providerId={provider.id} removed={removed} />}
        <h1>{provider.name}</h1>
        <SummaryList
          rows={[
            { label: t.issuer, value: provider.issuer },
            { label: t.clientId, value: provider.clientId },
            { label: t.groupsClaim, value: provider.groupsClaim },
            { label: t.people, value: t.peopleCount(provider.people) },
            { label: t.since, value: formatDay(language, dayOf(provider.madeAt)) },
          ]}
        />
        <PostButton secondary action={fill(paths.test[language], own)}>
          {t.test}
        </PostButton>

        <h2>{t.tellThem}</h2>
        <SummaryList rows={[{ label: t.returnAddress, value: <code>{returnAddress}</code> }]} />
        <Notice kind="info" title={t.trustTitle} level={3}>
          <p>{t.trust}</p>
        </Notice>

        <Groups language={language} providerId={provider.id} mappings={mappings} />

        <h2>{t.changeSecret}</h2>
        <form method="post" action={fill(paths.secret[language], own)} novalidate>
          <SecretField language={language} label={t.newSecret} problem={say('clientSecret')} />
          <Button secondary>{t.changeSecret}</Button>
        </form>

        <h2>{t.end}</h2>
        <p>{t.endMeans}</p>
        <LinkButton secondary href={fill(paths.end[language], own)}>
          {t.end}
        </LinkButton>
      </>
    ),
  }
}

const Said = ({ language, said }: { language: Language; said: string | null }) => {
  const t = words[language]
  const done = { added: t.added, secret: t.secretChanged, group: t.groupAdded }
  if (said === 'answers')
    return (
      <Notice kind="ok" title={t.answers}>
        <p>{t.answersThen}</p>
      </Notice>
    )
  if (said === 'silent')
    return (
      <Notice kind="warn" title={t.silent}>
        <p>{t.silentThen}</p>
      </Notice>
    )
  const text = said === 'added' || said === 'secret' || said === 'group' ? done[said] : undefined
  return text === undefined ? null : (
    <Notice kind="ok">
      <p>{text}</p>
    </Notice>
  )
}

type RemovedProps = { language: Language; providerId: number; removed: NamedMapping }

const Removed = ({ language, providerId, removed }: RemovedProps) => {
  const t = words[language]
  return (
    <Notice kind="ok">
      <p>{t.groupRemoved(removed.groupName)}</p>
      <PostButton
        secondary
        action={fill(paths.addGroup[language], { provider: providerId, role: removed.role })}
        fields={{
          groupName: removed.groupName,
          place: String(placeIdOf(removed)),
          ...(removed.side ? { side: removed.side } : {}),
        }}
      >
        {t.giveBack}
      </PostButton>
    </Notice>
  )
}

/** Hard to undo for many people at once, so it is asked. */
export const EndProviderPage = ({
  language,
  provider,
}: {
  language: Language
  provider: ProviderRow
}): Page => {
  const t = words[language]
  const own = { provider: provider.id }
  return {
    title: t.endTitle(provider.name),
    kind: 'staff',
    main: (
      <>
        <h1>{t.endTitle(provider.name)}</h1>
        <p class="lead">{t.endMeans}</p>
        <p>{t.endKeeps}</p>
        <ButtonRow>
          <PostButton action={fill(paths.end[language], own)}>{t.end}</PostButton>
          <LinkButton secondary href={fill(paths.provider[language], own)}>
            {commonWords[language].cancel}
          </LinkButton>
        </ButtonRow>
      </>
    ),
  }
}
