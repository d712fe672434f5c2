import type {SignOff} from './sign-off.ts'

const weak = (id: string) => ({_type: 'reference' as const, _ref: id, _weak: true as const})

/**
 * A sign-off as a content backend stores it: with keys and reference types, which are not signed. References are weak,
 * since a sign-off is kept when its subject is deleted.
 */
export const storedSignOff = ({subject, reviewers, ...signed}: SignOff) => ({
  ...signed,
  subject: weak(subject._ref),
  reviewers: reviewers.map(({person, ...named}) => ({
    _key: person._ref,
    _type: 'reviewer' as const,
    person: weak(person._ref),
    ...named,
  })),
})
