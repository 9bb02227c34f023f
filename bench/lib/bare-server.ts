import { spawn } from 'node:child_process'
import { once } from 'node:events'

type BareServer = { port: number; stop: () => void }

/** Starts a program of a few lines as a process of its own, as ours is, and tells where it listens. */
const start = async (program: string, ...args: string[]): Promise<BareServer> => {
  const child = spawn(process.execPath, ['--import', 'tsx', `bench/lib/${program}`, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  process.once('exit', () => child.kill())
  const [line] = await once(child.stdout, 'data')
  return { port: Number(String(line)), stop: () => child.kill() }
}

/** The hand-concatenated page of so many bytes. */
export const startBareServer = (bytes: number) => start('bare-page.ts', String(bytes))

/** Answers `/<number>` with so many bytes of JSON, whatever is sent. */
export const startBareAnswers = () => start('bare-answers.ts')
