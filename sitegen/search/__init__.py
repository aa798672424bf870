"""The search index: from plain facts to the files that templates/js/search reads."""
