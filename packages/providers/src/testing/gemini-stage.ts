import { gemini } from "../adapters/gemini/gemini.ts";
import type { RouteFields } from "../spec.ts";
import { type Absent, type Stage, secretWord, smallPicture, type Wanted, withoutJobs } from "./stage.ts";

const fields: RouteFields = {
  inputs: {
    prompt: "text",
    image: { field: "inlineData", takesList: true },
    size: { field: "generationConfig.imageConfig.aspectRatio", as: { "512x512": "1:1" } },
  },
  outputs: [{ path: "candidates[].content.parts[].inlineData.data", format: "png", role: "main" }],
};
const picture: Wanted = {
  upstreamModel: "gemini-nano-banana-2.1",
  fields,
  input: {
    prompt: `a ${secretWord}`,
    size: "512x512",
    parameters: { generationConfig: { responseModalities: ["IMAGE"], imageConfig: { imageSize: "0.5K" } } },
  },
};

const notMade: Absent = { absent: "Images are all that this adapter asks Google's models for." };

export const geminiStage: Stage = {
  room: "gemini",
  build: (sandboxUrl, limitMs) =>
    gemini({
      baseUrl: `${sandboxUrl}/gemini`,
      apiKey: "test",
      ...(limitMs === undefined ? {} : { timeLimitMs: limitMs }),
    }),
  plays: "text-to-image",
  makes: {
    "text-to-image": picture,
    "image-to-image": { ...picture, input: { ...picture.input, image: smallPicture } },
    "text-to-speech": notMade,
    "image-to-3d": notMade,
    "background-removal": notMade,
    "text-to-video": notMade,
    "image-to-video": notMade,
  },
  scenes: {
    ...withoutJobs("Google works while we wait and leaves no job to read, cancel or be called back about."),
    "refuses the prompt": { absent: "Google refuses in a good answer, which is a scene of its own." },
    "refuses without saying which side": { absent: "A blocked prompt and a blocked result have different shapes." },
    "blocks the prompt in a good answer": "refuse-prompt",
    "withholds what it made": "refuse-output",
    "withholds what it made in another word": {
      absent: "Each reason to withhold comes as a finish reason; the table of them has its own test.",
    },
    "makes nothing and says nothing": "no-media",
    "withholds one of two": "refuse-one",
    "finishes without a file": "empty",
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
