import type {SchemaTypeDefinition} from 'sanity'
import {appProfileSchema} from './app-profile/schema.ts'
import {articleSchema, relatedArticleSchema} from './article/schema.ts'
import {biomarkerResultSchema, biomarkerSchema} from './biomarker/schema.ts'
import {callToActionSchema} from './call-to-action/schema.ts'
import {
  biomarkerRuleSchema,
  conditionSchema,
  conditionSectionsSchema,
  treatmentOptionSchema,
} from './condition/schema.ts'
import {personSchema} from './person/schema.ts'
import {placementSchema} from './placement/schema.ts'
import {blockSchemas, plainTextSchema, richTextSchema} from './portable-text/schema.ts'
import {questionSchema} from './question/schema.ts'
import {noticeLinkSchema, siteNoticeSchema} from './site-notice/schema.ts'
import {siteSettingsSchema} from './site-settings/schema.ts'
import {sourceSchema} from './source/schema.ts'
import {supportResourceSchema} from './support-resource/schema.ts'
import {treatmentClassSchema} from './treatment-class/schema.ts'
import {codeSchema, figureSchema, seoSchema} from './values/schema.ts'

/** All types of the Studio: the documents, and the objects they are made of. */
export const schemaTypes: SchemaTypeDefinition[] = [
  articleSchema,
  conditionSchema,
  biomarkerSchema,
  treatmentClassSchema,
  supportResourceSchema,
  questionSchema,
  sourceSchema,
  personSchema,
  siteNoticeSchema,
  appProfileSchema,
  callToActionSchema,
  placementSchema,
  siteSettingsSchema,
  plainTextSchema,
  richTextSchema,
  ...blockSchemas,
  conditionSectionsSchema,
  treatmentOptionSchema,
  biomarkerRuleSchema,
  biomarkerResultSchema,
  relatedArticleSchema,
  noticeLinkSchema,
  figureSchema,
  codeSchema,
  seoSchema,
]
