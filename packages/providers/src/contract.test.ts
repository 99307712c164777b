import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startFalFarEnd, submissionFor } from "./adapters/fal/far-end.ts";
import type { Handle, Outcome, Provider, Submission, Submitted } from "./spec.ts";

/** What a far end can be asked to do, in words every provider has a wire for. */
type Scene =
  | "takes-it-and-finishes"
  | "refuses-the-prompt"
  | "is-overloaded"
  | "locks-our-account"
  | "loses-the-answer"
  | "keeps-silent"
  | "accepts-in-nonsense"
  | "is-queued"
  | "is-running"
  | "crashes-while-running"
  | "withholds-the-output"
  | "finishes-without-output"
  | "locks-our-account-while-running"
  | "limits-our-reading"
  | "loses-our-reading"
  | "forgets-the-job"
  | "finished-before-the-cancel";

type Stage = {
  provider: Provider;
  submission: Submission;
  play(scene: Scene): void;
  submissionsReceived(): number;
  /** Ends the far end, so that nobody listens. */
  leave(): Promise<void>;
};

const stages: { name: string; enter: () => Promise<Stage> }[] = [{ name: "fal", enter: falStage }];

describe.each(stages)("a provider: $name", ({ enter }) => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await enter();
  });
  afterEach(() => stage.leave());

  const read = async (scene: Scene): Promise<Outcome> => {
    const handle = accepted(await stage.provider.submit(stage.submission));
    stage.play(scene);
    return stage.provider.read(handle);
  };

  it("gives a handle that survives storage and leads to the outputs", async () => {
    const handle = accepted(await stage.provider.submit(stage.submission));
    const stored: Handle = JSON.parse(JSON.stringify(handle));
    const outcome = await stage.provider.read(stored);
    expect(outcome).toMatchObject({ kind: "finished", withheld: 0 });
    expect(outcome.kind === "finished" && outcome.outputs.filter(({ role }) => role === "main")).toHaveLength(1);
  });

  it.each([
    ["refuses-the-prompt", "policy-input"],
    ["is-overloaded", "capacity"],
    ["locks-our-account", "account"],
  ] as const)("reports a submission that %s as refused: %s", async (scene, failureClass) => {
    stage.play(scene);
    const submitted = await stage.provider.submit(stage.submission);
    expect(submitted).toMatchObject({ kind: "refused", refusal: { class: failureClass } });
  });

  it.each(["loses-the-answer", "keeps-silent", "accepts-in-nonsense"] as const)(
    "never claims to know what became of a submission that %s, and sends it once",
    async (scene) => {
      stage.play(scene);
      expect((await stage.provider.submit(stage.submission)).kind).toBe("unknown-outcome");
      expect(stage.submissionsReceived()).toBe(1);
    },
  );

  it("knows that a submission nobody listened to was not made", async () => {
    await stage.leave();
    const submitted = await stage.provider.submit(stage.submission);
    expect(submitted).toMatchObject({ kind: "refused", refusal: { class: "transient", stage: "submit" } });
  });

  it.each([
    ["is-queued", "queued", null],
    ["is-running", "running", null],
  ] as const)("keeps waiting while the job %s", async (scene, stageName, alert) => {
    expect(await read(scene)).toEqual({ kind: "waiting", stage: stageName, alert });
  });

  it.each([
    ["locks-our-account-while-running", "account"],
    ["limits-our-reading", "capacity"],
    ["loses-our-reading", "unreachable"],
  ] as const)("never ends a job over a reading that %s, but raises %s", async (scene, alert) => {
    expect(await read(scene)).toMatchObject({ kind: "waiting", alert });
  });

  it.each([
    ["crashes-while-running", "transient"],
    ["withholds-the-output", "policy-output"],
    ["finishes-without-output", "unknown"],
  ] as const)("reports a job that %s as failed: %s", async (scene, failureClass) => {
    expect(await read(scene)).toMatchObject({ kind: "failed", failure: { class: failureClass } });
  });

  it("says so when the upstream has forgotten the job", async () => {
    expect(await read("forgets-the-job")).toEqual({ kind: "gone" });
  });

  it("tells a cancellation asked for from one that came too late", async () => {
    const handle = accepted(await stage.provider.submit(stage.submission));
    expect(await stage.provider.cancel(handle)).toEqual({ kind: "requested" });
    stage.play("finished-before-the-cancel");
    expect(await stage.provider.cancel(handle)).toEqual({ kind: "too-late" });
    stage.play("forgets-the-job");
    expect(await stage.provider.cancel(handle)).toEqual({ kind: "gone" });
  });

  it("adopts a job whose answer was lost, and reads the same of it", async () => {
    const { submission, provider } = stage;
    const handle = accepted(await provider.submit(submission));
    const adopted = provider.adopt(submission.upstreamModel, handle.upstreamId, submission.fields);
    expect(adopted).toMatchObject({ upstreamId: handle.upstreamId, outputs: handle.outputs });
    expect(await provider.read(adopted)).toEqual(await provider.read(handle));
  });

  it("never puts a prompt into the detail of a failure", async () => {
    for (const scene of ["refuses-the-prompt", "crashes-while-running"] as const) {
      stage.play(scene);
      expect(JSON.stringify(await stage.provider.submit(stage.submission))).not.toContain("lighthouse");
    }
  });

  it("takes no notice of a webhook nobody signed", async () => {
    const body = Buffer.from(JSON.stringify({ request_id: "job-1", status: "OK" }));
    expect(await stage.provider.readWebhook({}, body)).toBeNull();
  });
});

function accepted(submitted: Submitted): Handle {
  if (submitted.kind !== "accepted") throw new Error(`not accepted but ${JSON.stringify(submitted)}`);
  return submitted.handle;
}

async function falStage(): Promise<Stage> {
  const { farEnd, script, provider } = await startFalFarEnd();
  const refusal = {
    status: 422,
    json: {
      detail: [
        {
          loc: ["body", "prompt"],
          msg: "a lighthouse was flagged",
          type: "content_policy_violation",
          input: "a lighthouse",
        },
      ],
    },
  };
  const locked = { status: 403, json: { detail: "User is locked. Reason: Exhausted balance." } };
  const overloaded = { status: 429, json: { detail: "Too many", error_type: "concurrent_requests_limit" } };
  const scenes: Record<Scene, Partial<typeof script>> = {
    "takes-it-and-finishes": {},
    "refuses-the-prompt": { submit: refusal },
    "is-overloaded": { submit: overloaded },
    "locks-our-account": { submit: locked },
    "loses-the-answer": { submit: "reset" },
    "keeps-silent": { submit: "silence" },
    "accepts-in-nonsense": { submit: { status: 200, text: "<html>" } },
    "is-queued": { status: { status: 202, json: { status: "IN_QUEUE", queue_position: 2 } } },
    "is-running": { status: { status: 202, json: { status: "IN_PROGRESS", logs: [] } } },
    "crashes-while-running": {
      status: {
        status: 200,
        json: { status: "COMPLETED", error: "Runner disconnected", error_type: "runner_disconnected" },
      },
    },
    "withholds-the-output": {
      result: {
        status: 200,
        json: { images: [{ url: "https://v3b.fal.media/black.png" }], has_nsfw_concepts: [true] },
      },
    },
    "finishes-without-output": { result: { status: 200, json: { images: [] } } },
    "locks-our-account-while-running": { status: locked },
    "limits-our-reading": { status: overloaded },
    "loses-our-reading": { status: "reset" },
    "forgets-the-job": { status: { status: 404, json: {} }, cancel: { status: 404, json: { status: "NOT_FOUND" } } },
    "finished-before-the-cancel": { cancel: { status: 400, json: { status: "ALREADY_COMPLETED" } } },
  };
  return {
    provider,
    submission: submissionFor(),
    play: (scene) => void Object.assign(script, scenes[scene]),
    submissionsReceived: () => farEnd.requests.filter(({ method }) => method === "POST").length,
    leave: farEnd.close,
  };
}
