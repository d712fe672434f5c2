import type {Browser, Page} from '@playwright/test'

/** A picture of 800 × 400 pixels in four upright stripes. */
export const stripes = ['red', 'green', 'blue', 'yellow'] as const
export type Stripe = (typeof stripes)[number]

/** The picture as a PNG file. */
export async function paintStripes(page: Page): Promise<Buffer> {
  const address = await page.evaluate((colours) => {
    const canvas = document.createElement('canvas')
    canvas.width = 800
    canvas.height = 400
    const pen = canvas.getContext('2d')
    if (!pen) throw new Error('Expected a canvas.')
    for (const [index, colour] of colours.entries()) {
      pen.fillStyle = colour
      pen.fillRect(index * 200, 0, 200, 400)
    }
    return canvas.toDataURL('image/png')
  }, stripes)
  return Buffer.from(address.split(',')[1] ?? '', 'base64')
}

/** Size of a picture, and the stripes that its middle row shows from left to right. */
export async function lookAt(
  browser: Browser,
  picture: Buffer,
): Promise<{width: number; height: number; seen: (Stripe | 'other')[]}> {
  const page = await browser.newPage()
  const looked = await page.evaluate(async (data) => {
    const image = new Image()
    image.src = `data:image/png;base64,${data}`
    await image.decode()
    const {naturalWidth: width, naturalHeight: height} = image
    const canvas = new OffscreenCanvas(width, height)
    const pen = canvas.getContext('2d')
    if (!pen) throw new Error('Expected a canvas.')
    pen.drawImage(image, 0, 0)
    const row = pen.getImageData(0, Math.floor(height / 2), width, 1).data
    // The eighths of the row, so that the blend where two stripes meet is not looked at.
    const points = [1, 3, 5, 7].map((eighth) => 4 * Math.floor((eighth * width) / 8))
    return {width, height, colours: points.map((at) => Array.from(row.slice(at, at + 3)))}
  }, picture.toString('base64'))
  await page.close()
  return {width: looked.width, height: looked.height, seen: looked.colours.map(nameOf)}
}

function nameOf([red = 0, green = 0, blue = 0]: number[]): Stripe | 'other' {
  const high = [red > 200, green > 200, blue > 200].map(Number).join('')
  if (high === '100') return 'red'
  if (high === '110') return 'yellow'
  if (high === '001') return 'blue'
  return high === '000' && green > 100 ? 'green' : 'other'
}
