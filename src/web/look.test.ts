import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, test } from 'vitest'
import { minifyCss } from './assets.ts'

const css = readFileSync(new URL('assets/kaari.css', import.meta.url), 'utf8')
const plain = css.replace(/\/\*[\s\S]*?\*\//g, '')

/** The custom colours set in the first `:root` block after a marker. */
const coloursAfter = (marker: string): Map<string, string> => {
  const block = plain.slice(plain.indexOf(marker)).match(/:root[^{]*\{([^}]*)\}/)![1]!
  return new Map([...block.matchAll(/--c-([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, hex]) => [name!, hex!]))
}

/** WCAG 2.2 relative luminance. */
const luminance = (hex: string) => {
  const [r, g, b] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
const contrast = (a: string, b: string) => {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

const textPairs = [
  ...['paper', 'surface', 'soft'].flatMap((ground) => [
    ['ink', ground],
    ['ink-2', ground],
    ['link', ground],
    ['brand', ground],
  ]),
  ['visited', 'paper'],
  ['visited', 'surface'],
  ['on-brand', 'brand'],
  ['on-brand', 'brand-strong'],
  ['on-deep', 'deep'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ...['error', 'ok', 'warn', 'info'].flatMap((tone) => [
    [tone, `${tone}-soft`],
    ['ink', `${tone}-soft`],
    ['link', `${tone}-soft`],
    ['brand', `${tone}-soft`],
    ['surface', tone],
  ]),
  ['error', 'paper'],
  ['error', 'surface'],
  ['ink-2', 'error-soft'],
] as [string, string][]

/** Borders, marks and bars that carry meaning. The accent line under the current page stands beside bold text. */
const shapePairs = [
  ...['paper', 'surface', 'soft'].flatMap((ground) => [
    ['line', ground],
    ['brand', ground],
  ]),
  ...['error', 'ok', 'warn', 'info'].flatMap((tone) => [
    [tone, 'paper'],
    [tone, 'surface'],
  ]),
  ['on-accent', 'accent'],
  ['on-deep', 'deep'],
] as [string, string][]

const themes = { light: coloursAfter(':root'), dark: coloursAfter('prefers-color-scheme: dark') }

describe('colours', () => {
  test('the dark theme gives every colour of the light one', () => {
    expect([...themes.dark.keys()].sort()).toEqual([...themes.light.keys()].sort())
    expect(themes.light.size).toBeGreaterThan(25)
  })

  for (const [theme, colours] of Object.entries(themes)) {
    const ratio = (a: string, b: string) => contrast(colours.get(a)!, colours.get(b)!)
    const under = (limit: number, pairs: readonly [string, string][]) =>
      pairs
        .filter(([a, b]) => !(ratio(a, b) >= limit))
        .map(([a, b]) => `${a} on ${b}: ${ratio(a, b).toFixed(2)}`)

    test(`${theme}: all ${textPairs.length} pairs of text and ground can be read (WCAG 1.4.3, 4.5:1)`, () => {
      expect(under(4.5, textPairs)).toEqual([])
    })
    test(`${theme}: all ${shapePairs.length} borders and marks can be seen (WCAG 1.4.11, 3:1)`, () => {
      expect(under(3, shapePairs)).toEqual([])
    })
    test(`${theme}: the two rings of the focus tell each other apart`, () => {
      expect(ratio('focus-in', 'focus-out')).toBeGreaterThanOrEqual(3)
    })
    test(`${theme}: on every ground at least one ring of the focus shows`, () => {
      for (const ground of ['paper', 'surface', 'soft', 'deep', 'accent', 'brand'])
        expect(Math.max(ratio('focus-in', ground), ratio('focus-out', ground))).toBeGreaterThanOrEqual(3)
    })
  }

  test('the known ratio of black on white', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  })

  test('colours stand in the theme alone', () => {
    const afterThemes = plain.slice(plain.indexOf('prefers-contrast'), plain.indexOf('@media print'))
    expect(afterThemes.match(/#[0-9a-f]{3,8}\b/gi)).toBeNull()
  })
})

describe('rules', () => {
  const physical =
    /(?:^|[;{]\s*)((?:(?:min-|max-)?(?:width|height)|(?:margin|padding|border|inset)-(?:left|right|top|bottom)[\w-]*|left|right|top|bottom)\s*:|(?:text-align|float|clear)\s*:\s*(?:left|right))/gm

  test('no physical property, so that right-to-left pages need no rules of their own', () => {
    expect([...plain.matchAll(physical)].map(([, found]) => found)).toEqual([])
    expect('a {\n  margin-left: 1px;\n}'.match(physical)).not.toBeNull()
  })

  test('no address outside the service', () => {
    const addresses = [...css.matchAll(/url\(([^)]*)\)/g)].map(([, address]) => address)
    expect(addresses).toHaveLength(2)
    for (const address of addresses) expect(address).toMatch(/^"?[\w.-]+\.woff2"?$/)
    expect(plain).not.toMatch(/@import|https?:\/\/\w/)
  })

  test('fonts cover exactly what their package says', () => {
    const ranges = JSON.parse(
      readFileSync(createRequire(import.meta.url).resolve('@fontsource/onest/unicode.json'), 'utf8'),
    )
    for (const subset of ['latin', 'latin-ext']) {
      const face = plain.match(new RegExp(`onest-${subset}-700[^}]*unicode-range:([^;]*);`))!
      expect(face[1]!.replace(/\s/g, '').toUpperCase()).toBe(ranges[subset])
    }
  })

  test('every mode has its rules', () => {
    for (const mode of [
      'prefers-color-scheme: dark',
      'forced-colors: active',
      'prefers-contrast: more',
      'print',
    ])
      expect(plain).toContain(mode)
  })

  test('no class without use, in the code of any page', () => {
    const src = new URL('..', import.meta.url)
    const code = readdirSync(src, { recursive: true, encoding: 'utf8' })
      .filter((file) => /(?<!\.test)\.tsx?$/.test(file))
      .map((file) => readFileSync(new URL(file, src), 'utf8'))
      .join('\n')
    const classes = new Set([...plain.matchAll(/\.([a-z][\w-]*)/g)].map(([, name]) => name!))
    classes.delete('woff2')
    const written = new Set(code.match(/[a-z][\w-]*/g))
    expect([...classes].filter((name) => !written.has(name) && !/^(w|s)\d+$/.test(name))).toEqual([])
  })
})

describe('minifying', () => {
  test('drops comments and space, keeps strings and calculations', () => {
    expect(minifyCss('/* a */ a , b {\n  content: " ( ; ) ";\n  inline-size: calc(1rem + 2vw);\n}\n')).toBe(
      'a,b{content: " ( ; ) ";inline-size: calc(1rem + 2vw)}',
    )
  })

  test('a mark of a comment inside a string is no comment', () => {
    expect(minifyCss('a{content:"/* x */"}')).toBe('a{content:"/* x */"}')
  })

  test('loses no declaration of the real file', () => {
    const declarations = (text: string) => [...text.matchAll(/[\w-]+:\s*[^;{}]+(?=[;}])/g)].length
    expect(declarations(minifyCss(css))).toBe(declarations(plain))
    expect(minifyCss(minifyCss(css))).toBe(minifyCss(css))
  })
})
