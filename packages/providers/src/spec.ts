import type { ArtifactFormat, AttemptId, Modality, RecipientId, ViolationCategory } from "@covenant/domain";

/** The companies whose machines run models for us. A new one is a name here and a folder under `adapters/`. */
export const providerIds = ["fal", "openai", "gemini", "meshy"] as const;
export type ProviderId = (typeof providerIds)[number];

/** What a route's fixed parameters and an upstream's JSON are made of. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** Where one output sits in an upstream's answer: `images[].url`, `model_urls.obj.url`. */
export type OutputField = {
  /** Empty where the answer is the file itself. */
  path: string;
  /** What the file is when the upstream does not say. The bytes decide in the end. */
  format: ArtifactFormat;
  /** The result itself, or a companion such as the same mesh in another format. */
  role: "main" | "extra";
};

/** How a route names the inputs it takes; null where it takes none. A dot leads into an object: `config.ratio`. */
export type InputFields = {
  prompt: string | null;
  image: { field: string; takesList: boolean } | null;
  /** Where the number of results is asked for; left out where the route makes one. */
  count?: { field: string } | null | undefined;
  /** `as` is either `{ width, height }` or the upstream's own word for each size we sell. */
  size: { field: string; as: "dimensions" | Readonly<Record<string, string>> } | null;
};

/** The wire names of one route. Data, so that a new model of a known provider needs no code. */
export type RouteFields = { inputs: InputFields; outputs: readonly OutputField[] };

export type SubmissionImage = { bytes: Uint8Array; contentType: string };

/** One attempt as a provider is asked to make it. Nothing here identifies a member. */
export type Submission = {
  attemptId: AttemptId;
  upstreamModel: string;
  operation: Modality;
  fields: RouteFields;
  input: {
    prompt?: string;
    /** `1024x1024`, one of the model's sizes. */
    size?: string;
    image?: SubmissionImage;
    /** Results that are wanted. */
    count?: number;
    /** The route's fixed parameters. A member's input never overrides them, nor they a member's input. */
    parameters: Readonly<Record<string, Json>>;
  };
  /** Where the provider may call back; null: poll only. */
  webhookUrl: string | null;
  retention: "no-store" | "default";
  /** Seconds within which the work must start; work that starts later is refused by the provider itself. */
  startDeadlineSeconds: number;
};

/** All that is needed to ask about a submitted attempt again, from any process. Plain JSON; stored as it is. */
export type Handle = {
  upstreamId: string;
  /** The addresses the upstream gave, kept and not built; only {@link Provider.adopt} has to build them. */
  urls: { status: string; result: string; cancel: string };
  /** Frozen with the attempt, so that a later edit of the catalogue cannot misread it. */
  outputs: readonly OutputField[];
};

export const failureClasses = [
  /** Prompt or reference image refused. Never retried, never failed over. */
  "policy-input",
  /** Made, then withheld. Never failed over. */
  "policy-output",
  /** Validation, an unreadable file, an unsupported size. */
  "bad-input",
  /** The upstream crashed. May be tried again. */
  "transient",
  /** Overloaded or limited, or not started in time. */
  "capacity",
  /** Our key, our balance, our access: opens the breaker, calls the operator. */
  "account",
  /** It has no model of this name any more: another route is tried, and the operator is called. */
  "model-gone",
  "unknown",
] as const;
export type FailureClass = (typeof failureClasses)[number];

/** Faults of the world: another attempt may end otherwise. The rest is what an upstream concluded about the request itself. */
export const worldFaults = [
  "transient",
  "capacity",
  "account",
  "model-gone",
  "unknown",
] as const satisfies readonly FailureClass[];

/** How far an attempt got before it failed. */
export type FailureStage = "submit" | "queue" | "run" | "output" | "unknown";

export type Failure = {
  class: FailureClass;
  /** Null when the upstream refused without saying why. */
  category: ViolationCategory | null;
  stage: FailureStage;
  /** For staff logs only; made of codes and field names, never of a prompt or an upstream's free text. */
  detail: string;
};

/** A submission the upstream said no to: no job exists. */
export type UpstreamRefusal = Failure & { retryAfterSeconds: number | null };

/** What the upstream counted, in its own unit; it is what the invoice is made of. */
export type TokenUsage = { inputTokens: number; outputTokens: number };

export type Submitted =
  | { kind: "accepted"; handle: Handle }
  /** The provider works while we wait, so the answer is the end of the attempt. It cannot be had a second time. */
  | { kind: "answered"; outcome: Conclusion; usage: TokenUsage | null }
  | { kind: "refused"; refusal: UpstreamRefusal }
  /** It was sent and the answer was lost: a job may exist and may be billed. Reconciled, never blindly repeated. */
  | { kind: "unknown-outcome"; detail: string };

/** A file an upstream made: an address to fetch it from, or the bytes where they came with the answer. */
export type UpstreamOutput = { format: ArtifactFormat; role: "main" | "extra" } & (
  | { url: string; bytes?: undefined }
  | { bytes: Uint8Array; url?: undefined }
);

/** Something an operator should know about a read that says nothing about the attempt itself. */
export type ReadAlert = "account" | "capacity" | "unreachable" | "unreadable";

export type Outcome =
  | { kind: "waiting"; stage: "queued" | "running" | "finishing" | "unknown"; alert: ReadAlert | null }
  /** `withheld` counts outputs that the upstream's safety check marked and that are therefore not listed. */
  | { kind: "finished"; outputs: readonly UpstreamOutput[]; withheld: number }
  | { kind: "failed"; failure: Failure }
  /** The upstream no longer knows the attempt. */
  | { kind: "gone" };

/** The outcomes that nothing follows. */
export type Conclusion = Extract<Outcome, { kind: "finished" | "failed" }>;

export type CancelAnswer =
  /** Asked for; the work may still complete and be billed, so the outcome is read until it is final. */
  { kind: "requested" } | { kind: "too-late" } | { kind: "gone" } | { kind: "unknown"; detail: string };

export type EraseAnswer = { kind: "erased" } | { kind: "gone" } | { kind: "unknown"; detail: string };

/** Who a webhook speaks of. It is a reason to read now, never a result: results are always read. */
export type WebhookHint = { upstreamId: string; attemptRef?: string };

/** Header names in lower case, as Node gives them. */
export type IncomingHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

/** One provider. The world's failures are answers of these functions; what they throw is a bug or, where said, a fault. */
export type Provider = {
  id: ProviderId;
  /** Who gets what is sent, in the register of recipients. */
  recipient: RecipientId;
  /**
   * Starts an attempt. Called once for each attempt.
   * @throws Refusal `upload/too-large` when the image exceeds what this provider takes with a request.
   */
  submit(submission: Submission): Promise<Submitted>;
  /** Null where every answer is `answered`: nothing is left upstream to ask about. */
  jobs: ProviderJobs | null;
};

/** The jobs that accepted submissions leave at a provider. */
export type ProviderJobs = {
  /** Asks how an attempt stands. Safe to call at any time, any number of times. */
  read(handle: Handle): Promise<Outcome>;
  cancel(handle: Handle): Promise<CancelAnswer>;
  /**
   * Erases what the provider still has of a job that is over: what it was given and what it made. Null where the provider
   * forgets by itself when asked to with the submission, or not at all.
   */
  erase: ((handle: Handle) => Promise<EraseAnswer>) | null;
  /**
   * The handle of a job that exists upstream though our submission's answer was lost, from the id a verified webhook
   * names. Calls nobody; reading it with our own key tells whether the job is ours.
   */
  adopt(upstreamModel: string, upstreamId: string, fields: RouteFields): Handle;
  /**
   * Verifies a webhook and says whom it concerns; null when it is not authentic or too old. Null instead of a function
   * where the provider signs nothing: anybody could have sent it, so its jobs are polled.
   * @throws ProviderFault when the provider's public keys cannot be had: answer 503 and it will be sent again.
   */
  readWebhook: ((headers: IncomingHeaders, rawBody: Uint8Array) => Promise<WebhookHint | null>) | null;
};
