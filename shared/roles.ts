/** owner: everything. planner: all but people and deletion. viewer: looks. */
export const roles = ["owner", "planner", "viewer"] as const;
export type Role = (typeof roles)[number];
