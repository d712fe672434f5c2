import type {Context} from 'hono'
import {z} from 'zod'
import type {LakeContext} from '../context.ts'
import type {LakeEnv} from '../env.ts'
import {LakeError} from '../lake-error.ts'
import {commentsOn, ensureCommentsOn, ensureDataset, hasDataset, listDatasets} from '../project/datasets.ts'
import {requireIdentity} from './users.ts'

export const project = (ctx: LakeContext) => (c: Context<LakeEnv>) => {
  requireIdentity(c)
  const members = ctx.access.users.all().map((user) => ({
    id: user.id,
    role: user.role,
    roles: [{name: user.role, title: ctx.config.roles[user.role]?.title ?? user.role}],
    isRobot: false,
  }))
  const {projectId} = ctx.config
  return c.json({
    id: projectId,
    displayName: projectId,
    organizationId: null,
    members,
    features: [],
    metadata: {},
    studioHost: null,
    isBlocked: false,
    isDisabled: false,
  })
}

export const roles = (ctx: LakeContext) => (c: Context<LakeEnv>) => {
  requireIdentity(c)
  return c.json(Object.entries(ctx.config.roles).map(([name, {title}]) => ({name, title, isCustom: true})))
}

export const datasets = (ctx: LakeContext) => (c: Context<LakeEnv>) => {
  const identity = requireIdentity(c)
  const profile = c.req.query('datasetProfile')
  const addonFor = c.req.query('addonFor')
  const matches = listDatasets(ctx.store).filter(
    (dataset) =>
      ctx.access.reaches(identity, dataset.name, 'read') &&
      (profile === undefined || dataset.datasetProfile === profile) &&
      (addonFor === undefined || dataset.addonFor === addonFor),
  )
  return c.json(matches)
}

const mayAdminister = (ctx: LakeContext, c: Context<LakeEnv>): boolean =>
  ctx.config.roles[requireIdentity(c).role]?.administers ?? false

export const createDataset = (ctx: LakeContext) => (c: Context<LakeEnv>) => {
  if (!mayAdminister(ctx, c)) throw new LakeError('forbidden', 'Only an administrator makes datasets')
  const name = z
    .string()
    .regex(/^[a-z0-9][a-z0-9_-]{0,63}$/)
    .parse(c.req.param('dataset'))
  if (hasDataset(ctx.store, name)) throw new LakeError('conflict', `Dataset "${name}" exists already`)
  ensureDataset(ctx.store, ctx.clock, {name})
  return c.json({datasetName: name, aclMode: 'private'})
}

/** The grants of the caller's role; the Studio greys out what they refuse, the lake refuses it again on write. */
export const acl = (ctx: LakeContext) => (c: Context<LakeEnv>) => {
  const identity = requireIdentity(c)
  const asked = c.req.param('dataset') ?? ''
  const own = (ctx.config.roles[identity.role]?.grants ?? []).filter(
    ({dataset}) => dataset === undefined || dataset === asked,
  )
  const grants = ctx.access.addonGrants(identity, asked) ?? own
  return c.json(
    grants.map(({filter, permissions}) => ({
      filter,
      permissions: permissions.flatMap((permission) =>
        permission === 'history' ? ['history', 'editHistory'] : [permission],
      ),
    })),
  )
}

export const setupComments = (ctx: LakeContext) => (c: Context<LakeEnv>) => {
  const identity = requireIdentity(c)
  const addonFor = c.req.param('dataset') ?? ''
  if (!hasDataset(ctx.store, addonFor)) throw new LakeError('notFound', `Dataset "${addonFor}" not found`)
  if (!ctx.access.takesPart(identity, commentsOn(addonFor)))
    throw new LakeError('forbidden', 'Your role makes no comments')
  return c.json({datasetName: ensureCommentsOn(ctx.store, ctx.clock, addonFor)})
}

export const features = () => (c: Context<LakeEnv>) =>
  c.json(['contentReleases', 'singleDocRelease', 'studioComments', 'sanityTasks', 'scheduledPublishing'])

export const checkCors = () => (c: Context<LakeEnv>) =>
  c.json({result: {allowed: true, withCredentials: true}})

export const healthz = (ctx: LakeContext) => (c: Context<LakeEnv>) => {
  try {
    ctx.store.sequence()
    return ctx.store.isSound() ? c.json({status: 'up'}) : c.json({status: 'degraded'}, 503)
  } catch {
    return c.json({status: 'degraded'}, 503)
  }
}
