import { type Endpoint, endpoint } from '../web/endpoint.ts'
import { DecisionAnswer, UseAnswer, WaitingAnswer } from './answers.ts'
import { check } from './check.ts'
import { CardCheckBody, UseBody } from './forms.ts'
import { refusalProblems } from './problems.ts'
import { record } from './record.ts'

export const endpoints: Endpoint[] = [
  endpoint({
    path: '/api/v1/card-checks',
    permission: 'cards.check',
    summary: 'Says whether tickets can be given on a card, and why not. Nothing is recorded.',
    body: CardCheckBody,
    answers: { 200: { what: 'The decision, whatever it is.', schema: DecisionAnswer } },
    findsKey: true,
    run: check,
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
  }),
]
