import { describe, expect, test } from 'vitest'
import { htmlProblems } from '../../test/html.ts'
import { commonWords } from '../i18n/common-words.ts'
import { languages } from '../i18n/translated.ts'
import { assets } from './assets.ts'
import { galleryPage } from './gallery.tsx'
import { Layout, type LayoutProps } from './layout.tsx'

const base: LayoutProps = {
  language: 'fi',
  title: 'Anna kortti',
  kind: 'staff',
  alternates: languages.map((language) => ({ language, href: `/${language}/x` })),
  menu: [
    { label: 'Kortit', href: '/fi/kortit', current: true },
    { label: 'Tilastot', href: '/fi/tilastot' },
  ],
  home: '/fi',
  footer: [{ label: 'Tietosuojaseloste', href: '/fi/tietosuoja' }],
  children: <h1>Anna kortti</h1>,
}
const html = (props: Partial<LayoutProps> = {}) => String(<Layout {...base} {...props} />)

const demo = {
  action: '/demo/sign-in',
  users: [{ user: 'issuer', label: 'Kortinjakaja' }],
  current: 'issuer',
}

describe('the document', () => {
  test('says its language, kind and title', () => {
    expect(html()).toMatch(/^<!doctype html><html lang="fi" dir="ltr" class="staff">/)
    expect(html()).toContain('<title>Anna kortti – Kaikukanta</title>')
    expect(html({ kind: 'public' })).toContain('<title>Anna kortti – Kaiku</title>')
  })

  test.each(languages)('a problem is said first in the title (%s)', (language) => {
    const title = html({ language, problem: true }).match(/<title>(.*?)<\/title>/)![1]!
    expect(title.startsWith(commonWords[language].errorTitle)).toBe(true)
    expect(commonWords[language].errorTitle).toMatch(/^\p{L}+: $/u)
  })

  test('what people wrote is text, never markup', () => {
    const evil = `<script>alert("1")</script>&'`
    const page = html({
      title: evil,
      who: evil,
      description: evil,
      menu: [{ label: evil, href: `/"${evil}` }],
      footer: [{ label: evil, href: '/' }],
      demo: { action: '/', users: [{ user: evil, label: evil }] },
    })
    expect(page).not.toContain('<script>alert')
    expect(page).not.toMatch(/="[^"<>]*<script/)
  })

  test('nothing in it needs a loosened content security policy', () => {
    const page = html({
      demo,
      who: 'A',
      signOut: { action: '/o' },
      scripts: [],
      children: galleryPage('fi').main,
    })
    expect(page).not.toMatch(/<style|\sstyle=|\son[a-z]+=|javascript:/)
    expect(page).not.toMatch(/<script(?![^>]*\ssrc=)/)
  })

  test('every static file it names exists', () => {
    const named = html().match(/\/assets\/[\w.-]+/g)!
    expect(named.length).toBeGreaterThanOrEqual(4)
    for (const url of named) expect(assets.has(url)).toBe(true)
  })

  test('public pages carry no script, until a form comes back with problems', () => {
    expect(html({ kind: 'public' })).not.toContain('<script')
    expect(html({ kind: 'public', problem: true })).toContain('<script')
    expect(html({ kind: 'public', scripts: ['/assets/x.js'] }).match(/<script/g)).toHaveLength(1)
  })

  test('search engines get full addresses, in every language', () => {
    const page = html({ kind: 'public', canonical: 'https://kaiku.example/fi/x' })
    expect(page).toContain('<link rel="canonical" href="https://kaiku.example/fi/x"/>')
    expect(page).toContain('<link rel="alternate" hreflang="sv" href="https://kaiku.example/sv/x"/>')
    expect(html({ kind: 'public' })).not.toContain('rel="alternate"')
  })
})

describe('around the page', () => {
  test('the languages call themselves by their own names, and the current one is marked', () => {
    const page = html()
    expect(page).toContain('<a href="/sv/x" lang="sv" hreflang="sv">Svenska</a>')
    expect(page).toContain('<a href="/fi/x" lang="fi" hreflang="fi" aria-current="true">Suomi</a>')
  })

  test('the current page is marked in the menu', () => {
    expect(html()).toContain('<a href="/fi/kortit" aria-current="page">Kortit</a>')
  })

  test('the demo bar stands only in the demo, with a button for each role', () => {
    expect(html()).not.toContain('Harjoitusaineisto')
    const page = html({ demo })
    expect(page).toContain('Harjoitusaineisto: ihmiset ja kortit ovat keksittyjä')
    expect(page).toContain('method="post" action="/demo/sign-in"')
    expect(page).toContain('name="user" value="issuer" aria-current="true"')
  })

  test('signing out is one POST button, wherever it stands', () => {
    for (const kind of ['staff', 'desk', 'public'] as const)
      for (const who of ['Aino Esimerkki', undefined]) {
        const page = html({ kind, signOut: { action: '/sign-out' }, ...(who ? { who } : {}) })
        expect(page.match(/<form method="post" action="\/sign-out">/g)).toHaveLength(1)
        expect(page.includes('Aino Esimerkki')).toBe(who !== undefined)
      }
  })

  test('signing in is a link, also without a menu', () => {
    expect(html({ kind: 'public', menu: [], signIn: { href: '/in' } })).toContain(
      '<a href="/in">Kirjaudu</a>',
    )
  })
})

/** A group of checkboxes shares its name on purpose. */
const onPurpose = /^form-dup-name/
const problemsOf = async (page: string) => (await htmlProblems(page)).filter((line) => !onPurpose.test(line))

describe('valid HTML', () => {
  test.each(languages)('the gallery, every component in every state (%s)', async (language) => {
    const { title, main } = galleryPage(language)
    const props = { demo, who: 'A', signOut: { action: '/out' }, canonical: 'https://kaiku.example/' }
    expect(await problemsOf(html({ ...props, language, title, children: main }))).toEqual([])
  })

  test.each(['public', 'staff', 'desk'] as const)('an empty %s page', async (kind) => {
    expect(await problemsOf(html({ kind, signOut: { action: '/out' }, who: 'A', description: 'B' }))).toEqual(
      [],
    )
  })

  test('what the check is for is found', async () => {
    expect(
      await problemsOf(
        html({
          children: (
            <a href="/x">
              <button type="submit">x</button>
            </a>
          ),
        }),
      ),
    ).not.toEqual([])
  })
})
