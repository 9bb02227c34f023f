import { expect, test } from 'vitest'
import { languages } from '../i18n/translated.ts'
import { uploadWords } from '../uploads/words.ts'
import { fill } from '../web/paths.ts'
import { nothingTyped } from '../web/visit.ts'
import type { Export, Result } from './prepared.ts'
import { resultPage } from './result-view.tsx'
import { listPage } from './views.tsx'
import { paths, words } from './words.ts'

const id = '0190a6e0-0000-7000-8000-000000000000'
const site = { id: 1, name: 'Esimerkkiteatteri' }
const days = { from: '2026-05-01', until: '2026-05-02' }
const none = { matched: [], missing: [], unclear: [], unsold: [] }
const result = {
  prepared: { sales: [], skipped: [], others: 0, doubled: 0 },
  compared: { days, sales: [], fingerprints: [], settled: 1, ...none },
} as unknown as Result
const body: Export = { table: { header: [], rows: [], first: 2 }, mapping: null, cards: {}, refused: {} }
const made = {
  ...{ id, siteId: 1, siteName: site.name, soldFrom: days.from, soldUntil: days.until },
  ...{
    madeAt: new Date(0),
    undoneAt: null,
    lines: 1,
    matched: 0,
    missing: 1,
    added: 1,
    unclear: 0,
    unsold: 0,
  },
}

test.each(languages)(
  'in %s, what was added by one click is undone by one, where it is told of',
  (language) => {
    const shown = (mayUndo: boolean) =>
      String(resultPage({ language, upload: id, site, body, result, made, mayUndo }).main)
    const action = fill(paths.undo[language], { reconciliation: id })
    expect(shown(true)).toContain(`<form method="post" action="${action}">`)
    expect(shown(true)).toContain(words[language].undo)
    expect(shown(false)).not.toContain(action)
  },
)

test.each(languages)('in %s, a long file says that it is on its way', (language) => {
  const page = listPage({ language, sites: [site], earlier: [], typed: nothingTyped })
  expect(String(page.main)).toContain(`role="status" data-busy="${uploadWords[language].busy}"`)
})
