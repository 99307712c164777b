import { StartFault } from "./announce.ts";

/** The demo never runs beside anything real. @throws StartFault naming the variable, never its value. */
export function refuseProduction(environment: NodeJS.ProcessEnv) {
  if (environment.NODE_ENV === "production") {
    throw new StartFault(
      "This is the demo, which is refused with NODE_ENV=production: docs/runbooks/go-live.md has the real commands.",
    );
  }
  const live = Object.entries(environment).find(([, value]) => /^(sk|rk|pk)_live_/.test(value ?? ""));
  if (live) throw new StartFault(`This is the demo, which is refused beside a live key: unset ${live[0]}.`);
}
