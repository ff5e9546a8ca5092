import type { Claim, Outcome } from './outcome'

/** What bench/SOAK.md says. */
export function page(claims: Readonly<Record<string, Claim>>, outcomes: Readonly<Record<string, Outcome>>): string {
  return `# What durability promises, tried for long

\`npm run soak\`; the short forms run in \`npm test\`. **A process kill is not a power cut:** what the system has taken from a killed
process still reaches the disk. The power cut is simulated, on a disk in memory that forgets what was not synced. Everything
here ran on the loopback host or below it; nothing of it is from Electron or from its stand-in.

Each claim has a control with the protection switched off: where it shows nothing, the test proves nothing.

| what | on | tried (of) | broken | control: broken of tried | measured | date, machine |
| --- | --- | --- | --- | --- | --- | --- |
${Object.entries(claims)
  .map(([part, claim]) => row(claim, outcomes[part]))
  .join('\n')}

${Object.values(claims)
  .map(({ name, says, control }) => `- **${name}**: ${says}. Control: ${control}.`)
  .join('\n')}
`
}

function row({ name, on, times }: Claim, outcome: Outcome | undefined): string {
  if (!outcome) return `| ${name} | ${on} | not run (${times}) | | | | |`
  const { done, broken, control, figures, date, machine } = outcome
  const measured = Object.entries(figures).map(([what, value]) => `${what}: ${value}`)
  return `| ${name} | ${on} | ${done} (${times}) | ${broken} | ${control.broken} of ${control.done} | ${measured.join('; ')} | ${date}, ${machine} |`
}
