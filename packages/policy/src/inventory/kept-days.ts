/** Days that no clause names. What ends a thing, in `apps/api`, and the sentence that promises its end both read them here. */
export const keptDays = {
  /** A session of a member that is not used. */
  unusedSession: 14,
  /** A session of a member, however much it is used. */
  session: 30,
  /** Counted tries. */
  tries: 1,
  /** The text of a mail that cannot be sent. */
  unsentMail: 3,
  /** A mailed link, after it stopped working. */
  mailedLink: 7,
  /** What stays until the account ends, after it was closed: longer than that can be appealed. */
  closedAccount: 185,
  /** What is left of a file that a member gave and that no history entry tells of. */
  tombstone: 30,
  /** A job that failed for good. */
  failedJob: 7,
  /** What our software prints, at the company whose servers we run on: docs/runbooks/logs.md. */
  logs: 30,
} as const;
