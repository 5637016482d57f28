import type { Attachment } from './report.ts';

/** Who wrote an answer: an OPD, the reporter, or (mirrored) the nation. */
export type FollowUpAuthor = 'institution' | 'reporter' | 'national';

/** One answer or reply under a report, of either side. */
export interface FollowUp {
  /** Id on the side it was read from. */
  readonly id: string;
  readonly author: FollowUpAuthor;
  /** What stands there as its author where that is nobody we know: it is kept in the city, and a person is told. */
  readonly unknownAuthor?: string;
  /** Name of the OPD or institution that wrote it. */
  readonly institution: string | null;
  /** Plain text. */
  readonly text: string;
  /** An internal note never leaves the city. */
  readonly internal: boolean;
  readonly attachments: readonly Attachment[];
  /** Reference that the bridge itself set when it wrote this answer. */
  readonly externalRef: string | null;
  readonly createdAt: number | null;
}
