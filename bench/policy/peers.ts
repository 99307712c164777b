import { createMongoAbility, subject } from "@casl/ability";
import { preparsePolicySet, statefulIsAuthorized } from "@cedar-policy/cedar-wasm/nodejs";
import { Engine } from "json-rules-engine";
import { type Facts, type FlatRule, flatRules, type Verdict } from "./settlement.ts";

/** An engine's answer on some facts, and the rule that gave it. */
export type Answer = { readonly verdict: Verdict; readonly rule: string };

const ruleById = new Map(flatRules.map((rule) => [rule.id, rule]));

function answer(id: string | undefined): Answer {
  const rule = ruleById.get(id ?? "");
  if (!rule) throw new Error(`no rule decided: ${id}`);
  return { verdict: rule.gives, rule: rule.id };
}

/** `json-rules-engine`: all rules run, and the matching one of the highest priority decides. */
export function jsonRulesEngine(): (facts: Facts) => Promise<Answer> {
  const engine = new Engine(
    flatRules.map(({ id, priority, where }) => ({
      name: id,
      priority,
      conditions: {
        all: Object.entries(where).map(([fact, values]) => ({ fact, operator: "in", value: values })),
      },
      event: { type: id },
    })),
  );
  return async (facts) => {
    const { results } = await engine.run(facts);
    const [first] = results.toSorted((a, b) => (b.priority ?? 0) - (a.priority ?? 0));
    return answer(first?.name);
  };
}

/** Cedar, parsed once: exceptions are excluded from general rules by `unless`, so that what permits is what decides. */
export function cedar(): (facts: Facts) => Answer {
  const parsed = preparsePolicySet("settlement", { staticPolicies: Object.fromEntries(flatRules.map(cedarPolicy)) });
  if (parsed.type === "failure") throw new Error(JSON.stringify(parsed.errors));
  return (facts) => {
    const asked = statefulIsAuthorized({
      principal: { type: "Member", id: "one" },
      action: { type: "Action", id: "settle" },
      resource: { type: "Generation", id: "one" },
      context: facts,
      preparsedPolicySetId: "settlement",
      entities: [],
    });
    if (asked.type === "failure") throw new Error(JSON.stringify(asked.errors));
    return answer(asked.response.diagnostics.reason[0]);
  };
}

function cedarPolicy(rule: FlatRule): [string, string] {
  const exceptions = flatRules.filter(({ priority }) => priority > rule.priority);
  const unless = exceptions.map((exception) => `unless { ${cedarCondition(exception)} }`).join(" ");
  return [rule.id, `permit(principal, action, resource) when { ${cedarCondition(rule)} } ${unless};`];
}

function cedarCondition({ where }: FlatRule): string {
  return Object.entries(where)
    .map(([fact, values]) => `${JSON.stringify(values)}.contains(context.${fact})`)
    .join(" && ");
}

/** `@casl/ability`: of the rules that match, the last one given decides, and its reason says which it was. */
export function casl(): (facts: Facts) => Answer {
  const inOrder = flatRules.toSorted((a, b) => a.priority - b.priority);
  const ability = createMongoAbility(
    inOrder.map(({ id, where }) => ({
      action: "settle",
      subject: "Generation",
      conditions: Object.fromEntries(Object.entries(where).map(([fact, values]) => [fact, { $in: [...values] }])),
      reason: id,
    })),
  );
  return (facts) => answer(ability.relevantRuleFor("settle", subject("Generation", { ...facts }))?.reason);
}
