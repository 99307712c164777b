import * as z from "zod/mini";
import { storableText } from "./storable-text.ts";

/** Characters that a note may have. */
export const noteMost = 2000;

/** Why a person did something, for the record and for whoever reads it next. `ask` is what is said where it is missing. */
export function noteSchema(ask = "Say why.") {
  const tooLong = `${noteMost.toLocaleString("en-US")} characters at most.`;
  return z.string().check(z.trim(), z.minLength(3, ask), z.maxLength(noteMost, tooLong), storableText);
}
