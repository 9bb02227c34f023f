import { guidePath } from '../guides/words.ts'
import { type HolderLanguage, holderLanguages } from '../i18n/holder-languages.ts'

/** The one-page guide in every language of holders, with the sites near a municipality. */
export const guideLinks = (municipalityId: number): { language: HolderLanguage; href: string }[] =>
  holderLanguages.map((language) => ({ language, href: guidePath(language, municipalityId) }))
