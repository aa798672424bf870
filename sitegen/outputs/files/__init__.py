"""Files that are no pages: feeds, site maps, pictures, scripts, the search index."""
