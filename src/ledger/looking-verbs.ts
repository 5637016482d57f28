import type { Store } from './store.ts';
import { attemptsOf } from './verbs/attempts-of.ts';
import { deliveriesOf, findCaseByAnyId, messagesOf } from './verbs/find-case.ts';
import { type CaseQuery, caseInstitutions, countOpenSecret, listCases, searchCases } from './verbs/list-cases.ts';
import { countLate, historyHead, historyOf, oldestOpenAt, readAttention, readTally } from './verbs/overview.ts';
import { readReport, type Vault } from './verbs/payload.ts';

/** What is looked at, and changes nothing. */
export function lookingVerbs(store: Store, vault: Vault) {
  return {
    readTally: () => store.read(() => readTally()),
    readAttention: () => store.read(() => readAttention()),
    countLate: (now: number) => store.read(() => countLate(now)),
    oldestOpenAt: () => store.read(() => oldestOpenAt()),
    historyHead: () => store.read(() => historyHead()),
    findCase: (id: string) => store.read(() => findCaseByAnyId(id)),
    messagesOf: (caseId: number) => store.read(() => messagesOf(caseId)),
    deliveriesOf: (caseId: number) => store.read(() => deliveriesOf(caseId)),
    /** What a report says; `null` where it is erased, or known only as LAPOR!'s list told it. */
    readReport: (caseId: number) => store.read(() => readReport(vault, caseId)),
    attemptsOf: (caseId: number) => store.read(() => attemptsOf(caseId)),
    listCases: (query: CaseQuery) => store.read(() => listCases(query)),
    searchCases: (prefix: string, query: Parameters<typeof searchCases>[1]) =>
      store.read(() => searchCases(prefix, query)),
    caseInstitutions: () => store.read(() => caseInstitutions()),
    countOpenSecret: () => store.read(() => countOpenSecret()),
    historyOf: (caseId: number) => store.read(() => historyOf(caseId)),
  };
}
