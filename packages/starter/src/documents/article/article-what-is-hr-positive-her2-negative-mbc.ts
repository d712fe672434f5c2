import type {Article} from '@lantern/content/read'
import {ref, refs, slug, type Unstored} from '../../document.ts'
import {picture} from '../../pictures.ts'
import {body, h2, p, points, steps, text} from '../../portable-text.ts'

export const articleWhatIsHrPositiveHer2NegativeMbc: Unstored<Article> = {
  _id: 'article-what-is-hr-positive-her2-negative-mbc',
  _type: 'article',
  kind: 'explainer',
  title: 'What is HR+/HER2- metastatic breast cancer? Diagnosis and treatment options',
  slug: slug('what-is-hr-positive-her2-negative-mbc'),
  language: 'en',
  dek: 'What the name means, how this cancer is treated, and who can help. You can read it one part at a time.',
  hero: picture('lit-window'),
  authors: refs('person-sample-author'),
  audience: ['patient', 'carer'],
  moment: 'newlyDiagnosed',
  mainCondition: ref('condition-hr-positive-her2-negative-mbc'),
  body: body(
    p(
      'You may have just heard these words for the first time. It is a lot to take in. You do not have to take it in all at once.',
    ),
    p(
      'This page says what the name means, how this cancer is treated, and what you can ask. Read one part, then rest. You can come back at any time.',
    ),
    p('It is general information. Your care team knows your own case and can tell you what fits you.'),

    h2('What the name means'),
    p(
      'The name is long because it holds three facts. It says what helps this cancer grow, what does not, and that it has spread. Here are the first two.',
    ),
    {
      _type: 'biomarkerMeaning' as const,
      biomarker: ref('biomarker-hormone-receptors'),
      result: 'HR-positive',
      heading: 'HR+ means hormone receptor-positive',
    },
    {
      _type: 'biomarkerMeaning' as const,
      biomarker: ref('biomarker-her2'),
      result: 'HER2-negative',
      heading: 'HER2- means HER2-negative',
    },
    p(
      'Both results come from tests on a piece of the tumor. {This is the most common kind of breast cancer.|seer} {About 7 in 10 breast cancers in women in the United States are HR+/HER2-, at all stages.|seer}',
    ),
    p(
      '{HER2-negative is not one single group.|fda-tdxd} {Some of these cancers have a small amount of HER2, called HER2-low or HER2-ultralow.|fda-tdxd} This can matter for treatment later, so ask for your exact score.',
    ),

    h2('What metastatic means'),
    p(
      'Metastatic means that {the cancer began in the breast and has spread to distant parts of the body|facs-staging}. {It goes most often to the bones, the liver, the lungs and the brain.|cruk-symptoms,acs-stage-iv} You may also hear stage 4, advanced or secondary breast cancer.',
    ),
    p(
      '{Wherever it goes, it is still breast cancer.|macmillan-symptoms} In a bone, for example, the cells are breast cancer cells. Breast cancer drugs are used to treat it.',
    ),
    p(
      '{Some people have it when they are first told that they have cancer.|bcn-secondary} {More often, it is found months or years after an earlier breast cancer.|bcn-secondary}',
    ),
    p(
      '{It can be treated, though it usually cannot be cured.|bcn-secondary,review-management-2018} {Many people live with it for years, with a good quality of life.|review-endocrine-2017} {Treatment aims to control the cancer, ease symptoms and help you live longer and well.|review-management-2018,acs-stage-iv}',
    ),

    h2('Treatment options'),
    p(
      '{Most people start with endocrine therapy and a CDK4/6 inhibitor.|asco-biomarkers-2024,review-first-line-2023} {If the cancer grows, the next choice depends on your test results and on what you have had.|asco-biomarkers-2024} No one needs every treatment on this list.',
    ),
    p(
      'Hormone drugs are not all pills. {Some are shots into a muscle, or small implants under the skin.|macmillan-fulvestrant,cruk-goserelin}',
    ),
    {
      _type: 'treatmentOptionList' as const,
      condition: ref('condition-hr-positive-her2-negative-mbc'),
      title: 'The options, one by one',
    },
    {
      _type: 'callout' as const,
      tone: 'important' as const,
      title: 'When to call right away',
      text: text(
        p('You may never need this list. It is good to know where it is.'),
        points(
          '{New back pain, numb or weak legs, trouble walking, or trouble with your bladder or bowels.|cruk-spinal-cord} This can be pressure on the spinal cord.',
          '{A temperature of 100.4°F (38°C) or higher during chemotherapy.|cdc-infections} Ask your team which number to use for your own treatment.',
          '{New trouble breathing or chest pain.|lbbc-palbociclib}',
        ),
        p(
          'You can call by day or night. {If you cannot reach your team, get emergency help.|cruk-spinal-cord}',
        ),
      ),
    },

    h2('How your care team plans with you'),
    p(
      'No two plans are the same. {Your team looks at the receptors, HER2, gene changes, and the treatments you have had.|acs-stage-iv,asco-biomarkers-2024} They also look at your health and at what matters to you.',
    ),
    p(
      '**Genomic testing** looks for changes in the genes of the cancer. {It can use a piece of the tumor or a blood sample.|asco-biomarkers-2022} A result may show that a certain drug can help, or that it will not.',
    ),
    p(
      '{To look for an ESR1 change, blood is preferred.|asco-biomarkers-2024} {The test is done when the cancer grows during endocrine therapy.|asco-biomarkers-2024} {For PIK3CA, a blood test that finds nothing should be followed by a test of the tumor.|asco-biomarkers-2022}',
    ),
    p(
      'One more test looks at the genes you were born with. {A harmful BRCA1 or BRCA2 change can make a PARP inhibitor an option.|asco-biomarkers-2022,fda-olaparib} It can also matter for your relatives.',
    ),
    p(
      '{Palliative care can be part of the plan from the start.|acs-palliative} It helps with pain, side effects and worry. {It goes along with cancer treatment, and it is not the same as hospice.|acs-palliative}',
    ),

    h2('Support and next steps'),
    p('You do not have to do this alone. A few small steps can make the next days easier:'),
    steps(
      'Write down whom to call, by day and at night.',
      'Ask for a copy of your reports. [Our guide](article-how-to-read-your-report) helps you read them.',
      'Bring a person you trust to your next visit.',
      'Choose two or three of the questions below.',
    ),
    {
      _type: 'supportResourceList' as const,
      title: 'People you can call or write to',
      resources: refs(
        'support-resource-nci-cancer-information-service',
        'support-resource-american-cancer-society-helpline',
        'support-resource-cancercare-hopeline',
        'support-resource-living-beyond-breast-cancer',
        'support-resource-share-cancer-support',
        'support-resource-family-caregiver-alliance',
      ),
    },

    h2('Questions to take to your doctor'),
    p(
      '{Taking questions along can help you talk with your doctor.|bco-talking} You do not need to ask them all. Pick the ones that matter to you now.',
    ),
    {
      _type: 'questionList' as const,
      title: 'Questions you can ask',
      questions: refs(
        'question-results',
        'question-spread',
        'question-biomarker-tests',
        'question-inherited-testing',
        'question-goal',
        'question-options',
        'question-working',
        'question-side-effects',
        'question-supportive-care',
      ),
    },
  ),
  related: [
    {
      _key: 'starting-treatment',
      _type: 'relatedArticle',
      article: ref('article-starting-treatment'),
      excerpt:
        'Tests before the first day, the first weeks, and when to call. So that fewer things come as a surprise.',
    },
    {
      _key: 'how-to-read-your-report',
      _type: 'relatedArticle',
      article: ref('article-how-to-read-your-report'),
      excerpt: 'What ER, PR, HER2 and the gene results on your report mean, line by line.',
    },
  ],
  seo: {
    _type: 'seo',
    title: 'What is HR+/HER2- metastatic breast cancer?',
    description:
      'What HR+/HER2- metastatic breast cancer means, where it spreads, how it is treated, which tests guide the choice, and who can help. In plain words.',
  },
}
