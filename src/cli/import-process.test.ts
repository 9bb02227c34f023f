import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { putDatabase } from '../../test/made-database.ts'
import { newFolder, runProgram } from '../../test/programs.ts'

test('the command line takes a good file, refuses a bad one with exit code 1, and speaks to people and programs', async () => {
  const { folder, remove } = newFolder()
  const env = { DATA_DIR: join(folder, 'data'), KAIKU_KEY_FILE: join(folder, 'key') }
  await putDatabase(env.DATA_DIR)
  const kaiku = (...words: string[]) => runProgram('cli/main', ['import', ...words], env).ended
  try {
    const header = 'site,organisation,municipality,area,category,intermediary\n'
    const good = join(folder, 'good.csv')
    const bad = join(folder, 'bad.csv')
    writeFileSync(good, `${header}Museo,Säätiö,Inari,,culture,\n`)
    writeFileSync(bad, `${header}Museo,Säätiö,Inari,,music,\nMuseo,Säätiö,Inari,Uusimaa\n`)

    expect(await kaiku('sites', good)).toMatchObject({
      code: 0,
      out: expect.stringContaining('good.csv: 1 row, 1 added, 0 unchanged.'),
    })
    const refused = await kaiku('sites', bad, '--json')
    expect(refused).toMatchObject({ code: 1, error: '' })
    expect(JSON.parse(refused.out)).toEqual({
      ...{
        command: 'import sites',
        file: bad,
        rows: 2,
        added: 0,
        unchanged: 0,
        exceptions: {},
        dryRun: false,
      },
      problems: [
        { line: 2, column: 'category', reason: 'is not one of culture, education, science, sports' },
        { line: 3, column: null, reason: 'has 4 cells where the header has 6' },
      ],
    })
    expect(await kaiku('sites', bad, '--dry-run')).toEqual({
      code: 1,
      out: '',
      error:
        'bad.csv, line 2, category: is not one of culture, education, science, sports\nbad.csv, line 3: has 4 cells where the header has 6\nbad.csv is refused, and nothing was written: 2 problems.\n',
    })
    expect(await kaiku('cities', good)).toMatchObject({
      code: 1,
      out: '',
      error: expect.stringContaining('municipalities|network|units|sites|cards|stock|uses|postal-codes'),
    })
  } finally {
    remove()
  }
}, 180_000)
