import {z} from 'zod'
import {appProfile} from './app-profile/parse.ts'
import {article} from './article/parse.ts'
import {biomarker} from './biomarker/parse.ts'
import {callToAction} from './call-to-action/parse.ts'
import {condition} from './condition/parse.ts'
import {person} from './person/parse.ts'
import {placement} from './placement/parse.ts'
import {question} from './question/parse.ts'
import {siteNotice} from './site-notice/parse.ts'
import {siteSettings} from './site-settings/parse.ts'
import {source} from './source/parse.ts'
import {supportResource} from './support-resource/parse.ts'
import {treatmentClass} from './treatment-class/parse.ts'

/** The parser of each document type, by the type's name. */
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

export type DocumentType = keyof typeof parsers
export type AnyDocument = z.infer<(typeof parsers)[DocumentType]>

export const documentType = z.enum([
  'condition',
  'biomarker',
  'treatmentClass',
  'supportResource',
  'article',
  'person',
  'source',
  'question',
  'siteNotice',
  'appProfile',
  'callToAction',
  'placement',
  'siteSettings',
] satisfies DocumentType[])
