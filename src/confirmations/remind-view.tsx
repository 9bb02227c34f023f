import type { Language } from '../i18n/translated.ts'
import { Button, ButtonRow, LinkButton } from '../web/components/button.tsx'
import { Notice } from '../web/components/notice.tsx'
import type { Page } from '../web/page.ts'
import type { Reminded } from './remind.ts'
import { addressOf, type ListSearch } from './search.ts'
import { letterWords, listWords, paths } from './words.ts'

type Props = { language: Language; year: number; origin: string; search: ListSearch; reminded: Reminded }

/** Asks before letters go out: to how many, to whom not, and what they say. */
export const RemindPage = ({ language, year, origin, search, reminded }: Props): Page => {
  const t = listWords[language]
  const { places, letters, recent, addressless } = reminded
  const isAnyone = places.length > 0
  const title = isAnyone ? t.remindTitle : t.noOne
  const back = (
    <LinkButton href={addressOf(paths.list[language], search)} secondary>
      {t.back}
    </LinkButton>
  )
  return {
    title,
    kind: 'staff',
    main: (
      <>
        <h1>{title}</h1>
        {isAnyone && <p class="lead">{t.remindText(places.length, letters)}</p>}
        {(recent > 0 || addressless > 0) && (
          <Notice kind="info">
            {recent > 0 && <p>{t.recent(recent)}</p>}
            {addressless > 0 && <p>{t.addressless(addressless)}</p>}
          </Notice>
        )}
        {isAnyone ? (
          <>
            <form method="post" action={paths.remind[language]}>
              <input type="hidden" name="kind" value={search.kind ?? ''} />
              <input type="hidden" name="municipality" value={search.municipality ?? ''} />
              <ButtonRow>
                <Button>{t.send}</Button>
                {back}
              </ButtonRow>
            </form>
            <LetterPreview language={language} year={year} origin={origin} place={places[0]!.name} />
          </>
        ) : (
          <ButtonRow>{back}</ButtonRow>
        )}
      </>
    ),
  }
}

type LetterProps = { language: Language; year: number; origin: string; place: string }

const LetterPreview = ({ language, year, origin, place }: LetterProps) => {
  const url = `${origin}${paths.confirm[language]}`
  const { subject, paragraphs, link, after } = letterWords[language](place, year, url)
  return (
    <details class="more">
      <summary>{listWords[language].preview}</summary>
      <p>
        <strong>{subject}</strong>
      </p>
      {paragraphs.map((text) => (
        <p>{text}</p>
      ))}
      {link && (
        <p>
          {link.label}: {link.url}
        </p>
      )}
      {after?.map((text) => (
        <p>{text}</p>
      ))}
    </details>
  )
}
