import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { putDatabase } from '../../test/made-database.ts'
import { makeCard } from '../../test/makers.ts'
import { newFolder } from '../../test/programs.ts'
import { readConfig } from '../config.ts'
import { openDatabase } from '../open-database.ts'
import { doctorRowCommand } from './doctor-row.ts'

const place = newFolder()
afterAll(place.remove)

test('says of a row which rule bears on it, and on which day it comes true', async () => {
  const config = readConfig({ DATA_DIR: join(place.folder, 'data') })
  const now = new Date('2026-05-04T09:00:00Z')
  await putDatabase(config.dataDirectory)
  const { connection, keys } = await openDatabase(config, false, now)
  const card = await makeCard(connection.pool, keys, { registeredOn: '2026-01-02', validUntil: '2027-01-01' })
  await connection.close()

  const printed: string[] = []
  const command = doctorRowCommand(() => config)
  if (command.needsDatabase) throw new Error('it opens the database itself, and changes nothing')
  const run = (words: string[], json = false) =>
    command.run({
      words,
      options: { json },
      now,
      origin: '',
      print: (line) => printed.push(line),
      note: () => {},
    })
  expect(await run(['card', String(card.id)])).toBe(0)
  expect(printed.join('\n')).toContain('24 months')
  expect(printed.join('\n')).toContain('comes true on 2029-01-02')
  await run(['issuing_unit', '1'])
  expect(printed.join('\n')).toContain('No rule removes it')
  await run(['card', String(card.id)], true)
  expect(JSON.parse(printed.at(-1)!)).toMatchObject({
    table: 'card',
    kept: null,
    rules: [{ rule: 'cards' }, { due: null }],
  })
  await expect(run(['card', '99'])).rejects.toThrow('There is no row 99 in card.')
  await expect(run(['cards', '1'])).rejects.toThrow('There is no table cards.')
  await expect(run([])).rejects.toThrow('Say which row')
}, 120_000)
