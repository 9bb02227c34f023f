/** What bars are drawn of. */
export type ChartData = {
  /** `group` is a second line under the axis where it changes, such as the year under months. */
  categories: readonly { label: string; group?: string }[]
  /** At most four, drawn from the base up. null is a number that is not shown. */
  series: readonly { name: string; values: readonly (number | null)[] }[]
}
