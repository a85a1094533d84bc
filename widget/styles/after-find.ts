import { choices } from "./choices.ts";
import { reply } from "./reply.ts";

/** What the steps after the first need besides. */
export const afterFindStyles = [reply, choices];
