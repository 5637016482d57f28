/**
 * @typedef {{ status: string, assertionResults: readonly { status: string }[] }} FileResult
 * @typedef {{ testResults: readonly FileResult[] }} Report Vitest's JSON report, as far as it is used here.
 */

/**
 * Counts the tests of one step. One failure each are also a test file that did not even load, and a step that failed
 * although nothing it reported did (a build before it, an error outside any test).
 * @param {Report | null} report `null` where the step wrote none
 * @param {number} exitStatus
 * @returns {{ passed: number, failed: number }}
 */
export function countTests(report, exitStatus) {
  const files = report?.testResults ?? [];
  const results = files.flatMap((file) => file.assertionResults.map((result) => result.status));
  const broken = files.filter((file) => file.status === 'failed' && !hasFailure(file)).length;
  const failed = results.filter((status) => status === 'failed').length + broken;
  const passed = results.filter((status) => status === 'passed').length;
  return { passed, failed: failed === 0 && exitStatus !== 0 ? 1 : failed };
}

/** @param {FileResult} file */
function hasFailure(file) {
  return file.assertionResults.some((result) => result.status === 'failed');
}
