"""Articles by `category/slug`, for the related cards: made once, before pages are written."""

from pelican import signals


def add(generator):
    generator.context["by_key"] = {f"{a.category}/{a.slug}": a for a in generator.articles}


def register():
    signals.article_generator_finalized.connect(add)
