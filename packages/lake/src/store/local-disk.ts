import {statfsSync} from 'node:fs'

/** Numbers of file systems by which another machine could write too: linux/magic.h, statfs(2). */
const remote: Record<number, string> = {
  0x6969: 'NFS',
  0x517b: 'SMB',
  0xfe534d42: 'SMB 2',
  0xff534d42: 'CIFS',
  0x5346414f: 'AFS',
  0x00c36400: 'Ceph',
  0x01021997: '9P',
}

/** A write-ahead log needs memory that all its users share, which no network gives. Throws an Error that names the file system. */
export function requireLocalDisk(directory: string): void {
  const kind = remote[statfsSync(directory).type >>> 0]
  if (kind)
    throw new Error(
      `${directory} lies on a network file system (${kind}); the lake needs a disk of this machine.`,
    )
}
