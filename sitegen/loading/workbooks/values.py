"""The values of the cells of a workbook, read by python-calamine after the first look has bounded them."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from sitegen.loading.workbooks.cells import Value
from sitegen.loading.workbooks.facts import AREA, Damaged, Encrypted, SheetFacts, TooLarge

PANIC = "PanicException"
"""What Rust raises in a damaged file. Its class has no public name, and is no Exception."""


class SheetValues:
    """The values in the bytes of a workbook. Raises Damaged, Encrypted."""

    def __init__(self, data: bytes) -> None:
        with _read_by_calamine():
            self._workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))

    def of(self, facts: SheetFacts) -> Sequence[Sequence[Value]]:
        """The rows of a sheet from A1 on. Merged cells are added to `facts`. Raises Damaged, TooLarge."""
        with _read_by_calamine():
            sheet = self._workbook.get_sheet_by_name(facts.name)
            if sheet.total_height * sheet.total_width > AREA:
                raise TooLarge(f"{AREA:,} 格", f"{AREA:,} cells")
            facts.merged += [(*first, *last) for first, last in sheet.merged_cell_ranges or ()]
            facts.columns = max(facts.columns, sheet.total_width)
            return sheet.to_python(skip_empty_area=False)


@contextmanager
def _read_by_calamine() -> Iterator[None]:
    """Turns what python-calamine raises into Damaged and Encrypted."""
    try:
        yield
    except PasswordError as error:
        raise Encrypted from error
    except (CalamineError, OSError, ValueError) as error:
        raise Damaged(str(error)) from error
    except BaseException as error:
        if type(error).__name__ != PANIC:
            raise
        raise Damaged(str(error)) from error
