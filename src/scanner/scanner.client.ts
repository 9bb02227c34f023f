// Reads cards by the camera for as long as the page is open: nothing is reloaded between customers.
import { fromScan } from '../codes/shape-rules.ts'
import { type Camera, openCamera } from './camera.ts'
import { newReader, type Reader } from './picture-reader.ts'
import { newReadFilter, shouldComeCloser } from './read-filter.ts'

/** `closer`: nothing read for a while · `refused`: the person said no · `none`: no camera, or another program has it */
export type ScannerState = 'starting' | 'looking' | 'closer' | 'paused' | 'refused' | 'none'

export type Scanner = {
  stop(): void
  /** Lights the lamp or puts it out. */
  light(on: boolean): Promise<void>
}

type Given = {
  /** Names the decoder’s address in `data-decoder`. */
  video: HTMLVideoElement
  /** A card has come into view: its code, also out of a link. */
  onCode: (code: string) => void
  /** @param torch whether the camera has a lamp that can be lit */
  onState: (state: ScannerState, torch: boolean) => void
}

const msBetweenFrames = 100
const msToTryAgain = 2000
const vibrationMs = 60

/** Starts at once; where the camera cannot be had it says so, and typing goes on. */
export const startScanner = ({ video, onCode, onState }: Given): Scanner => {
  const isNew = newReadFilter()
  let camera: Camera | null = null
  let reader: Promise<Reader> | null = null
  let stopped = false
  let lookedSince = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let state: ScannerState | null = null
  /** Tells one opening of the camera from the next: what an older one still has to say is not heard. */
  let turn = 0

  const tell = (next: ScannerState) => {
    if (next === state) return
    state = next
    onState(next, camera?.torch ?? false)
  }

  const look = async (mine: number, read: Reader): Promise<void> => {
    const started = performance.now()
    // A frame that cannot be read is no more than a frame without a code.
    const text = await read(video).catch(() => null)
    if (mine !== turn) return
    const now = performance.now()
    if (text !== null) {
      lookedSince = now
      const code = fromScan(text)
      if (code !== '' && isNew(code, now)) {
        navigator.vibrate?.(vibrationMs)
        onCode(code)
      }
    }
    tell(shouldComeCloser(lookedSince, now) ? 'closer' : 'looking')
    timer = setTimeout(() => look(mine, read), Math.max(0, msBetweenFrames - (now - started)))
  }

  const close = () => {
    turn += 1
    clearTimeout(timer)
    camera?.close()
    camera = null
  }

  const again = () => {
    close()
    timer = setTimeout(open, msToTryAgain)
  }

  const open = async (): Promise<void> => {
    close()
    if (stopped || document.hidden) return
    const mine = turn
    tell('starting')
    try {
      const opened = await openCamera(video, again)
      if (mine !== turn) return opened.close()
      camera = opened
      reader ??= newReader(video.dataset.decoder!)
      const read = await reader
      if (mine !== turn) return
      lookedSince = performance.now()
      tell('looking')
      await look(mine, read)
    } catch (error) {
      if (mine !== turn) return
      // The decoder may be fetched again once there is a network.
      reader = null
      close()
      tell((error as Error).name === 'NotAllowedError' ? 'refused' : 'none')
    }
  }

  // After another program a camera often gives a black picture: it is opened anew, and is shut while nobody looks.
  const onVisibility = () => {
    if (!document.hidden) return void open()
    close()
    tell('paused')
  }
  document.addEventListener('visibilitychange', onVisibility)
  void open()

  return {
    stop: () => {
      stopped = true
      document.removeEventListener('visibilitychange', onVisibility)
      close()
      tell('paused')
    },
    light: async (on) => camera?.light(on),
  }
}
