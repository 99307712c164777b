import { type Fields, fieldsOf, integerOf, textOf } from "../../record.ts";
import { badParameter } from "./stripe-error.ts";

/** Refuses parameters the stand-in does not know, as Stripe refuses those it does not: a spelling error must not pass. */
export function refuseUnknown(parameters: object, known: readonly string[], inside = ""): void {
  const unknown = Object.keys(parameters).find((name) => !known.includes(name));
  if (unknown === undefined) return;
  const param = inside === "" ? unknown : `${inside}[${unknown}]`;
  throw badParameter(param, `Received unknown parameter: ${param}`, "parameter_unknown");
}

/** A text that must be there. */
export function requiredText(parameters: Fields, param: string): string {
  const text = textOf(parameters[param]);
  if (text === undefined) throw badParameter(param, `Missing required param: ${param}.`, "parameter_missing");
  return text;
}

/** The text, null when it was sent empty or not at all. */
export function textOrNull(value: unknown): string | null {
  return textOf(value) ?? null;
}

/** `true` or `false` as a form says it; undefined when it was not sent. */
export function flagOf(parameters: Fields, param: string): boolean | undefined {
  const value = parameters[param];
  if (value === undefined) return undefined;
  if (value === "true" || value === true) return true;
  if (value === "false" || value === false) return false;
  throw badParameter(param, `Invalid boolean: ${String(value)}`, "parameter_invalid_empty");
}

/** A whole number of at least `least`; undefined when it was not sent. */
export function wholeOf(parameters: Fields, param: string, least = 0, name = param): number | undefined {
  const value = parameters[param];
  if (value === undefined) return undefined;
  const whole = integerOf(value);
  if (whole === undefined) throw badParameter(name, `Invalid integer: ${String(value)}`, "parameter_invalid_integer");
  if (whole >= least) return whole;
  throw badParameter(name, `This value must be greater than or equal to ${least}.`, "parameter_invalid_integer");
}

/** One of a closed list; undefined when it was not sent. */
export function choiceOf<T extends string>(parameters: Fields, param: string, choices: readonly T[]): T | undefined {
  const value = parameters[param];
  if (value === undefined) return undefined;
  const choice = choices.find((candidate) => candidate === value);
  if (choice !== undefined) return choice;
  const list = choices.join(", ");
  throw badParameter(param, `Invalid ${param}: must be one of ${list}`, "parameter_invalid_empty");
}

/** Metadata as Stripe keeps it: text to text. */
export function metadataOf(value: unknown): Record<string, string> {
  return Object.fromEntries(Object.entries(fieldsOf(value)).map(([key, text]) => [key, String(text)]));
}

/** Metadata after an update: keys are added, an empty text removes its key, an empty value removes all. */
export function mergedMetadata(before: Record<string, string> | null, value: unknown): Record<string, string> {
  if (value === undefined) return before ?? {};
  if (value === "") return {};
  const entries = Object.entries({ ...before, ...metadataOf(value) });
  return Object.fromEntries(entries.filter(([, text]) => text !== ""));
}

/** A currency in Stripe's small letters. Throws when ISO 4217 has none such. */
export function currencyOf(value: unknown, param = "currency"): string {
  const currency = textOf(value)?.toLowerCase();
  if (currency === undefined) throw badParameter(param, `Missing required param: ${param}.`, "parameter_missing");
  if (Intl.supportedValuesOf("currency").includes(currency.toUpperCase())) return currency;
  throw badParameter(param, `Invalid currency: ${currency}.`, "parameter_invalid_empty");
}
