import { proveAgainPath } from '../accounts/words.ts'
import type { Language } from '../i18n/translated.ts'
import { LinkButton, PostButton } from '../web/components/button.tsx'
import { Notice } from '../web/components/notice.tsx'
import { Table } from '../web/components/table.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { PasskeyRow } from './passkey-queries.ts'
import { type Factors, hasFactors, isLastFactor } from './rules.ts'
import { type Done, paths, words } from './words.ts'

type OverviewProps = {
  language: Language
  factors: Factors & { codesLeft: number }
  passkeys: PasskeyRow[]
  /** Some role of the account asks for a second factor. */
  needed: boolean
  needsSetUp: boolean
  recovered: boolean
  done: Done | null
  here: string
}

const isFew = (left: number) => left <= 3

export const OverviewPage = (props: OverviewProps): Page => {
  const { language, factors, needed, needsSetUp, recovered, done } = props
  const t = words[language]
  const title = needsSetUp ? t.setUpFirst : t.title
  const isBound = needed && isLastFactor(factors)
  return {
    title,
    kind: 'staff',
    main: (
      <>
        {done && <Notice kind="ok" title={t.done[done]} />}
        {recovered && (
          <Notice kind="warn" title={t.recovered}>
            <p>{t.recoveredThen}</p>
          </Notice>
        )}
        <h1>{title}</h1>
        <Lead {...props} />
        <h2>{t.app}</h2>
        <p>{factors.app ? t.appOn : t.appWhat}</p>
        <PostButton action={paths.appStart[language]} secondary={factors.app}>
          {factors.app ? t.changeApp : t.startApp}
        </PostButton>
        {factors.app && !isBound && (
          <p>
            <a href={paths.appRemove[language]}>{t.removeApp}</a>
          </p>
        )}
        <h2>{t.passkeys}</h2>
        <p>{t.passkeyWhat}</p>
        {props.passkeys.length > 0 && <Passkeys {...props} isBound={isBound} />}
        <p>
          <LinkButton secondary href={paths.newPasskey[language]}>
            {t.addPasskey}
          </LinkButton>
        </p>
        {isBound && <p>{t.needsOne}</p>}
        {hasFactors(factors) && (
          <>
            <h2>{t.codes}</h2>
            <p>{t.codesWhat}</p>
            <p>{t.codesLeft(factors.codesLeft)}</p>
            {isFew(factors.codesLeft) && (
              <Notice kind="warn">
                <p>{t.codesFew}</p>
              </Notice>
            )}
            <LinkButton secondary href={paths.codes[language]}>
              {t.codesOpen}
            </LinkButton>
          </>
        )}
      </>
    ),
  }
}

const Lead = ({ language, factors, needed, needsSetUp, here }: OverviewProps) => {
  const t = words[language]
  if (needsSetUp && hasFactors(factors))
    return (
      <>
        <p class="lead">{t.proveSetUp}</p>
        <LinkButton href={proveAgainPath(language, here)}>{t.step}</LinkButton>
      </>
    )
  if (needsSetUp)
    return (
      <>
        <p class="lead">{t.setUpWhy}</p>
        <p>{t.setUpHow}</p>
      </>
    )
  return (
    <>
      <p class="lead">{t.lead}</p>
      {!needed && <p>{t.voluntary}</p>}
    </>
  )
}

const Passkeys = ({ language, passkeys, isBound }: OverviewProps & { isBound: boolean }) => {
  const t = words[language]
  const removing = {
    label: t.remove,
    cell: ({ id, name }: PasskeyRow) => (
      <a href={fill(paths.passkey[language], { passkey: id })}>
        {t.remove}
        <span class="vh"> {name}</span>
      </a>
    ),
  }
  return (
    <Table
      id="passkeys"
      caption={t.passkeys}
      shape="stack"
      empty={t.noPasskeys}
      rows={passkeys}
      columns={[
        { label: t.passkeyName, header: true, cell: ({ name }) => name },
        { label: t.madeOn, cell: ({ madeAt }) => t.day(madeAt) },
        { label: t.usedOn, cell: ({ usedAt }) => (usedAt ? t.day(usedAt) : t.never) },
        ...(isBound ? [] : [removing]),
      ]}
    />
  )
}
