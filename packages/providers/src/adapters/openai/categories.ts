import { type ViolationCategory, violationCategories } from "@covenant/domain";

/**
 * OpenAI's category names in ours. Self-harm is absent: no storefront's terms name it as a violation, so such a flag stays
 * uncategorised. Source: platform.openai.com/docs/guides/moderation, moderation error bodies of the image models.
 */
const categories: Readonly<Record<string, ViolationCategory>> = {
  sexual: "sexual",
  "sexual/minors": "child-safety",
  minors: "child-safety",
  hate: "hate",
  "hate/threatening": "hate",
  harassment: "hate",
  "harassment/threatening": "hate",
  violence: "violence",
  "violence/graphic": "violence",
  illicit: "illegal",
  "illicit/violent": "illegal",
};

/** Our category for one of OpenAI's, or null where ours has none. */
export function categoryOfOpenAi(name: string): ViolationCategory | null {
  return categories[name.replaceAll("_", "/")] ?? null;
}

/** Categories named in a refusal's text: `safety_violations=[violence, sexual]`. */
export function categoriesNamed(text: string): ViolationCategory[] {
  const listed = /safety_violations=\[([a-z_/, -]{1,200})\]/i.exec(text)?.[1] ?? "";
  return listed
    .toLowerCase()
    .split(",")
    .flatMap((name) => categoryOfOpenAi(name.trim()) ?? []);
}

/** The gravest of several categories; null for none. */
export function worstOf(found: readonly ViolationCategory[]): ViolationCategory | null {
  return violationCategories.find((category) => found.includes(category)) ?? null;
}
