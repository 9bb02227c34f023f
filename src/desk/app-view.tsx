import { raw } from 'hono/html'
import { paths as bookings, words as bookingWords } from '../bookings/words.ts'
import { appPaths, appWordsOf } from '../desk-app/words.ts'
import { paths as devices } from '../devices/words.ts'
import { gatePaths, gateWords } from '../gate/words.ts'
import type { Language } from '../i18n/translated.ts'
import { practicePaths, practiceWords } from '../practice/words.ts'
import { ScannerView, scannerStyles } from '../scanner/view.tsx'
import { assetUrl, clientScript } from '../web/assets.ts'
import type { Page } from '../web/page.ts'
import { fill } from '../web/paths.ts'
import type { PageData } from './app-data.ts'
import { paths } from './words.ts'

/** The desk as an application, which takes over the page it stands on. */
export const appScript = clientScript(new URL('../desk-app/app.client.ts', import.meta.url))

const parts = ['kaari.css', 'page.js', 'onest-latin-700-normal.woff2', 'onest-latin-ext-700-normal.woff2']

/** All that the shell needs, by address: what the browser keeps for the time without a network. */
export const shellParts = (): string[] =>
  [...parts, 'favicon.svg'].map(assetUrl).concat(appScript, scannerStyles)

/** What the page hands to the script of the desk. */
export const pageDataOf = (language: Language, at: PageData['at'], isShell: boolean): PageData => ({
  words: appWordsOf(language),
  paths: {
    desk: paths.desk[language],
    today: paths.today[language],
    worker: appPaths.worker[language],
    manifest: appPaths.manifest[language],
    leave: devices.leave[language],
    icon: fill(appPaths.icon, { icon: 'icon-180.png' }),
  },
  modes: [
    { href: bookings.list[language], label: bookingWords[language].title },
    { href: gatePaths.gate[language], label: gateWords[language].toGate },
    { href: practicePaths.practice[language], label: practiceWords[language].toPractice },
  ],
  at,
  isShell,
})

/**
 * What the script is told by the page: words, addresses and where the desk stands; and the box of the camera.
 * @param at null in the shell, which is the same for everyone
 */
export const AppData = ({
  language,
  at,
  isShell = false,
}: Pick<PageData, 'at'> & { language: Language; isShell?: boolean }) => (
  <>
    <ScannerView language={language} />
    <script type="application/json" id="desk-app">
      {raw(JSON.stringify(pageDataOf(language, at, isShell)).replaceAll('<', '\\u003c'))}
    </script>
  </>
)

/** The desk without a network: nothing in it is anybody's. The script fills it from what the device keeps. */
export const shellPage = (language: Language): Page => {
  const t = appWordsOf(language)
  return {
    title: t.scan,
    kind: 'desk',
    bare: { home: paths.desk[language] },
    scripts: [appScript],
    styles: [scannerStyles],
    main: (
      <>
        <h1>{t.opening}</h1>
        <noscript>
          <p>{t.needsScript}</p>
        </noscript>
        <AppData language={language} at={null} isShell />
      </>
    ),
  }
}
