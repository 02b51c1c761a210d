"""Which statement each line of a program belongs to, so that a step is one of them, however many lines it has."""
import ast
from dataclasses import dataclass


@dataclass(frozen=True)
class Statement:
    """Of a compound statement, only the head."""
    first: int
    last: int
    named: int        # the line that names it: below its decorators
    hands_out: bool   # `return` and `yield`
    silent: bool      # imports and `try:` teach nothing
    turns: bool       # it stands on the line of a loop, and may run again at once


def top(node) -> int:
    return min([node.lineno, *(decorator.lineno for decorator in getattr(node, "decorator_list", []))])


def statements(source: str) -> dict[int, Statement]:
    """The innermost statement of each line that has one."""
    found = {}
    for node in ast.walk(ast.parse(source)):  # outer ones first
        if isinstance(node, (ast.stmt, ast.excepthandler)):
            body, around = getattr(node, "body", None), found.get(node.lineno)
            statement = Statement(
                turns=isinstance(node, (ast.For, ast.While)) or around is not None and around.turns and around.first == node.lineno,
                first=top(node), last=max(node.lineno, top(body[0]) - 1) if body else node.end_lineno, named=node.lineno,
                hands_out=isinstance(node, ast.Return) or isinstance(getattr(node, "value", None), (ast.Yield, ast.YieldFrom)),
                silent=isinstance(node, (ast.Import, ast.ImportFrom, ast.Try)))
            found |= dict.fromkeys(range(statement.first, node.end_lineno + 1), statement)
    return found
