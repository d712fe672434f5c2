import type {StarterDocument} from './document.ts'

/** The names that a reader meets as names: of drugs, treatments, genes, receptors and conditions. */
export function namesOf(documents: readonly StarterDocument[]): string[] {
  return [...new Set(documents.flatMap(namesIn).flatMap(withSingular))]
}

function namesIn(document: StarterDocument): string[] {
  switch (document._type) {
    case 'condition':
      return [document.name, ...(document.alsoCalled ?? []), ...conditionWords]
    case 'biomarker':
      return [
        document.name,
        ...document.symbol.split(', '),
        ...document.results.map(({value}) => value).filter((value) => /^[A-Z\d]+-\w+$/.test(value)),
      ]
    case 'treatmentClass':
      return [document.name, ...(document.exampleMedicines ?? [])]
    default:
      return []
  }
}

/** The kinds of cancer that stand inside the longer names. */
const conditionWords = ['metastatic breast cancer', 'secondary breast cancer', 'breast cancer', 'HR+/HER2-']

const withSingular = (name: string) => (name.endsWith('s') ? [name, name.slice(0, -1)] : [name])
