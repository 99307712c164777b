export type Found = { holder: Record<string, unknown>; name: string };

/** Walks `a.b[].url` through an answer and gives the objects that hold the last name. */
export function findFields(path: string, body: unknown): Found[] {
  const steps = path.split(".");
  const name = steps.pop() ?? "";
  const reached = steps.reduce<unknown[]>(
    (from, step) =>
      step.endsWith("[]")
        ? from.flatMap((value) => listAt(value, step.slice(0, -2)))
        : from.map((value) => (isRecord(value) ? value[step] : undefined)),
    [body],
  );
  return reached.map((holder) => ({ holder: isRecord(holder) ? holder : {}, name }));
}

/** The address found there; null when it is none that a file could be fetched from. */
export function addressIn({ holder, name }: Found): string | null {
  const url = holder[name];
  return typeof url === "string" && /^https?:\/\//i.test(url) ? url : null;
}

function listAt(value: unknown, name: string): unknown[] {
  const list = isRecord(value) ? value[name] : undefined;
  return Array.isArray(list) ? list : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
