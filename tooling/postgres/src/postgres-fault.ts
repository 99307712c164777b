/** PostgreSQL cannot run here. The message is one sentence for the person at the terminal: what is wrong and what to do. */
export class PostgresFault extends Error {
  override readonly name = "PostgresFault";
}
