import { chinese } from "./lists/chinese.ts";
import { english } from "./lists/english.ts";
import { french } from "./lists/french.ts";
import { german } from "./lists/german.ts";
import { spanish } from "./lists/spanish.ts";
import type { WordLists } from "./word-lists.ts";

/** What every storefront screens with. */
export const builtInLists: WordLists = [english];

/** A start in other languages, for those that a storefront names. Nothing explicit stands in any: libraries and operators add that. */
export const otherLists: WordLists = [german, french, spanish, chinese];
