/**
 * Loaded into every Node of a journey before its own code: notes each connection to another machine in the file that
 * LANTERN_JOURNEY_LEFT names, and refuses it. Plain JavaScript, so that any of the programs can load it.
 */
import {appendFileSync} from 'node:fs'
import {Socket, isIP} from 'node:net'

const file = process.env.LANTERN_JOURNEY_LEFT
const connect = Socket.prototype.connect

function isLocal(host) {
  return (
    host === 'localhost' ||
    host.endsWith('.localhost') ||
    host === '::1' ||
    (isIP(host) === 4 && host.startsWith('127.'))
  )
}

Socket.prototype.connect = function (...given) {
  // Node calls itself with its arguments in one array; callers may give options, or a port and a host.
  const [first, second] = Array.isArray(given[0]) ? given[0] : given
  const host = typeof first === 'object' && first !== null ? (first.path ? null : first.host) : second
  if (typeof host === 'string' && !isLocal(host)) {
    if (file) appendFileSync(file, `${host}\n`)
    throw new Error(`${host} is another machine`)
  }
  return connect.apply(this, given)
}
