/** A picture of the backend, as its asset id says: `image-<sha1>-<width>x<height>-<extension>`. */
export type PictureName = {sha1: string; width: number; height: number; extension: string}
export type Crop = {top: number; bottom: number; left: number; right: number}

const assetId = /^image-([0-9a-f]{40})-([1-9]\d{0,4})x([1-9]\d{0,4})-(jpg|png|webp|gif|avif)$/
const fileName = /^[0-9a-f]{40}-[1-9]\d{0,4}x[1-9]\d{0,4}\.(?:jpg|png|webp|gif|avif)$/

/** The widths that pages ask for; the lake makes pictures in widths from a closed list only. */
export const pictureWidths = [320, 480, 640, 800, 960, 1280, 1600] as const

/** Reads an asset id, or gives `null` when it names no picture that we show. */
export function parsePictureId(id: string): PictureName | null {
  const [, sha1, width, height, extension] = assetId.exec(id) ?? []
  if (!sha1 || !extension) return null
  return {sha1, width: Number(width), height: Number(height), extension}
}

/** Whether a path segment is the file name of a picture, and so can name nothing else. */
export function isPictureFile(name: string): boolean {
  return fileName.test(name)
}

/** The part of the picture that the editor kept, in pixels `left,top,width,height`, or `null` for the whole. */
export function cropRect(
  picture: PictureName,
  crop: Crop | undefined,
): [number, number, number, number] | null {
  if (!crop || crop.top + crop.bottom + crop.left + crop.right === 0) return null
  const left = Math.round(crop.left * picture.width)
  const top = Math.round(crop.top * picture.height)
  const width = Math.round(picture.width * (1 - crop.left - crop.right))
  const height = Math.round(picture.height * (1 - crop.top - crop.bottom))
  return width > 0 && height > 0 ? [left, top, width, height] : null
}
