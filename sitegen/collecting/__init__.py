"""The sites of cities become entries of a province's site: read, named, written below content/collected/."""
