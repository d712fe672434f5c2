import {createClient, type ClientConfig} from '@sanity/client'
import type {WorkspaceOptions} from 'sanity'
import type {StudioSettings} from './settings.ts'

type Backend = Pick<
  WorkspaceOptions,
  'projectId' | 'dataset' | 'apiHost' | 'unstable_clientFactory' | 'auth' | 'releases' | 'scheduledPublishing'
>

/**
 * The part of the Studio's configuration that says where documents live. A lake has one address for all projects, so
 * its clients must not put the project into the host name; the Studio can be told so only by its client factory.
 */
export function backendOptions({apiHost, projectId, dataset}: StudioSettings): Backend {
  const scheduledPublishing = {enabled: false}
  // With hosted Sanity no guard is asked when a release is published, so there are none.
  if (apiHost === null) return {projectId, dataset, releases: {enabled: false}, scheduledPublishing}
  return {
    projectId,
    dataset,
    apiHost,
    unstable_clientFactory: (options: ClientConfig) =>
      createClient({...options, apiHost, useProjectHostname: false}),
    auth: {loginMethod: 'token', redirectOnSingle: true},
    scheduledPublishing,
  }
}
