/** The tags that every query's answer carries and every live event repeats: one for each dataset. */
export const syncTagsOf = (dataset: string): string[] => [`s1:${dataset}`]
