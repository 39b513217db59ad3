/** The attributes of the box around a table, in which it scrolls; what scrolls is reached by keyboard. */
export const TABLE_BOX = [
  ['class', 'table-wrap'],
  ['tabindex', '0'],
] as const
