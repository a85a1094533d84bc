/** Cases of a property: a thousand in the gate; `deno task bench crash` asks for more, and says with which seed. */
export const runs = {
  numRuns: Number(Deno.env.get("PROPERTY_RUNS") ?? 1000),
  ...Deno.env.has("PROPERTY_SEED") ? { seed: Number(Deno.env.get("PROPERTY_SEED")) } : {},
};
