import { randomUUID } from 'node:crypto'
import { NotApplicable } from './broken.ts'
import { codeOf } from './cards.ts'
import type { Check } from './check.ts'
import { fieldsOf, must, mustAnswer } from './judging.ts'
import { idOf, listAll, recordUse, resetSandbox } from './recording.ts'
import { countTickets } from './tested.ts'

/** First of all: what was practised before would be in the way. */
export const resetCheck: Check = {
  id: 'sandbox.reset',
  clause: 'Trying it out: a reset removes the practice uses and the answers to their keys.',
  run: async (tested) => {
    const key = randomUUID()
    idOf(await recordUse(tested, codeOf('valid'), {}, key))
    const before = (await listAll(tested)).length
    const reset = await resetSandbox(tested)
    mustAnswer(reset, 200)
    must(fieldsOf(reset).removed === before, `removed: ${before}`, reset)
    const left = (await listAll(tested)).length
    must(left === 0, 'an empty list', `${left} uses`)
    mustAnswer(await recordUse(tested, codeOf('valid'), { adults: 2 }, key), 201, 'the key is new again')
  },
}

/** Last of all. Others record real uses meanwhile, but hardly as many as the run has practised. */
export const uncountedCheck: Check = {
  id: 'sandbox.uncounted',
  clause: 'Trying it out: nothing that is practised is counted.',
  run: async (tested) => {
    const { counted, answers, ask } = tested
    if (counted === null) throw new NotApplicable('The open statistics cannot be read.')
    const practised = answers.filter(({ path, status }) => path === '/api/v1/uses' && status === 201).length
    const after = await countTickets(ask)
    must(
      after !== null && after - counted < practised,
      `about ${counted} tickets, as before ${practised} uses were practised`,
      `${after} tickets`,
    )
    mustAnswer(await resetSandbox(tested), 200)
  },
}
