import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * File systems of the network, by the number that `statfs` gives (linux/magic.h): their locks and their shared memory are
 * not those of one machine, and SQLite loses commits on them (sqlite.org/wal.html).
 */
const NETWORK_TYPES: ReadonlySet<number> = new Set([
  0x0102_1997, // 9p
  0x6969, // NFS
  0x517b, // SMB
  0xff53_4d42, // CIFS
  0xfe53_4d42, // SMB 2
  0x564c, // NCP
  0x5346_414f, // AFS
  0x00c3_6400, // Ceph
  0x7375_7245, // Coda
  0x0116_1970, // GFS2
  0x7461_636f, // OCFS2
  0x0bd0_0bd0, // Lustre
  0x4750_4653, // GPFS
]);

/** Whether the folder of a file lies on another machine. */
export function isOnNetwork(file: string, typeOf: (folder: string) => number = statfsType): boolean {
  // Some kernels give the number with its sign.
  return NETWORK_TYPES.has(typeOf(dirname(file)) >>> 0);
}

function statfsType(folder: string): number {
  return statfsSync(folder).type;
}
