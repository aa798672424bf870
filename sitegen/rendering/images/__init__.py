"""Raster pictures: what a file is, whether it may be used, and the files made of it for pages."""
