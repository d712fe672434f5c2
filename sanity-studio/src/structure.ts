import {ActivityIcon} from '@sanity/icons/Activity'
import {BellIcon} from '@sanity/icons/Bell'
import {BookIcon} from '@sanity/icons/Book'
import {CaseIcon} from '@sanity/icons/Case'
import {CogIcon} from '@sanity/icons/Cog'
import {DocumentTextIcon} from '@sanity/icons/DocumentText'
import {HeartIcon} from '@sanity/icons/Heart'
import {HelpCircleIcon} from '@sanity/icons/HelpCircle'
import {LinkIcon} from '@sanity/icons/Link'
import {RocketIcon} from '@sanity/icons/Rocket'
import {SearchIcon} from '@sanity/icons/Search'
import {UsersIcon} from '@sanity/icons/Users'
import type {StructureResolver} from 'sanity/structure'

/** The desk in the order of an editor's work: what readers read, what it rests on, then what surrounds it. */
export const structure: StructureResolver = (S) =>
  S.list()
    .title('Content')
    .items([
      S.documentTypeListItem('article').title('Articles').icon(DocumentTextIcon),
      S.documentTypeListItem('condition').title('Conditions').icon(ActivityIcon),
      S.documentTypeListItem('biomarker').title('Biomarkers').icon(SearchIcon),
      S.documentTypeListItem('treatmentClass').title('Treatment classes').icon(CaseIcon),
      S.documentTypeListItem('supportResource').title('Support resources').icon(HeartIcon),
      S.documentTypeListItem('question').title('Questions to ask').icon(HelpCircleIcon),
      S.divider(),
      S.documentTypeListItem('source').title('Sources').icon(BookIcon),
      S.documentTypeListItem('person').title('People').icon(UsersIcon),
      S.divider(),
      S.documentTypeListItem('siteNotice').title('Notices').icon(BellIcon),
      S.listItem()
        .title('App and marketing')
        .id('marketing')
        .icon(RocketIcon)
        .child(
          S.list()
            .title('App and marketing')
            .items([
              S.documentTypeListItem('placement').title('Placements').icon(LinkIcon),
              S.documentTypeListItem('callToAction').title('Calls to action'),
              S.documentTypeListItem('appProfile').title('Apps'),
            ]),
        ),
      S.listItem()
        .title('Settings')
        .id('settings')
        .icon(CogIcon)
        .child(S.document().schemaType('siteSettings').documentId('siteSettings').title('Site settings')),
    ])
