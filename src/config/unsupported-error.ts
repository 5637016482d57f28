/** The configuration is right but asks for a part that this version does not have. Exit code 3. */
export class UnsupportedError extends Error {
  override readonly name = 'UnsupportedError';
  /** The setting, as it stands in the file: `local.kind: mysql`. */
  readonly what: string;

  constructor(what: string) {
    super(`not supported: ${what}`);
    this.what = what;
  }
}
