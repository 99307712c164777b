import { StartFault } from "./announce.ts";

/** The demo never runs beside anything real. @throws StartFault naming the variable, never its value. */
export function refuseProduction(environment: NodeJS.ProcessEnv) {
  if (environment.NODE_ENV === "production") {
    throw new StartFault(
      "npm start runs the demo and is refused with NODE_ENV=production: see docs for a real deployment.",
    );
  }
  const live = Object.entries(environment).find(([, value]) => /^(sk|rk|pk)_live_/.test(value ?? ""));
  if (live) throw new StartFault(`npm start runs the demo and is refused beside a live key: unset ${live[0]}.`);
}
