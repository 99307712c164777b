/** A parsed body whose fields nobody has checked yet. */
export type Fields = Record<string, unknown>;

/** True for a plain object; arrays and null are not. */
export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value as an object; an empty one when it is anything else. */
export function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : {};
}

/** The value as text; undefined when it is anything else or empty. */
export function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** The value as a whole number, also when it arrives as digits in a form; undefined when it is anything else. */
export function integerOf(value: unknown): number | undefined {
  const parsed = typeof value === "string" && /^-?\d+$/.test(value) ? Number(value) : value;
  return typeof parsed === "number" && Number.isSafeInteger(parsed) ? parsed : undefined;
}

/** The value as a list of texts; a single text counts as a list of one. */
export function textsOf(value: unknown): string[] {
  const list = Array.isArray(value) ? value : [value];
  return list.filter((item): item is string => typeof item === "string" && item !== "");
}
