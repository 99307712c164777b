import { openAi } from "../adapters/openai/openai.ts";
import type { RouteFields } from "../spec.ts";
import { type Absent, type Stage, secretWord, smallPicture, type Wanted, withoutJobs } from "./stage.ts";

const fields: RouteFields = {
  inputs: {
    prompt: "prompt",
    image: { field: "image[]", takesList: true },
    size: { field: "size", as: { "256x256": "256x256" } },
  },
  outputs: [{ path: "data[].b64_json", format: "png", role: "main" }],
};
const picture: Wanted = {
  upstreamModel: "gpt-image-2",
  fields,
  input: { prompt: `a ${secretWord}`, size: "256x256", parameters: { n: 1, quality: "low", output_format: "png" } },
};

const speech: Wanted = {
  upstreamModel: "gpt-4o-mini-tts",
  fields: {
    inputs: { prompt: "input", image: null, size: null },
    outputs: [{ path: "", format: "wav", role: "main" }],
  },
  input: { prompt: `a ${secretWord}`, parameters: { voice: "alloy", response_format: "wav" } },
};

const notMade: Absent = { absent: "OpenAI's API, as documented, does not make this." };

export const openAiStage: Stage = {
  room: "openai",
  build: (sandboxUrl, limitMs) =>
    openAi({
      baseUrl: `${sandboxUrl}/openai`,
      apiKey: "sk-test",
      ...(limitMs === undefined ? {} : { timeLimitMs: limitMs }),
    }),
  plays: "text-to-image",
  makes: {
    "text-to-image": picture,
    "image-to-image": { ...picture, input: { ...picture.input, image: smallPicture } },
    "text-to-speech": speech,
    "image-to-3d": notMade,
    "background-removal": notMade,
    "text-to-video": notMade,
    "image-to-video": notMade,
  },
  scenes: {
    ...withoutJobs("OpenAI works while we wait and leaves no job to read, cancel or be called back about."),
    "refuses the prompt": "refuse-prompt",
    "refuses without saying which side": "refuse-unsaid",
    "blocks the prompt in a good answer": { absent: "OpenAI refuses with status 400, never with 200." },
    "withholds what it made": "refuse-output",
    "withholds what it made in another word": { absent: "One code says it, with a stage beside it." },
    "makes nothing and says nothing": { absent: "A refusal is said; an empty list is a fault and no refusal." },
    "withholds one of two": { absent: "One refusal is the answer to the whole request." },
    "finishes without a file": "no-media",
    "cannot use the input": "bad-input",
    crashes: "fail",
    "is limited": "429",
    "has no place in its queue": { absent: "There is no queue; its limits are of requests and tokens." },
    "says that our account is empty": "quota",
    "does not take our key": "locked",
    "has retired the model": "retired",
    "loses the answer": "lost-submit",
    "keeps silent": "silent",
    "answers in nonsense": "nonsense",
    "is cut off by a gateway": "bad-gateway",
    "counts more than was quoted": "costly",
  },
};
