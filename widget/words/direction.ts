export function directionOf(tag: string): "ltr" | "rtl" {
  return /^(ar|he|fa|ur)\b/i.test(tag) ? "rtl" : "ltr";
}
