/** The tags that a query's answer carries and a live event names: one for each dataset, which is always right. */
export const syncTagsOf = (dataset: string): string[] => [`s1:${dataset}`]
