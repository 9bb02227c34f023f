import { z } from 'zod'
import { type Endpoint, endpoint, reading } from '../web/endpoint.ts'
import { problem } from '../web/problem.ts'
import {
  BatchAnswer,
  DecisionAnswer,
  FoundUseAnswer,
  RegistrationAnswer,
  ResetAnswer,
  UseAnswer,
  UsesAnswer,
  WaitingAnswer,
} from './answers.ts'
import { recordBatch } from './batch.ts'
import { check } from './check.ts'
import { cancel, list, one, theFeed } from './feed.ts'
import { BatchBody, CancellationBody, CardCheckBody, UseBody, UsesQuery } from './forms.ts'
import { practiceCardsRow } from './practice-api.ts'
import { refusalProblems } from './problems.ts'
import { record } from './record.ts'
import { theRegister } from './register.ts'
import { practiseBatch, practiseCheck, practiseUse, registerCard, reset, sandboxFeed } from './sandbox.ts'

const UseId = z.object({ id: z.string().max(100).describe('The id that the record was answered with.') })

export const endpoints: Endpoint[] = [
  endpoint({
    path: '/api/v1/card-checks',
    permission: 'cards.check',
    summary: 'Says whether tickets can be given on a card, and why not. Nothing is recorded.',
    body: CardCheckBody,
    answers: { 200: { what: 'The decision, whatever it is.', schema: DecisionAnswer } },
    findsKey: true,
    run: check,
    practise: practiseCheck,
  }),
  endpoint({
    path: '/api/v1/uses',
    permission: 'uses.create',
    summary: 'Records tickets that were given on a card.',
    body: UseBody,
    answers: {
      201: { what: 'The use is recorded.', schema: UseAnswer },
      202: { what: 'The ticket waits until its card is registered.', schema: WaitingAnswer },
    },
    problems: [...Object.keys(refusalProblems), 'idempotency-in-progress'],
    idempotent: true,
    findsKey: true,
    run: record,
    practise: practiseUse,
  }),
  endpoint({
    path: '/api/v1/use-batches',
    permission: 'uses.create',
    summary: 'Records up to 500 uses: all or none of them, or each that can be.',
    body: BatchBody,
    largestBody: 1024 * 1024,
    answers: {
      200: {
        what: 'What became of each item; of a whole batch, when all were recorded before.',
        schema: BatchAnswer,
      },
      201: { what: 'The whole batch is recorded.', schema: BatchAnswer },
    },
    problems: ['batch-rejected', 'idempotency-in-progress'],
    run: recordBatch(theRegister),
    practise: practiseBatch,
  }),
  reading({
    path: '/api/v1/uses',
    permission: 'uses.read',
    summary: 'The uses of the key’s sites in the order in which they happened, the cancelled ones too.',
    query: UsesQuery,
    answers: { 200: { what: 'A page of them.', schema: UsesAnswer } },
    run: list(theFeed),
    practise: list(sandboxFeed),
  }),
  reading({
    path: '/api/v1/uses/:id',
    permission: 'uses.read',
    summary: 'One use by the id that it was answered with, also a ticket that waits for its card.',
    params: UseId,
    answers: { 200: { what: 'The use, cancelled or not.', schema: FoundUseAnswer } },
    run: one(theFeed),
    practise: one(sandboxFeed),
  }),
  endpoint({
    path: '/api/v1/uses/:id/cancellation',
    permission: 'uses.cancel',
    summary:
      'Cancels a use or a waiting ticket until its day ends in Finland, a booking until the day of its event ends.',
    params: UseId,
    body: CancellationBody,
    answers: {
      200: {
        what: 'The use or the waiting ticket, cancelled now or before; one that was given up stays so.',
        schema: FoundUseAnswer,
      },
    },
    problems: ['undo-too-late'],
    run: cancel(theFeed),
    practise: cancel(sandboxFeed),
  }),
  endpoint({
    path: '/api/v1/sandbox-resets',
    permission: 'uses.create',
    summary:
      'Begins the sandbox of a test key anew: its practice uses and the answers to its keys are removed.',
    body: z.object({}),
    answers: { 200: { what: 'How many practice uses there were.', schema: ResetAnswer } },
    run: async () => {
      throw problem('forbidden', { detail: 'Only a test key has a sandbox' })
    },
    practise: reset,
  }),
  practiceCardsRow,
  endpoint({
    path: '/api/v1/sandbox-registrations',
    permission: 'uses.create',
    summary:
      'Registers the practice card `unregistered`: tickets that wait for it become uses, all other waiting ones are given up.',
    body: z.object({}),
    answers: { 200: { what: 'What became of the tickets that waited.', schema: RegistrationAnswer } },
    run: async () => {
      throw problem('forbidden', { detail: 'Only a test key has a sandbox' })
    },
    practise: registerCard,
  }),
]
