import type {Article} from '@lantern/content/read'
import {ref, refs, slug, type Unstored} from '../../document.ts'
import {picture} from '../../pictures.ts'
import {body, h2, p, points, text} from '../../portable-text.ts'

export const articleHowToReadYourReport: Unstored<Article> = {
  _id: 'article-how-to-read-your-report',
  _type: 'article',
  kind: 'guide',
  title: 'How to read your pathology and biomarker report',
  slug: slug('how-to-read-your-pathology-and-biomarker-report'),
  language: 'en',
  dek: 'What the lines on your report mean, and what you can ask about them.',
  hero: picture('reading-lamp'),
  authors: refs('person-sample-author'),
  audience: ['patient', 'carer'],
  moment: 'any',
  mainCondition: ref('condition-hr-positive-her2-negative-mbc'),
  body: body(
    p(
      'A report is written for doctors, so it is normal if you find it hard to read. This page goes through the main lines. Have your report next to you, or read on without it.',
    ),
    p(
      'You can ask for a copy at the office, or look in your online chart. If a line worries you, write it down and ask about it.',
    ),

    h2('Two kinds of report'),
    p(
      'A **pathology report** describes a piece of tissue from a biopsy or an operation. It holds the results for ER, PR and HER2.',
    ),
    p(
      'A **biomarker or genomic report** lists gene changes. {It can come from tumor tissue or from a blood sample.|asco-biomarkers-2022} {Biomarkers are genes, proteins and other signs that tell doctors more about a cancer.|nci-biomarkers,acs-biomarkers}',
    ),

    h2('ER and PR'),
    p(
      'ER and PR are hormone receptors. You may see a share of cells that stain and the word positive or negative. {If one or both are positive, the cancer is HR-positive.|nci-ht}',
    ),
    {
      _type: 'biomarkerMeaning' as const,
      biomarker: ref('biomarker-hormone-receptors'),
      heading: 'What the result means',
    },
    p(
      '{The result can change over time, so a new sample is tested when that can be done.|review-first-line-2023}',
    ),

    h2('HER2'),
    p(
      '{HER2 has a score from 0 to 3+, from a stain called IHC.|asco-cap-her2} {A score of 2+ is not clear, so a second test, called ISH or FISH, counts gene copies.|asco-cap-her2}',
    ),
    {
      _type: 'biomarkerMeaning' as const,
      biomarker: ref('biomarker-her2'),
      heading: 'What the score means',
    },
    {
      _type: 'callout' as const,
      tone: 'note' as const,
      title: 'Look for the number',
      text: text(
        p(
          '{HER2-low and HER2-ultralow are both part of HER2-negative.|fda-tdxd} {They can make one more drug an option after endocrine therapy.|fda-tdxd} The words may not be on your report, so ask for the exact score.',
        ),
      ),
    },

    h2('Gene changes in the tumor'),
    p(
      'These lines name a gene and what was found in it. You may read mutation, alteration or variant, and they all mean a change. Not detected means that this test did not find one.',
    ),
    points(
      '[ESR1](biomarker-esr1): {a change can make an oral SERD an option.|fda-elacestrant,bco-imlunestrant}',
      '[PIK3CA](biomarker-pik3ca): {a change can make a PI3K or AKT inhibitor an option.|asco-biomarkers-2022,fda-capivasertib}',
      '[AKT1](biomarker-akt1) and [PTEN](biomarker-pten): {a change can make an AKT inhibitor an option.|fda-capivasertib}',
    ),
    p(
      '{If a blood test finds no PIK3CA change, the tumor should be tested when a sample is at hand.|asco-biomarkers-2022} {ESR1 can be tested again if the cancer grows later.|asco-biomarkers-2024}',
    ),

    h2('Genes you were born with'),
    p(
      '{A test of the tumor is not the same as a test for inherited changes.|nci-biomarkers} The second kind looks for changes you were born with, such as in [BRCA1 and BRCA2](biomarker-brca1-brca2). These are the words you may see:',
    ),
    points(
      '**Pathogenic** or **likely pathogenic**: {a harmful change was found.|komen-genetic-results}',
      '**Variant of uncertain significance**, or **VUS**: {more study is needed.|komen-genetic-results} {It is most often treated like a negative result.|komen-genetic-results}',
      '**Benign** or **likely benign**: {the change is harmless.|komen-genetic-results}',
    ),
    p('A genetic counselor can explain what a result means for you and for your relatives.'),

    h2('Questions about your report'),
    {
      _type: 'questionList' as const,
      questions: refs('question-results', 'question-biomarker-tests', 'question-inherited-testing'),
    },
  ),
  related: [
    {
      _key: 'what-is-hr-positive-her2-negative-mbc',
      _type: 'relatedArticle',
      article: ref('article-what-is-hr-positive-her2-negative-mbc'),
      excerpt: 'What the name means, how this cancer is treated, and who can help.',
    },
    {
      _key: 'starting-treatment',
      _type: 'relatedArticle',
      article: ref('article-starting-treatment'),
      excerpt: 'Tests before the first day, the first weeks, and when to call.',
    },
  ],
  seo: {
    _type: 'seo',
    title: 'How to read your pathology and biomarker report',
    description:
      'ER, PR, HER2 scores, ESR1, PIK3CA and inherited BRCA results: what each line of your breast cancer report means, and what to ask about it.',
  },
}
