/** How hard a text is to read, for the starter library, which imports `content` alone. */
export {readingGrade, sentencesOf, withoutNames, wordsOf} from '@lantern/clinical'
