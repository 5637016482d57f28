import { describe, expect, it } from 'vitest';
import { countTests } from '../../scripts/count-tests.mjs';

describe('countTests()', () => {
  it.each([
    ['counts tests', [file('passed', 'passed', 'passed'), file('failed', 'passed', 'failed')], 1, [3, 1]],
    ['counts neither pending nor skipped ones', [file('passed', 'passed', 'pending', 'skipped')], 0, [1, 0]],
    ['counts a file that did not load', [file('passed', 'passed'), file('failed')], 1, [1, 1]],
    ['counts a failure outside every test', [file('passed', 'passed')], 1, [1, 1]],
    ['counts a failure before every test', null, 2, [0, 1]],
    ['counts nothing where nothing ran', null, 0, [0, 0]],
  ] as const)('%s', (_, testResults, exitStatus, [passed, failed]) => {
    expect(countTests(testResults && { testResults }, exitStatus)).toEqual({ passed, failed });
  });

  function file(status: string, ...results: readonly string[]) {
    return { status, assertionResults: results.map((result) => ({ status: result })) };
  }
});
