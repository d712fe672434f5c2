import type {Condition} from '@lantern/content/read'
import {code, ref, refs, slug, sources, type Unstored} from '../../document.ts'
import {p, points, text} from '../../portable-text.ts'

const option = (treatment: string) => ({
  _key: treatment,
  _type: 'treatmentOption' as const,
  treatmentClass: ref(`treatment-class-${treatment}`),
})

const rule = (kind: 'needs' | 'allows', biomarker: string, result: string) => ({
  _type: 'biomarkerRule' as const,
  kind,
  biomarker: ref(biomarker),
  result,
})

export const conditionHrPositiveHer2NegativeMbc: Unstored<Condition> = {
  _id: 'condition-hr-positive-her2-negative-mbc',
  _type: 'condition',
  name: 'HR+/HER2- metastatic breast cancer',
  plainName: 'hormone-sensitive breast cancer that has spread',
  alsoCalled: [
    'HR-positive, HER2-negative metastatic breast cancer',
    'Stage 4 (stage IV) HR+/HER2- breast cancer',
    'HR+/HER2- advanced breast cancer',
    'HR+/HER2- secondary breast cancer',
  ],
  slug: slug('hr-positive-her2-negative-metastatic-breast-cancer'),
  stage: 'metastatic',
  language: 'en',
  summary:
    'This breast cancer has spread, hormones help it grow, and it does not have high HER2. It can be treated, though it usually cannot be cured. Test results help to choose among many treatments.',
  sections: {
    _type: 'conditionSections',
    whatItIs: text(
      p(
        '{It is breast cancer that has spread to distant parts of the body.|facs-staging} {Its cells have receptors for estrogen, progesterone or both.|nci-ht} Those hormones can make the cells grow.',
      ),
      p(
        '{It is the most common kind of breast cancer.|seer} {About 7 in 10 breast cancers in women in the United States are HR+/HER2-, at all stages.|seer}',
      ),
      p(
        '{It can be treated, though it usually cannot be cured.|bcn-secondary,review-management-2018} {Many people live with it for years, with a good quality of life.|review-endocrine-2017}',
      ),
    ),
    whatTheNameMeans: text(
      ...points(
        '**HR+** means hormone receptor-positive. Hormones can help the cancer grow, so drugs that block hormones can work. [More about hormone receptors](biomarker-hormone-receptors).',
        '**HER2-** means HER2-negative. {It takes in cancers with a small amount, called HER2-low and HER2-ultralow.|fda-tdxd} [More about HER2](biomarker-her2).',
        '**Metastatic** means that the cancer has spread beyond the breast and the nearby lymph nodes.',
      ),
    ),
    spread: text(
      p(
        '{It spreads most often to the bones, the liver, the lungs and the brain.|cruk-symptoms,acs-stage-iv} It is still breast cancer in each of these places, and it is treated as breast cancer.',
      ),
      p(
        'Signs depend on the place. {A bone may ache, and more so at night.|cruk-symptoms} {Cancer in the lung can cause a cough or short breath.|cruk-symptoms}',
      ),
      p(
        '{Many of these signs have other causes too.|macmillan-symptoms} {Tell your team about a new sign that lasts more than one or two weeks.|macmillan-symptoms}',
      ),
      p(
        '{Pressure on the spinal cord is an emergency.|cruk-spinal-cord} {Call at once for new back pain, numb or weak legs, trouble walking, or trouble with your bladder or bowels.|cruk-spinal-cord}',
      ),
    ),
    treatments: text(
      p(
        '{Treatment aims to control the cancer, ease symptoms and help you live longer and well.|review-management-2018,acs-stage-iv} {Most people start with endocrine therapy and a CDK4/6 inhibitor.|asco-biomarkers-2024,review-first-line-2023}',
      ),
      p(
        '{A treatment goes on while it works and its side effects are not too much.|acs-stage-iv} {Then the next one is chosen, and tests of the tumor or blood help to choose it.|asco-biomarkers-2024}',
      ),
    ),
    support: text(
      p(
        '{Palliative care can start at diagnosis and goes along with treatment.|acs-palliative} A social worker or counselor can help with worry, work and costs. The people and groups below are there for you and for those close to you.',
      ),
    ),
    next: text(
      ...points(
        'Ask for a copy of your test reports. [How to read your report](article-how-to-read-your-report) can help.',
        'Ask which tests of the tumor, the blood or inherited genes you still need.',
        'Read [what to expect when you start treatment](article-starting-treatment).',
      ),
    ),
  },
  biomarkers: refs(
    'biomarker-hormone-receptors',
    'biomarker-er',
    'biomarker-pr',
    'biomarker-her2',
    'biomarker-esr1',
    'biomarker-pik3ca',
    'biomarker-akt1',
    'biomarker-pten',
    'biomarker-brca1-brca2',
  ),
  treatmentOptions: [
    {
      ...option('endocrine-therapy'),
      when: 'It is the base of treatment for most people, from the start.',
      line: 'any',
      biomarkerRule: rule('needs', 'biomarker-hormone-receptors', 'HR-positive'),
      sources: sources('asco-biomarkers-2024', 'review-management-2018', 'nci-ht'),
    },
    {
      ...option('cdk4-6-inhibitors'),
      when: 'Most people take one with endocrine therapy as their first treatment.',
      line: 'first',
      sources: sources('asco-biomarkers-2024', 'review-first-line-2023'),
    },
    {
      ...option('pi3k-inhibitors'),
      when: 'It can be used when the cancer grows during or after endocrine therapy and has a PIK3CA change.',
      line: 'any',
      biomarkerRule: rule('needs', 'biomarker-pik3ca', 'PIK3CA mutation found'),
      sources: sources('asco-biomarkers-2022', 'asco-endocrine-2021', 'inavo120'),
    },
    {
      ...option('akt-inhibitors'),
      when: 'It can be used after endocrine therapy when PIK3CA, AKT1 or PTEN has changed.',
      line: 'later',
      biomarkerRule: rule('allows', 'biomarker-akt1', 'AKT1 mutation found'),
      sources: sources('fda-capivasertib', 'asco-biomarkers-2024'),
    },
    {
      ...option('oral-serds'),
      when: 'It can be used after at least one endocrine therapy when an ESR1 change is found.',
      line: 'later',
      biomarkerRule: rule('needs', 'biomarker-esr1', 'ESR1 mutation found'),
      sources: sources('fda-elacestrant', 'bco-imlunestrant', 'asco-biomarkers-2024'),
    },
    {
      ...option('mtor-inhibitors'),
      when: 'It can be added to a hormone drug after the first treatment, whatever the gene tests show.',
      line: 'later',
      sources: sources('asco-biomarkers-2024', 'bolero-2-safety'),
    },
    {
      ...option('parp-inhibitors'),
      when: 'It can be used when you were born with a harmful BRCA1 or BRCA2 change.',
      line: 'later',
      biomarkerRule: rule('needs', 'biomarker-brca1-brca2', 'Harmful change found'),
      sources: sources('asco-biomarkers-2022', 'fda-olaparib', 'embraca-safety'),
    },
    {
      ...option('antibody-drug-conjugates'),
      when: 'It is most often used after endocrine therapy, and some only after chemotherapy.',
      line: 'later',
      biomarkerRule: rule('allows', 'biomarker-her2', 'HER2-low'),
      sources: sources('fda-tdxd', 'fda-datopotamab', 'tropics-02'),
    },
    {
      ...option('chemotherapy'),
      when: 'It most often comes after endocrine options, or sooner when an organ is at risk.',
      line: 'later',
      sources: sources('review-management-2018', 'asco-biomarkers-2024'),
    },
    {
      ...option('radiation-therapy'),
      when: 'It treats one place, such as a painful bone, at any point.',
      line: 'any',
      sources: sources('macmillan-radiotherapy', 'cancer-australia-radiotherapy'),
    },
    {
      ...option('surgery'),
      when: 'It can ease a problem in one place, such as a bone that may break.',
      line: 'any',
      sources: sources('surgery-role', 'surgery-de-novo'),
    },
    {
      ...option('bone-modifying-agents'),
      when: 'It is used when the cancer is in the bone.',
      line: 'any',
      sources: sources('macmillan-bone'),
    },
    {
      ...option('palliative-supportive-care'),
      when: 'It can start at diagnosis and goes along with every other treatment.',
      line: 'any',
      sources: sources('acs-palliative'),
    },
  ],
  supportResources: refs(
    'support-resource-nci-cancer-information-service',
    'support-resource-american-cancer-society-helpline',
    'support-resource-cancercare-hopeline',
    'support-resource-living-beyond-breast-cancer',
    'support-resource-share-cancer-support',
    'support-resource-acs-hope-lodge',
    'support-resource-family-caregiver-alliance',
    'support-resource-breastcancer-org',
  ),
  questions: refs(
    'question-results',
    'question-spread',
    'question-biomarker-tests',
    'question-inherited-testing',
    'question-goal',
    'question-options',
    'question-daily-life',
    'question-working',
    'question-side-effects',
    'question-other-effects',
    'question-supportive-care',
    'question-next',
  ),
  codes: [
    code('ICD-10-CM', 'C50', 'Malignant neoplasm of breast'),
    code(
      'ICD-10-CM',
      'Z17.411',
      'Hormone receptor positive with human epidermal growth factor receptor 2 negative status',
    ),
    code('NCIt', 'C3995', 'Stage IV Breast Cancer'),
  ],
  seo: {
    _type: 'seo',
    title: 'HR+/HER2- metastatic breast cancer, in plain words',
    description:
      'What HR+/HER2- metastatic breast cancer is, where it can spread, which treatments there are, and who can help. In plain words, with sources.',
  },
}
