import { Worker, type WorkerOptions } from 'node:worker_threads'

/**
 * Starts a thread that runs a module of this program, and does not keep the program alive. The thread runs TypeScript as the
 * rest does (decision 9). Of its own it would not: tsx takes hold of the main thread alone, so the first thing that the
 * thread does is to call it in.
 * @param work the module: `new URL('./pdf-worker.ts', import.meta.url)`
 */
export const startThread = (work: URL, options: WorkerOptions = {}): Worker => {
  const tsx = JSON.stringify(import.meta.resolve('tsx/esm/api'))
  const script = `import { register } from ${tsx}; register(); await import(${JSON.stringify(work.href)})`
  const url = new URL(`data:text/javascript,${encodeURIComponent(script)}`)
  const started = new Worker(url, { execArgv: [], ...options })
  started.unref()
  return started
}
