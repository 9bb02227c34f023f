import { expect, test } from 'vitest'
import { guideWords } from '../guides/guide-words.ts'
import { languages } from '../i18n/translated.ts'
import type { Terms } from './rules.ts'
import { TermsView } from './terms-view.tsx'
import { termsWords } from './words.ts'

const stored = (text: string) => ({ text, changedAt: new Date(0) })
const terms = (cancelling?: string): Terms => ({
  texts: cancelling
    ? { cancelling: { fi: stored(cancelling), sv: stored(cancelling), en: stored(cancelling) } }
    : {},
  ...{
    links: {},
    limits: {},
    kinds: ['ticket' as const],
    courses: { feeCents: null, excessByHolder: false },
  },
  ...{ street: null, postalCode: null },
})

test.each(languages)(
  'in %s, a place says how to cancel, whether or not it has said so itself',
  (language) => {
    const show = (given: Terms) => String(TermsView({ language, terms: given, town: 'Kajaani' }))
    const { cancelling, cancellingHow } = termsWords[language]
    for (const said of [cancelling, cancellingHow]) expect(show(terms())).toContain(said)
    const own = show(terms('Soita kassalle.'))
    expect([own.includes(cancelling), own.includes(cancellingHow), own.includes('Soita kassalle.')]).toEqual([
      ...[true, false, true],
    ])
    expect(JSON.stringify(guideWords[language].remember)).toMatch(/käyttämättä|oanvänd|unused/)
  },
)
