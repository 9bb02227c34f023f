import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A new empty folder, and how to remove it. */
export const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'kaiku-test-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** A port that nobody listened on a moment ago. */
export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

export type Ended = { code: number | null; out: string; error: string }

type Program = 'main' | 'cli/main'
/** As `test/servers/programs.ts` has put it together. */
const together = (program: Program) => [join(process.env.TEST_PROGRAMS!, `${program}.mjs`)]
/** As `npm start` and `npm run kaiku` begin: for the test of just that. */
export const fromSource = (program: Program): string[] => ['--import', 'tsx', `src/${program}.ts`]

/**
 * Runs a program of ours as a process of its own, as `npm start` and `npm run kaiku` do, but without a shell between,
 * so that signals reach it. It sees no variable of the environment but `PATH`, `HOME` and those given.
 */
export const runProgram = (
  program: Program,
  args: string[],
  environment: Record<string, string>,
  begin = together,
) => {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, [...begin(program), ...args], {
    env: { PATH, HOME, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [out, error] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    error += text
  })
  const ended: Promise<Ended> = once(child, 'close').then(([code]) => ({
    code: code as number | null,
    out,
    error,
  }))
  /** Waits until the program has printed this; gives the whole match. Ends with an error if the program ends first. */
  const printed = async (what: RegExp): Promise<string> => {
    for (;;) {
      const match = what.exec(out)
      if (match) return match[0]
      const end = await Promise.race([ended, new Promise<void>((done) => setTimeout(done, 20))])
      if (end && !what.test(out))
        throw new Error(`ended with ${end.code} before ${what}: ${end.out}${end.error}`)
    }
  }
  return { child, ended, printed }
}
