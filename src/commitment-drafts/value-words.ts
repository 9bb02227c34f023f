import { formatDay, plural, translated } from '../i18n/translated.ts'
import type { Day } from '../lib/dates.ts'

/** How the fields of a template that are no names are written in the text of a commitment. */
export const valueWords = translated({
  fi: {
    from: (day: Day) => formatDay('fi', day),
    until: (day: Day | null) => (day === null ? 'toistaiseksi' : `${formatDay('fi', day)} asti`),
    months: plural('fi', { one: '# kuukautta', other: '# kuukautta' }),
  },
  sv: {
    from: (day: Day) => formatDay('sv', day),
    until: (day: Day | null) => (day === null ? 'tills vidare' : `till ${formatDay('sv', day)}`),
    months: plural('sv', { one: '# månad', other: '# månader' }),
  },
  en: {
    from: (day: Day) => formatDay('en', day),
    until: (day: Day | null) => (day === null ? 'until further notice' : `until ${formatDay('en', day)}`),
    months: plural('en', { one: '# month', other: '# months' }),
  },
})
