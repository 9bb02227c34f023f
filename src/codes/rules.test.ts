import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  canonicalLegacy,
  canonicalNew,
  codeHash,
  formatCode,
  fromScan,
  isNewCode,
  newCode,
  practiceCode,
  readCode,
  suggestCode,
  tailOf,
} from './rules.ts'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A repeatable source (mulberry32), so that a failure can be seen again. */
const seeded = (seed: number) => (max: number) => {
  seed = (seed + 0x6d2b79f5) | 0
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) % max
}
const random = seeded(20260315)
const codes = Array.from({ length: 20_000 }, () => newCode(random))
const put = (code: string, place: number, character: string) =>
  code.slice(0, place) + character + code.slice(place + 1)
const others = (character: string | undefined) => [...alphabet].filter((other) => other !== character)
/** The texts among many that are accepted as new-style codes: none, in most tests below. */
const accepted = (texts: Iterable<string>) => {
  const found: string[] = []
  let count = 0
  for (const text of texts) {
    count += 1
    if (isNewCode(text)) found.push(text)
  }
  return { count, found }
}
/** Any characters at all, control characters and lone surrogates among them. */
const anyText = (maxLength: number) =>
  fc.array(fc.nat(0x10ffff), { maxLength }).map((points) => String.fromCodePoint(...points))

/** A source that deals these eight characters of each code in turn. */
const dealing = (...starts: string[]) => {
  const values = [...starts.join('')].map((character) => alphabet.indexOf(character))
  return () => values.shift()!
}

describe('the canonical form of a legacy code', () => {
  test.each([
    ['es12345', 'ES12345'],
    [' ES 123-45 ', 'ES12345'],
    ['ös–0012', 'ÖS0012'],
    ['a\u030ab', 'ÅB'],
    ['A\u200b\u030a', 'Å'],
    ['000123', '000123'],
    ['OIL', 'OIL'],
    ['01l', '01L'],
    ['１２３ＡＢ', '123AB'],
    ['a.b_c/d\\e', 'ABCDE'],
    ['a\u00adb\u200bc\u200dd\ufeffe\u2060f', 'ABCDEF'],
    ['1‐2‑3‒4–5—6―7−8', '12345678'],
    ['1\u00a02\u20093\t4\r\n5', '12345'],
    ['AB\u0000\u0003\u001d12\u007f', 'AB12'],
    ['\u202eAB\u202c', 'AB'],
    ['A\ufe0fB\u034f1\ufff92', 'AB12'],
    ['straße', 'STRASSE'],
    ['', ''],
    [' \u200b-–./_ ', ''],
  ])('%j is %s', (typed, canonical) => expect(canonicalLegacy(typed)).toBe(canonical))

  test('is itself canonical, for every character and every text', () => {
    const broken: string[] = []
    for (let point = 0; point < 0x11000; point += 1)
      for (const canonical of [canonicalLegacy, canonicalNew]) {
        const once = canonical(`A${String.fromCodePoint(point)}`)
        if (canonical(once) !== once) broken.push(point.toString(16))
      }
    expect(broken).toEqual([])
    const unit = fc.oneof(
      anyText(3),
      fc.constantFrom(
        'А',
        'Ι',
        'o',
        'l',
        '\u030a',
        '\u0301',
        '\u0345',
        '\u200b',
        '\u00ad',
        '´',
        '½',
        '\ud800',
      ),
    )
    fc.assert(
      fc.property(fc.array(unit), (parts) => {
        for (const canonical of [canonicalLegacy, canonicalNew]) {
          const once = canonical(parts.join(''))
          expect(canonical(once)).toBe(once)
        }
      }),
    )
  })

  test('does not depend on how the code is spaced, dashed, or cased', () => {
    const letter = fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ')
    const ornament = fc.constantFrom(
      '',
      '',
      '',
      ' ',
      '-',
      '–',
      '\u00a0',
      '\u200b',
      '\u00ad',
      '.',
      '/',
      '_',
      '\u0000',
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(letter, ornament, fc.boolean())), (parts) => {
        const typed = parts.map(([a, b, small]) => (small ? a.toLowerCase() : a) + b).join('')
        expect(canonicalLegacy(typed)).toBe(parts.map(([a]) => a).join(''))
      }),
    )
  })
})

describe('a new-style code', () => {
  test.each([
    ['eight zeros', '0000000000', '00000000KA'],
    ['the number 1', '0000000168', '00000001N2'],
    ['the number 12345678901', '0BFXR71NA4', '0BFXR71NSE'],
  ])('%s: sound with the constant and not without it', (_, without, withConstant) => {
    expect(isNewCode(without)).toBe(false)
    expect(isNewCode(withConstant)).toBe(true)
    expect(newCode(dealing(withConstant.slice(0, 8)))).toBe(withConstant)
  })

  test('one character ten times is never sound, nor the alphabet in order', () => {
    expect(accepted([...alphabet].map((character) => character.repeat(10))).found).toEqual([])
    expect(accepted(['0123456789', '1234567890', '9876543210', 'ABCDEFGHJK']).found).toEqual([])
  })

  test('is known in every form people type it', () => {
    for (const code of codes.slice(0, 500)) {
      const shown = formatCode(code)
      const forms = [
        ...[
          code,
          shown,
          shown.toLowerCase(),
          ` ${shown}\n`,
          shown.replace('-', ' – '),
          shown.replace('-', '\u2011'),
        ],
        ...[[...code].join(' '), [...code].join('\u200b'), code.replace(/./g, '$&.'), `\ufeff${shown}\u0000`],
        ...[
          code.replaceAll('0', 'O'),
          code.replaceAll('0', 'o'),
          code.replaceAll('1', 'I'),
          code.replaceAll('1', 'l'),
        ],
        [...code].map((character) => String.fromCodePoint(character.codePointAt(0)! + 0xfee0)).join(''),
        code.replace(/[ABCEHKMPTXY]/g, (latin) => 'АВСЕНКМРТХУ'['ABCEHKMPTXY'.indexOf(latin)]!),
        code.replace(/[ABEZHKMNPTYX]/g, (latin) => 'ΑΒΕΖΗΚΜΝΡΤΥΧ'['ABEZHKMNPTYX'.indexOf(latin)]!),
        code.replaceAll('0', 'О').replaceAll('1', 'І').toLowerCase(),
      ]
      expect(accepted(forms).count).toBe(accepted(forms).found.length)
      for (const form of forms) expect(canonicalNew(form)).toBe(code)
    }
  })

  test.each([
    '',
    '0',
    '00000000KÅ',
    '00000000KU',
    '00000000K*',
    '00000000K😀',
    'Ж0000000KA',
    '\ud80000000000K',
  ])('%j is none', (text) => expect(isNewCode(text)).toBe(false))

  test('every wrong character is noticed', () => {
    const wrong = codes
      .slice(0, 200)
      .flatMap((code) =>
        [...code].flatMap((character, place) => others(character).map((x) => put(code, place, x))),
      )
    expect(accepted(wrong)).toEqual({ count: 200 * 10 * 31, found: [] })
  })

  test('every swap of two characters is noticed', () => {
    const swapped = codes
      .slice(0, 1000)
      .flatMap((code) =>
        [...code].flatMap((a, first) =>
          [...code].flatMap((b, second) =>
            first < second && a !== b ? [put(put(code, first, b), second, a)] : [],
          ),
        ),
      )
    expect(swapped.length).toBeGreaterThan(40_000)
    expect(accepted(swapped).found).toEqual([])
  })

  test('every two wrong characters are noticed', () => {
    for (const code of codes.slice(0, 3)) {
      function* wrong() {
        for (let first = 0; first < 10; first += 1)
          for (let second = first + 1; second < 10; second += 1)
            for (const a of others(code[first]))
              for (const b of others(code[second])) yield put(put(code, first, a), second, b)
      }
      expect(accepted(wrong())).toEqual({ count: 45 * 31 * 31, found: [] })
    }
  })

  test('a missing or an extra character is noticed', () => {
    const wrong = codes
      .slice(0, 200)
      .flatMap((code) =>
        Array.from({ length: 11 }, (_, place) => [
          ...(place < 10 ? [code.slice(0, place) + code.slice(place + 1)] : []),
          ...[...alphabet].map((extra) => code.slice(0, place) + extra + code.slice(place)),
        ]).flat(),
      )
    expect(accepted(wrong)).toEqual({ count: 200 * (10 + 11 * 32), found: [] })
  })
})

describe('the suggestion', () => {
  test('is right for every one wrong character', () => {
    for (const code of codes) {
      const place = random(10)
      const wrong = put(code, place, others(code[place])[random(31)]!)
      if (suggestCode(wrong) !== code) expect.fail(`${wrong} was ${code}`)
    }
  })

  test('is right for one character that no code has', () => {
    for (const code of codes.slice(0, 200))
      for (let place = 0; place < 10; place += 1)
        for (const character of 'UÅ*?') expect(suggestCode(put(code, place, character))).toBe(code)
  })

  test('is a sound code one character away, or none, when more is wrong', () => {
    let [some, none] = [0, 0]
    for (const code of codes.slice(0, 2000)) {
      const [first, second] = [random(5), 5 + random(5)]
      const wrong = put(
        put(code, first, others(code[first])[random(31)]!),
        second,
        others(code[second])[random(31)]!,
      )
      const hint = suggestCode(wrong)
      if (hint === null) none += 1
      else {
        some += 1
        expect(isNewCode(hint)).toBe(true)
        expect([...hint].filter((character, place) => character !== wrong[place])).toHaveLength(1)
      }
    }
    expect(some).toBeGreaterThan(0)
    expect(none).toBeGreaterThan(0)
  })

  test('is none for a sound code, another length, or two characters that no code has', () => {
    for (const code of codes.slice(0, 100)) {
      for (const text of [code, formatCode(code), code.slice(1), `${code}0`, `UU${code.slice(2)}`])
        expect(suggestCode(text)).toBeNull()
    }
    for (const text of ['', 'ES12345', '\u0000', '😀'.repeat(10)]) expect(suggestCode(text)).toBeNull()
  })
})

describe('making a code', () => {
  test('each is sound, with a letter and a digit, and no two are the same', () => {
    for (const code of codes) if (!/^(?=.*[A-Z])(?=.*\d)[0-9A-HJKMNP-TV-Z]{10}$/.test(code)) expect.fail(code)
    expect(accepted(codes).found).toHaveLength(codes.length)
    expect(new Set(codes).size).toBe(codes.length)
  })

  test('a handed-in source repeats itself, the default one does not', () => {
    const [one, two] = [seeded(7), seeded(7)]
    expect(Array.from({ length: 50 }, () => newCode(one))).toEqual(
      Array.from({ length: 50 }, () => newCode(two)),
    )
    expect(new Set(Array.from({ length: 500 }, () => newCode())).size).toBe(500)
  })

  test('every character is used in every random place, but for the mark of community cards in the first', () => {
    for (let place = 0; place < 10; place += 1)
      expect(new Set(codes.map((code) => code[place])).size).toBe(alphabet.length - (place === 0 ? 1 : 0))
  })

  test('community codes begin with Y, and personal ones never do', () => {
    const community = Array.from({ length: 500 }, () => newCode(random, 'community'))
    expect(community.filter((code) => !code.startsWith('Y') || !isNewCode(code))).toEqual([])
    expect(new Set(community).size).toBe(500)
    expect(codes.filter((code) => code.startsWith('Y'))).toEqual([])
    expect(newCode(dealing('Y7PQ2X9D', 'K7PQ2X9D'))).toMatch(/^K7PQ2X9D/)
  })

  test.each([
    ...[
      'V1TT0000',
      '00PERSE0',
      'PA5KA000',
      '0H0RA000',
      'F1TTA000',
      '000JAV1A',
      'FVCK0000',
      '5H1T0000',
      'SEX00000',
    ],
    ...['0NAZ1000', '00000088', '0KKK0000', 'KVK00000', 'P00R0000'],
  ])('%s… is put aside', (start) => expect(newCode(dealing(start, 'K7PQ2X9D'))).toMatch(/^K7PQ2X9D/))

  test('what begins as a practice card is put aside, and each practice code is sound', () => {
    expect(newCode(dealing('TEST7PQ2', 'K7PQ2X9D'))).toMatch(/^K7PQ2X9D/)
    const practice = Array.from({ length: 100 }, (_, number) => practiceCode(number))
    expect(practice.filter((code) => !isNewCode(code) || !code.startsWith('TEST'))).toEqual([])
    expect(new Set(practice).size).toBe(100)
  })

  test('digits alone or letters alone are put aside', () => {
    // Found by trying: eight random characters whose two checks are of the same kind.
    const alone = (pool: string, kind: RegExp) => {
      for (;;) {
        const start = Array.from({ length: 8 }, () => pool[random(pool.length)]).join('')
        const sound = [...alphabet].flatMap((a) => [...alphabet].map((b) => start + a + b)).find(isNewCode)
        if (sound && kind.test(sound)) return start
      }
    }
    for (const start of [alone('0124679', /^\d+$/), alone('BCDFGHJK', /^[A-Z]+$/)])
      expect(newCode(dealing(start, 'K7PQ2X9D'))).toMatch(/^K7PQ2X9D/)
  })

  test('what could be read as a personal identity code is put aside', () => {
    const starts = Array.from({ length: 90 }, (_, index) => `131052${10 + index}`).filter(
      (start) => !/[58]/.test(start.slice(6)),
    )
    const made = starts.map((start) => newCode(dealing(start, 'K7PQ2X9D')))
    expect(made.filter((code) => /^131052\d{3}/.test(code))).toEqual([])
    expect(made.some((code) => code.startsWith('K7PQ2X9D'))).toBe(true)
  })

  test('a source that goes past the end once makes no short code', () => {
    const values = [32, ...'K7PQ2X9K7PQ2X9D'].map((value) =>
      value === 32 ? 32 : alphabet.indexOf(`${value}`),
    )
    expect(newCode(() => values.shift()!)).toMatch(/^K7PQ2X9D/)
  })

  test.each([
    ['one that always says 8', () => 8],
    ['one that goes past the end', () => 32],
  ])('a broken source is an error and no endless loop: %s', (_, broken) =>
    expect(() => newCode(broken)).toThrow(),
  )
})

describe('showing a code', () => {
  test('new codes in two groups of five, others as they are', () => {
    expect(formatCode('00000000KA')).toBe('00000-000KA')
    for (const code of codes.slice(0, 100)) expect(formatCode(code)).toMatch(/^.{5}-.{5}$/)
    for (const legacy of ['ES12345', 'ÖS0012', '000123', '', 'OOOOOOOOKA', '0000000000'])
      expect(formatCode(legacy)).toBe(legacy)
  })

  test.each([
    ['00000000KA', '00KA'],
    ['ÖS0012Å', '012Å'],
    ['12', '12'],
    ['', ''],
  ])('the tail of %s is %s', (code, tail) => expect(tailOf(code)).toBe(tail))
})

describe('reading', () => {
  test.each([
    ['00000-000KA', '00000-000KA'],
    [' 00000-000KA\r\n', '00000-000KA'],
    ['https://kortti.example/k#00000-000KA', '00000-000KA'],
    ['https://kortti.example/kortti#00000000KA', '00000000KA'],
    ['https://kortti.example/sv/k#00000000KA ', '00000000KA'],
    ['HTTPS://KORTTI.EXAMPLE/K#00000000KA', '00000000KA'],
    ['http://localhost:3000/k/#00000000KA', '00000000KA'],
    ['kortti.example/k#00000000KA', '00000000KA'],
    ['https://kortti.example/k#%C3%96S0012', 'ÖS0012'],
    ['https://kortti.example/k#%E0%A4%A', '%E0%A4%A'],
    ['https://kortti.example/k?code=00000000KA', 'https://kortti.example/k?code=00000000KA'],
    ['https://kortti.example/muu#00000000KA', 'https://kortti.example/muu#00000000KA'],
    ['', ''],
  ])('a scanner’s %j holds %j', (text, code) => expect(fromScan(text)).toBe(code))

  test.each([
    ['a new code', '00000-000ka', { legacy: '00000000KA', fresh: '00000000KA', problem: null }],
    ['a new code with O for 0', 'OOOOO-OOOKA', { legacy: 'OOOOOOOOKA', fresh: '00000000KA', problem: null }],
    ['Cyrillic К and А', '00000-000КА', { legacy: '00000000КА', fresh: '00000000KA', problem: null }],
    [
      'a scanned link',
      'https://a.example/k#00000-000KA',
      { legacy: '00000000KA', fresh: '00000000KA', problem: null },
    ],
    ['a legacy code', 'ös-0012', { legacy: 'ÖS0012', fresh: null, problem: null }],
    ['a code of one character', '7', { legacy: '7', fresh: null, problem: null }],
    ['ten characters with an Ö', 'ÖS00123456', { legacy: 'ÖS00123456', fresh: null, problem: null }],
    ['a missing character', '00000-000K', { legacy: '00000000K', fresh: null, problem: 'too-short' }],
    ['a wrong character', '00000-000KB', { legacy: '00000000KB', fresh: null, problem: 'check' }],
    ['an extra character', '00000-000KAA', { legacy: '00000000KAA', fresh: null, problem: null }],
    ['forty characters', 'A'.repeat(40), { legacy: 'A'.repeat(40), fresh: null, problem: null }],
    ['forty-one', 'A'.repeat(41), { legacy: '', fresh: null, problem: 'too-long' }],
    ['forty between spaces', ' A'.repeat(40), { legacy: 'A'.repeat(40), fresh: null, problem: null }],
    ['nothing', '', { legacy: '', fresh: null, problem: 'empty' }],
    ['nothing that can be seen', ' \u0000\u200b-\n', { legacy: '', fresh: null, problem: 'empty' }],
    [
      'a code with a NUL byte',
      '00000\u0000000KA',
      { legacy: '00000000KA', fresh: '00000000KA', problem: null },
    ],
  ] as const)('%s', (_, typed, result) => expect(readCode(typed)).toEqual(result))

  test.each([
    ...[
      '131052-308T',
      '131052-308t',
      '131052-308U',
      '131052–308T',
      '131052 308T',
      '131052308T',
      ' 131052 - 308T ',
    ],
    ...['010594Y9032', '010516b903x', '131052-\u0000308T', 'https://a.example/k#131052-308T'],
    ...[
      'https://a.example/k#131052%2D308T',
      'https://a.example/131052-308T/k#00000-000KA',
      `131052-308T ${'A'.repeat(60)}`,
    ],
  ])('%j is refused by kind and goes nowhere', (typed) =>
    expect(readCode(typed)).toEqual({ legacy: '', fresh: null, problem: 'identity-code' }),
  )

  test('no new code is taken for an identity code, however it is grouped', () => {
    for (const code of codes.slice(0, 500))
      for (let place = 1; place < 10; place += 1)
        for (const between of ['', ' ', '-'])
          expect(readCode(code.slice(0, place) + between + code.slice(place)).fresh).toBe(code)
  })

  test('any text at all is read without failing, and a fresh code is always sound', () => {
    fc.assert(
      fc.property(anyText(60), (text) => {
        const { legacy, fresh, problem } = readCode(text)
        if (fresh !== null) expect(problem).toBeNull()
        if (fresh !== null) expect(isNewCode(fresh)).toBe(true)
        expect(legacy === '').toBe(
          problem === 'empty' || problem === 'too-long' || problem === 'identity-code',
        )
        expect(legacy.length).toBeLessThanOrEqual(40)
        // biome-ignore lint/suspicious/noControlCharactersInRegex: PostgreSQL takes no NUL, so none may be left
        expect(legacy).not.toMatch(/[\u0000-\u0020\u007f]/)
      }),
    )
  })
})

describe('what the register keeps', () => {
  const key = Uint8Array.from({ length: 32 }, (_, index) => index)
  // Worked out with another implementation (Python's hmac).
  test.each([
    ['00000000KA', '971be0bd15cfed76712c1e981b5ab1d6f147c825dcc5a526fdc94a728250479e'],
    ['ÖS0012', 'c4ea86951eba3df1b9d0c62a448235546d316a2748326a59831310384c100aa8'],
  ])('the hash of %s', (code, hash) => expect(codeHash(key, code).toString('hex')).toBe(hash))

  test('another key or another code gives another hash', () => {
    const hashes = ['0012', '012', '12', 'OO12'].map((code) => codeHash(key, code).toString('hex'))
    hashes.push(codeHash(key.with(0, 1), '12').toString('hex'))
    expect(new Set(hashes).size).toBe(5)
  })
})
