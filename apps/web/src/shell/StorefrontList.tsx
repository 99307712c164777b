import { storefrontIds, storefrontLines, storefrontNames } from "@covenant/domain";
import { demoPlace } from "./demo-place.ts";

/** Plain localhost: the storefronts of this deployment, each at its own host. */
export function StorefrontList() {
  const port = window.location.port === "" ? "" : `:${window.location.port}`;
  return (
    <main className="mx-auto flex min-h-dvh max-w-3xl flex-col justify-center gap-8 bg-bg px-6 py-16 text-text">
      <div className="flex flex-col gap-2">
        <h1 className="text-h1 font-semibold">Covenant</h1>
        <p className="text-muted">These storefronts run here, each under its own terms.</p>
      </div>
      <ul className="flex flex-col gap-3">
        {storefrontIds.map((id) => (
          <li key={id} data-face={id}>
            <a
              href={`http://${id}.localhost${port}/`}
              className="flex items-center gap-4 rounded-card border bg-surface p-5 hover:border-border-strong"
            >
              <span aria-hidden className="size-3 rounded-pill bg-accent" />
              <span className="flex flex-col">
                <span className="font-medium">{storefrontNames[id]}</span>
                <span className="text-ui text-muted">{storefrontLines[id]}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
      <DemoLinks />
    </main>
  );
}

function DemoLinks() {
  const [consoleOrigin, sandboxOrigin] = [demoPlace("console"), demoPlace("sandbox")];
  if (consoleOrigin === null || sandboxOrigin === null) return null;
  return (
    <p className="text-small text-muted">
      <a className="underline" href={consoleOrigin}>
        Staff console
      </a>{" "}
      ·{" "}
      <a className="underline" href={sandboxOrigin}>
        The outside world: mailbox, payment page, models
      </a>
    </p>
  );
}
