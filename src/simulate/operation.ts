/** Which of the two simulated systems. */
export const SIDES = ['national', 'local'] as const;
export type Side = (typeof SIDES)[number];

/** What a request asks for. `login`, `templates` and `file` (a national attachment) are named beside those of the contract pages. */
export const OPERATIONS = [
  'institutions',
  'templates',
  'upload',
  'create',
  'reject',
  'detail',
  'follow-ups',
  'add-follow-up',
  'file',
  'login',
  'list',
  'report',
  'find',
  'create-report',
  'write-back',
  'respond',
  'attachment',
] as const;
export type Operation = (typeof OPERATIONS)[number];
