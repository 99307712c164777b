/**
 * Makes lookups that are asked for in one turn of the event loop one lookup. Each begins after it was asked for, so it
 * sees whatever was committed until then; one that is asked for later waits for nobody.
 */
export function lookUpTogether<Key, Row>(
  lookUp: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Row>>,
): (key: Key) => Promise<Row | undefined> {
  let waiting: { keys: Set<Key>; rows: Promise<ReadonlyMap<Key, Row>> } | null = null;
  const gather = () => {
    const keys = new Set<Key>();
    const rows = new Promise<void>((begin) => setImmediate(begin)).then(() => {
      waiting = null;
      return lookUp([...keys]);
    });
    return { keys, rows };
  };
  return async (key) => {
    waiting ??= gather();
    waiting.keys.add(key);
    return (await waiting.rows).get(key);
  };
}
