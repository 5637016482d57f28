import { checkAnswersHome } from './check-answers-home.ts';
import { checkAnswersOut } from './check-answers-out.ts';
import { checkBornThere } from './check-born-there.ts';
import { checkFilings } from './check-filings.ts';
import { checkPrivacy } from './check-privacy.ts';
import { checkWriteBacks } from './check-write-backs.ts';
import type { Histories } from './histories.ts';

/** What must hold when everybody is at rest: everything arrived once, whole, at the right place, and nobody was given away. */
export function checkHistories(histories: Histories): readonly string[] {
  return [checkFilings, checkBornThere, checkPrivacy, checkAnswersOut, checkAnswersHome, checkWriteBacks].flatMap(
    (check) => check(histories),
  );
}
