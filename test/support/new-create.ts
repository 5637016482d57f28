import type { NewDelivery } from '../../src/ledger/delivery.ts';

/** A report that is owed to the nation and may go at once. */
export const NEW_CREATE: NewDelivery = {
  side: 'national',
  kind: 'create',
  key: 'create',
  messageId: null,
  state: 'ready',
  reason: null,
  body: {},
};
