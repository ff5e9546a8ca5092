/** One document of a file: the whole file, or one record of a JSON or JSON Lines file. */
export interface Part {
  /** number of the record, from 1; null for a file of one document */
  readonly record: number | null
  readonly bytes: Uint8Array
  /** JSON pointer of the record in its file; '' for the whole */
  readonly pointer: string
  /**
   * For a record: the encoding of its file (a record alone is too short to tell). `transcoded`: the file is not clean
   * UTF-8, and `bytes` are the record's text written as UTF-8; to read it in another encoding, split the file again.
   */
  readonly from?: { readonly encoding: string; readonly confidence: number; readonly transcoded: boolean }
}
