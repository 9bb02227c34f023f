import { paths as papers } from '../commitment-papers/words.ts'
import { paths as commitments } from '../commitments/words.ts'
import type { Language } from '../i18n/translated.ts'
import { savedPath } from '../reports/words.ts'
import { fill } from '../web/paths.ts'
import type { Archived } from './queries.ts'
import type { ArchivedReport } from './report-queries.ts'
import { paths, words } from './words.ts'

/** Where the pages of a row of the archive are, and where the thing itself is. */
type Doors = {
  one: string
  decide: string
  pack: string
  packageAt: (id: number) => string
  /** What the package is made of, and where that is made; null where it is there already. */
  packageText: string
  files: string | null
  source: string
  sourceText: string
}

/** Whether it is a report: those come from a publication. */
export const isReport = (one: Archived): one is ArchivedReport => 'publication' in one

export const doorsOf = (language: Language, one: Archived): Doors => {
  const t = words[language]
  if (isReport(one)) {
    const id = { archivedReport: one.id }
    return {
      ...{ one: fill(paths.report[language], id), decide: fill(paths.decideReport[language], id) },
      ...{ pack: fill(paths.packReport[language], id), packageText: t.reportPackageText, files: null },
      packageAt: (reportPackage) => fill(paths.reportPackage[language], { ...id, reportPackage }),
      source: savedPath(language, {
        ...{ kind: one.kind, publication: { number: one.publication } },
        place: { level: one.level, id: one.placeId },
      }),
      sourceText: t.readReport,
    }
  }
  const id = { commitment: one.id }
  return {
    ...{ one: fill(paths.one[language], id), decide: fill(paths.decide[language], id) },
    ...{ pack: fill(paths.pack[language], id), packageText: t.packageText },
    packageAt: (signedFile) => fill(paths.package[language], { ...id, signedFile }),
    files: fill(papers.files[language], id),
    source: fill(commitments.one[language], id),
    sourceText: t.read,
  }
}
