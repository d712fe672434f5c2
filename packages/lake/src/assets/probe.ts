import sharp from 'sharp'
import {LakeError} from '../lake-error.ts'

export const maxImageBytes = 20_000_000
const maxPixels = 50_000_000
const maxSide = 10_000
const maxFrames = 100

const formats: Record<string, {extension: string; mimeType: string}> = {
  jpeg: {extension: 'jpg', mimeType: 'image/jpeg'},
  png: {extension: 'png', mimeType: 'image/png'},
  webp: {extension: 'webp', mimeType: 'image/webp'},
  gif: {extension: 'gif', mimeType: 'image/gif'},
}

sharp.block({operation: ['VipsForeignLoad']})
sharp.unblock({
  operation: [
    'VipsForeignLoadJpegBuffer',
    'VipsForeignLoadPngBuffer',
    'VipsForeignLoadWebpBuffer',
    'VipsForeignLoadNsgifBuffer',
  ],
})
sharp.cache(false)

export type ProbedImage = {
  width: number
  height: number
  extension: string
  mimeType: string
  hasAlpha: boolean
  isOpaque: boolean
  lqip: string
  palette: Record<string, unknown>
}

/** True for bytes that start like one of the four pictures we take; nothing else is ever given to sharp. */
function looksLikeImage(bytes: Buffer): boolean {
  const head = bytes.subarray(0, 12).toString('latin1')
  return (
    head.startsWith('\xff\xd8\xff') ||
    head.startsWith('\x89PNG\r\n\x1a\n') ||
    head.startsWith('GIF8') ||
    (head.startsWith('RIFF') && head.endsWith('WEBP'))
  )
}

/** Reads size and kind from the header before a pixel is decoded. Throws a LakeError for what is not a fit picture. */
export async function probeImage(bytes: Buffer): Promise<ProbedImage> {
  if (!looksLikeImage(bytes)) throw new LakeError('invalidRequest', 'Invalid image, could not read metadata')
  try {
    const image = sharp(bytes, {limitInputPixels: maxPixels, failOn: 'error'})
    const {width, height, format, pages = 1, hasAlpha, orientation = 1} = await image.metadata()
    const kind = formats[format]
    if (!kind) throw new LakeError('unsupportedMediaType', 'Images are JPEG, PNG, WebP or GIF')
    if (width * height > maxPixels || width > maxSide || height > maxSide || pages > maxFrames) {
      throw new LakeError('tooLarge', 'The image has too many pixels or frames')
    }
    const isTurned = orientation >= 5
    return {
      ...kind,
      width: isTurned ? height : width,
      height: isTurned ? width : height,
      hasAlpha,
      ...(await describe(bytes, hasAlpha)),
    }
  } catch (cause) {
    if (cause instanceof LakeError) throw cause
    throw new LakeError('invalidRequest', 'Invalid image, could not read metadata', {cause})
  }
}

async function describe(bytes: Buffer, hasAlpha: boolean) {
  const image = sharp(bytes, {limitInputPixels: maxPixels}).rotate()
  const tiny = await image.clone().resize(20, 20, {fit: 'inside'}).png().toBuffer()
  const {dominant, isOpaque} = await sharp(tiny).stats()
  const background = `#${[dominant.r, dominant.g, dominant.b].map((part) => part.toString(16).padStart(2, '0')).join('')}`
  const isDark = dominant.r * 0.299 + dominant.g * 0.587 + dominant.b * 0.114 < 140
  const foreground = isDark ? '#fff' : '#000'
  const swatch = {
    _type: 'sanity.imagePaletteSwatch',
    background,
    foreground,
    title: foreground,
    population: 1,
  }
  return {
    isOpaque: !hasAlpha || isOpaque,
    lqip: `data:image/png;base64,${tiny.toString('base64')}`,
    palette: {_type: 'sanity.imagePalette', dominant: swatch},
  }
}
