import type { Child } from 'hono/jsx'
import { holderFrameWords } from '../i18n/holder-frame-words.ts'
import { aboutLanguages, holderLanguages } from '../i18n/holder-languages.ts'
import type { Language } from '../i18n/translated.ts'
import { municipalityName } from '../network/rules.ts'
import { publicPaths } from '../public-paths.ts'
import { periodName } from '../publications/words.ts'
import { Breadcrumb } from '../web/components/breadcrumb.tsx'
import { Button } from '../web/components/button.tsx'
import { copyingScript } from '../web/components/copied.tsx'
import { Select } from '../web/components/field.tsx'
import { Hero } from '../web/components/hero.tsx'
import type { Page } from '../web/page.ts'
import type { Shown } from './page-shape.ts'
import { nameOf } from './paper.ts'
import { PapersSection } from './paper-views.tsx'
import { keyOf, type PlaceKey } from './rules.ts'
import { PicturesSection, PressSection, ServiceSection } from './text-views.tsx'
import { paths, words } from './words.ts'

/** Areas and municipalities by name, with what else may be chosen; what is chosen now is always among them. */
const placeOptions = ({ language, members, places, subject }: Shown) => {
  const t = words[language]
  const { compare } = new Intl.Collator(language)
  const option = (key: PlaceKey, name: string) => ({ value: keyOf(key), label: t.kinds[key.kind](name) })
  const areas = new Map(members.map(({ area }) => [area.id, municipalityName(area, language)]))
  const all = [
    ...[...areas].map(([id, name]) => option({ kind: 'area', id }, name)),
    ...members.map((one) => option({ kind: 'municipality', id: one.id }, municipalityName(one, language))),
    ...places.map(({ key, name }) => option(key, name)),
  ]
  const { key } = subject
  if (key && !all.some(({ value }) => value === keyOf(key)))
    all.unshift(option(key, nameOf(subject, language)))
  return [{ value: '', label: t.country }, ...all.sort((a, b) => compare(a.label, b.label))]
}

const ChooseForm = (props: Shown) => {
  const { language, subject, paperLanguage, publications, texts, own } = props
  const t = words[language]
  return (
    <form method="get" action={(own ? paths.own : paths.open)[language]}>
      <Select name="place" label={t.place} value={keyOf(subject.key)} options={placeOptions(props)} />
      <Select
        name="language"
        label={t.language}
        value={paperLanguage}
        options={holderLanguages.map((value) => ({
          value,
          label: aboutLanguages[value].name,
          lang: aboutLanguages[value].tag,
        }))}
      />
      {publications.length > 1 && (
        <Select
          name="period"
          label={t.period}
          value={texts.told?.period}
          options={publications.map(({ period }) => ({ value: period, label: periodName(language, period) }))}
        />
      )}
      <p>
        <Button>{t.show}</Button>
      </p>
    </form>
  )
}

const Contents = ({ language }: { language: Language }) => {
  const t = words[language]
  return (
    <nav class="contents" aria-label={t.contents}>
      <ul>
        {(['papers', 'texts', 'press', 'pictures'] as const).map((id) => (
          <li>
            <a href={`#${id}`}>{t[id]}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const Sections = (props: Shown): Child => {
  const { language, subject, today } = props
  const t = words[language]
  return (
    <>
      <h2 class="lead">{t.forPlace(nameOf(subject, language) || t.country)}</h2>
      <p class="hint">{t.updated(today)}</p>
      <Contents language={language} />
      <PapersSection {...props} />
      <ServiceSection {...props} />
      <PressSection {...props} />
      <PicturesSection {...props} />
    </>
  )
}

/** Papers, texts and pictures of one place: for anyone, or with those that only who works with the card needs. */
export const papersPage = (props: Shown): Page => {
  const { language, own } = props
  const t = words[language]
  if (own)
    return {
      title: t.title,
      kind: 'staff',
      main: (
        <>
          <h1>{t.title}</h1>
          <p class="lead">{t.lead}</p>
          <p>{t.ownLead}</p>
          <ChooseForm {...props} />
          <Sections {...props} />
        </>
      ),
    }
  return {
    title: t.title,
    kind: 'public',
    description: t.description,
    scripts: [copyingScript],
    main: (
      <>
        <Hero title={t.title}>
          <p class="lead">{t.lead}</p>
        </Hero>
        <Breadcrumb
          language={language}
          trail={[{ label: holderFrameWords[language].front, href: publicPaths.front[language] }]}
          here={t.title}
        />
        <ChooseForm {...props} />
        <Sections {...props} />
      </>
    ),
  }
}
