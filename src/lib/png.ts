import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { initWasm, Resvg, type ResvgRenderOptions } from '@resvg/resvg-wasm'

const { resolve } = createRequire(import.meta.url)
let ready: Promise<void> | undefined

type Drawn = {
  /** Pixels of its longer side; without it, one to a unit of its own size. */
  side?: number
  /** For its letters. Without them text must be shapes already. */
  fonts?: Uint8Array[]
}

const fitted = (svg: string, side: number): NonNullable<ResvgRenderOptions['fitTo']> => {
  const measured = new Resvg(svg)
  const { width, height } = measured
  measured.free()
  return width > height ? { mode: 'width', value: side } : { mode: 'height', value: side }
}

/** A picture of shapes as pixels. Takes 50–200 ms of the thread that calls it, and some 20 MB while it draws. */
export const pngOf = async (svg: string, { side, fonts }: Drawn = {}): Promise<Uint8Array> => {
  ready ??= readFile(resolve('@resvg/resvg-wasm/index_bg.wasm')).then(initWasm)
  await ready
  const drawing = new Resvg(svg, {
    ...(side ? { fitTo: fitted(svg, side) } : {}),
    ...(fonts ? { font: { fontBuffers: fonts } } : {}),
  })
  const image = drawing.render()
  try {
    return image.asPng()
  } finally {
    image.free()
    drawing.free()
  }
}
