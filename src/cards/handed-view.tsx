import { aboutLanguages } from '../i18n/holder-languages.ts'
import type { Language } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'
import { LinkButton } from '../web/components/button.tsx'
import { Notice } from '../web/components/notice.tsx'
import { fill } from '../web/paths.ts'
import { paths as wellbeing } from '../wellbeing/words.ts'
import { issueWords, type Way } from './issue-words.ts'
import { guideLinks } from './links.ts'
import { daysLate } from './paper-rules.ts'
import { words } from './words.ts'

type HandedProps = { language: Language; way: Way; cardId: number; guideFor: number }

/** What goes with the card across the table: what to tell, the guide, the voluntary questions. */
export const Handed = ({ language, way, cardId, guideFor }: HandedProps) => {
  const t = words[language]
  const p = issueWords[language]
  return (
    <>
      <p>{t.nameNote}</p>
      <h2>{t.tell}</h2>
      <ul>
        {t.checklist.map((item) => (
          <li>{item}</li>
        ))}
      </ul>
      <p>
        {t.give}: {t.giveText}
      </p>
      <h2>{p.guide}</h2>
      <p>{p.guideText}</p>
      <p class="downloads">
        {guideLinks(guideFor).map((guide) => {
          const { name, tag, direction } = aboutLanguages[guide.language]
          return (
            <a href={guide.href} lang={tag} hreflang={tag} dir={direction} type="application/pdf">
              {name}
            </a>
          )
        })}
      </p>
      {way === 'desk' && (
        <>
          <h2>{p.wellbeing}</h2>
          <p>{p.wellbeingText}</p>
          <LinkButton href={fill(wellbeing.ask[language], { card: cardId })} secondary>
            {p.askWellbeing}
          </LinkButton>
        </>
      )}
    </>
  )
}

/** The card is with the client already: the form is compared, and told when it came late. */
export const PaperChecked = ({
  language,
  handedOn,
  today,
}: {
  language: Language
  handedOn: Day
  today: Day
}) => {
  const p = issueWords[language]
  const late = daysLate(handedOn, today)
  return (
    <>
      {late !== null && (
        <Notice kind="warn" title={p.oldDay}>
          <p>{p.oldDayText(late)}</p>
        </Notice>
      )}
      <p>{p.paperEnd}</p>
    </>
  )
}
