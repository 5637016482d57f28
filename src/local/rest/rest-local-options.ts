/** What a deployment says about its application's REST form (local contract, section 1). */
export interface RestLocalOptions {
  /** The URL that paths are appended to; attachments are resolved against it. */
  readonly baseUrl: string;
  /** Dotted path of the rows in an answer, such as `data` or `data.data`. */
  readonly data: string;
  /**
   * Our name → dotted path in their row, for what differs from the contract. `lokasi.alamat` and `pelapor.nama` are found
   * from the row; members of a list (`tanggapan.isi`, `tanggapan.lampiran`, `lampiran.url`) from the list's own item.
   */
  readonly fields: Readonly<Record<string, string>>;
  /** Rows asked for at a time. */
  readonly pageSize: number;
  /** IANA zone of times that name none. */
  readonly zone: string;
  /** `null`: the side's own headers are enough. */
  readonly login: RestLogin | null;
  /** Further hosts (`host` or `host:port`) that attachments may be fetched from. */
  readonly attachmentHosts: readonly string[];
}

export interface RestLogin {
  /** Appended to the base URL. */
  readonly path: string;
  readonly username: string;
  readonly password: string;
  /** Dotted path of the token in the answer. */
  readonly tokenPath: string;
}
