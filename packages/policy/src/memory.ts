/**
 * What was answered on each combination of values, as a tree with a level for each value. Meant for closed sets, whose
 * combinations are few: nothing is ever forgotten.
 */
export class Memory<T extends object> {
  answer: T | null = null;
  readonly #branches = new Map<unknown, Memory<T>>();

  /** The branch of one more value. */
  under(value: unknown): Memory<T> {
    const known = this.#branches.get(value);
    if (known) return known;
    const branch = new Memory<T>();
    this.#branches.set(value, branch);
    return branch;
  }
}
