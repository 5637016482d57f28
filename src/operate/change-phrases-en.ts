import type { CHANGE_PHRASES_ID } from './change-phrases-id.ts';

/** What to do where a report or an answer was changed after it was on the other side. */
export const CHANGE_PHRASES_EN = {
  'next.answer-withdrawn':
    'LAPOR! still shows answer {detail}, and takes none back: ask LAPOR! to hide it, then jembatan confirm {id}; over by itself once the answer is shown here again',
  'next.answer-edited':
    'LAPOR! still shows answer {detail} in its old words: where it matters, write the correction as a new answer in the application (it goes by itself), then jembatan confirm {id}',
  'next.report-edited':
    'LAPOR! still shows the old words: where it matters, write the change as an answer in the application (it goes by itself) or have it mended at LAPOR!, then jembatan confirm {id}',
  'next.edited-there':
    'read its new words at LAPOR! (report {detail}) and mend the report in the application by hand, then jembatan confirm {id}',
  'next.deleted':
    'LAPOR! still waits for something to be done: restore it in the application, or end it at LAPOR!; seen: jembatan confirm {id}',
  'next.reopened':
    'LAPOR! takes no reopening from outside: ask for it there, or end it in the application again; seen: jembatan confirm {id}',
  'next.quoted':
    'read answer {detail} at LAPOR!, and pass it on if it is of another institution. Seen: jembatan confirm {id}',
} as const satisfies Record<keyof typeof CHANGE_PHRASES_ID, string>;
