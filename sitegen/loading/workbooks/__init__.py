"""Workbooks (.xlsx, .ods, .xls) become the same Tables as CSV files, one for each sheet with content.

`reading.read` is the way in. The bytes are recognised (`recognising`), the parts of the file are unpacked
within bounds (`unpacking`), and a first look at their XML or records finds what python-calamine does not
give: errors, formulas without a result, number formats, hidden rows (`xlsx`, `ods`, `xls`). Only then
python-calamine reads the values. A cell becomes text in `cells`, a sheet a Table in `sheets`.
"""
