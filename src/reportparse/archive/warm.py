"""What a worker needs before its first file: imported once where workers are forked from.

Importing this module reads one sentence, which loads the dictionary and compiles the patterns;
every worker that is forked afterwards shares them.
"""

from __future__ import annotations

from reportparse.archive import store as _store
from reportparse.checks import audit
from reportparse.report import parse

#: Where rows go, loaded too.
STORE = _store
READ = audit(parse("一、工作情况\n全年共排查隐患12处，其中已整改10处，整改率83.3%。"))
