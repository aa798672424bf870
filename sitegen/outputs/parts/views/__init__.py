"""The parts of pages that templates are given: plain data, nothing else. Links are ready to print.

docs/theme.md is made from these classes: the line below a class or a field says in Chinese and in
English what it is to those who write templates.
"""
