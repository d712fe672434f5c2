export {ClinicalError} from './clinical-error.ts'
export {publishedId, type WholeDocument} from './document.ts'
export {canonicalJson, digestFormat, digestOf, digestOfSnapshot, snapshotOf} from './digest/digest.ts'
