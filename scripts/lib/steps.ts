import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { delimiter, join } from 'node:path'

export const ROOT = join(import.meta.dirname, '..', '..')

export type Step = { name: string; command: string[] }
export type Outcome = { name: string; passed: boolean; seconds: number }

/** Runs a command of the project from its root, with its output shown, and says how it went. */
export const runStep = async ({ name, command }: Step): Promise<Outcome> => {
  console.log(`\n▸ ${name}: ${command.join(' ')}`)
  const outcome = await timed(name, async () => {
    const [program = '', ...args] = command
    const path = [join(ROOT, 'node_modules', '.bin'), process.env.PATH].join(delimiter)
    const child = spawn(program, args, {
      cwd: ROOT,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, PATH: path, ...(process.stdout.isTTY ? {} : { NO_COLOR: '1' }) },
    })
    const [code] = await once(child, 'exit')
    return code === 0
  })
  console.log(lineFor(outcome))
  return outcome
}

/** Does the work and takes its time; what throws has failed, and its message is shown. */
export const timed = async (name: string, work: () => Promise<boolean>): Promise<Outcome> => {
  const start = performance.now()
  const passed = await work().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    return false
  })
  return { name, passed, seconds: (performance.now() - start) / 1000 }
}

/** `✓ types  1.7 s` */
export const lineFor = ({ name, passed, seconds }: Outcome): string =>
  `${passed ? '✓' : '✗'} ${name.padEnd(24)} ${seconds.toFixed(1)} s`
