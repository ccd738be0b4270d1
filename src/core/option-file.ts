/** A file that an option of a rule names, as the configuration read it. */
export class OptionFile {
  /** As the configuration names it. */
  readonly path: string;
  /** Of its content. */
  readonly digest: string;
  readonly bytes: Uint8Array;

  constructor(path: string, digest: string, bytes: Uint8Array) {
    this.path = path;
    this.digest = digest;
    this.bytes = bytes;
  }

  /** What tells options apart, for the cache and for `--print-config`: not the bytes, which may be millions. */
  toJSON(): object {
    return {path: this.path, digest: this.digest};
  }
}
