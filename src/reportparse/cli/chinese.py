"""The help of every command in Chinese, for those whose locale is Chinese or who ask for it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from copy import copy
from typing import Any, Final, TypeVar

import click

from reportparse.cli.face import spoken_here
from reportparse.errors import Language
from reportparse.render.grid import width

Spoken = TypeVar("Spoken", bound=click.Command)
#: Columns of a paragraph, and of what is said of an option: click breaks lines at blanks only.
ROOM: Final = 76
BESIDE: Final = 44
#: What stays on one line: a word or an option, a character, and the signs behind it.
PIECE: Final = re.compile(r"(?:[!-~]+|[ ]+|.)[，。；：、）”]*")
#: Keeps click from breaking lines anew.
AS_IS: Final = "\b\n"

#: What each command does, "" for all of them; the first line stands in the list of commands.
COMMANDS: Final = {
    "": "读取中国政府报告：结构、每个数据，以及哪些数对不上。",
    "parse": "列出报告中的每个数据和它所说的事。\n"
    "每行有原文数字、原文允许的最小值和最大值、单位、时期和章节。",
    "check": "核对报告中的数据，列出对不上的。\n"
    "每项问题给出位置、标有记号的原句和算式；末行说明读到多少、核算了多少。\n"
    "没有达到 --fail-on 的问题时退出码为 0，有则为 1，什么都读不了或选项有误为 2。",
    "outline": "画出报告的章节结构。",
    "archive": "把文件、文件夹和 ZIP 包中的报告读入数据仓库。\n"
    "中断以后再运行同一命令接着做；以后只读新增和改动过的。读不了的文件记在表 failures 中。",
    "panel": "按地方和年份列出数据仓库中的指标。",
    "compare": "把数据仓库中的报告相互核对：各年之间，各地之间。",
    "sql": "用 SQL 查询数据仓库。\n"
    "表：reports、claims、relations、findings、sections、tables、failures。",
    "suppress": "把核查结论变成忽略项。\n"
    "VERDICTS 是审核页保存的文件，或者“问题”表里填了结论的工作簿（.xlsx）。"
    "判为不属实的问题以后不再显示，备注就是理由；没有备注的、有人判为属实的，会被指出，不忽略。配置中已有的保持不变。",
    "explain": "显示一项检查的说明。\n"
    "它查什么、怎样核算、何时会误报。CODE 如 TOT101；reportparse rules 列出全部。",
    "rules": "列出全部检查：代码、严重程度、查什么。",
}
#: What each option does; "command.option" where commands differ.
OPTIONS: Final = {
    "version": "显示版本。",
    "help": "显示本说明。",
    "lang": "消息的语言（默认随系统；工作簿和审核页默认中文）。",
    "form": "结果的格式。",
    "parse.form": "结果的格式（默认按 -o 的扩展名，否则为表格）。",
    "check.form": "结果的格式（默认按 -o 的扩展名，否则为文字）。",
    "rules.form": "清单的格式；json 有两种语言的名称。",
    "output": "写入的文件；不写则打印。",
    "suppress.output": "要添加到的配置文件（.reportparse.toml）；不写则打印。",
    "pages": "PDF 的审核页（html）是否附原件页面的图像（默认附）。",
    "select": "只运行这些检查，写代码或代码的开头：TOT,RAT101。",
    "ignore": "不运行这些检查，已选的也去掉：EXP,NUM105。",
    "persona": "给谁看：default 看错误和有把握的警告，pedantic 还看提示，auditor 看全部，"
    "以及核对相符的和无法核对的。",
    "min_gap": "不报差额更小的：2（所写的单位）、1%（占文中数）。",
    "fail_on": "使退出码为 1 的最低程度（默认 error）。",
    "config": "配置文件（默认取各文件所在及上级文件夹中最近的 .reportparse.toml）。",
    "baseline": "与以前的结果比较：只有新增的问题使退出码为 1。",
    "write_baseline": "把结果写入 FILE，供以后 --baseline 使用；"
    "此时退出码为 0，同时用 --baseline 的除外。",
    "store": "数据仓库的文件夹，没有则新建。",
    "workers": "进程数（默认每核一个）。",
    "engine": "由谁来做：本机的进程，或 Dask 集群。",
    "scheduler": "Dask 调度器的地址：tcp://10.0.0.5:8786。",
    "seconds": "每个文件的时限（秒）；0 为不限。",
    "memory": "每个进程的内存上限（MiB）；0 为不限。",
    "rehash": "按内容比较，不按大小和修改时间。",
    "quiet": "不显示进度。",
    "wide": "一行一个地方和年份，各指标并列。",
    "notes": "提示也显示：突变、离群、没有下文的目标。",
}
EXAMPLES: Final = """\b
reportparse outline 报告.pdf              章节结构
reportparse parse 报告.pdf                每个数据和它所说的事
reportparse check 报告.pdf                哪些数对不上，附算式
reportparse check 文件夹/ -o 审核.xlsx    整个文件夹，写成可以签署的工作簿
reportparse explain TOT101                一项检查的说明，以及何时会误报
"""


class Bilingual(click.Group):
    """Commands whose help is Chinese where `--lang zh` is given, or the locale is Chinese."""

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: Any,  # noqa: ANN401
    ) -> click.Context:
        """Settle the language of help before anything is parsed."""
        return super().make_context(info_name, args, parent, obj=asked_in(args), **extra)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, with Chinese help where that is wanted."""
        found = super().get_command(ctx, cmd_name)
        return found if found is None or ctx.obj != "zh" else in_chinese(found, cmd_name)

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help of all commands."""
        spoken = in_chinese(self, "", EXAMPLES) if ctx.obj == "zh" else self
        click.Group.format_help(spoken, ctx, formatter)


def asked_in(args: Sequence[str]) -> Language:
    """Return the language that the words of a command ask for, else that of the locale.

    >>> asked_in(["check", "--help", "--lang", "zh"]), asked_in(["--lang=en"])
    ('zh', 'en')
    """
    words = " ".join(args).replace("=", " ").split()
    asked = words[words.index("--lang") + 1 :][:1] if "--lang" in words else []
    if asked in (["zh"], ["en"]):
        return "zh" if asked == ["zh"] else "en"
    return spoken_here()


def in_chinese(command: Spoken, name: str, epilog: str = "") -> Spoken:
    """Return a command like this one, with its help in Chinese."""
    spoken = copy(command)
    first, *more = COMMANDS[name].split("\n")
    spoken.short_help = first
    spoken.help = "\n\n".join(_broken(part, ROOM) for part in (first, *more))
    spoken.epilog = epilog or command.epilog
    spoken.params = [*(_option(one, name) for one in command.params), _help()]
    spoken.add_help_option = False
    return spoken


def _option(one: click.Parameter, name: str) -> click.Parameter:
    """Return an option with its help in Chinese; an argument has none."""
    said = OPTIONS.get(f"{name}.{one.name}") or OPTIONS.get(str(one.name))
    if not isinstance(one, click.Option) or said is None:
        return one
    spoken = copy(one)
    spoken.help = _broken(said, BESIDE)
    return spoken


def _help() -> click.Option:
    """Return the option that shows the help."""

    def show(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
        if wanted and not ctx.resilient_parsing:
            click.echo(ctx.get_help())
            ctx.exit()

    return click.Option(
        ["-h", "--help"], is_flag=True, expose_value=False, is_eager=True, callback=show,
        help=OPTIONS["help"],
    )  # fmt: skip


def _broken(text: str, columns: int) -> str:
    """Break a text into lines by the columns that it takes.

    >>> _broken("没有达到 --fail-on 的为0。", 18).splitlines()[1:]
    ['没有达到 --fail-on', '的为0。']
    """
    lines = [""]
    for piece in PIECE.findall(text):
        if width((lines[-1] + piece).rstrip()) > columns:
            lines.append("")
        lines[-1] += piece if lines[-1] else piece.lstrip()
    return AS_IS + "\n".join(line.rstrip() for line in lines)
