"""sitegen doctor: looks at the machine, the site's folder, its repository, its targets and their addresses."""
