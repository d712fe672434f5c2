import {readFile} from 'node:fs/promises'
import sharp from 'sharp'
import {describe, expect, it} from 'vitest'
import {starterPictures} from './pictures.ts'

describe.each(starterPictures)('the picture $id', ({path, alt, assetId}) => {
  it('is 1600 × 900, a JPEG, and at most 150 KB', async () => {
    const bytes = await readFile(path)
    const {width, height, format} = await sharp(bytes).metadata()
    expect({width, height, format}).toEqual({width: 1600, height: 900, format: 'jpeg'})
    expect(bytes.length).toBeLessThanOrEqual(150 * 1024)
  })

  it('has its drawing beside it', async () => {
    await expect(readFile(path.replace(/jpg$/, 'svg'), 'utf8')).resolves.toMatch(
      /^<svg[^>]*viewBox="0 0 1600 900"/,
    )
  })

  it('says in words what it shows', () => {
    expect(alt.length).toBeGreaterThanOrEqual(5)
    expect(alt.length).toBeLessThanOrEqual(125)
    expect(alt).not.toMatch(/image of|picture of/i)
  })

  it('has the asset id that its bytes give', () => {
    expect(assetId).toMatch(/^image-[0-9a-f]{40}-1600x900-jpg$/)
  })
})
