import { spawn } from 'node:child_process'
import { once } from 'node:events'

/** Starts the hand-concatenated page as a process of its own, as ours is, and tells where it listens. */
export const startBareServer = async (bytes: number): Promise<{ port: number; stop: () => void }> => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'bench/lib/bare-page.ts', String(bytes)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  process.once('exit', () => child.kill())
  const [line] = await once(child.stdout, 'data')
  return { port: Number(String(line)), stop: () => child.kill() }
}
