/** Stored facts that do not have the shape of their question. */
export class UnreadableFacts extends Error {
  constructor(path: string, expected: string) {
    super(`${path || "the facts"} should be ${expected}`);
    this.name = "UnreadableFacts";
  }
}

/** Reads a value of one shape out of JSON. Throws {@link UnreadableFacts} that names where it is not. */
export type Reader<T> = (value: unknown, path: string) => T;

export const text: Reader<string> = (value, path) => {
  if (typeof value !== "string") throw new UnreadableFacts(path, "text");
  return value;
};

export const number: Reader<number> = (value, path) => {
  if (typeof value !== "number") throw new UnreadableFacts(path, "a number");
  return value;
};

export const yesOrNo: Reader<boolean> = (value, path) => {
  if (typeof value !== "boolean") throw new UnreadableFacts(path, "true or false");
  return value;
};

/** An instant, which JSON keeps as text. */
export const instant: Reader<Date> = (value, path) => {
  const at = new Date(text(value, path));
  if (Number.isNaN(at.getTime())) throw new UnreadableFacts(path, "an instant");
  return at;
};

export function oneOf<const T extends string>(values: readonly T[]): Reader<T> {
  const known = new Map<unknown, T>(values.map((each) => [each, each]));
  return (value, path) => {
    const found = known.get(value);
    if (found === undefined) throw new UnreadableFacts(path, `one of ${values.join(", ")}`);
    return found;
  };
}

export function orNull<T>(read: Reader<T>): Reader<T | null> {
  return (value, path) => (value === null ? null : read(value, path));
}

/** What older rulings do not have: left out, it reads as the value given here. */
export function orElse<T>(read: Reader<T>, otherwise: T): Reader<T> {
  return (value, path) => (value === undefined ? otherwise : read(value, path));
}

export function listOf<T>(read: Reader<T>): Reader<readonly T[]> {
  return (value, path) => {
    if (!Array.isArray(value)) throw new UnreadableFacts(path, "a list");
    return value.map((each, place) => read(each, `${path}[${place}]`));
  };
}

/** A part of an object, read by its name. */
export type Part = <T>(name: string, read: Reader<T>) => T;

/** An object, whose parts are asked for one by one. */
export function object<T>(build: (part: Part) => T): Reader<T> {
  return (value, path) => {
    if (typeof value !== "object" || value === null) throw new UnreadableFacts(path, "an object");
    return build((name, read) =>
      read(Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined, path === "" ? name : `${path}.${name}`),
    );
  };
}
