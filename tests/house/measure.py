"""Measure the package: sizes, complexity, docstrings, comments. `make style` prints it.

Counted with the standard library alone; nothing here knows what the package does.
"""

from __future__ import annotations

import ast
import io
import statistics
import tokenize
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[2]
PACKAGE: Final = ROOT / "src" / "reportparse"
TESTS: Final = ROOT / "tests"

#: What adds a path through a function. `and`/`or` add one for each operand after the first.
BRANCHES: Final = (
    ast.If,
    ast.For,
    ast.While,
    ast.IfExp,
    ast.ExceptHandler,
    ast.comprehension,
    ast.Assert,
    ast.match_case,
)
DEFINITIONS: Final = (ast.FunctionDef, ast.AsyncFunctionDef)
DOCUMENTED: Final = (*DEFINITIONS, ast.ClassDef, ast.Module)


@dataclass(frozen=True, slots=True)
class Function:
    """One function or method."""

    place: str
    lines: int
    complexity: int
    arguments: int
    annotated: bool


@dataclass(frozen=True, slots=True)
class Module:
    """One file of source, measured."""

    name: str
    lines: int
    #: Lines that hold code, docstrings not counted.
    code: int
    docs: int
    comments: int
    functions: tuple[Function, ...]
    #: Public names without a docstring.
    undocumented: tuple[str, ...]
    #: Dataclasses that can be changed after they were made.
    mutable: tuple[str, ...]
    #: Imports of this package inside functions, by statement or by `import_module`.
    lazy: tuple[str, ...]
    #: `except Exception`, `except:`, `global` and calls of print.
    forbidden: tuple[str, ...]
    tests: int
    parametrized: int


def modules(folder: Path) -> tuple[Module, ...]:
    """Measure every module under `folder`."""
    return tuple(module(path, folder) for path in sorted(folder.rglob("*.py")))


def module(path: Path, folder: Path) -> Module:
    """Measure one module."""
    source = path.read_text(encoding="utf-8")
    tree = ast.parse(source)
    name = path.relative_to(folder).as_posix()
    docs = _docstring_lines(tree)
    code, comments = _code_and_comments(source, docs)
    functions = tuple(_function(node, name) for node in _definitions(tree))
    tests = [node for node in _definitions(tree) if node.name.startswith("test_")]
    return Module(
        name=name,
        lines=source.count("\n"),
        code=code,
        docs=len(docs),
        comments=comments,
        functions=functions,
        undocumented=tuple(_undocumented(tree, name)),
        mutable=tuple(_mutable(tree, name)),
        lazy=tuple(_lazy(tree, name)),
        forbidden=tuple(_forbidden(tree, name)),
        tests=len(tests),
        parametrized=sum("parametrize" in _decorators(node) for node in tests),
    )


def complexity(function: ast.AST) -> int:
    """Return the McCabe number; functions inside are counted on their own."""
    found = 1
    for node in _inside(function):
        found += isinstance(node, BRANCHES)
        if isinstance(node, ast.BoolOp):
            found += len(node.values) - 1
    return found


def percentile(values: Iterable[float], percent: int) -> float:
    """Return the value that `percent` of the values do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, len(ordered) * percent // 100)] if ordered else 0


def _inside(function: ast.AST) -> Iterator[ast.AST]:
    for child in ast.iter_child_nodes(function):
        if not isinstance(child, DEFINITIONS):
            yield child
            yield from _inside(child)


def _definitions(tree: ast.AST) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    return [node for node in ast.walk(tree) if isinstance(node, DEFINITIONS)]


def _decorators(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> str:
    return " ".join(ast.unparse(decorator) for decorator in node.decorator_list)


def _function(node: ast.FunctionDef | ast.AsyncFunctionDef, name: str) -> Function:
    given = node.args
    named = [
        argument
        for argument in (*given.posonlyargs, *given.args, *given.kwonlyargs)
        if argument.arg not in {"self", "cls"}
    ]
    return Function(
        place=f"{name}:{node.lineno} {node.name}",
        lines=(node.end_lineno or node.lineno) - node.lineno + 1,
        complexity=complexity(node),
        # The options of a command are its arguments by construction.
        arguments=0 if "click." in _decorators(node) else len(named),
        annotated=node.returns is not None and all(argument.annotation for argument in named),
    )


def _docstring_lines(tree: ast.AST) -> set[int]:
    found: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, DOCUMENTED) and ast.get_docstring(node) is not None:
            first = node.body[0]
            found.update(range(first.lineno, (first.end_lineno or first.lineno) + 1))
    return found


def _code_and_comments(source: str, docs: set[int]) -> tuple[int, int]:
    empty = {
        tokenize.NL,
        tokenize.NEWLINE,
        tokenize.INDENT,
        tokenize.DEDENT,
        tokenize.ENDMARKER,
    }
    code: set[int] = set()
    comments = 0
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT:
            comments += 1
        elif token.type not in empty:
            code.update(range(token.start[0], token.end[0] + 1))
    return len(code - docs), comments


def _undocumented(tree: ast.Module, name: str) -> Iterator[str]:
    if ast.get_docstring(tree) is None and tree.body:
        yield name
    yield from _undocumented_in(tree.body, name)


def _undocumented_in(body: Iterable[ast.stmt], name: str) -> Iterator[str]:
    for node in body:
        if not isinstance(node, (*DEFINITIONS, ast.ClassDef)) or node.name.startswith("_"):
            continue
        if ast.get_docstring(node) is None and "overload" not in _decorators(node):
            yield f"{name}:{node.lineno} {node.name}"
        if isinstance(node, ast.ClassDef):
            yield from _undocumented_in(node.body, name)


def _mutable(tree: ast.AST, name: str) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            decorators = _decorators(node)
            if "dataclass" in decorators and "frozen=True" not in decorators:
                yield f"{name}:{node.lineno} {node.name}"


def _lazy(tree: ast.AST, name: str) -> Iterator[str]:
    for function in _definitions(tree):
        for node in _inside(function):
            names = []
            if isinstance(node, ast.ImportFrom):
                names = [node.module or "."]
            elif isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith("import_module"):
                named = node.args[0]
                # A module that is not named outright may be one of this package.
                names = [named.value if isinstance(named, ast.Constant) else "reportparse"]
            if any(target.startswith(("reportparse", ".")) for target in names):
                yield f"{name}:{getattr(node, 'lineno', 0)} {' '.join(names)}"


def _forbidden(tree: ast.AST, name: str) -> Iterator[str]:
    for node in ast.walk(tree):
        what = _fault(node)
        if what:
            yield f"{name}:{getattr(node, 'lineno', 0)} {what}"


def _fault(node: ast.AST) -> str:
    if isinstance(node, ast.ExceptHandler):
        kinds = "Exception" if node.type is None else ast.unparse(node.type)
        return "broad except" if kinds in {"Exception", "BaseException"} else ""
    if isinstance(node, ast.Global):
        return "global"
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print":
        return "print"
    return ""


def table() -> list[tuple[str, str, str]]:
    """Return rows of measure, value and target."""
    source, tests = modules(PACKAGE), modules(TESTS)
    sizes = [module.lines for module in source]
    functions = [function for module in source for function in module.functions]
    lengths = [function.lines for function in functions]
    paths = [function.complexity for function in functions]
    code = sum(module.code for module in source)
    count = sum(module.tests for module in tests)
    return [
        ("modules", f"{len(source)}", ""),
        ("code lines", f"{code}", ""),
        ("module lines, median/p90/max", _spread(sizes), "100-200 / 280 / 300"),
        ("function lines, median/p90/max", _spread(lengths), "8 / 26 / 50"),
        ("complexity, median/p90/max", _spread(paths), "- / 5 / 9"),
        (
            "arguments, mean",
            f"{statistics.mean(function.arguments for function in functions):.1f}",
            "1.5",
        ),
        (
            "docstring lines per code line",
            f"{sum(module.docs for module in source) / code:.2f}",
            "0.20-0.45",
        ),
        (
            "comments per code line",
            f"{sum(module.comments for module in source) / code:.2f}",
            "0.03-0.12",
        ),
        (
            "test lines per code line",
            f"{sum(module.code for module in tests) / code:.2f}",
            "1.0-2.0",
        ),
        (
            "parametrised tests",
            f"{sum(module.parametrized for module in tests) / max(count, 1):.2f}",
            "0.40",
        ),
    ]


def _spread(values: list[int]) -> str:
    middle, high = statistics.median(values), percentile(values, 90)
    return f"{middle:.0f} / {high:.0f} / {max(values, default=0)}"


if __name__ == "__main__":
    for row in table():
        print("{:34}{:>18}   target {}".format(*row) if row[2] else "{:34}{:>18}".format(*row))
