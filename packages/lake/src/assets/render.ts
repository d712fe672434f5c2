import sharp from 'sharp'
import {clamp, type Transform} from './transform.ts'

const timeoutS = 10
const maxPixels = 50_000_000
const maxSide = 4000

type Size = {width: number; height: number}
type Region = Size & {left: number; top: number}

/** The largest part of a region that has the wanted shape and lies around the focus. */
function aroundFocus(within: Region, {focus, width, height}: Transform): Region | null {
  if (!focus || !width || !height) return null
  const scale = Math.min(within.width / width, within.height / height)
  const part = {
    width: Math.max(1, Math.floor(width * scale)),
    height: Math.max(1, Math.floor(height * scale)),
  }
  const left = Math.round(clamp(focus[0] * within.width - part.width / 2, 0, within.width - part.width))
  const top = Math.round(clamp(focus[1] * within.height - part.height / 2, 0, within.height - part.height))
  return {...part, left: within.left + left, top: within.top + top}
}

function rectWithin(size: Size, [left, top, width, height]: NonNullable<Transform['rect']>): Region {
  const at = {left: clamp(left, 0, size.width - 1), top: clamp(top, 0, size.height - 1)}
  return {
    ...at,
    width: clamp(width, 1, size.width - at.left),
    height: clamp(height, 1, size.height - at.top),
  }
}

/** One side given means the other by the picture's shape; a very long picture is made smaller, not longer. */
function sidesFor({width, height}: Transform, of: Size): Size | null {
  if (width && height) return {width, height}
  if (!width && !height) return null
  const scale = Math.min(
    width ? width / of.width : (height ?? 1) / of.height,
    maxSide / of.width,
    maxSide / of.height,
  )
  return {
    width: Math.max(1, Math.round(of.width * scale)),
    height: Math.max(1, Math.round(of.height * scale)),
  }
}

/** Cuts and scales a picture, upright, in one pass from its first decoding to its only encoding. */
export async function render(bytes: Buffer, transform: Transform): Promise<Buffer> {
  const options = {limitInputPixels: maxPixels, failOn: 'error'} as const
  const {autoOrient: size} = await sharp(bytes, options).metadata()
  const rect = transform.rect ? rectWithin(size, transform.rect) : null
  const region = aroundFocus(rect ?? {left: 0, top: 0, ...size}, transform) ?? rect
  let image = sharp(bytes, options).timeout({seconds: timeoutS}).autoOrient()
  if (region) image = image.extract(region)
  const sides = sidesFor(transform, region ?? size)
  if (sides) {
    const {fit, position, enlarge} = transform
    image = image.resize(sides.width, sides.height, {fit, position, withoutEnlargement: !enlarge})
  }
  const hasQuality = transform.format === 'jpeg' || transform.format === 'webp'
  return image.toFormat(transform.format, hasQuality ? {quality: transform.quality} : {}).toBuffer()
}
