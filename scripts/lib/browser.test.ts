import { afterEach, expect, it, vi } from 'vitest'
import { ensureChromium, findChromium } from './browser.ts'

afterEach(() => vi.unstubAllEnvs())

it('takes the browser that CHROMIUM_PATH names before any other', () => {
  vi.stubEnv('CHROMIUM_PATH', process.execPath)
  expect(findChromium()).toBe(process.execPath)
  expect(ensureChromium()).toBe(process.execPath)
})

it('installs nothing when CHROMIUM_PATH is wrong, and says so', () => {
  vi.stubEnv('CHROMIUM_PATH', '/nowhere/chromium')
  expect(findChromium()).toBeUndefined()
  expect(ensureChromium).toThrow('CHROMIUM_PATH names /nowhere/chromium, and no program can be run there.')
})
