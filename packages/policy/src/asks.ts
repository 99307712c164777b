/** How one fact of a question is asked for, and when a value tells it. */
export type Ask = {
  /** To go on after "we need to know": `whether the notice is signed`. */
  readonly words: string;
  /** Whether the value tells the fact and all its parts; what is absent is `undefined`. */
  readonly tells: (value: unknown) => boolean;
  /** The facts of the rules that are worked out from it, where they have other names. */
  readonly decides?: readonly string[];
  /** The parts of a value that are unknown. */
  readonly unknownIn?: (value: object) => readonly Unknown[];
};

/** A fact that nobody has told: its name (`order.paidAt`), how it is asked for, and the facts that are worked out from it. */
export type Unknown = { readonly fact: string; readonly words: string; readonly decides: readonly string[] };

/** What a question is asked with, by the names of its facts. */
export type Told = { readonly [fact: string]: unknown };

/** The facts that a question cannot do without: those that may be left out at intake are optional in its type. */
type Demanded<Q> = { [K in keyof Q]-?: Record<never, never> extends Pick<Q, K> ? never : K }[keyof Q] & string;

/** What is asked for each fact of a question. Words alone stand for a fact that is never null. */
export type Asks<Q> = { readonly [K in Demanded<Q>]: string | Ask };

/** A question of which some facts are unknown, however deep: absent, or `undefined`. */
export type Known<Q> = Q extends Date
  ? Q
  : Q extends readonly (infer Each)[]
    ? readonly Known<Each>[]
    : Q extends object
      ? { readonly [K in keyof Q]?: Known<Q[K]> | undefined }
      : Q;

/** What is asked of every question: whose terms rule, and when what it is about happened, which chooses their version. */
export function placed(when: string, ...decides: readonly string[]): { readonly storefront: Ask; readonly at: Ask } {
  return { storefront: counted("at which storefront it happened"), at: { ...instant(when), decides } };
}

/** A fact that the rules know by another name, or that several of theirs are worked out from. */
export function deciding(words: string | Ask, ...facts: readonly string[]): Ask {
  return { ...askOf(words), decides: facts };
}

/** A fact that no rule looks at, and from which the answer is worked out: a date, an amount. */
export function counted(words: string | Ask): Ask {
  return deciding(words);
}

/** An instant. One that is no date any more, as in facts read back from JSON, is unknown. */
export function instant(words: string): Ask {
  return { words, tells: (value) => value instanceof Date && !Number.isNaN(value.getTime()) };
}

/** A fact that can be none, which is null and as good as any value. */
export function orNone(words: string | Ask): Ask {
  const ask = askOf(words);
  return { ...ask, tells: (value) => value === null || ask.tells(value) };
}

/** A fact with parts, each asked for by itself; which they are may hang on the value. A word in its place has none. */
export function parts<P>(words: string, asks: Asks<P> | ((value: object) => Asks<P>)): Ask {
  const unknownIn = typeof asks === "function" ? (value: object) => unknownBy(asks(value))(value) : unknownBy(asks);
  return {
    words,
    tells: (value) => typeof value === "string" || (isObject(value) && unknownIn(value).length === 0),
    unknownIn,
  };
}

/** A list of facts with parts, such as payments. */
export function each<P>(words: string, asks: Asks<P>): Ask {
  const unknownIn = unknownBy(asks);
  const inList = (list: readonly unknown[]) =>
    list.flatMap((value, place) =>
      isObject(value)
        ? unknownIn(value).map((part) => within(`[${place}]`, part))
        : [{ fact: `[${place}]`, words, decides: [] }],
    );
  return {
    words,
    tells: (value) => Array.isArray(value) && inList(value).length === 0,
    unknownIn: (value) => (Array.isArray(value) ? inList(value) : []),
  };
}

/** Which facts of a question are unknown, in the order in which they are asked for. */
export function unknownBy<Q>(asks: Asks<Q>): (told: object) => readonly Unknown[] {
  const asked = Object.entries<string | Ask>(asks).map(([name, ask]) => ({ name, ask: askOf(ask) }));
  const isTold = (told: object) => {
    for (const { name, ask } of asked) if (!ask.tells(Reflect.get(told, name))) return false;
    return true;
  };
  return (told) =>
    isTold(told) ? nothing : asked.flatMap(({ name, ask }) => unknownOf(name, ask, Reflect.get(told, name)));
}

const nothing: readonly Unknown[] = [];

/** The fact itself, or of one that is told in part, its unknown parts. */
function unknownOf(name: string, ask: Ask, value: unknown): readonly Unknown[] {
  if (ask.tells(value)) return nothing;
  const inside = (isObject(value) && ask.unknownIn?.(value)) || nothing;
  const decides = ask.decides ?? [name];
  if (inside.length === 0) return [{ fact: name, words: ask.words, decides }];
  return inside.map((part) => ({ ...within(name, part), decides }));
}

/** `order.paidAt`, `payments[2].usdMinor`. */
function within(name: string, part: Unknown): Unknown {
  return { ...part, fact: part.fact.startsWith("[") ? `${name}${part.fact}` : `${name}.${part.fact}` };
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !(value instanceof Date);
}

function askOf(ask: string | Ask): Ask {
  return typeof ask === "string" ? { words: ask, tells: isThere } : ask;
}

function isThere(value: unknown): boolean {
  return value !== undefined && value !== null;
}
