/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean }} LockedPackage
 * @typedef {{ packages: Record<string, LockedPackage> }} LockFile
 */

/**
 * Whether what npm says it installed (`node_modules/.package-lock.json`) is what the lock file asks for. A package
 * for another platform is optional and may be absent; the entry '' is the project itself.
 * @param {LockFile} wanted
 * @param {LockFile | null} installed
 * @returns {boolean}
 */
export function isInstalled(wanted, installed) {
  if (installed === null) return false;
  const { '': _project, ...packages } = wanted.packages;
  const paths = new Set([...Object.keys(packages), ...Object.keys(installed.packages)]);
  return [...paths].every((path) => {
    const want = packages[path];
    const have = installed.packages[path];
    if (have === undefined) return want?.optional === true;
    return want?.version === have.version && want?.integrity === have.integrity;
  });
}
