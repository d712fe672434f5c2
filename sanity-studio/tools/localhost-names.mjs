/*
 * Preload for the `sanity` command: it puts the project before the host, and not every system resolves
 * `<project>.localhost` for Node, though browsers do (RFC 6761, section 6.3).
 */
import dns from 'node:dns'

const {lookup} = dns
dns.lookup = (name, ...rest) => lookup(name.endsWith('.localhost') ? 'localhost' : name, ...rest)
