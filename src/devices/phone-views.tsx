import type { User } from '../access.ts'
import { paths as accounts } from '../accounts/words.ts'
import { paths as desk } from '../desk/words.ts'
import { memoryName } from '../desk-queue/words.ts'
import { commonWords } from '../i18n/common-words.ts'
import type { Language } from '../i18n/translated.ts'
import { Button, ButtonRow, LinkButton, PostButton } from '../web/components/button.tsx'
import { CodeField } from '../web/components/field.tsx'
import { Notice } from '../web/components/notice.tsx'
import { SummaryList } from '../web/components/summary-list.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { Typed } from '../web/visit.ts'
import { shown } from './forms.ts'
import { pairingMinutes } from './rules.ts'
import { problemOf } from './views.tsx'
import { paths, words } from './words.ts'

type CodeProps = {
  language: Language
  /** What brought the phone here: its device was ended by others, or by itself. */
  state: 'ended' | 'left' | null
  typed: Typed
}

/** The code is typed here; a device that has ended stands here too. */
export const codePage = ({ language, state, typed }: CodeProps): Page => {
  const t = words[language]
  const { text, summary } = problemOf(language, typed, 'code')
  return {
    title: state === 'ended' ? t.wasEnded : state === 'left' ? t.left : t.typeCode,
    kind: 'staff',
    main: (
      <>
        {summary}
        {state && (
          <Notice kind={state === 'ended' ? 'warn' : 'ok'} title={state === 'ended' ? t.wasEnded : t.left}>
            <p>{state === 'ended' ? t.wasEndedThen : t.leftThen}</p>
          </Notice>
        )}
        <h1>{t.typeCode}</h1>
        <p class="lead">{t.typeLead}</p>
        <form method="post" action={paths.code[language]} novalidate>
          <CodeField
            name="code"
            label={t.code}
            hint={t.codeHint}
            value={shown(typed.values.code)}
            problem={text}
          />
          <Button>{t.goOn}</Button>
        </form>
      </>
    ),
  }
}

type OfferProps = {
  language: Language
  user: User | null
  offer: { name: string; site: string }
  token: string
}

/** Somebody is signed in here: pairing would end that, so it is asked first. */
const InTheWay = ({ language, user }: { language: Language; user: User }) => {
  const t = words[language]
  const isDevice = user.role === 'device'
  return (
    <Notice kind="warn" title={isDevice ? t.isDevice(user.name) : t.signedIn(user.name)}>
      <p>{isDevice ? t.isDeviceThen : t.signedInThen}</p>
    </Notice>
  )
}

/** What the phone is about to become, and one button. */
export const offerPage = ({ language, user, offer, token }: OfferProps): Page => {
  const t = words[language]
  const isPerson = user !== null && user.role !== 'device'
  return {
    title: t.takeTitle,
    kind: 'staff',
    main: (
      <>
        <h1>{t.takeTitle}</h1>
        <p class="lead">{t.takeLead}</p>
        <SummaryList
          rows={[
            { label: t.site, value: offer.site },
            { label: t.name, value: offer.name },
          ]}
        />
        {user && <InTheWay language={language} user={user} />}
        <ButtonRow>
          <PostButton
            action={fill(paths.offer[language], { token })}
            fields={isPerson ? { anyway: 'yes' } : {}}
            secondary={isPerson}
          >
            {isPerson ? t.takeAnyway : t.take}
          </PostButton>
          {isPerson && (
            <PostButton action={accounts.signOut[language]}>{commonWords[language].signOut}</PostButton>
          )}
        </ButtonRow>
      </>
    ),
  }
}

type EndedProps = { language: Language; user: User | null }

/** A used link opened again, by the back button too: on the phone that took it, nothing is amiss. */
const alreadyPage = (language: Language, name: string): Page => {
  const t = words[language]
  return {
    title: t.isPaired(name),
    kind: 'staff',
    main: (
      <>
        <h1>{t.isPaired(name)}</h1>
        <p>{t.isPairedThen}</p>
        <LinkButton href={desk.desk[language]}>{t.stay}</LinkButton>
      </>
    ),
  }
}

export const offerEndedPage = ({ language, user }: EndedProps): Page => {
  const t = words[language]
  if (user?.role === 'device') return alreadyPage(language, user.name)
  return {
    title: t.offerEnded,
    kind: 'staff',
    main: (
      <>
        <h1>{t.offerEnded}</h1>
        <p>{t.offerEndedWhy(pairingMinutes)}</p>
        <p>{t.offerEndedThen}</p>
        <LinkButton href={paths.code[language]}>{t.typeCode}</LinkButton>
      </>
    ),
  }
}

/** A device leaves for good: nobody on the shift can bring it back alone, so it is asked. */
export const leavePage = (language: Language, device: User): Page => {
  const t = words[language]
  return {
    title: t.leaveTitle(device.name),
    kind: 'staff',
    main: (
      <>
        <h1>{t.leaveTitle(device.name)}</h1>
        <p class="lead">{t.leaveThen}</p>
        <ButtonRow>
          <LinkButton href={desk.desk[language]}>{t.stay}</LinkButton>
          <PostButton secondary action={paths.leave[language]} forgets={memoryName}>
            {t.leave}
          </PostButton>
        </ButtonRow>
      </>
    ),
  }
}
