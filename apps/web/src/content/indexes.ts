/** The lists of pages, by the first part of their addresses. */
export const indexes = {
  articles: {
    type: 'article',
    title: 'Articles',
    lead: 'Longer reads that take one question and answer it from the start.',
  },
  conditions: {
    type: 'condition',
    title: 'Conditions',
    lead: 'What a diagnosis is, what its name means, and what can be done.',
  },
  treatments: {
    type: 'treatmentClass',
    title: 'Treatments',
    lead: 'How each kind of treatment works, how it is taken, and what to watch for.',
  },
  biomarkers: {
    type: 'biomarker',
    title: 'Biomarkers',
    lead: 'The words on your test report, and what each result means.',
  },
} as const

export type IndexName = keyof typeof indexes

export function isIndexName(name: string): name is IndexName {
  return Object.hasOwn(indexes, name)
}
