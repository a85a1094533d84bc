/** What a promise comes to, or what is said instead when it takes too long. */
export async function within<Result>(
  ms: number,
  promise: Promise<Result>,
  instead: Result,
): Promise<Result> {
  const late = Promise.withResolvers<Result>();
  const timer = setTimeout(() => late.resolve(instead), ms);
  try {
    return await Promise.race([promise, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
