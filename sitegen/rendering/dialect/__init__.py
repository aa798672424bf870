"""Our dialect of Markdown: Python-Markdown, with bodies read the way Chinese editors write them.

`extension.py` puts it together. The source goes through `fences`, `markup`, and `layout`, which rewrite it
as Markdown that Python-Markdown takes in the meant sense, and then through Python-Markdown with the
lists of `lists`. `finishing` works on the HTML. What an author should know is a `Finding`.
"""
