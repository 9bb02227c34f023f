import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { commonWords } from '../i18n/common-words.ts'
import { holderFrameWords } from '../i18n/holder-frame-words.ts'
import { aboutLanguages, type HolderLanguage } from '../i18n/holder-languages.ts'
import type { Language } from '../i18n/translated.ts'
import { assetUrl, clientScript } from './assets.ts'
import { Logo } from './components/logo.tsx'
import type { Page } from './page.ts'

/** `lang` where it is in another language than the page. */
type Link = { label: string; href: string; lang?: string }

export type LayoutProps = {
  language: Language
  /** The language of a page for holders, where staff pages do not have it. */
  reader?: HolderLanguage
  /** What the page is about; the name of the service is added. */
  title: string
  /** The page brings a form back with problems: said first in the window's title. */
  problem?: boolean
  /** public: information, Kaiku · staff: the register, Kaikukanta · desk: the same, narrow, for one thumb */
  kind?: 'public' | 'staff' | 'desk'
  /** This page in each language, the current one too. */
  alternates: { language: HolderLanguage; href: string }[]
  menu: (Link & { current?: boolean })[]
  /** The rest of the menu, which opens. */
  more?: (Link & { current?: boolean })[]
  home: string
  /** Who is signed in, such as “Aino Esimerkki · Kortinjakaja · Aikuissosiaalityö, Kajaani”. */
  who?: string
  /** `forgets`: what this browser keeps of the place of work, by the name of its database. */
  signOut?: { action: string; forgets?: string }
  signIn?: { href: string }
  /** A device is taken out of use rather than signed out, on a page of its own. */
  leave?: Link
  /** Only in demo mode: who one may be. */
  demo?: { action: string; users: { user: string; label: string }[]; current?: string }
  footer: Link[]
  /** Full addresses: for search engines, on public pages. */
  canonical?: string
  description?: string
  /** Hashed addresses from `clientScript`. */
  scripts?: string[]
  /** Hashed addresses from `styleSheet`. */
  styles?: string[]
  handed?: Page['handed']
  embedded?: Page['embedded']
  children: Child
}

const comforts = clientScript(new URL('./page.client.ts', import.meta.url))
const headingFont = assetUrl('onest-latin-700-normal.woff2')

/** Plain Finnish has no tag of its own among search engines: as a second Finnish it would push the first aside. */
const Alternate = ({ language, href }: { language: HolderLanguage; href: string }) =>
  language === 'fi-simple' ? (
    <link rel="alternate" title={aboutLanguages[language].name} href={href} />
  ) : (
    <link rel="alternate" hreflang={language} href={href} />
  )

const Head = (props: LayoutProps & { brand: string }) => {
  const {
    language,
    title,
    problem,
    kind = 'public',
    alternates,
    canonical,
    description,
    scripts = [],
    styles = [],
  } = props
  const withComforts = kind === 'public' && !problem ? scripts : [comforts, ...scripts]
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
      <title>{`${problem ? commonWords[language].errorTitle : ''}${title} – ${props.brand}`}</title>
      {description && <meta name="description" content={description} />}
      <meta name="color-scheme" content="light dark" />
      <link rel="icon" href={assetUrl('favicon.svg')} type="image/svg+xml" />
      <link rel="preload" href={headingFont} as="font" type="font/woff2" crossorigin="anonymous" />
      <link rel="stylesheet" href={assetUrl('kaari.css')} />
      {styles.map((sheet) => (
        <link rel="stylesheet" href={sheet} />
      ))}
      {props.embedded && <base target="_top" />}
      {props.embedded && <meta name="robots" content="noindex" />}
      {canonical && <link rel="canonical" href={canonical} />}
      {canonical &&
        alternates.map(({ language, href }) => (
          <Alternate language={language} href={new URL(href, canonical).href} />
        ))}
      {withComforts.map((script) => (
        <script src={script} defer />
      ))}
    </head>
  )
}

const DemoBar = ({ language, demo }: { language: Language; demo: NonNullable<LayoutProps['demo']> }) => {
  const words = commonWords[language]
  const current = demo.users.find(({ user }) => user === demo.current)
  return (
    <aside class="demo" aria-label={words.demoShort}>
      <div class="wrap">
        <p>{words.demo}</p>
        <details class="menu" data-menu>
          <summary>{current?.label ?? words.demoRole}</summary>
          <form class="pop" method="post" action={demo.action}>
            <p>{words.demoRole}</p>
            {demo.users.map(({ user, label }) => (
              <button
                type="submit"
                name="user"
                value={user}
                aria-current={user === demo.current ? 'true' : undefined}
              >
                {label}
              </button>
            ))}
          </form>
        </details>
      </div>
    </aside>
  )
}

/** Names of languages stand in their own language, without flags; the page stays the same. */
const LanguageMenu = ({
  reader,
  alternates,
}: {
  reader: HolderLanguage
  alternates: LayoutProps['alternates']
}) => (
  <nav class="langs" aria-label={holderFrameWords[reader].language}>
    <details class="menu" data-menu>
      <summary>
        <svg class="globe" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
          <circle cx="12" cy="12" r="10" />
          <path d="M2 12h20M12 2c3 3 4 6.5 4 10s-1 7-4 10c-3-3-4-6.5-4-10s1-7 4-10z" />
        </svg>
        {aboutLanguages[reader].name}
      </summary>
      <ul class="pop">
        {alternates.map(({ language, href }) => {
          const { tag, name, direction } = aboutLanguages[language]
          return (
            <li>
              <a
                href={href}
                lang={tag}
                dir={direction === aboutLanguages[reader].direction ? undefined : direction}
                hreflang={tag}
                aria-current={language === reader ? 'true' : undefined}
              >
                {name}
              </a>
            </li>
          )
        })}
      </ul>
    </details>
  </nav>
)

const SignOut = ({ language, action, forgets }: { language: Language; action: string; forgets?: string }) => (
  <form method="post" action={action} data-forgets={forgets}>
    <button class="link" type="submit">
      {commonWords[language].signOut}
    </button>
  </form>
)

const SignInOrOut = ({ language, reader = language, signIn, signOut }: LayoutProps) => (
  <>
    {signOut && <SignOut language={language} {...signOut} />}
    {signIn && <a href={signIn.href}>{holderFrameWords[reader].signIn}</a>}
  </>
)

/**
 * Who is signed in has a line of its own, save at the desk, which keeps its head low for small screens. A device
 * always says which it is; what takes it out of use stands at the bottom, away from the thumb.
 */
const hasAccountLine = ({ kind, who, leave }: LayoutProps) =>
  Boolean(who) && (kind !== 'desk' || Boolean(leave))

const MenuLinks = ({ links }: { links: LayoutProps['menu'] }) => (
  <>
    {links.map(({ label, href, current, lang }) => (
      <li>
        <a href={href} aria-current={current ? 'page' : undefined} lang={lang}>
          {label}
        </a>
      </li>
    ))}
  </>
)

const Menu = (props: LayoutProps) => (
  <nav class="nav" aria-label={holderFrameWords[props.reader ?? props.language].mainMenu}>
    <ul class="wrap">
      <MenuLinks links={props.menu} />
      {props.more && (
        <li>
          <details class="menu rest" data-menu>
            <summary>
              {props.more.find(({ current }) => current)?.label ??
                holderFrameWords[props.reader ?? props.language].more}
            </summary>
            <ul class="pop">
              <MenuLinks links={props.more} />
            </ul>
          </details>
        </li>
      )}
      {!hasAccountLine(props) && (props.signIn || props.signOut) && (
        <li class="end">
          <SignInOrOut {...props} />
        </li>
      )}
    </ul>
  </nav>
)

const Foot = ({ language, reader = language, kind, who, leave, footer }: LayoutProps) => (
  <footer class="foot">
    <div class="wrap">
      {kind === 'desk' && who && !leave && <p>{who}</p>}
      {leave && (
        <p>
          <a href={leave.href}>{leave.label}</a>
        </p>
      )}
      <p>{holderFrameWords[reader].about}</p>
      {footer.length > 0 && (
        <nav aria-label={holderFrameWords[reader].footer}>
          {footer.map(({ label, href, lang }) => (
            <a href={href} lang={lang}>
              {label}
            </a>
          ))}
        </nav>
      )}
    </div>
  </footer>
)

/** The page alone, as it is handed to somebody else. */
const Handed = ({ handed, ...props }: LayoutProps & { handed: NonNullable<LayoutProps['handed']> }) => (
  <>
    {raw('<!doctype html>')}
    <html lang={handed.lang} dir={handed.direction} class="desk handed">
      <Head {...props} brand={commonWords[props.language].project} />
      <body>
        <main id="main" tabindex={-1}>
          {props.children}
        </main>
      </body>
    </html>
  </>
)

/** The main part alone, for a frame. It is not to be found beside the page that it is part of. */
const Embedded = ({ canonical: _, ...props }: LayoutProps) => {
  const { tag, direction } = aboutLanguages[props.reader ?? props.language]
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={tag} dir={direction} class="public">
        <Head {...props} brand={commonWords[props.language].project} />
        <body>
          <main id="main" tabindex={-1}>
            {props.children}
          </main>
        </body>
      </html>
    </>
  )
}

/** The whole document. Turn it into text with `String(<Layout …>)`; nothing in it is asynchronous. */
export const Layout = (props: LayoutProps) => {
  if (props.handed) return <Handed {...props} handed={props.handed} />
  if (props.embedded) return <Embedded {...props} />
  const { language, reader = language, kind = 'public', menu, home, demo, signIn, signOut, children } = props
  const words = commonWords[language]
  const brand = kind === 'public' ? words.project : words.register
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={aboutLanguages[reader].tag} dir={aboutLanguages[reader].direction} class={kind}>
        <Head {...props} brand={brand} />
        <body>
          <a class="skip" href="#main">
            {holderFrameWords[reader].skip}
          </a>
          {demo && <DemoBar language={language} demo={demo} />}
          <header class="top">
            <div class="wrap">
              <a class="brand" href={home}>
                <Logo />
                {brand}
              </a>
              {props.alternates.length > 0 && <LanguageMenu reader={reader} alternates={props.alternates} />}
              {hasAccountLine(props) && (
                <div class="account">
                  <span class="who">{props.who}</span>
                  <SignInOrOut {...props} />
                </div>
              )}
            </div>
          </header>
          {(menu.length > 0 || signIn || signOut) && <Menu {...props} />}
          <main id="main" tabindex={-1}>
            {children}
          </main>
          <Foot {...props} />
        </body>
      </html>
    </>
  )
}
