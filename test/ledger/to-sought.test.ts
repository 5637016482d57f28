import { describe, expect, it } from 'vitest';
import { begunAt, toSought } from '../../src/ledger/to-sought.ts';
import { MONDAY_MS } from '../support/fake-clock.ts';
import { makeDelivery } from '../support/make-case.ts';
import { makeConfig } from '../support/make-config.ts';

const SENT_AS = { whole: 'a', bare: 'b' };

describe('toSought()', () => {
  it.each([
    [
      'as it was sent',
      { begunAt: MONDAY_MS + 5, body: { sentAs: SENT_AS } },
      { begunAt: MONDAY_MS + 5, sentAs: SENT_AS },
    ],
    ['that is older than what is kept of one today', {}, { begunAt: MONDAY_MS, sentAs: null }],
  ])('looks for a report %s', (_name, delivery, sought) => {
    const create = { localId: '1042', delivery: makeDelivery({ state: 'doubt', ...delivery }) };
    expect(toSought(create, makeConfig())).toEqual({
      site: 'kota-serang',
      template: '[Ref: {site}-{id}]',
      reference: '[Ref: kota-serang-1042]',
      ...sought,
    });
    expect(begunAt(create)).toBe(sought.begunAt);
  });
});
