import { describe, expect, it } from 'vitest';
import { policyLines } from '../../src/operate/policy-lines.ts';
import { makeConfig } from '../support/make-config.ts';

const SHADOW = 'Shadow mode: nothing is sent anywhere.';
const RESEND =
  'NOTE: policy.onUnknownOutcome: resend — a report whose answer was lost is sent again and may arrive twice.';

describe('policyLines()', () => {
  it.each([
    ['the defaults', {}, []],
    ['shadow', { mode: 'shadow' }, [SHADOW]],
    ['resend', { onUnknownOutcome: 'resend' }, [RESEND]],
    ['both', { mode: 'shadow', onUnknownOutcome: 'resend' }, [SHADOW, RESEND]],
  ])('tells of %s', (_, policy, lines) => {
    expect(policyLines(makeConfig({ policy, top: { locale: 'en' } }))).toEqual(lines);
  });

  it('speaks Indonesian where the configuration says nothing', () => {
    expect(policyLines(makeConfig({ policy: { mode: 'shadow' } }))).toEqual([
      'Mode shadow: tidak ada yang dikirim ke mana pun.',
    ]);
  });
});
