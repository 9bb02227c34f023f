import encodeQR from 'qr'
import { describe, expect, test } from 'vitest'
import { readPixels } from './decoder.client.ts'
import { newReadFilter, readingSize, shouldComeCloser } from './read-filter.ts'

const code = 'K7PQ2-X9D4F'
type Grey = (x: number, y: number) => number
const [width, height] = [400, 300]

/** A card held into a picture: the light at a point, 0 to 255, read from a code turned and sized so. */
const held = (text: string, { size = 200, degrees = 0, dark = 20, light = 235 } = {}): Grey => {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 4 })
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
  return (x, y) => {
    const [dx, dy] = [x - width / 2, y - height / 2]
    const [u, v] = [(dx * cos + dy * sin) / size + 0.5, (dy * cos - dx * sin) / size + 0.5]
    const row = rows[Math.floor(v * rows.length)]
    return row?.[Math.floor(u * rows.length)] ? dark : light
  }
}

/** Each point is the mean of those around it. */
const blurred =
  (sharp: Grey, radius: number): Grey =>
  (x, y) => {
    let sum = 0
    for (let dy = -radius; dy <= radius; dy += 1)
      for (let dx = -radius; dx <= radius; dx += 1) sum += sharp(x + dx, y + dy)
    return sum / (2 * radius + 1) ** 2
  }

/** The grain of a cheap camera in a dim hall: the same for a seed. */
const grainy = (clean: Grey, strength: number): Grey => {
  let seed = 7
  return (x, y) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return clean(x, y) + (seed / 2_147_483_648 - 0.5) * strength
  }
}

const picture = (grey: Grey): ImageData => {
  const data = new Uint8ClampedArray(width * height * 4)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 4
      data.fill(grey(x, y), at, at + 3)
      data[at + 3] = 255
    }
  return { data, width, height, colorSpace: 'srgb' } as ImageData
}

describe('a card is read', () => {
  test.each([
    ['straight', held(code)],
    ['15° turned', held(code, { degrees: 15 })],
    ['45° turned', held(code, { degrees: 45 })],
    ['upside down', held(code, { degrees: 180 })],
    ['far away', held(code, { size: 90 })],
    ['near', held(code, { size: 280 })],
    ['out of focus', blurred(held(code), 2)],
    ['out of focus and turned', blurred(held(code, { degrees: 30, size: 240 }), 2)],
    ['pale', held(code, { dark: 110, light: 180 })],
    ['in a dim hall', grainy(held(code, { dark: 15, light: 60 }), 24)],
    [
      'dim, turned and out of focus',
      grainy(blurred(held(code, { degrees: 20, dark: 20, light: 80 }), 2), 16),
    ],
    ['on a dark screen', held(code, { dark: 235, light: 20 })],
  ])('%s', (_, grey) => expect(readPixels(picture(grey))).toBe(code))

  test('also as a link', () => {
    const link = `https://kaiku.example/k#${code}`
    expect(readPixels(picture(held(link, { size: 260 })))).toBe(link)
  })

  test('where there is none, nothing is read and nothing breaks', () => {
    expect(readPixels(picture(() => 128))).toBeNull()
    expect(readPixels(picture(grainy(() => 128, 200)))).toBeNull()
    expect(readPixels({ data: new Uint8ClampedArray(4), width: 1, height: 1 } as ImageData)).toBeNull()
  })
})

const twice = (text: string, at: number): [string, number][] => [
  [text, at],
  [text, at + 100],
]

describe('a card in view is reported once', () => {
  const sightings = (times: [string, number][]) => {
    const isNew = newReadFilter()
    return times.filter(([text, at]) => isNew(text, at)).map(([text, at]) => `${text} ${at}`)
  }
  test.each<[string, [string, number][], string[]]>([
    ['ten frames of one card', Array.from({ length: 10 }, (_, n) => ['A', n * 100]), ['A 0']],
    ['held for ten seconds', Array.from({ length: 100 }, (_, n) => ['A', n * 100]), ['A 0']],
    ['gone for two seconds and back', [...twice('A', 0), ['A', 2100]], ['A 0']],
    ['gone for three seconds and more', [...twice('A', 0), ['A', 3101]], ['A 0', 'A 3101']],
    ['two cards', [...twice('A', 0), ['B', 200], ['B', 300]], ['A 0', 'B 200']],
    [
      'two cards side by side',
      [
        ['A', 0],
        ['B', 100],
        ['A', 200],
        ['B', 300],
      ],
      ['A 0', 'B 100'],
    ],
  ])('%s', (_, times, reported) => expect(sightings(times)).toEqual(reported))
})

test('after three seconds without a card it is asked to come closer', () => {
  expect(shouldComeCloser(1000, 3999)).toBe(false)
  expect(shouldComeCloser(1000, 4000)).toBe(true)
})

test.each([
  [1280, 720, { width: 640, height: 360 }],
  [720, 1280, { width: 360, height: 640 }],
  [320, 240, { width: 320, height: 240 }],
  [0, 0, { width: 1, height: 1 }],
])('a picture of %i × %i is read at its size or smaller', (w, h, size) =>
  expect(readingSize(w, h)).toEqual(size),
)
