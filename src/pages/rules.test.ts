import { describe, expect, test } from 'vitest'
import { changesBetween } from './change-rules.ts'
import { findingsIn } from './checks.ts'
import { firstOfEach, freeSlug, isSlug, marksOf, type Status, shownAt, slugOf, stateAt } from './rules.ts'
import { readShipped, readShippedTexts } from './shipped.ts'

const now = new Date('2026-05-04T09:00:00Z')
const at = (hours: number) => new Date(now.getTime() + hours * 3_600_000)
const version = (id: number, status: Status, hours: number | null, more = {}) => ({
  ...{ id, status, publishAt: hours === null ? null : at(hours), translatedFrom: null, shippedHash: null },
  ...more,
})

describe('which version is shown', () => {
  test.each([
    ['none, where nothing is published', [version(1, 'draft', null)], undefined],
    ['the latest of two', [version(1, 'published', -2), version(2, 'published', -1)], 2],
    ['the one before a draft', [version(1, 'published', -2), version(2, 'draft', null)], 1],
    ['the one before a time to come', [version(1, 'published', -2), version(2, 'scheduled', 1)], 1],
    [
      'what was scheduled, from its very moment on',
      [version(1, 'published', -2), version(2, 'scheduled', 0)],
      2,
    ],
    [
      'what was published after a schedule was made',
      [version(1, 'scheduled', -1), version(2, 'published', -2)],
      1,
    ],
    ['none before a withdrawn one', [version(1, 'published', -2), version(2, 'withdrawn', -1)], undefined],
    ['one published after a withdrawal', [version(1, 'withdrawn', -2), version(2, 'published', -1)], 2],
    ['of one moment, what was saved last', [version(1, 'published', -1), version(2, 'published', -1)], 2],
  ])('%s', (_, versions, id) => expect(shownAt(versions, now)?.id).toBe(id))
  test('and what the others are called', () => {
    const all = [version(1, 'published', -2), version(2, 'scheduled', -1), version(3, 'scheduled', 1)]
    expect(all.map((one) => stateAt(one, all, now))).toEqual(['earlier', 'shown', 'scheduled'])
  })
})

describe('what an editor should know', () => {
  const swedish = { isFinnish: false, finnish: 7, shippedHash: null, now }
  test.each([
    ['nothing written', [], swedish, ['missing']],
    ['up to date', [version(1, 'published', -1, { translatedFrom: 7 })], swedish, []],
    [
      'Finnish has moved on',
      [version(1, 'published', -1, { translatedFrom: 6 })],
      swedish,
      ['finnish-changed'],
    ],
    [
      'the newest version counts, not the shown one',
      [version(1, 'published', -1, { translatedFrom: 6 }), version(2, 'draft', null, { translatedFrom: 7 })],
      swedish,
      ['draft'],
    ],
    ['no Finnish to follow', [version(1, 'published', -1)], { ...swedish, finnish: null }, []],
    ['Finnish follows nobody', [version(1, 'published', -1)], { ...swedish, isFinnish: true }, []],
    [
      'the program has another text',
      [version(1, 'published', -1)],
      { ...swedish, finnish: null, shippedHash: 'b' },
      ['shipped-changed'],
    ],
    ['withdrawn', [version(1, 'withdrawn', -1)], { ...swedish, finnish: null }, ['withdrawn']],
    ['to come', [version(1, 'scheduled', 1)], { ...swedish, finnish: null }, ['scheduled']],
  ])('%s', (_, versions, about, marks) => expect(marksOf(versions, about)).toEqual(marks))
})

test('a reader gets each text in the first language that has it', () => {
  const text = (key: string, language: string) => ({ key, language })
  const texts = [text('a', 'fi'), text('a', 'en'), text('b', 'fi'), text('c', 'sv')]
  expect(firstOfEach(texts, ['ar', 'en', 'fi'])).toEqual([text('a', 'en'), text('b', 'fi')])
})

test('a title becomes an address', () => {
  expect(slugOf('  Syksyn uutisia: Äänekoski & Öölanti! ')).toBe('syksyn-uutisia-aanekoski-oolanti')
  expect(slugOf('أخبار')).toBe('')
  expect(isSlug(slugOf('x'.repeat(200)))).toBe(true)
  expect(isSlug('a--b')).toBe(false)
  expect(freeSlug('uutinen', ['uutinen', 'uutinen-2'])).toBe('uutinen-3')
})

test('what changed is told line by line, and nothing else', () => {
  expect(changesBetween('a\nb\nc', 'a\nx\nc\nd')).toEqual([
    { kind: 'same', lines: ['a'] },
    { kind: 'removed', lines: ['b'] },
    { kind: 'added', lines: ['x'] },
    { kind: 'same', lines: ['c'] },
    { kind: 'added', lines: ['d'] },
  ])
  expect(changesBetween('a', 'a')).toEqual([])
})

describe('what stands in the way of publishing', () => {
  const kindsIn = (text: string) =>
    findingsIn(text, (path) => path === '/fi/alueet', ['t-oma']).map(({ kind, about }) => `${kind} ${about}`)
  test.each([
    [
      '## A\n\n### B\n\n## C\n\n[alueet](/fi/alueet?a=b#c) [oma](#t-oma) [Kaikukeskus](https://example.org)',
      [],
    ],
    ['## A\n\n#### B', ['heading-skip B']],
    ['### A', ['heading-skip A']],
    ['# A', ['heading-top A']],
    ['## A\n\n##', ['heading-empty ##']],
    ['[tästä](/fi/alueet)', ['link-vague tästä']],
    ['[Här](/fi/alueet) [Read more …](/fi/alueet)', ['link-vague Här', 'link-vague Read more …']],
    ['[](/fi/alueet)', ['link-empty /fi/alueet']],
    ['[![](/a.png)](/fi/alueet)', ['link-empty /fi/alueet', 'alt-missing /a.png']],
    ['[väärä](/fi/ei-ole)', ['link-broken /fi/ei-ole']],
    ['[väärä](#t-muu)', ['link-broken #t-muu']],
    ['[x](javascript:alert(1))', ['link-refused javascript:alert(1']],
    [
      '![](/a.png) ![kuva](https://example.org/a.png)',
      ['alt-missing /a.png', 'picture-foreign https://example.org/a.png'],
    ],
    ['<b>lihava</b>', ['html <b>']],
    ['1 < 2 ja 3 > 2', []],
  ])('%s', (text, found) => expect(kindsIn(text)).toEqual(found))
})

describe('the texts that come with the program', () => {
  test('have a title, a lead and a body', () =>
    expect(readShipped('# Otsikko\r\n\r\nJohdanto\r\nkahdella rivillä.\r\n\r\n## A\r\n\r\nTeksti.')).toEqual({
      title: 'Otsikko',
      lead: 'Johdanto kahdella rivillä.',
      body: '## A\n\nTeksti.',
    }))
  test.each(['Ei otsikkoa', '# Otsikko', '# Otsikko\n\n## Suoraan asiaan'])('%j is none', (file) =>
    expect(() => readShipped(file)).toThrow(),
  )
  test('can all be read', () => expect(readShippedTexts().length).toBeGreaterThan(5))
})
