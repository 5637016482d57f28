import { DELIVERY_MUTANTS } from './delivery-mutants.ts';
import { LEDGER_MUTANTS } from './ledger-mutants.ts';
import type { Mutant } from './mutant.ts';
import { READING_MUTANTS } from './reading-mutants.ts';
import { RULE_MUTANTS } from './rule-mutants.ts';

export const MUTANTS: readonly Mutant[] = [...DELIVERY_MUTANTS, ...READING_MUTANTS, ...LEDGER_MUTANTS, ...RULE_MUTANTS];
