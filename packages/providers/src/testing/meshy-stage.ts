import { meshy } from "../adapters/meshy/meshy.ts";
import { type Absent, type Stage, secretWord, smallPicture } from "./stage.ts";

const notMade: Absent = { absent: "Meshes from a picture are all that this adapter asks Meshy for." };
const noCallback: Absent = {
  absent: "Meshy's webhooks are the account's and carry no signature, so its tasks are polled.",
};

export const meshyStage: Stage = {
  room: "meshy",
  build: (sandboxUrl, limitMs) =>
    meshy({
      baseUrl: `${sandboxUrl}/meshy`,
      apiKey: "msy_test",
      ...(limitMs === undefined ? {} : { submitLimitMs: limitMs }),
    }),
  plays: "image-to-3d",
  makes: {
    "image-to-3d": {
      upstreamModel: "meshy-6",
      fields: {
        inputs: { prompt: "texture_prompt", image: { field: "image_url", takesList: false }, size: null },
        outputs: [
          { path: "model_urls.glb", format: "glb", role: "main" },
          { path: "model_urls.obj", format: "obj", role: "extra" },
          { path: "model_urls.stl", format: "stl", role: "extra" },
        ],
      },
      input: { prompt: `a ${secretWord}`, image: smallPicture, parameters: { target_polycount: 10_000 } },
    },
    "text-to-image": notMade,
    "image-to-image": notMade,
    "background-removal": notMade,
    "text-to-speech": notMade,
    "text-to-video": notMade,
    "image-to-video": notMade,
  },
  scenes: {
    "refuses the prompt": "refuse-prompt",
    "refuses without saying which side": "refuse-prompt",
    "blocks the prompt in a good answer": {
      absent: "Moderation fails the task, which is the scene of a refused prompt.",
    },
    "withholds what it made": { absent: "Meshy documents no check of what it made." },
    "withholds what it made in another word": { absent: "Meshy documents no check of what it made." },
    "makes nothing and says nothing": { absent: "A task that made nothing has failed, and says so." },
    "withholds one of two": { absent: "A task makes one mesh, whole or not at all." },
    "finishes without a file": "empty",
    "cannot use the input": "bad-input",
    crashes: "fail",
    "is limited": "429",
    "has no place in its queue": "full",
    "says that our account is empty": "quota",
    "does not take our key": "locked",
    "has retired the model": "retired",
    "loses the answer": "lost-submit",
    "keeps silent": "silent",
    "answers in nonsense": "nonsense",
    "is cut off by a gateway": "bad-gateway",
    "finishes after several reads": "after-polls",
    "forgets the job": "forgotten",
    "forgets the result": { absent: "Status and result are one document: the scene of a forgotten job." },
    "ignores a cancellation": "cancel-ignored",
    "is queued": "stuck",
    "is at work": "timeout",
    "locks our account while it works": "slow locked-poll",
    "limits our reading": "slow 429-poll",
    "drops our reading": "slow lost-poll",
    "lets the address expire": "expired-url",
    "redirects inwards": "private-redirect",
    "sends the file drop by drop": "drip",
    "calls back": noCallback,
    "calls back before it answers": noCallback,
    "calls back three times": noCallback,
    "forges its signature": noCallback,
    "calls back ten minutes late": noCallback,
    "signs with a new key": noCallback,
    "never calls back": noCallback,
    "counts more than was quoted": { absent: "A task's price in credits is fixed before it runs." },
  },
};
