"""Measures the library on the corpus: tables, gains and losses, samples, and the corpus itself."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from evaluation import (
    alarms,
    archives,
    authoring,
    compare,
    fuzzing,
    guided,
    judging,
    mutations,
    runs,
    seeds,
    tables,
    wraps,
)
from evaluation.gold import ROOT, SHARED
from evaluation.sample import draw

LEVELS = ("error", "warning", "note", "")
SAVED = ROOT / "out" / "evaluation.json"


def main() -> int:
    """Run the command that was asked for."""
    options = _parser().parse_args()
    status: int = options.run(options)
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evaluation", description=__doc__)
    _scoring(parser)
    parser.set_defaults(run=_score)
    commands = parser.add_subparsers()
    gains = commands.add_parser("gains", help="what got better and what worse since a saved run")
    gains.add_argument("saved", nargs="?", type=Path, default=SAVED)
    gains.set_defaults(run=_gains)
    sample = commands.add_parser("sample", help="figures drawn to be read by eye")
    sample.add_argument("files", nargs="*", type=Path)
    sample.add_argument("-n", "--count", type=int, default=200)
    sample.add_argument("--seed", type=int, default=7)
    sample.set_defaults(run=_sample)
    claims = commands.add_parser("claims", help="claims drawn report by report, to be judged")
    claims.add_argument("files", nargs="+", type=Path)
    claims.add_argument("-n", "--each", type=int, default=30)
    claims.add_argument("--seed", type=int, default=7)
    claims.set_defaults(run=_claims)
    judged = commands.add_parser("judged", help="what became of claims that were judged")
    judged.set_defaults(run=_judged)
    mutate = commands.add_parser("mutate", help="alter figures of relations, and see what shows")
    mutate.add_argument("--unseen", action="store_true", help="print what should have been seen")
    mutate.add_argument("--write", action="store_true", help="also into docs/explanation")
    mutate.set_defaults(run=_mutate)
    build = commands.add_parser("build", help="text and gold from the marked sources")
    build.set_defaults(run=_build)
    first = commands.add_parser("first", help="keep what comes of reports that no rule has seen")
    first.add_argument("names", nargs="+", help="reports of the corpus")
    first.add_argument("--draw", action="store_true", help="begin a draw of its own")
    first.add_argument("--corrected", type=int, help="entries of gold mended after the reading")
    first.set_defaults(run=_first)
    _attacks(commands)
    between = commands.add_parser("archives", help="plant faults between reports, and find them")
    between.add_argument("-n", "--count", type=int, default=3000)
    between.add_argument("--seed", type=int, default=7)
    between.add_argument("--workers", type=int, default=2)
    between.add_argument("--errors", action="store_true", help="print what is wrong")
    between.add_argument("--write", action="store_true", help="also into docs/explanation")
    between.set_defaults(run=_archives)
    wrapped = commands.add_parser("wraps", help="break reports into lines, and read them again")
    wrapped.add_argument("files", nargs="*", type=Path)
    wrapped.add_argument("--errors", action="store_true", help="print findings that changed")
    wrapped.set_defaults(run=_wraps)
    floor = commands.add_parser("floor", help="take today's scores as the floor of the tests")
    floor.set_defaults(run=_floor)
    return parser


def _attacks(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    fuzz = commands.add_parser("fuzz", help="read damaged files: none may crash, hang or grow")
    fuzz.add_argument("files", nargs="*", type=Path, help="files to damage")
    fuzz.add_argument("-n", "--count", type=int, default=200)
    fuzz.add_argument("--seed", type=int, default=1)
    fuzz.add_argument("--workers", type=int, default=2)
    fuzz.set_defaults(run=_fuzz)
    search = commands.add_parser("guided", help="search for inputs that crash, hang or grow")
    search.add_argument("target", choices=[*seeds.SEEDS])
    search.add_argument("--minutes", type=float, default=10, help="of processor time")
    search.add_argument("--python", type=Path, required=True, help="interpreter with atheris")
    search.add_argument("--folder", type=Path, default=ROOT / "out" / "guided")
    search.add_argument("--write", action="store_true", help="also into docs/reference")
    search.set_defaults(run=_guided)


def _scoring(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--save", type=Path, default=SAVED, help="where the run is kept")
    parser.add_argument("--write", action="store_true", help="also into docs/explanation")
    parser.add_argument("--errors", metavar="LAYER", help="print what is wrong in a layer")


def _score(options: argparse.Namespace) -> int:
    groups = runs.run()
    compare.save(options.save, [one for group in groups for one in group.outcomes])
    for heading, body in runs.tables_of(groups):
        print(f"{heading}\n\n{tables.aligned(body)}\n")
    if options.errors:
        _print_errors(groups, options.errors)
    if options.write:
        runs.write_page(groups)
    return 0


def _print_errors(groups: list[runs.Group], layer: str) -> None:
    for group in groups:
        for one in group.outcomes:
            if one.layer == layer and one.result != "hit":
                print(f"{one.result} {one.report}@{one.at} {one.meant!r} read as {one.said!r}")
                print(f"    {one.sentence}")
    for result in runs.case_results() if layer == "cases" else ():
        print("\n".join(f"{result.name}: {words}" for words in result.wrong))


def _gains(options: argparse.Namespace) -> int:
    if not options.saved.is_file():
        print(f"no saved run at {options.saved}: `make eval` keeps one", file=sys.stderr)
        return 2
    after = [one for group in runs.run() for one in group.outcomes]
    found = list(compare.changes(compare.load(options.saved), after))
    print("\n".join(str(one) for one in found))
    gained = sum(one.gained for one in found)
    print(f"{gained} gains, {len(found) - gained} losses")
    return 0


def _sample(options: argparse.Namespace) -> int:
    default = sorted((SHARED / "reports").glob("*.txt")) or sorted(
        (ROOT / "corpora" / "text").glob("*.txt")
    )
    drawn = draw(options.files or default, options.count, options.seed)
    for name, rows in zip(("quantities", "passed over"), drawn, strict=True):
        print(f"# {len(rows)} {name}, seed {options.seed}")
        for place, row in enumerate(rows, 1):
            print(f"{place:3} {row.report}: {row.shown}   {row.note}".rstrip())
    return 0


def _claims(options: argparse.Namespace) -> int:
    for place, (path, claim, shown) in enumerate(
        judging.draw(options.files, options.each, options.seed), 1
    ):
        print(f"{place:3} {path.stem}: {shown}\n    {judging.line(claim)}")
    return 0


def _judged(_: argparse.Namespace) -> int:
    for path in judging.tables():
        verdicts = judging.load(path)
        print(f"{path.stem}: {len(verdicts)} claims; right when read by eye:")
        for name, share in judging.shares(verdicts).items():
            print(f"  {name} {share:.3f}")
        _compared("measure", list(judging.today(verdicts)))
        _compared("status and days", list(judging.standing(verdicts)))
    now = list(alarms.shown())
    for verdict, count in sorted(alarms.standing(alarms.judged(), now).items()):
        print(f"errors and warnings of real reports, {verdict or 'not judged'}: {count}")
    return 0


def _compared(what: str, rows: list[tuple[judging.Verdict, str, bool]]) -> None:
    for one, said, right in rows:
        if not right:
            meant = one.meant or one.measure or f"{one.status} {one.period}"
            print(f"  {one.report}@{one.start} {meant!r} read as {said!r}")
    if rows:
        print(f"  {what}, as read today: {sum(right for *_, right in rows)} of {len(rows)} agree")


def _mutate(options: argparse.Namespace) -> int:
    done = mutations.run()
    for one in done if options.unseen else ():
        if one.detectable and not one.found:
            print(
                f"{one.report}: {one.formula}: {one.operator} of {one.role}\n    {one.text[:300]}"
            )
    print(mutations.tables(done))
    if options.write:
        mutations.write(done)
    return 0


def _build(_: argparse.Namespace) -> int:
    print("\n".join(authoring.write()))
    return 0


def _first(options: argparse.Namespace) -> int:
    runs.keep_first(options.names, draw=options.draw, corrected=options.corrected)
    return 0


def _fuzz(options: argparse.Namespace) -> int:
    files = options.files or [
        *sorted((SHARED / "fixtures").glob("*.*")),
        *sorted((ROOT / "corpora" / "text").glob("*.txt")),
    ]
    given = [(file.name, file.read_bytes()) for file in files]
    results = list(fuzzing.fuzz(given, options.count, options.seed, options.workers))
    failures = [one for one in results if one.failed]
    for one in failures:
        kept = fuzzing.kept(one, ROOT / "out" / "fuzz")
        print(f"{one.number} {one.name}: {one.outcome}: {one.detail.rstrip()}\n    kept as {kept}")
    print("\n".join(fuzzing.told(results)))
    return bool(failures)


def _guided(options: argparse.Namespace) -> int:
    found = guided.search(
        options.target, options.minutes * 60, options.python, options.folder.resolve()
    )
    print("\n".join(guided.faults(options.target, options.folder)))
    print(guided.table({found.target: found}))
    if options.write:
        guided.write(found)
    return bool(found.failures)


def _archives(options: argparse.Namespace) -> int:
    score = archives.run(options.count, options.seed, options.workers)
    if options.errors:
        print("\n".join(score.wrong))
    body = archives.table(score)
    print(body)
    if options.write:
        archives.write_page(body)
    return 0


def _wraps(options: argparse.Namespace) -> int:
    files = options.files or sorted((ROOT / "corpora" / "text").glob("*.txt"))
    tallies = list(wraps.measure(files))
    for one in tallies if options.errors else ():
        print("\n".join([*(f"new {it}" for it in one.new), *(f"lost {it}" for it in one.lost)]))
    print(tables.aligned(wraps.table(tallies)))
    return 0


def _floor(_: argparse.Namespace) -> int:
    runs.write_floor(runs.run())
    return 0


if __name__ == "__main__":
    sys.exit(main())
