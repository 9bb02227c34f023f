import { expect, test } from 'vitest'
import { guideWords } from '../guides/guide-words.ts'
import { holderLanguages } from '../i18n/holder-languages.ts'
import { isLanguage } from '../i18n/translated.ts'
import { termsWords } from './holder-words.ts'
import type { Terms } from './rules.ts'
import { TermsView } from './terms-view.tsx'

const stored = (text: string) => ({ text, changedAt: new Date(0) })
const terms = (cancelling?: string): Terms => ({
  texts: cancelling
    ? { cancelling: { fi: stored(cancelling), sv: stored(cancelling), en: stored(cancelling) } }
    : {},
  ...{
    links: {},
    limits: {},
    traits: [],
    kinds: ['ticket' as const],
    courses: { feeCents: null, excessByHolder: false },
  },
  ...{ street: null, postalCode: null },
})

test.each(holderLanguages)(
  'in %s, a place says how to cancel, whether or not it has said so itself',
  (language) => {
    const show = (given: Terms) => String(TermsView({ language, terms: given, town: 'Kajaani' }))
    const { cancelling, cancellingHow } = termsWords[language]
    for (const said of [cancelling, cancellingHow]) expect(show(terms())).toContain(said)
    const own = show(terms('Soita kassalle.'))
    expect([own.includes(cancelling), own.includes(cancellingHow), own.includes('Soita kassalle.')]).toEqual([
      ...[true, false, true],
    ])
    if (isLanguage(language))
      expect(JSON.stringify(guideWords[language].remember)).toMatch(/käyttämättä|oanvänd|unused/)
  },
)
