"""Raster pictures: inspecting a file, accepting or refusing it, and making the files for pages."""
