import { z } from "zod";

/** One thing that must hold before the server is sent requests. */
export const readinessCheckSchema = z.strictObject({
  name: z.enum(["database", "migrations", "followers"]),
  ok: z.boolean(),
  /** What is the matter, for whoever runs the server. */
  detail: z.string().optional(),
});
export type ReadinessCheck = z.infer<typeof readinessCheckSchema>;

export const readinessSchema = z.strictObject({
  ready: z.boolean(),
  checks: z.array(readinessCheckSchema),
});
export type Readiness = z.infer<typeof readinessSchema>;

export const aliveSchema = z.strictObject({ alive: z.literal(true) });
