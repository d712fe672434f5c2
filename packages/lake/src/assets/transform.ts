import {createHash} from 'node:crypto'
import {readFile} from 'node:fs/promises'
import {join} from 'node:path'
import sharp, {type FitEnum} from 'sharp'
import {z} from 'zod'
import {writeWhole} from './files.ts'

/** Widths snap up to these, so that ten thousand URLs are a dozen pictures. */
const steps = [320, 480, 640, 800, 960, 1280, 1600, 1920, 2560, 3200, 3840]
const small = [32, 64, 96, 128, 160, 200, 240]
const snap = (length: number): number => [...small, ...steps].find((step) => step >= length) ?? 3840

const number = (fallback?: number) => z.coerce.number().finite().optional().catch(fallback)
const parameters = z.object({
  w: number(),
  h: number(),
  'max-w': number(),
  'max-h': number(),
  q: number(),
  dpr: number(1),
  'fp-x': number(0.5),
  'fp-y': number(0.5),
  rect: z
    .string()
    .regex(/^\d{1,5},\d{1,5},\d{1,5},\d{1,5}$/)
    .transform((text) => text.split(',').map(Number))
    .optional()
    .catch(undefined),
  fit: z.enum(['clip', 'crop', 'fill', 'fillmax', 'max', 'scale', 'min']).optional().catch(undefined),
  crop: z
    .enum(['top', 'bottom', 'left', 'right', 'center', 'focalpoint', 'entropy'])
    .optional()
    .catch(undefined),
  fm: z.enum(['jpg', 'pjpg', 'png', 'webp']).optional().catch(undefined),
  auto: z.string().optional(),
})
type Parameters = z.infer<typeof parameters>
export type Transform = {
  rect: [left: number, top: number, width: number, height: number] | null
  width: number | null
  height: number | null
  fit: keyof FitEnum
  enlarge: boolean
  position: string
  focus: [x: number, y: number] | null
  quality: number
  format: 'jpeg' | 'png' | 'webp' | 'gif'
}

const fits = {
  clip: 'inside',
  max: 'inside',
  crop: 'cover',
  min: 'cover',
  fill: 'contain',
  fillmax: 'contain',
  scale: 'fill',
} as const
const ofExtension: Record<string, Transform['format']> = {
  jpg: 'jpeg',
  pjpg: 'jpeg',
  png: 'png',
  webp: 'webp',
  gif: 'gif',
}
const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most)

function chooseFormat(asked: Parameters, extension: string, accept: string): Transform['format'] {
  if (asked.fm) return ofExtension[asked.fm] ?? 'jpeg'
  if (asked.auto?.split(',').includes('format') && accept.includes('image/webp')) return 'webp'
  return ofExtension[extension] ?? 'jpeg'
}

/** Both sides grow by the same factor when the width snaps, so the shape that was asked for stays. */
function sidesOf(asked: Parameters): {width: number | null; height: number | null} {
  const dpr = clamp(asked.dpr ?? 1, 1, 3)
  const width = asked.w ?? asked['max-w']
  const height = asked.h ?? asked['max-h']
  if (!width && !height) return {width: null, height: null}
  const lead = clamp((width ?? height ?? 1) * dpr, 1, 3840)
  const factor = snap(lead) / (width ?? height ?? 1)
  const scaled = (side: number | undefined): number | null =>
    side ? clamp(Math.round(side * factor), 1, 4000) : null
  return {width: scaled(width), height: scaled(height)}
}

/** What the query of an image URL asks for, within the limits; null when it asks for the original. */
export function readTransform(
  query: Record<string, string>,
  extension: string,
  accept: string,
): Transform | null {
  const asked = parameters.parse(query)
  const sides = sidesOf(asked)
  const format = chooseFormat(asked, extension, accept)
  const isChanged = sides.width || sides.height || asked.rect || asked.q || format !== ofExtension[extension]
  if (!isChanged) return null
  const [left, top, width, height] = asked.rect ?? []
  const fit = asked.fit ?? 'clip'
  return {
    rect: width && height ? [left ?? 0, top ?? 0, width, height] : null,
    ...sides,
    fit: fits[fit],
    enlarge: fit === 'scale' || fit === 'fill' || fit === 'crop',
    position: asked.crop === 'entropy' ? 'entropy' : (asked.crop ?? 'center').replace('focalpoint', 'center'),
    focus:
      asked.crop === 'focalpoint'
        ? [clamp(asked['fp-x'] ?? 0.5, 0, 1), clamp(asked['fp-y'] ?? 0.5, 0, 1)]
        : null,
    quality: Math.round(clamp(asked.q ?? 75, 10, 95) / 5) * 5,
    format,
  }
}

/** The largest part of the picture that has the wanted shape and lies around the focus. */
function aroundFocus(size: {width: number; height: number}, transform: Transform) {
  const {focus, width, height} = transform
  if (!focus || !width || !height) return null
  const scale = Math.min(size.width / width, size.height / height)
  const part = {
    width: Math.max(1, Math.floor(width * scale)),
    height: Math.max(1, Math.floor(height * scale)),
  }
  const left = Math.round(clamp(focus[0] * size.width - part.width / 2, 0, size.width - part.width))
  const top = Math.round(clamp(focus[1] * size.height - part.height / 2, 0, size.height - part.height))
  return {...part, left, top}
}

async function render(bytes: Buffer, transform: Transform): Promise<Buffer> {
  const upright = await sharp(bytes, {limitInputPixels: 50_000_000})
    .rotate()
    .toBuffer({resolveWithObject: true})
  let size = {width: upright.info.width, height: upright.info.height}
  let image = sharp(upright.data).timeout({seconds: 10})
  if (transform.rect) {
    const left = clamp(transform.rect[0], 0, size.width - 1)
    const top = clamp(transform.rect[1], 0, size.height - 1)
    size = {
      width: clamp(transform.rect[2], 1, size.width - left),
      height: clamp(transform.rect[3], 1, size.height - top),
    }
    image = sharp(
      await image
        .extract({left, top, ...size})
        .png()
        .toBuffer(),
    )
  }
  const focused = aroundFocus(size, transform)
  if (focused) image = sharp(await image.extract(focused).png().toBuffer())
  if (transform.width || transform.height) {
    const {fit, position, enlarge} = transform
    image = image.resize(transform.width, transform.height, {fit, position, withoutEnlargement: !enlarge})
  }
  const options = transform.format === 'png' ? {} : {quality: transform.quality}
  return image.toFormat(transform.format, transform.format === 'gif' ? {} : options).toBuffer()
}

const maxAtOnce = 2

/** Renders pictures two at a time and keeps each on disk; the same URL is rendered once however many ask. */
export function createTransformer(
  directory: string,
): (source: string, transform: Transform) => Promise<Buffer> {
  const waiting: (() => void)[] = []
  const underWay = new Map<string, Promise<Buffer>>()
  let running = 0
  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= maxAtOnce) await new Promise<void>((resolve) => void waiting.push(resolve))
    running++
    try {
      return await work()
    } finally {
      running--
      waiting.shift()?.()
    }
  }
  return (source, transform) => {
    const key = createHash('sha256')
      .update(JSON.stringify([source, transform]))
      .digest('hex')
    const cached = join(directory, 'image-cache', key.slice(0, 2), key)
    const make = async (): Promise<Buffer> => {
      const kept = await readFile(cached).catch(() => null)
      if (kept) return kept
      const rendered = await inTurn(async () => render(await readFile(source), transform))
      await writeWhole(cached, rendered)
      return rendered
    }
    const work = underWay.get(key) ?? make().finally(() => underWay.delete(key))
    underWay.set(key, work)
    return work
  }
}
