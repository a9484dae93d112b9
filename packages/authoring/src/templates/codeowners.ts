/** .github/CODEOWNERS: the only place in which people are named. */
export function codeownersText(owner: string | undefined): string {
  const everything =
    owner === undefined
      ? '# Name the team that owns what nobody else does, and remove the #:\n# *  @acme/platform\n'
      : `*  ${owner}\n`;
  return `# Who approves: the last line that matches a path decides. People are named here and nowhere else.
${everything}
# A party's people are the owners of its file, a flow's stewards those of its contract.yaml:
# /schemas/parties/oms.yaml              @acme/oms
# /schemas/order/placed/contract.yaml    @acme/order-stewards
`;
}
