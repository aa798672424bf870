"""sitegen bundle: a folder with which a site can be built and edited on machines without a network."""
