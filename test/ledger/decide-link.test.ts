import { describe, expect, it } from 'vitest';
import { decideLink, type LinkFacts } from '../../src/ledger/decide-link.ts';
import type { Delivery } from '../../src/ledger/delivery.ts';
import { makeCase, makeDelivery } from '../support/make-case.ts';

const N = '9165900';
const UNFILED = makeCase({ id: 1, localId: '1042', nationalId: null });
const FILED = makeCase({ id: 1, localId: '1042', nationalId: '1' });
const THERE = makeCase({ id: 2, route: 'national', localId: null, nationalId: N });
const MADE = makeCase({ id: 2, route: 'national', localId: '77', nationalId: N });

function decide(local: LinkFacts['local'], given: Partial<LinkFacts> = {}) {
  const facts = { local, create: null, national: null, making: null, isApart: false, isLinked: false, ...given };
  return decideLink(N, facts);
}

function create(state: Delivery['state'], reason: Delivery['reason'] = null): Delivery {
  return makeDelivery({ kind: 'create', state, reason });
}

const refused = (refusal: string) => ({ type: 'refuse', refusal });
const keepBack = (kind: 'create' | 'report', adopt = false) => ({ type: 'keep-back', kind, adopt });

describe('decideLink()', () => {
  it.each<[string, ReturnType<typeof decide>, object]>([
    ['has it already', decide(makeCase({ nationalId: N })), refused('nothing-to-do')],
    ['one is linked to a third', decide(UNFILED, { isLinked: true }), refused('linked-elsewhere')],
    ['being sent', decide(UNFILED, { create: create('sending') }), refused('sending')],
    ['not filed, no case there', decide(UNFILED, { create: create('held', 'twin') }), { type: 'bind' }],
    ['in doubt, no case there', decide(UNFILED, { create: create('doubt') }), { type: 'bind' }],
    [
      'in doubt, a case there',
      decide(UNFILED, { create: create('doubt'), national: THERE }),
      refused('outcome-unknown'),
    ],
    ['not filed, a case there', decide(UNFILED, { create: create('ready'), national: THERE }), keepBack('create')],
    ['not filed, made here', decide(UNFILED, { national: MADE }), keepBack('create')],
    ['filed, nobody knows the other', decide(FILED), refused('unknown-number')],
    ['filed, the other set apart', decide(FILED, { isApart: true }), keepBack('report', true)],
    ['filed, not made here yet', decide(FILED, { national: THERE }), keepBack('report')],
    [
      'filed, being made here',
      decide(FILED, { national: THERE, making: makeDelivery({ side: 'local', kind: 'report', state: 'sending' }) }),
      refused('linked-elsewhere'),
    ],
    ['filed, made here', decide(FILED, { national: MADE }), refused('linked-elsewhere')],
  ])('%s', (_, decision, expected) => {
    expect(decision).toEqual(expected);
  });
});
