/** What a deployment says about its GeoReport v2 server (local contract, section 4). */
export interface Open311LocalOptions {
  /** The URL that `/requests.json` is appended to; attachments are resolved against it. */
  readonly baseUrl: string;
  /** `null`: the server serves one jurisdiction alone. */
  readonly jurisdictionId: string | null;
  /** `null`: nothing can be written. */
  readonly apiKey: string | null;
  /** False: nothing is to be written. */
  readonly updates: boolean;
  /** Rows given at a time. */
  readonly pageSize: number;
  /** IANA zone of times that name none. */
  readonly zone: string;
  readonly attachmentHosts: readonly string[];
}
