import type {StarterDocument} from './document.ts'
import {siteSettings} from './documents/siteSettings/siteSettings.ts'
import {siteNoticeJustTold} from './documents/siteNotice/site-notice-just-told.ts'
import {articleHowToReadYourReport} from './documents/article/article-how-to-read-your-report.ts'
import {articleStartingTreatment} from './documents/article/article-starting-treatment.ts'
import {articleWhatIsHrPositiveHer2NegativeMbc} from './documents/article/article-what-is-hr-positive-her2-negative-mbc.ts'
import {conditionHrPositiveHer2NegativeMbc} from './documents/condition/condition-hr-positive-her2-negative-mbc.ts'
import {biomarkerAkt1} from './documents/biomarker/biomarker-akt1.ts'
import {biomarkerBrca1Brca2} from './documents/biomarker/biomarker-brca1-brca2.ts'
import {biomarkerEr} from './documents/biomarker/biomarker-er.ts'
import {biomarkerEsr1} from './documents/biomarker/biomarker-esr1.ts'
import {biomarkerHer2} from './documents/biomarker/biomarker-her2.ts'
import {biomarkerHormoneReceptors} from './documents/biomarker/biomarker-hormone-receptors.ts'
import {biomarkerPik3ca} from './documents/biomarker/biomarker-pik3ca.ts'
import {biomarkerPr} from './documents/biomarker/biomarker-pr.ts'
import {biomarkerPten} from './documents/biomarker/biomarker-pten.ts'
import {aktInhibitors} from './documents/treatmentClass/treatment-class-akt-inhibitors.ts'
import {antibodyDrugConjugates} from './documents/treatmentClass/treatment-class-antibody-drug-conjugates.ts'
import {boneModifyingAgents} from './documents/treatmentClass/treatment-class-bone-modifying-agents.ts'
import {cdk46Inhibitors} from './documents/treatmentClass/treatment-class-cdk4-6-inhibitors.ts'
import {chemotherapy} from './documents/treatmentClass/treatment-class-chemotherapy.ts'
import {endocrineTherapy} from './documents/treatmentClass/treatment-class-endocrine-therapy.ts'
import {mtorInhibitors} from './documents/treatmentClass/treatment-class-mtor-inhibitors.ts'
import {oralSerds} from './documents/treatmentClass/treatment-class-oral-serds.ts'
import {palliativeSupportiveCare} from './documents/treatmentClass/treatment-class-palliative-supportive-care.ts'
import {parpInhibitors} from './documents/treatmentClass/treatment-class-parp-inhibitors.ts'
import {pi3kInhibitors} from './documents/treatmentClass/treatment-class-pi3k-inhibitors.ts'
import {radiationTherapy} from './documents/treatmentClass/treatment-class-radiation-therapy.ts'
import {surgery} from './documents/treatmentClass/treatment-class-surgery.ts'
import {acsHopeLodge} from './documents/supportResource/support-resource-acs-hope-lodge.ts'
import {americanCancerSocietyHelpline} from './documents/supportResource/support-resource-american-cancer-society-helpline.ts'
import {breastcancerOrg} from './documents/supportResource/support-resource-breastcancer-org.ts'
import {cancercareHopeline} from './documents/supportResource/support-resource-cancercare-hopeline.ts'
import {familyCaregiverAlliance} from './documents/supportResource/support-resource-family-caregiver-alliance.ts'
import {livingBeyondBreastCancer} from './documents/supportResource/support-resource-living-beyond-breast-cancer.ts'
import {nciCancerInformationService} from './documents/supportResource/support-resource-nci-cancer-information-service.ts'
import {shareCancerSupport} from './documents/supportResource/support-resource-share-cancer-support.ts'
import {questionBiomarkerTests} from './documents/question/question-biomarker-tests.ts'
import {questionDailyLife} from './documents/question/question-daily-life.ts'
import {questionGoal} from './documents/question/question-goal.ts'
import {questionInheritedTesting} from './documents/question/question-inherited-testing.ts'
import {questionNext} from './documents/question/question-next.ts'
import {questionOptions} from './documents/question/question-options.ts'
import {questionOtherEffects} from './documents/question/question-other-effects.ts'
import {questionResults} from './documents/question/question-results.ts'
import {questionSideEffects} from './documents/question/question-side-effects.ts'
import {questionSpread} from './documents/question/question-spread.ts'
import {questionSupportiveCare} from './documents/question/question-supportive-care.ts'
import {questionWorking} from './documents/question/question-working.ts'
import {sourceAcsBiomarkers} from './documents/source/source-acs-biomarkers.ts'
import {sourceAcsChemotherapy} from './documents/source/source-acs-chemotherapy.ts'
import {sourceAcsFever} from './documents/source/source-acs-fever.ts'
import {sourceAcsPalliative} from './documents/source/source-acs-palliative.ts'
import {sourceAcsStageIv} from './documents/source/source-acs-stage-iv.ts'
import {sourceAlpelisibCare} from './documents/source/source-alpelisib-care.ts'
import {sourceAscoBiomarkers2022} from './documents/source/source-asco-biomarkers-2022.ts'
import {sourceAscoBiomarkers2024} from './documents/source/source-asco-biomarkers-2024.ts'
import {sourceAscoCapHer2} from './documents/source/source-asco-cap-her2.ts'
import {sourceAscoEndocrine2021} from './documents/source/source-asco-endocrine-2021.ts'
import {sourceBcnSecondary} from './documents/source/source-bcn-secondary.ts'
import {sourceBcoBloodSugar} from './documents/source/source-bco-blood-sugar.ts'
import {sourceBcoImlunestrant} from './documents/source/source-bco-imlunestrant.ts'
import {sourceBcoTalking} from './documents/source/source-bco-talking.ts'
import {sourceBolero2Safety} from './documents/source/source-bolero-2-safety.ts'
import {sourceCancerAustraliaRadiotherapy} from './documents/source/source-cancer-australia-radiotherapy.ts'
import {sourceCapHer2} from './documents/source/source-cap-her2.ts'
import {sourceCdcInfections} from './documents/source/source-cdc-infections.ts'
import {sourceCrukGoserelin} from './documents/source/source-cruk-goserelin.ts'
import {sourceCrukOlaparib} from './documents/source/source-cruk-olaparib.ts'
import {sourceCrukRadiotherapy} from './documents/source/source-cruk-radiotherapy.ts'
import {sourceCrukSpinalCord} from './documents/source/source-cruk-spinal-cord.ts'
import {sourceCrukSymptoms} from './documents/source/source-cruk-symptoms.ts'
import {sourceDailymedRibociclib} from './documents/source/source-dailymed-ribociclib.ts'
import {sourceEmbracaSafety} from './documents/source/source-embraca-safety.ts'
import {sourceFacsStaging} from './documents/source/source-facs-staging.ts'
import {sourceFdaCapivasertib} from './documents/source/source-fda-capivasertib.ts'
import {sourceFdaDatopotamab} from './documents/source/source-fda-datopotamab.ts'
import {sourceFdaElacestrant} from './documents/source/source-fda-elacestrant.ts'
import {sourceFdaOlaparib} from './documents/source/source-fda-olaparib.ts'
import {sourceFdaTdxd} from './documents/source/source-fda-tdxd.ts'
import {sourceInavo120} from './documents/source/source-inavo120.ts'
import {sourceKomenAi} from './documents/source/source-komen-ai.ts'
import {sourceKomenGeneticResults} from './documents/source/source-komen-genetic-results.ts'
import {sourceLbbcPalbociclib} from './documents/source/source-lbbc-palbociclib.ts'
import {sourceLbbcTdxd} from './documents/source/source-lbbc-tdxd.ts'
import {sourceMacmillanBone} from './documents/source/source-macmillan-bone.ts'
import {sourceMacmillanFulvestrant} from './documents/source/source-macmillan-fulvestrant.ts'
import {sourceMacmillanRadiotherapy} from './documents/source/source-macmillan-radiotherapy.ts'
import {sourceMacmillanSymptoms} from './documents/source/source-macmillan-symptoms.ts'
import {sourceMedlineplusAbemaciclib} from './documents/source/source-medlineplus-abemaciclib.ts'
import {sourceMedlineplusTamoxifen} from './documents/source/source-medlineplus-tamoxifen.ts'
import {sourceNciBiomarkers} from './documents/source/source-nci-biomarkers.ts'
import {sourceNciHt} from './documents/source/source-nci-ht.ts'
import {sourceReviewEndocrine2017} from './documents/source/source-review-endocrine-2017.ts'
import {sourceReviewFirstLine2023} from './documents/source/source-review-first-line-2023.ts'
import {sourceReviewManagement2018} from './documents/source/source-review-management-2018.ts'
import {sourceSacituzumabSafety} from './documents/source/source-sacituzumab-safety.ts'
import {sourceSeer} from './documents/source/source-seer.ts'
import {sourceSurgeryDeNovo} from './documents/source/source-surgery-de-novo.ts'
import {sourceSurgeryRole} from './documents/source/source-surgery-role.ts'
import {sourceTaxaneNerves} from './documents/source/source-taxane-nerves.ts'
import {sourceTropics02} from './documents/source/source-tropics-02.ts'
import {personSampleAuthor} from './documents/person/person-sample-author.ts'
import {personSampleReviewer} from './documents/person/person-sample-reviewer.ts'
import {appProfileCompanion} from './documents/appProfile/app-profile-companion.ts'
import {callToActionCompanion} from './documents/callToAction/call-to-action-companion.ts'
import {placementArticleEnd} from './documents/placement/placement-article-end.ts'

/** Every document of the starter library: what a reader sees first, then what it rests on. */
export const library: StarterDocument[] = [
  siteSettings,
  siteNoticeJustTold,
  articleHowToReadYourReport,
  articleStartingTreatment,
  articleWhatIsHrPositiveHer2NegativeMbc,
  conditionHrPositiveHer2NegativeMbc,
  biomarkerAkt1,
  biomarkerBrca1Brca2,
  biomarkerEr,
  biomarkerEsr1,
  biomarkerHer2,
  biomarkerHormoneReceptors,
  biomarkerPik3ca,
  biomarkerPr,
  biomarkerPten,
  aktInhibitors,
  antibodyDrugConjugates,
  boneModifyingAgents,
  cdk46Inhibitors,
  chemotherapy,
  endocrineTherapy,
  mtorInhibitors,
  oralSerds,
  palliativeSupportiveCare,
  parpInhibitors,
  pi3kInhibitors,
  radiationTherapy,
  surgery,
  acsHopeLodge,
  americanCancerSocietyHelpline,
  breastcancerOrg,
  cancercareHopeline,
  familyCaregiverAlliance,
  livingBeyondBreastCancer,
  nciCancerInformationService,
  shareCancerSupport,
  questionBiomarkerTests,
  questionDailyLife,
  questionGoal,
  questionInheritedTesting,
  questionNext,
  questionOptions,
  questionOtherEffects,
  questionResults,
  questionSideEffects,
  questionSpread,
  questionSupportiveCare,
  questionWorking,
  sourceAcsBiomarkers,
  sourceAcsChemotherapy,
  sourceAcsFever,
  sourceAcsPalliative,
  sourceAcsStageIv,
  sourceAlpelisibCare,
  sourceAscoBiomarkers2022,
  sourceAscoBiomarkers2024,
  sourceAscoCapHer2,
  sourceAscoEndocrine2021,
  sourceBcnSecondary,
  sourceBcoBloodSugar,
  sourceBcoImlunestrant,
  sourceBcoTalking,
  sourceBolero2Safety,
  sourceCancerAustraliaRadiotherapy,
  sourceCapHer2,
  sourceCdcInfections,
  sourceCrukGoserelin,
  sourceCrukOlaparib,
  sourceCrukRadiotherapy,
  sourceCrukSpinalCord,
  sourceCrukSymptoms,
  sourceDailymedRibociclib,
  sourceEmbracaSafety,
  sourceFacsStaging,
  sourceFdaCapivasertib,
  sourceFdaDatopotamab,
  sourceFdaElacestrant,
  sourceFdaOlaparib,
  sourceFdaTdxd,
  sourceInavo120,
  sourceKomenAi,
  sourceKomenGeneticResults,
  sourceLbbcPalbociclib,
  sourceLbbcTdxd,
  sourceMacmillanBone,
  sourceMacmillanFulvestrant,
  sourceMacmillanRadiotherapy,
  sourceMacmillanSymptoms,
  sourceMedlineplusAbemaciclib,
  sourceMedlineplusTamoxifen,
  sourceNciBiomarkers,
  sourceNciHt,
  sourceReviewEndocrine2017,
  sourceReviewFirstLine2023,
  sourceReviewManagement2018,
  sourceSacituzumabSafety,
  sourceSeer,
  sourceSurgeryDeNovo,
  sourceSurgeryRole,
  sourceTaxaneNerves,
  sourceTropics02,
  personSampleAuthor,
  personSampleReviewer,
  appProfileCompanion,
  callToActionCompanion,
  placementArticleEnd,
]
