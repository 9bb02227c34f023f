import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

export type RunningServer = {
  port: number
  process: ChildProcess
  stop: () => Promise<void>
  kill: () => Promise<void>
}

/** Whatever ends the bench, its servers do not stay behind. */
const running = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

/** A port that nobody listens on right now. */
export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

/**
 * Starts the real program as `npm start` does and waits until `/health` answers 200.
 * @throws when it ends or does not answer in a minute
 */
export const startServer = async (
  environment: Record<string, string>,
  port: number,
  flags: string[] = [],
): Promise<RunningServer> => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts', ...flags], {
    env: { ...process.env, ...environment, PORT: String(port), HOST: '127.0.0.1' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = once(child, 'exit')
  running.add(child)
  child.once('exit', () => running.delete(child))
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal)
    await ended
  }
  const limit = Date.now() + 60_000
  while (Date.now() < limit) {
    if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}`)
    const health = await fetch(`http://127.0.0.1:${port}/health`).catch(() => null)
    if (health?.status === 200)
      return { port, process: child, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') }
    await sleep(50)
  }
  await end('SIGKILL')
  throw new Error('The server did not answer in a minute')
}
