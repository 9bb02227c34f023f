/** The camera on the back of a phone, or the only one of a till. What lib.dom does not know yet is typed here. */

type Torch = MediaTrackCapabilities & { torch?: boolean }

export type Camera = {
  /** Whether the lamp can be lit. */
  torch: boolean
  light: (on: boolean) => Promise<void>
  close: () => void
}

/**
 * Shows the camera's picture in a video.
 * @param onLost the picture has ended by itself: unplugged, or taken by another program
 * @throws NotAllowedError when the person or the browser says no, NotFoundError when there is no camera
 */
export const openCamera = async (video: HTMLVideoElement, onLost: () => void): Promise<Camera> => {
  const size = { width: { ideal: 1280 }, height: { ideal: 720 } }
  const stream = await navigator.mediaDevices.getUserMedia({
    audio: false,
    video: { facingMode: { ideal: 'environment' }, ...size },
  })
  const [track] = stream.getVideoTracks()
  track?.addEventListener('ended', onLost)
  video.srcObject = stream
  video.muted = true
  // iPhones open a video over the whole screen otherwise.
  video.setAttribute('playsinline', '')
  await video.play()
  return {
    torch: Boolean((track?.getCapabilities?.() as Torch | undefined)?.torch),
    light: async (on) => {
      await track?.applyConstraints({ advanced: [{ torch: on } as MediaTrackConstraintSet] })
    },
    close: () => {
      track?.removeEventListener('ended', onLost)
      for (const one of stream.getTracks()) one.stop()
      video.srcObject = null
    },
  }
}
