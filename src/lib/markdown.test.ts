import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainOf, renderInline, renderMarkdown } from './markdown.ts'

const html = (text: string) => renderMarkdown(text).html

/** Elements and attributes that a text may become; whatever else stands in the HTML is an attack that got through. */
const elements =
  'p h2 h3 h4 h5 h6 ul ol li a strong em s code hr br blockquote img div table thead tbody tr th td'
const attributes = 'id href title src alt loading class tabindex scope start'
const isHarmless = (made: string): boolean =>
  [...made.matchAll(/<\/?([a-zA-Z][^\s/>]*)((?:\s+[^\s=>]+(?:="[^"]*")?)*)\s*\/?>|</g)].every(
    ([, name, rest]) =>
      name !== undefined &&
      elements.split(' ').includes(name) &&
      [...(rest ?? '').matchAll(/([^\s=]+)(?:="([^"]*)")?/g)].every(
        ([, attribute, value]) =>
          attributes.split(' ').includes(attribute!) &&
          // `[x]()` leads to the page itself.
          (attribute !== 'href' || /^(https?:\/\/|mailto:|tel:|#|\/(?!\/)|$)/i.test(value!)) &&
          (attribute !== 'src' || /^\/(?!\/)/.test(value!)),
      ),
  )

const attacks = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '<iframe srcdoc="<script>alert(1)</script>">',
  '</p></main><style>*{display:none}</style>',
  '<!-- --><b',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](&#106;avascript:alert(1))',
  '[x](java\tscript:alert(1))',
  '[x](\u0001javascript:alert(1))',
  '[x](vbscript:msgbox)',
  '[x](data:text/html;base64,PHNjcmlwdD4=)',
  '[x](file:///etc/passwd)',
  '[x](//evil.example)',
  '[x](/\\evil.example)',
  '[x](/%5C/evil.example "a\\" onclick=\\"alert(1)")',
  '![x](javascript:alert(1))',
  '![x](https://evil.example/track.gif)',
  '![x](data:image/svg+xml,<svg/onload=alert(1)>)',
  '![<script>](/a.png "\\"><script>")',
  '<javascript:alert(1)>',
  '[x]: javascript:alert(1)\n\n[x]',
  '```html\n<script>alert(1)</script>\n```',
  '    <script>alert(1)</script>',
  '# <script>alert(1)</script>\n\n## "><img src=x onerror=alert(1)>',
  '| <script> | b |\n|:--|--:|\n| <img src=x onerror=alert(1)> | [x](javascript:1) |',
  '- [ ] <input onfocus=alert(1) autofocus>',
  '**<b onmouseover=alert(1)>**',
]

describe('nothing that somebody writes can do harm', () => {
  test.each(attacks)('%s', (attack) => {
    expect(html(attack)).toSatisfy(isHarmless)
    expect(renderInline(attack)).toSatisfy(isHarmless)
  })
  test('the watch sees an attack', () => {
    for (const bad of [
      '<script>x</script>',
      '<p onclick="x">',
      '<a href="javascript:x">',
      '<img src="//e">',
      'a < b',
    ])
      expect(isHarmless(bad)).toBe(false)
  })
  test('in whatever order marks and attacks come', () => {
    const piece = fc.constantFrom(
      ...attacks,
      '[',
      ']',
      '(',
      ')',
      '<',
      '>',
      '`',
      '*',
      '\n',
      '\n\n',
      '> ',
      '- ',
      '|',
      '"',
      '\\',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => isHarmless(html(pieces.join('')))),
      { numRuns: 400 },
    )
  })
})

test.each([
  ['quotes', '> '.repeat(10_000)],
  ['lists', '- '.repeat(10_000)],
  ['brackets', `${'['.repeat(30_000)}](`],
  ['stars', '*a '.repeat(20_000)],
  ['pictures', '![a]('.repeat(8_000)],
  ['backticks', '`'.repeat(30_000)],
])('%s without end are read in good time', (_, text) => {
  const start = performance.now()
  expect(html(`${text}x`)).toSatisfy(isHarmless)
  expect(performance.now() - start).toBeLessThan(5_000)
})

test('links lead to the web, to mail, to a phone, and to our own pages', () => {
  for (const target of [
    'https://example.org/a',
    'mailto:a@b.example',
    'tel:+358401234567',
    '/fi/alueet',
    '#t-a',
  ])
    expect(html(`[Nimi](${target})`)).toBe(`<p><a href="${target}">Nimi</a></p>\n`)
})

test('headings stand under the page’s title, each with an id of its own, in any writing', () => {
  const { html, headings } = renderMarkdown('# Yksi\n\n## Sama\n\n## Sama\n\n### من يحصل؟\n\n## Sama')
  expect(headings.map(({ id, level }) => [level, id])).toEqual([
    [2, 't-yksi'],
    [2, 't-sama'],
    [2, 't-sama-2'],
    [3, 't-من-يحصل'],
    [2, 't-sama-3'],
  ])
  expect(html).not.toContain('<h1')
})

test('a point of a checklist keeps its box when others come before it', () => {
  const boxes = (text: string) =>
    [...renderMarkdown(text, true).html.matchAll(/data-item="([^"]+)"/g)].map(([, id]) => id)
  const [first, second] = boxes('- Lue ohje.\n- Tilaa kortit.')
  expect(boxes('- Uusi kohta.\n- Lue ohje.\n- Tilaa kortit.').slice(1)).toEqual([first, second])
})

test('search reads the words alone', () => {
  expect(plainOf('## Mistä\n\nKatso **[alueet](/fi/alueet)**\nheti.\n\n- Yksi\n- Kaksi')).toBe(
    'Mistä\nKatso alueet heti.\nYksi\nKaksi',
  )
})
