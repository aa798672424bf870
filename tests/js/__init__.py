"""The scripts of pages and the search in the browser, run by Node without a browser."""
