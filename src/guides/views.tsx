import { aboutLanguages, type HolderLanguage, holderLanguages } from '../i18n/holder-languages.ts'
import type { Language } from '../i18n/translated.ts'
import { type MunicipalityNames, municipalityChoices } from '../network/rules.ts'
import { WithAside } from '../web/components/aside.tsx'
import { Button, LinkButton } from '../web/components/button.tsx'
import { Select } from '../web/components/field.tsx'
import { Hero } from '../web/components/hero.tsx'
import type { Page } from '../web/page.ts'
import { guideFile, paths, words } from './words.ts'

type Props = {
  language: Language
  homes: readonly (MunicipalityNames & { id: number })[]
  chosen: { language: HolderLanguage; municipalityId: number | null }
}

const ChooseForm = ({ language, homes, chosen }: Props) => {
  const t = words[language]
  return (
    <form method="get" action={guideFile}>
      <Select
        name="language"
        label={t.language}
        value={chosen.language}
        options={holderLanguages.map((value) => ({
          value,
          label: aboutLanguages[value].name,
          lang: aboutLanguages[value].tag,
        }))}
      />
      <Select
        name="municipality"
        label={t.municipality}
        hint={t.municipalityHint}
        value={String(chosen.municipalityId ?? '')}
        options={[{ value: '', label: t.anywhere }, ...municipalityChoices(language, homes)]}
      />
      <p>
        <Button>{t.open}</Button>
      </p>
      <p>{t.print}</p>
    </form>
  )
}

/** Where anyone opens the guide to print, in the holder's language and for the holder's home. */
export const guidesPage = (props: Props): Page => {
  const { language } = props
  const t = words[language]
  const handOver = (
    <>
      <p>{t.handOver}</p>
      <p>
        <LinkButton href={paths.handOver[language]} secondary>
          {t.openForm}
        </LinkButton>
      </p>
    </>
  )
  return {
    title: t.title,
    kind: 'public',
    description: t.description,
    main: (
      <>
        <Hero title={t.title}>
          <p class="lead">{t.lead}</p>
        </Hero>
        <WithAside title={t.forIssuers} aside={handOver}>
          <ChooseForm {...props} />
          <p>{t.unreviewed}</p>
        </WithAside>
      </>
    ),
  }
}
