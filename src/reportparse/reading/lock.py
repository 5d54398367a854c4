"""One at a time: PDFium is not made for threads.

Who reads a PDF holds the lock, and who draws its pages: while text is read, a font without
shapes stands in for others, and pages drawn then would be empty.
"""

from __future__ import annotations

import threading
from typing import Final

LOCK: Final = threading.Lock()
