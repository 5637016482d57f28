/** The name of the resident who files report number `index`: each word of it is found again in any bytes by `RESIDENT`. */
export function residentName(index: number): string {
  return `Zukrafil${index} Wexanto${index}`;
}

export const RESIDENT = /(?:zukrafil|wexanto)(\d+)/gi;
