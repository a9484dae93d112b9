/** .github/CODEOWNERS: the only place in which people are named. */
export function codeownersText(owners: readonly string[]): string {
  const everything =
    owners.length === 0
      ? '# Name the team that owns what nobody else does, and remove the #:\n# *  @acme/platform\n'
      : `*  ${owners.join(' ')}\n`;
  return `# Who approves: the last line that matches a path decides. People are named here and nowhere else.
${everything}
# A party's people are the owners of its file, a flow's stewards those of its contract.yaml:
# /schemas/parties/oms.yaml              @acme/oms
# /schemas/order/placed/contract.yaml    @acme/order-stewards
`;
}
