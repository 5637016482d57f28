/** What a deployment decides about LAPOR! v3 (contract page, everything marked config). */
export interface LaporV3Options {
  readonly paths: {
    /** E4: one agency has a path of its own. */
    readonly create: string;
    /** The optional list; `null`: there is none. */
    readonly list: string | null;
  };
  readonly list: {
    /** Our name (the contract page's) → dotted path in their row, for what differs: `content` → `isi`. */
    readonly fields: Readonly<Record<string, string>>;
  };
  readonly account: {
    /** The service account that files and answers. */
    readonly userId: number;
    readonly channel: number;
  };
  readonly create: {
    readonly locationId: number;
    /** `json`: `"[1,2]"`; `json-dot`: `"[1,2]."`. Both were seen. */
    readonly attachments: 'json' | 'json-dot';
    readonly noAttachments: '[]' | false;
    readonly tags: string;
  };
  readonly followUp: {
    readonly templateCode: string;
  };
}
