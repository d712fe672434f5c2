type Child = {text?: unknown}
type BlockLike = {
  _type: string
  _key?: string | undefined
  style?: string | undefined
  children?: readonly Child[] | undefined
}
export type Heading = {key: string; id: string; text: string; level: 2 | 3}

/** The headings of a text in order, each with an id that is unique among them. */
export function headingsOf(blocks: readonly BlockLike[]): Heading[] {
  const taken = new Map<string, number>()
  return blocks.flatMap((block) => {
    if (block._type !== 'block' || (block.style !== 'h2' && block.style !== 'h3')) return []
    const text = textOf(block)
    const base =
      text
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, '') || 'section'
    const times = (taken.get(base) ?? 0) + 1
    taken.set(base, times)
    return [
      {
        key: block._key ?? base,
        id: times === 1 ? base : `${base}-${times}`,
        text,
        level: block.style === 'h2' ? 2 : 3,
      },
    ]
  })
}

function textOf({children}: BlockLike): string {
  return (children ?? []).map(({text}) => (typeof text === 'string' ? text : '')).join('')
}
