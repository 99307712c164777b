import { type RegistryEdit, type RegistryFault, registryEdit } from "@covenant/domain";
import type * as z from "zod";

export type EditFile = { edit: RegistryEdit; faults: null } | { edit: null; faults: readonly RegistryFault[] };

/** An edit from the text of a file, or every field in it that has not the right shape. */
export function readEditFile(text: string): EditFile {
  const json = parse(text);
  if (json.fault !== null) return { edit: null, faults: [json.fault] };
  const checked = registryEdit.safeParse(json.value);
  if (checked.success) return { edit: checked.data, faults: null };
  return { edit: null, faults: checked.error.issues.map(faultOf) };
}

function parse(text: string): { value: unknown; fault: null } | { fault: RegistryFault } {
  try {
    return { value: JSON.parse(text), fault: null };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { fault: { path: "the file", message: `This is not JSON: ${error.message}.` } };
  }
}

function faultOf({ path, message, ...issue }: z.core.$ZodIssue): RegistryFault {
  const at = path.map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`)).join("");
  const field = at.replace(/^\./, "") || "the file";
  if (issue.code === "unrecognized_keys") return { path: field, message: `It has no ${issue.keys.join(", ")}.` };
  return { path: field, message };
}
