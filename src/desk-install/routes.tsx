import { createHash } from 'node:crypto'
import { shellPage, shellParts } from '../desk/app-view.tsx'
import { paths } from '../desk/words.ts'
import { appPaths, appWordsOf } from '../desk-app/words.ts'
import { gateParts } from '../gate/view.tsx'
import { gatePaths, gateWords } from '../gate/words.ts'
import type { languages } from '../i18n/translated.ts'
import { practiceScript } from '../practice/view.tsx'
import { practicePaths, practiceWords } from '../practice/words.ts'
import { assets, clientScript } from '../web/assets.ts'
import { NotFound } from '../web/errors.tsx'
import { fill } from '../web/paths.ts'
import { file, page, type Route } from '../web/route.tsx'
import { drawIcon } from './icon.ts'

const worker = assets.get(clientScript(new URL('./worker.client.ts', import.meta.url)))!

/** Changes with any part, the words of the shell too: then browsers fetch all of it anew. */
const versionOf = (language: (typeof languages)[number]) =>
  createHash('sha256')
    .update(
      JSON.stringify([
        shellParts(),
        appWordsOf(language),
        gateParts,
        gateWords[language],
        practiceScript,
        practiceWords[language],
      ]),
    )
    .digest('hex')
    .slice(0, 12)

/** The worker with what it keeps: browsers compare it byte by byte, and so learn of a new version. */
const workerOf = (language: (typeof languages)[number]) => {
  const prefix = `kaiku-desk-${language}-`
  const kept = {
    ...{ prefix, cache: `${prefix}${versionOf(language)}` },
    ...{ desk: paths.desk[language], shell: appPaths.shell[language] },
    pages: [gatePaths.gate[language], practicePaths.practice[language]],
    parts: [...new Set([...shellParts(), ...gateParts, practiceScript])],
  }
  return `const kept=${JSON.stringify(kept)};\n${worker.body}`
}

const icons = { 'icon-180.png': 180, 'icon-192.png': 192, 'icon-512.png': 512, 'icon-maskable-512.png': 512 }
type Icon = keyof typeof icons
const isIcon = (name: string): name is Icon => Object.hasOwn(icons, name)
const drawn = new Map<Icon, Uint8Array>()

/** Drawn when it is first asked for. */
const iconOf = (name: Icon): Uint8Array => {
  // Apple rounds the corners by itself, and paints what is clear black.
  const fills = name === 'icon-180.png' || name.includes('maskable')
  const icon = drawn.get(name) ?? drawIcon(icons[name], fills)
  drawn.set(name, icon)
  return icon
}

const iconIn = (name: Icon, purpose: 'any' | 'maskable') => ({
  ...{ src: fill(appPaths.icon, { icon: name }), type: 'image/png', purpose },
  sizes: `${icons[name]}x${icons[name]}`,
})

/** Web Application Manifest, W3C. */
const manifestOf = (language: (typeof languages)[number]) => ({
  name: appWordsOf(language).appName,
  short_name: appWordsOf(language).appName,
  lang: language,
  id: paths.desk[language],
  start_url: paths.desk[language],
  scope: paths.desk[language],
  display: 'standalone',
  background_color: '#fbf6ee',
  theme_color: '#0b4f4a',
  icons: [
    iconIn('icon-192.png', 'any'),
    iconIn('icon-512.png', 'any'),
    iconIn('icon-maskable-512.png', 'maskable'),
  ],
})

/** What the desk is installed from; all of it the same for everyone. */
export const routes: Route[] = [
  page(appPaths.shell, 'public.read', async ({ language }) => shellPage(language)),
  file(appPaths.worker, 'public.read', async ({ language }) => ({
    // Not `shown`: the policy of what is shown would keep the worker from asking for anything.
    ...{ type: 'text/javascript; charset=utf-8', name: 'desk.js' },
    body: workerOf(language),
  })),
  file(appPaths.manifest, 'public.read', async ({ language }) => ({
    ...{ type: 'application/manifest+json', name: 'desk.webmanifest', shown: true },
    body: JSON.stringify(manifestOf(language)),
  })),
  file(appPaths.icon, 'public.read', async ({ params }) => {
    const { icon } = params
    if (!isIcon(icon)) throw new NotFound()
    return { type: 'image/png', name: icon, body: iconOf(icon), shown: true }
  }),
]
