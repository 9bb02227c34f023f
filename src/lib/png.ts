import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { initWasm, Resvg } from '@resvg/resvg-wasm'

const { resolve } = createRequire(import.meta.url)
let ready: Promise<void> | undefined

/**
 * A picture of shapes as pixels, one to a unit of its own size. Text must be shapes already: no font is at hand.
 * Takes 50–200 ms of the thread that calls it, and some 20 MB while it draws.
 */
export const pngOf = async (svg: string): Promise<Uint8Array> => {
  ready ??= readFile(resolve('@resvg/resvg-wasm/index_bg.wasm')).then(initWasm)
  await ready
  const drawing = new Resvg(svg)
  const image = drawing.render()
  try {
    return image.asPng()
  } finally {
    image.free()
    drawing.free()
  }
}
