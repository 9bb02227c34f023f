import type { Config } from '../config.ts'
import { connect } from '../open-database.ts'
import { type Checked, checkPublications } from '../publications/check.ts'
import type { Command } from './command.ts'

const linesOf = ({ publication, figures, isDigestRight, forged, differences }: Checked): string[] => {
  const isWell = isDigestRight && forged.length === 0
  const mark = (isWell ? 'ok' : 'WRONG').padEnd(6)
  const later =
    differences.length === 0
      ? 'Counted again, all is the same.'
      : `Counted again, ${differences.length} of its counts are different: cards corrected, moved or forgotten since.`
  return [
    `${mark} ${publication.period.padEnd(8)} number ${publication.number}, ${figures} figures. ${later}`,
    ...(isDigestRight ? [] : ['       Its digest is not that of its figures: they were changed.']),
    ...forged.map(({ name, shown, counted }) => `       ${name}: shows ${shown}, counted ${counted}.`),
  ]
}

/** @param config read only when the command runs: a wrong setting must not keep `--help` from answering */
export const doctorStatisticsCommand = (config: () => Config): Command => ({
  name: 'doctor statistics',
  usage: '[--json]',
  what: 'Recomputes every published figure from cards and uses, and reports the differences. Ends with 1 when a figure is not what was counted.',
  options: {},
  needsDatabase: false,
  run: async ({ options, print }) => {
    const connection = await connect(config())
    try {
      let isWell = true
      for await (const checked of checkPublications(connection.pool)) {
        isWell &&= checked.isDigestRight && checked.forged.length === 0
        if (options.json) print(JSON.stringify(checked))
        else for (const line of linesOf(checked)) print(line)
      }
      return isWell ? 0 : 1
    } finally {
      await connection.close()
    }
  },
})
