/** The first half of a file, for a transfer that stops half way. */
export function chop(bytes: Buffer): Buffer {
  return bytes.subarray(0, bytes.length >> 1);
}
