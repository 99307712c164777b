import type { Handle, Outcome, Provider, ProviderJobs, Submission, Submitted } from "@covenant/providers";

/** A provider that does what a test says and remembers what it was asked. */
export type ScriptedProvider = Omit<Provider, "jobs"> & {
  readonly jobs: ProviderJobs;
  readonly submissions: readonly Submission[];
  readonly reads: readonly Handle[];
  readonly cancelled: readonly Handle[];
  /** Answers further submissions so; by default each is accepted. */
  onSubmit(answer: (submission: Submission) => Submitted | Promise<Submitted>): void;
  /** Answers further reads so; by default each finds the job finished with one picture. */
  onRead(answer: (handle: Handle) => Outcome | Promise<Outcome>): void;
};

export const outputUrl = "https://files.upstream.test/one.png";
export const finished: Outcome = {
  kind: "finished",
  outputs: [{ format: "png", url: outputUrl, role: "main" }],
  withheld: 0,
};
export const waiting: Outcome = { kind: "waiting", stage: "running", alert: null };

export function accepted(upstreamId: string): Submitted {
  return { kind: "accepted", handle: handleOf(upstreamId) };
}

/** Takes part as `fal`, so that the catalogue's routes lead here. A webhook is authentic when its body says `{ id }`. */
export function scriptedProvider(): ScriptedProvider {
  const submissions: Submission[] = [];
  const reads: Handle[] = [];
  const cancelled: Handle[] = [];
  let submitted: (submission: Submission) => Submitted | Promise<Submitted> = ({ attemptId }) => accepted(attemptId);
  let read: (handle: Handle) => Outcome | Promise<Outcome> = () => finished;
  return {
    id: "fal",
    recipient: "fal",
    submissions,
    reads,
    cancelled,
    onSubmit: (answer) => {
      submitted = answer;
    },
    onRead: (answer) => {
      read = answer;
    },
    submit: async (submission) => {
      submissions.push(submission);
      return submitted(submission);
    },
    jobs: {
      read: async (handle) => {
        reads.push(handle);
        return read(handle);
      },
      cancel: async (handle) => {
        cancelled.push(handle);
        return { kind: "requested" };
      },
      erase: null,
      adopt: (_upstreamModel, upstreamId) => handleOf(upstreamId),
      readWebhook: async (_headers, rawBody) => {
        const { id } = JSON.parse(Buffer.from(rawBody).toString());
        return typeof id === "string" ? { upstreamId: id } : null;
      },
    },
  };
}

function handleOf(upstreamId: string): Handle {
  const job = `https://queue.upstream.test/${upstreamId}`;
  return { upstreamId, urls: { status: job, result: job, cancel: job }, outputs: [] };
}
