import { controls } from "./controls.ts";
import { paper } from "./paper.ts";
import { skeleton } from "./skeleton.ts";
import { type } from "./type.ts";

/** All that the first step needs. */
export const firstStyles = [paper, type, controls, skeleton];
