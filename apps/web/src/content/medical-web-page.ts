import type {Source} from '@lantern/content/read'
import type {MedicalWebPage, Thing, WithContext} from 'schema-dts'
import {siteEnv} from '../env.ts'

type Described = {
  path: string
  title: string
  description: string
  updatedAt: string
  about?:
    | {
        name: string
        kind: 'MedicalCondition' | 'MedicalTherapy' | 'MedicalTest'
        codes?: readonly Code[] | undefined
      }
    | undefined
  sources: readonly Source[]
}
type Code = {system: string; code: string}

/** schema.org's MedicalWebPage for a page. Without an approval it names no reviewer and no review date. */
export function medicalWebPage({
  path,
  title,
  description,
  updatedAt,
  about,
  sources,
}: Described): WithContext<Thing> {
  const page: WithContext<MedicalWebPage> = {
    '@context': 'https://schema.org',
    '@type': 'MedicalWebPage',
    url: `${siteEnv().siteUrl}${path}`,
    name: title,
    description,
    inLanguage: 'en',
    dateModified: updatedAt,
    isAccessibleForFree: true,
    medicalAudience: {'@type': 'MedicalAudience', audienceType: 'Patient'},
    ...(about && {
      about: {
        '@type': about.kind,
        name: about.name,
        code: (about.codes ?? []).map(({system, code}) => ({
          '@type': 'MedicalCode',
          codingSystem: system,
          codeValue: code,
        })),
      },
    }),
    citation: sources.map(({title: name, url, publisher}) => ({
      '@type': 'CreativeWork',
      name,
      url,
      publisher: {'@type': 'Organization', name: publisher},
    })),
  }
  return page
}
