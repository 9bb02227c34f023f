import type { Config } from '../config.ts'
import { connect } from '../open-database.ts'
import { type Checked, checkPublications } from '../publications/check.ts'
import type { Command } from './command.ts'

const isRight = ({ isDigestRight, forged, corrections }: Checked) =>
  isDigestRight && forged.length === 0 && corrections.isDigestRight

const correctionLines = ({ corrections: { told, isDigestRight, differences } }: Checked): string[] => [
  ...(isDigestRight
    ? []
    : ['       The digest of its corrections is not that of what it tells: they were changed.']),
  ...(told > 0
    ? [`       It tells ${told} corrections; counted again, ${differences.length} are different.`]
    : []),
  ...differences.map(({ name, side, told, now }) => `       ${name}: ${side} ${told}, counted again ${now}.`),
]

const linesOf = (checked: Checked): string[] => {
  const { publication, figures, isDigestRight, forged, differences } = checked
  const isWell = isRight(checked)
  const mark = (isWell ? 'ok' : 'WRONG').padEnd(6)
  const later =
    differences.length === 0
      ? 'Counted again, all is the same.'
      : `Counted again, ${differences.length} of its counts are different: cards corrected, moved or forgotten since.`
  return [
    `${mark} ${publication.period.padEnd(8)} number ${publication.number}, ${figures} figures. ${later}`,
    ...(isDigestRight ? [] : ['       Its digest is not that of its figures: they were changed.']),
    ...forged.map(({ name, shown, counted }) => `       ${name}: shows ${shown}, counted ${counted}.`),
    ...correctionLines(checked),
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
        isWell &&= isRight(checked)
        if (options.json) print(JSON.stringify(checked))
        else for (const line of linesOf(checked)) print(line)
      }
      return isWell ? 0 : 1
    } finally {
      await connection.close()
    }
  },
})
