import {readFile} from 'node:fs/promises'
import {dirname, join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {z} from 'zod'
import {relatedArticle} from './article/parse.ts'
import {biomarkerResult} from './biomarker/parse.ts'
import {biomarkerRule, conditionSections, treatmentOption} from './condition/parse.ts'
import {parsers} from './parsers.ts'
import {customBlocks} from './portable-text/parse.ts'
import {schemaTypes} from './schema.ts'
import {noticeLink} from './site-notice/parse.ts'
import {code, figure, seo} from './values/parse.ts'

const objects: Record<string, z.ZodObject> = {
  ...parsers,
  ...customBlocks,
  relatedArticle,
  biomarkerResult,
  biomarkerRule,
  conditionSections,
  treatmentOption,
  noticeLink,
  code,
  figure,
  seo,
}

const definition = z.looseObject({name: z.string(), fields: z.array(z.unknown())})

const definitions = new Map(
  schemaTypes.flatMap((type) => {
    const parsed = definition.safeParse(type)
    return parsed.success ? [[parsed.data.name, parsed.data] as const] : []
  }),
)

describe('the Studio and the parsers', () => {
  test('name the same types', () => {
    expect([...definitions.keys()].toSorted()).toEqual(Object.keys(objects).toSorted())
  })

  test.each(Object.keys(parsers))('give %s an icon', (name) => {
    expect(definitions.get(name)?.icon).toBeDefined()
  })
})

test('the door for servers loads neither the Studio nor React', async () => {
  const loaded = await importsOf(join(import.meta.dirname, 'read.ts'))
  expect([...loaded].filter((name) => !name.startsWith('/')).toSorted()).toEqual([
    '@lantern/clinical',
    'groq',
    'zod',
  ])
})

/** The names of packages and the paths of files that a file loads, types aside. */
async function importsOf(file: string, seen = new Set<string>()): Promise<Set<string>> {
  seen.add(file)
  const text = await readFile(file, 'utf8')
  for (const [, name = ''] of text.matchAll(/^(?:import|export) (?!type )[^;]*? from '([^']+)'/gm)) {
    const path = name.startsWith('.') ? join(dirname(file), name) : name
    if (seen.has(path)) continue
    if (path === name) seen.add(name)
    else await importsOf(path, seen)
  }
  return seen
}
