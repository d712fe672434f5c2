import type {FitEnum} from 'sharp'
import {z} from 'zod'

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
export const clamp = (value: number, least: number, most: number): number =>
  Math.min(Math.max(value, least), most)

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

const hasFocalPoint = (query: Record<string, string>): boolean =>
  query['fit'] === 'crop' && ('fp-x' in query || 'fp-y' in query)

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
    // A focal point says itself that it is meant: the URL builder sends it without `crop=focalpoint`.
    focus:
      asked.crop === 'focalpoint' || (asked.crop === undefined && hasFocalPoint(query))
        ? [clamp(asked['fp-x'] ?? 0.5, 0, 1), clamp(asked['fp-y'] ?? 0.5, 0, 1)]
        : null,
    quality: Math.round(clamp(asked.q ?? 75, 10, 95) / 5) * 5,
    format,
  }
}
