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

const definition = z.looseObject({
  name: z.string(),
  fields: z.array(z.looseObject({name: z.string(), validation: z.unknown().optional()})),
})
type Definition = z.infer<typeof definition>

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

  test.each(Object.entries(objects))('agree on the fields of %s', (name, parser) => {
    expect(drift(definitions.get(name), parser)).toEqual([])
  })

  test.each(Object.keys(parsers))('give %s an icon', (name) => {
    expect(definitions.get(name)?.icon).toBeDefined()
  })

  test('would be found to differ over a renamed field', () => {
    const person = definitions.get('person')
    const fields = person?.fields.map((field) => (field.name === 'role' ? {...field, name: 'job'} : field))
    expect(drift({name: 'person', fields: fields ?? []}, parsers.person)).toEqual([
      'person.job: required in the Studio, absent in the parser',
      'person.role: absent in the Studio, required in the parser',
    ])
  })
})

test('the door for servers loads neither the Studio nor React', async () => {
  const loaded = await importsOf(join(import.meta.dirname, 'read.ts'))
  expect([...loaded].filter((name) => !name.startsWith('/')).toSorted()).toEqual(['groq', 'zod'])
})

function drift(schema: Definition | undefined, parser: z.ZodObject): string[] {
  const studio = new Map(schema?.fields.map(({name, validation}) => [name, need(isRequired(validation))]))
  const read = new Map(
    Object.entries(parser.shape)
      .filter(([name]) => !name.startsWith('_'))
      .map(([name, field]) => [name, need(!z.safeParse(field, undefined).success)]),
  )
  const names = [...new Set([...studio.keys(), ...read.keys()])].toSorted()
  return names
    .filter((name) => studio.get(name) !== read.get(name))
    .map(
      (name) =>
        `${schema?.name}.${name}: ${studio.get(name) ?? 'absent'} in the Studio, ${read.get(name) ?? 'absent'} in the parser`,
    )
}

function need(required: boolean): string {
  return required ? 'required' : 'optional'
}

/** Whether a validation asks for a value: it is called with a rule that notes what is asked of it. */
function isRequired(validation: unknown): boolean {
  if (typeof validation !== 'function') return false
  const asked = new Set<PropertyKey>()
  const rule: object = new Proxy(
    {},
    {
      get: (_, name) => {
        asked.add(name)
        return () => rule
      },
    },
  )
  Reflect.apply(validation, undefined, [rule])
  return asked.has('required')
}

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
