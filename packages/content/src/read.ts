/** The door for servers: parsers, queries and tags, without the Studio and without React. */
export {
  parseDocument,
  parsers,
  type AnyDocument,
  type DocumentType,
  type Parsed,
  type Problem,
} from './document/parse.ts'
export {referencesOf} from './document/references.ts'
export {queries} from './queries/queries.ts'
export {documentTag, referrersTag, slugTag, typeTag} from './change/tags.ts'
export {changeFilter, changeProjection, parseChange, tagsOfChange, type Change} from './change/change.ts'
export {readingMinutes} from './portable-text/reading-minutes.ts'
export type {PlainText, RichText} from './portable-text/parse.ts'
export type {Condition} from './condition/parse.ts'
export type {Biomarker} from './biomarker/parse.ts'
export type {TreatmentClass} from './treatment-class/parse.ts'
export type {SupportResource} from './support-resource/parse.ts'
export type {Article} from './article/parse.ts'
export type {Person} from './person/parse.ts'
export type {Source} from './source/parse.ts'
export type {Question} from './question/parse.ts'
export type {SiteNotice} from './site-notice/parse.ts'
export type {AppProfile} from './app-profile/parse.ts'
export type {CallToAction} from './call-to-action/parse.ts'
export type {Placement} from './placement/parse.ts'
export type {SiteSettings} from './site-settings/parse.ts'
