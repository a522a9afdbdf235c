/** What the system called an error: `ENOENT`, `EEXIST` …; '' for one that is none of the system's. */
export function getErrorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** How systems refuse a file that another program holds, as Excel does on Windows, or that may not be touched. */
const heldCodes = new Set(['EBUSY', 'EPERM', 'EACCES']);

export const isHeld = (error: unknown): boolean => heldCodes.has(getErrorCode(error));

/** Whether a file, or its folder, is not there. */
export const isNotFound = (error: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes(getErrorCode(error));
