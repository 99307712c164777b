import type { StorefrontId } from "@covenant/domain";

type Face = { id: StorefrontId; name: string; line: string };

const faces: readonly Face[] = [
  { id: "modelmyimage", name: "ModelMyImage", line: "A photo becomes a 3D model." },
  { id: "apimodels", name: "apimodels.app", line: "One API key for every model." },
  { id: "image-ai-run", name: "Image-AI.run", line: "Pictures from words, many models." },
];

/** Plain localhost: the three storefronts of this deployment, each at its own host. */
export function StorefrontList() {
  const port = window.location.port === "" ? "" : `:${window.location.port}`;
  return (
    <main className="mx-auto flex min-h-dvh max-w-3xl flex-col justify-center gap-8 bg-bg px-6 py-16 text-text">
      <div className="flex flex-col gap-2">
        <h1 className="text-h1 font-semibold">Covenant</h1>
        <p className="text-muted">Three storefronts run here, each under its own terms.</p>
      </div>
      <ul className="flex flex-col gap-3">
        {faces.map(({ id, name, line }) => (
          <li key={id} data-face={id}>
            <a
              href={`http://${id}.localhost${port}/`}
              className="flex items-center gap-4 rounded-card border bg-surface p-5 hover:border-border-strong"
            >
              <span aria-hidden className="size-3 rounded-pill bg-accent" />
              <span className="flex flex-col">
                <span className="font-medium">{name}</span>
                <span className="text-ui text-muted">{line}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
      <p className="text-small text-muted">
        <a className="underline" href="http://admin.localhost:4200/">
          Staff console
        </a>{" "}
        ·{" "}
        <a className="underline" href="http://localhost:4300/">
          The outside world: mailbox, payment page, models
        </a>
      </p>
    </main>
  );
}
