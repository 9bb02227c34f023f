import { paths as accounts } from '../accounts/words.ts'
import type { Language } from '../i18n/translated.ts'
import { LinkButton, PostButton } from '../web/components/button.tsx'
import { Notice } from '../web/components/notice.tsx'
import { Tag } from '../web/components/tag.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { ProviderName } from './queries.ts'
import { type Refusal, signInWords as words } from './sign-in-words.ts'
import { paths } from './words.ts'

/** A sign-in that came to nothing: what happened and what to do, never whose fault. */
export const RefusedPage = ({ language, problem }: { language: Language; problem: Refusal }): Page => {
  const t = words[language]
  const [title, advice] = t.refusals[problem] as [string, string]
  const isLinking = problem === 'linked-elsewhere' || problem === 'other-account'
  return {
    title,
    kind: 'staff',
    main: (
      <>
        <h1>{title}</h1>
        <p class="lead">{advice}</p>
        <LinkButton href={isLinking ? paths.own[language] : accounts.signIn[language]}>
          {isLinking ? t.own : t.back}
        </LinkButton>
      </>
    ),
  }
}

type OwnProps = {
  language: Language
  providers: (ProviderName & { isLinked: boolean; proof: string })[]
  /** Just linked. */
  linked: ProviderName | undefined
  unlinked: ProviderName | undefined
  /** Could not be unlinked: nothing else opens the account. */
  onlyWay: ProviderName | undefined
}

/** The providers that the account's owner can sign in with, or link. */
export const OwnProvidersPage = ({ language, providers, linked, unlinked, onlyWay }: OwnProps): Page => {
  const t = words[language]
  return {
    title: t.own,
    kind: 'staff',
    main: (
      <>
        {linked && (
          <Notice kind="ok">
            <p>{t.linked(linked.name)}</p>
          </Notice>
        )}
        {unlinked && (
          <Notice kind="ok">
            <p>{t.unlinked(unlinked.name)}</p>
          </Notice>
        )}
        {onlyWay && (
          <Notice kind="warn">
            <p>{t.onlyWay(onlyWay.name)}</p>
          </Notice>
        )}
        <h1>{t.own}</h1>
        <p class="lead">{providers.length === 0 ? t.ownNone : t.ownWhy}</p>
        {providers.map(({ id, name, isLinked, proof }) => (
          <section>
            <h2>{name}</h2>
            <p>
              <Tag kind={isLinked ? 'ok' : 'off'}>{isLinked ? t.isLinked : t.notLinked}</Tag>
            </p>
            {isLinked ? (
              <>
                <p>{t.rolesOnlyThere}</p>
                <PostButton secondary action={fill(paths.unlink[language], { provider: id })}>
                  {t.unlink}
                  <span class="vh">: {name}</span>
                </PostButton>
              </>
            ) : (
              <>
                <p>{t.linkAgain}</p>
                <LinkButton secondary href={fill(paths.link[language], { provider: id, proof })}>
                  {t.link(name)}
                </LinkButton>
              </>
            )}
          </section>
        ))}
      </>
    ),
  }
}
