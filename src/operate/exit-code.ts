/** Exit codes of the command line; part of its contract. */
export const EXIT = {
  done: 0,
  needsPerson: 1,
  usage: 2,
  configuration: 3,
  unreachable: 4,
  locked: 5,
  disk: 74,
  ledgerRefused: 78,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
