export { libraryLists } from "./library-lists.ts";
export { readListFolder, UnusableListFolder } from "./read-list-folder.ts";
