import { expect, test } from 'vitest'
import { chainFindings, eventHash, eventText, firstHash, type Link } from './event-rules.ts'

const chainOf = (count: number): Link[] => {
  const links: Link[] = []
  for (let number = 1; number <= count; number++) {
    const text = eventText(7, number, {
      kind: 'reopened',
      party: null,
      actor: 'account:test',
      at: new Date(Date.UTC(2026, 4, number)),
      details: {},
    })
    links.push({ number, text, hash: eventHash(links.at(-1)?.hash ?? firstHash, text) })
  }
  return links
}
const found = (links: Link[]) => chainFindings(links).map(({ kind, number }) => `${kind} ${number}`)

test('a whole chain has nothing to tell', () => expect(found(chainOf(5))).toEqual([]))

test.each([
  [
    'a changed text',
    (links: Link[]) => links.with(2, { ...links[2]!, text: links[2]!.text.replace('test', 'tesT') }),
    ['altered 3'],
  ],
  [
    'a changed hash',
    (links: Link[]) => links.with(2, { ...links[2]!, hash: 'ab'.repeat(32) }),
    ['altered 3', 'altered 4'],
  ],
  ['one taken out', (links: Link[]) => links.toSpliced(2, 1), ['missing 3']],
  ['one that stands twice', (links: Link[]) => links.toSpliced(3, 0, links[2]!), ['twice 3']],
  [
    'two in each other’s place',
    (links: Link[]) => links.with(1, { ...links[2]!, number: 2 }).with(2, { ...links[1]!, number: 3 }),
    ['altered 2', 'misnumbered 2', 'altered 3', 'misnumbered 3', 'altered 4'],
  ],
] as const)('%s is named', (_, change, expected) => expect(found(change(chainOf(5)))).toEqual(expected))
