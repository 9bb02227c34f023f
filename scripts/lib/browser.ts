import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { canRun } from './programs.ts'

/** The shell first: the same engine without the windows, tabs and menus, which took half of each test's time. */
const USUAL_PLACES = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** The path of a Chromium: the one in `CHROMIUM_PATH`, else the machine's own, else Playwright's; or undefined. */
export const findChromium = (): string | undefined => {
  const named = process.env.CHROMIUM_PATH
  return (named ? [named] : [...USUAL_PLACES, chromium.executablePath()]).find(canRun)
}

/**
 * The path of a Chromium, installed first where there is none: from Debian's packages when we are root
 * there, else Playwright's own copy. Throws one sentence when none can be had.
 */
export const ensureChromium = (): string => {
  const found = findChromium()
  if (found) return found
  if (process.env.CHROMIUM_PATH) {
    throw new Error(`CHROMIUM_PATH names ${process.env.CHROMIUM_PATH}, and no program can be run there.`)
  }
  for (const install of waysToInstall()) {
    console.log(
      `No Chromium for the browser tests. Installing one: ${install.map((c) => c.join(' ')).join(' && ')}`,
    )
    const installed = install.every(run) ? findChromium() : undefined
    if (installed) return installed
  }
  throw new Error(
    'No Chromium could be installed: install one by hand (on Debian: apt-get install chromium-headless-shell), or name it in CHROMIUM_PATH.',
  )
}

const waysToInstall = (): string[][][] => {
  const playwright = [['npx', 'playwright-core', 'install', 'chromium']]
  const isDebian = process.getuid?.() === 0 && existsSync('/etc/debian_version')
  if (!isDebian) return [playwright]
  const debian = [
    ['apt-get', 'update'],
    ['apt-get', 'install', '-y', 'chromium-headless-shell'],
  ]
  return [debian, playwright]
}

const run = ([program = '', ...args]: string[]): boolean => {
  try {
    execFileSync(program, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
    return true
  } catch {
    return false // the program has said why
  }
}
