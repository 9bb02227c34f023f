import { words as brochureWords } from '../brochures/words.ts'
import type { PublicNotice } from '../exceptions/queries.ts'
import { told } from '../exceptions/words.ts'
import type { Language } from '../i18n/translated.ts'
import { publicPaths } from '../public-paths.ts'
import { LinkButton } from '../web/components/button.tsx'
import { Empty } from '../web/components/empty.tsx'
import { Notice } from '../web/components/notice.tsx'
import { Tag } from '../web/components/tag.tsx'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import { type Area, countMunicipalities, municipalityName, type Standing } from './rules.ts'
import { networkWords } from './words.ts'

const namesOf = ({ municipalities }: Standing, language: Language) =>
  municipalities
    .map((municipality) => municipalityName(municipality, language))
    .sort(new Intl.Collator(language).compare)
    .join(', ')

/** The state in a tag, the municipalities after it; permanent use needs no tag. */
const StandingLine = ({ language, standing }: { language: Language; standing: Standing }) => {
  const t = networkWords[language]
  const { phase, until, crossUse, preliminary } = standing
  const state =
    phase === 'pilot' ? [t.pilot, until && t.until(until)] : phase === 'preparing' ? [t.coming] : []
  const tag = [...state, preliminary && t.preliminary].filter(Boolean).join(' · ')
  return (
    <p>
      {tag && (
        <>
          <Tag kind={phase === 'preparing' ? 'off' : 'wait'}>{tag}</Tag>{' '}
        </>
      )}
      {namesOf(standing, language)}
      {!crossUse && `. ${t.localOnly}`}
    </p>
  )
}

/** What the keepers say: exceptions that hold today, and each area's own words. */
type Told = {
  notices: readonly PublicNotice[]
  texts: ReadonlyMap<string, { text: string; language: Language }>
  /** Of the areas that have published one, by name. */
  brochures: ReadonlyMap<string, { areaId: number; year: number }>
}

/** The area's own words, folded away under its municipalities. */
const LocalText = ({ language, area, texts }: Pick<Told, 'texts'> & { language: Language; area: string }) => {
  const words = texts.get(area)
  return words ? (
    <details>
      <summary>{networkWords[language].localText(area)}</summary>
      <div lang={words.language}>
        {words.text.split(/\n{2,}/).map((part) => (
          <p>{part}</p>
        ))}
      </div>
    </details>
  ) : null
}

/** The area's brochure of the latest year. */
const BrochureLink = (props: Pick<Told, 'brochures'> & { language: Language; area: string }) => {
  const { language, area, brochures } = props
  const brochure = brochures.get(area)
  return brochure ? (
    <p>
      <a href={fill(publicPaths.brochure[language], { area: brochure.areaId })}>
        {brochureWords[language].read} {brochure.year}
        <span class="vh">, {area}</span>
      </a>
    </p>
  ) : null
}

/** Every area with its municipalities, and how each of them stands on the day. */
export const areasPage = (
  language: Language,
  areas: readonly Area[],
  today: string,
  { notices, texts, brochures }: Told,
): Page => {
  const t = networkWords[language]
  const { inUse, preparing } = countMunicipalities(areas)
  const compare = new Intl.Collator(language).compare
  return {
    title: t.title,
    kind: 'public',
    description: t.description,
    main: (
      <>
        <h1>{t.title}</h1>
        {notices.map((notice) => {
          const { title, text } = told(language, notice)
          return (
            <Notice kind="warn" title={title}>
              <p>{text}</p>
            </Notice>
          )
        })}
        {areas.length === 0 ? (
          <Empty title={t.none}>
            <p>{t.noneWhy}</p>
          </Empty>
        ) : (
          <>
            <p class="lead">
              {t.inUse(inUse)} {preparing > 0 && t.preparing(preparing)}
            </p>
            <p>
              {t.home} {t.whoGivesIt} {t.asOf(today)}
            </p>
            <p>
              <LinkButton href={publicPaths.sites[language]}>{t.sites}</LinkButton>
            </p>
            <h2>{t.list}</h2>
            <ul class="cards">
              {[...areas]
                .sort((a, b) => compare(a.name, b.name))
                .map(({ name, standings }) => (
                  <li>
                    <h3>{name}</h3>
                    {standings.map((standing) => (
                      <StandingLine language={language} standing={standing} />
                    ))}
                    <LocalText language={language} area={name} texts={texts} />
                    <BrochureLink language={language} area={name} brochures={brochures} />
                  </li>
                ))}
            </ul>
          </>
        )}
      </>
    ),
  }
}
