import {expect, test} from 'vitest'
import {datasetTag, documentTag, syncTagsOf, tagsOfChange, typeTag} from './sync-tags.ts'

const dataset = 'production'
const note = {_type: 'note'}

test('every change touches its dataset, its type and its document', () => {
  const tags = tagsOfChange({dataset, documentId: 'a', before: null, after: note})
  expect(tags).toEqual([datasetTag(dataset), typeTag(dataset, 'note'), documentTag(dataset, 'a')])
  expect(tags).toContain(syncTagsOf(dataset)[0])
})

test('a draft and a version touch the document that they belong to', () => {
  for (const documentId of ['drafts.a', 'versions.spring.a']) {
    expect(tagsOfChange({dataset, documentId, before: note, after: null})).toContain(
      documentTag(dataset, 'a'),
    )
  }
})

test('a document that changes its type touches both types', () => {
  const tags = tagsOfChange({dataset, documentId: 'a', before: note, after: {_type: 'article'}})
  expect(tags).toEqual(expect.arrayContaining([typeTag(dataset, 'note'), typeTag(dataset, 'article')]))
})

test('a tag is short, tells nothing of what it names, and differs by kind and dataset', () => {
  const tags = [
    datasetTag('a'),
    typeTag('a', 'a'),
    documentTag('a', 'a'),
    documentTag('b', 'a'),
    typeTag('a', 'b'),
  ]
  for (const tag of tags) expect(tag).toMatch(/^s1:[\w-]{12}$/u)
  expect(new Set(tags).size).toBe(tags.length)
})
