import type {Article} from '@lantern/content/read'
import {ref, refs, slug, type Unstored} from '../../document.ts'
import {picture} from '../../pictures.ts'
import {body, h2, p, points, text} from '../../portable-text.ts'

export const articleStartingTreatment: Unstored<Article> = {
  _id: 'article-starting-treatment',
  _type: 'article',
  kind: 'whatToExpect',
  title: 'What to expect when you start treatment for HR+/HER2- metastatic breast cancer',
  slug: slug('what-to-expect-when-starting-treatment'),
  language: 'en',
  dek: 'Tests before the first day, the first weeks, and when to call. A short guide to the first months.',
  hero: picture('morning-path'),
  authors: refs('person-sample-author'),
  audience: ['patient', 'carer'],
  moment: 'newlyDiagnosed',
  mainCondition: ref('condition-hr-positive-her2-negative-mbc'),
  body: body(
    p(
      '{For most people, the first treatment is endocrine therapy with a CDK4/6 inhibitor.|asco-biomarkers-2024,review-first-line-2023} This page follows that path. Your own plan may differ, and your team can tell you how.',
    ),

    h2('Before the first day'),
    p('Your team will check a few things first. You can help by having these ready:'),
    points(
      '**A list of all you take.** {Tell them about every medicine, vitamin and herb.|lbbc-palbociclib} Some do not mix well.',
      '**Blood tests and, for ribociclib, a heart tracing.** {They are done before you start and again later.|dailymed-ribociclib}',
      '**A bone check.** {Drugs that lower estrogen can thin the bones.|komen-ai}',
      '**A dentist visit,** if you will have a bone-strengthening drug. {Dental work is best done before it starts.|macmillan-bone}',
      '**A talk about having children and birth control.** {You should avoid a pregnancy during treatment.|lbbc-palbociclib}',
    ),

    h2('The first weeks'),
    p(
      'You take most of these drugs at home. Your pharmacist or nurse will go through the plan with you. {With palbociclib and ribociclib, each cycle has some days off.|lbbc-palbociclib,dailymed-ribociclib}',
    ),
    p(
      '{If you have not been through menopause, you will also have a drug that switches off the ovaries.|dailymed-ribociclib} {Goserelin, for one, is a shot under the skin of the belly.|cruk-goserelin}',
    ),
    p(
      'You will have blood tests often at first. {Low white blood cells are common, and your team looks for them.|lbbc-palbociclib,dailymed-ribociclib} They may pause a drug or change it.',
    ),
    p('A pause or a change is a normal part of care. It does not mean that you did something wrong.'),

    h2('Side effects to write down'),
    p(
      'A short note each day helps you and your team. Write what you felt, when it came, and what helped. These are some you may notice:',
    ),
    points(
      '{Tiredness, nausea, mouth sores or thinner hair with a CDK4/6 inhibitor.|lbbc-palbociclib}',
      '{Loose stools with abemaciclib.|medlineplus-abemaciclib} Ask before you start what to do at the first one.',
      '{Hot flashes, and joints that ache, with drugs that lower estrogen.|komen-ai} {A switch to a different one can help.|komen-ai}',
    ),
    p('Tell your team early. Many side effects can be made easier.'),

    {
      _type: 'callout' as const,
      tone: 'important' as const,
      title: 'When to call right away',
      text: text(
        points(
          '{Signs of an infection, such as a fever or chills.|lbbc-palbociclib,acs-fever}',
          '{Short breath, chest pain or a heartbeat that is not regular.|lbbc-palbociclib}',
          '{New back pain, numb or weak legs, trouble walking, or trouble with your bladder or bowels.|cruk-spinal-cord}',
          'Loose stools that do not stop. Ask your team when to call.',
        ),
        p(
          'Ask for the number to call at night and on weekends, and keep it close. {If you cannot reach your team, get emergency help.|cruk-spinal-cord}',
        ),
      ),
    },

    h2('The first scans'),
    p(
      'Scans and blood tests show how the cancer responds. Your team will tell you when they come. Waiting for a result can be hard, so plan something kind for that day.',
    ),
    p(
      'A report may say that the cancer is smaller, the same, or larger. {If it has not grown, the treatment most often goes on.|acs-stage-iv} {If it has grown, there are other treatments, and new tests help to choose.|asco-biomarkers-2024}',
    ),

    h2('Who is on your team'),
    p(
      'You will meet a cancer doctor and nurses, and often a pharmacist and a social worker. {A palliative care team can join at any time.|acs-palliative} They help with pain, sleep, worry and plans.',
    ),
    p('Ask who should be your first call.'),
    {
      _type: 'supportResourceList' as const,
      title: 'More people you can call',
      resources: refs(
        'support-resource-cancercare-hopeline',
        'support-resource-share-cancer-support',
        'support-resource-acs-hope-lodge',
      ),
    },

    h2('Questions for your next visit'),
    {
      _type: 'questionList' as const,
      questions: refs(
        'question-daily-life',
        'question-working',
        'question-side-effects',
        'question-other-effects',
        'question-supportive-care',
      ),
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
      _key: 'how-to-read-your-report',
      _type: 'relatedArticle',
      article: ref('article-how-to-read-your-report'),
      excerpt: 'What ER, PR, HER2 and the gene results on your report mean, line by line.',
    },
  ],
  seo: {
    _type: 'seo',
    title: 'Starting treatment: what to expect',
    description:
      'The first months of treatment for HR+/HER2- metastatic breast cancer: tests before you start, the first weeks, side effects, and when to call.',
  },
}
