import {condition, conditionFields, type Condition} from '../condition/parse.ts'
import {biomarker, biomarkerFields, type Biomarker} from '../biomarker/parse.ts'
import {treatmentClass, treatmentClassFields, type TreatmentClass} from '../treatment-class/parse.ts'
import {supportResource, supportResourceFields, type SupportResource} from '../support-resource/parse.ts'
import {article, articleFields, type Article} from '../article/parse.ts'
import {person, personFields, type Person} from '../person/parse.ts'
import {source, sourceFields, type Source} from '../source/parse.ts'
import {question, questionFields, type Question} from '../question/parse.ts'
import {siteNotice, siteNoticeFields, type SiteNotice} from '../site-notice/parse.ts'
import {appProfile, appProfileFields, type AppProfile} from '../app-profile/parse.ts'
import {callToAction, callToActionFields, type CallToAction} from '../call-to-action/parse.ts'
import {placement, placementFields, type Placement} from '../placement/parse.ts'
import {siteSettings, siteSettingsFields, type SiteSettings} from '../site-settings/parse.ts'

export type AnyDocument =
  | Condition
  | Biomarker
  | TreatmentClass
  | SupportResource
  | Article
  | Person
  | Source
  | Question
  | SiteNotice
  | AppProfile
  | CallToAction
  | Placement
  | SiteSettings

export type DocumentType = AnyDocument['_type']

/** The parser of each type. */
export const parsers = {
  condition,
  biomarker,
  treatmentClass,
  supportResource,
  article,
  person,
  source,
  question,
  siteNotice,
  appProfile,
  callToAction,
  placement,
  siteSettings,
} as const

/** The plain field objects behind the parsers, for whoever compares fields. */
export const fieldsOf = {
  condition: conditionFields,
  biomarker: biomarkerFields,
  treatmentClass: treatmentClassFields,
  supportResource: supportResourceFields,
  article: articleFields,
  person: personFields,
  source: sourceFields,
  question: questionFields,
  siteNotice: siteNoticeFields,
  appProfile: appProfileFields,
  callToAction: callToActionFields,
  placement: placementFields,
  siteSettings: siteSettingsFields,
} as const

/** Why a document was refused: which one, where in it, and what was expected there. */
export type Problem = {documentId: string; type: string; path: string; message: string}
export type Parsed = {ok: true; document: AnyDocument} | {ok: false; problems: Problem[]}

function idOf(value: unknown): string {
  const id: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, '_id') : undefined
  return typeof id === 'string' ? id : '(no id)'
}

/** Parses one stored document of a type. What it refuses, it names by document, path and what was expected. */
export function parseDocument(type: DocumentType, value: unknown): Parsed {
  const parsed = parsers[type].safeParse(value)
  if (parsed.success) return {ok: true, document: parsed.data}
  const documentId = idOf(value)
  return {
    ok: false,
    problems: parsed.error.issues.map(({path, message}) => ({
      documentId,
      type,
      path: path.map(String).join('.'),
      message,
    })),
  }
}
