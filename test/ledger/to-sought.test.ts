import { describe, expect, it } from 'vitest';
import { notBefore, toSought } from '../../src/ledger/to-sought.ts';
import { MONDAY_MS } from '../support/fake-clock.ts';
import { makeDelivery } from '../support/make-case.ts';
import { makeConfig } from '../support/make-config.ts';

const SENT_AS = { whole: 'a', bare: 'b' };

describe('toSought()', () => {
  it('looks for a report as it was sent, from when it was made', () => {
    const delivery = makeDelivery({ state: 'doubt', begunAt: MONDAY_MS + 5, body: { sentAs: SENT_AS } });
    expect(toSought({ localId: '1042', madeAt: MONDAY_MS, delivery }, makeConfig())).toEqual({
      site: 'kota-serang',
      template: '[Ref: {site}-{id}]',
      reference: '[Ref: kota-serang-1042]',
      notBefore: MONDAY_MS,
      sentAs: SENT_AS,
    });
  });

  it('knows no words of one that an earlier version sent', () => {
    const create = { localId: '1042', madeAt: MONDAY_MS, delivery: makeDelivery({ state: 'doubt' }) };
    expect(toSought(create, makeConfig()).sentAs).toBeNull();
  });
});

describe('notBefore()', () => {
  it.each([
    ['when it was made, though our clock was ahead when it was sent', 900, 950, 5],
    ['when it was sent, though the city’s clock was ahead when it was made', 4, 3, 3],
    ['when it was owed, where an earlier version left it in doubt', 4, null, 4],
  ])('is %s', (_name, createdAt, begunAt, expected) => {
    const delivery = makeDelivery({ state: 'doubt', createdAt, begunAt });
    expect(notBefore({ localId: '1042', madeAt: 5, delivery })).toBe(expected);
  });
});
