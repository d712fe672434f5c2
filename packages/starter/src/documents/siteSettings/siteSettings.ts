import type {SiteSettings} from '@lantern/content/read'
import {refs, type Unstored} from '../../document.ts'
import {p, text} from '../../portable-text.ts'

export const siteSettings: Unstored<SiteSettings> = {
  _id: 'siteSettings',
  _type: 'siteSettings',
  siteName: 'Lantern',
  tagline: 'Clear words about metastatic breast cancer',
  disclaimer:
    'This site gives general information. It does not replace advice from your own care team. If you need help right away, call your local emergency number.',
  sampleBanner: 'This is sample content. It has not been checked by a clinician.',
  homeIntro: text(
    p('A diagnosis brings many new words. Here you can look them up at your own pace, one at a time.'),
    p(
      'Each page says what a thing is, what it means for you, and what you can ask. Each fact names its source.',
    ),
  ),
  featuredArticles: refs(
    'article-what-is-hr-positive-her2-negative-mbc',
    'article-starting-treatment',
    'article-how-to-read-your-report',
  ),
  featuredConditions: refs('condition-hr-positive-her2-negative-mbc'),
  footerNote: 'Lantern shows sample content so that you can see how a page is made.',
}
