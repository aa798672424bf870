"""sitegen: entries about certified brands, GIs and local products become a static showcase site."""

__version__ = "0.1.0"
