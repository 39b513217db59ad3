// Before the tests, and before those that run again: the theme of this checkout is what they see.
import type { TestProject } from 'vitest/node'
import { writeTheme } from '../../scripts/theme/compile.ts'

export async function setup(project: TestProject): Promise<void> {
  await writeTheme()
  project.onTestsRerun(writeTheme)
}
