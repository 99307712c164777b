export { type FaultOf, faultCatalogue, type Room } from "./faults/fault-catalogue.ts";
export { readOptions, type SandboxOptions, type TotpSecret } from "./options.ts";
export { type Sandbox, startSandbox } from "./start-sandbox.ts";
