"""Errors of misuse: what a caller did, or a file that nobody could read.

Nothing that stands *in* a report ever raises; faults in a report are data (`findings`).
"""

from __future__ import annotations

from typing import Final, Literal

Language = Literal["zh", "en"]

#: Why a source could not be read: code -> message in each language. `{detail}` is filled in.
REASONS: Final[dict[str, dict[Language, str]]] = {
    "missing": {"zh": "文件不存在", "en": "no such file"},
    "folder": {"zh": "是文件夹，不是文件", "en": "is a folder, not a file"},
    "denied": {"zh": "没有读取权限", "en": "permission denied"},
    "failed": {"zh": "读取失败：{detail}", "en": "cannot be read: {detail}"},
    "empty": {"zh": "没有任何文字", "en": "holds no text"},
    "binary": {"zh": "不是文字，也不是已知的文件格式", "en": "is neither text nor a known format"},
    "undecodable": {"zh": "编码无法识别：{detail}", "en": "text cannot be decoded: {detail}"},
    "encrypted": {"zh": "文件已加密，需要密码", "en": "is encrypted and needs a password"},
    "damaged": {"zh": "文件已损坏：{detail}", "en": "is damaged: {detail}"},
    "too_large": {"zh": "超出限额：{detail}", "en": "is over the limit: {detail}"},
    "needs": {"zh": "需要先安装 {detail}", "en": "needs {detail} to be installed"},
    "timeout": {"zh": "读取超时：{detail}", "en": "took too long: {detail}"},
    "bundle": {
        "zh": "是多份文件的压缩包，请用 reportparse archive 或 read_archive 读取",
        "en": "is a bundle of files: read it by reportparse archive, or read_archive",
    },
    "crashed": {
        "zh": "读取进程意外终止（崩溃、内存不足或超时）",
        "en": "ended its worker: it crashed, ran out of memory or of time",
    },
    "fault": {"zh": "程序内部错误：{detail}", "en": "met a fault of reportparse: {detail}"},
    "no_pdf": {
        "zh": "不是 PDF（是 {detail}），没有可标注的页面",
        "en": "is no PDF but {detail}: it has no pages to mark",
    },
    "protected": {
        "zh": "受密码保护，不能写入批注；请先另存为不加密的 PDF",
        "en": "is protected by a password and takes no marks: save it without protection first",
    },
    "moved": {
        "zh": "原文件不在读取时的位置，请用 source 指明",
        "en": "is not where it was read from: name it with `source`",
    },
    "changed": {
        "zh": "文件在读取之后有改动",
        "en": "is not the file that the report was read from",
    },
    "unsupported": {"zh": "不支持的内容：{detail}", "en": "is not supported: {detail}"},
}

#: What may be wrong with a configuration file.
WRONG: Final[dict[str, dict[Language, str]]] = {
    "missing": {"zh": "文件不存在", "en": "no such file"},
    "syntax": {"zh": "不是合法的文件：{detail}", "en": "cannot be parsed: {detail}"},
    "unknown": {"zh": "没有这样的键{detail}", "en": "no such key{detail}"},
    "value": {"zh": "应为{detail}", "en": "must be {detail}"},
    "reason": {"zh": "须写明 reason（理由）", "en": "needs a reason"},
    "target": {
        "zh": "须给出 fingerprint，或者 code 和 section",
        "en": "needs a fingerprint, or a code and a section",
    },
}


class ReportparseError(Exception):
    """Base of every error that reportparse raises."""


class UnreadableSource(ReportparseError):
    """A source that cannot be read, with its name and the reason (a key of `REASONS`)."""

    def __init__(self, name: str, reason: str, detail: str = "") -> None:
        super().__init__(name, reason, detail)
        self.name = name
        self.reason = reason
        self.detail = detail

    def message(self, language: Language = "en") -> str:
        """Say in one line which source failed and why."""
        mark = "：" if language == "zh" else ": "
        return self.name + mark + REASONS[self.reason][language].format(detail=self.detail)

    def __str__(self) -> str:
        return self.message()


class UnknownCode(ReportparseError):
    """A code or family that no check has, and those that may have been meant."""

    def __init__(self, code: str, nearest: tuple[str, ...] = ()) -> None:
        super().__init__(code, nearest)
        self.code = code
        self.nearest = nearest

    def message(self, language: Language = "en") -> str:
        """Say which code is unknown and which are like it."""
        if language == "zh":
            meant = f"；是否指 {'、'.join(self.nearest)}？" if self.nearest else ""
            return f"没有这样的检查代码：{self.code}{meant}"
        meant = f"; did you mean {', '.join(self.nearest)}?" if self.nearest else ""
        return f"no such check: {self.code}{meant}"

    def __str__(self) -> str:
        return self.message()


class BadConfiguration(ReportparseError):
    """A configuration file that says what cannot be followed: file, key, what is wrong."""

    def __init__(self, name: str, key: str, wrong: str, detail: str = "") -> None:
        super().__init__(name, key, wrong, detail)
        self.name = name
        self.key = key
        self.wrong = wrong
        self.detail = detail

    def message(self, language: Language = "en") -> str:
        """Say in one line which key of which file is wrong, and how."""
        mark = "：" if language == "zh" else ": "
        said = WRONG[self.wrong][language].format(detail=self.detail)
        return mark.join(part for part in (self.name, self.key, said) if part)

    def __str__(self) -> str:
        return self.message()


#: What may be wrong with a store, in Chinese; what the system or a library says stays as it is.
STORES: Final = {
    "there is no store here": "这里没有数据仓库",
    "is not empty and holds no store": "文件夹不是空的，也不是数据仓库",
    "another run is writing to it": "另一次运行正在写入",
}


class StoreError(ReportparseError):
    """A store that cannot be read or written, with its place and the reason."""

    def __init__(self, place: str, reason: str) -> None:
        super().__init__(place, reason)
        self.place = place
        self.reason = reason

    def message(self, language: Language = "en") -> str:
        """Say which store failed and why."""
        if language == "zh":
            return f"数据仓库 {self.place}：{STORES.get(self.reason, self.reason)}"
        return f"store {self.place}: {self.reason}"

    def __str__(self) -> str:
        return self.message()


class BadIndicators(ReportparseError):
    """A file of indicators that cannot be used, with what is wrong in it."""

    def __init__(self, name: str, detail: str) -> None:
        super().__init__(name, detail)
        self.name = name
        self.detail = detail

    def message(self, language: Language = "en") -> str:
        """Say which file it is and what is wrong in it."""
        if language == "zh":
            return f"指标文件有误：{self.name}：{self.detail}"
        return f"not a file of indicators: {self.name}: {self.detail}"

    def __str__(self) -> str:
        return self.message()


class MissingExtra(ReportparseError):
    """A library that is needed for what was asked, and the extra that brings it."""

    def __init__(self, library: str, extra: str) -> None:
        super().__init__(library, extra)
        self.library = library
        self.extra = extra

    def message(self, language: Language = "en") -> str:
        """Say what to install."""
        command = f"pip install 'reportparse-zh[{self.extra}]'"
        if language == "zh":
            return f"需要先安装 {self.library}：{command}"
        return f"{self.library} is needed: {command}"

    def __str__(self) -> str:
        return self.message()
