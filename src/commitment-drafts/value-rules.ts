import type { Texts } from '../commitments/rules.ts'

/** How the fields that are no names are written in the agreed text; # is the day or the number. They belong to its clauses. */
export const valueTexts = {
  untilFurther: { fi: 'toistaiseksi', sv: 'tills vidare', en: 'until further notice' },
  until: { fi: '# asti', sv: 'till #', en: 'until #' },
  oneMonth: { fi: '# kuukautta', sv: '# månad', en: '# month' },
  months: { fi: '# kuukautta', sv: '# månader', en: '# months' },
} satisfies Record<string, Texts>
