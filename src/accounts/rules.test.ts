import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { passwordProblem, safeNext, sessionEnd, sessionIdleFrom, signInLimits } from './rules.ts'

describe('a new password', () => {
  const cases: [string, ReturnType<typeof passwordProblem>][] = [
    ['', 'password-too-short'],
    ['elokuuilta1', 'password-too-short'],
    ['😀😀😀😀😀😀', 'password-too-short'],
    ['elokuun ilta', null],
    ['hevonen kuu lamppu', null],
    ['9173028465520', null],
    ['Tr0ub4dor&3-x', null],
    ['x'.repeat(201), 'password-too-long'],
    ['aaaaaaaaaaaaaaa', 'password-too-common'],
    ['abcabcabcabcabc', 'password-too-common'],
    ['123456789012', 'password-too-common'],
    ['qwertyuiop123', 'password-too-common'],
    ['Salasana2026!', 'password-too-common'],
    ['S4l4s4n4_2026', 'password-too-common'],
    ['kaikukortti12', 'password-too-common'],
    ['KulttuuriKaiku', 'password-too-common'],
    ['kesä2026kesä2027', 'password-too-common'],
    ['Aino.Esimerkki1', 'password-too-common'],
    ['kajaani-kajaani', 'password-too-common'],
    ['kaikukortti vie teatteriin', null],
  ]
  test.each(cases)('%j: %s', (password, problem) => {
    expect(passwordProblem(password, ['Aino Esimerkki', 'aino@kajaani.example'])).toBe(problem)
  })

  test('always gets an answer, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 220 }), (password) => {
        const problem = passwordProblem(password, [])
        expect(problem === 'password-too-short').toBe([...password].length < 12)
      }),
    )
  })

  test('is judged in well under the time that hashing takes, even at its longest', () => {
    const started = performance.now()
    passwordProblem('ab'.repeat(100), ['Aino Esimerkki'])
    expect(performance.now() - started).toBeLessThan(50)
  })
})

describe('the page after signing in', () => {
  const cases: [string | null, string | null][] = [
    ['/fi/kassa', '/fi/kassa'],
    ['/sv', '/sv'],
    ['/en/sites?place=Kuhmo', '/en/sites?place=Kuhmo'],
    ['/fi/kohteet/Äänekoski', '/fi/kohteet/%C3%84%C3%A4nekoski'],
    ['/fi/a\r\nset-cookie: x=1', '/fi/aset-cookie:%20x=1'],
    [null, null],
    ['', null],
    ['fi/kassa', null],
    ['//evil.example/fi/', null],
    ['/\\evil.example/fi/', null],
    ['/\t/evil.example', null],
    ['/fi/../../evil', null],
    ['/fi/..//evil.example', null],
    ['https://evil.example/fi/kassa', null],
    ['/demo/sign-in', null],
    ['/finland', null],
    ['javascript:alert(1)', null],
  ]
  test.each(cases)('%j leads to %j', (asked, to) => {
    expect(safeNext(asked)).toBe(to)
  })

  test('is never on another host', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (rest) => {
        const to = safeNext(`/fi/${rest}`) ?? '/fi'
        expect(new URL(to, 'https://kaiku.example').origin).toBe('https://kaiku.example')
        expect(to).toMatch(/^\/[\x21-\x7e]*$/)
      }),
    )
  })
})

test('the limits of sign-in name neither the address nor the network, and small and large letters are one', () => {
  const limits = signInLimits('Aino@esimerkki.example', '192.0.2')
  expect(limits).toEqual(signInLimits('aino@ESIMERKKI.example', '192.0.2'))
  expect(JSON.stringify(limits)).not.toMatch(/aino|esimerkki|192/i)
  expect(new Set(limits.map(({ bucket }) => bucket)).size).toBe(3)
})

test('a session idles out after half an hour and ends after twelve', () => {
  const now = new Date('2026-05-04T09:00:00Z')
  expect(sessionIdleFrom(now)).toEqual(new Date('2026-05-04T08:30:00Z'))
  expect(sessionEnd(now)).toEqual(new Date('2026-05-04T21:00:00Z'))
})
