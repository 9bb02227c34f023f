import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { delimiter, join } from 'node:path'

export const ROOT = join(import.meta.dirname, '..', '..')

export type Step = { name: string; command: string[] }
export type Outcome = { name: string; passed: boolean; seconds: number }

/**
 * Runs a command of the project from its root, with its output shown, and says how it went.
 * @param beside whether others run at the same time: the output is then shown at the end, in one piece
 */
export const runStep = async ({ name, command }: Step, beside = false): Promise<Outcome> => {
  const head = `\n▸ ${name}: ${command.join(' ')}\n`
  const said = [head]
  if (!beside) process.stdout.write(head)
  const outcome = await timed(name, async () => {
    const [program = '', ...args] = command
    const path = [join(ROOT, 'node_modules', '.bin'), process.env.PATH].join(delimiter)
    const child = spawn(program, args, {
      cwd: ROOT,
      stdio: ['ignore', ...(beside ? (['pipe', 'pipe'] as const) : (['inherit', 'inherit'] as const))],
      env: { ...process.env, PATH: path, ...(process.stdout.isTTY ? {} : { NO_COLOR: '1' }) },
    })
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => said.push(text))
    const [code] = await once(child, 'close')
    return code === 0
  })
  console.log((beside ? said.join('') : '') + lineFor(outcome))
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
