import { type StorefrontId, storefrontIds } from "@covenant/domain";
import { libraryLists, readListFolder, UnusableListFolder } from "@covenant/lexicon";
import { type WordLists, withBuiltIn } from "@covenant/policy";
import { storefronts } from "@covenant/storefronts";
import { ConfigurationError, type Settings } from "../env.ts";

export type WordListsOf = (storefront: StorefrontId) => WordLists;

/**
 * What prompts are screened with: the built-in lists, those of the libraries and the operator's, in each storefront's
 * languages. Read once, at start. Throws `ConfigurationError`, which names file and line and no term.
 */
export function loadWordLists({ SCREENING_LISTS }: Pick<Settings, "SCREENING_LISTS">): WordListsOf {
  const lists = [...libraryLists(), ...(SCREENING_LISTS === undefined ? [] : readOperators(SCREENING_LISTS))];
  const byStorefront = new Map(
    storefrontIds.map((storefront) => [storefront, withBuiltIn(lists, storefronts[storefront].promptLanguages)]),
  );
  return (storefront) => byStorefront.get(storefront) ?? [];
}

function readOperators(folder: string): WordLists {
  try {
    return readListFolder(folder);
  } catch (error) {
    if (error instanceof UnusableListFolder) throw new ConfigurationError([`SCREENING_LISTS: ${error.message}`]);
    throw error;
  }
}
