"""A workbook is given back with what is wrong in it: cells coloured and commented, a column that says it by row.

`marked_workbook.marked` is the way in. The XML of an .xlsx file is changed only where the marks stand; all other
bytes of it are kept (`archive`, `xml_edits`). What is ours is found again by its words in
`loading.workbook_marks`, and taken away before the new marks are made.
"""
