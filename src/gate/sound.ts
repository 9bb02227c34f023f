/** Short tones for a hand that is busy: up for yes, twice for a question, down and low for no. Nothing is fetched. */

export type Sound = 'ok' | 'ask' | 'no'

/** Hertz and the second at which each tone begins. */
const tones: Record<Sound, [hertz: number, from: number][]> = {
  ok: [
    [880, 0],
    [1320, 0.09],
  ],
  ask: [
    [660, 0],
    [660, 0.16],
  ],
  no: [
    [330, 0],
    [220, 0.14],
  ],
}
const length = 0.12
const loudness = 0.2

let context: AudioContext | null = null

/** A browser that plays nothing before the first touch, or nothing at all, stays silent. */
export const play = (sound: Sound): void => {
  try {
    context ??= new AudioContext()
    void context.resume()
    for (const [hertz, from] of tones[sound]) {
      const [tone, volume] = [context.createOscillator(), context.createGain()]
      const start = context.currentTime + from
      tone.type = sound === 'no' ? 'square' : 'sine'
      tone.frequency.value = hertz
      volume.gain.setValueAtTime(loudness, start)
      // Faded out, or the end of each tone clicks.
      volume.gain.exponentialRampToValueAtTime(0.001, start + length)
      tone.connect(volume).connect(context.destination)
      tone.start(start)
      tone.stop(start + length)
    }
  } catch {
    context = null
  }
}
