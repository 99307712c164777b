import type { Deps } from "../deps.ts";
import { masterKeyOf, masterKeysOf, unwrapKey, wrapKey } from "./wrap-key.ts";

const batch = 200;

/**
 * Wraps every file's data key anew under the master key in use; no file is touched. It may be stopped anywhere and run again, beside
 * a running installation: a key that is destroyed meanwhile stays destroyed. Answers how many. Throws where a key was wrapped
 * by a master key that the settings do not have.
 */
export async function rewrapKeys({ keys, settings }: Pick<Deps, "keys" | "settings">): Promise<number> {
  const current = masterKeyOf(settings);
  let wrapped = 0;
  for (;;) {
    const others = await keys.listWrappedByOthers(current.name, batch);
    if (others.length === 0) return wrapped;
    for (const { fileId, ...earlier } of others) {
      const seal = unwrapKey(masterKeysOf(settings), fileId, earlier);
      if (await keys.rewrap(fileId, earlier.wrapped, wrapKey(current, seal))) wrapped += 1;
    }
  }
}
