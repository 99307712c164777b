import type { RecipientId } from "@covenant/domain";
import { byClause, byMechanism, byRule, of, type Room } from "../entry.ts";

const whoMakes: readonly RecipientId[] = ["fal", "model-makers"];

export const work: Room = {
  entries: [
    {
      id: "prompts",
      what: "The words you ask with",
      why: "To make what you asked for, and to check beforehand that it breaks no rule.",
      basis: "contract",
      place: "database",
      kept: byRule("prompt"),
      receivers: [...whoMakes, "openai"],
      columns: of("public.generation", "prompt prompt_keep_until"),
    },
    {
      id: "uploads",
      what: "Files you upload: the picture itself, without what a camera writes into it, and its name, size and hash",
      why: "To make what you asked for from it.",
      basis: "contract",
      place: "files",
      kept: byRule("upload"),
      receivers: ["object-storage", ...whoMakes],
      columns: of(
        "public.upload",
        "file_name format bytes width height sha256 created_at keep_until purge_begun_at key_destroyed_at bytes_deleted_at purge_cause",
      ),
      needs: "uploads",
    },
    {
      id: "results",
      what: "What was made for you: the files, their kind, size and hash, and when you first fetched them",
      why: "To hand it over to you.",
      basis: "contract",
      place: "files",
      kept: byRule("artifact"),
      receivers: ["object-storage"],
      columns: of(
        "public.artifact",
        "role format bytes width height sha256 created_at keep_until download_confirmed_at purge_begun_at key_destroyed_at bytes_deleted_at purge_cause",
      ),
    },
    {
      id: "file-keys",
      what: "The key that opens each of your files, wrapped in another one",
      why: "To make a deletion final: a file whose key is destroyed can be read nowhere, whatever copies there are.",
      basis: "interest",
      place: "keys",
      kept: byMechanism("As long as its file. It is destroyed first, and the file's bytes after it."),
      receivers: [],
      columns: of("keys.file_key", "wrapped created_at claimed_at destroyed_at"),
    },
    {
      id: "history",
      what: "Your history: which model, size and price, when, and how it ended",
      why: "To show you what you made and what it cost, and to find faults.",
      basis: "contract",
      place: "database",
      kept: byRule("history-entry"),
      receivers: [],
      columns: [
        ...of(
          "public.generation",
          "model_name size credits state reason category standing created_at start_by finish_by ended_at keep_until",
        ),
        ...of("public.generation_event", "state stage at"),
      ],
    },
    {
      id: "attempts",
      what: "Which company ran each attempt, under which name there, and how it went",
      why: "To tell you who did the work, and to ask that company about it.",
      basis: "contract",
      place: "database",
      kept: byRule("history-entry"),
      receivers: whoMakes,
      columns: of(
        "public.attempt",
        "provider upstream_model considered state handle failure created_at submitted_at ended_at",
      ),
    },
    {
      id: "quotes",
      what: "Prices you were shown before you started something",
      why: "To charge no more than the price you saw.",
      basis: "contract",
      place: "database",
      kept: byClause("billing"),
      receivers: [],
      columns: of("public.quote", "model_id size credits created_at valid_until"),
    },
    {
      id: "calls",
      what: "Which of your keys a call was made with",
      why: "To find faults, to reconcile bills, and to tell you what a key did.",
      basis: "contract",
      place: "database",
      kept: byRule("call-record"),
      receivers: [],
      columns: of("public.generation", "api_key_id"),
      needs: "api-keys",
    },
    {
      id: "keys",
      what: "Your keys: their names, a hash of each, its last characters, and when it was last used",
      why: "To know whose call it is. The key itself is shown once and not stored.",
      basis: "contract",
      place: "database",
      kept: byClause("account"),
      receivers: [],
      columns: of("public.api_key", "name digest hint created_at last_used_at revoked_at"),
      needs: "api-keys",
    },
  ],
  technical: [
    {
      why: "names a record, or the record it belongs to",
      columns: [
        ...of("public.upload", "id storefront member_id"),
        ...of("public.artifact", "id generation_id storefront member_id"),
        ...of("public.generation", "id storefront member_id request_id quote_id model_id upload_id hold_id"),
        ...of("public.generation_event", "generation_id sequence"),
        ...of("public.attempt", "id generation_id number route_id"),
        ...of("public.quote", "id storefront member_id"),
        ...of("public.api_key", "id storefront member_id request_id"),
        ...of("keys.file_key", "file_id master"),
      ],
    },
    {
      why: "counts, or says how long the work usually takes",
      columns: [
        ...of("public.generation", "sequence expected_seconds"),
        ...of("public.attempt", "reads fetch_failures"),
      ],
    },
  ],
};
