import ts from 'typescript'

/**
 * JavaScript with a counter at every branch: `__q(n)` where function n's body, a branch, a loop's body, a case or the
 * second operand of a logical operator begins.
 *
 * @param {string} code
 */
export function instrument(code) {
  const file = ts.createSourceFile('bundle.mjs', code, ts.ScriptTarget.ESNext, false, ts.ScriptKind.JS)
  /** @type {{ at: number, text: string, order: number }[]} */
  const edits = []
  let branches = 0
  const put = (/** @type {number} */ at, /** @type {string} */ text) => edits.push({ at, text, order: edits.length })
  const start = (/** @type {ts.Node} */ node) => node.getStart(file)
  const statement = (/** @type {ts.Statement} */ node) => {
    if (ts.isBlock(node)) return put(start(node) + 1, `__q(${branches++});`)
    put(start(node), `{__q(${branches++});`)
    put(node.end, '}')
  }
  const expression = (/** @type {ts.Expression} */ node) => {
    put(start(node), `(__q(${branches++}),`)
    put(node.end, ')')
  }
  const visit = (/** @type {ts.Node} */ node) => {
    if (ts.isIfStatement(node)) {
      statement(node.thenStatement)
      if (node.elseStatement && !ts.isIfStatement(node.elseStatement)) statement(node.elseStatement)
    } else if (ts.isIterationStatement(node, false)) statement(node.statement)
    else if (ts.isCaseOrDefaultClause(node) && node.statements[0]) put(start(node.statements[0]), `__q(${branches++});`)
    else if (ts.isConditionalExpression(node)) {
      expression(node.whenTrue)
      expression(node.whenFalse)
    } else if (ts.isBinaryExpression(node) && LOGICAL.has(node.operatorToken.kind)) expression(node.right)
    else if (ts.isArrowFunction(node) && !ts.isBlock(node.body)) expression(node.body)
    else if (ts.isFunctionLike(node) && 'body' in node && node.body && ts.isBlock(/** @type {ts.Node} */ (node.body)))
      put(start(/** @type {ts.Block} */ (node.body)) + 1, `__q(${branches++});`)
    ts.forEachChild(node, visit)
  }
  visit(file)
  return { code: applied(code, edits), branches }
}

const LOGICAL = new Set([
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
])

/** @param {string} code @param {{ at: number, text: string, order: number }[]} edits */
function applied(code, edits) {
  // At one place closing marks of what ends there come before, innermost first; openings outermost first.
  const closing = (/** @type {string} */ text) => text === ')' || text === '}'
  edits.sort((a, b) => {
    if (a.at !== b.at) return a.at - b.at
    if (closing(a.text) !== closing(b.text)) return closing(a.text) ? -1 : 1
    return closing(a.text) ? b.order - a.order : a.order - b.order
  })
  let out = ''
  let from = 0
  for (const { at, text } of edits) {
    out += code.slice(from, at) + text
    from = at
  }
  return out + code.slice(from)
}
