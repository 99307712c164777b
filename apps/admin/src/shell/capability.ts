import { type Capability, Refusal, type StaffView, whoMay } from "@covenant/domain";

/** Why a person may not do something, for a control that stays in place; undefined where they may. */
export function reasonWithout(staff: StaffView, capability: Capability): string | undefined {
  return staff.capabilities.includes(capability) ? undefined : whoMay(capability);
}

/** Keeps a page to those who may ask for what it shows. For a route's `beforeLoad`; the failed page says what is missing. */
export function needs(capability: Capability) {
  return ({ context }: { context: { staff: StaffView } }): void => {
    if (!context.staff.capabilities.includes(capability)) throw new Refusal("staff/capability-missing", { capability });
  };
}
