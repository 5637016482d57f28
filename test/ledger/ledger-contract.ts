import { describe } from 'vitest';
import type { TestLedger } from '../support/make-ledger.ts';
import { dueDeliveriesContract } from './contract/due-deliveries.ts';
import { institutionsContract } from './contract/institutions.ts';
import { noticesContract } from './contract/notices.ts';
import { operateContract } from './contract/operate.ts';
import { overviewContract } from './contract/overview.ts';
import { passOnContract } from './contract/pass-on.ts';
import { planOwedContract } from './contract/plan-owed.ts';
import { randomLivesContract } from './contract/random-lives.ts';
import { recordListPageContract } from './contract/record-list-page.ts';
import { recordLocalPageContract } from './contract/record-local-page.ts';
import { recordNationalContract } from './contract/record-national.ts';
import { recoverRolledBackContract } from './contract/recover-rolled-back.ts';
import { settleDeliveryContract } from './contract/settle-delivery.ts';
import { settleDoubtContract } from './contract/settle-doubt.ts';
import { sinceRolledBackContract } from './contract/since-rolled-back.ts';
import { unsettledCreatesContract } from './contract/unsettled-creates.ts';
import { makeScene } from './make-scene.ts';

/** What every ledger keeps to, whatever database it is on. `open` gives a new one for each test. */
export function ledgerContract(name: string, open: () => TestLedger): void {
  const scene = () => makeScene(open());
  describe(name, () => {
    recordLocalPageContract(scene);
    recordListPageContract(scene);
    planOwedContract(scene);
    dueDeliveriesContract(scene);
    settleDeliveryContract(scene);
    settleDoubtContract(scene);
    unsettledCreatesContract(scene);
    recordNationalContract(scene);
    operateContract(scene);
    passOnContract(scene);
    institutionsContract(scene);
    overviewContract(scene);
    recoverRolledBackContract(scene);
    sinceRolledBackContract(scene);
    noticesContract(scene);
    randomLivesContract(scene);
  });
}
